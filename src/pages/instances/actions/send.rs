//! The calls that restart and delete.

use dms_api::models::Instance;
use dms_api::operation::Engine;
use dms_api::ops::shared::InstanceActionBody;
use dms_api::ops::{kafka, rocketmq};

use crate::data::{ApiFailure, mutate};
use crate::pages::instances::batch::{self, Action, Call, Outcome};

/// Acts on one instance. Deleting one has a call of its own (K5.1.4, R5.1.4); restarting does not.
pub async fn one(action: Action, instance: &Instance) -> Outcome {
    let (engine, id) = (instance.engine_kind().unwrap_or_default(), instance.instance_id.clone());
    if action == Action::Restart {
        let outcomes = many(action, Call { engine, ids: vec![id] }).await;
        return outcomes.into_iter().next().map_or(Outcome::Unknown, |(_, outcome)| outcome);
    }
    let result = match engine {
        Engine::Kafka => mutate(kafka::DeleteInstance { instance_id: id }).await,
        Engine::RocketMq => mutate(rocketmq::DeleteInstance { instance_id: id }).await,
    };
    match result {
        Ok(_) => Outcome::Done,
        Err(failure) => batch::failed(&failure),
    }
}

/// Acts on the instances of one call (K5.1.6, R5.1.6).
pub async fn many(action: Action, call: Call) -> Vec<(String, Outcome)> {
    let Call { engine, ids } = call;
    let body = match action {
        Action::Restart => InstanceActionBody::restart(ids.clone()),
        Action::Delete => InstanceActionBody::delete(ids.clone()),
    };
    let result: Result<_, ApiFailure> = match engine {
        Engine::Kafka => mutate(kafka::BatchAction { body }).await,
        Engine::RocketMq => mutate(rocketmq::BatchDelete { body }).await,
    };
    match result {
        Ok(answer) => batch::outcomes(&ids, &answer),
        Err(failure) => {
            let outcome = batch::failed(&failure);
            ids.into_iter().map(|id| (id, outcome.clone())).collect()
        }
    }
}
