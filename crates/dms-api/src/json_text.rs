//! JSON as text: rewritten without a tree, so that keys stay in the order in which they were written.

/// The parts of a JSON text: brackets, commas, colons, strings with their quotes, other values. Blanks are left out.
/// Of a text that is no JSON something comes out, too.
pub fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches([' ', '\t', '\r', '\n']);
        let length = match rest.as_bytes().first()? {
            b'{' | b'}' | b'[' | b']' | b',' | b':' => 1,
            b'"' => string_length(rest),
            _ => rest.find(['{', '}', '[', ']', ',', ':', '"', ' ', '\t', '\r', '\n']).unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at_checked(length)?;
        rest = after;
        Some(token)
    })
}

/// Bytes of the string at the front, quotes included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The same JSON with a line for each entry, two blanks deeper on each level.
pub fn pretty(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut depth = 0_usize;
    let mut before = "";
    for token in tokens(text) {
        let closes = matches!(token, "}" | "]");
        if closes {
            depth = depth.saturating_sub(1);
        }
        let opened = matches!(before, "{" | "[");
        // An empty list or object stays together.
        if (closes && !opened) || (opened && !closes) || before == "," {
            out.push('\n');
            out.extend(std::iter::repeat_n("  ", depth));
        }
        if matches!(token, "{" | "[") {
            depth += 1;
        }
        out.push_str(token);
        if token == ":" {
            out.push(' ');
        }
        before = token;
    }
    out
}

/// The same JSON without blanks, with each text, number or other plain value of an object replaced by `mask` where
/// `is_hidden` says so of the key it stands under and of the key that the object itself stands under.
pub fn mask(text: &str, mask: &str, is_hidden: impl Fn(&str, Option<&str>) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    // For each open bracket: whether it is an object's, and the last key in it.
    let mut open: Vec<(bool, &str)> = Vec::new();
    let mut before = "";
    for token in tokens(text) {
        let in_object = open.last().is_some_and(|(object, _)| *object);
        match token {
            "{" => open.push((true, "")),
            "[" => open.push((false, "")),
            "}" | "]" => drop(open.pop()),
            "," | ":" => {}
            key if in_object && before != ":" => {
                if let Some((_, last)) = open.last_mut() {
                    *last = key.trim_matches('"');
                }
            }
            _ if in_object => {
                let mut keys = open.iter().rev().map(|(_, key)| *key);
                let (key, around) = (keys.next().unwrap_or_default(), keys.next());
                if is_hidden(key, around) {
                    out.push('"');
                    out.push_str(mask);
                    out.push('"');
                    before = token;
                    continue;
                }
            }
            _ => {}
        }
        out.push_str(token);
        before = token;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stay_in_their_order() {
        let text = r#"{"name":"orders","broker_num":3,"tags":[],"bss":{"b":"x:{\"y\"}","a":null},"zones":["1","2"]}"#;
        assert_eq!(
            pretty(text),
            "{\n  \"name\": \"orders\",\n  \"broker_num\": 3,\n  \"tags\": [],\n  \"bss\": {\n    \
             \"b\": \"x:{\\\"y\\\"}\",\n    \"a\": null\n  },\n  \"zones\": [\n    \"1\",\n    \"2\"\n  ]\n}"
        );
        assert_eq!(tokens(&pretty(text)).collect::<String>(), text);
    }

    #[test]
    fn only_what_is_hidden_is_masked() {
        let hidden = |key: &str, around: Option<&str>| key == "p" || (around == Some("t") && key == "id");
        let text = r#"{ "p": "a,\"b", "id": 1, "t": { "id": "secret", "x": [ "p", { "p": true } ] } }"#;
        assert_eq!(mask(text, "*", hidden), r#"{"p":"*","id":1,"t":{"id":"*","x":["p",{"p":"*"}]}}"#);
    }

    #[test]
    fn what_is_no_json_does_no_harm() {
        for text in ["", "\"", "{\"a", "]}", "日本", "{\"a\\", "[1,,2"] {
            let (_, _) = (pretty(text), mask(text, "*", |_, _| true));
        }
    }
}
