//! What is asked for, and how it stands in the address. Pure.

use dms_api::rules::keywords;

/// Which messages of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    pub topic: String,
    /// One partition, or all.
    pub partition: Option<u32>,
    pub from: From,
    /// How many to read at a time.
    pub most: usize,
}

impl Ask {
    /// What the service looks for in keys and bodies.
    pub fn sought(&self) -> Vec<String> {
        let From::Content { words, .. } = &self.from else { return Vec::new() };
        let key = Some(words.key.trim()).filter(|key| !key.is_empty());
        words.of_body().into_iter().chain(key).map(str::to_owned).collect()
    }

    /// Whether it is about a time range.
    pub fn has_range(&self) -> bool {
        matches!(self.from, From::Time { .. } | From::Content { times: Some(_), .. })
    }
}

/// Where reading begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    Newest,
    Oldest,
    /// This offset of a partition, and those after it.
    Offset(u64),
    /// A time range, both ends included, in epoch milliseconds.
    Time {
        start: i64,
        end: i64,
    },
    /// What the service finds by content, in a time range or in the whole topic.
    Content {
        times: Option<(i64, i64)>,
        words: Words,
    },
    /// What comes from now on.
    Live,
}

/// What the service is to look for in messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The key has this.
    pub key: String,
    /// The body has these, separated by commas.
    pub with: String,
    /// The body has none of these.
    pub without: String,
}

impl Words {
    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        [&self.key, &self.with, &self.without].iter().all(|word| word.trim().is_empty())
    }

    /// The words of the body, one by one.
    pub fn of_body(&self) -> Vec<&str> {
        keywords(Some(&self.with))
    }
}

/// The sizes of a reading that are offered.
pub const SIZES: [usize; 5] = [20, 50, 100, 200, 500];
const USUAL: usize = 50;
/// Width of the usual time range.
pub const HOUR: i64 = 3_600_000;
/// Width of the usual time range of a search by content.
pub const DAY: i64 = 24 * HOUR;

/// What the form above the messages holds, as text; it is also what stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskText {
    pub topic: String,
    pub partition: String,
    /// `newest` (also when empty), `oldest`, `offset`, `time`, `content`, `live`.
    pub from: String,
    pub offset: String,
    /// Epoch milliseconds.
    pub start: String,
    pub end: String,
    pub key: String,
    pub with: String,
    pub without: String,
    pub most: String,
}

/// Names of the address's parameters, in the order of [`AskText::parts`].
pub const PARAMETERS: [&str; 10] =
    ["topic", "partition", "from", "offset", "start", "end", "key", "with", "without", "n"];

impl AskText {
    /// Reads the parameters of an address; `get` gives `""` for those that are absent.
    pub fn read(get: impl Fn(&'static str) -> String) -> Self {
        let [topic, partition, mut from, offset, start, end, key, with, without, most] = PARAMETERS.map(get);
        // Words belonged to a time range before there was a search by content.
        if from == "time" && [&key, &with, &without].iter().any(|word| !word.trim().is_empty()) {
            from = "content".to_owned();
        }
        Self { topic, partition, from, offset, start, end, key, with, without, most }
    }

    /// The values of [`PARAMETERS`]; those that mean nothing here are `""`.
    pub fn parts(&self) -> [String; 10] {
        let keep = |on: bool, text: &str| if on { text.trim().to_owned() } else { String::new() };
        let content = self.from == "content";
        let time = content || self.from == "time";
        [
            self.topic.clone(),
            keep(true, &self.partition),
            keep(self.from != "newest", &self.from),
            keep(self.from == "offset", &self.offset),
            keep(time, &self.start),
            keep(time, &self.end),
            keep(content, &self.key),
            keep(content, &self.with),
            keep(content, &self.without),
            keep(!content && self.most != USUAL.to_string(), &self.most),
        ]
    }

    /// What is asked for; `None` until a topic is chosen and what belongs to the way of asking is given.
    pub fn ask(&self, now: i64) -> Option<Ask> {
        let partition = self.partition.trim().parse().ok();
        let from = match self.from.as_str() {
            "oldest" => From::Oldest,
            "offset" => From::Offset(self.offset.trim().parse().ok().filter(|_| partition.is_some())?),
            "time" => self.time(now).map(|(start, end)| From::Time { start, end })?,
            "content" => self.content(now)?,
            "live" => From::Live,
            _ => From::Newest,
        };
        let most = self.most.parse().ok().filter(|n| SIZES.contains(n)).unwrap_or(USUAL);
        (!self.topic.is_empty()).then(|| Ask { topic: self.topic.clone(), partition, from, most })
    }

    /// Whether a search by content is to keep to a time range.
    pub fn has_times(&self) -> bool {
        !(self.start.trim().is_empty() && self.end.trim().is_empty())
    }

    /// What the service is asked to look for.
    pub fn words(&self) -> Words {
        Words { key: self.key.clone(), with: self.with.clone(), without: self.without.clone() }
    }

    fn content(&self, now: i64) -> Option<From> {
        let times = if self.has_times() { Some(self.time(now)?) } else { None };
        let words = self.words();
        (!words.is_empty()).then_some(From::Content { times, words })
    }

    fn time(&self, now: i64) -> Option<(i64, i64)> {
        let end = if self.end.trim().is_empty() { now } else { self.end.trim().parse().ok()? };
        let start = if self.start.trim().is_empty() { end - HOUR } else { self.start.trim().parse().ok()? };
        (start <= end).then_some((start.max(0), end))
    }
}

/// The place of one message, as it stands in the address: `3:1047`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub partition: u32,
    pub offset: u64,
}

impl Place {
    /// Reads `partition:offset`.
    pub fn parse(text: &str) -> Option<Self> {
        let (partition, offset) = text.split_once(':')?;
        Some(Self { partition: partition.parse().ok()?, offset: offset.parse().ok()? })
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.partition, self.offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_800_000_000_000;

    fn text(pairs: &[(&str, &str)]) -> AskText {
        AskText::read(|name| {
            pairs.iter().find(|(n, _)| *n == name).map_or(String::new(), |(_, v)| (*v).to_owned())
        })
    }

    #[test]
    fn an_address_says_what_to_read() {
        let newest = text(&[("topic", "orders")]).ask(NOW).unwrap();
        assert_eq!(newest, Ask { topic: "orders".into(), partition: None, from: From::Newest, most: 50 });
        let at = text(&[
            ("topic", "orders"),
            ("partition", "2"),
            ("from", "offset"),
            ("offset", "1047"),
            ("n", "200"),
        ]);
        let at = at.ask(NOW).unwrap();
        assert_eq!((at.partition, at.from, at.most), (Some(2), From::Offset(1047), 200));
        let hour = text(&[("topic", "orders"), ("from", "time")]).ask(NOW).unwrap().from;
        assert_eq!(hour, From::Time { start: NOW - HOUR, end: NOW });
    }

    #[test]
    fn contents_are_searched_in_the_whole_topic_or_in_a_time_range() {
        let search = |more: &[(&str, &str)]| text(&[&[("topic", "t"), ("from", "content")], more].concat());
        assert_eq!(search(&[]).ask(NOW), None, "nothing to look for");
        let words = Words { with: "Oslo, Lyon".into(), ..Words::default() };
        let whole = search(&[("with", "Oslo, Lyon")]).ask(NOW).unwrap().from;
        assert_eq!(whole, From::Content { times: None, words: words.clone() });
        assert_eq!(words.of_body(), ["Oslo", "Lyon"]);
        let part = search(&[("with", "Oslo, Lyon"), ("start", "7"), ("end", "9")]).ask(NOW).unwrap().from;
        assert_eq!(part, From::Content { times: Some((7, 9)), words });
        assert_eq!(search(&[("with", "Oslo"), ("start", "9"), ("end", "7")]).ask(NOW), None);
    }

    #[test]
    fn an_older_address_of_a_search_still_works() {
        let old = text(&[("topic", "t"), ("from", "time"), ("start", "7"), ("end", "9"), ("with", "Oslo")]);
        assert!(matches!(old.ask(NOW).unwrap().from, From::Content { times: Some((7, 9)), .. }));
    }

    #[test]
    fn what_is_not_complete_asks_nothing() {
        assert_eq!(text(&[]).ask(NOW), None);
        assert_eq!(
            text(&[("topic", "t"), ("from", "offset"), ("offset", "7")]).ask(NOW),
            None,
            "no partition"
        );
        assert_eq!(text(&[("topic", "t"), ("from", "offset"), ("partition", "1")]).ask(NOW), None);
        assert_eq!(text(&[("topic", "t"), ("from", "time"), ("start", "9"), ("end", "8")]).ask(NOW), None);
        assert_eq!(text(&[("topic", "t"), ("n", "7000000")]).ask(NOW).unwrap().most, 50);
    }

    #[test]
    fn the_address_keeps_only_what_matters() {
        let mut form =
            text(&[("topic", "t"), ("from", "offset"), ("offset", "7"), ("key", "k"), ("n", "50")]);
        assert_eq!(form.parts(), ["t", "", "offset", "7", "", "", "", "", "", ""].map(String::from));
        form.from = "newest".into();
        assert_eq!(form.parts(), ["t", "", "", "", "", "", "", "", "", ""].map(String::from));
    }

    #[test]
    fn a_message_has_an_address() {
        assert_eq!(Place::parse("3:1047"), Some(Place { partition: 3, offset: 1047 }));
        assert_eq!(Place { partition: 3, offset: 1047 }.to_string(), "3:1047");
        assert_eq!(Place::parse("3"), None);
        assert_eq!(Place::parse("-1:2"), None);
    }
}
