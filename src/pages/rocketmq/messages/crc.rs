//! The checksum that brokers keep of a body. Pure.

/// What the checksum says of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// The body is what the broker stored.
    Right,
    /// It is not: cut, or bytes that are no text were replaced on the way.
    Wrong,
    /// The answer has none.
    Unknown,
}

/// RocketMQ keeps the lower 31 bits of a CRC-32; some answers have all 32.
const BITS: u32 = 0x7FFF_FFFF;

/// Compares a body with the checksum that came along, 0 for none.
pub fn check(body: &str, said: u64) -> Checked {
    let own = crc(body.as_bytes()) & BITS;
    match u32::try_from(said) {
        Ok(said) if said & BITS == own => Checked::Right,
        Ok(0) => Checked::Unknown,
        _ => Checked::Wrong,
    }
}

/// CRC-32 as in zip files, four bits at a time: a table of sixteen numbers is enough.
fn crc(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = table();
    let step = |crc: u32, bits: u32| (crc >> 4) ^ TABLE[((crc ^ bits) & 15) as usize];
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        let byte = u32::from(*byte);
        step(step(crc, byte), byte >> 4)
    })
}

const fn table() -> [u32; 16] {
    let mut table = [0; 16];
    let mut i = 0;
    while i < 16 {
        let mut crc = i as u32;
        let mut bit = 0;
        while bit < 4 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & 0u32.wrapping_sub(crc & 1));
            bit += 1;
        }
        table[i] = crc;
        i += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_zip() {
        assert_eq!(crc(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc(b""), 0);
    }

    #[test]
    fn both_widths_are_taken_and_damage_is_seen() {
        assert_eq!(check("123456789", 0xCBF4_3926), Checked::Right);
        assert_eq!(check("123456789", 0x4BF4_3926), Checked::Right);
        assert_eq!(check("12345678", 0x4BF4_3926), Checked::Wrong);
        assert_eq!(check("12345678", 0), Checked::Unknown);
        assert_eq!(check("", 0), Checked::Right);
    }
}
