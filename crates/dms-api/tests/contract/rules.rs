use dms_api::models::kafka::{Product, ProductProperties, Topic};
use dms_api::models::{AvailableZone, Tag};
use dms_api::operation::Engine;
use dms_api::ops::kafka::{
    BssParam, ConfigEntry, CreateInstanceBody, CreateTopicBody, ModifyInstanceBody, ModifyTopic,
};
use dms_api::ops::rocketmq;
use dms_api::ops::shared::{ChangeTagsBody, InstanceActionBody};
use dms_api::record::{TextBool, TextNumber};
use dms_api::rules::{self, Flavour, InstanceFacts, Limits, Problem, TopicFacts, dms_code};
use dms_api::secret::Secret;

fn good_instance() -> CreateInstanceBody {
    CreateInstanceBody {
        name: "orders-prod".into(),
        engine: "kafka".into(),
        engine_version: "2.7".into(),
        broker_num: 3,
        storage_space: 600,
        storage_spec_code: "dms.physical.storage.ultra.v2".into(),
        product_id: "c6.2u4g.cluster".into(),
        vpc_id: "v".into(),
        subnet_id: "s".into(),
        security_group_id: "g".into(),
        available_zones: vec!["z1".into()],
        ..Default::default()
    }
}

fn problem(change: impl FnOnce(&mut CreateInstanceBody), field: &str) -> Option<Problem> {
    let mut body = good_instance();
    change(&mut body);
    body.check(&InstanceFacts::default()).of(field).cloned()
}

#[test]
fn names_at_their_ends() {
    let rule = rules::INSTANCE_NAME;
    for good in ["abcd", "a-_9", &"a".repeat(64)] {
        assert_eq!(rule.check(good), Ok(()), "{good}");
    }
    assert_eq!(rule.check(""), Err(Problem::Required));
    assert_eq!(rule.check("abc"), Err(Problem::TooShort { min: 4 }));
    assert_eq!(rule.check(&"a".repeat(65)), Err(Problem::TooLong { max: 64 }));
    assert_eq!(rule.check("1abc"), Err(Problem::BadStart));
    assert_eq!(rule.check("-abc"), Err(Problem::BadStart));
    assert_eq!(rule.check("ab cd"), Err(Problem::BadChar { at: 2, ch: ' ' }));
    assert_eq!(rule.check("ab订单"), Err(Problem::BadChar { at: 2, ch: '订' }));
    assert_eq!(rules::MANAGER_USER.check("a_bcd"), Err(Problem::BadChar { at: 1, ch: '_' }));
    assert_eq!(rules::DESCRIPTION.check(&"订".repeat(1024)), Ok(()));
    assert_eq!(rules::DESCRIPTION.check(&"订".repeat(1025)), Err(Problem::TooLong { max: 1024 }));
    assert_eq!(rules::DESCRIPTION.check("=sum"), Err(Problem::BadStart));
    assert_eq!(rules::DESCRIPTION.check("a<b"), Err(Problem::BadChar { at: 1, ch: '<' }));
    assert_eq!(rules::TOPIC_DESC.check(&"x".repeat(200)), Ok(()));
    assert_eq!(rules::TOPIC_DESC.check(&"x".repeat(201)), Err(Problem::TooLong { max: 200 }));
}

#[test]
fn passwords() {
    let check = |p: &str| rules::password(p, "Admin-123");
    for good in ["Passw0rd", "abcdefg1!", "ABC123!!", "a.B{}[]1", &"aB1".repeat(10)] {
        assert_eq!(check(good), Ok(()), "{good}");
    }
    assert_eq!(check(""), Err(Problem::Required));
    assert_eq!(check("Abc123!"), Err(Problem::TooShort { min: 8 }));
    assert_eq!(check(&"aB1".repeat(11)), Err(Problem::TooLong { max: 32 }));
    assert_eq!(check("abcdefg1"), Err(Problem::TooFewClasses { need: 3, got: 2 }));
    assert_eq!(check("abcdefgh"), Err(Problem::TooFewClasses { need: 3, got: 1 }));
    assert_eq!(check("Admin-123"), Err(Problem::SameAsName));
    assert_eq!(check("321-nimdA"), Err(Problem::ReversedName));
    assert_eq!(check("-Abc12345"), Err(Problem::BadStart));
    assert_eq!(check("Abc 12345"), Err(Problem::BadChar { at: 3, ch: ' ' }));
    assert_eq!(check("Abc;12345"), Err(Problem::BadChar { at: 3, ch: ';' }));
    assert_eq!(check("密码Abc12345"), Err(Problem::BadChar { at: 0, ch: '密' }));
}

#[test]
fn an_instance_that_is_right_has_no_problem() {
    assert_eq!(good_instance().check(&InstanceFacts::default()), rules::Findings::default());
}

#[test]
fn everything_missing_is_found_at_once() {
    let found = CreateInstanceBody::default().check(&InstanceFacts::default());
    assert_eq!(found.of("name"), Some(&Problem::Required));
    for field in [
        "engine_version",
        "product_id",
        "storage_spec_code",
        "vpc_id",
        "subnet_id",
        "security_group_id",
        "available_zones",
    ] {
        assert_eq!(found.of(field), Some(&Problem::NotChosen), "{field}");
    }
    assert!(matches!(found.of("broker_num"), Some(Problem::TooSmall { .. })));
}

#[test]
fn brokers_and_disks() {
    assert_eq!(problem(|b| b.broker_num = 2, "broker_num"), Some(Problem::TooSmall { min: 3 }));
    assert_eq!(problem(|b| b.broker_num = 31, "broker_num"), Some(Problem::TooLarge { max: 30 }));
    assert_eq!(problem(|b| b.storage_space = 299, "storage_space"), Some(Problem::TooSmall { min: 300 }));
    assert_eq!(problem(|b| b.storage_space = 300, "storage_space"), None);
    assert_eq!(problem(|b| b.storage_space = 700, "storage_space"), Some(Problem::NotStep { step: 300 }));
    assert_eq!(
        problem(|b| b.storage_space = 30_300, "storage_space"),
        Some(Problem::TooLarge { max: 30_000 })
    );
    let most = Limits::of(Engine::Kafka, "c6.2u4g.cluster", None).storage(30).max;
    assert_eq!(most, 300_000, "the upper end that K5.1.1 prints");
    for (product, wanted) in [("c6.4u8g.cluster", 600_000), ("kafka.16u32g.cluster", 900_000)] {
        assert_eq!(Limits::of(Engine::Kafka, product, None).storage(30).max, wanted);
    }
    assert_eq!(Flavour::find(Engine::RocketMq, "c6.4u8g.cluster.small").map(|f| f.brokers), Some((1, 2)));
    assert_eq!(problem(|b| b.broker_num = i64::MIN, "broker_num"), Some(Problem::TooSmall { min: 3 }));
}

#[test]
fn the_services_own_list_of_flavours_wins() {
    let properties = ProductProperties {
        min_broker: Some(TextNumber(1)),
        max_broker: Some(TextNumber(50)),
        min_storage_per_node: Some(TextNumber(200)),
        ..Default::default()
    };
    let product = Product { product_id: "c6.2u4g.cluster".into(), properties, ..Default::default() };
    let products = [product];
    let versions = ["2.7".to_owned()];
    let facts = InstanceFacts { products: &products, versions: &versions, zones: &[] };
    let mut body = good_instance();
    body.broker_num = 1;
    body.storage_space = 100;
    let found = body.check(&facts);
    assert_eq!(found.of("broker_num"), None);
    assert_eq!(found.of("storage_space"), Some(&Problem::TooSmall { min: 200 }));
    body.product_id = "c6.gone".into();
    body.engine_version = "0.8".into();
    let found = body.check(&facts);
    assert_eq!(found.of("product_id"), Some(&Problem::Unknown));
    assert_eq!(found.of("engine_version"), Some(&Problem::Unknown));
}

#[test]
fn zones_are_one_or_three() {
    let ids = |n: usize| (0..n).map(|i| format!("z{i}")).collect::<Vec<_>>();
    assert_eq!(rules::zones(&ids(0), &[]), Err(Problem::NotChosen));
    assert_eq!(rules::zones(&ids(1), &[]), Ok(()));
    assert_eq!(rules::zones(&ids(2), &[]), Err(Problem::TwoZones));
    assert_eq!(rules::zones(&ids(3), &[]), Ok(()));
    assert_eq!(rules::zones(&["z".into(), "z".into(), "z".into()], &[]), Err(Problem::Duplicate));
    let zone = |id: &str, usable| AvailableZone {
        id: id.into(),
        resource_availability: Some(TextBool(usable)),
        ..Default::default()
    };
    let known = [zone("z0", true), zone("z1", false)];
    assert_eq!(rules::zones(&ids(1), &known), Ok(()));
    assert_eq!(rules::zones(&["z1".into()], &known), Err(Problem::Unknown));
    assert_eq!(rules::zones(&["nowhere".into()], &known), Err(Problem::Unknown));
}

#[test]
fn maintenance_windows() {
    let check = |begin: &str, end: &str| {
        let body = ModifyInstanceBody {
            maintain_begin: Some(begin.into()),
            maintain_end: Some(end.into()),
            ..Default::default()
        };
        body.check().0.into_iter().map(|f| (f.field, f.problem)).next()
    };
    for (begin, end) in [("22:00", "02:00"), ("02:00:00", "06:00:00"), ("18:00", "22:00"), ("", "")] {
        assert_eq!(check(begin, end), None, "{begin}-{end}");
    }
    assert_eq!(check("03:00", "07:00"), Some(("maintain_begin", Problem::NotAWindow)));
    assert_eq!(check("02:30", "06:30"), Some(("maintain_begin", Problem::NotAWindow)));
    assert_eq!(check("22", "02"), Some(("maintain_begin", Problem::NotAWindow)));
    assert_eq!(check("02:00", "10:00"), Some(("maintain_end", Problem::NotAWindow)));
    assert_eq!(check("02:00", ""), Some(("maintain_end", Problem::Required)));
    assert_eq!(check("", "06:00"), Some(("maintain_begin", Problem::Required)));
}

#[test]
fn access() {
    let with = |b: &mut CreateInstanceBody| b.ssl_enable = Some(true);
    assert_eq!(problem(with, "access_user"), Some(Problem::Required));
    assert_eq!(problem(with, "password"), Some(Problem::Required));
    let same = |b: &mut CreateInstanceBody| {
        b.ssl_enable = Some(true);
        b.access_user = Some("Kafka-007".into());
        b.password = Some(Secret::from("Kafka-007"));
    };
    assert_eq!(problem(same, "password"), Some(Problem::SameAsName));
    let plain = |b: &mut CreateInstanceBody| {
        same(b);
        b.kafka_security_protocol = Some("SASL_PLAINTEXT".into());
        b.sasl_enabled_mechanisms = Some(vec!["PLAIN".into()]);
    };
    assert!(matches!(problem(plain, "sasl_enabled_mechanisms"), Some(Problem::NotOneOf { .. })));
    assert_eq!(
        problem(|b| b.kafka_manager_user = Some("boss1".into()), "kafka_manager_password"),
        Some(Problem::Required)
    );
    let public = |b: &mut CreateInstanceBody| {
        b.enable_publicip = Some(true);
        b.publicip_id = Some("a, b".into());
    };
    assert_eq!(problem(public, "publicip_id"), Some(Problem::WrongCount { need: 3 }));
    assert_eq!(problem(|b| b.enable_publicip = Some(true), "publicip_id"), Some(Problem::Required));
    assert_eq!(
        problem(|b| b.disk_encrypted_enable = Some(true), "disk_encrypted_key"),
        Some(Problem::Required)
    );
    assert_eq!(rules::public_addresses("a,a,b", Some(3)), Err(Problem::Duplicate));
    assert_eq!(rules::public_addresses("a, b, c", Some(3)), Ok(()));
}

#[test]
fn prepaid_periods() {
    let paid = |unit: &str, n: i64| {
        let bss = BssParam {
            charging_mode: Some(BssParam::PREPAID.into()),
            period_type: Some(unit.into()),
            period_num: Some(n),
            ..Default::default()
        };
        problem(|b| b.bss_param = Some(bss), "period_num")
    };
    assert_eq!((paid("month", 1), paid("month", 9), paid("year", 3)), (None, None, None));
    assert_eq!(paid("month", 10), Some(Problem::TooLarge { max: 9 }));
    assert_eq!(paid("year", 4), Some(Problem::TooLarge { max: 3 }));
    assert_eq!(paid("month", 0), Some(Problem::TooSmall { min: 1 }));
    let bare = BssParam { charging_mode: Some(BssParam::PREPAID.into()), ..Default::default() };
    assert_eq!(problem(|b| b.bss_param = Some(bare), "period_type"), Some(Problem::NotChosen));
    assert_eq!(problem(|b| b.bss_param = Some(BssParam::default()), "period_type"), None);
}

#[test]
fn rocketmq_instances() {
    let good = rocketmq::CreateInstanceBody {
        name: "reliability-1".into(),
        engine: "reliability".into(),
        engine_version: "4.8.0".into(),
        broker_num: 1,
        storage_space: 600,
        storage_spec_code: "dms.physical.storage.ultra.v2".into(),
        product_id: "c6.4u8g.cluster".into(),
        vpc_id: "v".into(),
        subnet_id: "s".into(),
        security_group_id: "g".into(),
        available_zones: vec!["z".into()],
        ..Default::default()
    };
    assert!(good.check(&InstanceFacts::default()).is_empty(), "the example of R5.1.1");
    let bad = rocketmq::CreateInstanceBody { broker_num: 11, enable_publicip: Some(true), ..good };
    let found = bad.check(&InstanceFacts::default());
    assert_eq!(found.of("broker_num"), Some(&Problem::TooLarge { max: 10 }));
    assert_eq!(found.of("publicip_id"), Some(&Problem::Required));
}

#[test]
fn topic_names() {
    let names = ["orders.eu", "logs_app"];
    assert_eq!(rules::topic_name("abc", &names), Ok(()));
    assert_eq!(rules::topic_name("ab", &names), Err(Problem::TooShort { min: 3 }));
    assert_eq!(rules::topic_name(&"a".repeat(201), &names), Err(Problem::TooLong { max: 200 }));
    assert_eq!(rules::topic_name("_abc", &names), Err(Problem::BadStart));
    assert_eq!(rules::topic_name("a/bc", &names), Err(Problem::BadChar { at: 1, ch: '/' }));
    assert_eq!(rules::topic_name("logs_app", &names), Err(Problem::Duplicate));
    let collides = |with: &str| Err(Problem::Collides { with: with.to_owned() });
    assert_eq!(rules::topic_name("logs.app", &names), collides("logs_app"));
    assert_eq!(rules::topic_name("orders_eu", &names), collides("orders.eu"));
    assert_eq!(rules::topic_name("orders-eu", &names), Ok(()));
}

#[test]
fn new_topics() {
    let body = CreateTopicBody {
        id: "orders".into(),
        partition: Some(101),
        replication: Some(4),
        retention_time: Some(721),
        topic_other_configs: Some(vec![
            ConfigEntry { name: ConfigEntry::TIMESTAMP_TYPE.into(), value: "Now".into() },
            ConfigEntry { name: ConfigEntry::MAX_MESSAGE_BYTES.into(), value: "10485761".into() },
            ConfigEntry { name: "cleanup.policy".into(), value: "compact".into() },
        ]),
        ..Default::default()
    };
    let found = body.check(&TopicFacts::default());
    assert_eq!(found.of("partition"), Some(&Problem::TooLarge { max: 100 }));
    assert_eq!(found.of("replication"), Some(&Problem::TooLarge { max: 3 }));
    assert_eq!(found.of("retention_time"), Some(&Problem::TooLarge { max: 720 }));
    assert!(found.of("topic_other_configs.message.timestamp.type").is_some());
    assert_eq!(
        found.of("topic_other_configs.max.message.bytes"),
        Some(&Problem::TooLarge { max: 10_485_760 })
    );
    assert_eq!(found.of_entry("topic_other_configs", 2), Some(&Problem::Unknown));

    let lonely = CreateTopicBody {
        id: "orders".into(),
        replication: Some(1),
        partition: Some(3),
        sync_replication: Some(true),
        ..Default::default()
    };
    let facts = TopicFacts { brokers: Some(1), remaining_partitions: Some(2), names: &[] };
    let found = lonely.check(&facts);
    assert_eq!(found.of("sync_replication"), Some(&Problem::NeedsReplicas));
    assert_eq!(found.of("partition"), Some(&Problem::TooLarge { max: 2 }));
    assert_eq!(found.of("replication"), None);
    let two = CreateTopicBody { replication: Some(2), sync_replication: None, partition: None, ..lonely };
    assert_eq!(two.check(&facts).of("replication"), Some(&Problem::TooLarge { max: 1 }));
}

#[test]
fn partitions_only_grow() {
    let topic = Topic { partition: 6, replication: 1, ..Default::default() };
    let facts = TopicFacts { remaining_partitions: Some(4), ..Default::default() };
    let change = |n| ModifyTopic { id: "t".into(), new_partition_numbers: Some(n), ..Default::default() };
    assert_eq!(
        change(5).check(Some(&topic), &facts).of("new_partition_numbers"),
        Some(&Problem::TooSmall { min: 6 })
    );
    assert_eq!(change(10).check(Some(&topic), &facts).0, []);
    assert_eq!(
        change(11).check(Some(&topic), &facts).of("new_partition_numbers"),
        Some(&Problem::TooLarge { max: 10 })
    );
    let big = Topic { partition: 150, ..Default::default() };
    assert_eq!(change(150).check(Some(&big), &facts).0, []);
    let sync = ModifyTopic { id: "t".into(), sync_replication: Some(true), ..Default::default() };
    assert_eq!(sync.check(Some(&topic), &facts).of("sync_replication"), Some(&Problem::NeedsReplicas));
}

fn tag(key: &str, value: &str) -> Tag {
    Tag { key: key.into(), value: value.into() }
}

#[test]
fn tags() {
    for good in ["env", "团队", "a b", "x:y=z+@._-", &"k".repeat(128)] {
        assert_eq!(rules::tag_key(good), Ok(()), "{good}");
    }
    assert_eq!(rules::tag_key(""), Err(Problem::Required));
    assert_eq!(rules::tag_key(" a"), Err(Problem::BlankAtEnds));
    assert_eq!(rules::tag_key("_sys_x"), Err(Problem::Reserved));
    assert_eq!(rules::tag_key("a/b"), Err(Problem::BadChar { at: 1, ch: '/' }));
    assert_eq!(rules::tag_key(&"k".repeat(129)), Err(Problem::TooLong { max: 128 }));
    assert_eq!(rules::tag_value("a/b"), Ok(()));
    assert_eq!(rules::tag_value(""), Ok(()));
    assert_eq!(rules::tag_value(&"v".repeat(256)), Err(Problem::TooLong { max: 255 }));
    let found = rules::tags(&[tag("a", "1"), tag("a", "2"), tag("b", "?")]);
    assert_eq!(found.of_entry("tags.key", 1), Some(&Problem::Duplicate));
    assert_eq!(found.of_entry("tags.value", 2), Some(&Problem::BadChar { at: 0, ch: '?' }));
    let many: Vec<Tag> = (0..21).map(|i| tag(&format!("k{i}"), "")).collect();
    assert_eq!(rules::tags(&many).of("tags"), Some(&Problem::TooMany { max: 20 }));
}

#[test]
fn changes_of_tags() {
    let existing: Vec<Tag> = (0..20).map(|i| tag(&format!("k{i}"), "")).collect();
    let change = |action: &str, key: &str| ChangeTagsBody { action: action.into(), tags: vec![tag(key, "")] };
    assert!(change("create", "k3").check(&existing).is_empty(), "a new value for an old key");
    assert_eq!(change("create", "new").check(&existing).of("tags"), Some(&Problem::TooMany { max: 20 }));
    assert!(change("delete", "k3").check(&existing).is_empty());
    assert!(change("filter", "k3").check(&[]).of("action").is_some());
    assert_eq!(
        ChangeTagsBody { action: "create".into(), tags: vec![] }.check(&[]).of("tags"),
        Some(&Problem::Required)
    );
}

#[test]
fn actions_on_instances() {
    let ids = |n: usize| (0..n).map(|i| i.to_string()).collect::<Vec<_>>();
    assert!(InstanceActionBody::restart(ids(50)).check().is_empty());
    assert!(InstanceActionBody::delete_failed(Engine::Kafka).check().is_empty());
    let found = InstanceActionBody::delete(ids(51)).check();
    assert_eq!(found.of("instances"), Some(&Problem::TooMany { max: 50 }));
    assert_eq!(InstanceActionBody::delete(vec![]).check().of("instances"), Some(&Problem::Required));
    let twice = InstanceActionBody::delete(vec!["a".into(), "a".into()]);
    assert_eq!(twice.check().of("instances"), Some(&Problem::Duplicate));
}

#[test]
fn typed_numbers() {
    assert_eq!(rules::number(" 12 "), Ok(12));
    assert_eq!(rules::number("-1"), Ok(-1));
    assert_eq!(rules::number(""), Err(Problem::Required));
    for nonsense in ["1.5", "12k", "１２", "99999999999999999999"] {
        assert_eq!(rules::number(nonsense), Err(Problem::NotANumber), "{nonsense}");
    }
}

#[test]
fn codes_for_the_service() {
    assert_eq!(dms_code("name", &Problem::Required), "DMS.00400010");
    assert_eq!(dms_code("name", &Problem::Duplicate), "DMS.00400060");
    assert_eq!(dms_code("id", &Problem::BadStart), "DMS.00400101");
    assert_eq!(dms_code("id", &Problem::Duplicate), "DMS.00400800");
    assert_eq!(dms_code("replication", &Problem::TooLarge { max: 3 }), "DMS.00400103");
    assert_eq!(dms_code("replication", &Problem::TooLarge { max: 1 }), "DMS.00400861");
    assert_eq!(dms_code("tags.key", &Problem::Duplicate), "DMS.10240045");
    assert_eq!(dms_code("instances", &Problem::TooMany { max: 50 }), "DMS.00400100");
    assert_eq!(dms_code("anything", &Problem::Required), "DMS.00400062");
}
