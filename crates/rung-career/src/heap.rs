//! The most active first.

/// A binary heap whose entries know their place.
pub(crate) struct Heap {
    entries: Vec<u32>,
    place: Vec<u32>,
}

const ABSENT: u32 = u32::MAX;

impl Heap {
    pub(crate) fn new(size: usize) -> Self {
        Heap { entries: Vec::with_capacity(size), place: vec![ABSENT; size] }
    }

    pub(crate) fn top(&self) -> Option<u32> {
        self.entries.first().copied()
    }

    pub(crate) fn insert(&mut self, entry: u32, activity: &[u64]) {
        if self.place[entry as usize] == ABSENT {
            self.place[entry as usize] = self.entries.len() as u32;
            self.entries.push(entry);
            self.up(self.entries.len() - 1, activity);
        }
    }

    pub(crate) fn raised(&mut self, entry: u32, activity: &[u64]) {
        let place = self.place[entry as usize];
        if place != ABSENT {
            self.up(place as usize, activity);
        }
    }

    pub(crate) fn pop(&mut self, activity: &[u64]) {
        let Some(&top) = self.entries.first() else { return };
        self.place[top as usize] = ABSENT;
        if let Some(last) = self.entries.pop()
            && last != top
        {
            self.entries[0] = last;
            self.place[last as usize] = 0;
            self.down(0, activity);
        }
    }

    fn up(&mut self, mut at: usize, activity: &[u64]) {
        let entry = self.entries[at];
        while at > 0 {
            let parent = (at - 1) / 2;
            let above = self.entries[parent];
            if activity[above as usize] >= activity[entry as usize] {
                break;
            }
            self.entries[at] = above;
            self.place[above as usize] = at as u32;
            at = parent;
        }
        self.entries[at] = entry;
        self.place[entry as usize] = at as u32;
    }

    fn down(&mut self, mut at: usize, activity: &[u64]) {
        let entry = self.entries[at];
        loop {
            let mut child = 2 * at + 1;
            if child >= self.entries.len() {
                break;
            }
            if child + 1 < self.entries.len()
                && activity[self.entries[child + 1] as usize] > activity[self.entries[child] as usize]
            {
                child += 1;
            }
            let below = self.entries[child];
            if activity[below as usize] <= activity[entry as usize] {
                break;
            }
            self.entries[at] = below;
            self.place[below as usize] = at as u32;
            at = child;
        }
        self.entries[at] = entry;
        self.place[entry as usize] = at as u32;
    }
}
