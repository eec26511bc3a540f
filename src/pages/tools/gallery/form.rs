//! A whole form beside its summary, as on the pages that create something.

use std::time::Duration;

use super::fields;
use crate::i18n::t;
use crate::prelude::*;
use crate::ui::{
    Banner, Button, ButtonKind, Change, DiffTable, Field, Form, FormState, NumberInput, Section, TextInput,
    Tone, use_toasts,
};

crate::messages! {
    SAVE = "Save", "保存";
    CANCEL = "Cancel", "取消";
    SAVED = "Saved", "已保存";
    EMPTY = "Required.", "必填。";
    NOT_A_NUMBER = "Must be a whole number from 1 to 720.", "必须是 1 到 720 之间的整数。";
    TAKEN = "A topic named \"taken\" exists already (DMS.00400981).", "Topic \"taken\" 已存在（DMS.00400981）。";
    CHANGES = "Changes", "变更内容";
    RESTART = "Needs a restart", "需要重启";
    UNSAVED = "Unsaved changes", "有未保存的修改";
}

pub(super) fn part() -> AnyView {
    let toasts = use_toasts();
    let form = FormState::new();
    let name = form.text("orders", |raw| raw.is_empty().then(|| t(EMPTY).to_owned()));
    let hours = form.text("72", |raw| {
        let fits = raw.trim().parse::<u16>().is_ok_and(|n| (1..=720).contains(&n));
        (!fits).then(|| t(NOT_A_NUMBER).to_owned())
    });
    let send = move |()| {
        form.sending.set(true);
        let answer = move || {
            form.sending.set(false);
            if name.value.with_untracked(|n| n == "taken") {
                name.reject(t(TAKEN));
            } else {
                name.restart(name.value.get_untracked());
                hours.restart(hours.value.get_untracked());
                toasts.ok(SAVED);
            }
        };
        set_timeout(answer, Duration::from_millis(900));
    };
    let changes = move || {
        let mut all = Vec::new();
        if name.is_dirty() {
            all.push(Change::new(fields::NAME, name.initial(), name.get()).note(RESTART));
        }
        if hours.is_dirty() {
            all.push(Change::new(fields::RETENTION, hours.initial(), hours.get()));
        }
        all
    };
    view! {
        <div class="page-form">
            <Form of=form on_submit=send>
                {move || form.is_dirty().then(|| view! { <Banner tone=Tone::Info title=UNSAVED/> })}
                <Field label=fields::NAME hint=fields::NAME_HINT of=name required=true>
                    <TextInput value=name mono=true/>
                </Field>
                <Field label=fields::RETENTION of=hours required=true>
                    <NumberInput value=hours unit=fields::HOURS min=1 max=720/>
                </Field>
                <div class="form-foot">
                    <Button label=SAVE kind=ButtonKind::Primary submit=true busy=form.sending/>
                    <Button label=CANCEL/>
                </div>
            </Form>
            <aside class="page-aside">
                <Section title=CHANGES><DiffTable changes/></Section>
            </aside>
        </div>
    }
    .into_any()
}
