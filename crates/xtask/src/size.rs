//! `cargo xtask size`: what the browser downloads until the topic list shows.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::budget::Budget;
use crate::finish;
use crate::project::Project;

/// One downloaded file, sizes in bytes.
struct Row {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
    later: bool,
}

/// Prints the table; an error if the budget is exceeded or there is nothing to measure.
pub fn check(project: &Project) -> Result<()> {
    let budget = Budget::parse(&project.read("size-budget.toml")?)?;
    let rows = rows(&project.dist(), &budget)?;
    let sum = |size: fn(&Row) -> u64| rows.iter().filter(|row| !row.later).map(size).sum::<u64>();
    let (raw, gzip, brotli) = (sum(|row| row.raw), sum(|row| row.gzip), sum(|row| row.brotli));

    println!("{:<44} {:>11} {:>11} {:>11}", "file", "raw", "gzip", "brotli");
    for row in &rows {
        let note = if row.later { "  (later, not counted)" } else { "" };
        println!(
            "{:<44} {:>11} {:>11} {:>11}{note}",
            row.name,
            thin(row.raw),
            thin(row.gzip),
            thin(row.brotli)
        );
    }
    println!(
        "{:<44} {:>11} {:>11} {:>11}",
        "first load until the topic list shows",
        thin(raw),
        thin(gzip),
        thin(brotli)
    );
    let limit = budget.first_load_brotli;
    if brotli > limit {
        bail!(
            "{} bytes with brotli are {} above the budget of {}",
            thin(brotli),
            thin(brotli - limit),
            thin(limit)
        );
    }
    println!("within the budget of {} bytes with brotli, {} to spare", thin(limit), thin(limit - brotli));
    Ok(())
}

fn rows(dist: &Path, budget: &Budget) -> Result<Vec<Row>> {
    ensure!(dist.join("index.html.br").is_file(), "no release build in dist/: run `cargo xtask build` first");
    let mut rows = Vec::new();
    for file in finish::files(dist)? {
        let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let raw = fs::metadata(&file).with_context(|| format!("cannot read {name}"))?.len();
        let packed = |suffix| fs::metadata(with_suffix(&file, suffix)).map_or(raw, |data| data.len());
        rows.push(Row {
            raw,
            gzip: packed(".gz"),
            brotli: packed(".br"),
            later: budget.is_later(&name),
            name,
        });
    }
    for (name, size) in &budget.served {
        let name = format!("{name} (made by the gateway)");
        rows.push(Row { name, raw: *size, gzip: *size, brotli: *size, later: false });
    }
    Ok(rows)
}

fn with_suffix(file: &Path, suffix: &str) -> OsString {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name
}

/// Digits in groups of three.
fn thin(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::thin;

    #[test]
    fn digits_come_in_threes() {
        assert_eq!([thin(0), thin(999), thin(1000), thin(1_234_567)], ["0", "999", "1 000", "1 234 567"]);
    }
}
