//! What each error code means and what to do about it, in our own words.
//!
//! The texts are data (`data/errors.json`): the console fetches them when the first error has to be explained, so
//! that they cost its download nothing; native programs embed them with the cargo feature `catalogue`.

use std::collections::BTreeMap;

use crate::error::ApiError;
use crate::record;
use crate::record::{Json, Lenient};

record! {
    /// The texts of one code.
    pub struct Entry {
        /// HTTP status that the code comes with.
        pub status: u16,
        /// English.
        pub en: Explanation,
        /// Chinese.
        pub zh: Explanation,
    }
}

record! {
    /// One sentence each.
    pub struct Explanation {
        /// What is wrong.
        pub explain: String,
        /// What helps.
        pub remedy: String,
    }
}

/// All codes. A key that is a bare status (`"502"`) explains answers that name no code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue(pub BTreeMap<String, Entry>);

impl Catalogue {
    /// Reads `data/errors.json`. Anything else is an empty catalogue.
    pub fn read(json: &Json) -> Self {
        Self(Lenient::read(json).unwrap_or_default())
    }

    /// The texts for an error: those of its code, otherwise those of its status.
    pub fn explain(&self, error: &ApiError) -> Option<&Entry> {
        self.0.get(&error.code).or_else(|| self.0.get(&error.status.to_string()))
    }

    /// The texts that come with this crate.
    #[cfg(feature = "catalogue")]
    pub fn embedded() -> &'static Self {
        use std::sync::LazyLock;
        static TEXTS: LazyLock<Catalogue> = LazyLock::new(|| {
            let json = serde_json::from_str(include_str!("../../data/errors.json"));
            Catalogue::read(&json.unwrap_or_default())
        });
        &TEXTS
    }
}
