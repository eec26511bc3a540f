//! Conditions on the messages that are loaded, as text that people type: `$.city = Oslo`, `key ~ order`. Pure.

use std::fmt;

use super::ask::Words;
use super::message::Message;
use crate::json::{BadPath, Path};
use crate::pages::browse::find;

/// What a condition looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    Key,
    Body,
    Partition,
    Path(Path),
}

/// How it compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    Is,
    IsNot,
    Has,
    HasNot,
    AtLeast,
    AtMost,
    Above,
    Below,
}

/// In the order they are looked for: the longer ones first.
const TESTS: [(&str, Test); 8] = [
    ("!=", Test::IsNot),
    ("!~", Test::HasNot),
    (">=", Test::AtLeast),
    ("<=", Test::AtMost),
    ("=", Test::Is),
    ("~", Test::Has),
    (">", Test::Above),
    ("<", Test::Below),
];

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// As it is shown and stands in the address.
    pub text: String,
    field: Field,
    test: Test,
    value: String,
}

/// Why a text is no condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCondition {
    /// There is no `=`, `!=`, `~`, `!~`, `<`, `>`, `<=`, `>=`.
    NoTest,
    /// What stands before it is neither `key`, `body`, `partition` nor a path.
    Path(BadPath),
}

impl Condition {
    /// Reads a condition.
    ///
    /// # Errors
    /// See [`NoCondition`].
    pub fn parse(text: &str) -> Result<Self, NoCondition> {
        let (name, word, test, value) = divide(text).ok_or(NoCondition::NoTest)?;
        let field = match name {
            "key" => Field::Key,
            "body" => Field::Body,
            "partition" => Field::Partition,
            "" => return Err(NoCondition::Path(BadPath { at: 0 })),
            path => Field::Path(Path::parse(path).map_err(NoCondition::Path)?),
        };
        Ok(Self { text: format!("{name} {word} {value}"), field, test, value: value.to_owned() })
    }

    /// The condition that the value at a path is, or is not, this one.
    pub fn of_value(path: &str, value: &str, is: bool) -> String {
        // A condition is one line.
        let value = value.lines().next().unwrap_or_default();
        format!("{path} {} {value}", if is { "=" } else { "!=" })
    }

    /// Whether the content of a message must be loaded to know.
    pub fn needs_content(&self) -> bool {
        self.field != Field::Partition
    }

    /// Whether a message passes. A path that leads to several values passes if one of them does, and for "is not"
    /// and "has not" if none of them is or has. A path that leads nowhere is not anything.
    pub fn passes(&self, message: &Message) -> bool {
        match &self.field {
            Field::Key => self.compare(message.key.as_deref()),
            Field::Body => self.compare(message.text().map(|text| &**text)),
            Field::Partition => self.compare(Some(&message.place.partition.to_string())),
            Field::Path(path) => {
                let Some(doc) = message.doc() else { return self.compare(None) };
                let found = path.find(doc, 1000);
                if found.is_empty() {
                    return self.compare(None);
                }
                let passes = |id: &u32| self.compare(Some(&doc.text(*id)));
                if self.is_negative() { found.iter().all(passes) } else { found.iter().any(passes) }
            }
        }
    }

    fn is_negative(&self) -> bool {
        matches!(self.test, Test::IsNot | Test::HasNot)
    }

    fn compare(&self, actual: Option<&str>) -> bool {
        let Some(actual) = actual else { return self.is_negative() };
        let numbers = || Some((actual.trim().parse::<f64>().ok()?, self.value.trim().parse::<f64>().ok()?));
        let order = || numbers().map_or_else(|| Some(actual.cmp(&self.value)), |(a, b)| a.partial_cmp(&b));
        match self.test {
            Test::Is => actual == self.value,
            Test::IsNot => actual != self.value,
            Test::Has => contains(actual, &self.value),
            Test::HasNot => !contains(actual, &self.value),
            Test::AtLeast => order().is_some_and(|o| o.is_ge()),
            Test::AtMost => order().is_some_and(|o| o.is_le()),
            Test::Above => order().is_some_and(|o| o.is_gt()),
            Test::Below => order().is_some_and(|o| o.is_lt()),
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// What stands before the comparison, the comparison, what stands behind; none inside brackets counts.
fn divide(text: &str) -> Option<(&str, &'static str, Test, &str)> {
    let mut depth = 0_u32;
    for (at, c) in text.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => {
                let rest = text.get(at..).unwrap_or_default();
                if let Some((word, test)) = TESTS.iter().find(|(word, _)| rest.starts_with(word)) {
                    let name = text.get(..at).unwrap_or_default().trim();
                    return Some((name, word, *test, rest.get(word.len()..).unwrap_or_default().trim()));
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether `text` has `word`, upper or lower case, without copying a text of megabytes.
fn contains(text: &str, word: &str) -> bool {
    find(text, word).is_some()
}

/// What the search box and the conditions let through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    words: Vec<String>,
    conditions: Vec<Condition>,
}

impl Filter {
    /// Words that key or body must have, and conditions, one per line; lines that are none are left out.
    pub fn new(search: &str, conditions: &str) -> Self {
        Self {
            words: search.split_whitespace().map(str::to_owned).collect(),
            conditions: conditions.lines().filter_map(|line| Condition::parse(line).ok()).collect(),
        }
    }

    /// Whether contents must be loaded to know what passes.
    pub fn needs_content(&self) -> bool {
        !self.words.is_empty() || self.conditions.iter().any(Condition::needs_content)
    }

    /// What the service can be asked to look for, so that whatever passes is found: the words, and what conditions
    /// want to be there. Conditions that it cannot be asked for add nothing.
    pub fn as_words(&self) -> Words {
        let mut with: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let mut key = "";
        let wanted = |c: &&Condition| matches!(c.test, Test::Is | Test::Has) && !c.value.is_empty();
        for condition in self.conditions.iter().filter(wanted) {
            match &condition.field {
                Field::Key => key = &condition.value,
                // A comma would make two words of it.
                Field::Body | Field::Path(_) if !condition.value.contains(',') => with.push(&condition.value),
                Field::Body | Field::Path(_) | Field::Partition => {}
            }
        }
        Words { key: key.to_owned(), with: with.join(", "), without: String::new() }
    }

    /// Whether a message passes.
    pub fn passes(&self, message: &Message) -> bool {
        if !message.is_loaded() && self.needs_content() {
            return false;
        }
        let place = message.place.to_string();
        let has = |word: &String| {
            let part = |text: Option<&str>| text.is_some_and(|text| contains(text, word));
            part(message.key.as_deref()) || part(message.text().map(|t| &**t)) || part(Some(&place))
        };
        self.words.iter().all(has) && self.conditions.iter().all(|condition| condition.passes(message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::kafka::messages::ask::Place;
    use crate::pages::kafka::messages::message::Body;

    fn message(key: Option<&str>, body: Option<&str>) -> Message {
        let place = Place { partition: 3, offset: 1047 };
        Message::new(place, None, 0, key.map(Into::into), Body::Whole(body.map(Into::into)))
    }

    fn order() -> Message {
        message(
            Some("order-7"),
            Some(
                r#"{"city": "Oslo", "total": 12.50, "paid": true, "items": [{"sku": "A=1"}, {"sku": "B"}], "note": null}"#,
            ),
        )
    }

    fn passes(condition: &str) -> bool {
        Condition::parse(condition).expect(condition).passes(&order())
    }

    #[test]
    fn conditions_compare_values() {
        for yes in [
            "$.city = Oslo",
            "city=Oslo",
            "$.city != Lyon",
            "city ~ OSL",
            "city !~ lyon",
            "total > 12",
            "total >= 12.5",
            "$.total<100",
            "paid = true",
            "note = null",
            "items[*].sku = B",
            "items[0].sku = A=1",
            "items[*].sku != C",
            "key ~ ORDER",
            "key = order-7",
            "body ~ \"sku\"",
            "partition = 3",
            "missing != 1",
            "$['city'] = Oslo",
        ] {
            assert!(passes(yes), "{yes}");
        }
        for no in [
            "$.city = oslo",
            "city != Oslo",
            "total > 12.5",
            "total <= 9",
            "items[*].sku != B",
            "missing = 1",
            "missing ~ ",
            "missing > 0",
            "partition != 3",
            "key = order",
        ] {
            assert!(!passes(no), "{no}");
        }
    }

    #[test]
    fn what_is_no_condition_is_said() {
        assert_eq!(Condition::parse("city").err(), Some(NoCondition::NoTest));
        assert_eq!(Condition::parse("a[ = 1").err(), Some(NoCondition::NoTest));
        assert_eq!(Condition::parse("a. = 1").err(), Some(NoCondition::Path(BadPath { at: 2 })));
        assert_eq!(Condition::parse(" = 1").err(), Some(NoCondition::Path(BadPath { at: 0 })));
    }

    #[test]
    fn a_value_picked_in_a_message_makes_a_condition_that_finds_it() {
        for (path, value) in [("$.city", "Oslo"), ("$.items[0].sku", "A=1"), ("$.note", "null")] {
            assert!(passes(&Condition::of_value(path, value, true)), "{path}");
            assert!(!passes(&Condition::of_value(path, value, false)), "{path}");
        }
    }

    #[test]
    fn words_and_conditions_work_together() {
        let filter = Filter::new("oslo order", "total > 1\nnonsense\npaid = true");
        assert!(filter.passes(&order()) && filter.needs_content());
        assert!(!Filter::new("oslo lyon", "").passes(&order()));
        assert!(Filter::new("3:1047", "").passes(&order()), "a place can be searched for");
        assert!(!Filter::new("", "partition = 3").needs_content());
        assert!(!Filter::new("x", "").passes(&message(None, None)), "a deletion has nothing");
        assert!(Filter::new("", "body != x").passes(&message(None, None)));
    }

    #[test]
    fn what_can_be_looked_for_on_the_service() {
        let filter = Filter::new("express", "$.city = Oslo\ntotal > 7\nkey ~ order\nbody != x\n$.a = 1,5");
        let words = filter.as_words();
        assert_eq!((words.with.as_str(), words.key.as_str()), ("express, Oslo", "order"));
        assert!(Filter::new("", "total > 7").as_words().is_empty());
    }

    #[test]
    fn what_is_not_loaded_does_not_pass_a_condition_on_content() {
        let unloaded = Message::new(Place { partition: 1, offset: 2 }, None, 9, None, Body::Unloaded);
        assert!(!Filter::new("", "city != Oslo").passes(&unloaded));
        assert!(Filter::new("", "partition = 1").passes(&unloaded));
        assert!(Filter::default().passes(&unloaded));
    }
}
