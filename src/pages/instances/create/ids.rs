//! Ids of other services' resources, which this API can neither list nor check.

use dms_api::rules::Problem;

/// The first character that no id has. Blanks around an id do not matter: they are not sent.
pub fn bad_char(text: &str) -> Option<Problem> {
    let allowed = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let (at, ch) = text.trim().chars().enumerate().find(|(_, c)| !allowed(c))?;
    Some(Problem::BadChar { at, ch })
}

/// Whether the text looks like the UUID that the cloud gives its resources: `8-4-4-4-12` hexadecimal digits, or
/// the same 32 digits without hyphens.
pub fn looks_like_id(text: &str) -> bool {
    let text = text.trim();
    let hex = |part: &str| part.bytes().all(|b| b.is_ascii_hexdigit());
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    matches!(lengths.as_slice(), [32] | [8, 4, 4, 4, 12]) && text.split('-').all(hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uuids_with_and_without_hyphens_look_right() {
        assert!(looks_like_id(" 3db8490c-4d6d-4d8f-8d3f-047b0de4c5cf "));
        assert!(looks_like_id("9f1c5806706d4c1fb0eb72f0a9b18c77"));
        assert!(!looks_like_id("vpc-orders") && !looks_like_id("3db8490c-4d6d"));
    }

    #[test]
    fn a_pasted_url_is_refused_at_the_right_place() {
        assert_eq!(bad_char("abc/def"), Some(Problem::BadChar { at: 3, ch: '/' }));
        assert_eq!(bad_char(" abc-1 "), None);
    }
}
