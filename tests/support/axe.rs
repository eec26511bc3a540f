//! Accessibility rules, checked by axe-core in the page.

use std::fmt::Write;

use anyhow::{Context, bail};

use super::console::Console;
use super::paths;

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(
        (result) => done(result.violations.map((v) => ({
            id: v.id,
            impact: v.impact,
            help: v.help,
            nodes: v.nodes.map((n) => n.target.join(' ') + ': ' + n.failureSummary),
        }))),
        (error) => done(String(error)));";

/// Fails if the page as it is now breaks a rule.
///
/// # Errors
/// With every rule broken and where.
pub async fn check(console: &Console, what: &str) -> anyhow::Result<()> {
    let script = std::fs::read_to_string(paths::axe()?)?;
    console.driver.execute(script, Vec::new()).await.context("axe-core does not load")?;
    let result = console.driver.execute_async(RUN, Vec::new()).await?;
    let Some(violations) = result.json().as_array() else { bail!("axe-core fails: {}", result.json()) };
    if violations.is_empty() {
        return Ok(());
    }
    let mut text = format!("{what} breaks rules of accessibility:");
    for violation in violations {
        write!(text, "\n{} ({}): {}", violation["id"], violation["impact"], violation["help"])?;
        for node in violation["nodes"].as_array().into_iter().flatten().filter_map(|n| n.as_str()) {
            write!(text, "\n    {}", node.replace('\n', " "))?;
        }
    }
    bail!(text)
}
