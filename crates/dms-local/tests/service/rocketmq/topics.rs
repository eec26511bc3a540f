//! Topics and brokers (R5.1.7, R5.3).

use dms_api::models::rocketmq::TopicPermission;
use dms_api::ops::rocketmq::{
    CreateTopic, CreateTopicBody, DeleteTopic, DeleteTopics, DeleteTopicsBody, ListBrokers, ListProducts,
    ListTopicGroups, ListTopics, ModifyQueues, ModifyTopic, ModifyTopicBody, NewQueues, ShowHierarchy,
    ShowTopic, ShowTopicStatus,
};

use super::Rocket;

fn create(rocket: &Rocket, body: CreateTopicBody) -> CreateTopic {
    CreateTopic { instance_id: rocket.id.clone(), body }
}

fn named(name: &str) -> CreateTopicBody {
    CreateTopicBody { name: name.to_owned(), ..Default::default() }
}

#[tokio::test]
async fn a_topics_life() {
    let rocket = Rocket::start().await;
    let instance_id = rocket.id.clone();
    let body = CreateTopicBody {
        brokers: Some(vec!["broker-0".to_owned()]),
        queue_num: Some(3),
        permission: Some("all".to_owned()),
        ..named("topic-test")
    };
    assert_eq!(rocket.local.send(&create(&rocket, body)).await.unwrap().id, "topic-test");
    let queues = vec![
        NewQueues { broker: "broker-0".to_owned(), queue_num: Some(1) },
        NewQueues { broker: "broker-1".to_owned(), queue_num: Some(4) },
    ];
    let uneven = CreateTopicBody { queues: Some(queues), ..named("a|b%c") };
    rocket.local.send(&create(&rocket, uneven)).await.unwrap();

    let list = ListTopics { instance_id: instance_id.clone(), limit: Some(1), ..Default::default() };
    let page = rocket.local.send(&list).await.unwrap();
    assert_eq!((page.total, page.max, page.remaining), (2, 8000, 7998));
    assert_eq!((page.next_offset, page.previous_offset, page.topics[0].name.as_str()), (1, -1, "a|b%c"));
    assert_eq!(page.topics[0].total_read_queue_num, 5);

    let show = ShowTopic { instance_id: instance_id.clone(), topic: "a|b%c".to_owned() };
    let change = |body| ModifyTopic { instance_id: instance_id.clone(), topic: "a|b%c".to_owned(), body };
    let body = ModifyTopicBody {
        read_queue_num: Some(6),
        permission: Some("sub".to_owned()),
        topic_desc: Some("退款".to_owned()),
        ..Default::default()
    };
    rocket.local.send(&change(body)).await.unwrap();
    let topic = rocket.local.send(&show).await.unwrap();
    assert_eq!((topic.total_read_queue_num, topic.total_write_queue_num), (6, 5));
    assert_eq!((topic.permission, topic.topic_desc.as_deref()), (TopicPermission::Sub, Some("退款")));
    let queue =
        ModifyQueues { broker: "broker-1".to_owned(), read_queue_num: Some(8), write_queue_num: Some(2) };
    rocket
        .local
        .send(&change(ModifyTopicBody { queues: Some(vec![queue]), ..Default::default() }))
        .await
        .unwrap();
    let topic = rocket.local.send(&show).await.unwrap();
    assert_eq!((topic.brokers[1].read_queue_num, topic.brokers[1].write_queue_num), (8, 2));

    let delete = DeleteTopic { instance_id: instance_id.clone(), topic: "a|b%c".to_owned() };
    rocket.local.send(&delete).await.unwrap();
    assert_eq!(rocket.refused(&show).await, (404, "DMS.10540401".to_owned()));
    assert_eq!(rocket.refused(&delete).await, (404, "DMS.10540401".to_owned()));
    let all = DeleteTopics {
        instance_id: instance_id.clone(),
        body: DeleteTopicsBody { topics: vec!["topic-test".to_owned()] },
        ..Default::default()
    };
    let job = rocket.local.send(&all).await.unwrap().job_id;
    assert_eq!(job.len(), 32);
    rocket.done(&job).await;
    assert_eq!(rocket.local.send(&ListTopics { limit: None, ..list }).await.unwrap().total, 0);
}

#[tokio::test]
async fn wrong_topics() {
    let rocket = Rocket::start().await;
    rocket.topic("orders").await;
    let queues = |n| CreateTopicBody { queue_num: Some(n), ..named("fine") };
    for (body, code) in [
        (named("orders"), "DMS.00400800"),
        (named("ab"), "DMS.10240011"),
        (named(&"a".repeat(65)), "DMS.10240011"),
        (named("a b"), "DMS.10240007"),
        (named("订单主题"), "DMS.10240007"),
        (named("rmq_sys_mine"), "DMS.10240007"),
        (named("TBW102"), "DMS.10240007"),
        (queues(0), "DMS.00400062"),
        (queues(51), "DMS.00400062"),
        (CreateTopicBody { brokers: Some(vec!["broker-9".to_owned()]), ..named("fine") }, "DMS.00400062"),
        (CreateTopicBody { permission: Some("PUB".to_owned()), ..named("fine") }, "DMS.00400062"),
        (CreateTopicBody { message_type: Some("ODD".to_owned()), ..named("fine") }, "DMS.00400062"),
    ] {
        assert_eq!(rocket.refused(&create(&rocket, body.clone())).await, (400, code.to_owned()), "{body:?}");
    }
    let modify =
        |topic: &str, body| ModifyTopic { instance_id: rocket.id.clone(), topic: topic.to_owned(), body };
    let odd = ModifyTopicBody { read_queue_num: Some(3), ..Default::default() };
    assert_eq!(rocket.refused(&modify("orders", odd)).await.1, "DMS.00400062");
    assert_eq!(rocket.refused(&modify("nothing", ModifyTopicBody::default())).await.1, "DMS.10540401");
    let delete = DeleteTopics { instance_id: rocket.id.clone(), ..Default::default() };
    assert_eq!(rocket.refused(&delete).await.1, "DMS.00400062");
    let topics = vec!["orders".to_owned(), "nothing".to_owned()];
    let delete = DeleteTopics { body: DeleteTopicsBody { topics }, ..delete };
    assert_eq!(rocket.refused(&delete).await.1, "DMS.10540401");
    let other =
        ListTopics { instance_id: "11111111-2222-3333-4444-555555555555".to_owned(), ..Default::default() };
    assert_eq!(rocket.refused(&other).await, (404, "DMS.00404022".to_owned()));
    let wide = ListTopics { instance_id: rocket.id.clone(), limit: Some(51), offset: None };
    assert_eq!(rocket.refused(&wide).await, (400, "DMS.10240042".to_owned()));
}

#[tokio::test]
async fn status_counts_what_was_sent() {
    let rocket = Rocket::start().await;
    rocket.topic("orders").await;
    rocket.fill("orders", 6).await;
    let status = ShowTopicStatus { instance_id: rocket.id.clone(), topic: "orders".to_owned() };
    let status = rocket.local.send(&status).await.unwrap();
    assert_eq!((status.messages(), status.max_offset, status.min_offset), (6, Some(6), Some(0)));
    assert_eq!((status.brokers.len(), status.brokers[0].queues.len()), (2, 2));
    assert!(status.brokers[0].queues.iter().all(|queue| queue.last_message().is_some()));
    rocket.group("billing").await;
    rocket.consume("billing", "c1", "orders", "success").await;
    let groups =
        ListTopicGroups { instance_id: rocket.id.clone(), topic: "orders".to_owned(), ..Default::default() };
    let groups = rocket.local.send(&groups).await.unwrap();
    assert_eq!((groups.groups, groups.total), (vec!["billing".to_owned()], Some(1)));
}

#[tokio::test]
async fn brokers_flavours_and_what_the_monitoring_knows() {
    let rocket = Rocket::start().await;
    rocket.topic("orders").await;
    rocket.group("billing").await;
    rocket.consume("billing", "c1", "orders", "success").await;
    let brokers =
        rocket.local.send(&ListBrokers { instance_id: rocket.id.clone(), ..Default::default() }).await;
    let brokers = brokers.unwrap();
    assert_eq!((brokers.total, brokers.brokers[1].broker_name.as_str()), (Some(2), "broker-1"));
    assert_eq!(brokers.brokers[0].ids, [0, 1, 2]);
    let products = rocket.local.send(&ListProducts::default()).await.unwrap();
    let flavour = products.products.iter().find(|product| product.product_id == "c6.4u8g.cluster").unwrap();
    assert_eq!(flavour.properties.max_topic_per_broker.map(|n| n.0), Some(4000));
    assert_eq!(products.engine, "reliability");
    let hierarchy = rocket.local.send(&ShowHierarchy { instance_id: rocket.id.clone() }).await.unwrap();
    assert_eq!((hierarchy.nodes.len(), hierarchy.topics[0].name.as_str()), (2, "orders"));
    assert_eq!(hierarchy.groups[0].topics[0].name, "orders");
}
