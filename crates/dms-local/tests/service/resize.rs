//! Instances that get other disks, more brokers, another flavour.

use std::time::Duration;

use bytes::Bytes;
use dms_api::Engine;
use dms_api::models::{Instance, InstanceStatus, TaskStatus};
use dms_api::ops::kafka::{
    ADVANCED, CreateTopic, CreateTopicBody, DeleteInstance, Extend, ExtendBody, ListExtendProducts,
    ListResizeProducts, ListTopics, Resize, ShowCluster, ShowTask,
};
use dms_local::Options;
use dms_local::kafka::{Admin, NewRecord};

use crate::support::{Local, eventually, options, order};

const HOUR: Duration = Duration::from_secs(3600);

async fn slow() -> Local {
    Local::with(Options { pace: HOUR, ..options() }).await
}

/// An instance at work in a service where nothing moves by itself.
async fn still(local: &Local, name: &str) -> Instance {
    let id = local.create(order(name)).await.unwrap();
    local.advance(HOUR).await;
    local.until(&id, InstanceStatus::Running).await
}

fn extend(instance: &Instance, body: ExtendBody) -> Extend {
    Extend { engine: Engine::Kafka, instance_id: instance.instance_id.clone(), body }
}

fn brokers(count: i64, storage: i64) -> ExtendBody {
    ExtendBody::Horizontal {
        new_broker_num: count,
        new_storage_space: storage,
        publicip_id: None,
        tenant_ips: None,
        second_tenant_subnet_id: None,
    }
}

#[tokio::test]
async fn disks_grow_while_clients_go_on() {
    let local = slow().await;
    let instance = still(&local, "kafka-disk").await;
    let id = instance.instance_id.clone();
    let job =
        local.send(&extend(&instance, ExtendBody::Storage { new_storage_space: 600 })).await.unwrap().job_id;
    assert_eq!(local.show(&id).await.unwrap().status, InstanceStatus::Extending);
    assert_eq!(local.show(&id).await.unwrap().total_storage_space, Some(300));
    let show = ShowTask { instance_id: id.clone(), task_id: job };
    let task = local.send(&show).await.unwrap().tasks.remove(0);
    assert_eq!((task.name.as_str(), &task.status), ("extendInstance", &TaskStatus::Executing));
    assert_eq!(task.parameters()["new_storage_space"], 600);

    // Meanwhile it can be used and looked at, but neither changed nor resized again.
    let kafka = Admin::connect(&format!("127.0.0.1:{}", instance.port.unwrap()), None).await.unwrap();
    kafka.topic_names(false).await.unwrap();
    let topics = ListTopics { instance_id: id.clone(), limit: None, offset: None };
    assert_eq!(local.send(&topics).await.unwrap().total, 0);
    let body = CreateTopicBody { id: "orders".to_owned(), ..Default::default() };
    let create = CreateTopic { instance_id: id.clone(), body };
    assert_eq!(local.send(&create).await.unwrap_err().code, "DMS.00400026");
    let again = extend(&instance, ExtendBody::Storage { new_storage_space: 900 });
    assert_eq!(local.send(&again).await.unwrap_err().code, "DMS.00400026");

    local.advance(HOUR).await;
    let after = local.until(&id, InstanceStatus::Running).await;
    assert_eq!(
        (after.total_storage_space, after.storage_space, after.extend_times),
        (Some(600), 558, Some(1))
    );
    let task = local.send(&show).await.unwrap().tasks.remove(0);
    assert_eq!(task.status, TaskStatus::Success);
    assert!(task.updated_at > task.created_at);
    kafka.topic_names(false).await.unwrap();
}

#[tokio::test]
async fn more_brokers_are_seen_by_rest_and_by_clients_and_keep_the_messages() {
    let folder = tempfile::tempdir().unwrap();
    let local = Local::in_folder(folder.path()).await;
    let instance = local.kafka("kafka-wide").await;
    let id = instance.instance_id.clone();
    let body = CreateTopicBody { id: "orders".to_owned(), ..Default::default() };
    local.send(&CreateTopic { instance_id: id.clone(), body }).await.unwrap();
    let bootstrap = format!("127.0.0.1:{}", instance.port.unwrap());
    let kafka = Admin::connect(&bootstrap, None).await.unwrap();
    let value = Some(Bytes::from_static(b"{}"));
    kafka.produce("orders", Some(0), NewRecord { value, ..NewRecord::default() }).await.unwrap();

    let body = brokers(5, 500);
    local.send(&Resize { instance_id: id.clone(), body }).await.unwrap();
    let after = local.until(&id, InstanceStatus::Running).await;
    assert_eq!((after.broker_num, after.total_storage_space), (Some(5), Some(500)));
    assert_eq!(after.specification, "c6.2u4g.cluster * 5 broker");
    assert_eq!(after.partition_num.unwrap().0, 1250);
    assert_eq!(after.port, instance.port, "clients find it where it was");
    let cluster = local.send(&ShowCluster { instance_id: id.clone() }).await.unwrap().cluster;
    assert_eq!(cluster.brokers.len(), 5);
    let kafka = Admin::connect(&bootstrap, None).await.unwrap();
    assert_eq!(kafka.cluster().await.unwrap().brokers.len(), 5);
    assert_eq!(kafka.fetch_range("orders", 0, 0, 1, 10).await.unwrap().messages.len(), 1);
    let wide = CreateTopicBody { id: "wide".to_owned(), partition: Some(5), ..Default::default() };
    local.send(&CreateTopic { instance_id: id.clone(), body: wide }).await.unwrap();
    let leaders: std::collections::BTreeSet<_> =
        kafka.topic("wide").await.unwrap().partitions.iter().map(|p| p.leader).collect();
    assert_eq!(leaders.len(), 5, "new partitions use the new brokers");
    local.running.shutdown().await;

    let local = Local::in_folder(folder.path()).await;
    let kept = local.show(&id).await.unwrap();
    assert_eq!(
        (kept.broker_num, kept.kafka_private_connect_address),
        (Some(5), after.kafka_private_connect_address)
    );
}

#[tokio::test]
async fn another_flavour_has_room_for_more_partitions() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-fast").await;
    let list = ListExtendProducts {
        engine: Engine::Kafka,
        instance_id: instance.instance_id.clone(),
        r#type: ADVANCED.to_owned(),
    };
    let offer = local.send(&list).await.unwrap();
    assert_eq!(offer.engine, "kafka");
    let ids: Vec<&str> = offer.products.iter().map(|p| p.product_id.as_str()).collect();
    assert!(ids.contains(&"c6.2u4g.cluster") && ids.contains(&"c6.4u8g.cluster"), "{ids:?}");
    assert!(offer.products.iter().all(|p| p.available_zones.is_some()));
    let today = ListResizeProducts { instance_id: instance.instance_id.clone(), r#type: ADVANCED.to_owned() };
    assert_eq!(local.send(&today).await.unwrap(), offer);
    let wrong = ListResizeProducts { r#type: "basic".to_owned(), ..today };
    assert_eq!(local.send(&wrong).await.unwrap_err().code, "DMS.00400062");

    let body = ExtendBody::Vertical { new_product_id: "c6.4u8g.cluster".to_owned() };
    local.send(&extend(&instance, body)).await.unwrap();
    let after = local.until(&instance.instance_id, InstanceStatus::Running).await;
    assert_eq!((after.product_id.as_str(), after.partition_num.unwrap().0), ("c6.4u8g.cluster", 1500));
    assert_eq!((after.broker_num, after.total_storage_space), (Some(3), Some(300)));

    // Back to less than its partitions need.
    for n in 0..8 {
        let body = CreateTopicBody { id: format!("topic-{n}"), partition: Some(100), ..Default::default() };
        local.send(&CreateTopic { instance_id: after.instance_id.clone(), body }).await.unwrap();
    }
    let body = ExtendBody::Vertical { new_product_id: "c6.2u4g.cluster".to_owned() };
    assert_eq!(local.send(&extend(&after, body)).await.unwrap_err().code, "DMS.00400039");
}

#[tokio::test]
async fn what_an_instance_cannot_become_is_refused() {
    let local = slow().await;
    let instance = still(&local, "kafka-limits").await;
    let path = format!("/v2/kafka/{}/instances/{}/extend", local.info().project_id, instance.instance_id);
    let token = [("x-auth-token", local.token.as_str())];
    for (body, code) in [
        (r#"{"oper_type": "storage", "new_storage_space": 300}"#, "DMS.00400500"),
        (r#"{"oper_type": "storage", "new_storage_space": 650}"#, "DMS.00400500"),
        (r#"{"oper_type": "storage", "new_storage_space": 90000}"#, "DMS.00400500"),
        (r#"{"oper_type": "storage"}"#, "DMS.00400062"),
        (r#"{"oper_type": "sideways"}"#, "DMS.00400062"),
        (r#"{"oper_type": "horizontal", "new_broker_num": 2, "new_storage_space": 200}"#, "DMS.00400062"),
        (r#"{"oper_type": "horizontal", "new_broker_num": 31, "new_storage_space": 3100}"#, "DMS.00400062"),
        (r#"{"oper_type": "horizontal", "new_broker_num": 4, "new_storage_space": 500}"#, "DMS.00400500"),
        (r#"{"oper_type": "vertical", "new_product_id": "c6.2u4g.cluster"}"#, "DMS.00400009"),
        (r#"{"oper_type": "vertical", "new_product_id": "c9.huge.cluster"}"#, "DMS.00400009"),
        ("", "DMS.00400004"),
        ("[", "DMS.00400005"),
    ] {
        assert_eq!(local.raw("POST", &path, &token, body).await.unwrap().code(), code, "{body}");
    }
    let engine = path.replace("/kafka/", "/rabbitmq/");
    let body = r#"{"oper_type": "storage", "new_storage_space": 600}"#;
    assert_eq!(local.raw("POST", &engine, &token, body).await.unwrap().code(), "DMS.00400007");
    assert_eq!(local.show(&instance.instance_id).await.unwrap().status, InstanceStatus::Running);
}

#[tokio::test]
async fn public_instances_name_addresses_for_new_brokers() {
    let local = Local::start().await;
    let mut body = order("kafka-public");
    body.enable_publicip = Some(true);
    body.publicip_id = Some("eip-1,eip-2,eip-3".to_owned());
    let id = local.create(body).await.unwrap();
    let instance = local.until(&id, InstanceStatus::Running).await;
    assert_eq!(local.send(&extend(&instance, brokers(4, 400))).await.unwrap_err().code, "DMS.00400128");
    let body = ExtendBody::Horizontal {
        new_broker_num: 4,
        new_storage_space: 400,
        publicip_id: Some("eip-4".to_owned()),
        tenant_ips: None,
        second_tenant_subnet_id: None,
    };
    local.send(&extend(&instance, body)).await.unwrap();
    let after = local.until(&id, InstanceStatus::Running).await;
    assert_eq!(after.publicip_id.unwrap().0, ["eip-1", "eip-2", "eip-3", "eip-4"]);
    assert_eq!(after.public_connect_address.unwrap().0.len(), 4);
}

#[tokio::test]
async fn disks_grow_twenty_times_and_no_more() {
    let local = Local::start().await;
    let mut instance = local.kafka("kafka-twenty").await;
    for times in 1..=20 {
        let space = 300 + 300 * times;
        local.send(&extend(&instance, ExtendBody::Storage { new_storage_space: space })).await.unwrap();
        instance = local.until(&instance.instance_id, InstanceStatus::Running).await;
        assert_eq!(instance.extend_times.map(i64::from), Some(times));
    }
    let more = extend(&instance, ExtendBody::Storage { new_storage_space: 6600 });
    assert_eq!(local.send(&more).await.unwrap_err().code, "DMS.00400124");
}

#[tokio::test]
async fn a_failed_resizing_leaves_everything_as_it_was() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-nogrow").await;
    let job = local.send(&extend(&instance, brokers(4, 400))).await.unwrap().job_id;
    let after = local.until(&instance.instance_id, InstanceStatus::ExtendedFailed).await;
    assert_eq!((after.broker_num, after.total_storage_space), (Some(3), Some(300)));
    let show = ShowTask { instance_id: instance.instance_id.clone(), task_id: job };
    assert_eq!(local.send(&show).await.unwrap().tasks[0].status, TaskStatus::Failed);
    let kafka = Admin::connect(&format!("127.0.0.1:{}", instance.port.unwrap()), None).await.unwrap();
    kafka.topic_names(false).await.unwrap();
    local.send(&DeleteInstance { instance_id: instance.instance_id.clone() }).await.unwrap();
    eventually(async || local.show(&instance.instance_id).await.err()).await;
}

#[tokio::test]
async fn a_resizing_goes_on_after_the_service_was_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let slow = Options { pace: HOUR, data_dir: Some(folder.path().to_owned()), ..options() };
    let local = Local::with(slow.clone()).await;
    let instance = still(&local, "kafka-pause").await;
    local.send(&extend(&instance, brokers(4, 400))).await.unwrap();
    local.running.shutdown().await;

    let local = Local::with(slow).await;
    let meanwhile = local.show(&instance.instance_id).await.unwrap();
    assert_eq!((meanwhile.status, meanwhile.broker_num), (InstanceStatus::Extending, Some(3)));
    assert_eq!(meanwhile.port, instance.port);
    // The clock of the new service is right again.
    local.advance(HOUR * 2).await;
    let after = local.until(&instance.instance_id, InstanceStatus::Running).await;
    assert_eq!(after.broker_num, Some(4));
}
