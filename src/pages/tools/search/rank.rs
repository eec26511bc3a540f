//! How well a name answers what was typed. Pure, and made for 20,000 names at each keystroke.

use crate::i18n::lower;

/// What was typed, as words in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

/// How far a name is from what was typed: 0 is the name itself.
pub type Distance = u32;

const PREFIX: Distance = 1;
const WORD_START: Distance = 2;
const INSIDE: Distance = 3;
/// The word's letters are there in this order, with others between them, which count up to as many more.
const SCATTERED: Distance = 5;
const MOST_BETWEEN: usize = 8;
/// The word is not in the name but in what stands beside it.
const BESIDE: Distance = 4;

impl Words {
    /// The words of `text`, which blanks separate.
    pub fn of(text: &str) -> Self {
        Self(text.split_whitespace().map(lower).collect())
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The distance of a `name` with what stands `beside` it, such as its instance; `None` where a word is in
    /// neither. At least one word has to be in the name itself.
    pub fn distance(&self, name: &str, beside: &[&str]) -> Option<Distance> {
        let mut own = self.is_empty();
        let total = self.0.iter().try_fold(0, |total, word| {
            if let Some(distance) = distance(name, word) {
                own = true;
                return Some(total + distance);
            }
            let is_beside = beside.iter().any(|text| distance(text, word).is_some_and(|d| d <= INSIDE));
            is_beside.then_some(total + BESIDE)
        });
        total.filter(|_| own)
    }
}

fn distance(text: &str, word: &str) -> Option<Distance> {
    if text.is_ascii() {
        return place(text.as_bytes(), word.as_bytes());
    }
    place(lower(text).as_bytes(), word.as_bytes())
}

/// `word` is in lower case.
fn place(text: &[u8], word: &[u8]) -> Option<Distance> {
    let mut best = None;
    for (at, part) in text.windows(word.len().max(1)).enumerate() {
        if !part.eq_ignore_ascii_case(word) {
            continue;
        }
        best = match at {
            0 if text.len() == word.len() => return Some(0),
            0 => return Some(PREFIX),
            at if starts_word(text, at) => return Some(WORD_START),
            _ => Some(INSIDE),
        };
    }
    best.or_else(|| scattered(text, word))
}

/// `dlt` is in `dead-letter-topic`. Two letters are in nearly everything, so it takes three.
fn scattered(text: &[u8], word: &[u8]) -> Option<Distance> {
    if word.len() < 3 || !word.is_ascii() {
        return None;
    }
    let (mut at, mut between) = (0, 0);
    for (i, letter) in word.iter().enumerate() {
        let skipped = text.get(at..)?.iter().position(|b| b.eq_ignore_ascii_case(letter))?;
        at += skipped + 1;
        // Where it begins does not matter, where it goes on does, unless it is the start of a word.
        if i > 0 && !starts_word(text, at - 1) {
            between += skipped;
        }
    }
    (between <= MOST_BETWEEN).then_some(SCATTERED + between as Distance)
}

/// Whether a word begins at `at`: after a dot, a dash and the like, or at a capital after a small letter.
fn starts_word(text: &[u8], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|i| text.get(i)) else { return true };
    let capital = text.get(at).is_some_and(u8::is_ascii_uppercase);
    (before.is_ascii() && !before.is_ascii_alphanumeric()) || (capital && before.is_ascii_lowercase())
}

/// Where a result stands among others: the smaller, the higher.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    pub distance: Distance,
    /// Whether it is about an instance that does not run.
    pub is_down: bool,
    /// Whether it is about another instance than the page.
    pub is_away: bool,
    /// The order of kinds.
    pub kind: u8,
    /// Length of the name: what was typed is more of a short one.
    pub length: usize,
}

/// The best of what is offered, best first.
pub struct Best<T> {
    found: Vec<(Rank, T)>,
    most: usize,
}

impl<T> Best<T> {
    /// Keeps `most` results.
    pub fn new(most: usize) -> Self {
        Self { found: Vec::new(), most }
    }

    /// Takes a result in if it is good enough. Equals stay in the order of arrival.
    pub fn offer(&mut self, rank: Rank, make: impl FnOnce() -> T) {
        let at = self.found.partition_point(|(other, _)| *other <= rank);
        if at < self.most {
            self.found.truncate(self.most - 1);
            self.found.insert(at, (rank, make()));
        }
    }

    /// The results.
    pub fn take(self) -> Vec<T> {
        self.found.into_iter().map(|(_, found)| found).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance_of(typed: &str, name: &str) -> Option<Distance> {
        Words::of(typed).distance(name, &["kafka-orders"])
    }

    /// What is found for `typed`, best first.
    fn found<'a>(typed: &str, names: &[&'a str]) -> Vec<&'a str> {
        let mut best = Best::new(3);
        for name in names {
            if let Some(distance) = distance_of(typed, name) {
                best.offer(
                    Rank { distance, is_down: false, is_away: false, kind: 0, length: name.len() },
                    || *name,
                );
            }
        }
        best.take()
    }

    #[test]
    fn the_name_itself_comes_first_then_beginnings_then_what_contains_it() {
        let names = ["reorders", "old-orders", "orders-dlt", "orders", "Orders"];
        assert_eq!(found("orders", &names), ["orders", "Orders", "orders-dlt"]);
        assert_eq!(found("orders", &names[..3]), ["orders-dlt", "old-orders", "reorders"]);
    }

    #[test]
    fn letters_may_be_left_out_but_not_swapped() {
        assert!(distance_of("dlt", "dead-letter-topic").is_some());
        assert!(distance_of("ordproc", "order-processor") < distance_of("ordproc", "afford-prompt-record"));
        assert_eq!(distance_of("tld", "dead-letter-topic"), None);
        assert_eq!(distance_of("dl", "dead-letter-topic"), None);
    }

    #[test]
    fn words_may_be_in_the_instance_but_not_all_of_them() {
        assert!(distance_of("kafka pay", "payments").is_some());
        assert_eq!(distance_of("kafka", "payments"), None);
        assert_eq!(distance_of("", "payments"), Some(0));
    }

    #[test]
    fn other_scripts_are_found() {
        assert_eq!(distance_of("消费组", "消费组"), Some(0));
        assert_eq!(distance_of("费组", "消费组"), Some(INSIDE));
        assert_eq!(distance_of("grün", "GRÜN"), Some(0));
        assert_eq!(distance_of("订单", "消费组"), None);
    }
}
