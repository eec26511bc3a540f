//! Empty, failed, loading, banners.

use super::overlays;
use crate::prelude::*;
use crate::ui::{Banner, Button, ButtonKind, EmptyState, ErrorState, Glyph, Section, Skeleton, Tone};

crate::messages! {
    BANNERS = "Banners", "横幅";
    READ_ONLY = "This console is read-only", "当前控制台为只读模式";
    READ_ONLY_WHY = "Whoever runs it allows looking, not changing.", "部署者只允许查看，不允许修改。";
    EXPIRED = "Signed out", "登录已失效";
    EXPIRED_WHY = "Your token has expired. What you typed is kept.", "令牌已过期。已填写的内容会保留。";
    MAINTENANCE = "Maintenance tonight from 22:00 to 02:00", "今晚 22:00 至次日 02:00 维护";
    RESIZED = "The instance has been resized", "实例扩容已完成";
    NOTHING = "Nothing there", "暂无内容";
    NO_TOPICS = "No topics yet", "暂无 Topic";
    NO_TOPICS_HINT = "A topic holds the messages of one kind. Create the first, or let your producers create theirs.", "Topic 用于存放同一类消息。请先创建一个，或由生产者自动创建。";
    CREATE = "Create topic", "创建 Topic";
    FAILED = "The topics could not be loaded", "Topic 列表加载失败";
    FAILED_WHY = "The instance does not answer.", "实例无响应。";
    REMEDY = "Check that the instance is running, then try again.", "请确认实例处于运行中状态，然后重试。";
    WAITING = "Loading for the first time", "首次加载";
}

pub(super) fn part() -> AnyView {
    let banners = view! {
        <div class="stack-small">
            <Banner tone=Tone::Info title=READ_ONLY><p>{move || crate::i18n::t(READ_ONLY_WHY)}</p></Banner>
            <Banner tone=Tone::Warn title=MAINTENANCE on_close=|()| {}/>
            <Banner tone=Tone::Bad title=EXPIRED><p>{move || crate::i18n::t(EXPIRED_WHY)}</p></Banner>
            <Banner tone=Tone::Ok title=RESIZED/>
            <Banner tone=Tone::Busy title=super::showing::CREATING/>
        </div>
    };
    view! {
        <Section title=BANNERS>{banners}</Section>
        <Section title=NOTHING>
            <EmptyState title=NO_TOPICS text=NO_TOPICS_HINT icon=Glyph::Topic>
                <Button label=CREATE kind=ButtonKind::Primary icon=Glyph::Plus/>
            </EmptyState>
        </Section>
        <Section title=overlays::FAILED>
            <ErrorState
                title=FAILED
                message=FAILED_WHY
                code="DMS.00500041"
                request_id="8f2f3c0f5d8e4a2c9b7a61d20f1c4e5d"
                retry=|()| {}
            >
                <p>{move || crate::i18n::t(REMEDY)}</p>
            </ErrorState>
        </Section>
        <Section title=WAITING><Skeleton lines=5/></Section>
    }
    .into_any()
}
