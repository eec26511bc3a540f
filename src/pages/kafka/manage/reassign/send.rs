//! How the plan is sent: by which call, how fast, when.

use dms_api::ops::kafka::{
    CreateReassignment, Reassign, ReassignBody, ReassignReplicas, ReassignReplicasBody,
};
use dms_api::rules::{self, Problem};

use super::board::Board;
use super::plan;
use crate::i18n::problems::complaint;
use crate::i18n::{Zone, groups, now, reassign as text, t, tf, zone};
use crate::pages::date_time::epoch_ms;
use crate::pages::request_preview::request_of;
use crate::prelude::*;
use crate::ui::{
    Banner, Choice, DateTimeInput, Field, FieldState, FormState, NumberInput, RadioGroup, Select, Tone,
};
use dms_api::operation::Request;

const MB: i64 = 1024 * 1024;

/// Which of the three calls is made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// `CreateReassignment`: also later, also only an estimate.
    New,
    /// `Reassign`
    Old,
    /// `ReassignReplicas`, topic by topic.
    Topic,
}

impl Call {
    const ALL: [Self; 3] = [Self::New, Self::Old, Self::Topic];

    fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Old => "old",
            Self::Topic => "topic",
        }
    }
}

/// The fields of the last step.
#[derive(Clone, Copy)]
pub struct Sending {
    pub state: FormState,
    call: RwSignal<String>,
    throttle: FieldState,
    when: RwSignal<String>,
    at: FieldState,
}

impl Sending {
    /// Now, without a limit, by the newer call.
    pub fn new() -> Self {
        let state = FormState::new();
        let (call, when) = (RwSignal::new(Call::New.word().to_owned()), RwSignal::new("now".to_owned()));
        let is_later = move || when.with(|w| w == "later") && call.with(|c| c == Call::New.word());
        Self {
            state,
            call,
            when,
            throttle: state.text("", |raw| complaint(throttle_of(raw))),
            at: state.text("", move |raw| {
                (is_later() && epoch_ms(raw).is_none_or(|at| at <= now()))
                    .then(|| t(text::AT_PAST).to_owned())
            }),
        }
    }

    /// The call chosen, tracked.
    pub fn call(self) -> Call {
        let word = self.call.get();
        Call::ALL.into_iter().find(|call| call.word() == word).unwrap_or(Call::New)
    }

    /// When it begins, epoch milliseconds; `None` for now. Tracked.
    pub fn at(self) -> Option<i64> {
        let later = self.call() == Call::New && self.when.with(|when| when == "later");
        later.then(|| epoch_ms(&self.at.get())).flatten()
    }

    /// The body of the calls for several topics, tracked.
    pub fn body(self, board: Board) -> ReassignBody {
        let at = self.at();
        ReassignBody {
            reassignments: board.lines.with(|lines| plan::reassignments(lines)),
            throttle: throttle_of(&self.throttle.get()).ok().flatten(),
            is_schedule: at.map(|_| true),
            execute_at: at,
            time_estimate: None,
        }
    }

    /// The first request that would be sent, tracked.
    pub fn preview(self, board: Board) -> Option<Request> {
        let instance_id = board.instance();
        match self.call() {
            Call::New => request_of(&CreateReassignment { instance_id, body: self.body(board) }),
            Call::Old => request_of(&Reassign { instance_id, body: self.body(board) }),
            Call::Topic => {
                let first = board.lines.with(|lines| changed_topics(lines).into_iter().next())?;
                request_of(&replicas_of(instance_id, first, &board.lines.get()))
            }
        }
    }
}

/// The call that moves one topic's partitions.
pub fn replicas_of(instance_id: String, topic: String, lines: &[plan::Line]) -> ReassignReplicas {
    let body = ReassignReplicasBody { partitions: plan::replicas_of(lines, &topic) };
    ReassignReplicas { instance_id, topic, body }
}

/// Topics with a partition that changes, each once.
pub fn changed_topics(lines: &[plan::Line]) -> Vec<String> {
    let mut topics: Vec<String> =
        lines.iter().filter(|line| line.is_changed()).map(|line| line.topic.clone()).collect();
    topics.dedup();
    topics
}

/// Bytes per second of what was typed in megabytes; `None` for no limit.
fn throttle_of(raw: &str) -> Result<Option<i64>, Problem> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    let wanted = rules::number(raw)?;
    rules::NumberRule::range("K5.2.15", 1, i64::MAX / MB).check(wanted)?;
    Ok(Some(wanted * MB))
}

/// Call, throttle and time.
#[component]
pub fn SendFields(form: Sending) -> AnyView {
    let calls = Signal::derive(|| {
        let label = |call: Call| match call {
            Call::New => text::CALL_NEW,
            Call::Old => text::CALL_OLD,
            Call::Topic => text::CALL_TOPIC,
        };
        Call::ALL.into_iter().map(|call| Choice::new(call.word(), label(call))).collect::<Vec<_>>()
    });
    let whens = Signal::derive(|| vec![Choice::new("now", text::NOW), Choice::new("later", text::LATER_AT)]);
    let call = Memo::new(move |_| form.call());
    let later = Memo::new(move |_| form.when.with(|when| when == "later"));
    view! {
        <Field label=text::CALL hint=text::CALL_HINT required=true>
            <Select value=form.call options=calls/>
        </Field>
        {move || (call.get() == Call::Topic).then(|| view! {
            <Banner tone=Tone::Info title=text::CALL_TOPIC_NOTE/>
        })}
        {move || (call.get() != Call::Topic).then(|| view! {
            <Field label=text::THROTTLE of=form.throttle hint=text::THROTTLE_HINT>
                <NumberInput value=form.throttle unit=text::MB_PER_S min=Signal::stored(1)/>
            </Field>
        })}
        {move || (call.get() == Call::New).then(|| view! {
            <Field label=text::WHEN group=true required=true><RadioGroup value=form.when options=whens/></Field>
            {move || later.get().then(|| view! {
                <Field label=text::AT of=form.at hint=text::AT_HINT required=true>
                    <DateTimeInput value=form.at zone=move || t(zone_word())/>
                </Field>
            })}
        })}
    }
    .into_any()
}

fn zone_word() -> crate::i18n::Msg {
    if zone() == Zone::Utc { groups::TIME_ZONE_UTC } else { groups::TIME_ZONE_LOCAL }
}

/// "12 partitions change · 8 replicas copied · 1.2 GB to copy"
pub fn sums(sum: &plan::Sum) -> String {
    use crate::i18n::{bytes, plural};
    let size = match sum.bytes {
        Some(0) => None,
        Some(size) => Some(tf(text::SUM_BYTES, &[("size", &bytes(size))])),
        None => Some(t(text::SUM_BYTES_UNKNOWN).to_owned()),
    };
    let part = |n: u64, one, other| (n > 0).then(|| plural(n, one, other));
    let parts = [
        Some(plural(sum.partitions, text::SUM_ONE, text::SUM_OTHER)),
        part(sum.copies, text::SUM_COPIES_ONE, text::SUM_COPIES_OTHER),
        size.filter(|_| sum.copies > 0),
        part(sum.leaders, text::SUM_LEADERS_ONE, text::SUM_LEADERS_OTHER),
        part(sum.fewer, text::SUM_FEWER_ONE, text::SUM_FEWER_OTHER),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_throttle_is_typed_in_megabytes_and_sent_in_bytes() {
        assert_eq!(throttle_of(" "), Ok(None));
        assert_eq!(throttle_of("20"), Ok(Some(20 * MB)));
        assert_eq!(throttle_of("0"), Err(Problem::TooSmall { min: 1 }));
        assert!(throttle_of("fast").is_err());
    }
}
