//! Bodies that both engines' operations have.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::models::Tag;
use crate::operation::Engine;

/// Body of `kafka.BatchAction` (K5.1.6) and `rocketmq.BatchDelete` (R5.1.6): up to 50 instances, or all that
/// could not be created.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InstanceActionBody {
    /// Ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instances: Vec<String>,
    /// [`RESTART`](Self::RESTART) (Kafka only) or [`DELETE`](Self::DELETE).
    pub action: String,
    /// With `delete`: the engine whose failed creations are all deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_failure: Option<String>,
    /// With `delete`: whether instances go at once instead of into the recycle bin; newer editions only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub force_delete: Option<bool>,
}

impl InstanceActionBody {
    /// Restarts the instances' processes; clients are refused for some minutes.
    pub const RESTART: &'static str = "restart";
    /// Deletes the instances with all their messages.
    pub const DELETE: &'static str = "delete";

    /// A restart.
    pub fn restart(instances: Vec<String>) -> Self {
        Self { instances, action: Self::RESTART.to_owned(), ..Self::default() }
    }

    /// A deletion.
    pub fn delete(instances: Vec<String>) -> Self {
        Self { instances, action: Self::DELETE.to_owned(), ..Self::default() }
    }

    /// The deletion of every instance of `engine` whose creation failed.
    pub fn delete_failed(engine: Engine) -> Self {
        let engine = Some(engine.as_str().to_owned());
        Self { action: Self::DELETE.to_owned(), all_failure: engine, ..Self::default() }
    }
}

/// Body of `kafka.ChangeTags` (K5.8.1) and `rocketmq.ChangeTags` (R5.7.1).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChangeTagsBody {
    /// [`CREATE`](Self::CREATE) or [`DELETE`](Self::DELETE).
    pub action: String,
    /// The tags; a deletion goes by their keys.
    pub tags: Vec<Tag>,
}

impl ChangeTagsBody {
    /// Adds the tags; a key that the instance has already gets the new value.
    pub const CREATE: &'static str = "create";
    /// Takes the tags away.
    pub const DELETE: &'static str = "delete";
}

/// `start` of the first page of tasks (K5.7.1): the number of the first task wanted. 0 is taken for 1.
pub const FIRST_TASK: u64 = 1;

/// Reads a text that an example of the references writes as a number.
///
/// # Errors
/// When it is neither.
pub(crate) fn text_or_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::String(text) => Ok(text),
        Value::Number(number) => Ok(number.to_string()),
        _ => Err(serde::de::Error::custom("a text is needed")),
    }
}

/// Reads a truth value that an example of the references writes as a text.
///
/// # Errors
/// When it is neither `true` nor `false`, with quotes or without.
pub(crate) fn bool_or_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::Bool(value) => Ok(Some(value)),
        Value::String(text) if text == "true" => Ok(Some(true)),
        Value::String(text) if text == "false" => Ok(Some(false)),
        _ => Err(serde::de::Error::custom("true or false is needed")),
    }
}

/// The same as [`text_or_number`] for a field that may be missing.
///
/// # Errors
/// When it is neither.
pub(crate) fn optional_text_or_number<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        value => text_or_number(value).map(Some).map_err(serde::de::Error::custom),
    }
}

/// Reads a whole number that an example of the references writes as a text.
///
/// # Errors
/// When it is neither.
pub(crate) fn number_or_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    let read = match Value::deserialize(deserializer)? {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    };
    read.ok_or_else(|| serde::de::Error::custom("a whole number is needed"))
}

/// Reads a whole number that a client may write as `3.0`: the SDKs' type for it is a float.
///
/// # Errors
/// When it is no number, or not a whole one.
pub(crate) fn whole_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let whole = |f: &f64| f.fract() == 0.0 && f.abs() < 1e15;
    match (&value, value.as_i64(), value.as_f64()) {
        (Value::Null, ..) => Ok(None),
        (_, Some(number), _) => Ok(Some(number)),
        // A whole number below 1e15 survives the cast.
        (_, _, Some(number)) if whole(&number) => Ok(Some(number as i64)),
        _ => Err(serde::de::Error::custom("a whole number is needed")),
    }
}
