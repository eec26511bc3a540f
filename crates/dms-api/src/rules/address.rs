//! Rules for what clients in other networks are told about brokers (K5.2.4).

use crate::ops::kafka::CrossVpcBody;

use super::{Findings, Problem};

/// Longest domain name.
const LONGEST: usize = 253;

/// Checks an address or domain name: letters, digits, dots and hyphens, or an IPv6 address.
///
/// # Errors
/// The first problem.
pub fn advertised_address(text: &str) -> Result<(), Problem> {
    let first = text.chars().next().ok_or(Problem::Required)?;
    if text.chars().count() > LONGEST {
        return Err(Problem::TooLong { max: LONGEST });
    }
    if !first.is_ascii_alphanumeric() && first != ':' {
        return Err(Problem::BadStart);
    }
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    match text.chars().enumerate().find(|(_, c)| !allowed(*c)) {
        Some((at, ch)) => Err(Problem::BadChar { at, ch }),
        None => Ok(()),
    }
}

impl CrossVpcBody {
    /// Every problem of the change; `listeners` are the addresses that the brokers listen on. All must be there.
    pub fn check(&self, listeners: &[String]) -> Findings {
        let mut found = Findings::default();
        let given = &self.advertised_ip_contents;
        if given.is_empty() || listeners.iter().any(|listener| !given.contains_key(listener)) {
            found.note("advertised_ip_contents", Err::<(), _>(Problem::Required));
        }
        if given.keys().any(|key| !listeners.contains(key)) {
            found.note("advertised_ip_contents", Err::<(), _>(Problem::Unknown));
        }
        for (index, address) in given.values().enumerate() {
            found.note_entry("advertised_ip_contents", index, advertised_address(address));
        }
        found
    }
}
