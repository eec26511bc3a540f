//! What the suite found, as tables.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What one version of the SDK found.
#[derive(Debug, Deserialize)]
pub struct Outcome {
    version: String,
    operations: Vec<Row>,
    /// Operations of the SDK outside the catalogue, by service.
    outside: BTreeMap<String, u32>,
    /// Scenarios that broke off, with what happened.
    broken: Vec<String>,
    /// Allowed differences that nothing needs any more.
    stale: Vec<String>,
    scenarios: u32,
    seconds: f64,
}

/// One operation of the SDK.
#[derive(Debug, Deserialize)]
struct Row {
    service: String,
    name: String,
    id: String,
    section: String,
    succeeded: u32,
    refused: u32,
    failures: Vec<String>,
    differences: Vec<String>,
    allowed: u32,
    /// Fields of the reference's table that no answer had.
    unseen: Vec<String>,
    /// Why the operation is no call of its own, if it is another form of one in the catalogue.
    other_form: Option<String>,
}

impl Row {
    fn problems(&self, unseen: &[String]) -> Vec<String> {
        let not_driven = (self.succeeded == 0 && self.other_form.is_none())
            .then(|| "not driven: no call of it succeeded".to_owned());
        let never = |path: &String| format!("{path}: in the reference's table, never in an answer");
        let unseen = unseen.iter().filter(|path| self.unseen.contains(path)).map(never);
        let failures = self.failures.iter().chain(&self.differences).cloned();
        not_driven.into_iter().chain(failures).chain(unseen).collect()
    }
}

/// Prints everything; whether all is as it should be.
pub fn print(outcomes: &[Outcome]) -> bool {
    let mut failed = 0;
    let mut passed = 0;
    for outcome in outcomes {
        println!("\nSDK {}: {} scenarios in {:.1} s", outcome.version, outcome.scenarios, outcome.seconds);
        println!(
            "{:<9} {:<52} {:<32} {:<8} {:>5} {:>7}  ",
            "service", "operation", "catalogue", "section", "calls", "refused"
        );
        for row in &outcome.operations {
            let problems = row.problems(&unseen(outcomes, row));
            let verdict = match (problems.len(), &row.other_form) {
                (0, Some(why)) => format!("not offered: {why}"),
                (0, None) if row.allowed == 0 => "ok".to_owned(),
                (0, None) => format!("ok, {} allowed", row.allowed),
                (n, _) => format!("FAILED: {n}"),
            };
            println!(
                "{:<9} {:<52} {:<32} {:<8} {:>5} {:>7}  {verdict}",
                row.service, row.name, row.id, row.section, row.succeeded, row.refused
            );
            for problem in &problems {
                println!("          - {problem}");
            }
            if problems.is_empty() { passed += 1 } else { failed += 1 }
        }
        for broken in &outcome.broken {
            println!("scenario broke off: {broken}");
        }
        for stale in &outcome.stale {
            println!("allowed difference that nothing needs: {stale}");
        }
        failed += outcome.broken.len() + outcome.stale.len();
        let outside: Vec<String> =
            outcome.outside.iter().map(|(service, n)| format!("{service} {n}")).collect();
        println!("operations of the SDK outside the catalogue: {}", outside.join(", "));
    }
    without_oracle(outcomes);
    let verdict = if failed == 0 { "ok" } else { "FAILED" };
    println!("\ntest result: {verdict}. {passed} passed; {failed} failed; 0 ignored");
    failed == 0
}

/// Fields of the reference's table that no version got in an answer: an order of one version may have what makes the
/// service send a field, and the other version no such order.
fn unseen(outcomes: &[Outcome], row: &Row) -> Vec<String> {
    let mut rows = outcomes.iter().flat_map(|o| &o.operations).filter(|r| r.id == row.id && r.succeeded > 0);
    let Some(first) = rows.next() else { return Vec::new() };
    rows.fold(first.unseen.clone(), |left, row| left.into_iter().filter(|p| row.unseen.contains(p)).collect())
}

/// Catalogue operations that no version of the SDK has.
fn without_oracle(outcomes: &[Outcome]) {
    let driven: Vec<&str> = outcomes.iter().flat_map(|o| &o.operations).map(|row| row.id.as_str()).collect();
    let rest: Vec<String> = dms_api::catalogue::ALL
        .iter()
        .filter(|spec| !driven.contains(&spec.id))
        .map(|spec| format!("{} ({})", spec.id, spec.section))
        .collect();
    println!("\ncatalogue: {} operations, {} without an oracle", dms_api::catalogue::ALL.len(), rest.len());
    for operation in rest {
        println!("          - {operation}");
    }
}
