//! Dialogs, panels, toasts, tooltips.

use super::{buttons, fields};
use crate::prelude::*;
use crate::ui::{
    Button, ButtonKind, ConfirmDialog, Dialog, Fact, Field, Glyph, KeyValues, MenuButton, Section, SidePanel,
    Status, TextInput, ToastKind, Tone, Tooltip, use_toasts,
};

crate::messages! {
    DIALOGS = "Dialogs", "对话框";
    OPEN = "Open a dialog", "打开对话框";
    RENAME = "Rename instance", "修改实例名称";
    DELETE = "Delete topic…", "删除 Topic…";
    DELETE_TITLE = "Delete topic orders-dlq?", "删除 Topic orders-dlq？";
    DELETE_DO = "Delete topic", "删除 Topic";
    LOST = "12 partitions with about 4.2 million messages are lost. Two consumer groups lose their offsets.", "将丢失 12 个分区中约 420 万条消息，2 个消费组将丢失消费进度。";
    PANEL = "Open the side panel", "打开侧边面板";
    TOASTS = "Toasts", "消息提示";
    DONE = "Topic created", "Topic 创建成功";
    NOTE = "The instance restarts in the maintenance window", "实例将在维护时间窗内重启";
    FAILED = "Topic not deleted", "Topic 删除失败";
    FAILED_WHY = "DMS.00400990: the instance is being changed. Try again when it is running.", "DMS.00400990：实例正在变更，请待实例运行中后重试。";
    OPEN_IT = "Open it", "查看";
    TIPS = "Tooltips", "文字提示";
    TIP = "High watermark", "高水位";
    TIP_TEXT = "Offset up to which every in-sync replica has the messages. Consumers read up to here.", "所有同步副本均已写入的位置，消费者最多读到此处。";
    RUNNING = "Running", "运行中";
}

pub(super) fn part() -> AnyView {
    let toasts = use_toasts();
    let panel = RwSignal::new(false);
    let link = move |()| {
        let link = Some((OPEN_IT.into(), "tools/gallery".to_owned()));
        toasts.show(ToastKind::Ok, DONE.into(), Some("orders-eu".into()), link);
    };
    let content = view! {
        <div class="gallery-fill">
            {dialogs(panel)}
            <Section title=TOASTS>
                <div class="row-wrap">
                    <Button label=DONE icon=Glyph::CircleCheck on_click=link/>
                    <Button label=NOTE icon=Glyph::Info on_click=move |()| toasts.info(NOTE)/>
                    <Button
                        label=FAILED
                        icon=Glyph::Warning
                        on_click=move |()| toasts.error(FAILED, FAILED_WHY)
                    />
                </div>
            </Section>
            <Section title=TIPS>
                <p><Tooltip text=TIP_TEXT>{move || crate::i18n::t(TIP)}</Tooltip></p>
            </Section>
        </div>
    };
    view! {
        <div class="split gallery-split">
            {content}
            {move || panel.get().then(|| side_panel(panel))}
        </div>
    }
    .into_any()
}

fn dialogs(panel: RwSignal<bool>) -> AnyView {
    let (plain, confirm) = (RwSignal::new(false), RwSignal::new(false));
    let name = RwSignal::new("kafka-orders".to_owned());
    let footer = move || {
        view! { <Button kind=ButtonKind::Primary label=super::form::SAVE on_click=move |()| plain.set(false)/> }
            .into_any()
    };
    view! {
        <Section title=DIALOGS>
            <div class="row-wrap">
                <Button label=OPEN on_click=move |()| plain.set(true)/>
                <Button label=DELETE kind=ButtonKind::Danger on_click=move |()| confirm.set(true)/>
                <Button label=PANEL on_click=move |()| panel.set(true)/>
                <MenuButton label=buttons::MORE items=buttons::menu/>
            </div>
            <Dialog open=plain title=RENAME footer>
                <Field label=fields::NAME hint=fields::NAME_HINT required=true><TextInput value=name/></Field>
            </Dialog>
            <ConfirmDialog
                open=confirm
                title=DELETE_TITLE
                action=DELETE_DO
                expect=|| "orders-dlq".to_owned()
                on_confirm=move |()| confirm.set(false)
            >
                <p>{move || crate::i18n::t(LOST)}</p>
            </ConfirmDialog>
        </Section>
    }
    .into_any()
}

fn side_panel(open: RwSignal<bool>) -> AnyView {
    view! {
        <SidePanel
            title="kafka-orders"
            subtitle=|| view! { <Status tone=Tone::Ok label=RUNNING/> }
            on_close=move |()| open.set(false)
        >
            <KeyValues>
                <Fact label="ID" value="b7d2c6f0-6d3e-4a7b-9a53-0f6b1f1d8a90" mono=true copy=true/>
                <Fact label=fields::ENGINE value="2.7"/>
                <Fact label=fields::NOTE value=""/>
            </KeyValues>
        </SidePanel>
    }
    .into_any()
}
