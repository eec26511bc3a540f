//! Ids and checksums as RocketMQ makes them.

use rusqlite::Connection;

/// First port of the brokers; each has the next.
const FIRST_PORT: u32 = 10_100;

/// Takes the next number of a counter, the first being `by`.
pub(super) fn count(c: &Connection, counter: &str, by: i64) -> rusqlite::Result<i64> {
    c.prepare_cached(
        "INSERT INTO counters (name, value) VALUES (?1, ?2)
         ON CONFLICT DO UPDATE SET value = value + excluded.value RETURNING value",
    )?
    .query_row((counter, by), |row| row.get(0))
}

/// Port of a broker: `broker-0` has the first.
fn port(broker: &str) -> u32 {
    let number = broker.rsplit_once('-').and_then(|(_, number)| number.parse().ok()).unwrap_or(0);
    FIRST_PORT.saturating_add(number)
}

/// Address of a broker, `host:port`.
pub(super) fn store_host(broker: &str) -> String {
    format!("127.0.0.1:{}", port(broker))
}

/// The broker's id of a message: its address and where in its log the message is, in hex.
pub(super) fn message_id(broker: &str, log_offset: i64) -> String {
    format!("7F000001{:08X}{log_offset:016X}", port(broker))
}

/// The producer's id of a message: its address, process, and a count within the month, in hex.
pub(super) fn unique_key(number: i64, now: i64) -> String {
    const MONTH_MS: i64 = 31 * 24 * 3600 * 1000;
    let process = std::process::id() & 0xFFFF;
    format!("7F000001{process:04X}18B4AAC2{:08X}{:04X}", now.rem_euclid(MONTH_MS), number & 0xFFFF)
}

/// CRC-32 of a body without its highest bit, so that it is no negative number in Java.
pub(super) fn crc(body: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in body {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & 0u32.wrapping_sub(crc & 1));
        }
    }
    !crc & 0x7FFF_FFFF
}

/// Java's hash of a text, which chooses the queue of a sharding key.
pub(super) fn hash(text: &str) -> u32 {
    text.encode_utf16().fold(0u32, |hash, unit| hash.wrapping_mul(31).wrapping_add(unit.into())) & 0x7FFF_FFFF
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_32_digits_and_name_the_broker() {
        assert_eq!(message_id("broker-0", 0xBE12), "7F00000100002774000000000000BE12");
        assert_eq!(message_id("broker-1", 0).len(), 32);
        assert_eq!(unique_key(70_000, 1_700_000_000_000).len(), 32);
        assert_ne!(unique_key(1, 0), unique_key(2, 0));
    }

    #[test]
    fn checksums_are_those_of_java() {
        // CRC-32 of "123456789" is CBF43926.
        assert_eq!(crc(b"123456789"), 0x4BF4_3926);
        assert_eq!(crc(b""), 0);
        assert_eq!(hash("hello"), 99_162_322);
    }
}
