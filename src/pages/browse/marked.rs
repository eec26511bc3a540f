//! A text with what was searched for made visible.

use super::one_line;
use crate::prelude::*;

/// Characters that a cell shows before it is cut: a hit behind them is brought forward.
const IN_SIGHT: usize = 40;
/// Characters before a hit that was brought forward.
const BEFORE: usize = 16;

/// Where `text` has `word` first, upper or lower case; in bytes. Copies nothing, as a text may have megabytes.
pub fn find(text: &str, word: &str) -> Option<usize> {
    if !word.is_ascii() {
        return text.find(word);
    }
    if word.is_empty() {
        return Some(0);
    }
    text.as_bytes().windows(word.len()).position(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

/// The first place of any of the words: where it begins and ends, in bytes.
fn hit(text: &str, words: &[String]) -> Option<(usize, usize)> {
    let each = words.iter().filter(|word| !word.is_empty());
    each.filter_map(|word| find(text, word).map(|at| (at, at + word.len()))).min()
}

/// The part of a text that has the first hit in sight, and whether something stands before it.
fn part(text: &str, first: Option<(usize, usize)>) -> (&str, bool) {
    let before = first.and_then(|(at, _)| text.get(..at)).unwrap_or_default();
    // No more characters than matter are counted.
    if before.chars().rev().nth(IN_SIGHT).is_none() {
        return (text, false);
    }
    let from = before.char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    (text.get(from..).unwrap_or(text), true)
}

/// A text divided: each piece, and whether it is a hit.
fn pieces(text: &str, words: &[String]) -> Vec<(String, bool)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((at, end)) = hit(rest, words) {
        let (Some(before), Some(found), Some(after)) = (rest.get(..at), rest.get(at..end), rest.get(end..))
        else {
            break;
        };
        pieces.push((before.to_owned(), false));
        pieces.push((found.to_owned(), true));
        rest = after;
    }
    pieces.push((rest.to_owned(), false));
    pieces.retain(|(text, _)| !text.is_empty());
    pieces
}

/// The beginning of a text on one line with each of the words marked; it begins later where the first hit would
/// be out of sight.
pub fn marked(text: &str, words: &[String]) -> AnyView {
    let (part, cut) = part(text, hit(text, words));
    let line = one_line(part);
    let each = |(text, hit): (String, bool)| {
        if hit { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
    };
    let pieces = pieces(&line, words).into_iter().map(each).collect::<Vec<_>>();
    view! { {cut.then_some("…")} {pieces} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(all: &[&str]) -> Vec<String> {
        all.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn each_hit_is_a_piece_of_its_own() {
        let shown = |text, all: &[&str]| {
            let each = pieces(text, &words(all)).into_iter();
            each.map(|(text, hit)| if hit { format!("[{text}]") } else { text }).collect::<String>()
        };
        assert_eq!(shown("from Oslo to OSLO", &["oslo"]), "from [Oslo] to [OSLO]");
        assert_eq!(shown("上海 and Lyon", &["lyon", "上海"]), "[上海] and [Lyon]");
        assert_eq!(shown("nothing", &["x", ""]), "nothing");
        assert_eq!(shown("aaa", &["a"]), "[a][a][a]");
    }

    #[test]
    fn a_hit_far_behind_is_brought_into_sight() {
        let text = format!("{}Oslo", "é".repeat(100));
        let (part, cut) = part(&text, hit(&text, &words(&["oslo"])));
        assert!(cut && part.ends_with("éOslo"), "{part}");
        assert_eq!(part.chars().count(), BEFORE + 1 + 4);
        let near = format!("{}Oslo", "é".repeat(IN_SIGHT));
        assert_eq!(super::part(&near, hit(&near, &words(&["oslo"]))), (near.as_str(), false));
    }
}
