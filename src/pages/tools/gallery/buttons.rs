//! Buttons, menus, icons.

use crate::prelude::*;
use crate::ui::{
    Button, ButtonKind, CopyButton, Glyph, Icon, IconButton, MenuButton, MenuItem, Section, Spacer,
};

crate::messages! {
    BUTTONS = "Buttons", "按钮";
    CREATE = "Create topic", "创建 Topic";
    EDIT = "Edit", "编辑";
    DELETE = "Delete", "删除";
    MORE = "More", "更多";
    EXPORT = "Export", "导出";
    RESTART = "Restart", "重启";
    BUSY = "Saving", "保存中";
    WHY = "The instance is being changed", "实例正在变更中";
    DISABLED = "Disabled, says why", "禁用并说明原因";
    PRESSED = "Auto-refresh", "自动刷新";
    ICONS = "Icons", "图标";
}

pub(super) fn part() -> AnyView {
    let pressed = RwSignal::new(true);
    view! {
        <Section title=BUTTONS>
            <div class="stack">
                <div class="row-wrap">
                    <Button label=CREATE kind=ButtonKind::Primary icon=Glyph::Plus/>
                    <Button label=EDIT icon=Glyph::Edit/>
                    <Button label=EXPORT/>
                    <Button label=DELETE kind=ButtonKind::Danger icon=Glyph::Trash/>
                    <Button label=RESTART kind=ButtonKind::Ghost icon=Glyph::Refresh/>
                    <MenuButton label=MORE items=menu/>
                    <MenuButton label=MORE icon=Glyph::More items=menu/>
                    <IconButton
                        icon=Glyph::Refresh
                        label=PRESSED
                        pressed=Signal::from(pressed)
                        on_click=move |()| pressed.update(|p| *p = !*p)
                    />
                    <CopyButton text="b7d2c6f0-6d3e-4a7b-9a53-0f6b1f1d8a90"/>
                    <Spacer/>
                </div>
                <div class="row-wrap">
                    <Button label=BUSY kind=ButtonKind::Primary busy=true/>
                    <Button label=BUSY busy=true/>
                    <Button label=CREATE kind=ButtonKind::Primary disabled=true/>
                    <Button label=DISABLED disabled=true tip=WHY/>
                    <Button label=DELETE kind=ButtonKind::Danger disabled=true/>
                    <IconButton icon=Glyph::Edit label=EDIT disabled=true/>
                </div>
            </div>
        </Section>
        <Section title=ICONS>
            <div class="row-wrap">{icons()}</div>
        </Section>
    }
    .into_any()
}

pub(super) fn menu(_: ()) -> Vec<MenuItem> {
    vec![
        MenuItem::new(EDIT, || {}).icon(Glyph::Edit),
        MenuItem::new(EXPORT, || {}).icon(Glyph::Download),
        MenuItem::new(RESTART, || {}).icon(Glyph::Refresh).disabled(Some(WHY.into())),
        MenuItem::new(DELETE, || {}).icon(Glyph::Trash).danger().separated(),
    ]
}

fn icons() -> AnyView {
    let one = |glyph: Glyph| {
        let name = format!("{glyph:?}");
        view! { <span data-tip=name><Icon of=glyph/></span> }
    };
    Glyph::ALL.iter().copied().map(one).collect_view().into_any()
}
