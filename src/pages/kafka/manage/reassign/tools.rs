//! Plans that the console makes.

use super::board::{Board, Edits};
use super::generate::{self, TooFewBrokers};
use super::plan::Line;
use crate::i18n::{number, plural, reassign as text, t, tf};
use crate::prelude::*;
use crate::routes::{Link, ManagePage, Route, use_query_signal};
use crate::ui::{
    Banner, Bound, Button, ButtonKind, Checkbox, Choice, Field, Glyph, NumberInput, Section, Select, Tone,
};

/// What came of the last step.
#[derive(Clone, PartialEq)]
enum Said {
    Impossible(Step, TooFewBrokers),
    Already,
}

/// A step that may be impossible.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Drain(i32),
    Replicate,
}

/// Which brokers may be used, and the ways to make a plan.
#[component]
pub fn Tools(board: Board) -> AnyView {
    // With the plan that it is about: a word about another plan is no help.
    let said = RwSignal::new(None::<(Said, Edits, Vec<i32>)>);
    let (drained, factor) = (use_query_signal("drain"), RwSignal::new("3".to_owned()));
    let make = move |step: Step, made: Result<Vec<Line>, TooFewBrokers>| {
        let word = match made {
            Err(why) => Some(Said::Impossible(step, why)),
            Ok(lines) => (!board.take(&lines)).then_some(Said::Already),
        };
        said.set(word.map(|word| (word, board.edits.get_untracked(), board.barred.get_untracked())));
    };
    let still = move || {
        let (word, edits, barred) = said.get()?;
        (board.edits.get() == edits && board.barred.get() == barred).then_some(word)
    };
    let now = move || (board.lines.get_untracked(), untrack(|| board.usable()));
    let balance = move |()| {
        let (lines, brokers) = now();
        make(Step::Replicate, Ok(generate::balance(&lines, &brokers)));
    };
    let drain = move |()| {
        let (lines, brokers) = now();
        if let Ok(broker) = drained.get_untracked().parse() {
            make(Step::Drain(broker), generate::drain(&lines, &brokers, broker));
        }
    };
    let replicate = move |()| {
        let (lines, brokers) = now();
        if let Some(factor) = factor_of(&factor.get_untracked()) {
            make(Step::Replicate, generate::replicate(&lines, &brokers, factor));
        }
    };
    // What the brokers that there are allow.
    let instead = Callback::new(move |(step, usable): (Step, usize)| {
        let (lines, brokers) = now();
        match step {
            Step::Drain(broker) => make(step, Ok(generate::drain_with_fewer(&lines, &brokers, broker))),
            Step::Replicate => {
                factor.set(usable.to_string());
                make(step, generate::replicate(&lines, &brokers, usable));
            }
        }
    });
    let brokers = Signal::derive(move || {
        let choice = |id: i32| Choice::new(id.to_string(), move || tf(text::BROKER, &[("id", &id)]));
        board.columns().into_iter().map(choice).collect::<Vec<_>>()
    });
    let none = Signal::derive(move || board.lines.with(|lines| lines.is_empty()));
    let no_broker = Signal::derive(move || none.get() || drained.get().is_empty());
    let no_factor = Signal::derive(move || none.get() || factor.with(|raw| factor_of(raw).is_none()));
    view! {
        <Section title=text::MAKE hint=text::MAKE_HINT>
            <Usable board/>
            <div class="plan-tools">
                <Button
                    label=text::BALANCE
                    icon=Glyph::Rows
                    disabled=none
                    tip=text::BALANCE_TIP
                    on_click=balance
                />
                <span class="plan-tool">
                    <Select
                        value=drained
                        options=brokers
                        label=text::DRAIN_WHICH
                        placeholder=text::DRAIN_WHICH
                    />
                    <Button label=text::DRAIN_ACTION disabled=no_broker on_click=drain/>
                </span>
                <span class="plan-tool">
                    <NumberInput value=factor label=text::REPLICATION_WHICH min=Signal::stored(1)/>
                    <Button label=text::REPLICATION_ACTION disabled=no_factor on_click=replicate/>
                </span>
                <span class="spacer"></span>
                <Button
                    label=text::UNDO
                    disabled=Signal::derive(move || !board.can_undo())
                    on_click=move |()| board.undo()
                />
                <Button
                    label=text::RESET
                    disabled=Signal::derive(move || board.edits.with(|edits| edits.is_empty()))
                    on_click=move |()| board.discard()
                />
            </div>
            {move || still().map(|said| word(said, board, instead))}
        </Section>
    }
    .into_any()
}

fn factor_of(raw: &str) -> Option<usize> {
    raw.trim().parse().ok().filter(|factor| *factor > 0)
}

fn word(said: Said, board: Board, instead: Callback<(Step, usize)>) -> AnyView {
    match said {
        Said::Already => view! { <p class="muted" role="status">{move || t(text::ALREADY)}</p> }.into_any(),
        Said::Impossible(step, why) => impossible(step, why, board, instead),
    }
}

/// What hinders a step, and the ways on.
fn impossible(step: Step, why: TooFewBrokers, board: Board, instead: Callback<(Step, usize)>) -> AnyView {
    let usable = why.usable;
    let title = move || too_few(&why);
    let label = move || match step {
        Step::Drain(_) => plural(usable as u64, text::DRAIN_FEWER_ONE, text::DRAIN_FEWER_OTHER),
        Step::Replicate => plural(usable as u64, text::REPLICATE_FEWER_ONE, text::REPLICATE_FEWER_OTHER),
    };
    let resize = Route::Manage { instance: board.instance(), page: ManagePage::Resize };
    let barred = move || (!board.barred.with(Vec::is_empty)).then(|| view! { <p>{t(text::TICK_MORE)}</p> });
    view! {
        <Banner tone=Tone::Bad title>
            {barred}
            <div class="row-wrap">
                {(usable > 0).then(|| view! {
                    <Button label on_click=move |()| instead.run((step, usable))/>
                })}
                <Link to=resize class=ButtonKind::Secondary.class()>{move || t(text::ADD_BROKER)}</Link>
            </div>
        </Banner>
    }
    .into_any()
}

fn too_few(why: &TooFewBrokers) -> String {
    let values: [(&str, &dyn std::fmt::Display); 6] = [
        ("topic", &why.topic),
        ("partition", &why.partition),
        ("needed", &why.needed),
        ("usable", &why.usable),
        ("n", &number(why.partitions as u64)),
        ("topics", &plural(why.topics as u64, text::TOPICS_ONE, text::TOPICS_OTHER)),
    ];
    tf(if why.partitions == 1 { text::TOO_FEW_ONE } else { text::TOO_FEW_OTHER }, &values)
}

/// The cluster's brokers as check boxes.
#[component]
fn Usable(board: Board) -> AnyView {
    let ids = Memo::new(move |_| board.ids());
    let boxes = move || {
        let one = |id: i32| {
            let checked = Bound::new(
                Signal::derive(move || !board.barred.with(|barred| barred.contains(&id))),
                move |on| {
                    board.barred.update(|barred| match on {
                        true => barred.retain(|other| *other != id),
                        false => barred.push(id),
                    });
                },
            );
            view! { <Checkbox checked label=move || tf(text::BROKER, &[("id", &id)])/> }
        };
        ids.get().into_iter().map(one).collect_view()
    };
    view! {
        <Field label=text::USABLE group=true required=true>
            <div class="row-wrap" role="group" aria-label=move || t(text::USABLE)>{boxes}</div>
        </Field>
    }
    .into_any()
}
