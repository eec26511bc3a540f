//! Which of an account's projects.

use dms_api::models::iam::Project;
use leptos::html;

use crate::i18n::{sign_in as text, t};
use crate::prelude::*;
use crate::ui::{Button, ButtonKind, Choice, RadioGroup, RadioLook};

/// Lets the user choose.
#[component]
pub fn ProjectChoice(
    projects: Vec<Project>,
    #[prop(into)] busy: Signal<bool>,
    #[prop(into)] on_choose: Callback<Project>,
    #[prop(into)] on_back: Callback<()>,
) -> AnyView {
    let first = projects.iter().find(|p| p.enabled).map(|p| p.id.clone()).unwrap_or_default();
    let chosen = RwSignal::new(first);
    let options: Vec<Choice> = projects.iter().map(option).collect();
    let choose = move |()| {
        if let Some(project) = chosen.with_untracked(|id| projects.iter().find(|p| p.id == *id)) {
            on_choose.run(project.clone());
        }
    };
    // The form that had focus is gone.
    let heading = NodeRef::<html::H2>::new();
    heading.on_load(|heading| {
        let _ = heading.focus();
    });
    view! {
        <h2 tabindex="-1" node_ref=heading>{move || t(text::CHOOSE_PROJECT)}</h2>
        <p>{move || t(text::CHOOSE_TEXT)}</p>
        <RadioGroup value=chosen options=options label=text::CHOOSE_PROJECT look=RadioLook::List/>
        <div class="sign-in-actions">
            <Button label=text::OTHER_ACCOUNT on_click=on_back/>
            <Button label=text::CONTINUE kind=ButtonKind::Primary busy on_click=choose/>
        </div>
    }
    .into_any()
}

fn option(project: &Project) -> Choice {
    let choice = Choice::new(project.id.clone(), project.name.clone());
    if project.enabled {
        choice.hint(project.id.clone())
    } else {
        choice.hint(text::PROJECT_DISABLED).disabled(true)
    }
}
