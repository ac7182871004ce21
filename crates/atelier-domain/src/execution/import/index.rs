//! What the other files may refer to, by key.

use super::mapping::Aliases;
use super::reject::{Fault, Referred};
use super::similar::Proposals;
use std::collections::HashMap;

struct Entry<Id> {
    id: Id,
    /// Row that gave it; 0 when it was met as a reference only.
    row: u32,
    good: bool,
    used: bool,
}

/// Keys of one kind of thing, with their other spellings.
pub(super) struct Index<Id> {
    what: Referred,
    entries: HashMap<Box<str>, Entry<Id>>,
    aliases: HashMap<String, String>,
    /// Whether a file lists them all; otherwise a reference is enough to make one.
    listed: bool,
    proposals: Proposals,
}

/// What a key refers to.
pub(super) enum Lookup<Id> {
    Known(Id),
    /// First met here, where no file lists them: the key, once its alias is followed.
    New(Id, String),
}

impl<Id: Copy> Index<Id> {
    pub fn new(what: Referred, aliases: &Aliases, listed: bool) -> Self {
        let aliases = aliases.iter().map(|(alias, (key, _))| (alias.clone(), key.clone())).collect();
        Self { what, entries: HashMap::new(), aliases, listed, proposals: Proposals::default() }
    }

    /// Adds a key of the file.
    ///
    /// # Errors
    /// The row that already gave it.
    pub fn insert(&mut self, key: &str, id: Id, row: u32, good: bool) -> Result<(), u32> {
        if let Some(entry) = self.entries.get(key) {
            return Err(entry.row);
        }
        self.entries.insert(key.into(), Entry { id, row, good, used: false });
        Ok(())
    }

    /// Takes a key back: its row is set aside.
    pub fn set_aside(&mut self, key: &str) {
        if let Some(entry) = self.entries.get_mut(key) {
            entry.good = false;
        }
    }

    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Listed keys that nothing referred to.
    pub fn unused(&self) -> usize {
        self.entries.values().filter(|entry| entry.good && !entry.used).count()
    }

    /// What `text` refers to; `make` gives the id of a key.
    pub fn find(&mut self, text: &str, make: impl Fn(&str) -> Id) -> Result<Lookup<Id>, Fault> {
        let key = if self.aliases.is_empty() { None } else { self.aliases.get(text) };
        let key = key.map_or(text, String::as_str);
        if let Some(entry) = self.entries.get_mut(key) {
            entry.used = true;
            return if entry.good { Ok(Lookup::Known(entry.id)) } else { Err(Fault::RejectedReference) };
        }
        if !self.listed {
            let (id, key) = (make(key), key.to_owned());
            self.entries.insert(key.as_str().into(), Entry { id, row: 0, good: true, used: true });
            return Ok(Lookup::New(id, key));
        }
        let known = self.entries.keys().map(AsRef::as_ref);
        Err(Fault::Unknown { what: self.what, proposal: self.proposals.propose(text, known) })
    }
}

impl<Id: Copy> Lookup<Id> {
    pub fn id(&self) -> Id {
        match self {
            Self::Known(id) | Self::New(id, _) => *id,
        }
    }
}
