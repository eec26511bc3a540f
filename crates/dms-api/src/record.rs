//! Tolerant reading, strict writing.
//!
//! The references, their examples and the real service disagree about types and names (a number as a string,
//! one object where a list belongs, `total` or `count`). So an answer is read from a JSON tree field by field:
//! every field takes what it can use and falls back to its default otherwise. Reading never fails and never
//! panics; a strange field costs that field, never the page. Writing (by the local DMS) follows the tables.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

pub use crate::operation::FromAnswer;

/// How a value is read from JSON of whatever shape.
pub trait Lenient: Default {
    /// The value, or `None` if nothing usable is there.
    fn read(value: &Value) -> Option<Self>;
}

/// Reads the first of `names` that is present and usable.
pub fn field<T: Lenient>(object: Option<&Map<String, Value>>, names: &[&str]) -> T {
    object.and_then(|o| names.iter().filter_map(|n| o.get(*n)).find_map(|v| T::read(v))).unwrap_or_default()
}

/// Keys of an object that a record has no field for, so that nothing the service says is lost.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[serde(transparent)]
pub struct Rest(pub Map<String, Value>);

impl Rest {
    /// Copies every key of `object` that is not in `known`.
    pub fn collect(object: Option<&Map<String, Value>>, known: &[&[&str]]) -> Self {
        let rest =
            object.into_iter().flatten().filter(|(k, _)| !known.iter().flat_map(|n| *n).any(|n| n == k));
        Self(rest.map(|(k, v)| (k.clone(), v.clone())).collect())
    }
}

impl Lenient for String {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::String(s) => Some(s.clone()),
            Value::Number(n) => Some(n.to_string()),
            Value::Bool(b) => Some(b.to_string()),
            _ => None,
        }
    }
}

impl Lenient for bool {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Bool(b) => Some(*b),
            Value::Number(n) => Some(n.as_i64() != Some(0)),
            Value::String(s) => match s.trim().to_ascii_lowercase().as_str() {
                "true" | "1" | "yes" | "on" => Some(true),
                "false" | "0" | "no" | "off" | "" => Some(false),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Integers past `i64` (the references have one) saturate.
fn integer(value: &Value) -> Option<i128> {
    match value {
        Value::Number(n) => match (n.as_i64(), n.as_u64()) {
            (Some(i), _) => Some(i.into()),
            (None, Some(u)) => Some(u.into()),
            // A cast from float saturates and maps NaN to 0.
            (None, None) => n.as_f64().map(|f| f as i128),
        },
        Value::String(s) => s.trim().parse().ok(),
        Value::Bool(b) => Some((*b).into()),
        _ => None,
    }
}

macro_rules! lenient_integer {
    ($($t:ty),*) => {$(
        impl Lenient for $t {
            fn read(value: &Value) -> Option<Self> {
                integer(value).map(|i| Self::try_from(i).unwrap_or(if i < 0 { Self::MIN } else { Self::MAX }))
            }
        }
    )*};
}
lenient_integer!(i32, u16, u32, i64, u64);

impl Lenient for Value {
    fn read(value: &Value) -> Option<Self> {
        Some(value.clone())
    }
}

impl<T: Lenient> Lenient for Option<T> {
    fn read(value: &Value) -> Option<Self> {
        T::read(value).map(Some)
    }
}

/// A list; one object or scalar where a list belongs is a list of one; `null` and `""` are empty.
impl<T: Lenient> Lenient for Vec<T> {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Array(items) => Some(items.iter().filter_map(T::read).collect()),
            Value::Null => None,
            Value::String(s) if s.is_empty() => Some(Vec::new()),
            one => T::read(one).map(|item| vec![item]),
        }
    }
}

impl<T: Lenient> Lenient for BTreeMap<String, T> {
    fn read(value: &Value) -> Option<Self> {
        let object = value.as_object()?;
        Some(object.iter().filter_map(|(k, v)| T::read(v).map(|v| (k.clone(), v))).collect())
    }
}

/// Declares the type of an answer, or of a part of one: serialised as written, read tolerantly.
///
/// A field reads the JSON key of its own name; `as "a" | "b"` names other keys, the first being the one written.
/// ```
/// use dms_api::{record, record::FromAnswer};
/// record! {
///     /// A topic.
///     pub struct Topic {
///         /// Its name; some answers call it `id`.
///         pub name: String as "name" | "id",
///         /// Number of partitions.
///         pub partition: u32,
///     }
/// }
/// let topic = Topic::from_answer(&serde_json::json!({"id": "orders", "partition": "3"}));
/// assert_eq!((topic.name.as_str(), topic.partition), ("orders", 3));
/// ```
#[macro_export]
macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $name:ident {
            $($(#[$fdoc:meta])* pub $field:ident : $type:ty $(as $key:literal $(| $alias:literal)*)?,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $($(#[$fdoc])* pub $field: $type,)*
        }

        impl $name {
            /// The JSON keys that each field reads.
            pub const KEYS: &'static [&'static [&'static str]] =
                &[$($crate::record!(@keys $field $($key $(, $alias)*)?)),*];
        }

        impl $crate::record::Lenient for $name {
            fn read(value: &$crate::record::Json) -> Option<Self> {
                let object = Some(value.as_object()?);
                Some(Self {
                    $($field: $crate::record::field(object, $crate::record!(@keys $field $($key $(, $alias)*)?)),)*
                })
            }
        }

        impl $crate::record::Written for $name {}

        impl $crate::record::FromAnswer for $name {
            fn from_answer(body: &$crate::record::Json) -> Self {
                <Self as $crate::record::Lenient>::read(body).unwrap_or_default()
            }
        }

        impl $crate::record::Serialize for $name {
            fn serialize<S: $crate::record::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use $crate::record::SerializeMap as _;
                let mut map = serializer.serialize_map(None)?;
                $(if $crate::record::Written::is_written(&self.$field) {
                    map.serialize_entry($crate::record!(@key $field $($key)?), &self.$field)?;
                })*
                map.end()
            }
        }
    };
    (@keys $field:ident) => { &[stringify!($field)] };
    (@keys $field:ident $($key:literal),+) => { &[$($key),+] };
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
}

/// Whether a field is written at all: an absent `Option` is left out, everything else is sent.
pub trait Written {
    /// See the trait.
    fn is_written(&self) -> bool {
        true
    }
}

impl<T> Written for Option<T> {
    fn is_written(&self) -> bool {
        self.is_some()
    }
}
impl<T> Written for Vec<T> {}
impl<T> Written for BTreeMap<String, T> {}
macro_rules! always_written { ($($t:ty),*) => {$(impl Written for $t {})*}; }
always_written!(String, bool, i32, u16, u32, i64, u64, Value);

pub use serde::ser::{Serialize, SerializeMap, Serializer};
pub use serde_json::Value as Json;
