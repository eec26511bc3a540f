//! The first messages of the demo's RocketMQ instances, and how far their groups are with them.

use dms_api::models::rocketmq::{
    Migration, MigrationKind, MigrationStatus, NamedPermission, Permission, User,
};
use dms_api::time;
use serde_json::json;

use super::cast::{self, DemoGroup, DemoTopic, GROUPS, Habit, NOTIFY, SECRET, TOPICS, TRADE, USERS};
use crate::auth::password;
use crate::rocketmq::migration::{self, Plan};
use crate::rocketmq::{
    Emulated, NewGroup, Outcome, RocketmqCluster, RocketmqError, StoredUser, Topic, TransactionEnd,
};

const HOUR_MS: i64 = 3600 * 1000;
/// Over how long the first messages are spread.
const PAST_MS: i64 = 6 * HOUR_MS;
/// Age of topics, groups and users.
const AGE_MS: i64 = 30 * 24 * HOUR_MS;
/// RocketMQ waits 10 s and then 30 s before it tries again: when both have come since the first attempt.
const ATTEMPTS_MS: [i64; 2] = [11_000, 42_000];

/// Fills one instance.
pub fn instance(cluster: &Emulated, instance: &str, now: i64) -> Result<(), RocketmqError> {
    let brokers: Vec<String> = cluster.brokers().into_iter().map(|broker| broker.broker_name).collect();
    if instance == NOTIFY {
        add_users(cluster, now)?;
    }
    for group in GROUPS.iter().filter(|group| group.instance == instance) {
        add_group(cluster, group, &brokers, now)?;
    }
    for topic in TOPICS.iter().filter(|topic| topic.instance == instance) {
        add_topic(cluster, topic, &brokers, now)?;
    }
    for group in GROUPS.iter().filter(|group| group.instance == instance) {
        place(cluster, group, now)?;
    }
    if instance == TRADE {
        add_migrations(cluster, &brokers, now)?;
    }
    Ok(())
}

/// Two files that were brought over: RabbitMQ's own exchanges, and topics of which one was there already.
fn add_migrations(cluster: &Emulated, brokers: &[String], now: i64) -> Result<(), RocketmqError> {
    let rabbit = json!({ "exchanges": [{ "name": "amq.topic" }, { "name": "amq.fanout" }], "queues": [] });
    let rocket = json!({ "topicConfigTable": { "trade-archive": { "perm": 6 }, "TBW102": { "perm": 7 } } });
    let all = [
        ("import-rabbit-defaults", MigrationKind::RabbitMq, rabbit, 9 * 24 * HOUR_MS),
        ("import-topics", MigrationKind::RocketMq, rocket, 26 * HOUR_MS),
    ];
    for (name, kind, file, ago) in all {
        let steps = migration::read(&kind, &file, brokers).unwrap_or_default();
        let task = Migration {
            id: uuid::Uuid::new_v4().to_string(),
            name: name.to_owned(),
            start_date: time::iso(now - ago),
            status: MigrationStatus::Creating,
            r#type: kind,
            ..Migration::default()
        };
        cluster.add_migration(&task, &Plan { overwrite: false, steps }, now - ago)?;
    }
    Ok(())
}

fn add_topic(
    cluster: &Emulated,
    topic: &DemoTopic,
    brokers: &[String],
    now: i64,
) -> Result<(), RocketmqError> {
    let new = Topic {
        name: topic.name.to_owned(),
        permission: "all".to_owned(),
        description: topic.description.to_owned(),
        queues: brokers.iter().map(|broker| (broker.clone(), topic.queues, topic.queues)).collect(),
        ..Topic::default()
    };
    match cluster.create_topic(&new, now - AGE_MS) {
        Err(RocketmqError::TopicExists(_)) => return Ok(()),
        other => other?,
    }
    let step = PAST_MS / i64::from(topic.seeds.max(1));
    let at = |n: u32| now - PAST_MS + i64::from(n) * step;
    if topic.transactional {
        for n in 0..topic.seeds.min(20) {
            let at = at(topic.seeds - 20 + n);
            let id = cluster.begin_transaction(&cast::message(topic, n.into(), at), at)?;
            let end = if n % 4 == 3 { TransactionEnd::Rollback } else { TransactionEnd::Commit };
            cluster.end_transaction(&id, end, n % 5 == 4, at + 40)?;
        }
    }
    let seeds: Vec<_> = (0..topic.seeds).map(|n| (cast::message(topic, n.into(), at(n)), at(n))).collect();
    cluster.send_all(&seeds)
}

fn add_group(
    cluster: &Emulated,
    group: &DemoGroup,
    brokers: &[String],
    now: i64,
) -> Result<(), RocketmqError> {
    let new = NewGroup {
        name: group.name.to_owned(),
        enabled: true,
        broadcast: group.broadcast,
        from_beginning: true,
        retry_max: group.retry_max,
        description: group.description.to_owned(),
        brokers: brokers.to_vec(),
        ..NewGroup::default()
    };
    match cluster.create_group(&new, now - AGE_MS) {
        Err(RocketmqError::GroupExists(_)) => Ok(()),
        other => other,
    }
}

/// Lets a group work off what it would have by now, each message when it came.
fn place(cluster: &Emulated, group: &DemoGroup, now: i64) -> Result<(), RocketmqError> {
    let Some(session) = group.sessions().next() else { return Ok(()) };
    let most = match group.habit {
        Habit::Lags => 40,
        Habit::Away => 200,
        _ => 10_000,
    };
    let deal =
        |at| cluster.consume_with(&session, most, group.habit.usual(), |m| group.habit.deals_with(m), at);
    let first = deal(now - PAST_MS)?;
    let broken = first.iter().filter(|message| group.habit.deals_with(message) != Outcome::Success);
    let mut again: Vec<i64> = broken
        .flat_map(|message| ATTEMPTS_MS.map(|wait| message.store_timestamp.ms() + wait))
        .filter(|at| *at <= now)
        .collect();
    again.sort_unstable();
    for at in again {
        deal(at)?;
    }
    cluster.leave(group.name, &session.client_id);
    Ok(())
}

fn add_users(cluster: &Emulated, now: i64) -> Result<(), RocketmqError> {
    for (name, admin, white_list, right, topics, groups) in USERS {
        let entry = |name: &str, perm: &str| NamedPermission { name: name.to_owned(), perm: perm.to_owned() };
        let user = User {
            access_key: (*name).to_owned(),
            white_remote_address: (*white_list).to_owned(),
            admin: *admin,
            default_topic_perm: Permission::from_word(right),
            default_group_perm: Permission::Deny,
            topic_perms: topics.iter().map(|(topic, perm)| entry(topic, perm)).collect(),
            group_perms: groups.iter().map(|group| entry(group, "SUB")).collect(),
            ..User::default()
        };
        match cluster.create_user(&StoredUser { user, secret: password::hash(SECRET) }, now - AGE_MS) {
            Err(RocketmqError::UserExists(_)) => {}
            other => other?,
        }
    }
    Ok(())
}
