//! Facts on the page.

use super::facts::{Fact, Group, Label};
use crate::i18n::core;
use crate::i18n::instances as text;
use crate::i18n::{TimeAgo, number, t, tf};
use crate::prelude::*;
use crate::ui::{self, CopyButton, KeyValues, Meter, Section};

/// Groups of facts, each under its heading.
#[component]
pub fn FactGroups(groups: Vec<Group>) -> AnyView {
    groups
        .into_iter()
        .map(|group| {
            view! {
                <Section title=group.title>
                    <KeyValues>{group.facts.into_iter().map(row).collect_view()}</KeyValues>
                </Section>
            }
        })
        .collect_view()
        .into_any()
}

fn row((label, fact): (Label, Fact)) -> AnyView {
    let wide = matches!(&fact, Fact::Words(_)) || matches!(&fact, Fact::Codes(codes) if codes.len() > 3);
    let label = match label {
        Label::Text(msg) => TextProp::from(msg),
        Label::Key(key) => TextProp::from(key),
    };
    view! { <ui::Fact label=label.clone() wide=wide>{value(label, fact)}</ui::Fact> }.into_any()
}

fn value(label: TextProp, fact: Fact) -> AnyView {
    match fact {
        Fact::Text(text) => view! { <span class="fact-text">{text}</span> }.into_any(),
        Fact::Word(msg) => (move || t(msg)).into_any(),
        Fact::Counted(msg, n) => (move || tf(msg, &[("n", &number(n))])).into_any(),
        Fact::Number(n) => view! { <span class="num">{number(n)}</span> }.into_any(),
        Fact::Gigabytes(n) => view! { <span class="num">{gigabytes(n)}</span> }.into_any(),
        Fact::YesNo(yes) => (move || t(if yes { core::YES } else { core::NO })).into_any(),
        Fact::Codes(codes) => codes.into_iter().map(code).collect_view().into_any(),
        Fact::Lines(lines) => lines.into_iter().map(line).collect_view().into_any(),
        Fact::Named(all) => all.into_iter().map(named).collect_view().into_any(),
        Fact::Words(words) => words.into_iter().map(word).collect_view().into_any(),
        Fact::Time(ms) => view! { <TimeAgo ms=Some(ms)/> }.into_any(),
        Fact::Storage { used, size } => view! { <StorageMeter label used size/> }.into_any(),
    }
}

/// "600 GB".
pub fn gigabytes(n: u64) -> String {
    tf(text::GB, &[("n", &number(n))])
}

fn code(code: String) -> AnyView {
    view! {
        <span class="code-line">
            <span class="mono">{code.clone()}</span>
            <CopyButton text=code/>
        </span>
    }
    .into_any()
}

fn line(line: String) -> AnyView {
    view! { <span class="code-line"><span class="mono">{line}</span></span> }.into_any()
}

fn named((name, id): (String, String)) -> AnyView {
    view! {
        <span class="fact-text">{name}</span>
        <span class="code-line is-minor">
            <span class="mono">{id.clone()}</span>
            <CopyButton text=id/>
        </span>
    }
    .into_any()
}

fn word(word: String) -> AnyView {
    view! { <ui::Badge label=word/> }.into_any()
}

/// Storage in use as bar and text.
#[component]
pub fn StorageMeter(#[prop(into)] label: TextProp, used: u64, size: u64) -> AnyView {
    // The service counts whole GB: 0 may be a little.
    let words = if used == 0 { text::list::STORAGE_UNDER_1 } else { text::list::STORAGE_OF };
    let text = move || tf(words, &[("used", &number(used)), ("size", &number(size))]);
    view! { <Meter label used=Signal::stored(used) total=Signal::stored(size) text/> }.into_any()
}
