//! Which operations of the catalogue the tests have used through the console.

use std::collections::{BTreeMap, BTreeSet};

use dms_api::catalogue;
use serde_json::json;

use super::local::Call;
use super::paths;

/// Services whose every operation has to be called by a full run: what cannot be reached through the console is
/// missing from it.
const COMPLETE: &[&str] = &["iam", "kafka", "rocketmq"];

/// What is known of one operation.
#[derive(Default)]
struct Used {
    /// Calls by status.
    calls: BTreeMap<u16, u64>,
    tests: BTreeSet<&'static str>,
}

impl Used {
    fn succeeded(&self) -> bool {
        self.calls.keys().any(|status| *status < 300)
    }
}

/// Calls by operation.
#[derive(Default)]
pub struct Operations(BTreeMap<String, Used>);

impl Operations {
    /// Adds the calls of a test.
    pub fn add(&mut self, test: &'static str, calls: &[Call]) {
        for call in calls {
            let Some(operation) = &call.operation else { continue };
            let used = self.0.entry(operation.clone()).or_default();
            *used.calls.entry(call.status).or_default() += 1;
            used.tests.insert(test);
        }
    }

    /// Operations of the complete services that no test has called with success.
    pub fn missing(&self) -> Vec<&'static str> {
        let all = catalogue::ALL.iter().filter(|spec| COMPLETE.contains(&spec.service())).map(|spec| spec.id);
        all.filter(|id| !self.0.get(*id).is_some_and(Used::succeeded)).collect()
    }

    /// Writes `target/e2e/operations.json`: every operation of the catalogue with its calls and tests.
    pub fn write(&self) -> anyhow::Result<()> {
        let none = Used::default();
        let line = |spec: &&dms_api::Spec| {
            let used = self.0.get(spec.id).unwrap_or(&none);
            json!({
                "operation": spec.id,
                "section": spec.section,
                "calls": used.calls.values().sum::<u64>(),
                "statuses": used.calls,
                "tests": used.tests,
            })
        };
        let report: Vec<_> = catalogue::ALL.iter().map(line).collect();
        let folder = paths::reports();
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("operations.json"), serde_json::to_string_pretty(&report)? + "\n")?;
        Ok(())
    }
}
