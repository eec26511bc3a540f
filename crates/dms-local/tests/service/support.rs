//! A service of one's own, and a client of it.

use std::path::Path;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use dms_api::error::ApiError;
use dms_api::models::{Instance, InstanceStatus};
use dms_api::operation::{FromAnswer, Operation, Scope};
use dms_api::ops::iam::{CreateToken, CreateTokenBody, TokenScope};
use dms_api::ops::kafka::{
    CreateInstance, CreateInstanceBody, CreateTopic, CreateTopicBody, ListInstances, ListTasks, ShowInstance,
};
use dms_api::sign::{Credentials, sign};
use dms_api::{Engine, Method, time};
use dms_local::{LocalInfo, Options, Running};
use http::{HeaderMap, Request};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use krafka::Kafka;
use krafka::consumer::{AutoOffsetReset, Consumer, ConsumerRecord};
use serde_json::{Value, json};

/// Zone of the default offer.
pub const ZONE: &str = "9f1c5806706d4c1fb0eb72f0a9b18c77";

pub struct Local {
    pub running: Running,
    pub client: Client<HttpConnector, Full<Bytes>>,
    pub token: String,
}

pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }

    pub fn code(&self) -> String {
        self.json()["error_code"].as_str().unwrap_or_default().to_owned()
    }
}

/// Fast, ephemeral, on a free port.
pub fn options() -> Options {
    Options {
        listen: ([127, 0, 0, 1], 0).into(),
        pace: Duration::from_millis(30),
        // Tests look as often as they like; the one about the limit turns it on.
        flow_control: false,
        ..Options::default()
    }
}

impl Local {
    pub async fn start() -> Self {
        Self::with(options()).await
    }

    pub async fn in_folder(folder: &Path) -> Self {
        Self::with(Options { data_dir: Some(folder.to_owned()), ..options() }).await
    }

    pub async fn with(options: Options) -> Self {
        let running = dms_local::start(options).await.unwrap();
        let client = Client::builder(TokioExecutor::new()).build(HttpConnector::new());
        let mut local = Self { running, client, token: String::new() };
        local.token = local.new_token().await;
        local
    }

    pub fn info(&self) -> &LocalInfo {
        self.running.info()
    }

    pub fn scope(&self) -> Scope {
        Scope { project_id: self.info().project_id.clone() }
    }

    /// Signs in as the demo user.
    pub async fn new_token(&self) -> String {
        let info = self.info();
        let scope = Some(TokenScope::project_name(&info.project_name));
        let body = CreateTokenBody::password(&info.domain, &info.user, &info.password, scope);
        let request = CreateToken { nocatalog: None, body }.request(&self.scope()).unwrap();
        let reply = self.raw("POST", &request.path, &[], request.body.as_deref().unwrap()).await.unwrap();
        assert_eq!(reply.status, 201, "{}", reply.text);
        reply.headers["x-subject-token"].to_str().unwrap().to_owned()
    }

    /// Sends anything; `Err` when the connection broke.
    pub async fn raw(
        &self,
        method: &str,
        target: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Result<Reply, String> {
        let uri = format!("{}{target}", self.info().endpoint);
        let mut request = Request::builder().method(method).uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Full::from(body.to_owned())).unwrap();
        let response = self.client.request(request).await.map_err(|e| e.to_string())?;
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.map_err(|e| e.to_string())?.to_bytes();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        Ok(Reply { status: parts.status.as_u16(), headers: parts.headers, text })
    }

    /// Sends an operation with the token.
    pub async fn reply<O: Operation>(&self, operation: &O) -> Reply {
        let request = operation.request(&self.scope()).unwrap();
        let headers = [("x-auth-token", self.token.as_str())];
        let body = request.body.clone().unwrap_or_default();
        self.raw(request.method.as_str(), &request.target(), &headers, &body).await.unwrap()
    }

    /// Sends an operation with the token and reads the answer as the console does.
    pub async fn send<O: Operation>(&self, operation: &O) -> Result<O::Response, ApiError> {
        let reply = self.reply(operation).await;
        let request_id = reply.headers["x-request-id"].to_str().unwrap();
        if reply.status >= 400 {
            return Err(ApiError::read(reply.status, &reply.text, Some(request_id)));
        }
        assert_eq!(reply.status, O::SPEC.success, "{}", reply.text);
        Ok(O::Response::from_answer(&reply.json()))
    }

    /// Sends an operation signed with a key pair, at a moment that may be wrong.
    pub async fn signed<O: Operation>(&self, operation: &O, keys: &Credentials, at_ms: i64) -> Reply {
        let request = operation.request(&self.scope()).unwrap();
        let host = self.running.addr().to_string();
        let project = self.info().project_id.clone();
        let headers = sign(&request, keys, &time::sdk_date(at_ms), &host, Some(&project));
        let headers: Vec<(&str, &str)> = headers.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let body = request.body.clone().unwrap_or_default();
        self.raw(request.method.as_str(), &request.target(), &headers, &body).await.unwrap()
    }

    /// A call under `/__local`.
    pub async fn control(&self, method: Method, path: &str, body: Value) -> Reply {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let headers = [("content-type", "application/json")];
        self.raw(method.as_str(), &format!("/__local/{path}"), &headers, &body).await.unwrap()
    }

    pub async fn advance(&self, by: Duration) {
        let by = json!({ "advance_ms": by.as_millis() as u64 });
        assert_eq!(self.control(Method::Post, "clock", by).await.status, 200);
    }

    pub async fn create(&self, body: CreateInstanceBody) -> Result<String, ApiError> {
        let created = self.send(&CreateInstance { engine: Engine::Kafka, body }).await?;
        Ok(created.instance_id)
    }

    pub async fn show(&self, id: &str) -> Result<Instance, ApiError> {
        self.send(&ShowInstance { instance_id: id.to_owned() }).await
    }

    /// Waits until the instance is in the state.
    pub async fn until(&self, id: &str, status: InstanceStatus) -> Instance {
        eventually(async || self.show(id).await.ok().filter(|i| i.status == status)).await
    }

    /// A Kafka instance at work.
    pub async fn kafka(&self, name: &str) -> Instance {
        let id = self.create(order(name)).await.unwrap();
        self.until(&id, InstanceStatus::Running).await
    }
}

/// Asks again until there is an answer.
pub async fn eventually<T>(ask: impl AsyncFn() -> Option<T>) -> T {
    let deadline = Instant::now() + Duration::from_secs(20);
    while Instant::now() < deadline {
        if let Some(answer) = ask().await {
            return answer;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("waited in vain");
}

/// A valid order.
pub fn order(name: &str) -> CreateInstanceBody {
    CreateInstanceBody {
        name: name.to_owned(),
        engine: "kafka".to_owned(),
        engine_version: "2.7".to_owned(),
        broker_num: 3,
        storage_space: 300,
        storage_spec_code: "dms.physical.storage.ultra.v2".to_owned(),
        product_id: "c6.2u4g.cluster".to_owned(),
        vpc_id: "3db8490c-4d6d-4d8f-8d3f-047b0de4c5cf".to_owned(),
        subnet_id: "0a0f1fcb-f019-458d-b9e5-301867394d50".to_owned(),
        security_group_id: "23c5977f-ff33-4b95-a73e-08d8a0bc4e6c".to_owned(),
        available_zones: vec![ZONE.to_owned()],
        ..CreateInstanceBody::default()
    }
}

/// All Kafka instances.
pub fn list() -> ListInstances {
    ListInstances {
        engine: Engine::Kafka,
        name: None,
        instance_id: None,
        status: None,
        include_failure: None,
        exact_match_name: None,
        enterprise_project_id: None,
        offset: None,
        limit: None,
    }
}

/// Names of an instance's tasks, newest first.
pub async fn task_names(local: &Local, instance_id: &str) -> Vec<String> {
    let list = ListTasks { instance_id: instance_id.to_owned(), ..ListTasks::default() };
    local.send(&list).await.unwrap().tasks.into_iter().map(|task| task.name).collect()
}

/// Where Kafka clients connect to an instance.
pub fn bootstrap(instance: &Instance) -> String {
    let host = instance.connect_address.as_ref().unwrap().0[0].clone();
    format!("{host}:{}", instance.port.unwrap())
}

/// Creates a topic of an instance.
pub async fn create_topic(local: &Local, instance: &Instance, name: &str, partitions: i64) {
    let body =
        CreateTopicBody { id: name.to_owned(), partition: Some(partitions), ..CreateTopicBody::default() };
    local.send(&CreateTopic { instance_id: instance.instance_id.clone(), body }).await.unwrap();
}

/// A member of a group that reads a topic from its start and has its partitions.
pub async fn member(bootstrap: &str, group: &str, topic: &str) -> Consumer {
    let kafka = Kafka::builder(bootstrap).client_id("shop-1").connect().await.unwrap();
    let builder =
        kafka.consumer(group).auto_offset_reset(AutoOffsetReset::Earliest).enable_auto_commit(false);
    let consumer = builder.metrics_push(false).build().await.unwrap();
    consumer.subscribe(&[topic]).await.unwrap();
    consumer
}

/// Reads until there were `count` messages, and commits them.
pub async fn read(consumer: &Consumer, count: usize) -> Vec<ConsumerRecord> {
    let mut records = Vec::new();
    while records.len() < count {
        records.extend(consumer.poll(Duration::from_secs(5)).await.unwrap());
    }
    consumer.commit().await.unwrap();
    records
}

/// An hour ago, milliseconds since 1970: a time of messages that is well within what topics keep.
pub fn an_hour_ago() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis();
    i64::try_from(now).unwrap() - 3_600_000
}
