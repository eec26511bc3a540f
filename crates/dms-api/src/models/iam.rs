//! Answers of IAM.

use crate::record;

record! {
    /// Answer of `iam.CreateToken`.
    pub struct TokenAnswer {
        /// The token's description; its text is in a header.
        pub token: Token,
    }
}

record! {
    /// A token, described.
    pub struct Token {
        /// UTC, with microseconds: `2020-01-04T09:05:22.701000Z`.
        pub expires_at: String,
    }
}
