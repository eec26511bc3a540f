//! What is asked for, and how it stands in the address. Pure.

use super::row::DEAD;

/// Which messages of a topic (R5.4.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    pub topic: String,
    pub by: By,
}

/// How the service finds them. Times are epoch milliseconds, both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    Time {
        start: i64,
        end: i64,
    },
    /// One of a message's keys.
    Key {
        key: String,
        start: i64,
        end: i64,
    },
    /// The broker's or the producer's id.
    Id(String),
}

/// What is missing before anything can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    Topic,
    Key,
    Id,
    /// The range ends before it begins.
    Backwards,
    /// What stands there as a time is none.
    NoTime,
}

/// Width of the usual range of a question by time, milliseconds.
pub const HOUR: i64 = 3_600_000;
/// The same by key.
pub const DAY: i64 = 24 * HOUR;
/// The same of dead letters, which are few.
const LONG: i64 = 3 * DAY;

/// What the form above the messages holds, as text; it is also what stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskText {
    pub topic: String,
    /// `time` (also when empty), `key`, `id`.
    pub by: String,
    /// Epoch milliseconds; empty for the usual range up to now.
    pub start: String,
    pub end: String,
    pub key: String,
    pub id: String,
}

/// Names of the address's parameters, in the order of [`AskText::parts`].
pub const PARAMETERS: [&str; 6] = ["topic", "by", "start", "end", "key", "id"];

impl AskText {
    /// Reads the parameters of an address; `get` gives `""` for those that are absent.
    pub fn read(get: impl Fn(&'static str) -> String) -> Self {
        let [topic, by, start, end, key, id] = PARAMETERS.map(get);
        Self { topic, by, start, end, key, id }
    }

    /// The values of [`PARAMETERS`]; those that mean nothing here are `""`.
    pub fn parts(&self) -> [String; 6] {
        let keep = |on: bool, text: &str| if on { text.trim().to_owned() } else { String::new() };
        let by_id = self.by == "id";
        [
            keep(true, &self.topic),
            keep(self.by != "time", &self.by),
            keep(!by_id, &self.start),
            keep(!by_id, &self.end),
            keep(self.by == "key", &self.key),
            keep(by_id, &self.id),
        ]
    }

    /// What is asked for, with the usual range where none is given.
    ///
    /// # Errors
    /// What is missing.
    pub fn ask(&self, now: i64) -> Result<Ask, Missing> {
        let given =
            |text: &str, missing| Some(text.trim().to_owned()).filter(|t| !t.is_empty()).ok_or(missing);
        let topic = given(&self.topic, Missing::Topic)?;
        let by = match self.by.as_str() {
            "id" => By::Id(given(&self.id, Missing::Id)?),
            "key" => {
                let key = given(&self.key, Missing::Key)?;
                let (start, end) = self.range(now)?;
                By::Key { key, start, end }
            }
            _ => {
                let (start, end) = self.range(now)?;
                By::Time { start, end }
            }
        };
        Ok(Ask { topic, by })
    }

    /// The same form with the times that an empty one stands for.
    #[must_use]
    pub fn with_times(mut self, now: i64) -> Self {
        if let (true, Ok((start, end))) = (self.start.is_empty() || self.end.is_empty(), self.range(now)) {
            (self.start, self.end) = (start.to_string(), end.to_string());
        }
        self
    }

    fn range(&self, now: i64) -> Result<(i64, i64), Missing> {
        let usual = match self.by.as_str() {
            _ if self.topic.starts_with(DEAD) => LONG,
            "key" => DAY,
            _ => HOUR,
        };
        let moment = |text: &str, or: i64| match text.trim() {
            "" => Ok(or),
            text => text.parse::<i64>().map_err(|_| Missing::NoTime),
        };
        let end = moment(&self.end, now)?;
        let start = moment(&self.start, end.saturating_sub(usual))?.max(0);
        if start <= end { Ok((start, end)) } else { Err(Missing::Backwards) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_800_000_000_000;

    fn form(parts: [&str; 6]) -> AskText {
        AskText::read(|name| {
            PARAMETERS.iter().position(|p| *p == name).map(|i| parts[i].to_owned()).unwrap_or_default()
        })
    }

    #[test]
    fn a_topic_alone_means_its_last_hour() {
        let ask = form(["a|b", "", "", "", "", ""]).ask(NOW).unwrap();
        assert_eq!(ask.topic, "a|b");
        assert_eq!(ask.by, By::Time { start: NOW - HOUR, end: NOW });
        let dead = form(["%DLQ%group1", "", "", "", "", ""]).ask(NOW).unwrap();
        assert_eq!(dead.by, By::Time { start: NOW - LONG, end: NOW });
        let by_key = form(["t", "key", "", "", "LS-1", ""]).ask(NOW).unwrap().by;
        assert_eq!(by_key, By::Key { key: "LS-1".into(), start: NOW - DAY, end: NOW });
    }

    #[test]
    fn what_is_missing_is_named() {
        let missing = |parts| form(parts).ask(NOW).unwrap_err();
        assert_eq!(missing([" ", "", "", "", "", ""]), Missing::Topic);
        assert_eq!(missing(["t", "id", "", "", "", " "]), Missing::Id);
        assert_eq!(missing(["t", "key", "", "", "", "x"]), Missing::Key);
        assert_eq!(missing(["t", "", "9", "3", "", ""]), Missing::Backwards);
        assert_eq!(missing(["t", "", "yesterday", "", "", ""]), Missing::NoTime);
    }

    #[test]
    fn the_address_holds_only_what_counts() {
        let form = form(["t", "id", "1", "2", "k", " 7F00 "]);
        assert_eq!(form.parts(), ["t", "id", "", "", "", "7F00"]);
        let again = AskText { by: "time".into(), ..form };
        assert_eq!(again.parts(), ["t", "", "1", "2", "", ""]);
    }
}
