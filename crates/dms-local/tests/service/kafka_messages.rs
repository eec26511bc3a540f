//! Messages, seen from the API and from Kafka clients.

use std::sync::LazyLock;

use bytes::Bytes;
use dms_api::models::Instance;
use dms_api::ops::kafka::{
    CreateTopic, CreateTopicBody, DeleteBefore, DeleteMessages, DeleteMessagesBody, FindMessages,
    ListMessages, SendMessage, SendMessageBody, ShowFirstMessage, ShowLastMessage, ShowMessage,
};
use dms_local::kafka::{Admin, NewRecord};

use crate::support::{Local, an_hour_ago, bootstrap, create_topic};

/// When the first of the messages was made.
static BEGIN: LazyLock<i64> = LazyLock::new(an_hour_ago);

fn record(key: Option<&[u8]>, value: Option<&[u8]>, at: i64) -> NewRecord {
    NewRecord {
        key: key.map(Bytes::copy_from_slice),
        value: value.map(Bytes::copy_from_slice),
        timestamp: Some(*BEGIN + at),
        ..NewRecord::default()
    }
}

/// 3,000 messages, one a millisecond, over three partitions in turn.
async fn fill(instance: &Instance) -> Admin {
    let kafka = Admin::connect(&bootstrap(instance), None).await.unwrap();
    let producer = krafka::Kafka::builder(bootstrap(instance)).connect().await.unwrap();
    let producer = producer.producer().idempotent(false).build().await.unwrap();
    let mut sent = Vec::new();
    for n in 0..3_000_i32 {
        let record = krafka::Record::new("orders", format!("order {n}")).partition(n % 3);
        let record = record.key(format!("key {n}")).timestamp(*BEGIN + i64::from(n));
        sent.push(producer.enqueue(record).await.unwrap());
    }
    for delivery in sent {
        let _placed = delivery.await.unwrap();
    }
    kafka
}

fn find(instance: &Instance) -> FindMessages {
    FindMessages {
        instance_id: instance.instance_id.clone(),
        topic: "orders".to_owned(),
        ..FindMessages::default()
    }
}

fn within(instance: &Instance, from: i64, to: i64) -> FindMessages {
    FindMessages {
        start_time: Some(*BEGIN + from),
        end_time: Some(*BEGIN + to),
        asc: Some(true),
        ..find(instance)
    }
}

fn at(instance: &Instance, topic: &str, partition: u32, message_offset: u64) -> ShowMessage {
    let instance_id = instance.instance_id.clone();
    ShowMessage { instance_id, topic: topic.to_owned(), partition, message_offset }
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_of_a_time_come_in_pages_in_their_order() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    create_topic(&local, &instance, "orders", 3).await;
    fill(&instance).await;

    let page = async |offset: u64, limit: u32, asc: bool| {
        let page = FindMessages {
            offset: Some(offset),
            limit: Some(limit),
            asc: Some(asc),
            ..within(&instance, 100, 2_899)
        };
        let found = local.send(&page).await.unwrap();
        assert_eq!((found.total, found.size), (2_800, found.messages.len() as u64));
        found.messages.iter().map(|m| m.timestamp.ms() - *BEGIN).collect::<Vec<_>>()
    };
    assert_eq!(page(0, 5, true).await, [100, 101, 102, 103, 104]);
    assert_eq!(page(2_700, 3, true).await, [2_800, 2_801, 2_802], "far inside");
    assert_eq!(page(2_798, 50, true).await, [2_898, 2_899]);
    assert_eq!(page(0, 3, false).await, [2_899, 2_898, 2_897]);
    assert_eq!(page(1_234, 2, false).await, [1_665, 1_664]);
    assert!(page(2_800, 10, true).await.is_empty());
    assert!(page(0, 0, true).await.is_empty());

    let first = local.send(&within(&instance, 0, 0)).await.unwrap().messages.remove(0);
    assert_eq!((first.partition, first.message_offset, first.key.as_deref()), (0, 0, Some("key 0")));
    assert_eq!(
        (first.value.as_deref(), first.size, first.huge_message),
        (None, 12, false),
        "no content by time"
    );
    assert_eq!(local.send(&within(&instance, 5_000, 9_000)).await.unwrap().total, 0);

    let list = |offset, limit, partition| ListMessages {
        instance_id: instance.instance_id.clone(),
        topic: "orders".to_owned(),
        start_time: Some(*BEGIN),
        end_time: Some(*BEGIN + 2_999),
        limit,
        offset,
        partition,
    };
    let all = local.send(&list(None, None, None)).await.unwrap();
    assert_eq!((all.messages_count, all.offsets_count, all.offset, all.messages.len()), (3_000, 300, 1, 10));
    let one = local.send(&list(Some(40), Some(20), Some(1))).await.unwrap();
    assert_eq!((one.messages_count, one.offsets_count, one.offset), (1_000, 50, 3));
    assert!(one.messages.iter().all(|message| message.partition == 1));
    assert_eq!(one.messages[0].message_offset, 40);
    assert_eq!(local.send(&list(None, None, Some(-1))).await.unwrap().messages_count, 3_000);
    let ever = ListMessages { start_time: None, end_time: None, ..list(None, None, None) };
    assert_eq!(local.send(&ever).await.unwrap().messages_count, 3_000, "from 1970 until now");
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_are_found_by_what_is_in_them() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    create_topic(&local, &instance, "orders", 3).await;
    fill(&instance).await;
    let contents = async |query: FindMessages| {
        let found = local.send(&query).await.unwrap();
        assert_eq!(found.total, found.messages.len() as u64);
        let values = found.messages.into_iter().map(|message| message.value.0.unwrap_or_default());
        values.collect::<Vec<_>>()
    };
    let word = |word: &str| Some(word.to_owned());
    let exact = FindMessages { key: word("key 1234"), ..find(&instance) };
    assert_eq!(contents(exact).await, ["order 1234"]);
    let many = FindMessages { keyword: word("order 2"), asc: Some(true), ..find(&instance) };
    let many = contents(many).await;
    assert_eq!(many.len(), 10, "ten at most");
    assert_eq!((many[0].as_str(), many[1].as_str()), ("order 2", "order 20"));
    let both = FindMessages {
        include: word("order,99"),
        exclude: word("1,2"),
        asc: Some(true),
        ..within(&instance, 0, 2_999)
    };
    assert_eq!(
        contents(both).await,
        [
            "order 99",
            "order 399",
            "order 499",
            "order 599",
            "order 699",
            "order 799",
            "order 899",
            "order 990",
            "order 993",
            "order 994"
        ]
    );
    let newest = FindMessages { keyword: word("order"), limit: Some(2), ..find(&instance) };
    assert_eq!(contents(newest).await, ["order 2999", "order 2998"]);
    let lane = FindMessages {
        keyword: word("order 5"),
        partition: Some(2),
        asc: Some(true),
        limit: Some(1),
        ..find(&instance)
    };
    assert_eq!(contents(lane).await, ["order 5"]);
    let none = FindMessages { keyword: word("nothing like it"), ..find(&instance) };
    assert!(contents(none).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_message_is_shown_whatever_is_in_it() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    create_topic(&local, &instance, "orders", 1).await;
    let kafka = Admin::connect(&bootstrap(&instance), None).await.unwrap();
    let big = vec![b'x'; 9 * 1024 * 1024];
    let middle = "键".repeat(2_000);
    let sent = [
        record(Some(b"key"), Some(b"{\"a\":1}"), 0),
        record(None, Some(b"no key"), 1),
        record(Some(b""), Some(b""), 2),
        record(Some(b"gone"), None, 3),
        record(Some(b"\xff\xfe"), Some(b"ab\xc3\x28c"), 4),
        record(Some("订单".as_bytes()), Some(middle.as_bytes()), 5),
        record(None, Some(&big), 6),
    ];
    for record in sent {
        kafka.produce("orders", Some(0), record).await.unwrap();
    }

    let shown = async |offset| {
        let message = local.send(&at(&instance, "orders", 0, offset)).await.unwrap().message.remove(0);
        assert_eq!(message.message_offset, offset);
        message
    };
    let first = shown(0).await;
    assert_eq!(
        (first.key.as_deref(), first.value.as_deref(), first.size),
        (Some("key"), Some("{\"a\":1}"), 10)
    );
    assert_eq!((first.topic.as_str(), first.partition, first.timestamp.ms()), ("orders", 0, *BEGIN));
    assert_eq!(shown(1).await.key.as_deref(), None);
    let empty = shown(2).await;
    assert_eq!((empty.key.as_deref(), empty.value.as_deref()), (Some(""), Some("")), "empty is not absent");
    let deletion = shown(3).await;
    assert_eq!((deletion.key.as_deref(), deletion.value.as_deref()), (Some("gone"), None));
    let binary = shown(4).await;
    assert_eq!(
        (binary.value.as_deref(), binary.size),
        (Some("ab\u{fffd}(c"), 7),
        "size is that of the bytes"
    );
    assert_eq!(shown(5).await.value.as_deref(), Some(middle.as_str()));
    assert_eq!(shown(6).await.value.as_deref().map(str::len), Some(big.len()));

    let place = |offset, download| FindMessages {
        partition: Some(0),
        message_offset: Some(offset),
        download: Some(download),
        ..find(&instance)
    };
    let cut = local.send(&place(5, false)).await.unwrap().messages.remove(0);
    let start = cut.value.as_deref().unwrap();
    assert!(cut.huge_message && start.len() <= 4_096 && middle.starts_with(start), "{}", start.len());
    assert_eq!(cut.key.as_deref(), Some("订单"));
    let whole = local.send(&place(5, true)).await.unwrap().messages.remove(0);
    assert_eq!(whole.value.as_deref(), Some(middle.as_str()));
    let small = local.send(&place(0, false)).await.unwrap();
    assert_eq!((small.total, small.size, small.messages[0].huge_message), (1, 1, false));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partition_has_a_first_and_a_last_message() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    create_topic(&local, &instance, "orders", 2).await;
    let kafka = Admin::connect(&bootstrap(&instance), None).await.unwrap();
    for n in 0..5 {
        kafka.produce("orders", Some(1), record(None, Some(b"v"), n)).await.unwrap();
    }
    let id = instance.instance_id.clone();
    let ends = async |partition| {
        let (instance_id, topic) = (id.clone(), "orders".to_owned());
        let first = ShowFirstMessage { instance_id: id.clone(), topic: topic.clone(), partition };
        let last = ShowLastMessage { instance_id, topic, partition };
        let (first, last) = (local.send(&first).await.unwrap(), local.send(&last).await.unwrap());
        let place =
            |p: dms_api::models::kafka::MessagePosition| (p.offset, p.timestamp.map(|at| at.ms() - *BEGIN));
        (place(first), place(last))
    };
    assert_eq!(ends(1).await, ((0, Some(0)), (4, Some(4))));
    assert_eq!(ends(0).await, ((0, None), (0, None)), "an empty partition has no time");

    let partitions = [(1, 3), (0, 9), (7, 0)].map(|(partition, offset)| DeleteBefore { partition, offset });
    let delete = |partitions: &[DeleteBefore]| DeleteMessages {
        instance_id: id.clone(),
        topic: "orders".to_owned(),
        body: DeleteMessagesBody { partitions: partitions.to_vec() },
    };
    let deleted = local.send(&delete(&partitions)).await.unwrap().partitions;
    let results: Vec<_> = deleted.iter().map(|d| (d.partition, d.error_code.as_str())).collect();
    assert_eq!(results, [(1, "0"), (0, "DMS.00400800"), (7, "DMS.00400800")]);
    assert_eq!(ends(1).await, ((3, Some(3)), (4, Some(4))));
    local.send(&delete(&[DeleteBefore { partition: 1, offset: -1 }])).await.unwrap();
    assert_eq!(ends(1).await, ((5, None), (5, None)));
    assert_eq!(local.send(&delete(&[])).await.unwrap_err().code, "DMS.00400062");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_sent_here_is_there_for_kafka_clients() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    create_topic(&local, &instance, "orders", 3).await;
    let send = |body: SendMessageBody| SendMessage {
        instance_id: instance.instance_id.clone(),
        body,
        ..SendMessage::default()
    };
    let body = SendMessageBody::new("orders", "{\"订单\":1}").with("KEY", "k1").with("PARTITION", "2");
    let sent = local.send(&send(body)).await.unwrap();
    assert_eq!((sent.topic.as_str(), sent.body.as_str()), ("orders", "{\"订单\":1}"));
    let place: Vec<_> = sent.property_list.iter().map(|p| p["value"].as_str().unwrap_or_default()).collect();
    assert_eq!(place, ["k1", "2", "0"]);
    let kafka = Admin::connect(&bootstrap(&instance), None).await.unwrap();
    let read = kafka.fetch_range("orders", 2, 0, 10, 1 << 20).await.unwrap().messages;
    assert_eq!(
        (read[0].key.as_deref(), read[0].value.as_deref()),
        (Some(&b"k1"[..]), Some("{\"订单\":1}".as_bytes()))
    );
    assert!(read[0].timestamp > *BEGIN);
    local.send(&send(SendMessageBody::new("orders", "neither key nor partition"))).await.unwrap();

    let code = async |body: SendMessageBody| local.send(&send(body)).await.unwrap_err().code;
    assert_eq!(code(SendMessageBody::new("missing", "x")).await, "DMS.10540401");
    assert_eq!(code(SendMessageBody::new("", "x")).await, "DMS.00400062");
    assert_eq!(code(SendMessageBody::new("orders", "")).await, "DMS.00400062");
    assert_eq!(code(SendMessageBody::new("orders", "x").with("PARTITION", "3")).await, "DMS.00400800");
    assert_eq!(code(SendMessageBody::new("orders", "x").with("PARTITION", "one")).await, "DMS.00400062");
    assert_eq!(code(SendMessageBody::new("orders", "x").with("TAG", "a")).await, "DMS.00400062");
    let config =
        vec![dms_api::ops::kafka::ConfigEntry { name: "max.message.bytes".into(), value: "1000".into() }];
    let body = CreateTopicBody {
        id: "small".to_owned(),
        topic_other_configs: Some(config),
        ..CreateTopicBody::default()
    };
    local.send(&CreateTopic { instance_id: instance.instance_id.clone(), body }).await.unwrap();
    assert_eq!(code(SendMessageBody::new("small", "x".repeat(2_000))).await, "DMS.10540011");
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_that_make_no_sense_are_refused() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    create_topic(&local, &instance, "orders", 1).await;
    let code = async |query: FindMessages| local.send(&query).await.unwrap_err().code;
    assert_eq!(code(find(&instance)).await, "DMS.00400062", "neither time nor place");
    assert_eq!(code(FindMessages { message_offset: Some(0), ..find(&instance) }).await, "DMS.00400062");
    assert_eq!(code(FindMessages { start_time: Some(1), ..find(&instance) }).await, "DMS.00400142");
    assert_eq!(code(within(&instance, 10, 5)).await, "DMS.00400142");
    assert_eq!(code(FindMessages { limit: Some(51), ..within(&instance, 0, 5) }).await, "DMS.10240042");
    let long = FindMessages { keyword: Some("x".repeat(51)), ..find(&instance) };
    assert_eq!(code(long).await, "DMS.00400062");
    let words = FindMessages { include: Some("a,".repeat(21)), ..find(&instance) };
    assert_eq!(code(words).await, "DMS.00400062");
    assert_eq!(
        code(FindMessages { topic: "missing".into(), ..within(&instance, 0, 5) }).await,
        "DMS.10540401"
    );
    assert_eq!(code(FindMessages { topic: String::new(), ..within(&instance, 0, 5) }).await, "DMS.00400062");
    let place = FindMessages { partition: Some(0), message_offset: Some(7), ..find(&instance) };
    assert_eq!(code(place).await, "DMS.00400800", "nothing is there");
    assert_eq!(local.send(&at(&instance, "orders", 9, 0)).await.unwrap_err().code, "DMS.00400800");
    assert_eq!(local.send(&at(&instance, "missing", 0, 0)).await.unwrap_err().status, 404);
}
