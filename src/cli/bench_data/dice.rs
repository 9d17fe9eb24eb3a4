//! Numbers that look thrown and are the same in every run (SplitMix64, Steele et al. 2014).

/// A row of numbers that follows from its seed alone.
pub(super) struct Dice(u64);

impl Dice {
    /// The row of a seed; neighbouring seeds have nothing in common.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number of the row.
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// One of `least..=most`; `least` when they are the wrong way round.
    pub(super) fn between(&mut self, least: u32, most: u32) -> u32 {
        let count = u64::from(most.saturating_sub(least)) + 1;
        least.saturating_add(u32::try_from(self.next() % count).unwrap_or(0))
    }

    /// True in so many of a hundred throws.
    pub(super) fn percent(&mut self, share: u32) -> bool {
        self.between(1, 100) <= share
    }

    /// One of the items, which must not be none.
    pub(super) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        let last = u32::try_from(items.len().saturating_sub(1)).unwrap_or(u32::MAX);
        items[self.between(0, last) as usize]
    }

    /// At most `count` of the items, each once, in their order.
    pub(super) fn some<'a, T>(&mut self, items: &'a [T], count: usize) -> Vec<&'a T> {
        let mut left = items.len();
        let mut wanted = count.min(left);
        let mut chosen = Vec::with_capacity(wanted);
        for item in items {
            if wanted > 0 && (self.between(1, u32::try_from(left).unwrap_or(u32::MAX)) as usize) <= wanted {
                chosen.push(item);
                wanted -= 1;
            }
            left -= 1;
        }
        chosen
    }
}
