//! Passwords, automatic topics, addresses for other networks, Kafka Manager.

use std::collections::BTreeMap;

use dms_api::models::{Instance, InstanceStatus};
use dms_api::ops::kafka::{
    AutoTopicBody, CrossVpcBody, ListTasks, ModifyCrossVpc, NewPasswordBody, ResetManagerPassword,
    ResetPassword, RestartManager, SetAutoTopic,
};
use dms_api::record::Json;
use dms_local::kafka::{Admin, Sasl};

use crate::support::{Local, options, order, task_names};

/// How long a producer waits for a topic that is not there.
const BLOCK: std::time::Duration = std::time::Duration::from_millis(500);

fn address(instance: &Instance) -> String {
    format!("127.0.0.1:{}", instance.port.unwrap())
}

fn password(text: &str) -> NewPasswordBody {
    NewPasswordBody { new_password: text.into() }
}

async fn locked(local: &Local) -> Instance {
    let mut body = order("kafka-locked");
    body.ssl_enable = Some(true);
    body.access_user = Some("shop-user".to_owned());
    body.password = Some("Secret-2026!".into());
    body.kafka_manager_user = Some("manager".to_owned());
    body.kafka_manager_password = Some("Manager-2026!".into());
    let id = local.create(body).await.unwrap();
    local.until(&id, InstanceStatus::Running).await
}

#[tokio::test]
async fn a_new_password_counts_at_the_next_login_and_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let local = Local::in_folder(folder.path()).await;
    let instance = locked(&local).await;
    let login = |password: &str| Sasl::Plain { user: "shop-user".to_owned(), password: password.to_owned() };
    let reset = |body| ResetPassword { instance_id: instance.instance_id.clone(), body };
    local.send(&reset(password("Other-2027!"))).await.unwrap();
    assert!(Admin::connect(&address(&instance), Some(login("Secret-2026!"))).await.is_err());
    assert!(Admin::connect(&address(&instance), Some(login("Other-2027!"))).await.is_ok());
    for weak in ["", "short", "alllowercase", "shop-user"] {
        let refused = local.send(&reset(password(weak))).await.unwrap_err();
        assert_eq!((refused.status, refused.code.as_str()), (400, "DMS.00400012"), "{weak}");
    }
    local.running.shutdown().await;
    let local = Local::in_folder(folder.path()).await;
    assert!(Admin::connect(&address(&instance), Some(login("Other-2027!"))).await.is_ok());
    let names = task_names(&local, &instance.instance_id).await;
    assert_eq!(names, ["resetPassword", "createInstance"]);
    let list = ListTasks { instance_id: instance.instance_id, ..Default::default() };
    assert!(!local.reply(&list).await.text.contains("Other-2027!"), "no password in a task");
}

#[tokio::test]
async fn kafka_manager_has_a_password_and_restarts() {
    let local = Local::start().await;
    let instance_id = locked(&local).await.instance_id;
    let body = password("Another-2027!");
    local.send(&ResetManagerPassword { instance_id: instance_id.clone(), body }).await.unwrap();
    local.send(&RestartManager { instance_id: instance_id.clone() }).await.unwrap();
    let names = task_names(&local, &instance_id).await;
    assert_eq!(names, ["restartKafkaManager", "resetManagerPassword", "createInstance"]);

    let plain = local.kafka("kafka-plain").await.instance_id;
    for refused in [
        local.send(&ResetPassword { instance_id: plain.clone(), body: password("Another-2027!") }).await,
        local
            .send(&ResetManagerPassword { instance_id: plain.clone(), body: password("Another-2027!") })
            .await,
        local.send(&RestartManager { instance_id: plain.clone() }).await,
    ] {
        assert_eq!(refused.unwrap_err().code, "DMS.00400800");
    }
}

#[tokio::test]
async fn topics_come_into_being_only_while_that_is_on() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-auto").await;
    let set = |on| SetAutoTopic {
        instance_id: instance.instance_id.clone(),
        body: AutoTopicBody { enable_auto_topic: on },
    };
    let kafka = Admin::connect(&address(&instance), None).await.unwrap();
    let produce = async |topic: &str| {
        let client = krafka::Kafka::builder(address(&instance)).allow_auto_create_topics(true);
        let producer = client.connect().await.unwrap().producer().max_block(BLOCK).build().await.unwrap();
        producer.send(krafka::Record::new(topic, "{}")).await.is_ok()
    };
    assert!(!produce("before").await);
    assert_eq!(local.send(&set(true)).await.unwrap().enable_auto_topic, Some(true));
    assert_eq!(local.show(&instance.instance_id).await.unwrap().enable_auto_topic, Some(true));
    assert!(produce("wanted").await);
    assert_eq!(kafka.topic("wanted").await.unwrap().partitions.len(), 3);
    local.send(&set(false)).await.unwrap();
    assert!(!produce("another").await);

    let path = format!("/v2/{}/instances/{}/autotopic", local.info().project_id, instance.instance_id);
    let token = [("x-auth-token", local.token.as_str())];
    for (body, code) in
        [("", "DMS.00400004"), ("{}", "DMS.00400005"), ("{\"enable_auto_topic\": 7}", "DMS.00400005")]
    {
        assert_eq!(local.raw("POST", &path, &token, body).await.unwrap().code(), code, "{body}");
    }
    assert_eq!(task_names(&local, &instance.instance_id).await[..2], ["modifyAutoTopic", "modifyAutoTopic"]);
}

fn advertised(instance: &Instance) -> BTreeMap<String, String> {
    let Json::Object(brokers) = &instance.cross_vpc_info.as_ref().unwrap().0 else { panic!() };
    let told = |broker: &Json| broker["advertised_ip"].as_str().unwrap().to_owned();
    brokers.iter().map(|(listener, broker)| (listener.clone(), told(broker))).collect()
}

#[tokio::test]
async fn each_broker_has_an_address_for_other_networks() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-cross").await;
    let id = instance.instance_id.clone();
    let mut wanted = advertised(&instance);
    assert_eq!(wanted.len(), 3);
    let listeners = instance.kafka_private_connect_address.as_ref().unwrap().0.clone();
    wanted.insert(listeners[0].clone(), "10.1.1.1".to_owned());
    wanted.insert(listeners[1].clone(), "kafka-2.example.com".to_owned());
    let modify = |contents: &BTreeMap<String, String>| ModifyCrossVpc {
        instance_id: id.clone(),
        body: CrossVpcBody { advertised_ip_contents: contents.clone() },
    };
    let results = local.send(&modify(&wanted)).await.unwrap();
    assert!(results.success && results.results.iter().all(|result| result.success));
    assert_eq!(results.results.len(), 3);
    assert_eq!(advertised(&local.show(&id).await.unwrap()), wanted);

    // Two brokers at one address: the second is refused and keeps its own.
    let mut same = wanted.clone();
    same.insert(listeners[1].clone(), "10.1.1.1".to_owned());
    let results = local.send(&modify(&same)).await.unwrap();
    assert!(!results.success);
    let outcomes: Vec<bool> = results.results.iter().map(|result| result.success).collect();
    assert_eq!(outcomes, [true, false, true]);
    assert_eq!(advertised(&local.show(&id).await.unwrap()), wanted);

    let mut missing = wanted.clone();
    missing.remove(&listeners[2]);
    assert_eq!(local.send(&modify(&missing)).await.unwrap_err().code, "DMS.00400062");
    let mut bad = wanted;
    bad.insert(listeners[2].clone(), "no address".to_owned());
    assert_eq!(local.send(&modify(&bad)).await.unwrap_err().code, "DMS.00400062");
}

#[tokio::test]
async fn settings_need_an_instance_at_work() {
    let pace = std::time::Duration::from_secs(3600);
    let local = Local::with(dms_local::Options { pace, ..options() }).await;
    let instance_id = local.create(order("kafka-later")).await.unwrap();
    let body = password("Another-2027!");
    let refused = local.send(&ResetPassword { instance_id: instance_id.clone(), body }).await.unwrap_err();
    assert_eq!((refused.status, refused.code.as_str()), (400, "DMS.00400026"));
    let auto = SetAutoTopic { instance_id, body: AutoTopicBody::default() };
    assert_eq!(local.send(&auto).await.unwrap_err().code, "DMS.00400026");
}
