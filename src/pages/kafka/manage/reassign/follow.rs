//! A reassignment on its way, followed to its end.

use dms_api::models::{Task, TaskList, TaskStatus};
use dms_api::ops::kafka::ShowTask;

use super::board::{Board, Edits};
use super::plan;
use crate::data::{Query, use_query};
use crate::i18n::{Msg, TimeAgo, number, plural, reassign as text, t, tf};
use crate::prelude::*;
use crate::routes::{Link, ManagePage, QueryText, Route, use_query_signal};
use crate::shell::Failure;
use crate::ui::{Button, Fact, Glyph, IconButton, KeyValues, Progress, Section, Status, Tone};

/// Milliseconds between two looks.
const EVERY_MS: u32 = 2_000;

/// What is followed: a task, whose id stands in the URL, or partitions that no task speaks for.
#[derive(Clone, Copy)]
pub struct Follow {
    board: Board,
    job: QueryText,
    task: Query<TaskList>,
    /// Where partitions were asked to be by the call that names no task.
    watched: RwSignal<Edits>,
}

/// Follows the task of the URL while it is under way.
pub fn use_follow(board: Board) -> Follow {
    let job = use_query_signal("job");
    let task = use_query(move || {
        // Some editions write the id with hyphens where they answer it, and without where they ask for it.
        let task_id = job.get().replace('-', "");
        (!task_id.is_empty()).then(|| ShowTask { instance_id: board.instance(), task_id })
    })
    .poll_while(EVERY_MS, |answer| answer.tasks.iter().any(|task| task.status.is_transient()));
    let follow = Follow { board, job, task, watched: RwSignal::new(Edits::new()) };
    // The grid follows what the task has moved.
    let seen = Memo::new(move |_| follow.shown().map(|task| (task.status.clone(), moved(&task))));
    Effect::new(move |before: Option<bool>| {
        if seen.get().is_some() && before.is_some() {
            board.look_again();
        }
        true
    });
    let open = Memo::new(move |_| follow.missing() > 0);
    Effect::new(move |_| {
        if !open.get() {
            return;
        }
        let look = move || board.look_again();
        if let Ok(timer) = set_interval_with_handle(look, std::time::Duration::from_millis(EVERY_MS.into())) {
            on_cleanup(move || timer.clear());
        }
    });
    follow
}

impl Follow {
    /// Follows a task from now on.
    pub fn task(self, job: &str) {
        self.watched.set(Edits::new());
        self.job.push(job);
    }

    /// Looks at the brokers until the partitions of these topics are as planned.
    pub fn watch(self, topics: &[String]) {
        // The answer may come after the page has gone.
        let Some(lines) = self.board.lines.try_get_untracked() else { return };
        let asked = lines.iter().filter(|line| line.is_changed() && topics.contains(&line.topic));
        let asked = asked.map(|line| ((line.topic.clone(), line.partition), line.after.clone()));
        self.job.set("");
        self.watched.update(|watched| watched.extend(asked));
    }

    fn shown(self) -> Option<Task> {
        self.task.data()?.tasks.first().cloned()
    }

    /// How many of the watched partitions are not known to be where they shall be, tracked. Those of a topic that was
    /// taken off the page no longer count.
    pub fn missing(self) -> u64 {
        let names = self.board.names();
        self.watched.with(|watched| {
            self.board.lines.with(|lines| {
                let held = |(topic, partition): &(String, u32)| {
                    lines.iter().find(|line| line.topic == *topic && line.partition == *partition)
                };
                let is_open = |(place, asked): &(&(String, u32), &Vec<i32>)| {
                    names.contains(&place.0)
                        && held(place).is_none_or(|line| !plan::is_at(&line.before, asked))
                };
                watched.iter().filter(is_open).count() as u64
            })
        })
    }

    fn dismiss(self) {
        self.job.set("");
        self.watched.set(Edits::new());
    }
}

/// How many partitions were moved, of how many; where the service says.
fn moved(task: &Task) -> Option<(u64, u64)> {
    let parameters = task.parameters();
    let count = |key: &str| parameters.get(key).and_then(|value| value.as_u64());
    Some((count("moved_partitions")?, count("partitions_to_move")?))
}

/// How far it is; nothing while nothing is followed.
#[component]
pub fn Following(follow: Follow) -> AnyView {
    let has_job = Memo::new(move |_| !follow.job.get().is_empty());
    let watches = Memo::new(move |_| follow.watched.with(|watched| !watched.is_empty()));
    let tasks = Route::Manage { instance: follow.board.instance(), page: ManagePage::Tasks };
    (move || {
        let tasks = tasks.clone();
        let close = move || {
            view! {
                <Link to=tasks.clone()>{move || t(text::TO_TASKS)}</Link>
                <IconButton icon=Glyph::Close label=text::DISMISS on_click=move |()| follow.dismiss()/>
            }
        };
        if has_job.get() {
            view! { <Section title=text::TASK actions=close><OfTask follow/></Section> }.into_any()
        } else if watches.get() {
            view! { <Section title=text::TASK actions=close><Watched follow/></Section> }.into_any()
        } else {
            ().into_any()
        }
    })
    .into_any()
}

#[component]
fn OfTask(follow: Follow) -> AnyView {
    let status = Memo::new(move |_| follow.shown().map(|task| task.status));
    let moved = Memo::new(move |_| follow.shown().as_ref().and_then(moved));
    let percent = Signal::derive(move || {
        let (done, all) = moved.get()?;
        u8::try_from(done.saturating_mul(100) / all.max(1)).ok()
    });
    let words = move || match moved.get() {
        Some((done, all)) => tf(text::MOVED, &[("done", &number(done)), ("all", &number(all))]),
        None => t(text::MOVED_UNKNOWN).to_owned(),
    };
    let job = follow.job.signal();
    view! {
        {move || follow.task.error().map(|failure| {
            view! { <Failure failure retry=Callback::new(move |()| follow.task.refresh())/> }
        })}
        {move || status.get().map(|status| {
            let (tone, label) = said(&status);
            let runs = status.is_transient().then(|| view! { <Progress label=text::TASK percent/> });
            view! {
                <div class="row-wrap plan-task" role="status">
                    <Status tone=Signal::stored(tone) label/>
                    {runs}
                    <span class="muted">{words}</span>
                </div>
            }
        })}
        <KeyValues>
            <Fact label="ID" value=move || job.get() mono=true copy=true/>
            <Fact label=crate::i18n::core::CREATED>
                {move || {
                    let at = follow.shown().and_then(|task| task.created_at).map(|at| at.ms());
                    view! { <TimeAgo ms=at/> }
                }}
            </Fact>
        </KeyValues>
    }
    .into_any()
}

fn said(status: &TaskStatus) -> (Tone, Msg) {
    match status {
        TaskStatus::Created => (Tone::Idle, text::TASK_CREATED),
        TaskStatus::Executing => (Tone::Busy, text::TASK_EXECUTING),
        TaskStatus::Success => (Tone::Ok, text::TASK_SUCCESS),
        TaskStatus::Failed => (Tone::Bad, text::TASK_FAILED),
        TaskStatus::Deleted => (Tone::Idle, text::TASK_DELETED),
        _ => (Tone::Idle, text::TASK_UNKNOWN),
    }
}

#[component]
fn Watched(follow: Follow) -> AnyView {
    let missing = Memo::new(move |_| follow.missing());
    (move || {
        let (tone, words) = match missing.get() {
            0 => (Tone::Ok, t(text::ARRIVED).to_owned()),
            n => (Tone::Busy, plural(n, text::WATCHING_ONE, text::WATCHING_OTHER)),
        };
        view! {
            <p class="row-wrap" role="status"><Status tone=Signal::stored(tone) label=words/></p>
            <Button label=text::DISMISS on_click=move |()| follow.dismiss()/>
        }
    })
    .into_any()
}
