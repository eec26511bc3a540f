//! White lists: addresses whose clients need no key, as RocketMQ writes them.
//!
//! Entries are joined by commas. Each is four parts with points between: a number, `*`, a range `5-20`, or a choice
//! `{4,5}`; a single `*` is every address.

use crate::rules::Problem;

/// Checks a white list; an empty one is none.
///
/// # Errors
/// [`Problem::BadChar`], or [`Problem::NotAnAddress`] with the first entry that is none.
pub fn white_list(text: &str) -> Result<(), Problem> {
    let allowed = |c: char| c.is_ascii_digit() || ".*-,{} ".contains(c);
    if let Some((at, ch)) = text.chars().enumerate().find(|(_, c)| !allowed(*c)) {
        return Err(Problem::BadChar { at, ch });
    }
    match entries(text).into_iter().find(|entry| *entry != "*" && parts(entry).is_none()) {
        Some(entry) => Err(Problem::NotAnAddress { entry: entry.to_owned() }),
        None => Ok(()),
    }
}

/// Whether a white list has an address.
pub fn white_list_has(text: &str, address: [u8; 4]) -> bool {
    let fits = |parts: [&str; 4]| parts.into_iter().zip(address).all(|(part, number)| part_has(part, number));
    entries(text).iter().any(|entry| *entry == "*" || parts(entry).is_some_and(fits))
}

/// The entries: a comma inside braces separates none.
fn entries(text: &str) -> Vec<&str> {
    let mut inside = false;
    let split = text.split(|c| {
        inside = c == '{' || (inside && c != '}');
        c == ',' && !inside
    });
    split.map(str::trim).filter(|entry| !entry.is_empty()).collect()
}

/// The four parts of an address, each of which is one.
fn parts(entry: &str) -> Option<[&str; 4]> {
    let parts: Vec<&str> = entry.split('.').collect();
    let parts: [&str; 4] = parts.try_into().ok()?;
    parts.iter().all(|part| is_part(part)).then_some(parts)
}

fn is_part(part: &str) -> bool {
    if part == "*" {
        return true;
    }
    if let Some(choice) = choice(part) {
        return choice.split(',').all(|number| number.trim().parse::<u8>().is_ok());
    }
    match part.split_once('-') {
        Some((from, to)) => {
            matches!((from.parse::<u8>(), to.parse::<u8>()), (Ok(from), Ok(to)) if from <= to)
        }
        None => part.parse::<u8>().is_ok(),
    }
}

fn choice(part: &str) -> Option<&str> {
    part.strip_prefix('{')?.strip_suffix('}')
}

fn part_has(part: &str, number: u8) -> bool {
    let is = |text: &str| text.trim().parse() == Ok(number);
    if let Some(choice) = choice(part) {
        return choice.split(',').any(is);
    }
    match part.split_once('-') {
        Some((from, to)) => {
            matches!((from.parse::<u8>(), to.parse::<u8>()), (Ok(from), Ok(to)) if (from..=to).contains(&number))
        }
        None => part == "*" || is(part),
    }
}
