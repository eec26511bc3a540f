//! What a test run tells at its end.

use std::time::Duration;

/// The sums of `cargo test`'s closing lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
    pub ignored: u32,
}

impl Counts {
    /// Adds a line of output if it is a closing line.
    pub fn add(&mut self, line: &str) {
        let Some((_, counts)) = line.split_once("test result: ").and_then(|(_, rest)| rest.split_once(". "))
        else {
            return;
        };
        for part in counts.split(';') {
            match part.trim().split_once(' ') {
                Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                Some((number, "failed")) => self.failed += number.parse().unwrap_or(0),
                Some((number, "ignored")) => self.ignored += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
}

/// How one step went.
#[derive(Debug)]
pub struct Outcome {
    pub step: &'static str,
    pub time: Duration,
    /// Of the tests it ran, if it ran any.
    pub counts: Option<Counts>,
    pub error: Option<String>,
}

/// The table of all steps.
pub fn table(outcomes: &[Outcome]) -> String {
    let mut text = String::new();
    let mut all = Counts::default();
    for outcome in outcomes {
        let verdict = if outcome.error.is_none() { "ok" } else { "FAILED" };
        let counts = outcome.counts.map(|counts| {
            all.passed += counts.passed;
            all.failed += counts.failed;
            all.ignored += counts.ignored;
            format!("{} passed, {} failed, {} ignored", counts.passed, counts.failed, counts.ignored)
        });
        let line = format!(
            "{:<12} {:<7} {:>8}  {}",
            outcome.step,
            verdict,
            seconds(outcome.time),
            counts.unwrap_or_default()
        );
        text.push_str(line.trim_end());
        text.push('\n');
    }
    let time = seconds(outcomes.iter().map(|outcome| outcome.time).sum());
    let failed: Vec<&str> =
        outcomes.iter().filter(|outcome| outcome.error.is_some()).map(|one| one.step).collect();
    let verdict =
        if failed.is_empty() { "all steps ok".to_owned() } else { format!("FAILED: {}", failed.join(", ")) };
    text.push_str(&format!(
        "{verdict}; tests: {} passed, {} failed, {} ignored; {time} in all\n",
        all.passed, all.failed, all.ignored
    ));
    text
}

/// A duration for people: `0.4 s`, `12.0 s`, `3 min 05 s`.
pub fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_summed() {
        let mut counts = Counts::default();
        counts.add("running 3 tests");
        counts.add(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
        );
        counts.add("test result: \u{1b}[31mFAILED\u{1b}[m. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out");
        assert_eq!(counts, Counts { passed: 15, failed: 2, ignored: 1 });
    }

    #[test]
    fn the_last_line_tells_the_truth() {
        let step = |step, error: Option<&str>, counts| Outcome {
            step,
            time: Duration::from_secs(40),
            counts,
            error: error.map(str::to_owned),
        };
        let counts = Some(Counts { passed: 5, failed: 1, ignored: 0 });
        let text = table(&[step("fmt", None, None), step("unit", Some("exit status 101"), counts)]);
        assert_eq!(
            text.lines().last(),
            Some("FAILED: unit; tests: 5 passed, 1 failed, 0 ignored; 1 min 20 s in all")
        );
        assert!(table(&[step("fmt", None, None)]).contains("all steps ok"));
    }
}
