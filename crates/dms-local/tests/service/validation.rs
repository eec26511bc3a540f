//! Orders that break a rule get the documented code.

use dms_api::Engine;
use dms_api::models::Tag;
use dms_api::ops::kafka::{BssParam, CreateInstance, CreateInstanceBody};

use crate::support::{Local, list, order};

type Broken = (&'static str, fn(&mut CreateInstanceBody));

const BROKEN: &[Broken] = &[
    ("DMS.00400010", |o| o.name = "k".to_owned()),
    ("DMS.00400010", |o| o.name = "1kafka".to_owned()),
    ("DMS.00400010", |o| o.name = "kafka 测试".to_owned()),
    ("DMS.00400011", |o| o.description = Some("x".repeat(1025))),
    ("DMS.00400008", |o| o.engine_version = "9.9".to_owned()),
    ("DMS.00400009", |o| o.product_id = "c6.1u1g.cluster".to_owned()),
    ("DMS.00400013", |o| o.vpc_id = String::new()),
    ("DMS.00400014", |o| o.security_group_id = String::new()),
    ("DMS.00400016", |o| o.subnet_id = String::new()),
    ("DMS.00400042", |o| o.available_zones = vec!["nowhere".to_owned()]),
    ("DMS.00400067", |o| o.available_zones = Vec::new()),
    ("DMS.00400106", |o| {
        o.maintain_begin = Some("03:00".to_owned());
        o.maintain_end = Some("07:00".to_owned());
    }),
    ("DMS.00400012", |o| {
        o.ssl_enable = Some(true);
        o.access_user = Some("user".to_owned());
        o.password = Some("weak".into());
    }),
    ("DMS.00400136", |o| o.disk_encrypted_enable = Some(true)),
    ("DMS.00400128", |o| {
        o.enable_publicip = Some(true);
        o.publicip_id = Some("only-one".to_owned());
    }),
    ("DMS.00400125", |o| o.storage_spec_code = "dms.physical.storage.floppy".to_owned()),
    ("DMS.00400500", |o| o.storage_space = 250),
    ("DMS.10240035", |o| o.tags = Some(vec![Tag::default()])),
    ("DMS.00400047", |o| {
        o.bss_param = Some(BssParam { charging_mode: Some("prePaid".to_owned()), ..BssParam::default() });
    }),
];

#[tokio::test]
async fn each_rule_that_is_broken_has_its_code() {
    let local = Local::start().await;
    for (index, (code, broken)) in BROKEN.iter().enumerate() {
        let mut body = order("kafka-rules");
        broken(&mut body);
        let refusal = local.create(body).await.unwrap_err();
        assert_eq!((refusal.status, refusal.code.as_str()), (400, *code), "rule {index}: {refusal}");
    }
    assert_eq!(local.send(&list()).await.unwrap().instance_num, 0);
}

#[tokio::test]
async fn bodies_that_are_no_json_or_nothing_are_told_apart() {
    let local = Local::start().await;
    let path = format!("/v2/kafka/{}/instances", local.info().project_id);
    let headers = [("x-auth-token", local.token.as_str())];
    let code = |body: &'static str| {
        let (local, path) = (&local, &path);
        async move { local.raw("POST", path, &headers, body).await.unwrap().code() }
    };
    assert_eq!(code("").await, "DMS.00400004");
    assert_eq!(code("{\"name\":").await, "DMS.00400005");
    assert_eq!(code("{\"broker_num\":\"three\"}").await, "DMS.00400005");
}

#[tokio::test]
async fn a_prepaid_secured_instance_shows_what_was_ordered() {
    let local = Local::start().await;
    let body = CreateInstanceBody {
        ssl_enable: Some(true),
        kafka_security_protocol: Some("SASL_SSL".to_owned()),
        access_user: Some("shop-user".to_owned()),
        password: Some("Secret-2026!".into()),
        bss_param: Some(BssParam {
            charging_mode: Some("prePaid".to_owned()),
            period_type: Some("month".to_owned()),
            period_num: Some(3),
            ..BssParam::default()
        }),
        ..order("kafka-secured")
    };
    let id = local.send(&CreateInstance { engine: Engine::Kafka, body }).await.unwrap().instance_id;
    let reply = local.reply(&dms_api::ops::kafka::ShowInstance { instance_id: id.clone() }).await;
    assert!(!reply.text.contains("Secret-2026!"));
    let shown = local.show(&id).await.unwrap();
    assert_eq!(shown.charging_mode, Some(dms_api::models::Charging::Period));
    assert!(shown.order_id.is_some_and(|order| !order.is_empty()));
    assert_eq!(shown.access_user.as_deref(), Some("shop-user"));
    assert_eq!(shown.kafka_security_protocol.as_deref(), Some("SASL_SSL"));
}
