//! Restarting or deleting several instances: who can be touched, which calls to make, what their answers say.

use std::sync::Arc;

use dms_api::models::{ActionResults, Instance};
use dms_api::operation::Engine;

/// Most instances of one call (DMS.00400100).
pub const MOST_PER_CALL: usize = 50;

/// What is done to the instances.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Restart,
    Delete,
}

/// Why an instance is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Its state does not allow it.
    State,
    /// The API has no restart for this engine.
    Engine,
}

/// Whether `action` can be asked for this instance.
///
/// # Errors
/// Why it cannot.
pub fn allowed(action: Action, instance: &Instance) -> Result<(), Refusal> {
    match action {
        Action::Restart if instance.engine_kind() != Some(Engine::Kafka) => Err(Refusal::Engine),
        Action::Restart if !instance.status.can_restart() => Err(Refusal::State),
        Action::Delete if !instance.status.can_delete() => Err(Refusal::State),
        _ => Ok(()),
    }
}

/// Instances that can be acted on, and those left out with the reason.
type Divided = (Vec<Arc<Instance>>, Vec<(Arc<Instance>, Refusal)>);

/// Splits a selection into what can be done and what is left out, both in the order given.
pub fn divide(action: Action, chosen: &[Arc<Instance>]) -> Divided {
    let (mut can, mut cannot) = (Vec::new(), Vec::new());
    for instance in chosen {
        match allowed(action, instance) {
            Ok(()) => can.push(instance.clone()),
            Err(why) => cannot.push((instance.clone(), why)),
        }
    }
    (can, cannot)
}

/// The ids of each call: one engine, at most [`MOST_PER_CALL`]. `engines` names the engine of every instance.
pub fn calls(engines: &[(String, Engine)], ids: &[String]) -> Vec<Vec<String>> {
    let mut calls = Vec::new();
    for engine in [Engine::Kafka, Engine::RocketMq] {
        let of_engine = |id: &&String| engines.iter().any(|(of, e)| of == *id && *e == engine);
        let ids: Vec<String> = ids.iter().filter(of_engine).cloned().collect();
        calls.extend(ids.chunks(MOST_PER_CALL).map(<[String]>::to_vec));
    }
    calls
}

/// Whether a call's answer says that an instance was taken on. An empty answer (204) is success for all.
pub fn said(answer: &ActionResults, id: &str) -> Option<bool> {
    if answer.results.is_empty() {
        return Some(true);
    }
    answer.results.iter().find(|r| r.instance == id).map(|r| r.is_success())
}

#[cfg(test)]
mod tests {
    use dms_api::record::FromAnswer;
    use serde_json::json;

    use super::*;

    fn instance(id: &str, engine: &str, status: &str) -> Arc<Instance> {
        Arc::new(Instance::from_answer(&json!({"instance_id": id, "engine": engine, "status": status})))
    }

    #[test]
    fn leaves_out_what_the_service_would_refuse() {
        let chosen = [
            instance("a", "kafka", "RUNNING"),
            instance("b", "kafka", "CREATING"),
            instance("c", "reliability", "RUNNING"),
        ];
        let (can, cannot) = divide(Action::Restart, &chosen);
        assert_eq!(can.len(), 1);
        assert_eq!(cannot.iter().map(|(_, why)| *why).collect::<Vec<_>>(), [Refusal::State, Refusal::Engine]);
        let (can, cannot) = divide(Action::Delete, &chosen);
        assert_eq!((can.len(), cannot.len()), (2, 1));
    }

    #[test]
    fn a_failed_creation_can_be_deleted_but_not_restarted() {
        let failed = instance("a", "kafka", "CREATEFAILED");
        assert_eq!(allowed(Action::Delete, &failed), Ok(()));
        assert_eq!(allowed(Action::Restart, &failed), Err(Refusal::State));
    }

    #[test]
    fn one_call_per_engine_and_fifty() {
        let mut engines: Vec<_> = (0..120).map(|n| (n.to_string(), Engine::Kafka)).collect();
        engines.insert(7, ("r".to_owned(), Engine::RocketMq));
        let ids: Vec<String> = engines.iter().map(|(id, _)| id.clone()).collect();
        let calls = calls(&engines, &ids);
        assert_eq!(calls.iter().map(Vec::len).collect::<Vec<_>>(), [50, 50, 20, 1]);
        assert_eq!(calls[3], ["r"]);
    }

    #[test]
    fn an_answer_tells_of_each_instance_and_an_empty_one_of_all() {
        let answer = ActionResults::from_answer(&json!({"results": [
            {"result": "success", "instance": "a"}, {"result": "failed", "instance": "b"}]}));
        assert_eq!(["a", "b", "c"].map(|id| said(&answer, id)), [Some(true), Some(false), None]);
        let empty = ActionResults::from_answer(&serde_json::Value::Null);
        assert_eq!(said(&empty, "a"), Some(true));
    }
}
