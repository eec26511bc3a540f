//! Groups and topics whose names mean something in a path.

use dms_api::operation::Operation;
use dms_api::ops::kafka::{
    DeleteGroup, ListGroupOffsets, ListGroups, ListMessages, ListTopicPartitions, ModifyGroup, ResetOffset,
    ResetOffsetBody, ResetTo, ShowFirstMessage, ShowGroup, ShowGroupDetail, ShowMessage, ShowTopic,
    ShowTopicReplicas,
};
use dms_local::kafka::{Admin, NewRecord};

use crate::support::{Local, bootstrap, create_topic};

const NAMES: [&str; 7] = ["%DLQ%group1", "a|b", "a/b", "订单", "a b?c#d&e+f", "%2F", "batch-delete"];

#[tokio::test(flavor = "multi_thread")]
async fn groups_of_any_name_are_shown_described_moved_and_deleted() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    create_topic(&local, &instance, "orders", 1).await;
    let kafka = Admin::connect(&bootstrap(&instance), None).await.unwrap();
    for _ in 0..5 {
        kafka
            .produce("orders", Some(0), NewRecord { value: Some("x".into()), ..NewRecord::default() })
            .await
            .unwrap();
    }
    let id = instance.instance_id.clone();
    for name in NAMES {
        kafka.move_group(name, &[(("orders".to_owned(), 0), 1)].into()).await.unwrap();
    }
    for name in NAMES {
        let (instance_id, group) = (id.clone(), name.to_owned());
        let modify = ModifyGroup {
            instance_id: id.clone(),
            group: group.clone(),
            body: dms_api::ops::kafka::GroupBody {
                group_name: group.clone(),
                group_desc: Some(name.to_owned()),
            },
            ..ModifyGroup::default()
        };
        local.send(&modify).await.unwrap();
        let body = ResetOffsetBody { topic: "orders".to_owned(), partition: None, to: ResetTo::Offset(3) };
        local.send(&ResetOffset { instance_id: id.clone(), group: group.clone(), body }).await.unwrap();
        let shown =
            local.send(&ShowGroupDetail { instance_id: id.clone(), group: group.clone() }).await.unwrap();
        assert_eq!(shown.group.group_id, name);
        assert_eq!(shown.group.group_message_offsets[0].message_current_offset, Some(3));
        let simple = ShowGroup { instance_id: id.clone(), group: group.clone() };
        let simply = local.send(&simple).await.unwrap().group;
        assert_eq!((simply.group_id.as_str(), simply.group_desc.as_deref()), (name, Some(name)));
        let offsets =
            ListGroupOffsets { instance_id: id.clone(), group: group.clone(), ..Default::default() };
        assert_eq!(local.send(&offsets).await.unwrap().total, 1);
        let part =
            ListGroups { instance_id: id.clone(), group: Some(group.clone()), ..ListGroups::default() };
        assert_eq!(local.send(&part).await.unwrap().groups[0].group_id, name);
        local.send(&DeleteGroup { instance_id, group }).await.unwrap();
        assert_eq!(local.send(&simple).await.unwrap_err().code, "DMS.10240405");
    }
    assert_eq!(local.send(&ListGroups { instance_id: id, ..ListGroups::default() }).await.unwrap().total, 0);
}

/// Kafka has no topics of such names; asking for one reaches the operation and finds none.
#[tokio::test(flavor = "multi_thread")]
async fn topics_of_any_name_are_asked_for_by_their_name() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    for name in NAMES {
        let (instance_id, topic) = (instance.instance_id.clone(), name.to_owned());
        missing(&local, &ShowTopic { instance_id: instance_id.clone(), topic: topic.clone() }).await;
        missing(&local, &ShowTopicReplicas { instance_id: instance_id.clone(), topic: topic.clone() }).await;
        let part = ListTopicPartitions {
            instance_id: instance_id.clone(),
            topic: topic.clone(),
            ..Default::default()
        };
        missing(&local, &part).await;
        let list =
            ListMessages { instance_id: instance_id.clone(), topic: topic.clone(), ..Default::default() };
        missing(&local, &list).await;
        let show =
            ShowMessage { instance_id: instance_id.clone(), topic: topic.clone(), ..Default::default() };
        missing(&local, &show).await;
        missing(&local, &ShowFirstMessage { instance_id, topic, partition: 0 }).await;
    }
}

async fn missing<O: Operation>(local: &Local, operation: &O) {
    let reply = local.reply(operation).await;
    // The name's own rule or its absence, whichever the client of the cluster finds first.
    assert!(
        ["DMS.10540401", "DMS.00400101"].contains(&reply.code().as_str()),
        "{}: {}",
        O::SPEC.id,
        reply.text
    );
}
