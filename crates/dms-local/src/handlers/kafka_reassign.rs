//! Growing topics and moving their partitions (K5.2.9, K5.2.10, K5.2.15).

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use dms_api::models::InstanceStatus;
use dms_api::models::kafka::ReassignmentStarted;
use dms_api::ops::kafka::{
    AddPartitionsBody, ModifyTopic, ReassignBody, ReassignReplicasBody, TopicReassignment,
};
use dms_api::rules::ReassignFacts;
use serde_json::{Value, json};

use super::kafka_resize::refused;
use super::kafka_topics::{self, cluster};
use crate::call::Call;
use crate::clusters::Running;
use crate::fail::{Code, Fail, check};
use crate::instance::Instance;
use crate::kafka::TopicInfo;
use crate::lifecycle::{self, Move, Plan};
use crate::service::Service;
use crate::store::JobKind;
use crate::topics::{self, Topics};

/// A move takes at least this part of the time that a creation takes.
const PACE_PART: u32 = 20;

/// Where partitions shall be, by their numbers.
type Targets = Vec<(i32, Vec<i32>)>;

/// `kafka.AddPartitions`.
pub async fn add_partitions(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let body: AddPartitionsBody = call.body()?;
    let change = ModifyTopic {
        id: call.param("topic").to_owned(),
        new_partition_numbers: Some(body.partition),
        ..ModifyTopic::default()
    };
    kafka_topics::change_all(&service, &instance, &running, vec![change]).await
}

/// `kafka.ReassignReplicas`: a task moves them.
pub async fn reassign_replicas(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let body: ReassignReplicasBody = call.body()?;
    let topic = running.admin.topic(call.param("topic")).await?;
    let brokers = broker_ids(&running);
    let count = i32::try_from(topic.partitions.len()).unwrap_or(i32::MAX);
    check(body.check(count, &ReassignFacts { brokers: &brokers, topics: &[] }))?;
    let wanted = body.partitions.iter().map(|p| (p.partition, p.replicas.clone())).collect();
    let plan = Mover::new(&service, &running, None).await?.plan(vec![(&topic, wanted)]);
    let params = json!({ "topic": topic.name, "partitions": body.partitions });
    begin(&service, &call, &instance, plan, params, None).await?;
    Ok(())
}

fn broker_ids(running: &Running) -> Vec<i32> {
    running.brokers.iter().map(|broker| broker.id).collect()
}

/// `kafka.Reassign` and `kafka.CreateReassignment`.
pub async fn reassign(service: Arc<Service>, call: Call) -> Result<ReassignmentStarted, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let body: ReassignBody = call.body()?;
    let all = topics::all(&service, &instance.id, &running).await?;
    check_body(&body, &all, &running)?;
    let wanted = body.reassignments.iter().filter_map(|one| {
        let topic = find(&all, &one.topic)?;
        Some((topic, targets(topic, one)))
    });
    let plan = Mover::new(&service, &running, body.throttle).await?.plan(wanted.collect());
    if body.time_estimate == Some(true) {
        let seconds = plan.ms().unsigned_abs().div_ceil(1000);
        return Ok(ReassignmentStarted { reassignment_time: Some(seconds.max(1)), job_id: None });
    }
    let at = if body.is_schedule == Some(true) { body.execute_at } else { None };
    if at.is_some_and(|at| at <= service.now()) {
        return Err(Code::TIMESTAMP.because("execute_at has passed."));
    }
    let params = json!({ "reassignments": body.reassignments, "throttle": body.throttle, "execute_at": at });
    let job_id = begin(&service, &call, &instance, plan, params, at).await?;
    Ok(ReassignmentStarted { job_id: Some(job_id), reassignment_time: None })
}

fn check_body(body: &ReassignBody, all: &Topics, running: &Running) -> Result<(), Fail> {
    let brokers = broker_ids(running);
    let known: Vec<(&str, i32)> = body
        .reassignments
        .iter()
        .filter_map(|one| find(all, &one.topic))
        .map(|topic| (topic.name.as_str(), i32::try_from(topic.partitions.len()).unwrap_or(i32::MAX)))
        .collect();
    // No topic at all would mean that none is known.
    if known.is_empty()
        && let Some(first) = body.reassignments.first()
    {
        return Err(Code::TOPIC_UNKNOWN.because(&first.topic));
    }
    check(body.check(&ReassignFacts { brokers: &brokers, topics: &known }))
}

fn find<'a>(all: &'a Topics, name: &str) -> Option<&'a TopicInfo> {
    let index = all.binary_search_by(|topic| topic.name.as_str().cmp(name)).ok()?;
    all.get(index)
}

/// Where each partition shall be: as assigned, or spread over the brokers in Kafka's way.
fn targets(topic: &TopicInfo, wanted: &TopicReassignment) -> Targets {
    let assignment = wanted.assignment.as_deref().unwrap_or_default();
    if !assignment.is_empty() {
        return assignment.iter().map(|a| (a.partition, a.partition_brokers.clone())).collect();
    }
    let brokers = wanted.brokers.as_deref().unwrap_or_default();
    let factor = match wanted.replication_factor {
        Some(factor) => usize::try_from(factor).unwrap_or(1),
        None => topic.replication().min(brokers.len()),
    };
    let spread = topic.partitions.iter().enumerate();
    spread.map(|(index, partition)| (partition.partition, spread_one(brokers, index, factor))).collect()
}

/// The brokers of the partition at `index`: leaders go round, and the followers of each round are shifted by one more,
/// so that a broker's followers are not all on the same neighbour.
fn spread_one(brokers: &[i32], index: usize, factor: usize) -> Vec<i32> {
    let n = brokers.len().max(1);
    let (first, shift) = (index % n, index / n);
    let place = |copy: usize| match copy {
        0 => first,
        _ => (first + 1 + (shift + copy - 1) % (n - 1).max(1)) % n,
    };
    (0..factor.min(n)).filter_map(|copy| brokers.get(place(copy)).copied()).collect()
}

/// Knows how long moving takes.
struct Mover {
    sizes: HashMap<(String, i32), i64>,
    throttle: Option<i64>,
    least: i64,
}

impl Mover {
    async fn new(service: &Service, running: &Running, throttle: Option<i64>) -> Result<Self, Fail> {
        let sizes = running.admin.log_sizes().await?;
        let largest = |brokers: &BTreeMap<i32, i64>| brokers.values().copied().max().unwrap_or(0);
        Ok(Self {
            sizes: sizes.iter().map(|(place, brokers)| (place.clone(), largest(brokers))).collect(),
            throttle: throttle.filter(|throttle| *throttle > 0),
            least: i64::try_from((service.options.pace / PACE_PART).as_millis()).unwrap_or(i64::MAX),
        })
    }

    /// The moves of partitions that are not where they shall be already.
    fn plan(&self, wanted: Vec<(&TopicInfo, Targets)>) -> Plan {
        let mut plan = Plan::default();
        for (topic, targets) in wanted {
            for (partition, replicas) in targets {
                let now = topic.partitions.iter().find(|p| p.partition == partition);
                let Some(now) = now.filter(|now| now.replicas != replicas) else { continue };
                let copies = replicas.iter().filter(|broker| !now.replicas.contains(broker)).count();
                let ms = self.ms(&topic.name, partition, copies);
                plan.moves.push(Move { topic: topic.name.clone(), partition, replicas, ms });
            }
        }
        plan
    }

    /// How long it takes to copy a partition to `copies` brokers.
    fn ms(&self, topic: &str, partition: i32, copies: usize) -> i64 {
        let bytes = self.sizes.get(&(topic.to_owned(), partition)).copied().unwrap_or_default();
        let all = bytes.saturating_mul(i64::try_from(copies).unwrap_or(i64::MAX));
        let throttled = self.throttle.map_or(0, |throttle| all.saturating_mul(1000) / throttle);
        throttled.max(self.least)
    }
}

/// Begins the task; only one moves partitions of an instance at a time.
async fn begin(
    service: &Service,
    call: &Call,
    instance: &Instance,
    plan: Plan,
    mut params: Value,
    at: Option<i64>,
) -> Result<String, Fail> {
    if let Value::Object(params) = &mut params {
        params.insert("partitions_to_move".to_owned(), plan.moves.len().into());
        params.insert("moved_partitions".to_owned(), 0.into());
        params.retain(|_, value| !value.is_null());
    }
    let mut job =
        lifecycle::job(service, &instance.id, JobKind::Reassign).by(&call.caller.user_id).with(params);
    job.due_at = at.unwrap_or_else(|| plan.next_at(job.begun_at));
    job.scheduled = at.is_some();
    job.plan = serde_json::to_value(plan).map_err(|_| Fail::from(Code::INTERNAL))?;
    let id = job.id.clone();
    let running = |status: &InstanceStatus| *status == InstanceStatus::Running;
    service.store.begin_alone(job, running, None).await?.map_err(refused)?;
    service.alarm.ring();
    Ok(id)
}
