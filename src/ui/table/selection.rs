//! The picked rows.

use std::collections::BTreeSet;
use std::sync::Arc;

/// Keys of the picked rows. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection(Arc<BTreeSet<String>>);

impl Selection {
    /// Whether the row is picked.
    pub fn contains(&self, key: &str) -> bool {
        self.0.contains(key)
    }

    /// How many rows are picked, whether or not they are still there.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is picked.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The keys in alphabetical order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// The selection with these rows picked, or not.
    pub fn with<'a>(&self, keys: impl IntoIterator<Item = &'a str>, picked: bool) -> Self {
        let mut set = Arc::clone(&self.0);
        let inner = Arc::make_mut(&mut set);
        for key in keys {
            if picked {
                inner.insert(key.to_owned());
            } else {
                inner.remove(key);
            }
        }
        Self(set)
    }
}

impl<K: Into<String>> FromIterator<K> for Selection {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        Self(Arc::new(keys.into_iter().map(Into::into).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_added_and_taken_away() {
        let some: Selection = ["b", "d"].into_iter().collect();
        let more = some.with(["a", "b", "c"], true);
        assert_eq!(more.keys().collect::<Vec<_>>(), ["a", "b", "c", "d"]);
        let less = more.with(["a", "b"], false);
        assert_eq!((less.len(), less.contains("b")), (2, false));
        assert_eq!(some.len(), 2, "the original stays");
    }
}
