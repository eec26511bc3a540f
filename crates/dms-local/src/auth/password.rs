//! Passwords of instances, kept as salted hashes: the database alone opens nothing.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Enough to make guessing slow, little enough for a test to create instances all day.
const ROUNDS: u32 = 2_000;

/// The hash to keep: `pbkdf2-sha256$<salt>$<hash>`, empty for an empty password.
pub fn hash(password: &str) -> String {
    if password.is_empty() {
        return String::new();
    }
    let salt = uuid::Uuid::new_v4().simple().to_string();
    let hash = derive(password, &salt);
    format!("pbkdf2-sha256${salt}${hash}")
}

/// Whether `password` is the one that was hashed.
pub fn matches(password: &str, kept: &str) -> bool {
    let mut parts = kept.split('$').skip(1);
    match (parts.next(), parts.next()) {
        (Some(salt), Some(hash)) => derive(password, salt) == hash,
        _ => false,
    }
}

/// PBKDF2 with one block, in hex.
fn derive(password: &str, salt: &str) -> String {
    let mac = |input: &[u8]| -> [u8; 32] {
        let Ok(mac) = Hmac::<Sha256>::new_from_slice(password.as_bytes()) else { return [0; 32] };
        mac.chain_update(input).finalize().into_bytes().into()
    };
    let mut block = mac(&[salt.as_bytes(), &1u32.to_be_bytes()].concat());
    let mut sum = block;
    for _ in 1..ROUNDS {
        block = mac(&block);
        for (total, byte) in sum.iter_mut().zip(block) {
            *total ^= byte;
        }
    }
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_password_matches() {
        let kept = hash("Kafka-2026!");
        assert!(!kept.contains("Kafka-2026!"));
        assert!(matches("Kafka-2026!", &kept));
        assert!(!matches("kafka-2026!", &kept));
        assert!(!matches("", &hash("")));
    }
}
