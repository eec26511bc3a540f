//! What was done with the demo's instances lately, and what is being done.

use serde_json::{Value, json};

use super::DemoError;
use super::cast::{CLICKS, EDGE, NOTIFY, ORDERS, PAYMENTS, TRADE};
use crate::lifecycle::{Move, Plan};
use crate::service::Service;
use crate::store::{Job, JobKind, JobStatus};

const MINUTE: i64 = 60_000;
/// The topic of [`CLICKS`] whose partitions are on their way.
const MOVING: &str = "nginx-access";
/// How long each of them takes.
const MOVE: i64 = 2 * MINUTE;

/// An ended task: instance, name, minutes ago, minutes it took, outcome, parameters.
type Past = (&'static str, &'static str, i64, i64, JobStatus, Value);

fn past() -> Vec<Past> {
    use JobStatus::{Failed, Success};
    let grown = json!({ "oper_type": "storage", "old_storage_space": 600, "new_storage_space": 900 });
    let faster = json!({
        "oper_type": "vertical", "old_product_id": "c6.2u4g.cluster", "new_product_id": "c6.4u8g.cluster"
    });
    let policy = json!({ "new_retention_policy": "time_base", "origin_retention_policy": "produce_reject" });
    vec![
        (ORDERS, "extendInstance", 61 * 24 * 60, 17, Success, faster),
        (ORDERS, "extendInstance", 20 * 24 * 60, 6, Success, grown.clone()),
        (ORDERS, "restartInstance", 9 * 24 * 60, 4, Success, json!({})),
        (
            ORDERS,
            "modifyAutoTopic",
            200,
            0,
            Success,
            json!({ "old_auto_status": true, "new_auto_status": false }),
        ),
        (CLICKS, "extendInstance", 8 * 24 * 60, 25, Failed, grown),
        (CLICKS, "changeRetentionPolicy", 3 * 24 * 60, 0, Success, policy),
        (PAYMENTS, "resetPassword", 5 * 24 * 60, 0, Success, json!({ "user_name": "payments" })),
        (EDGE, "restartInstance", 95, 15, Failed, json!({})),
        (TRADE, "restartInstance", 12 * 24 * 60, 5, Success, json!({})),
        (NOTIFY, "restartInstance", 2 * 24 * 60, 5, Success, json!({})),
    ]
}

/// Adds the tasks that have ended.
pub async fn add_past(service: &Service) -> Result<(), DemoError> {
    let now = service.now();
    for (instance, name, ago, took, status, params) in past() {
        let begun = now - ago * MINUTE;
        let job = Job::new(instance, JobKind::Wait, begun, begun + took * MINUTE + 800);
        service.store.add_ended(job.named(name).with(params), status).await?;
    }
    Ok(())
}

/// Begins to move the partitions of one topic to the next brokers.
pub async fn begin(service: &Service) -> Result<(), DemoError> {
    let Some(running) = service.clusters.get(CLICKS) else { return Ok(()) };
    let topic = running.admin.topic(MOVING).await?;
    let moves: Vec<Move> = topic
        .partitions
        .iter()
        .map(|partition| {
            let mut replicas = partition.replicas.clone();
            replicas.rotate_left(1);
            Move { topic: MOVING.to_owned(), partition: partition.partition, replicas, ms: MOVE }
        })
        .collect();
    let assignment: Vec<Value> = moves
        .iter()
        .map(|one| json!({ "partition": one.partition, "partition_brokers": one.replicas }))
        .collect();
    let params = json!({
        "reassignments": [{ "topic": MOVING, "assignment": assignment }], "throttle": 10_000_000,
        "partitions_to_move": moves.len(), "moved_partitions": 0
    });
    let plan = Plan { moves, ..Plan::default() };
    let now = service.now();
    let mut job = Job::new(CLICKS, JobKind::Reassign, now, plan.next_at(now)).with(params);
    job.plan = serde_json::to_value(plan).unwrap_or_default();
    service.store.begin_job(job).await?;
    service.alarm.ring();
    Ok(())
}
