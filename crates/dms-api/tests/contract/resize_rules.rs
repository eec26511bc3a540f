//! Rules for resizing, for moving partitions, for advertised addresses, and those of version 1.

use dms_api::ops::kafka::v1;
use dms_api::ops::kafka::{
    CrossVpcBody, ExtendBody, PartitionAssignment, PartitionReplicas, ReassignBody, ReassignReplicasBody,
    TopicReassignment,
};
use dms_api::rules::{
    ExtendFacts, InstanceFacts, Problem, ReassignFacts, V1Flavour, advertised_address, dms_code,
};
use serde_json::{from_value, json, to_value};

/// 3 brokers of 100 GB each.
fn facts() -> ExtendFacts<'static> {
    ExtendFacts { brokers: 3, storage: 300, product_id: "c6.2u4g.cluster", ..ExtendFacts::default() }
}

fn problem(body: &ExtendBody, facts: &ExtendFacts<'_>) -> Option<(&'static str, Problem)> {
    body.check(facts).0.into_iter().next().map(|found| (found.field, found.problem))
}

#[test]
fn disks_grow_by_whole_steps_and_never_shrink() {
    let grown = |to| problem(&ExtendBody::Storage { new_storage_space: to }, &facts());
    assert_eq!(grown(600), None);
    assert_eq!(grown(30_000), None);
    assert_eq!(grown(300), Some(("new_storage_space", Problem::TooSmall { min: 600 })));
    assert_eq!(grown(0), Some(("new_storage_space", Problem::TooSmall { min: 600 })));
    assert_eq!(grown(700), Some(("new_storage_space", Problem::NotStep { step: 300 })));
    assert_eq!(grown(30_300), Some(("new_storage_space", Problem::TooLarge { max: 30_000 })));
    assert_eq!(dms_code("new_storage_space", &Problem::TooSmall { min: 600 }), "DMS.00400500");
}

fn horizontal(brokers: i64, storage: i64, addresses: Option<&str>) -> ExtendBody {
    ExtendBody::Horizontal {
        new_broker_num: brokers,
        new_storage_space: storage,
        publicip_id: addresses.map(str::to_owned),
        tenant_ips: None,
        second_tenant_subnet_id: None,
    }
}

#[test]
fn brokers_come_with_disks_of_the_same_size_and_public_addresses() {
    assert_eq!(problem(&horizontal(5, 500, None), &facts()), None);
    let few = problem(&horizontal(3, 300, None), &facts());
    assert_eq!(few, Some(("new_broker_num", Problem::TooSmall { min: 4 })));
    let many = problem(&horizontal(31, 3100, None), &facts());
    assert_eq!(many, Some(("new_broker_num", Problem::TooLarge { max: 30 })));
    let wrong = problem(&horizontal(4, 500, None), &facts());
    assert_eq!(wrong, Some(("new_storage_space", Problem::TooLarge { max: 400 })));

    let public = ExtendFacts { public: true, ..facts() };
    assert_eq!(problem(&horizontal(5, 500, None), &public), Some(("publicip_id", Problem::Required)));
    let one = problem(&horizontal(5, 500, Some("a")), &public);
    assert_eq!(one, Some(("publicip_id", Problem::WrongCount { need: 2 })));
    assert_eq!(problem(&horizontal(5, 500, Some("a, b")), &public), None);
}

#[test]
fn a_flavour_has_room_for_what_there_is() {
    let to = |id: &str, facts: &ExtendFacts<'_>| {
        problem(&ExtendBody::Vertical { new_product_id: id.to_owned() }, facts).map(|(_, problem)| problem)
    };
    assert_eq!(to("c6.4u8g.cluster", &facts()), None);
    assert_eq!(to("c6.2u4g.cluster", &facts()), Some(Problem::Duplicate));
    assert_eq!(to("", &facts()), Some(Problem::NotChosen));
    let large = ExtendFacts { storage: 60_000, product_id: "c6.4u8g.cluster", ..facts() };
    assert_eq!(to("c6.2u4g.cluster", &large), Some(Problem::TooLarge { max: 10_000 }));
}

#[test]
fn one_kind_of_resizing_at_a_time() {
    let body: ExtendBody = from_value(json!({"oper_type": "storage", "new_storage_space": 600})).unwrap();
    assert_eq!((body.kind(), &body), ("storage", &ExtendBody::Storage { new_storage_space: 600 }));
    assert_eq!(to_value(&body).unwrap(), json!({"oper_type": "storage", "new_storage_space": 600}));
    assert!(from_value::<ExtendBody>(json!({"oper_type": "sideways"})).is_err());
    assert!(from_value::<ExtendBody>(json!({"oper_type": "vertical"})).is_err());
    assert_eq!(to_value(horizontal(4, 400, None)).unwrap()["oper_type"], "horizontal");
    assert_eq!(ExtendBody::default().kind(), ExtendBody::KINDS[0]);
}

fn reassign(topics: Vec<TopicReassignment>) -> ReassignBody {
    ReassignBody { reassignments: topics, ..ReassignBody::default() }
}

fn spread(topic: &str, brokers: &[i32], factor: Option<i64>) -> TopicReassignment {
    TopicReassignment {
        topic: topic.to_owned(),
        brokers: Some(brokers.to_vec()),
        replication_factor: factor,
        assignment: None,
    }
}

fn assign(topic: &str, assignment: &[(i32, &[i32])]) -> TopicReassignment {
    let assignment = assignment.iter().map(|(partition, brokers)| PartitionAssignment {
        partition: *partition,
        partition_brokers: brokers.to_vec(),
    });
    TopicReassignment {
        topic: topic.to_owned(),
        assignment: Some(assignment.collect()),
        ..Default::default()
    }
}

#[test]
fn partitions_move_to_brokers_that_are_there() {
    let facts = ReassignFacts { brokers: &[1, 2, 3], topics: &[("orders", 2)] };
    let found = |topic| reassign(vec![topic]).check(&facts).0.into_iter().next().map(|f| f.problem);
    assert_eq!(found(spread("orders", &[1, 3], Some(2))), None);
    assert_eq!(found(spread("orders", &[], None)), Some(Problem::NotChosen));
    assert_eq!(found(spread("orders", &[1, 1], None)), Some(Problem::Duplicate));
    assert_eq!(found(spread("orders", &[1, 4], None)), Some(Problem::Unknown));
    assert_eq!(found(spread("orders", &[1, 2], Some(3))), Some(Problem::TooLarge { max: 2 }));
    assert_eq!(found(spread("other", &[1], None)), Some(Problem::Unknown));
    assert_eq!(found(assign("orders", &[(0, &[1, 2]), (1, &[2, 3])])), None);
    assert_eq!(found(assign("orders", &[(2, &[1])])), Some(Problem::TooLarge { max: 1 }));
    assert_eq!(found(assign("orders", &[(-1, &[1])])), Some(Problem::TooSmall { min: 0 }));
    assert_eq!(found(assign("orders", &[(0, &[1]), (0, &[2])])), Some(Problem::Duplicate));
    assert_eq!(found(assign("orders", &[(0, &[])])), Some(Problem::NotChosen));
    assert_eq!(found(assign("orders", &[(0, &[9])])), Some(Problem::Unknown));
    // The assignment counts, whatever brokers are named beside it.
    let both = TopicReassignment { brokers: Some(vec![9]), ..assign("orders", &[(0, &[1])]) };
    assert_eq!(found(both), None);

    let twice = reassign(vec![spread("orders", &[1], None), spread("orders", &[2], None)]);
    assert_eq!(twice.check(&facts).of_entry("reassignments.topic", 1), Some(&Problem::Duplicate));
    assert_eq!(reassign(Vec::new()).check(&facts).of("reassignments"), Some(&Problem::Required));
    let with = |throttle| ReassignBody { throttle, ..reassign(vec![spread("orders", &[1], None)]) };
    assert!(with(Some(-1)).check(&facts).is_empty() && with(Some(10_000_000)).check(&facts).is_empty());
    assert_eq!(with(Some(0)).check(&facts).of("throttle"), Some(&Problem::TooSmall { min: 1 }));
    let scheduled = ReassignBody { is_schedule: Some(true), ..with(None) };
    assert_eq!(scheduled.check(&facts).of("execute_at"), Some(&Problem::Required));
}

#[test]
fn replicas_of_one_topic() {
    let facts = ReassignFacts { brokers: &[1, 2], topics: &[] };
    let body = |partitions: &[(i32, &[i32])]| ReassignReplicasBody {
        partitions: partitions
            .iter()
            .map(|(partition, replicas)| PartitionReplicas {
                partition: *partition,
                replicas: replicas.to_vec(),
            })
            .collect(),
    };
    assert!(body(&[(1, &[1, 2]), (0, &[2])]).check(2, &facts).is_empty());
    assert_eq!(body(&[]).check(2, &facts).of("partitions"), Some(&Problem::Required));
    assert_eq!(body(&[(2, &[1])]).check(2, &facts).of("partitions"), Some(&Problem::TooLarge { max: 1 }));
    assert_eq!(
        body(&[(0, &[3])]).check(2, &facts).of_entry("partitions.replicas", 0),
        Some(&Problem::Unknown)
    );
}

#[test]
fn addresses_for_other_networks() {
    for good in ["192.168.1.2", "kafka-1.example.com", "fe80::1", "::1", "a"] {
        assert_eq!(advertised_address(good), Ok(()), "{good}");
    }
    assert_eq!(advertised_address(""), Err(Problem::Required));
    assert_eq!(advertised_address("-a"), Err(Problem::BadStart));
    assert_eq!(advertised_address("a_b"), Err(Problem::BadChar { at: 1, ch: '_' }));
    assert_eq!(advertised_address(&"a".repeat(254)), Err(Problem::TooLong { max: 253 }));

    let listeners = ["10.0.0.1".to_owned(), "10.0.0.2".to_owned()];
    let body = |pairs: &[(&str, &str)]| CrossVpcBody {
        advertised_ip_contents: pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
    };
    assert!(body(&[("10.0.0.1", "1.1.1.1"), ("10.0.0.2", "1.1.1.2")]).check(&listeners).is_empty());
    let first = |pairs: &[(&str, &str)]| body(pairs).check(&listeners).of("advertised_ip_contents").cloned();
    assert_eq!(first(&[("10.0.0.1", "1.1.1.1")]), Some(Problem::Required));
    let unknown = first(&[("10.0.0.1", "a"), ("10.0.0.2", "b"), ("10.0.0.3", "c")]);
    assert_eq!(unknown, Some(Problem::Unknown));
}

#[test]
fn version_1_is_ordered_by_bandwidth() {
    let order = v1::CreateInstanceBody {
        name: "kafka-old".to_owned(),
        engine: "kafka".to_owned(),
        engine_version: "2.3.0".to_owned(),
        specification: "300MB".to_owned(),
        storage_space: 1200,
        partition_num: 900,
        vpc_id: "vpc".to_owned(),
        subnet_id: "subnet".to_owned(),
        security_group_id: "group".to_owned(),
        available_zones: vec!["zone".to_owned()],
        product_id: "00300-30310-0--0".to_owned(),
        storage_spec_code: "dms.physical.storage.high".to_owned(),
        ..Default::default()
    };
    let first = |order: &v1::CreateInstanceBody| {
        order.check(&InstanceFacts::default()).0.into_iter().next().map(|f| (f.field, f.problem))
    };
    assert_eq!(first(&order), None);
    assert_eq!(V1Flavour::find("00300-30310-0-0"), V1Flavour::find("00300-30310-0--0"));
    let small = v1::CreateInstanceBody { storage_space: 1100, ..order.clone() };
    assert_eq!(first(&small), Some(("storage_space", Problem::TooSmall { min: 1200 })));
    let mixed = v1::CreateInstanceBody { specification: "100MB".to_owned(), ..order.clone() };
    assert_eq!(first(&mixed), Some(("product_id", Problem::Unknown)));
    let partitions = v1::CreateInstanceBody { partition_num: 300, ..order.clone() };
    assert_eq!(first(&partitions), Some(("partition_num", Problem::TooSmall { min: 900 })));
    let disk = v1::CreateInstanceBody {
        specification: "600MB".to_owned(),
        product_id: "00300-30312-0--0".to_owned(),
        partition_num: 1800,
        storage_space: 2400,
        ..order.clone()
    };
    assert_eq!(first(&disk).map(|(field, _)| field), Some("storage_spec_code"));
    let public = v1::CreateInstanceBody {
        enable_publicip: Some(true),
        publicip_id: Some("a,b,c".to_owned()),
        public_bandwidth: Some("10".to_owned()),
        ..order
    };
    assert_eq!(first(&public), Some(("public_bandwidth", Problem::NotStep { step: 3 })));
}
