//! The component kit in every state. Development builds only (`--features gallery`).

mod buttons;
mod fields;
mod form;
mod overlays;
mod showing;
mod states;
mod table;
mod viewer;

use crate::prelude::*;
use crate::routes::use_query_signal;
use crate::ui::{PageHeader, Tab, Tabs};

crate::messages! {
    TITLE = "Component gallery", "组件库";
    STATE = "Each component in every state", "每个组件的各种状态";
    TABLE = "Table", "表格";
    CONTROLS = "Controls", "控件";
    FORM = "Form", "表单";
    SHOWING = "Showing", "展示";
    OVERLAYS = "Overlays", "浮层";
    STATES = "States", "状态";
    VIEWER = "Bodies", "消息体";
}

/// The component kit in every state.
#[component]
pub fn GalleryPage() -> impl IntoView {
    let part = use_query_signal("part");
    let tabs = vec![
        Tab::new("table", TABLE).count(|| Some(10_000)),
        Tab::new("controls", CONTROLS),
        Tab::new("form", FORM),
        Tab::new("showing", SHOWING),
        Tab::new("overlays", OVERLAYS),
        Tab::new("states", STATES),
        Tab::new("viewer", VIEWER),
    ];
    let panel = |id: &'static str| match id {
        "controls" => (buttons::part(), fields::part()).into_any(),
        "form" => form::part(),
        "showing" => showing::part(),
        "overlays" => overlays::part(),
        "states" => states::part(),
        "viewer" => viewer::part(),
        _ => table::part(),
    };
    view! {
        <div class="page-list gallery">
            <PageHeader title=TITLE state=move || crate::i18n::t(STATE)/>
            <Tabs tabs value=part label=TITLE panel/>
        </div>
    }
}
