//! Ids of the files and positions of the model.

use std::collections::HashMap;

/// Ids in the order of their rows; nothing is stored while they are 0, 1, 2…
#[derive(Clone, Debug, Default)]
pub struct Ids {
    count: u32,
    other: Option<(Vec<u32>, HashMap<u32, u32>)>,
}

impl Ids {
    /// The next id; `None` when it is there already.
    pub fn push(&mut self, id: u32) -> Option<u32> {
        let position = self.count;
        if self.other.is_none() && id != position {
            self.other = Some(((0..position).collect(), (0..position).map(|id| (id, id)).collect()));
        }
        if let Some((ids, positions)) = &mut self.other {
            if positions.contains_key(&id) {
                return None;
            }
            positions.insert(id, position);
            ids.push(id);
        }
        self.count += 1;
        Some(position)
    }

    /// Position of an id.
    pub fn position(&self, id: u32) -> Option<u32> {
        match &self.other {
            None => (id < self.count).then_some(id),
            Some((_, positions)) => positions.get(&id).copied(),
        }
    }

    /// Id at a position.
    pub fn id(&self, position: u32) -> u32 {
        self.other.as_ref().map_or(position, |(ids, _)| ids[position as usize])
    }

    /// How many.
    pub fn len(&self) -> u32 {
        self.count
    }
}
