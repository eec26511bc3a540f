//! How numbers, texts, lists and maps are read.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Lenient;

impl Lenient for String {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::String(s) => Some(s.clone()),
            Value::Number(n) => Some(n.to_string()),
            Value::Bool(b) => Some(b.to_string()),
            _ => None,
        }
    }

    fn read_text_as_list(text: &str) -> Vec<Self> {
        split_commas(text)
    }
}

/// The parts of `"a, b,c"` without blanks around them; empty parts are dropped.
pub(super) fn split_commas(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

impl Lenient for bool {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Bool(b) => Some(*b),
            Value::Number(n) => Some(n.as_i64() != Some(0)),
            Value::String(s) => {
                let word = s.trim();
                let is = |words: &[&str]| words.iter().any(|w| word.eq_ignore_ascii_case(w));
                match (is(&["true", "1", "yes", "on"]), is(&["false", "0", "no", "off", ""])) {
                    (true, _) => Some(true),
                    (_, true) => Some(false),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// An integer from a number or a text. What is past `i64` or `u64` saturates at the end: the references have
/// such a number. Public to this crate for the shapes built on it.
pub(super) fn integer(value: &Value) -> Option<i128> {
    match value {
        Value::Number(n) => match (n.as_i64(), n.as_u64()) {
            (Some(i), _) => Some(i.into()),
            (None, Some(u)) => Some(u.into()),
            // A cast from float saturates and maps NaN to 0.
            (None, None) => n.as_f64().map(|f| f as i128),
        },
        Value::String(s) => integer_text(s.trim()),
        Value::Bool(b) => Some((*b).into()),
        _ => None,
    }
}

/// Reads `12`, `-3`, and the integral part of `12.0`.
fn integer_text(text: &str) -> Option<i128> {
    let whole = match text.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|b| b.is_ascii_digit()) => whole,
        Some(_) => return None,
        None => text,
    };
    whole.parse().ok()
}

macro_rules! lenient_integer {
    ($($t:ty),*) => {$(
        impl Lenient for $t {
            /// A negative number is no value for an unsigned type: services write -1 for "unknown".
            fn read(value: &Value) -> Option<Self> {
                let i = integer(value)?;
                match Self::try_from(i) {
                    Ok(fits) => Some(fits),
                    Err(_) if i > 0 => Some(Self::MAX),
                    Err(_) => (Self::MIN != 0).then_some(Self::MIN),
                }
            }
        }
    )*};
}
lenient_integer!(i32, u16, u32, i64, u64);

/// A fraction; a text is read as the number that it holds.
impl Lenient for f64 {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => serde_json::from_str::<Value>(text.trim()).ok()?.as_f64(),
            _ => None,
        }
    }
}

impl Lenient for Value {
    fn read(value: &Value) -> Option<Self> {
        Some(value.clone())
    }
}

/// `null` and the empty text mean that the value is absent.
impl<T: Lenient> Lenient for Option<T> {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Null => None,
            Value::String(s) if s.is_empty() => None,
            value => T::read(value).map(Some),
        }
    }
}

/// A list; one object or scalar where a list belongs is a list of one, a text is split at its commas or read as
/// the JSON it holds; `null` and `""` are empty.
impl<T: Lenient> Lenient for Vec<T> {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Array(items) => Some(items.iter().filter_map(T::read).collect()),
            Value::Null => None,
            Value::String(text) if text.trim_start().starts_with('[') => match serde_json::from_str(text) {
                Ok(Value::Array(items)) => Some(items.iter().filter_map(T::read).collect()),
                _ => Some(T::read_text_as_list(text)),
            },
            Value::String(text) if text.trim().is_empty() => Some(Vec::new()),
            Value::String(text) => Some(T::read_text_as_list(text)),
            one => T::read(one).map(|item| vec![item]),
        }
    }
}

impl<T: Lenient> Lenient for BTreeMap<String, T> {
    fn read(value: &Value) -> Option<Self> {
        let object = super::object(value)?;
        Some(object.iter().filter_map(|(k, v)| T::read(v).map(|v| (k.clone(), v))).collect())
    }
}
