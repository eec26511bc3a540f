//! What a REST operation is: its static facts ([`Spec`]), its typed input, and the request it becomes.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::Serialize;
use serde_json::Value;

/// The HTTP methods that DMS uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads; has no body.
    Get,
    /// Creates, or does something.
    Post,
    /// Changes.
    Put,
    /// Deletes; has no body but for R5.6.3.
    Delete,
}

impl Method {
    /// Reads the method of a request line; `None` for one that DMS does not use.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Get, Self::Post, Self::Put, Self::Delete].into_iter().find(|m| m.as_str() == name)
    }

    /// The method as it stands in the request line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The message engine of an instance. Both engines share hosts and most paths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Engine {
    /// Apache Kafka.
    #[default]
    Kafka,
    /// Apache RocketMQ.
    RocketMq,
}

impl Engine {
    /// The name in paths, queries and bodies. RocketMQ's is `reliability`; `rocketmq` is an alias.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kafka => "kafka",
            Self::RocketMq => "reliability",
        }
    }

    /// Reads either spelling; `None` for anything else.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "kafka" => Some(Self::Kafka),
            "reliability" | "rocketmq" => Some(Self::RocketMq),
            _ => None,
        }
    }
}

/// The static facts of one operation. `path` has `{name}` placeholders, each filling one path segment.
#[derive(Debug, PartialEq, Eq)]
pub struct Spec {
    /// Unique name, service first: `kafka.CreateTopic`.
    pub id: &'static str,
    /// Section of the API reference, for example `K5.4.1`; `SDK` where only the official SDKs have it.
    pub section: &'static str,
    /// HTTP method.
    pub method: Method,
    /// Path template.
    pub path: &'static str,
    /// IAM action that the caller needs, `""` where the references name none.
    pub action: &'static str,
    /// Status of success in the reference.
    pub success: u16,
}

impl Spec {
    /// Whether repeating the request after a lost answer can do no harm. Only reads qualify: DMS gives
    /// writes no idempotency key.
    pub const fn is_read(&self) -> bool {
        matches!(self.method, Method::Get)
    }

    /// `kafka`, `rocketmq` or `iam`.
    pub fn service(&self) -> &'static str {
        self.id.split_once('.').map_or("", |(service, _)| service)
    }
}

/// What a path needs beyond an operation's own input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Project that the credentials are for (32 hex digits in the cloud).
    pub project_id: String,
}

/// A request ready to be signed and sent. Path and query are encoded and must stay byte for byte as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The operation that it came from.
    pub spec: &'static Spec,
    /// HTTP method.
    pub method: Method,
    /// Encoded path, beginning with `/`.
    pub path: String,
    /// Encoded query without `?`; empty for none.
    pub query: String,
    /// JSON text, or `None` for no body at all.
    pub body: Option<String>,
}

impl Request {
    /// Path and query as they stand in the request line.
    pub fn target(&self) -> String {
        if self.query.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, self.query) }
    }
}

/// One REST operation with its input. Implemented by [`operation!`](crate::operation!).
pub trait Operation {
    /// The operation's static facts.
    const SPEC: &'static Spec;
    /// What a success answers.
    type Response: FromAnswer;

    /// Value of a path placeholder other than `project_id`.
    fn path_param(&self, name: &str) -> String;

    /// Query parameters in the order they are sent; `None` values are left out.
    fn query(&self) -> Vec<(&'static str, Option<String>)>;

    /// The JSON body, if the operation has one.
    ///
    /// # Errors
    /// When the body's own `Serialize` fails, which none of this crate's bodies does.
    fn body(&self) -> Result<Option<String>, serde_json::Error>;

    /// Builds the request.
    ///
    /// # Errors
    /// See [`Operation::body`].
    fn request(&self, scope: &Scope) -> Result<Request, serde_json::Error> {
        let mut path = String::new();
        for segment in Self::SPEC.path.split('/').skip(1) {
            path.push('/');
            match segment.strip_prefix('{').and_then(|s| s.strip_suffix('}')) {
                Some("project_id") => path.push_str(&encode(&scope.project_id)),
                Some(name) => path.push_str(&encode(&self.path_param(name))),
                None => path.push_str(segment),
            }
        }
        let query: Vec<String> = self
            .query()
            .into_iter()
            .filter_map(|(name, value)| value.map(|v| format!("{}={}", encode(name), encode(&v))))
            .collect();
        Ok(Request {
            spec: Self::SPEC,
            method: Self::SPEC.method,
            path,
            query: query.join("&"),
            body: self.body()?,
        })
    }
}

/// How a success answer is read. Implemented for every [`record!`](crate::record!) type and for `()`.
pub trait FromAnswer: Sized {
    /// Reads an answer's body; `Value::Null` stands for an empty one. Never fails: see [`crate::record`](mod@crate::record).
    fn from_answer(body: &Value) -> Self;
}

impl FromAnswer for () {
    fn from_answer(_: &Value) {}
}

/// A value that a query can carry.
pub trait QueryValue {
    /// The unencoded text, or `None` to leave the parameter out.
    fn query_value(&self) -> Option<String>;
}

impl QueryValue for String {
    fn query_value(&self) -> Option<String> {
        Some(self.clone())
    }
}

impl QueryValue for Engine {
    fn query_value(&self) -> Option<String> {
        Some(self.as_str().to_owned())
    }
}

macro_rules! query_value_by_display {
    ($($t:ty),*) => {$(
        impl QueryValue for $t {
            fn query_value(&self) -> Option<String> {
                Some(self.to_string())
            }
        }
    )*};
}
query_value_by_display!(bool, u16, u32, u64, i64);

impl<T: QueryValue> QueryValue for Option<T> {
    fn query_value(&self) -> Option<String> {
        self.as_ref().and_then(QueryValue::query_value)
    }
}

/// Everything but RFC 3986's unreserved characters, as the signature's canonical form wants it.
pub(crate) const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Percent-encodes one path segment or query part: `/`, `|`, `%` and Chinese characters included.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// Undoes [`encode`]. A broken escape (one official client sends `%DL` for `%DL`) is left as it is, and bytes that
/// are no UTF-8 become replacement characters.
pub fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Serialises a body; a function of its own so that the macro's expansion stays small.
///
/// # Errors
/// When `Serialize` fails.
pub fn json_body<T: Serialize>(body: &T) -> Result<Option<String>, serde_json::Error> {
    serde_json::to_string(body).map(Some)
}

/// Declares one operation: a struct with the path, query and body inputs, and its [`Operation`] impl.
///
/// ```
/// use dms_api::operation;
/// operation! {
///     /// Deletes a background task.
///     pub DeleteTask -> () = "kafka.DeleteTask" "K5.7.3" "dms:instance:deleteBackgroundTask" 204,
///     Delete "/v2/{project_id}/instances/{instance_id}/tasks/{task_id}",
///     path { instance_id: String, task_id: String }
///     query {}
/// }
/// ```
/// A body is one more part, `body: BodyType`, where `BodyType: Serialize + Default`. A query parameter that is not
/// named like its field says so: `min_size: Option<String> as "minSize"`. Every operation is `Default`, so that
/// optional parameters need not be spelled out: `ListTopics { instance_id, ..Default::default() }`.
#[macro_export]
macro_rules! operation {
    (
        $(#[$doc:meta])*
        pub $name:ident -> $response:ty = $id:literal $section:literal $action:literal $success:literal,
        $method:ident $path:literal,
        path { $($(#[$pdoc:meta])* $param:ident : $ptype:ty),* $(,)? }
        query { $($(#[$qdoc:meta])* $query:ident : $qtype:ty $(as $qkey:literal)?),* $(,)? }
        $(body: $body:ty)?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $(#[doc = concat!("Fills `", stringify!($param), "` of the path.")] $(#[$pdoc])* pub $param: $ptype,)*
            $(
                #[doc = concat!("Query parameter `", $crate::operation!(@key $query $($qkey)?), "`.")]
                $(#[$qdoc])*
                pub $query: $qtype,
            )*
            $(/// The request's JSON body.
            pub body: $body,)?
        }

        impl $crate::operation::Operation for $name {
            const SPEC: &'static $crate::operation::Spec = &$crate::operation::Spec {
                id: $id,
                section: $section,
                method: $crate::operation::Method::$method,
                path: $path,
                action: $action,
                success: $success,
            };
            type Response = $response;

            fn path_param(&self, name: &str) -> String {
                $(if name == stringify!($param) {
                    return $crate::operation::PathValue::path_value(&self.$param);
                })*
                let _ = name;
                String::new()
            }

            fn query(&self) -> Vec<(&'static str, Option<String>)> {
                vec![$((
                    $crate::operation!(@key $query $($qkey)?),
                    $crate::operation::QueryValue::query_value(&self.$query),
                )),*]
            }

            fn body(&self) -> Result<Option<String>, $crate::operation::JsonError> {
                $(return $crate::operation::json_body::<$body>(&self.body);)?
                #[allow(unreachable_code)]
                Ok(None)
            }
        }
    };
    (@key $query:ident) => { stringify!($query) };
    (@key $query:ident $key:literal) => { $key };
}

/// Re-exported for the expansion of [`operation!`](crate::operation!).
pub use serde_json::Error as JsonError;

/// A value that fills one path segment.
pub trait PathValue {
    /// The unencoded text.
    fn path_value(&self) -> String;
}

impl PathValue for String {
    fn path_value(&self) -> String {
        self.clone()
    }
}

impl PathValue for Engine {
    fn path_value(&self) -> String {
        self.as_str().to_owned()
    }
}

impl PathValue for u32 {
    fn path_value(&self) -> String {
        self.to_string()
    }
}
