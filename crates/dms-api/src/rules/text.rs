//! Rules for names and descriptions.

use super::Problem;

/// What a text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextRule {
    /// Section of the reference, for the curious.
    pub section: &'static str,
    /// Fewest characters; 0 where the text may be empty.
    pub min: usize,
    /// Most characters.
    pub max: usize,
    /// What it may consist of.
    pub chars: Chars,
}

/// What a text may consist of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chars {
    /// ASCII letters and digits and the given characters, the first being a letter.
    Name(&'static str),
    /// The same, the first being a letter, a digit or `_`.
    Word(&'static str),
    /// ASCII letters and digits and the given characters, in any place.
    Anywhere(&'static str),
    /// Anything but the first list; the first character must not be of the second list either.
    AllBut(&'static str, &'static str),
}

/// Name of an instance (K5.1.1, R5.1.1). The text of R5.1.5 leaves the underscore out; DMS.00400010, which that
/// call answers with, does not.
pub const INSTANCE_NAME: TextRule = TextRule { section: "K5.1.1", min: 4, max: 64, chars: Chars::Name("-_") };

/// Description of an instance. Only some editions refuse `<`, `>` and a formula's first character.
pub const DESCRIPTION: TextRule =
    TextRule { section: "K5.1.1", min: 0, max: 1024, chars: Chars::AllBut("<>", "=+-@＝＋－＠") };

/// SASL user named at creation. That it begins with a letter is the newer editions' rule.
pub const ACCESS_USER: TextRule = TextRule { section: "K5.1.1", min: 4, max: 64, chars: Chars::Name("-_") };

/// User of Kafka Manager: no underscore (K5.1.1, DMS.00400015).
pub const MANAGER_USER: TextRule = TextRule { section: "K5.1.1", min: 4, max: 64, chars: Chars::Name("-") };

/// Name of a Kafka topic. The sentence of K5.4.1 says 4-64, its limits, the live pages and the SDK 3-200.
pub const TOPIC_NAME: TextRule = TextRule { section: "K5.4.1", min: 3, max: 200, chars: Chars::Name("-_.") };

/// Description of a Kafka topic.
pub const TOPIC_DESC: TextRule =
    TextRule { section: "K5.4.1", min: 0, max: 200, chars: Chars::AllBut("", "") };

/// Name of a Kafka consumer group (console and SDK; the references have no call that makes one).
pub const GROUP_NAME: TextRule = TextRule { section: "SDK", min: 3, max: 64, chars: Chars::Word("-_.") };

/// Description of a Kafka consumer group.
pub const GROUP_DESC: TextRule = TextRule { section: "SDK", min: 0, max: 200, chars: Chars::AllBut("", "") };

/// Description of a Kafka user.
pub const USER_DESC: TextRule = TextRule { section: "SDK", min: 0, max: 200, chars: Chars::AllBut("", "") };

impl TextRule {
    /// Checks a text. An empty one is a problem only where at least one character is needed.
    ///
    /// # Errors
    /// The first problem: what can be seen while typing comes before the length.
    pub fn check(&self, text: &str) -> Result<(), Problem> {
        if text.is_empty() {
            return if self.min == 0 { Ok(()) } else { Err(Problem::Required) };
        }
        self.chars.check(text)?;
        match text.chars().count() {
            n if n < self.min => Err(Problem::TooShort { min: self.min }),
            n if n > self.max => Err(Problem::TooLong { max: self.max }),
            _ => Ok(()),
        }
    }
}

impl Chars {
    fn check(self, text: &str) -> Result<(), Problem> {
        match self {
            Self::Name(extra) => {
                bad_char(text, |c| c.is_ascii_alphanumeric() || extra.contains(c))?;
                starts(text, |c| c.is_ascii_alphabetic())
            }
            Self::Word(extra) => {
                bad_char(text, |c| c.is_ascii_alphanumeric() || extra.contains(c))?;
                starts(text, |c| c.is_ascii_alphanumeric() || c == '_')
            }
            Self::Anywhere(extra) => bad_char(text, |c| c.is_ascii_alphanumeric() || extra.contains(c)),
            Self::AllBut(never, not_first) => {
                bad_char(text, |c| !never.contains(c))?;
                starts(text, |c| !not_first.contains(c))
            }
        }
    }
}

/// Finds the first character that is not allowed.
pub(super) fn bad_char(text: &str, allowed: impl Fn(char) -> bool) -> Result<(), Problem> {
    match text.chars().enumerate().find(|(_, c)| !allowed(*c)) {
        Some((at, ch)) => Err(Problem::BadChar { at, ch }),
        None => Ok(()),
    }
}

fn starts(text: &str, allowed: impl Fn(char) -> bool) -> Result<(), Problem> {
    if text.chars().next().is_none_or(allowed) { Ok(()) } else { Err(Problem::BadStart) }
}
