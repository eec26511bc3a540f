//! Values that the tables write in a shape of their own: numbers in strings, lists in strings, three ways of
//! writing a time. Each reads every other shape too.

use std::ops::Deref;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::scalars::{integer, split_commas};
use super::{Lenient, Written};
use crate::time;

/// A list written as one text, `"a,b,c"`. Reads that, with or without blanks, and a JSON list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommaList(pub Vec<String>);

impl Lenient for CommaList {
    /// An empty list counts as absent.
    fn read(value: &Value) -> Option<Self> {
        let items: Vec<String> = match value {
            Value::Array(items) => items.iter().filter_map(String::read).collect(),
            one => vec![String::read(one)?],
        };
        let items: Vec<String> = items.iter().flat_map(|item| split_commas(item)).collect();
        (!items.is_empty()).then_some(Self(items))
    }
}

impl Serialize for CommaList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.join(","))
    }
}

impl Deref for CommaList {
    type Target = [String];
    fn deref(&self) -> &[String] {
        &self.0
    }
}

impl<S: Into<String>> FromIterator<S> for CommaList {
    fn from_iter<I: IntoIterator<Item = S>>(items: I) -> Self {
        Self(items.into_iter().map(Into::into).collect())
    }
}

/// A text that can be missing, which is something else than empty: a message without a key has no key, one with an
/// empty key has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Nullable(pub Option<String>);

impl Nullable {
    /// The text, if there is one.
    pub fn as_deref(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

impl Lenient for Nullable {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Null => None,
            // A content that the service sent as JSON instead of as a text is shown as such.
            Value::Array(_) | Value::Object(_) => Some(Self(Some(value.to_string()))),
            value => String::read(value).map(|text| Self(Some(text))),
        }
    }
}

impl Written for Nullable {
    fn is_written(&self) -> bool {
        self.0.is_some()
    }
}

impl Serialize for Nullable {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<S: Into<String>> From<S> for Nullable {
    fn from(text: S) -> Self {
        Self(Some(text.into()))
    }
}

/// A whole number that the tables write as a text: `"300"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextNumber(pub u64);

impl Lenient for TextNumber {
    fn read(value: &Value) -> Option<Self> {
        u64::read(value).map(Self)
    }
}

impl Serialize for TextNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A truth value that the tables write as a text: `"true"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextBool(pub bool);

impl Lenient for TextBool {
    fn read(value: &Value) -> Option<Self> {
        bool::read(value).map(Self)
    }
}

impl Serialize for TextBool {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(if self.0 { "true" } else { "false" })
    }
}

/// A JSON document that the tables write inside a string. Reads the document itself as well; a string that is
/// no such document (the references print one with a bracket too many) stays the string it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JsonText<T>(pub T);

impl<T: Lenient> Lenient for JsonText<T> {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => match serde_json::from_str::<Value>(text) {
                Ok(inner) if !inner.is_string() => T::read(&inner).map(Self),
                _ => T::read(value).map(Self),
            },
            other => T::read(other).map(Self),
        }
    }
}

impl<T: Serialize> Serialize for JsonText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serde_json::to_value(&self.0).map_err(serde::ser::Error::custom)? {
            Value::String(text) => serializer.serialize_str(&text),
            document => serializer.collect_str(&document),
        }
    }
}

/// Reads a point in time from any of the shapes that the service uses, see [`time::parse`]; a number, or a text
/// of digits only, is milliseconds since 1970 unless it has the 14 digits of `YYYYMMDDHHmmss`.
fn read_time(value: &Value) -> Option<i64> {
    match value {
        Value::String(text) => time::parse(text),
        Value::Number(_) => integer(value).and_then(|i| i64::try_from(i).ok()),
        _ => None,
    }
}

macro_rules! point_in_time {
    ($(#[$doc:meta])* $name:ident, $serializer:ident, $value:ident => $write:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub i64);

        impl $name {
            /// Milliseconds since 1970-01-01T00:00:00Z.
            pub const fn ms(self) -> i64 {
                self.0
            }
        }

        impl Lenient for $name {
            fn read(value: &Value) -> Option<Self> {
                read_time(value).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, $serializer: S) -> Result<S::Ok, S::Error> {
                let $value = self.0;
                $write
            }
        }
    };
}

point_in_time! {
    /// A point in time, written as a number of milliseconds: `1688112779916`.
    Millis, serializer, ms => serializer.serialize_i64(ms)
}
point_in_time! {
    /// A point in time, written as a text of milliseconds: `"1636699753874"`.
    TextMillis, serializer, ms => serializer.collect_str(&ms)
}
point_in_time! {
    /// A point in time, written as ISO-8601 in UTC: `"2020-05-15T03:19:51.046Z"`.
    IsoMillis, serializer, ms => serializer.serialize_str(&time::iso(ms))
}
