//! The words of a search box, looked for in the rows of a list as the user types.

use crate::i18n::lower;

/// The words typed, in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// The words of `text`, which blanks separate.
    pub fn of(text: &str) -> Self {
        Self(text.split_whitespace().map(lower).collect())
    }

    /// Whether every word is in one of `texts`, upper or lower case.
    pub fn are_in(&self, texts: &[&str]) -> bool {
        self.0.iter().all(|word| texts.iter().any(|text| contains(text, word)))
    }
}

/// Whether `text` has `word`, which is in lower case. Nothing is copied for plain ASCII: at 10 000 rows and each
/// keystroke, lower-casing every text first is what would be felt.
fn contains(text: &str, word: &str) -> bool {
    if !word.is_ascii() {
        return text.contains(word) || (!text.is_ascii() && lower(text).contains(word));
    }
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(lower) = word.first().copied() else { return true };
    let upper = lower.to_ascii_uppercase();
    let starts = text.len().checked_sub(word.len()).and_then(|last| text.get(..=last)).unwrap_or_default();
    let fits = |at: usize| text.get(at..at + word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word));
    for (at, b) in starts.iter().enumerate() {
        if (*b == lower || *b == upper) && fits(at) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_be_somewhere() {
        let found = |search: &str, texts: &[&str]| Words::of(search).are_in(texts);
        assert!(found("ORD prod", &["orders-prod"]) && found("ORD prod", &["Orders", "for PROD"]));
        assert!(!found("ord prod", &["orders-test", ""]));
        assert!(found("", &["anything"]) && found("  ", &[]));
        assert!(!found("longer than the text", &["short"]));
    }

    #[test]
    fn other_scripts_are_found_too() {
        let found = |search: &str, text: &str| Words::of(search).are_in(&[text]);
        assert!(
            found("订单", "全部订单") && found("ü", "GRÜN") && found("GRÜN", "grün") && found("gr", "GRÜN")
        );
        assert!(!found("订单", "库存"));
    }
}
