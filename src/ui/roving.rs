//! Moving through a set of things with the keyboard. Pure functions.

use crate::i18n::lower;

/// The index to go to for a key, wrapping at the ends; `None` where the key means nothing here. `back` and
/// `forward` are the names of the arrow keys of the direction.
pub(crate) fn next_index(
    key: &str,
    current: Option<usize>,
    len: usize,
    back: &str,
    forward: &str,
) -> Option<usize> {
    let last = len.checked_sub(1)?;
    match key {
        "Home" => Some(0),
        "End" => Some(last),
        _ if key == forward => Some(current.map_or(0, |i| if i >= last { 0 } else { i + 1 })),
        _ if key == back => Some(current.map_or(last, |i| if i == 0 { last } else { i - 1 })),
        _ => None,
    }
}

/// The next thing whose name starts with `letter`, searched from after `current` and round the end.
pub(crate) fn type_ahead(letter: &str, current: Option<usize>, names: &[String]) -> Option<usize> {
    let letter = lower(letter);
    let start = current.map_or(0, |i| i + 1);
    let order = (start..names.len()).chain(0..start.min(names.len()));
    order.into_iter().find(|i| names.get(*i).is_some_and(|name| lower(name).starts_with(&letter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_wrap_and_home_and_end_jump() {
        let next = |key, current| next_index(key, current, 3, "ArrowUp", "ArrowDown");
        assert_eq!(next("ArrowDown", Some(2)), Some(0));
        assert_eq!(next("ArrowUp", Some(0)), Some(2));
        assert_eq!(next("ArrowDown", None), Some(0));
        assert_eq!(next("End", Some(0)), Some(2));
        assert_eq!(next("ArrowLeft", Some(0)), None);
        assert_eq!(next_index("Home", None, 0, "", ""), None);
    }

    #[test]
    fn letters_find_the_next_name_round_the_end() {
        let names: Vec<String> = ["Delete", "Edit", "Duplicate"].map(String::from).into();
        assert_eq!(type_ahead("d", None, &names), Some(0));
        assert_eq!(type_ahead("d", Some(0), &names), Some(2));
        assert_eq!(type_ahead("D", Some(2), &names), Some(0));
        assert_eq!(type_ahead("x", Some(0), &names), None);
    }
}
