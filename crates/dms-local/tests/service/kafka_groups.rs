//! Consumer groups, seen from the API and from Kafka clients.

use std::sync::LazyLock;
use std::time::Duration;

use bytes::Bytes;
use dms_api::Engine;
use dms_api::models::Instance;
use dms_api::models::kafka::{Group, GroupMember, GroupState, GroupSummary};
use dms_api::operation::Operation;
use dms_api::ops::kafka::{
    CreateGroup, DeleteGroup, DeleteGroupOffsets, DeleteGroupOffsetsBody, DeleteGroups, DeleteGroupsBody,
    GroupBody, ListCoordinators, ListGroupMembers, ListGroupOffsets, ListGroupTopics, ListGroups,
    ModifyGroup, ModifyGroups, ModifyGroupsBody, ResetGroupOffset, ResetOffset, ResetOffsetBody, ResetTo,
    ShowGroup, ShowGroupDetail,
};
use dms_local::kafka::{Admin, NewRecord};
use serde_json::json;

use crate::support::{Local, an_hour_ago, bootstrap, create_topic, eventually, member, read};

fn list(instance: &Instance) -> ListGroups {
    ListGroups { instance_id: instance.instance_id.clone(), ..ListGroups::default() }
}

fn detail(instance: &Instance, group: &str) -> ShowGroupDetail {
    ShowGroupDetail { instance_id: instance.instance_id.clone(), group: group.to_owned() }
}

async fn group(local: &Local, instance: &Instance, name: &str) -> Group {
    local.send(&detail(instance, name)).await.unwrap().group
}

fn create(instance: &Instance, name: &str, description: &str) -> CreateGroup {
    let body = GroupBody { group_name: name.to_owned(), group_desc: Some(description.to_owned()) };
    CreateGroup { instance_id: instance.instance_id.clone(), body }
}

fn reset(instance: &Instance, group: &str, partition: Option<u32>, to: ResetTo) -> ResetOffset {
    let body = ResetOffsetBody { topic: "orders".to_owned(), partition, to };
    ResetOffset { instance_id: instance.instance_id.clone(), group: group.to_owned(), body }
}

/// When the first message was made.
static BEGIN: LazyLock<i64> = LazyLock::new(an_hour_ago);

/// Sends 60 messages, one a second, to two partitions in turn.
async fn fill(instance: &Instance) -> Admin {
    let kafka = Admin::connect(&bootstrap(instance), None).await.unwrap();
    for n in 0..60 {
        let record = NewRecord {
            value: Some(Bytes::from(format!("order {n}"))),
            timestamp: Some(*BEGIN + i64::from(n) * 1000),
            ..NewRecord::default()
        };
        kafka.produce("orders", Some(n % 2), record).await.unwrap();
    }
    kafka
}

fn positions(group: &Group) -> Vec<(u32, u64, u64, u64)> {
    let places = group.group_message_offsets.iter();
    let known = |n: Option<u64>| n.unwrap_or(u64::MAX);
    places
        .map(|p| {
            (p.partition, known(p.message_current_offset), known(p.message_log_end_offset), known(p.lag))
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_of_a_client_shows_with_its_members_and_its_lag() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    create_topic(&local, &instance, "orders", 2).await;
    fill(&instance).await;
    let consumer = member(&bootstrap(&instance), "billing", "orders").await;
    read(&consumer, 60).await;
    local
        .send(&dms_api::ops::kafka::SendMessage {
            instance_id: instance.instance_id.clone(),
            body: dms_api::ops::kafka::SendMessageBody::new("orders", "one more").with("PARTITION", "1"),
            ..Default::default()
        })
        .await
        .unwrap();

    let shown = group(&local, &instance, "billing").await;
    assert_eq!((shown.state.clone(), shown.assignment_strategy.is_empty()), (GroupState::Stable, false));
    assert_eq!(shown.members.len(), 1);
    let reader = &shown.members[0];
    assert_eq!((reader.client_id.as_str(), reader.host.as_str()), ("shop-1", "/127.0.0.1"));
    assert_eq!(reader.assignment[0].topic, "orders");
    assert_eq!(reader.assignment[0].partitions, [0, 1]);
    assert_eq!(positions(&shown), [(0, 30, 30, 0), (1, 30, 31, 1)]);

    let listed: GroupSummary = local.send(&list(&instance)).await.unwrap().groups.remove(0);
    assert_eq!((listed.group_id.as_str(), listed.lag), ("billing", Some(1)));
    assert_eq!((listed.state, listed.coordinator_id), (GroupState::Stable, shown.coordinator_id));
    assert!(listed.created_at.is_some_and(|at| at.ms() > 1_600_000_000_000));
    let coordinators =
        local.send(&ListCoordinators { instance_id: instance.instance_id.clone() }).await.unwrap();
    let coordinator = &coordinators.coordinators[0];
    assert_eq!((coordinator.group_id.as_str(), coordinator.id), ("billing", shown.coordinator_id));
    assert_eq!(coordinator.host, "127.0.0.1");

    let simple = ShowGroup { instance_id: instance.instance_id.clone(), group: "billing".to_owned() };
    assert_eq!(local.send(&simple).await.unwrap().group.members.len(), 1);
    consumer.close().await.unwrap();
    eventually(async || (group(&local, &instance, "billing").await.state == GroupState::Empty).then_some(()))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_moves_to_offsets_and_times_but_not_while_it_is_read() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    create_topic(&local, &instance, "orders", 2).await;
    fill(&instance).await;
    let consumer = member(&bootstrap(&instance), "billing", "orders").await;
    read(&consumer, 60).await;
    let refused = local.send(&reset(&instance, "billing", None, ResetTo::Offset(0))).await.unwrap_err();
    assert_eq!((refused.status, refused.code.as_str()), (400, "DMS.00400800"));
    assert!(refused.message.contains("has members"), "{refused}");
    consumer.close().await.unwrap();
    eventually(async || (group(&local, &instance, "billing").await.state == GroupState::Empty).then_some(()))
        .await;

    let moved = async |partition, to| {
        local.send(&reset(&instance, "billing", partition, to)).await.unwrap();
        let places = positions(&group(&local, &instance, "billing").await);
        places.iter().map(|place| place.1).collect::<Vec<_>>()
    };
    assert_eq!(moved(Some(0), ResetTo::Offset(10)).await, [10, 30]);
    assert_eq!(moved(None, ResetTo::Offset(7)).await, [7, 7]);
    assert_eq!(moved(None, ResetTo::Offset(9_999)).await, [30, 30], "past the end is the end");
    assert_eq!(moved(None, ResetTo::Offset(-5)).await, [0, 0], "before the start is the start");
    // Message 20 has offset 10 of partition 0, message 21 offset 10 of partition 1.
    assert_eq!(moved(None, ResetTo::Time(*BEGIN + 20_000)).await, [10, 10]);
    assert_eq!(moved(None, ResetTo::Time(*BEGIN + 20_001)).await, [11, 10]);
    assert_eq!(moved(None, ResetTo::Time(0)).await, [0, 0]);
    assert_eq!(moved(Some(1), ResetTo::Time(*BEGIN + 8_000_000)).await, [0, 30]);

    let newer = ResetGroupOffset {
        instance_id: instance.instance_id.clone(),
        group: "billing".to_owned(),
        body: ResetOffsetBody { topic: "orders".to_owned(), partition: None, to: ResetTo::Offset(1) },
    };
    local.send(&newer).await.unwrap();
    assert_eq!(group(&local, &instance, "billing").await.group_message_offsets[0].lag, Some(29));

    let code = async |operation: ResetOffset| local.send(&operation).await.unwrap_err().code;
    assert_eq!(code(reset(&instance, "nobody", None, ResetTo::Offset(0))).await, "DMS.10240405");
    assert_eq!(code(reset(&instance, "billing", Some(2), ResetTo::Offset(0))).await, "DMS.00400800");
    let mut other = reset(&instance, "billing", None, ResetTo::Offset(0));
    other.body.topic = "missing".to_owned();
    assert_eq!(code(other).await, "DMS.10540401");
    let path = reset(&instance, "billing", None, ResetTo::Offset(0)).request(&local.scope()).unwrap().path;
    for body in [
        json!({"topic": "orders", "partition": 0, "message_offset": 1, "timestamp": 2}),
        json!({"topic": "orders", "partition": 0}),
        json!({"topic": "orders", "partition": -3, "message_offset": 1}),
    ] {
        let headers = [("x-auth-token", local.token.as_str())];
        let reply = local.raw("POST", &path, &headers, &body.to_string()).await.unwrap();
        assert_eq!((reply.status, reply.code().as_str()), (400, "DMS.00400005"), "{body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn groups_are_created_described_found_and_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let local = Local::in_folder(folder.path()).await;
    let instance = local.kafka("kafka-shop").await;
    create_topic(&local, &instance, "orders", 2).await;
    let reply = local.reply(&create(&instance, "billing", "Makes invoices")).await;
    assert_eq!((reply.status, reply.text.as_str()), (200, "success"));
    local.send(&create(&instance, "billing-eu", "")).await.unwrap();
    local.send(&create(&instance, "audit", "")).await.unwrap();
    for (name, code) in [
        ("billing", "DMS.10240018"),
        ("no", "DMS.10240011"),
        ("a|b|c", "DMS.10240007"),
        ("-abc", "DMS.10240007"),
        ("", "DMS.10240011"),
    ] {
        assert_eq!(local.send(&create(&instance, name, "")).await.unwrap_err().code, code, "{name}");
    }
    let long = create(&instance, "long-winded", &"x".repeat(201));
    assert_eq!(local.send(&long).await.unwrap_err().code, "DMS.00400062");

    let named = |part: &str| ListGroups { group: Some(part.to_owned()), ..list(&instance) };
    let found = local.send(&named("illing")).await.unwrap();
    assert_eq!((found.total, found.groups[1].group_id.as_str()), (2, "billing-eu"));
    let second = ListGroups { offset: Some(1), limit: Some(1), ..list(&instance) };
    let page = local.send(&second).await.unwrap();
    assert_eq!((page.total, page.groups.len(), page.groups[0].group_id.as_str()), (3, 1, "billing"));
    assert_eq!(page.groups[0].state, GroupState::Empty);
    let wrong = ListGroups { limit: Some(51), ..list(&instance) };
    assert_eq!(local.send(&wrong).await.unwrap_err().code, "DMS.10240042");

    let id = instance.instance_id.clone();
    let described =
        |name: &str, text: &str| GroupBody { group_name: name.to_owned(), group_desc: Some(text.to_owned()) };
    let modify = ModifyGroup {
        engine: Engine::Kafka,
        instance_id: id.clone(),
        group: "billing".to_owned(),
        body: described("billing", "开发票"),
    };
    local.send(&modify).await.unwrap();
    let all = vec![described("audit", "Yearly"), described("billing-eu", "EU")];
    let all = ModifyGroups {
        engine: Engine::Kafka,
        instance_id: id.clone(),
        body: ModifyGroupsBody { groups: all },
    };
    local.send(&all).await.unwrap();
    local.running.shutdown().await;

    let local = Local::in_folder(folder.path()).await;
    let descriptions: Vec<_> =
        local.send(&list(&instance)).await.unwrap().groups.into_iter().filter_map(|g| g.group_desc).collect();
    assert_eq!(descriptions, ["Yearly", "开发票", "EU"], "a restart loses nothing");
    let unknown = detail(&instance, "nobody");
    assert_eq!(local.send(&unknown).await.unwrap_err().code, "DMS.10240405");

    let instance = local.show(&id).await.unwrap();
    fill(&instance).await;
    let consumer = member(&bootstrap(&instance), "billing", "orders").await;
    read(&consumer, 60).await;
    let group_ids = ["billing", "audit", "nobody"].map(str::to_owned).to_vec();
    let delete = DeleteGroups { instance_id: id.clone(), body: DeleteGroupsBody { group_ids } };
    let deleted = local.send(&delete).await.unwrap();
    assert_eq!(deleted.total, 2);
    let failed: Vec<_> = deleted.failed_groups.iter().map(|f| f.group_id.as_str()).collect();
    assert_eq!(failed, ["billing", "nobody"]);
    assert!(deleted.failed_groups[0].error_message.contains("has members"), "{deleted:?}");
    assert!(deleted.failed_groups[1].error_message.contains("not found"), "{deleted:?}");
    consumer.close().await.unwrap();
    eventually(async || (group(&local, &instance, "billing").await.state == GroupState::Empty).then_some(()))
        .await;
    let one = DeleteGroup { instance_id: id.clone(), group: "billing".to_owned() };
    local.send(&one).await.unwrap();
    assert_eq!(local.send(&one).await.unwrap_err().status, 404);
    assert_eq!(local.send(&list(&instance)).await.unwrap().total, 1);
    let nothing = DeleteGroups { instance_id: id, body: DeleteGroupsBody::default() };
    assert_eq!(local.send(&nothing).await.unwrap_err().code, "DMS.00400062");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_parts_of_a_group_come_in_pages() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    create_topic(&local, &instance, "orders", 2).await;
    create_topic(&local, &instance, "clicks", 5).await;
    fill(&instance).await;
    let address = bootstrap(&instance);
    let (first, second) =
        tokio::join!(member(&address, "billing", "orders"), member(&address, "billing", "orders"));
    let id = instance.instance_id.clone();
    let members =
        ListGroupMembers { instance_id: id.clone(), group: "billing".to_owned(), ..Default::default() };
    let page = ListGroupMembers { limit: Some(1), ..members.clone() };
    let polling = async {
        loop {
            let _polled =
                tokio::join!(first.poll(Duration::from_secs(1)), second.poll(Duration::from_secs(1)));
        }
    };
    let shared = eventually(async || {
        let shown = local.send(&detail(&instance, "billing")).await.ok()?.group;
        let reads_one =
            |member: &GroupMember| member.assignment.iter().map(|a| a.partitions.len()).sum::<usize>() == 1;
        (shown.state == GroupState::Stable && shown.members.len() == 2 && shown.members.iter().all(reads_one))
            .then_some(())
    });
    tokio::select! {
        () = polling => {}
        () = shared => {}
    }
    let one = local.send(&page).await.unwrap();
    assert_eq!((one.total, one.members.len(), one.members[0].client_id.as_str()), (2, 1, "shop-1"));
    let nobody = ListGroupMembers { host: Some("10.1".to_owned()), ..members };
    assert_eq!(local.send(&nobody).await.unwrap().total, 0);
    let (_closed, _too) = tokio::join!(first.close(), second.close());
    eventually(async || (group(&local, &instance, "billing").await.state == GroupState::Empty).then_some(()))
        .await;

    local.send(&reset(&instance, "billing", None, ResetTo::Offset(5))).await.unwrap();
    let mut clicks = reset(&instance, "billing", None, ResetTo::Offset(0));
    clicks.body.topic = "clicks".to_owned();
    local.send(&clicks).await.unwrap();
    let offsets =
        ListGroupOffsets { instance_id: id.clone(), group: "billing".to_owned(), ..Default::default() };
    let page = ListGroupOffsets { offset: Some(5), limit: Some(1), ..offsets.clone() };
    let page = local.send(&page).await.unwrap();
    let place = &page.group_message_offsets[0];
    assert_eq!((page.total, place.topic.as_str(), place.partition), (7, "orders", 0));
    assert_eq!((place.message_log_start_offset, place.message_current_offset), (0, 5));
    assert_eq!((place.message_log_end_offset, place.lag, place.consumer_id.as_str()), (30, 25, ""));
    let one = ListGroupOffsets { topic: Some("orders".to_owned()), partition: Some(1), ..offsets };
    assert_eq!(local.send(&one).await.unwrap().total, 1);

    let topics = ListGroupTopics {
        instance_id: id.clone(),
        group: "billing".to_owned(),
        sort_key: Some("messages".to_owned()),
        sort_dir: Some("desc".to_owned()),
        ..Default::default()
    };
    let shown: Vec<_> = local.send(&topics).await.unwrap().topics;
    let shown: Vec<_> = shown.iter().map(|t| (t.topic.as_str(), t.partitions, t.lag)).collect();
    assert_eq!(shown, [("orders", 2, 50), ("clicks", 5, 0)]);

    let body = DeleteGroupOffsetsBody { topics: vec!["clicks".to_owned(), "missing".to_owned()] };
    let delete = DeleteGroupOffsets { instance_id: id, group: "billing".to_owned(), body };
    let results = local.send(&delete).await.unwrap().topics;
    assert_eq!((results[0].success, results[1].success), (true, false));
    assert_eq!(local.send(&topics).await.unwrap().total, 1);
}
