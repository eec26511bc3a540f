//! Which operations of the catalogue the tests have used through the console.

use std::collections::BTreeMap;

use dms_api::catalogue;
use serde_json::json;

use super::local::Call;
use super::paths;

/// Calls by operation and status.
#[derive(Default)]
pub struct Operations(BTreeMap<String, BTreeMap<u16, u64>>);

impl Operations {
    pub fn add(&mut self, calls: &[Call]) {
        for call in calls {
            let Some(operation) = &call.operation else { continue };
            *self.0.entry(operation.clone()).or_default().entry(call.status).or_default() += 1;
        }
    }

    /// Writes `target/e2e/operations.json`: what was called, and what never succeeded.
    pub fn write(&self) -> anyhow::Result<()> {
        let succeeded =
            |id: &str| self.0.get(id).is_some_and(|calls| calls.keys().any(|status| *status < 300));
        let missing: Vec<&str> =
            catalogue::ALL.iter().map(|spec| spec.id).filter(|id| !succeeded(id)).collect();
        let report = json!({ "called": self.0, "never_succeeded": missing });
        let folder = paths::reports();
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("operations.json"), serde_json::to_string_pretty(&report)? + "\n")?;
        Ok(())
    }
}
