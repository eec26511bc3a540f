//! The demo's instances. Their ids, names and ports are fixed, so that a guide can name them.

use dms_api::Engine;
use dms_api::models::InstanceStatus;
use serde_json::json;

use crate::auth::{identity, password};
use crate::instance::{Billing, Instance, InstanceSpec, KafkaSpec};
use crate::lifecycle::Change;
use crate::store::{Job, JobKind, NewInstance};
use crate::tables::{network, zones};

/// The shop's orders: running, with live traffic.
pub const ORDERS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01";
/// Clicks and logs of its site: running, with live traffic.
pub const CLICKS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a02";
/// Payments: running, clients log in.
pub const PAYMENTS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a03";

/// Tills of the shops: faulty.
pub const EDGE: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a07";
/// Parcels: getting more brokers.
pub const PARCELS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a08";
/// State machine of orders, on RocketMQ.
pub const TRADE: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b01";
/// Notifications, on RocketMQ.
pub const NOTIFY: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b02";

/// How long [`PARCELS`] is resized: long enough to be looked at.
const RESIZING_MS: i64 = 10 * 60 * 1000;

const DAY_MS: i64 = 24 * 3600 * 1000;
const GB_PER_BROKER: u64 = 100;

struct Member {
    id: &'static str,
    name: &'static str,
    engine: Engine,
    status: InstanceStatus,
    description: &'static str,
    product: &'static str,
    brokers: u32,
    /// Days since its creation.
    age: i64,
    tags: &'static [(&'static str, &'static str)],
    /// First of its ports.
    port: u16,
    change: fn(&mut InstanceSpec),
}

const fn member(id: &'static str, name: &'static str, engine: Engine, status: InstanceStatus) -> Member {
    let product = match engine {
        Engine::Kafka => "c6.2u4g.cluster",
        Engine::RocketMq => "c6.4u8g.cluster",
    };
    let brokers = match engine {
        Engine::Kafka => 3,
        Engine::RocketMq => 1,
    };
    Member {
        id,
        name,
        engine,
        status,
        description: "",
        product,
        brokers,
        age: 40,
        tags: &[],
        port: 0,
        change: |_| {},
    }
}

#[rustfmt::skip]
fn members() -> Vec<Member> {
    use Engine::{Kafka, RocketMq};
    use InstanceStatus::{CreateFailed, Creating, Error, Extending, Frozen, Running};
    vec![
        Member { description: "Orders, shipments and stock of the shop", product: "c6.4u8g.cluster", age: 412, port: 19092,
            tags: &[("env", "prod"), ("owner", "checkout"), ("成本中心", "CC-1001")], change: |spec| { prepaid(spec); spec.extend_times = 1; },
            ..member(ORDERS, "kafka-orders", Kafka, Running) },
        Member { description: "网站点击流与应用日志", age: 203, port: 19192, tags: &[("env", "prod"), ("owner", "web")],
            change: |spec| spec.kafka.retention_policy = "time_base".to_owned(),
            ..member(CLICKS, "kafka-clickstream", Kafka, Running) },
        Member { description: "Payments. Clients log in with SASL/PLAIN.", age: 380, port: 19292,
            tags: &[("env", "prod"), ("owner", "payments"), ("pci", "yes")], change: secured,
            ..member(PAYMENTS, "kafka-payments", Kafka, Running) },
        Member { description: "New cluster of the analytics team", age: 0, port: 19392, tags: &[("env", "prod"), ("owner", "analytics")],
            ..member("6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a04", "kafka-analytics", Kafka, Creating) },
        Member { age: 2, ..member("6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a05", "kafka-import-fail", Kafka, CreateFailed) },
        Member { description: "Unpaid since last month; to be deleted", age: 640, tags: &[("env", "prod"), ("owner", "platform")],
            change: prepaid, ..member("6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a06", "kafka-legacy", Kafka, Frozen) },
        Member { description: "Shops' tills. A disk broke.", age: 95, tags: &[("env", "prod"), ("owner", "stores")],
            ..member(EDGE, "kafka-edge", Kafka, Error) },
        Member { description: "Parcels on their way. Two brokers are being added.", age: 51, port: 19692, tags: &[("env", "prod"), ("owner", "logistics")],
            ..member(PARCELS, "kafka-parcels", Kafka, Extending) },
        Member { description: "交易与订单状态机", age: 300, tags: &[("env", "prod"), ("owner", "checkout")],
            ..member(TRADE, "rocketmq-trade", RocketMq, Running) },
        Member { description: "Mail, SMS and app notifications", product: "c6.8u16g.cluster", brokers: 2, age: 150,
            tags: &[("env", "prod"), ("owner", "crm")], change: |spec| spec.enable_acl = true,
            ..member(NOTIFY, "rocketmq-notify", RocketMq, Running) },
        Member { description: "Kept for the auditors", age: 720, tags: &[("env", "prod")],
            ..member("6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b03", "rocketmq-archive", RocketMq, Frozen) },
        Member { description: "Everybody's playground", age: 33, port: 19492, tags: &[("env", "staging")],
            change: |spec| spec.kafka.enable_auto_topic = true,
            ..member("6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7c01", "kafka-staging", Kafka, Running) },
    ]
}

fn prepaid(spec: &mut InstanceSpec) {
    spec.billing = Billing {
        prepaid: true,
        period_type: "year".to_owned(),
        period_num: 1,
        auto_renew: true,
        order_id: "CS25110100LAKESIDE".to_owned(),
    };
}

fn secured(spec: &mut InstanceSpec) {
    spec.ssl_enable = true;
    spec.kafka.security_protocol = "SASL_SSL".to_owned();
    spec.kafka.sasl_mechanisms = vec!["PLAIN".to_owned()];
    spec.kafka.access_user = "payments".to_owned();
    spec.kafka.access_password = password::hash(identity::DEMO.password);
    spec.kafka.manager_user = "manager".to_owned();
    spec.kafka.manager_password = password::hash(identity::DEMO.password);
    spec.disk_encrypted = true;
    spec.disk_encrypted_key = "f2d7a6c1-9e4b-4b0d-8a35-1c7e6f5d4b3a".to_owned();
}

/// All instances as of `now`.
pub fn instances(now: i64) -> Vec<NewInstance> {
    members().into_iter().map(|member| new_instance(member, now)).collect()
}

fn new_instance(member: Member, now: i64) -> NewInstance {
    let staging = member.tags.contains(&("env", "staging"));
    let project = if staging { identity::PROJECTS.last() } else { identity::PROJECTS.first() };
    let place = usize::from(staging);
    let mut spec = InstanceSpec {
        description: member.description.to_owned(),
        product_id: member.product.to_owned(),
        broker_num: member.brokers,
        storage_space: GB_PER_BROKER * 3 * u64::from(member.brokers),
        vpc_id: id_at(&network::VPCS, place),
        subnet_id: id_at(&network::SUBNETS, place),
        security_group_id: id_at(&network::SECURITY_GROUPS, place),
        ports: (0..16)
            .take(member.brokers as usize)
            .map(|n| member.port + n)
            .filter(|_| member.port > 0)
            .collect(),
        ..base(member.engine)
    };
    (member.change)(&mut spec);
    let job = job(&member, now);
    NewInstance {
        instance: Instance {
            id: member.id.to_owned(),
            project_id: project.map_or("", |project| project.id).to_owned(),
            engine: member.engine,
            name: member.name.to_owned(),
            status: member.status,
            created_at: now - member.age * DAY_MS,
            spec,
        },
        tags: member.tags.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect(),
        job,
    }
}

/// What goes on with an instance. It stays in creation long enough to be looked at, and is ready while one still looks.
fn job(member: &Member, now: i64) -> Option<Job> {
    match member.status {
        InstanceStatus::Creating => Some(Job::new(member.id, JobKind::Create, now, now + 60_000)),
        InstanceStatus::Extending => {
            let brokers = member.brokers + 2;
            let (old, new) =
                (GB_PER_BROKER * 3 * u64::from(member.brokers), GB_PER_BROKER * 3 * u64::from(brokers));
            let change = Change { broker_num: Some(brokers), storage_space: Some(new), ..Change::default() };
            let mut job = Job::new(member.id, JobKind::Extend, now, now + RESIZING_MS).with(json!({
                "oper_type": "horizontal", "old_broker_num": member.brokers, "new_broker_num": brokers,
                "old_storage_space": old, "new_storage_space": new
            }));
            job.plan = serde_json::to_value(change).unwrap_or_default();
            Some(job)
        }
        _ => None,
    }
}

fn id_at(known: &'static [network::Named], place: usize) -> String {
    known.get(place).map_or("", |named| named.id).to_owned()
}

/// What every instance of an engine has unless it differs.
pub fn base(engine: Engine) -> InstanceSpec {
    let kafka = KafkaSpec { retention_policy: "produce_reject".to_owned(), ..KafkaSpec::default() };
    InstanceSpec {
        engine_version: if engine == Engine::Kafka { "2.7" } else { "4.8.0" }.to_owned(),
        storage_spec_code: "dms.physical.storage.ultra.v2".to_owned(),
        available_zones: zones::ALL.iter().take(3).map(|zone| zone.id.to_owned()).collect(),
        maintain_begin: "02:00:00".to_owned(),
        maintain_end: "06:00:00".to_owned(),
        enterprise_project_id: "0".to_owned(),
        kafka: if engine == Engine::Kafka { kafka } else { KafkaSpec::default() },
        ..InstanceSpec::default()
    }
}
