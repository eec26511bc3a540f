//! Users of an instance with SASL and what they may do, seen from the API and from Kafka clients.

use bytes::Bytes;
use dms_api::Engine;
use dms_api::models::Instance;
use dms_api::models::InstanceStatus;
use dms_api::models::kafka::AccessPolicy;
use dms_api::ops::kafka::{
    CreateUser, CreateUserBody, DeleteUsers, DeleteUsersBody, ListUsers, ModifyUser, ModifyUserBody,
    ResetUserPassword, ResetUserPasswordBody, SetTopicPolicies, SetTopicPoliciesBody, ShowTopicPolicies,
    TopicPolicy, UserPolicy,
};
use dms_local::kafka::{Admin, ErrorKind, KafkaError, NewRecord, Sasl};

use crate::support::{Local, bootstrap, create_topic, order};

const FIRST: &str = "Orders-2026!";
const SECOND: &str = "Readers-2026!";

/// An instance whose clients log in.
async fn secured(local: &Local, name: &str) -> Instance {
    let mut body = order(name);
    body.ssl_enable = Some(true);
    body.access_user = Some("shop".to_owned());
    body.password = Some(FIRST.into());
    let id = local.create(body).await.unwrap();
    local.until(&id, InstanceStatus::Running).await
}

fn user(instance: &Instance, name: &str, password: &str) -> CreateUser {
    let body = CreateUserBody {
        user_name: name.to_owned(),
        user_passwd: password.into(),
        user_desc: Some("Reads orders".to_owned()),
    };
    CreateUser { instance_id: instance.instance_id.clone(), body }
}

async fn login(instance: &Instance, user: &str, password: &str) -> Result<Admin, KafkaError> {
    let sasl = Sasl::Plain { user: user.to_owned(), password: password.to_owned() };
    Admin::connect(&bootstrap(instance), Some(sasl)).await
}

async fn policies(
    local: &Local,
    instance: &Instance,
    topic: &str,
    users: &[(&str, &str)],
) -> Result<(), String> {
    let policies = users.iter().map(|(user, policy)| UserPolicy {
        user_name: (*user).to_owned(),
        access_policy: (*policy).to_owned(),
    });
    let topics = vec![TopicPolicy { name: topic.to_owned(), policies: policies.collect() }];
    let set =
        SetTopicPolicies { instance_id: instance.instance_id.clone(), body: SetTopicPoliciesBody { topics } };
    local.send(&set).await.map_err(|error| error.code)
}

fn record(text: &str) -> NewRecord {
    NewRecord { value: Some(Bytes::from(text.to_owned())), ..NewRecord::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn users_come_and_go_and_log_in() {
    let folder = tempfile::tempdir().unwrap();
    let local = Local::in_folder(folder.path()).await;
    let instance = secured(&local, "kafka-shop").await;
    let id = instance.instance_id.clone();
    assert!(login(&instance, "shop", FIRST).await.is_ok());
    assert_eq!(login(&instance, "reader", SECOND).await.unwrap_err().kind(), ErrorKind::NotAuthorized);
    local.send(&user(&instance, "reader", SECOND)).await.unwrap();
    assert!(login(&instance, "reader", SECOND).await.is_ok(), "at once");

    let list = ListUsers { instance_id: id.clone() };
    let users = local.send(&list).await.unwrap().users;
    let names: Vec<_> =
        users.iter().map(|u| (u.user_name.as_str(), u.default_app, u.role.as_str())).collect();
    assert_eq!(names, [("shop", true, "guest"), ("reader", false, "guest")]);
    assert_eq!(users[1].user_desc.as_deref(), Some("Reads orders"));
    assert!(users[1].created_time.is_some_and(|at| at.ms() > 1_600_000_000_000));

    let new_password = |user_name: &str, password: &str| ResetUserPassword {
        instance_id: id.clone(),
        user_name: user_name.to_owned(),
        body: ResetUserPasswordBody { new_password: password.into() },
    };
    local.send(&new_password("reader", "Other-2026!")).await.unwrap();
    assert!(login(&instance, "reader", SECOND).await.is_err());
    assert!(login(&instance, "reader", "Other-2026!").await.is_ok());
    local.send(&new_password("shop", "Third-2026!")).await.unwrap();
    assert!(login(&instance, "shop", FIRST).await.is_err());
    let modify = ModifyUser {
        engine: Engine::Kafka,
        instance_id: id.clone(),
        user_name: "reader".to_owned(),
        body: ModifyUserBody { user_desc: Some("只读".to_owned()), ..ModifyUserBody::default() },
    };
    local.send(&modify).await.unwrap();
    local.running.shutdown().await;

    let local = Local::in_folder(folder.path()).await;
    let instance = local.show(&id).await.unwrap();
    assert_eq!(local.send(&list).await.unwrap().users[1].user_desc.as_deref(), Some("只读"));
    assert!(login(&instance, "reader", "Other-2026!").await.is_ok(), "a restart loses nothing");
    assert!(login(&instance, "shop", "Third-2026!").await.is_ok());
    let delete = |names: &[&str]| DeleteUsers {
        instance_id: id.clone(),
        body: DeleteUsersBody::of(names.iter().map(|name| (*name).to_owned()).collect()),
    };
    let code = async |names: &[&str]| local.send(&delete(names)).await.unwrap_err().code;
    assert_eq!(code(&["shop"]).await, "DMS.00400800", "the first user stays");
    assert_eq!(code(&["reader", "nobody"]).await, "DMS.00400062");
    assert_eq!(code(&[]).await, "DMS.00400062");
    assert!(login(&instance, "reader", "Other-2026!").await.is_ok(), "all or none");
    local.send(&delete(&["reader"])).await.unwrap();
    assert!(login(&instance, "reader", "Other-2026!").await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_users_must_be() {
    let local = Local::start().await;
    let instance = secured(&local, "kafka-shop").await;
    let code = async |name: &str, password: &str| {
        local.send(&user(&instance, name, password)).await.unwrap_err().code
    };
    assert_eq!(code("abc", SECOND).await, "DMS.00400015", "four characters");
    assert_eq!(code("9reader", SECOND).await, "DMS.00400015");
    assert_eq!(code("", SECOND).await, "DMS.00400015");
    assert_eq!(code("shop", SECOND).await, "DMS.00400062", "taken");
    assert_eq!(code("reader", "short").await, "DMS.00400012");
    assert_eq!(code("reader", "onlyletters").await, "DMS.00400012");
    assert_eq!(code("Reader-2026", "Reader-2026").await, "DMS.00400012");
    assert_eq!(code("Reader-2026", "6202-redaeR").await, "DMS.00400012", "the name backwards");
    for n in 1..20 {
        local.send(&user(&instance, &format!("user-{n}"), SECOND)).await.unwrap();
    }
    assert_eq!(code("one-more", SECOND).await, "DMS.00400039");

    let open = local.kafka("kafka-open").await;
    let refusal = local.send(&ListUsers { instance_id: open.instance_id.clone() }).await.unwrap_err();
    assert_eq!((refusal.status, refusal.code.as_str()), (400, "DMS.00400800"), "SASL only");
    assert_eq!(local.send(&user(&open, "reader", SECOND)).await.unwrap_err().code, "DMS.00400800");
}

#[tokio::test(flavor = "multi_thread")]
async fn topics_are_for_those_who_were_granted_them() {
    let local = Local::start().await;
    let instance = secured(&local, "kafka-shop").await;
    create_topic(&local, &instance, "orders", 1).await;
    create_topic(&local, &instance, "open", 1).await;
    for name in ["writer", "reader"] {
        local.send(&user(&instance, name, SECOND)).await.unwrap();
    }
    let writer = login(&instance, "writer", SECOND).await.unwrap();
    let reader = login(&instance, "reader", SECOND).await.unwrap();
    reader.produce("orders", None, record("before")).await.unwrap();

    policies(&local, &instance, "orders", &[("writer", "pub"), ("reader", "sub")]).await.unwrap();
    let show =
        ShowTopicPolicies { instance_id: instance.instance_id.clone(), topic_name: "orders".to_owned() };
    let shown = local.send(&show).await.unwrap();
    assert_eq!((shown.name.as_str(), shown.topic_type), ("orders", 0));
    let entries: Vec<_> =
        shown.policies.into_iter().map(|p| (p.user_name, p.access_policy, p.owner)).collect();
    assert_eq!(entries[0], ("reader".to_owned(), AccessPolicy::Subscribe, false));
    assert_eq!(entries[1], ("writer".to_owned(), AccessPolicy::Publish, false));

    writer.produce("orders", None, record("after")).await.unwrap();
    let refused = reader.produce("orders", None, record("no")).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::NotAuthorized);
    assert_eq!(reader.fetch_range("orders", 0, 0, 10, 1 << 20).await.unwrap().messages.len(), 2);
    let peek = writer.fetch_range("orders", 0, 0, 10, 1 << 20).await;
    assert!(peek.map_or(0, |read| read.messages.len()) == 0, "who may publish only reads nothing");
    let first = login(&instance, "shop", FIRST).await.unwrap();
    assert!(first.produce("orders", None, record("no")).await.is_err(), "only who was granted it");
    reader.produce("open", None, record("yes")).await.unwrap();

    policies(&local, &instance, "orders", &[("reader", "all")]).await.unwrap();
    reader.produce("orders", None, record("now")).await.unwrap();
    assert!(
        writer.produce("orders", None, record("no")).await.is_err(),
        "what was granted before is replaced"
    );
    policies(&local, &instance, "orders", &[]).await.unwrap();
    writer.produce("orders", None, record("again")).await.unwrap();

    let code = async |topic: &str, users: &[(&str, &str)]| {
        policies(&local, &instance, topic, users).await.unwrap_err()
    };
    assert_eq!(code("missing", &[("reader", "all")]).await, "DMS.10540401");
    assert_eq!(code("orders", &[("nobody", "all")]).await, "DMS.00400062");
    assert_eq!(code("orders", &[("reader", "PUB")]).await, "DMS.00400062");
    assert_eq!(code("orders", &[("reader", "all"), ("reader", "pub")]).await, "DMS.00400062");
    let missing = ShowTopicPolicies { topic_name: "missing".to_owned(), ..show };
    assert_eq!(local.send(&missing).await.unwrap_err().status, 404);
}
