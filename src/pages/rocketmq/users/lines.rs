//! Rights to single topics or groups as lines of text, `name=RIGHT`: as RocketMQ's own `plain_acl.yml` has them, so
//! that many can be pasted at once.

use dms_api::models::rocketmq::{NamedPermission, Permission};

use super::rights::{Kind, choices};
use super::words::right_word;
use crate::i18n::{rocketmq::users as text, tf};
use crate::prelude::*;
use crate::ui::{Bound, Button, Choice, Combobox, Field, FieldState, Glyph, Select, TextArea};

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineProblem {
    /// Number of the line, from 1.
    pub line: usize,
    pub what: Wrong,
}

/// Kinds of wrong lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is no name, or no right.
    Incomplete,
    /// The right is none that the service knows.
    NoRight(String),
    /// The right is one that only topics have.
    NotForGroups(String),
    /// An earlier line has the name.
    Twice(String),
}

/// Reads the lines. A name may have `=` in it, and a line begin with `- ` as in YAML; empty lines count for nothing.
///
/// # Errors
/// The first line that is wrong.
pub fn parse(lines: &str, kind: Kind) -> Result<Vec<NamedPermission>, LineProblem> {
    let mut entries: Vec<NamedPermission> = Vec::new();
    for (index, raw) in lines.lines().enumerate() {
        let wrong = |what| Err(LineProblem { line: index + 1, what });
        let line = raw.trim();
        let line = line.strip_prefix("- ").unwrap_or(line).trim();
        if line.is_empty() {
            continue;
        }
        let Some((name, word)) = line.rsplit_once('=') else { return wrong(Wrong::Incomplete) };
        let (name, word) = (name.trim(), word.trim());
        if name.is_empty() || word.is_empty() {
            return wrong(Wrong::Incomplete);
        }
        let right = Permission::from_word(word);
        if !choices(kind).contains(&right) {
            let known = !matches!(right, Permission::Other(_));
            let word = word.to_owned();
            return wrong(if known { Wrong::NotForGroups(word) } else { Wrong::NoRight(word) });
        }
        if entries.iter().any(|entry| entry.name == name) {
            return wrong(Wrong::Twice(name.to_owned()));
        }
        entries.push(NamedPermission { name: name.to_owned(), perm: right.as_str().to_owned() });
    }
    Ok(entries)
}

/// Writes entries as lines.
pub fn print(entries: &[NamedPermission]) -> String {
    entries.iter().map(|entry| format!("{}={}", entry.name, entry.perm)).collect::<Vec<_>>().join("\n")
}

/// What is wrong with the lines, in the user's language; `None` for nothing. Tracks the language.
pub fn complaint(lines: &str, kind: Kind) -> Option<String> {
    let LineProblem { line, what } = parse(lines, kind).err()?;
    let allowed: Vec<&str> = choices(kind).iter().map(Permission::as_str).collect();
    let allowed = allowed.join(", ");
    let (msg, word, name) = match &what {
        Wrong::Incomplete => (text::LINE_NO_RIGHT, "", ""),
        Wrong::NoRight(word) => (text::LINE_WRONG, word.as_str(), ""),
        Wrong::NotForGroups(word) => (text::LINE_GROUP, word.as_str(), ""),
        Wrong::Twice(name) => (text::LINE_TWICE, "", name.as_str()),
    };
    Some(tf(msg, &[("line", &line), ("word", &word), ("allowed", &allowed), ("name", &name)]))
}

/// The lines, and a row that adds one by choosing.
#[component]
pub fn LinesField(
    kind: Kind,
    of: FieldState,
    #[prop(into)] label: TextProp,
    /// Names on this instance, once all are known.
    names: Signal<Option<Vec<String>>>,
) -> AnyView {
    let picked = RwSignal::new(String::new());
    let right = RwSignal::new(Permission::Sub.as_str().to_owned());
    let (pick, hint) = match kind {
        Kind::Topic => (text::PICK_TOPIC, text::LINES_HINT),
        Kind::Group => (text::PICK_GROUP, text::LINES_HINT_GROUPS),
    };
    let options = Signal::derive(move || {
        names.get().unwrap_or_default().into_iter().map(Choice::plain).collect::<Vec<_>>()
    });
    let add = move |()| {
        let name = picked.get_untracked();
        let lines = of.value.get_untracked();
        let head = lines.trim_end();
        let gap = if head.is_empty() { "" } else { "\n" };
        of.set(format!("{head}{gap}{}={}", name.trim(), right.get_untracked()));
        of.touched.set(true);
        picked.set(String::new());
    };
    let nothing = Signal::derive(move || picked.with(|name| name.trim().is_empty()));
    let strangers = move || {
        let (names, lines) = (names.get()?, of.value.get());
        let entries = parse(&lines, kind).ok()?;
        let strange = entries.into_iter().map(|entry| entry.name).filter(|name| !names.contains(name));
        let strange: Vec<String> = strange.take(8).collect();
        (!strange.is_empty()).then(|| tf(text::NOT_HERE, &[("names", &strange.join(", "))]))
    };
    view! {
        <Field label of hint>
            <TextArea value=of mono=true rows=3/>
        </Field>
        {move || strangers().map(|words| view! { <p class="field-hint">{words}</p> })}
        <div class="line-adder">
            <Combobox value=picked options label=pick placeholder=pick free=true/>
            <Select value=right options=Signal::stored(rights(kind)) label=text::PICK_RIGHT/>
            <Button label=text::ADD icon=Glyph::Plus disabled=nothing on_click=add/>
        </div>
    }
    .into_any()
}

/// The rights of a kind of thing, to choose from.
pub fn rights(kind: Kind) -> Vec<Choice> {
    let choice = |right: &Permission| Some(Choice::new(right.as_str(), right_word(right)?));
    choices(kind).iter().filter_map(choice).collect()
}

/// The same, with what is there now even if it is none of them: it can be seen, and has to be changed.
pub fn rights_with(kind: Kind, now: Bound<String>) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let mut all = rights(kind);
        let word = now.get();
        if !word.is_empty() && !all.iter().any(|choice| choice.value == word) {
            all.push(Choice::plain(word));
        }
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_read_again() {
        let lines = "orders=PUB|SUB\n%DLQ%g|1=DENY\na=b=SUB";
        assert_eq!(print(&parse(lines, Kind::Topic).unwrap()), lines);
        let pasted = "\n  - orders = sub|pub\n\n- mail=deny\n";
        assert_eq!(print(&parse(pasted, Kind::Topic).unwrap()), "orders=PUB|SUB\nmail=DENY");
    }

    #[test]
    fn wrong_lines_are_named() {
        let wrong = |lines: &str, kind| {
            let problem = parse(lines, kind).unwrap_err();
            (problem.line, problem.what)
        };
        assert_eq!(wrong("a=PUB\nb", Kind::Topic), (2, Wrong::Incomplete));
        assert_eq!(wrong("=PUB", Kind::Topic), (1, Wrong::Incomplete));
        assert_eq!(wrong("a=WRITE", Kind::Topic), (1, Wrong::NoRight("WRITE".to_owned())));
        assert_eq!(wrong("g=PUB|SUB", Kind::Group), (1, Wrong::NotForGroups("PUB|SUB".to_owned())));
        assert_eq!(wrong("a=PUB\n\na=SUB", Kind::Topic), (3, Wrong::Twice("a".to_owned())));
    }
}
