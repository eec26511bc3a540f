//! Texts and bytes cut into lines of equal height, so that only those in sight have to be made. Pure.

use std::ops::Range;

/// Where a text is cut so that no line is wider than `width` columns; letters of East Asian scripts take two. Ranges
/// in bytes, without the line breaks.
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::with_capacity(text.len() / width.max(1) + 1);
    let (mut start, mut used) = (0, 0);
    for (at, c) in text.char_indices() {
        if c == '\n' {
            let end =
                if text.get(..at).is_some_and(|t| t.ends_with('\r')) && at > start { at - 1 } else { at };
            lines.push(start..end);
            (start, used) = (at + 1, 0);
            continue;
        }
        let columns = columns_of(c);
        if used + columns > width && at > start {
            lines.push(start..at);
            (start, used) = (at, 0);
        }
        used += columns;
    }
    lines.push(start..text.len());
    lines
}

fn columns_of(c: char) -> usize {
    match u32::from(c) {
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f => 2,
        0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1_f300..=0x1_faff | 0x2_0000..=0x3_fffd => 2,
        0x09 => 8,
        _ => 1,
    }
}

/// Bytes in a line of [`hex_line`].
pub const HEX_WIDTH: usize = 16;

/// The parts of a line of a hex view: the place, the bytes in two halves, the characters.
pub fn hex_line(bytes: &[u8], line: usize) -> (String, String, String) {
    let start = line * HEX_WIDTH;
    let end = (start + HEX_WIDTH).min(bytes.len());
    let part = bytes.get(start..end).unwrap_or_default();
    let mut hex = String::with_capacity(HEX_WIDTH * 3 + 1);
    let mut chars = String::with_capacity(HEX_WIDTH);
    for i in 0..HEX_WIDTH {
        if i == HEX_WIDTH / 2 {
            hex.push(' ');
        }
        match part.get(i) {
            Some(byte) => {
                hex.push(digit(byte >> 4));
                hex.push(digit(byte & 15));
                chars.push(if matches!(byte, 0x20..=0x7e) { *byte as char } else { '·' });
            }
            None => hex.push_str("  "),
        }
        hex.push(' ');
    }
    (place(start), hex, chars)
}

fn place(at: usize) -> String {
    (0..8).rev().map(|i| digit((at >> (i * 4)) as u8 & 15)).collect()
}

fn digit(value: u8) -> char {
    char::from_digit(value.into(), 16).unwrap_or('?')
}

/// How many lines [`hex_line`] has for so many bytes.
pub fn hex_lines(bytes: usize) -> usize {
    bytes.div_ceil(HEX_WIDTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn lines_end_at_breaks_and_at_the_width() {
        assert_eq!(cut("abc", 10), ["abc"]);
        assert_eq!(cut("abcdef", 4), ["abcd", "ef"]);
        assert_eq!(cut("ab\r\ncd\n", 4), ["ab", "cd", ""]);
        assert_eq!(cut("订单完成", 4), ["订单", "完成"]);
        assert_eq!(cut("a订b", 2), ["a", "订", "b"]);
        assert_eq!(cut("", 4), [""]);
        assert_eq!(cut("abcd\nef", 4), ["abcd", "ef"]);
    }

    #[test]
    fn hex_shows_place_bytes_and_characters() {
        let bytes = b"0123456789abcdef\x00\xffz";
        assert_eq!(hex_lines(bytes.len()), 2);
        let (place, hex, chars) = hex_line(bytes, 1);
        assert_eq!((place.as_str(), hex.trim_end(), chars.as_str()), ("00000010", "00 ff 7a", "··z"));
        let (_, hex, _) = hex_line(bytes, 0);
        assert_eq!(hex, "30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66 ");
        assert_eq!(hex_line(bytes, 9).2, "");
    }
}
