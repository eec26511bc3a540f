//! An existing Kafka cluster, known by its address only.

use std::fmt;

/// User and mechanism for a cluster that asks for SASL.
#[derive(Clone, PartialEq, Eq)]
pub enum Sasl {
    /// SASL/PLAIN.
    Plain {
        /// User name.
        user: String,
        /// Password.
        password: String,
    },
    /// SASL/SCRAM-SHA-512.
    ScramSha512 {
        /// User name.
        user: String,
        /// Password.
        password: String,
    },
}

impl fmt::Debug for Sasl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mechanism, user) = match self {
            Self::Plain { user, .. } => ("PLAIN", user),
            Self::ScramSha512 { user, .. } => ("SCRAM-SHA-512", user),
        };
        write!(f, "Sasl({mechanism}, {user:?}, password hidden)")
    }
}

/// How to reach an existing cluster.
#[derive(Clone, Debug)]
pub struct External {
    /// `host:port`, several separated by commas.
    pub bootstrap: String,
    /// `None` for a listener without authentication.
    pub sasl: Option<Sasl>,
}
