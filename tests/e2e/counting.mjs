// Counts what the page does, so that tests need no clock: nodes that each task touches, messages to the worker, what is
// saved, and, from the browser's own trace, what is styled and laid out.

/** Run in the page before its own scripts; counts into `globalThis.work`. */
export function counting() {
  const work = { asked: 0, saved: 0, tasks: [], held: new Map(), holds: false };
  globalThis.work = work;
  work.start = () => Object.assign(work, { asked: 0, saved: 0, tasks: [] });

  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (...args) {
    // The first message is no question: it hands the program over.
    work.asked += typeof args[0] === 'string' ? 1 : 0;
    return postMessage.apply(this, args);
  };
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (...args) {
    work.saved += 1;
    return setItem.apply(this, args);
  };

  // What waits for a pause in the typing can be made to wait until the test says so, however long its keys take.
  const { setTimeout, clearTimeout } = globalThis;
  globalThis.setTimeout = (run, delay, ...rest) => {
    if (!work.holds || delay < 100) return setTimeout(run, delay, ...rest);
    const name = -1 - work.held.size;
    work.held.set(name, run);
    return name;
  };
  globalThis.clearTimeout = (name) => (work.held.delete(name) ? undefined : clearTimeout(name));
  work.hold = () => { work.holds = true; };
  work.release = () => {
    work.holds = false;
    work.held.forEach((run) => run());
    work.held.clear();
  };

  // What a task has changed is told in one go, before the next task.
  const touch = (nodes, root) => {
    nodes.add(root);
    const walker = document.createTreeWalker(root);
    while (walker.nextNode()) nodes.add(walker.currentNode);
  };
  new MutationObserver((records) => {
    const nodes = new Set();
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'childList') [...addedNodes, ...removedNodes].forEach((node) => touch(nodes, node));
      else nodes.add(target);
    }
    const article = document.querySelector('article');
    const inArticle = [...nodes].filter((node) => article?.contains(node)).length;
    work.tasks.push({ nodes: nodes.size, inArticle, points: document.querySelectorAll('.points li').length, article: Boolean(article) });
    work.ontask?.();
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** What the page has done since `work.start()`. */
export const done = (page) => page.evaluate(() => {
  const { asked, saved, tasks } = globalThis.work;
  const sum = (what) => tasks.reduce((sum, task) => sum + task[what], 0);
  return { asked, saved, tasks, nodes: sum('nodes'), inArticle: sum('inArticle') };
});

/** Runs some steps, and gives how many elements were styled and how many objects laid out, each time. */
export async function traced(page, steps) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await steps();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const all = (name) => traceEvents.filter((event) => event.name === name);
  return {
    styled: all('UpdateLayoutTree').map(({ args }) => args.elementCount ?? 0),
    laidOut: all('Layout').map(({ args }) => args.beginData?.dirtyObjects ?? 0),
  };
}
