//! Restarting or deleting several instances: who can be touched, which calls to make, what came of it.

use std::sync::Arc;

use dms_api::models::{ActionResults, Instance};
use dms_api::operation::Engine;

use crate::data::ApiFailure;

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

/// One call: instances of one engine, at most [`MOST_PER_CALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub engine: Engine,
    pub ids: Vec<String>,
}

/// The calls that act on these instances.
pub fn calls(instances: &[Arc<Instance>]) -> Vec<Call> {
    let mut calls = Vec::new();
    for engine in [Engine::Kafka, Engine::RocketMq] {
        let of_engine = |i: &&Arc<Instance>| i.engine_kind().unwrap_or_default() == engine;
        let ids: Vec<String> = instances.iter().filter(of_engine).map(|i| i.instance_id.clone()).collect();
        calls.extend(ids.chunks(MOST_PER_CALL).map(|ids| Call { engine, ids: ids.to_vec() }));
    }
    calls
}

/// What became of one instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// The service said so, without a reason.
    Failed,
    /// The service's answer does not name it.
    Unknown,
    /// The call was refused, with the service's words and code.
    Refused {
        message: String,
        code: String,
    },
    /// No answer came: the change may have been made or not.
    Lost,
}

impl Outcome {
    /// Whether trying again makes sense.
    pub fn is_failure(&self) -> bool {
        !matches!(self, Self::Done)
    }
}

/// What a failed call means for each of its instances.
pub fn failed(failure: &ApiFailure) -> Outcome {
    match failure {
        ApiFailure::Network | ApiFailure::Timeout { .. } | ApiFailure::Decode { .. } => Outcome::Lost,
        other => {
            let (message, code) =
                other.api().map(|e| (e.message.clone(), e.code.clone())).unwrap_or_default();
            Outcome::Refused { message, code }
        }
    }
}

/// What a call's answer says of each of its instances. An empty answer (204) is success for all.
pub fn outcomes(ids: &[String], answer: &ActionResults) -> Vec<(String, Outcome)> {
    let of = |id: &String| {
        if answer.results.is_empty() {
            return Outcome::Done;
        }
        match answer.results.iter().find(|r| r.instance == *id) {
            Some(result) if result.is_success() => Outcome::Done,
            Some(_) => Outcome::Failed,
            None => Outcome::Unknown,
        }
    };
    ids.iter().map(|id| (id.clone(), of(id))).collect()
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
        let mut chosen: Vec<_> = (0..120).map(|n| instance(&n.to_string(), "kafka", "RUNNING")).collect();
        chosen.insert(7, instance("r", "reliability", "RUNNING"));
        let calls = calls(&chosen);
        let sizes: Vec<_> = calls.iter().map(|c| (c.engine, c.ids.len())).collect();
        assert_eq!(
            sizes,
            [(Engine::Kafka, 50), (Engine::Kafka, 50), (Engine::Kafka, 20), (Engine::RocketMq, 1)]
        );
    }

    #[test]
    fn every_instance_gets_an_outcome() {
        let ids = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        let answer = ActionResults::from_answer(&json!({"results": [
            {"result": "success", "instance": "a"}, {"result": "failed", "instance": "b"}]}));
        let outcomes: Vec<_> = super::outcomes(&ids, &answer).into_iter().map(|(_, o)| o).collect();
        assert_eq!(outcomes, [Outcome::Done, Outcome::Failed, Outcome::Unknown]);
        let empty = ActionResults::from_answer(&serde_json::Value::Null);
        assert!(super::outcomes(&ids, &empty).iter().all(|(_, o)| *o == Outcome::Done));
    }
}
