//! What is asked for, and how it stands in the address. Pure.

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
        words: Words,
    },
    /// What comes from now on.
    Live,
}

/// What the service is to look for in the messages of a time range.
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
}

/// The sizes of a reading that are offered.
pub const SIZES: [usize; 5] = [20, 50, 100, 200, 500];
const USUAL: usize = 50;
/// Width of the usual time range.
pub const HOUR: i64 = 3_600_000;

/// What the form above the messages holds, as text; it is also what stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskText {
    pub topic: String,
    pub partition: String,
    /// `newest` (also when empty), `oldest`, `offset`, `time`, `live`.
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
        let [topic, partition, from, offset, start, end, key, with, without, most] = PARAMETERS.map(get);
        Self { topic, partition, from, offset, start, end, key, with, without, most }
    }

    /// The values of [`PARAMETERS`]; those that mean nothing here are `""`.
    pub fn parts(&self) -> [String; 10] {
        let keep = |on: bool, text: &str| if on { text.trim().to_owned() } else { String::new() };
        let time = self.from == "time";
        [
            self.topic.clone(),
            keep(true, &self.partition),
            keep(self.from != "newest", &self.from),
            keep(self.from == "offset", &self.offset),
            keep(time, &self.start),
            keep(time, &self.end),
            keep(time, &self.key),
            keep(time, &self.with),
            keep(time, &self.without),
            keep(self.most != USUAL.to_string(), &self.most),
        ]
    }

    /// What is asked for; `None` until a topic is chosen and what belongs to the way of asking is given.
    pub fn ask(&self, now: i64) -> Option<Ask> {
        let partition = self.partition.trim().parse().ok();
        let from = match self.from.as_str() {
            "oldest" => From::Oldest,
            "offset" => From::Offset(self.offset.trim().parse().ok().filter(|_| partition.is_some())?),
            "time" => self.time(now)?,
            "live" => From::Live,
            _ => From::Newest,
        };
        let most = self.most.parse().ok().filter(|n| SIZES.contains(n)).unwrap_or(USUAL);
        (!self.topic.is_empty()).then(|| Ask { topic: self.topic.clone(), partition, from, most })
    }

    fn time(&self, now: i64) -> Option<From> {
        let end = if self.end.trim().is_empty() { now } else { self.end.trim().parse().ok()? };
        let start = if self.start.trim().is_empty() { end - HOUR } else { self.start.trim().parse().ok()? };
        let words = Words { key: self.key.clone(), with: self.with.clone(), without: self.without.clone() };
        (start <= end).then_some(From::Time { start: start.max(0), end, words })
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
        assert_eq!(hour, From::Time { start: NOW - HOUR, end: NOW, words: Words::default() });
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
