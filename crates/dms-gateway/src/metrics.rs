//! Figures for `/metrics`, in the Prometheus text format.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// What has been counted since the start. Labels come from fixed sets, so the text stays small.
#[derive(Debug, Default)]
pub struct Metrics(Mutex<Counts>);

#[derive(Debug, Default)]
struct Counts {
    answers: BTreeMap<(&'static str, u16), u64>,
    latency: BTreeMap<&'static str, (Duration, u64)>,
    refusals: BTreeMap<&'static str, u64>,
}

impl Metrics {
    /// A forwarded call was answered; `latency` until the answer's headers.
    pub fn answered(&self, operation: &'static str, status: u16, latency: Duration) {
        self.with(|counts| {
            *counts.answers.entry((operation, status)).or_default() += 1;
            let (sum, count) = counts.latency.entry(operation).or_default();
            *sum += latency;
            *count += 1;
        });
    }

    /// The proxy answered a call itself, with an error code of its own.
    pub fn refused(&self, code: &'static str) {
        self.with(|counts| *counts.refusals.entry(code).or_default() += 1);
    }

    /// The text that Prometheus reads.
    pub fn render(&self) -> String {
        let mut text = String::new();
        self.with(|counts| {
            // Writing to a String cannot fail.
            let _ = counts.render(&mut text);
        });
        text
    }

    fn with(&self, f: impl FnOnce(&mut Counts)) {
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl Counts {
    fn render(&self, text: &mut String) -> std::fmt::Result {
        header(text, "dms_gateway_requests_total", "counter", "Calls forwarded, by operation and status.")?;
        for ((operation, status), n) in &self.answers {
            writeln!(
                text,
                "dms_gateway_requests_total{{operation=\"{operation}\",status=\"{status}\"}} {n}"
            )?;
        }
        header(
            text,
            "dms_gateway_request_seconds",
            "summary",
            "Time until the answer's headers, by operation.",
        )?;
        for (operation, (sum, count)) in &self.latency {
            let sum = sum.as_secs_f64();
            writeln!(text, "dms_gateway_request_seconds_sum{{operation=\"{operation}\"}} {sum:.6}")?;
            writeln!(text, "dms_gateway_request_seconds_count{{operation=\"{operation}\"}} {count}")?;
        }
        header(
            text,
            "dms_gateway_refused_total",
            "counter",
            "Calls that the gateway answered itself, by code.",
        )?;
        for (code, n) in &self.refusals {
            writeln!(text, "dms_gateway_refused_total{{code=\"{code}\"}} {n}")?;
        }
        Ok(())
    }
}

fn header(text: &mut String, name: &str, kind: &str, help: &str) -> std::fmt::Result {
    writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}")
}
