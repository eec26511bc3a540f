//! `cargo xtask size`: what the browser downloads until the topic list shows, and what it fetches after that.

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
    when: When,
}

/// When the browser downloads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// Before the topic list shows.
    First,
    /// A chunk: some seconds after the first page, or when one of its pages is opened.
    Idle,
    /// When something asks for it.
    Asked,
}

impl When {
    const ALL: [Self; 3] = [Self::First, Self::Idle, Self::Asked];

    /// Of a file in `dist/`. Every WebAssembly file but the one of the program is a chunk; the later style sheet comes
    /// with the first of them.
    fn of(name: &str, budget: &Budget) -> Self {
        if budget.is_later(name) {
            Self::Asked
        } else if (name.ends_with(".wasm") && !name.ends_with("_bg.wasm")) || name.starts_with("later-") {
            Self::Idle
        } else {
            Self::First
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::First => "until the topic list shows",
            Self::Idle => "chunks, fetched when idle",
            Self::Asked => "fetched when asked for",
        }
    }
}

/// Prints the table; an error if the budget is exceeded or there is nothing to measure.
pub fn check(project: &Project) -> Result<()> {
    let budget = Budget::parse(&project.read("size-budget.toml")?)?;
    let rows = rows(&project.dist(), &budget)?;
    let sum = |when: When, size: fn(&Row) -> u64| -> u64 {
        rows.iter().filter(|row| row.when == when).map(size).sum()
    };
    for when in When::ALL {
        println!("{:<44} {:>11} {:>11} {:>11}", when.words(), "raw", "gzip", "brotli");
        for row in rows.iter().filter(|row| row.when == when) {
            line(&row.name, [row.raw, row.gzip, row.brotli]);
        }
        line("  together", [sum(when, |r| r.raw), sum(when, |r| r.gzip), sum(when, |r| r.brotli)]);
        println!();
    }
    let brotli = sum(When::First, |row| row.brotli);
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

fn line(name: &str, sizes: [u64; 3]) {
    let [raw, gzip, brotli] = sizes.map(thin);
    println!("{name:<44} {raw:>11} {gzip:>11} {brotli:>11}");
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
            when: When::of(&name, budget),
            name,
        });
    }
    for (name, size) in &budget.served {
        let name = format!("{name} (made by the gateway)");
        rows.push(Row { name, raw: *size, gzip: *size, brotli: *size, when: When::First });
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
    use super::*;

    #[test]
    fn chunks_are_told_from_the_program() {
        let budget = Budget { later: vec!["errors.json".to_owned()], ..Budget::default() };
        let of = |name| When::of(name, &budget);
        assert_eq!(of("dms-console-00ff_bg.wasm"), When::First);
        assert_eq!(of("chunks-00ff.js"), When::First);
        assert_eq!(of("shared-4-00ff.wasm"), When::Idle);
        assert_eq!(of("style-00ff.css"), When::First);
        assert_eq!(of("later-00ff.css"), When::Idle);
        assert_eq!(of("errors.json"), When::Asked);
    }

    #[test]
    fn digits_come_in_threes() {
        assert_eq!([thin(0), thin(999), thin(1000), thin(1_234_567)], ["0", "999", "1 000", "1 234 567"]);
    }
}
