//! Rules for finding and sending messages (K5.6).

use crate::ops::kafka::{DeleteMessagesBody, FindMessages, MessageProperty, SendMessageBody};

use super::{Findings, NumberRule, Problem, number};

/// Page size of K5.6.1.
pub const FOUND_PAGE: NumberRule = NumberRule::range("K5.6.1", 0, 50);
/// Most characters of a word that is searched for.
pub const KEYWORD_LENGTH: usize = 50;
/// Most words in `include` and `exclude` together.
pub const KEYWORDS: usize = 20;
/// Most messages that a search by content returns.
pub const SEARCH_RESULTS: usize = 10;
/// Most messages that a search by content looks at.
pub const SEARCHED_MESSAGES: usize = 10_000;
/// Most bytes of messages that a search by content looks at.
pub const SEARCHED_BYTES: usize = 200 * 1024 * 1024;
/// Bytes of a content beyond which only its start is shown, unless it is downloaded.
pub const SHOWN_BYTES: usize = 4096;

/// Checks a time range in milliseconds.
///
/// # Errors
/// [`Problem::TooSmall`] if it ends before it begins, or begins before 1970.
pub fn time_range(start: i64, end: i64) -> Result<(), Problem> {
    match () {
        () if start < 0 => Err(Problem::TooSmall { min: 0 }),
        () if end < start => Err(Problem::TooSmall { min: start }),
        () => Ok(()),
    }
}

/// The words of a list with commas.
pub fn keywords(list: Option<&str>) -> Vec<&str> {
    list.into_iter().flat_map(|list| list.split(',')).map(str::trim).filter(|word| !word.is_empty()).collect()
}

impl FindMessages {
    /// Whether messages are searched for what is in them.
    pub fn by_content(&self) -> bool {
        let given = |word: &Option<String>| word.as_deref().is_some_and(|word| !word.is_empty());
        given(&self.keyword) || given(&self.key) || given(&self.include) || given(&self.exclude)
    }

    /// Every problem of the question.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        found.require_choice("topic", &self.topic);
        match (self.start_time, self.end_time) {
            (Some(start), Some(end)) => found.note("end_time", time_range(start, end)),
            (None, None) => {
                if self.message_offset.is_none() && !self.by_content() {
                    found.note("message_offset", Err::<(), _>(Problem::Required));
                }
                if self.partition.is_none() && self.message_offset.is_some() {
                    found.note("partition", Err::<(), _>(Problem::NotChosen));
                }
            }
            (None, Some(_)) => found.note("start_time", Err::<(), _>(Problem::Required)),
            (Some(_), None) => found.note("end_time", Err::<(), _>(Problem::Required)),
        }
        found.note("limit", FOUND_PAGE.check(self.limit.unwrap_or(10).into()));
        self.check_words(&mut found);
        found
    }

    fn check_words(&self, found: &mut Findings) {
        let long = |word: &str| word.chars().count() > KEYWORD_LENGTH;
        if self.keyword.as_deref().is_some_and(long) {
            found.note("keyword", Err::<(), _>(Problem::TooLong { max: KEYWORD_LENGTH }));
        }
        let words = keywords(self.include.as_deref()).len() + keywords(self.exclude.as_deref()).len();
        if words > KEYWORDS {
            found.note("include", Err::<(), _>(Problem::TooMany { max: KEYWORDS }));
        }
    }
}

impl SendMessageBody {
    /// A message with neither key nor partition.
    pub fn new(topic: impl Into<String>, body: impl Into<String>) -> Self {
        Self { topic: topic.into(), body: body.into(), property_list: Vec::new() }
    }

    /// With another property.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.property_list.push(MessageProperty::new(name, value));
        self
    }

    /// The value of a property.
    pub fn property(&self, name: &str) -> Option<&str> {
        self.property_list
            .iter()
            .find(|property| property.name == name)
            .map(|property| property.value.as_str())
    }

    /// Every problem of the body.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        found.require_choice("topic", &self.topic);
        found.require("body", &self.body);
        for (index, property) in self.property_list.iter().enumerate() {
            let before = self.property_list.iter().take(index);
            let checked = match property.name.as_str() {
                name if before.into_iter().any(|other| other.name == name) => Err(Problem::Duplicate),
                MessageProperty::KEY => Ok(()),
                MessageProperty::PARTITION => number(&property.value)
                    .and_then(|index| NumberRule::range("SDK", 0, i32::MAX.into()).check(index)),
                _ => Err(Problem::Unknown),
            };
            found.note_entry("property_list", index, checked);
        }
        found
    }
}

impl DeleteMessagesBody {
    /// Every problem of the body. A partition can be named once.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        if self.partitions.is_empty() {
            found.note("partitions", Err::<(), _>(Problem::Required));
        }
        for (index, entry) in self.partitions.iter().enumerate() {
            let mut before = self.partitions.iter().take(index);
            let checked = match () {
                () if before.any(|other| other.partition == entry.partition) => Err(Problem::Duplicate),
                () => NumberRule::range("SDK", -1, i64::MAX).check(entry.offset),
            };
            found.note_entry("partitions", index, checked);
        }
        found
    }
}
