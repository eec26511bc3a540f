//! Offsets as text: what a plan saves before it moves a group, and what can be pasted to go back. Pure.

use std::collections::BTreeMap;

use super::plan::Key;

/// The first line of a saved list.
pub const HEADER: &str = "topic,partition,offset";

/// Lines `topic,partition,offset` with a header, in the order of the keys.
pub fn write(offsets: &BTreeMap<Key, i64>) -> String {
    let mut out = String::from(HEADER);
    for ((topic, partition), offset) in offsets {
        out.push_str(&format!("\n{topic},{partition},{offset}"));
    }
    out
}

/// Reads what [`write`] wrote, also after a spreadsheet had it: quotes, blanks, tabs and semicolons do no harm.
///
/// # Errors
/// The number of the first line that cannot be read, from 1.
pub fn read(text: &str) -> Result<BTreeMap<Key, i64>, usize> {
    let mut offsets = BTreeMap::new();
    for (i, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || (i == 0 && line.to_ascii_lowercase().starts_with("topic")) {
            continue;
        }
        let (key, offset) = entry(line).ok_or(i + 1)?;
        offsets.insert(key, offset);
    }
    Ok(offsets)
}

fn entry(line: &str) -> Option<(Key, i64)> {
    let cells: Vec<&str> =
        line.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"').trim()).collect();
    let [topic, partition, offset] = cells.as_slice() else { return None };
    let offset: i64 = offset.parse().ok().filter(|offset| *offset >= 0)?;
    let partition: i32 = partition.parse().ok().filter(|partition| *partition >= 0)?;
    (!topic.is_empty()).then(|| (((*topic).to_owned(), partition), offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two() -> BTreeMap<Key, i64> {
        BTreeMap::from([(("orders".into(), 0), 12), (("orders".into(), 10), 9_000_000_000)])
    }

    #[test]
    fn what_is_written_can_be_read() {
        assert_eq!(read(&write(&two())), Ok(two()));
    }

    #[test]
    fn a_spreadsheet_does_no_harm() {
        let edited = "\u{feff}Topic;Partition;Offset\r\n\"orders\"; 0 ;12\r\n\r\norders\t10\t9000000000\r\n";
        assert_eq!(read(edited), Ok(two()));
        assert_eq!(read("orders,0,12\norders,10,9000000000"), Ok(two()), "the header may be missing");
    }

    #[test]
    fn the_line_that_is_wrong_is_named() {
        assert_eq!(read("topic,partition,offset\norders,0,12\norders,x,1"), Err(3));
        assert_eq!(read("orders,0,-1"), Err(1));
        assert_eq!(read("orders,0"), Err(1));
        assert_eq!(read("  \n"), Ok(BTreeMap::new()));
    }
}
