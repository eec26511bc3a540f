//! The rule for passwords.

use super::Problem;
use super::text::bad_char;

/// Fewest and most characters of a password.
pub const PASSWORD_LENGTH: (usize, usize) = (8, 32);

/// Special characters that every edition takes (K5.1.1, DMS.00400012; the printed lists have gaps where the
/// table's own marks stand, the SDK's have not). A blank and `;` are taken by some calls only.
pub const PASSWORD_SPECIALS: &str = "`~!@#$%^&*()-_=+\\|[{]}:'\",<.>/?";

/// Kinds of character that a password must have: the strictest of the editions, which all the others accept.
const CLASSES_NEEDED: u8 = 3;

/// How many of the four kinds of character a password has: lower case, upper case, digits, special characters.
pub fn password_classes(password: &str) -> u8 {
    let has = |class: fn(char) -> bool| u8::from(password.chars().any(class));
    has(|c| c.is_ascii_lowercase())
        + has(|c| c.is_ascii_uppercase())
        + has(|c| c.is_ascii_digit())
        + has(|c| PASSWORD_SPECIALS.contains(c))
}

/// Checks a password (K5.1.1, K5.2.1, K5.5.2). `user` is whose password it is, empty if that is not known yet.
///
/// # Errors
/// The first problem.
pub fn password(password: &str, user: &str) -> Result<(), Problem> {
    if password.is_empty() {
        return Err(Problem::Required);
    }
    bad_char(password, |c| c.is_ascii_alphanumeric() || PASSWORD_SPECIALS.contains(c))?;
    if password.starts_with('-') {
        return Err(Problem::BadStart);
    }
    let (min, max) = PASSWORD_LENGTH;
    match password.len() {
        n if n < min => return Err(Problem::TooShort { min }),
        n if n > max => return Err(Problem::TooLong { max }),
        _ => {}
    }
    if password == user {
        return Err(Problem::SameAsName);
    }
    if password.chars().eq(user.chars().rev()) {
        return Err(Problem::ReversedName);
    }
    match password_classes(password) {
        got if got < CLASSES_NEEDED => Err(Problem::TooFewClasses { need: CLASSES_NEEDED, got }),
        _ => Ok(()),
    }
}
