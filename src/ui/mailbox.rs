//! Which request goes to the worker when: the engine client without the browser.

/// Holds requests until the worker is ready for them. One is with the worker at a time; of those that wait only the
/// newest is kept, since nobody wants the answer to an older one any more.
#[derive(Debug)]
pub struct Mailbox<R> {
    worker: Worker,
    waiting: Option<R>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Worker {
    /// It has not said that it is ready.
    Loading,
    Idle,
    Busy,
    /// It ended before it was ready: it will not be started again until the reader asks for something.
    Broken,
}

/// What the client has to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Step<R> {
    /// Nothing.
    Wait,
    /// Hand this to the worker.
    Send(R),
    /// End the worker and start another.
    Respawn,
}

impl<R> Default for Mailbox<R> {
    /// With a worker that has just been started.
    fn default() -> Self {
        Self { worker: Worker::Loading, waiting: None }
    }
}

impl<R> Mailbox<R> {
    /// The reader wants something.
    pub fn ask(&mut self, request: R) -> Step<R> {
        self.waiting = Some(request);
        match self.worker {
            Worker::Idle => self.send(),
            Worker::Loading | Worker::Busy => Step::Wait,
            Worker::Broken => self.respawn(),
        }
    }

    /// The worker is ready, or has answered.
    pub fn free(&mut self) -> Step<R> {
        self.worker = Worker::Idle;
        self.send()
    }

    /// The worker has crashed, or could not be loaded. What it was busy with is given up, since it would crash again;
    /// what waits goes to the next worker.
    pub fn crashed(&mut self) -> Step<R> {
        if self.worker == Worker::Loading {
            self.worker = Worker::Broken;
            self.waiting = None;
            return Step::Wait;
        }
        self.respawn()
    }

    /// The reader wants nothing any more.
    pub fn cancel(&mut self) -> Step<R> {
        self.waiting = None;
        if self.worker == Worker::Busy { self.respawn() } else { Step::Wait }
    }

    fn send(&mut self) -> Step<R> {
        match self.waiting.take() {
            Some(request) => {
                self.worker = Worker::Busy;
                Step::Send(request)
            }
            None => Step::Wait,
        }
    }

    fn respawn(&mut self) -> Step<R> {
        self.worker = Worker::Loading;
        Step::Respawn
    }
}

#[cfg(test)]
mod tests {
    use super::{Mailbox, Step};

    #[test]
    fn holds_until_ready_and_keeps_the_newest() {
        let mut mailbox = Mailbox::default();
        assert_eq!(mailbox.ask(1), Step::Wait);
        assert_eq!(mailbox.ask(2), Step::Wait);
        assert_eq!(mailbox.free(), Step::Send(2));
        assert_eq!(mailbox.ask(3), Step::Wait);
        assert_eq!(mailbox.ask(4), Step::Wait);
        assert_eq!(mailbox.free(), Step::Send(4));
        assert_eq!(mailbox.free(), Step::Wait);
        assert_eq!(mailbox.ask(5), Step::Send(5));
    }

    #[test]
    fn cancelling_ends_a_busy_worker_only() {
        let mut mailbox = Mailbox::default();
        mailbox.ask(1);
        assert_eq!(mailbox.cancel(), Step::Wait);
        assert_eq!(mailbox.free(), Step::Wait);
        mailbox.ask(2);
        assert_eq!(mailbox.cancel(), Step::Respawn);
        assert_eq!(mailbox.ask(3), Step::Wait);
        assert_eq!(mailbox.free(), Step::Send(3));
    }

    #[test]
    fn a_crash_gives_up_one_request_and_no_other() {
        let mut mailbox = Mailbox::default();
        mailbox.ask(1);
        mailbox.free();
        mailbox.ask(2);
        assert_eq!(mailbox.crashed(), Step::Respawn);
        assert_eq!(mailbox.free(), Step::Send(2));
    }

    #[test]
    fn a_worker_that_cannot_be_loaded_is_not_started_over_and_over() {
        let mut mailbox = Mailbox::default();
        mailbox.ask(1);
        assert_eq!(mailbox.crashed(), Step::Wait);
        assert_eq!(mailbox.ask(2), Step::Respawn);
        assert_eq!(mailbox.free(), Step::Send(2));
    }
}
