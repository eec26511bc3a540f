//! `size-budget.toml`: how much the browser may download until the topic list shows.

use anyhow::{Context, Result, bail};

/// The budget file, read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Budget {
    /// Limit for everything together, in bytes as sent with brotli.
    pub first_load_brotli: u64,
    /// Files of `dist/` that are fetched later, when something asks for them; one `*` stands for any text.
    pub later: Vec<String>,
    /// Answers that the gateway makes itself, with an upper bound of their size in bytes.
    pub served: Vec<(String, u64)>,
}

impl Budget {
    /// Reads the part of TOML that the file uses: `key = number`, `key = ["text", ...]` and `[tables]` of numbers.
    pub fn parse(text: &str) -> Result<Self> {
        let mut budget = Self::default();
        let mut table = String::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            budget.line(&mut table, line).with_context(|| format!("size-budget.toml, line {}", index + 1))?;
        }
        if budget.first_load_brotli == 0 {
            bail!("size-budget.toml sets no first_load_brotli");
        }
        Ok(budget)
    }

    fn line(&mut self, table: &mut String, line: &str) -> Result<()> {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            *table = name.to_owned();
            return Ok(());
        }
        let (key, value) = line.split_once('=').context("neither a table nor a key with a value")?;
        let (key, value) = (key.trim(), value.trim());
        match (table.as_str(), key) {
            ("", "first_load_brotli") => self.first_load_brotli = number(value)?,
            ("", "later") => self.later = strings(value)?,
            ("served", _) => self.served.push((string(key)?, number(value)?)),
            _ => bail!("{key} is not known here"),
        }
        Ok(())
    }

    /// Whether a file of `dist/` is fetched later.
    pub fn is_later(&self, name: &str) -> bool {
        self.later.iter().any(|pattern| matches(pattern, name))
    }
}

fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, end)) => {
            name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
        }
    }
}

fn number(value: &str) -> Result<u64> {
    value.replace('_', "").parse().with_context(|| format!("{value} is not a number of bytes"))
}

fn strings(value: &str) -> Result<Vec<String>> {
    let list =
        value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).context("not a list on one line")?;
    list.split(',').map(str::trim).filter(|item| !item.is_empty()).map(string).collect()
}

fn string(value: &str) -> Result<String> {
    let text = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    text.map(str::to_owned).with_context(|| format!("{value} is not a text in quotes"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_lists_and_tables() {
        let text = "# why\nfirst_load_brotli = 300_000 # bytes\nlater = [\"errors.json\", \"chart-*.js\"]\n\n[served]\n\"config.json\" = 600\n";
        let budget = Budget::parse(text).unwrap();
        assert_eq!(budget.first_load_brotli, 300_000);
        assert_eq!(budget.served, [("config.json".to_owned(), 600)]);
        assert!(budget.is_later("errors.json") && budget.is_later("chart-1f.js"));
        assert!(!budget.is_later("chart-.css") && !budget.is_later("my-errors.json"));
    }

    #[test]
    fn errors_name_the_line() {
        for (text, word) in [
            ("first_load_brotli = many", "line 1"),
            ("first_load_brotli = 1\nlater = errors.json", "line 2"),
            ("first_load_brotli = 1\nspeed = 2", "speed"),
            ("later = []", "first_load_brotli"),
        ] {
            let error = format!("{:#}", Budget::parse(text).unwrap_err());
            assert!(error.contains(word), "{text:?}: {error}");
        }
    }

    #[test]
    fn a_star_does_not_match_twice_the_same_letters() {
        assert!(!matches("aba*ba", "aba"));
        assert!(matches("a*", "a"));
    }
}
