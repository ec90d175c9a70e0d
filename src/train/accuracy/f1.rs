use std::ops::AddAssign;

/// What was right, what was found and what there was to find.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found and right.
    pub right: usize,
    /// Found at all.
    pub found: usize,
    /// In the gold data.
    pub gold: usize,
}

impl Counts {
    /// Share of the found that is right: 0 to 1.
    pub fn precision(self) -> f64 {
        share(self.right, self.found)
    }

    /// Share of the gold that was found: 0 to 1.
    pub fn recall(self) -> f64 {
        share(self.right, self.gold)
    }

    /// Harmonic mean of precision and recall: 0 to 1.
    pub fn f1(self) -> f64 {
        share(2 * self.right, self.found + self.gold)
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.gold += other.gold;
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
