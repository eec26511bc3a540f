//! The IAM action that a call needs (K6, R6).

use serde_json::Value;

use crate::operation::Spec;

/// The action that a call of `spec` needs, `""` where the references name none. One call acts differently by its
/// body: `instances/action` restarts or deletes.
pub fn action(spec: &'static Spec, body: Option<&str>) -> &'static str {
    if spec.id == "kafka.BatchAction" && verb(body).as_deref() == Some("restart") {
        return "dms:instance:modifyStatus";
    }
    spec.action
}

/// The word that the body's `action` has.
fn verb(body: Option<&str>) -> Option<String> {
    let value: Value = serde_json::from_str(body?).ok()?;
    value.get("action")?.as_str().map(str::to_owned)
}
