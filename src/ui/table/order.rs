//! Which rows, in which order. Pure functions.

use std::cmp::Ordering;

/// The sort column and direction, as it stands in the URL: `name` or `-name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort<'a> {
    pub column: &'a str,
    pub descending: bool,
}

impl<'a> Sort<'a> {
    /// Reads `name` or `-name`; `None` for the order of the rows as they came.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (column, descending) = match text.strip_prefix('-') {
            Some(column) => (column, true),
            None => (text, false),
        };
        (!column.is_empty()).then_some(Self { column, descending })
    }

    /// What a click on the title of `column` asks for: ascending, descending, then as they came.
    pub fn next(current: &str, column: &str) -> String {
        match Sort::parse(current) {
            Some(sort) if sort.column == column && !sort.descending => format!("-{column}"),
            Some(sort) if sort.column == column => String::new(),
            _ => column.to_owned(),
        }
    }
}

/// Compares texts as people do: numbers inside by value, letters without regard to case.
pub fn natural_cmp(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a.as_bytes(), b.as_bytes());
    while let (Some(x), Some(y)) = (left.first(), right.first()) {
        if x.is_ascii_digit() && y.is_ascii_digit() {
            let (m, rest_left) = take_number(left);
            let (n, rest_right) = take_number(right);
            match m.len().cmp(&n.len()).then_with(|| m.cmp(n)) {
                Ordering::Equal => (left, right) = (rest_left, rest_right),
                unequal => return unequal,
            }
        } else {
            match x.to_ascii_lowercase().cmp(&y.to_ascii_lowercase()) {
                Ordering::Equal => {
                    (left, right) = (left.get(1..).unwrap_or_default(), right.get(1..).unwrap_or_default())
                }
                unequal => return unequal,
            }
        }
    }
    left.len().cmp(&right.len()).then_with(|| a.cmp(b))
}

/// The digits at the front without leading zeros, and what follows them.
fn take_number(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let start = digits.iter().position(|b| *b != b'0').unwrap_or(digits.len());
    (digits.get(start..).unwrap_or_default(), rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::in_order;

    #[test]
    fn a_title_clicked_three_times_comes_back() {
        assert_eq!(Sort::next("", "name"), "name");
        assert_eq!(Sort::next("name", "name"), "-name");
        assert_eq!(Sort::next("-name", "name"), "");
        assert_eq!(Sort::next("-name", "size"), "size");
    }

    #[test]
    fn numbers_inside_names_count_by_value() {
        let names = ["topic-10", "Topic-9", "topic-2", "topic-010", "alpha", "topic"];
        let names = in_order(&names, |a, b| natural_cmp(a, b));
        assert_eq!(names, ["alpha", "topic", "topic-2", "Topic-9", "topic-010", "topic-10"]);
        assert_eq!(natural_cmp("订单2", "订单10"), Ordering::Less);
        assert_eq!(natural_cmp("x", "x"), Ordering::Equal);
    }
}
