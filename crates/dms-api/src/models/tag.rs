//! Tags (K5.8, R5.7).

use serde::Deserialize;

use crate::record;

record! {
    /// A tag of an instance.
    #[derive(Eq, PartialOrd, Ord, Hash, Deserialize)]
    #[serde(default)]
    pub struct Tag {
        /// 1-128 characters.
        pub key: String,
        /// 0-255 characters.
        pub value: String,
    }
}

record! {
    /// Answer of `kafka.ListTags` (K5.8.2) and of its RocketMQ twin.
    pub struct TagList {
        /// The instance's tags.
        pub tags: Vec<Tag>,
    }
}

record! {
    /// A key and every value that some instance of the project gives it.
    pub struct ProjectTag {
        /// The key.
        pub key: String,
        /// Its values.
        pub values: Vec<String> as "values" | "value",
        ..rest
    }
}

record! {
    /// Answer of `kafka.ListProjectTags` (K5.8.3).
    pub struct ProjectTagList {
        /// All keys in use.
        pub tags: Vec<ProjectTag>,
    }
}
