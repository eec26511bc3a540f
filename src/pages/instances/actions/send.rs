//! The calls that restart and delete.

use std::rc::Rc;
use std::sync::Arc;

use dms_api::models::{ActionResults, Instance};
use dms_api::operation::Engine;
use dms_api::ops::shared::InstanceActionBody;
use dms_api::ops::{kafka, rocketmq};

use crate::data::mutate;
use crate::pages::batch::{Job, Outcome};
use crate::pages::instances::batch::{self, Action, MOST_PER_CALL};

/// The calls that act on these instances.
pub fn job(action: Action, instances: &[Arc<Instance>]) -> Job {
    let engine_of = |i: &Arc<Instance>| (i.instance_id.clone(), i.engine_kind().unwrap_or_default());
    let engines: Rc<[(String, Engine)]> = instances.iter().map(engine_of).collect();
    let split = Rc::clone(&engines);
    Job::calls(MOST_PER_CALL, move |ids| call(action, Rc::clone(&engines), ids))
        .split(move |ids| batch::calls(&split, &ids))
}

async fn call(action: Action, engines: Rc<[(String, Engine)]>, ids: Vec<String>) -> Vec<Outcome> {
    let engine = ids.first().and_then(|first| engines.iter().find(|(id, _)| id == first));
    let engine = engine.map(|(_, engine)| *engine).unwrap_or_default();
    match (action, engines.as_ref()) {
        (Action::Delete, [(id, _)]) => vec![delete(engine, id.clone()).await],
        _ => many(action, engine, ids).await,
    }
}

/// Deleting a single instance has a call of its own (K5.1.4, R5.1.4); restarting does not.
async fn delete(engine: Engine, instance_id: String) -> Outcome {
    match engine {
        Engine::Kafka => Outcome::of_call(mutate(kafka::DeleteInstance { instance_id }).await),
        Engine::RocketMq => Outcome::of_call(mutate(rocketmq::DeleteInstance { instance_id }).await),
    }
}

/// Acts on instances of one engine (K5.1.6, R5.1.6).
async fn many(action: Action, engine: Engine, ids: Vec<String>) -> Vec<Outcome> {
    let body = match action {
        Action::Restart => InstanceActionBody::restart(ids.clone()),
        Action::Delete => InstanceActionBody::delete(ids.clone()),
    };
    let result = match engine {
        Engine::Kafka => mutate(kafka::BatchAction { body }).await,
        Engine::RocketMq => mutate(rocketmq::BatchDelete { body }).await,
    };
    Outcome::of_answer(&ids, result, |answer: &Arc<ActionResults>, id| batch::said(answer, id))
}
