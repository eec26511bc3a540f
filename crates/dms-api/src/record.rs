//! Tolerant reading, strict writing.
//!
//! The references, their examples and the real service disagree about types and names (a number as a string,
//! one object where a list belongs, `total` or `count`). So an answer is read from a JSON tree field by field:
//! every field takes what it can use and falls back to its default otherwise. Reading never fails and never
//! panics; a strange field costs that field, never the page. Writing (by the local DMS) follows the tables.
//!
//! * [`record!`](crate::record!) declares an answer type, [`open_enum!`](crate::open_enum!) a set of words that
//!   may grow.
//! * [`Lenient`] is how one value is read; `scalars` holds it for numbers, texts and lists.
//! * [`CommaList`], [`Nullable`], [`TextNumber`], [`TextBool`], [`JsonText`], [`Millis`], [`TextMillis`] and [`IsoMillis`]
//!   are values that are written in a shape of their own.

mod open_enum;
mod scalars;
mod shapes;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;

pub use crate::operation::FromAnswer;
pub use open_enum::same_word;
pub use serde::ser::{Serialize, SerializeMap, Serializer};
pub use serde_json::{Map, Value as Json};
/// A JSON object.
pub type JsonObject = Map<String, Value>;

pub use shapes::{CommaList, IsoMillis, JsonText, Millis, Nullable, TextBool, TextMillis, TextNumber};

/// How a value is read from JSON of whatever shape.
pub trait Lenient: Default {
    /// The value, or `None` if nothing usable is there.
    fn read(value: &Value) -> Option<Self>;

    /// Reads a text that stands where a list belongs. Texts are split at commas; anything else is a list of
    /// one.
    fn read_text_as_list(text: &str) -> Vec<Self> {
        Self::read(&Value::String(text.to_owned())).into_iter().collect()
    }
}

/// Reads the first of `names` that is present and usable. The name `.` is the object itself, for parts that
/// some answers nest and others do not.
pub fn field<T: Lenient>(object: &Map<String, Value>, names: &[&str]) -> T {
    names.iter().find_map(|name| named(object, name).and_then(|v| T::read(&v))).unwrap_or_default()
}

fn named<'o>(object: &'o Map<String, Value>, name: &str) -> Option<Cow<'o, Value>> {
    match name {
        "." => Some(Cow::Owned(Value::Object(object.clone()))),
        name => object.get(name).map(Cow::Borrowed),
    }
}

/// An answer's body as an object: a list or a text, which some answers are instead, gets the name `""`.
pub fn answer_object(body: &Value) -> Cow<'_, Map<String, Value>> {
    if let Value::Object(map) = body {
        return Cow::Borrowed(map);
    }
    let mut map = Map::new();
    if !body.is_null() {
        map.insert(String::new(), body.clone());
    }
    Cow::Owned(map)
}

/// The object in `value`: itself, JSON inside a string, or the only element of a list.
pub fn object(value: &Value) -> Option<Cow<'_, Map<String, Value>>> {
    match value {
        Value::Object(map) => Some(Cow::Borrowed(map)),
        Value::Array(items) => match items.as_slice() {
            [Value::Object(map)] => Some(Cow::Borrowed(map)),
            _ => None,
        },
        Value::String(text) if text.trim_start().starts_with('{') => match serde_json::from_str(text) {
            Ok(Value::Object(map)) => Some(Cow::Owned(map)),
            _ => None,
        },
        _ => None,
    }
}

/// Keys of an object that a record has no field for, so that nothing the service says is lost.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[serde(transparent)]
pub struct Rest(pub Map<String, Value>);

impl Rest {
    /// Copies every key of `object` that is not in `known`.
    pub fn collect(object: &Map<String, Value>, known: &[&[&str]]) -> Self {
        let rest = object.iter().filter(|(k, _)| !known.iter().flat_map(|n| *n).any(|n| n == k));
        // Not `collect`, which would bring a sort of its own into the browser.
        let mut kept = Map::new();
        for (key, value) in rest {
            kept.insert(key.clone(), value.clone());
        }
        Self(kept)
    }
}

/// Declares the type of an answer, or of a part of one: serialised as written, read tolerantly.
///
/// A field reads the JSON key of its own name; `as "a" | "b"` names other keys, the first being the one written.
/// The key `.` is the object itself, for parts that are nested in some answers and not in others; the key `""`
/// is an answer that is a list or a text instead of an object.
/// A last line `..rest` adds a field `rest:` [`Rest`] that keeps, and writes, every key without a field.
/// ```
/// use dms_api::{record, record::FromAnswer};
/// record! {
///     /// A topic.
///     pub struct Topic {
///         /// Its name; some answers call it `id`.
///         pub name: String as "name" | "id",
///         /// Number of partitions.
///         pub partition: u32,
///         ..rest
///     }
/// }
/// let topic = Topic::from_answer(&serde_json::json!({"id": "orders", "partition": "3", "new": true}));
/// assert_eq!((topic.name.as_str(), topic.partition), ("orders", 3));
/// assert_eq!(topic.rest.0["new"], true);
/// ```
#[macro_export]
macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $name:ident {
            $($(#[$fdoc:meta])* pub $field:ident : $type:ty $(as $key:literal $(| $alias:literal)*)?,)*
            $(..$rest:ident)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $($(#[$fdoc])* pub $field: $type,)*
            $(/// Keys that have no field here.
            pub $rest: $crate::record::Rest,)?
        }

        impl $name {
            /// The JSON keys that each field reads.
            pub const KEYS: &'static [&'static [&'static str]] =
                &[$($crate::record!(@keys $field $($key $(, $alias)*)?)),*];

            fn read_fields(object: &$crate::record::JsonObject) -> Self {
                Self {
                    $($field: $crate::record::field(object, $crate::record!(@keys $field $($key $(, $alias)*)?)),)*
                    $($rest: $crate::record::Rest::collect(object, Self::KEYS),)?
                }
            }
        }

        impl $crate::record::Lenient for $name {
            fn read(value: &$crate::record::Json) -> Option<Self> {
                $crate::record::object(value).map(|object| Self::read_fields(&object))
            }
        }

        impl $crate::record::Written for $name {}

        impl $crate::record::FromAnswer for $name {
            fn from_answer(body: &$crate::record::Json) -> Self {
                Self::read_fields(&$crate::record::answer_object(body))
            }
        }

        impl $crate::record::Serialize for $name {
            fn serialize<S: $crate::record::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use $crate::record::SerializeMap as _;
                let mut map = serializer.serialize_map(None)?;
                $(if $crate::record::Written::is_written(&self.$field) {
                    map.serialize_entry($crate::record!(@key $field $($key)?), &self.$field)?;
                })*
                $(for (key, value) in &self.$rest.0 {
                    map.serialize_entry(key, value)?;
                })?
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
always_written!(String, bool, i32, u16, u32, i64, u64, Value, CommaList, TextNumber, TextBool);
always_written!(f64, Millis, TextMillis, IsoMillis);
impl<T> Written for JsonText<T> {}
