//! How far a reset has come, and what to do when it is done.

use super::apply::Apply;
use crate::i18n::{groups as text, number, plural, tf};
use crate::prelude::*;
use crate::ui::{Button, ButtonKind, Glyph, Progress, Status, Tone};

/// Progress while calls are on their way, then the outcome.
#[component]
pub fn Progressing(apply: Apply) -> AnyView {
    let counts = Memo::new(move |_| apply.counts());
    let label = move || {
        let (done, failed, total) = counts.get();
        tf(text::APPLYING, &[("n", &number((done + failed) as u64)), ("total", &number(total as u64))])
    };
    let percent = Signal::derive(move || {
        let (done, failed, total) = counts.get();
        u8::try_from((done + failed) * 100 / total.max(1)).ok()
    });
    let outcome = move || {
        let (done, failed, _) = counts.get();
        let tone = if failed == 0 { Tone::Ok } else { Tone::Bad };
        let words = move || match failed {
            0 => plural(done as u64, text::DONE_ALL_ONE, text::DONE_ALL_OTHER),
            _ => tf(text::DONE_SOME, &[("ok", &done), ("failed", &failed)]),
        };
        view! {
            <div class="plan-bar">
                <span role="status"><Status tone=Signal::stored(tone) label=words/></span>
                <span class="spacer"></span>
                {(failed > 0).then(|| view! {
                    <Button
                        label=text::RETRY_FAILED
                        kind=ButtonKind::Primary
                        icon=Glyph::Refresh
                        on_click=move |()| apply.retry()
                    />
                })}
                <Button label=text::NEW_PLAN on_click=move |()| apply.start_over()/>
            </div>
        }
    };
    (move || match (apply.has_begun(), apply.is_running()) {
        (false, _) => ().into_any(),
        (true, true) => view! {
            <div class="plan-bar"><Progress label percent/><span role="status">{label}</span></div>
        }
        .into_any(),
        (true, false) => outcome().into_any(),
    })
    .into_any()
}
