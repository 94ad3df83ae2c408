//! Many short lists in one piece of memory.

/// Lists of small numbers, one after the other. At most `u32::MAX` numbers in all.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lists {
    /// Where each list ends.
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    /// Adds a list.
    pub fn push(&mut self, items: impl IntoIterator<Item = u32>) {
        self.items.extend(items);
        self.ends.push(u32::try_from(self.items.len()).expect("the catalogue counts its links before it keeps them"));
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// How many numbers there are in all lists together.
    pub fn total(&self) -> usize {
        self.items.len()
    }

    /// One list.
    pub fn of(&self, list: usize) -> &[u32] {
        let start = if list == 0 { 0 } else { self.ends[list - 1] as usize };
        &self.items[start..self.ends[list] as usize]
    }

    /// For each of `keys` numbers, the lists that hold it and that `keep` lets through, in ascending order.
    pub fn reversed(&self, keys: usize, keep: impl Fn(usize) -> bool) -> Lists {
        let mut ends = vec![0u32; keys + 1];
        let kept = || (0..self.len()).filter(|&list| keep(list));
        for list in kept() {
            for &item in self.of(list) {
                ends[item as usize + 1] += 1;
            }
        }
        for key in 0..keys {
            ends[key + 1] += ends[key];
        }
        let mut items = vec![0u32; ends[keys] as usize];
        for list in kept() {
            for &item in self.of(list) {
                items[ends[item as usize] as usize] = list as u32;
                ends[item as usize] += 1;
            }
        }
        ends.pop();
        Lists { ends, items }
    }
}
