//! The component kit in every state. Development builds only (`--features gallery`).

mod buttons;
mod fields;
mod form;
mod overlays;
mod showing;
mod states;
mod table;

use leptos::prelude::*;

use crate::i18n::{Locale, locale, set_locale};
use crate::routes::use_query_signal;
use crate::ui::{Bound, Choice, PageHeader, RadioGroup, Tab, Tabs};

crate::messages! {
    TITLE = "Component gallery", "组件库";
    STATE = "Each component in every state", "每个组件的各种状态";
    TABLE = "Table", "表格";
    CONTROLS = "Controls", "控件";
    FORM = "Form", "表单";
    SHOWING = "Showing", "展示";
    OVERLAYS = "Overlays", "浮层";
    STATES = "States", "状态";
    THEME = "Theme", "主题";
    LANGUAGE = "Language", "语言";
    LIGHT = "Light", "浅色";
    DARK = "Dark", "深色";
    CONTRAST = "High contrast", "高对比度";
    AUTO = "System", "跟随系统";
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
    ];
    let panel = |id: &'static str| match id {
        "controls" => (buttons::part(), fields::part()).into_any(),
        "form" => form::part(),
        "showing" => showing::part(),
        "overlays" => overlays::part(),
        "states" => states::part(),
        _ => table::part(),
    };
    view! {
        <div class="page-list gallery">
            <PageHeader title=TITLE state=move || crate::i18n::t(STATE) actions=switches/>
            <Tabs tabs value=part label=TITLE panel/>
        </div>
    }
}

fn switches() -> AnyView {
    let language = Bound::new(Signal::derive(|| locale().tag().to_owned()), |tag: String| {
        set_locale(if tag == "en" { Locale::En } else { Locale::Zh })
    });
    let theme = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some(html) = document().document_element() {
            let _ = html.set_attribute("data-theme", &theme.get());
        }
    });
    let themes = || {
        vec![
            Choice::new("", AUTO),
            Choice::new("light", LIGHT),
            Choice::new("dark", DARK),
            Choice::new("contrast", CONTRAST),
        ]
    };
    let languages = || vec![Choice::new("en", "English"), Choice::new("zh-CN", "中文")];
    view! {
        <RadioGroup value=theme label=THEME options=themes/>
        <RadioGroup value=language label=LANGUAGE options=languages/>
    }
    .into_any()
}
