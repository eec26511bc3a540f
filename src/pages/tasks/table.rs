//! The table of tasks.

use std::sync::Arc;

use dms_api::models::Task;

use super::source::Tasks;
use super::{params, words};
use crate::i18n::{TimeAgo, duration_ms, locale, tasks as text};
use crate::pages::search::Words;
use crate::prelude::*;
use crate::routes::{QueryText, use_query_signal};
use crate::ui::{Bound, Column, Glyph, MenuItem, Status, Table};

/// What the list asks for.
#[derive(Clone, Copy)]
pub struct Filter {
    pub search: QueryText,
    /// Words of states, with commas.
    pub state: QueryText,
}

/// The table; `open` is the id of the row beside it.
pub fn table(tasks: Tasks, filter: Filter, open: Bound<String>, delete: Callback<Vec<Arc<Task>>>) -> Table {
    let passes = move || {
        let words = Words::of(&filter.search.get());
        let states = filter.state.get();
        let language = locale();
        move |task: &Task| {
            let state = states.is_empty() || states.split(',').any(|state| state == task.status.as_str());
            let title = words::title_in(task, language);
            state && words.are_in(&[&title, &task.name, &task.user_name, &task.id, &task.params])
        }
    };
    Table::builder(|task: &Task| task.id.clone())
        .name(words::title)
        .column(
            Column::new("task", text::TASK, name_cell)
                .width(240)
                .sort_by(|a, b| crate::ui::natural_cmp(&a.name, &b.name))
                .required(),
        )
        .column(
            Column::new("state", text::STATE, |task: &Arc<Task>| {
                let (tone, label) = words::state(&task.status);
                view! { <Status tone=tone label/> }
            })
            .width(130)
            .sort_by(|a, b| a.status.as_str().cmp(b.status.as_str())),
        )
        .column(
            Column::new("parameters", text::PARAMETERS, |task: &Arc<Task>| {
                let task = Arc::clone(task);
                move || params::line(&params::params(&task, locale()), locale())
            })
            .width(400),
        )
        .column(
            Column::new("begun", text::BEGUN, |task: &Arc<Task>| {
                view! { <TimeAgo ms=task.created_at.map(|at| at.ms())/> }
            })
            .width(130)
            .sort_by(|a, b| a.created_at.cmp(&b.created_at)),
        )
        .column(
            Column::new("took", text::TOOK, |task: &Arc<Task>| took(task).unwrap_or_else(|| "–".to_owned()))
                .width(100)
                .numeric()
                .sort_by(|a, b| duration(a).cmp(&duration(b))),
        )
        .column(Column::text("by", text::BY, |task: &Task| task.user_name.clone()).width(140))
        .column(Column::text("id", text::TASK_ID, |task: &Task| task.id.clone()).width(280).hidden())
        .filter(passes)
        .sort(use_query_signal("sort"))
        .columns(use_query_signal("cols"))
        .open(open)
        .selectable()
        .actions(move |task| {
            let task = Arc::clone(task);
            let ask = move || delete.run(vec![Arc::clone(&task)]);
            vec![MenuItem::new(text::DELETE, ask).icon(Glyph::Trash).danger()]
        })
        .rows(move || tasks.items())
}

fn name_cell(task: &Arc<Task>) -> AnyView {
    let (task, own) = (Arc::clone(task), task.name.clone());
    view! { <span title=own>{move || words::title(&task)}</span> }.into_any()
}

/// How long an ended task took, milliseconds.
fn duration(task: &Task) -> Option<i64> {
    let (begun, ended) = (task.created_at?.ms(), task.updated_at?.ms());
    (!task.status.is_transient() && ended >= begun).then_some(ended - begun)
}

/// The same in words; `None` for one that has not ended.
pub fn took(task: &Task) -> Option<String> {
    Some(duration_ms(u32::try_from(duration(task)?).unwrap_or(u32::MAX)))
}
