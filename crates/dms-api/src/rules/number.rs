//! Rules for numbers.

use super::Problem;

/// What a number may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberRule {
    /// Section of the reference, for the curious.
    pub section: &'static str,
    /// Smallest.
    pub min: i64,
    /// Largest.
    pub max: i64,
    /// The number is a multiple of this; 1 for any.
    pub step: i64,
}

impl NumberRule {
    /// A rule for any whole number of a range.
    pub const fn range(section: &'static str, min: i64, max: i64) -> Self {
        Self { section, min, max, step: 1 }
    }

    /// Checks a number.
    ///
    /// # Errors
    /// [`Problem::TooSmall`], [`Problem::TooLarge`] or [`Problem::NotStep`].
    pub fn check(&self, value: i64) -> Result<(), Problem> {
        if value < self.min {
            return Err(Problem::TooSmall { min: self.min });
        }
        if value > self.max {
            return Err(Problem::TooLarge { max: self.max });
        }
        match self.step {
            step if step > 1 && value % step != 0 => Err(Problem::NotStep { step }),
            _ => Ok(()),
        }
    }

    /// The same rule with another upper end, if that is lower.
    pub const fn at_most(self, max: i64) -> Self {
        if max < self.max { Self { max, ..self } } else { self }
    }
}

/// Reads a number that was typed: digits, perhaps with a sign and blanks around them.
///
/// # Errors
/// [`Problem::Required`] for an empty text, [`Problem::NotANumber`] for another.
pub fn number(text: &str) -> Result<i64, Problem> {
    match text.trim() {
        "" => Err(Problem::Required),
        text => text.parse().map_err(|_| Problem::NotANumber),
    }
}
