//! Rules for tags (K5.8.1, R5.7.1).

use std::collections::HashSet;

use crate::models::Tag;
use crate::ops::shared::ChangeTagsBody;

use super::text::bad_char;
use super::{Findings, Problem, one_of};

/// Fewest and most characters of a key.
pub const TAG_KEY: (usize, usize) = (1, 128);

/// Fewest and most characters of a value.
pub const TAG_VALUE: (usize, usize) = (0, 255);

/// Most tags of an instance, by the user guides. DMS.10240044 speaks of 10, but of queues, which this API does
/// not have.
pub const TAGS_PER_INSTANCE: usize = 20;

/// Checks a key: letters and digits of any language, blanks inside, `_ . : = + - @`.
///
/// # Errors
/// The first problem.
pub fn tag_key(key: &str) -> Result<(), Problem> {
    if key.is_empty() {
        return Err(Problem::Required);
    }
    chars(key, "_.:=+-@")?;
    if key.trim() != key {
        return Err(Problem::BlankAtEnds);
    }
    if key.starts_with("_sys_") {
        return Err(Problem::Reserved);
    }
    length(key, TAG_KEY.1)
}

/// Checks a value: like a key, and `/`; may be empty.
///
/// # Errors
/// The first problem.
pub fn tag_value(value: &str) -> Result<(), Problem> {
    chars(value, "_.:/=+-@")?;
    if value.trim() != value {
        return Err(Problem::BlankAtEnds);
    }
    length(value, TAG_VALUE.1)
}

fn chars(text: &str, extra: &str) -> Result<(), Problem> {
    bad_char(text, |c| c.is_alphanumeric() || c == ' ' || extra.contains(c))
}

fn length(text: &str, max: usize) -> Result<(), Problem> {
    if text.chars().count() > max { Err(Problem::TooLong { max }) } else { Ok(()) }
}

/// Checks all tags that an instance is to have: fields `tags`, `tags.key`, `tags.value`.
pub fn tags(all: &[Tag]) -> Findings {
    let mut found = Findings::default();
    let mut seen = HashSet::new();
    for (index, tag) in all.iter().enumerate() {
        let fresh = if seen.insert(&tag.key) { Ok(()) } else { Err(Problem::Duplicate) };
        found.note_entry("tags.key", index, tag_key(&tag.key).and(fresh));
        found.note_entry("tags.value", index, tag_value(&tag.value));
    }
    if all.len() > TAGS_PER_INSTANCE {
        found.note("tags", Err::<(), _>(Problem::TooMany { max: TAGS_PER_INSTANCE }));
    }
    found
}

impl ChangeTagsBody {
    /// Checks the change. `existing` are the tags that the instance has.
    pub fn check(&self, existing: &[Tag]) -> Findings {
        let mut found = Findings::default();
        found.note("action", one_of(&self.action, &[Self::CREATE, Self::DELETE]));
        if self.tags.is_empty() {
            found.note("tags", Err::<(), _>(Problem::Required));
        }
        if self.action == Self::DELETE {
            return found;
        }
        found.0.extend(tags(&self.tags).0);
        let others = existing.iter().filter(|old| !self.tags.iter().any(|new| new.key == old.key));
        if found.of("tags").is_none() && others.count() + self.tags.len() > TAGS_PER_INSTANCE {
            found.note("tags", Err::<(), _>(Problem::TooMany { max: TAGS_PER_INSTANCE }));
        }
        found
    }
}
