//! What shows things: states, amounts, facts, changes.

use super::{fields, overlays};
use crate::prelude::*;
use crate::ui::{
    Badge, Change, DiffTable, Fact, Glyph, KeyValues, LinkTabs, Meter, Progress, Section, Sparkline, Status,
    Tab, Tone,
};

crate::messages! {
    STATUSES = "Status and badges", "状态与标记";
    CREATING = "Creating", "创建中";
    FAULTY = "Faulty", "故障";
    WARN = "Disk nearly full", "磁盘即将写满";
    STOPPED = "Frozen", "已冻结";
    AMOUNTS = "Amounts", "用量";
    STORAGE = "Storage", "存储空间";
    PROGRESS = "Creating, 62 %", "创建中，62%";
    LAG = "Lag, last ten minutes", "最近十分钟堆积量";
    FACTS = "Facts", "详情";
    CREATED = "Created", "创建时间";
    NETWORK = "Subnet", "子网";
    CHANGES = "Before and after", "变更前后";
    SYNC = "Synchronous replication", "同步复制";
    PAGES = "Pages as tabs", "页面标签";
    OVERVIEW = "Overview", "概览";
    TOPICS = "Topics", "Topic";
    GROUPS = "Consumer groups", "消费组";
}

pub(super) fn part() -> AnyView {
    let tabs = vec![
        Tab::link("overview", OVERVIEW, "tools/gallery?part=showing".to_owned()),
        Tab::link("topics", TOPICS, "tools/gallery?part=table".to_owned()).count(|| Some(12_480)),
        Tab::link("groups", GROUPS, "tools/gallery?part=form".to_owned()),
    ];
    let changes = || {
        vec![
            Change::new(fields::RETENTION, "72", "168"),
            Change::new(SYNC, "false", "true").note(super::form::RESTART),
            Change::new(fields::NOTE, "", "Orders of the web shop"),
        ]
    };
    view! {
        <Section title=PAGES><LinkTabs tabs current="overview" label=PAGES/></Section>
        <Section title=STATUSES>{statuses()}</Section>
        <Section title=AMOUNTS>{amounts()}</Section>
        <Section title=FACTS hint=fields::NAME_HINT>
            <KeyValues>
                <Fact label="ID" value="b7d2c6f0-6d3e-4a7b-9a53-0f6b1f1d8a90" mono=true copy=true/>
                <Fact label=fields::ENGINE value="2.7"/>
                <Fact label=CREATED value="21 Nov 2026, 23:30:12"/>
                <Fact label=NETWORK value="subnet-prod (192.168.0.0/24)" copy=true/>
                <Fact label=fields::NOTE value=""/>
                <Fact label=fields::TAGS><Badge label="team=payments"/> <Badge label="env=prod"/></Fact>
            </KeyValues>
        </Section>
        <Section title=CHANGES><DiffTable changes/> <DiffTable changes=Vec::new/></Section>
    }
    .into_any()
}

fn statuses() -> AnyView {
    view! {
        <div class="stack-small">
            <div class="gallery-wide">
                <Status tone=Tone::Ok label=overlays::RUNNING/>
                <Status tone=Tone::Busy label=CREATING/>
                <Status tone=Tone::Warn label=WARN/>
                <Status tone=Tone::Bad label=FAULTY/>
                <Status tone=Tone::Idle label=STOPPED/>
                <Status tone=Tone::Info label=overlays::TIP/>
            </div>
            <div class="row-wrap">
                <Badge label="Kafka 2.7" tone=Tone::Info/>
                <Badge label=overlays::RUNNING tone=Tone::Ok/>
                <Badge label=WARN tone=Tone::Warn/>
                <Badge label=FAULTY tone=Tone::Bad/>
                <Badge label="compact"/>
            </div>
        </div>
    }
    .into_any()
}

fn amounts() -> AnyView {
    let wave: Vec<u64> = (0_u64..60).map(|i| (i * 37) % 53 + i * 2).collect();
    view! {
        <div class="gallery-wide">
            <Meter label=STORAGE used=120_u64 total=300_u64 text="120 / 300 GB"/>
            <Meter label=STORAGE used=240_u64 total=300_u64 text="240 / 300 GB"/>
            <Meter label=STORAGE used=291_u64 total=300_u64 text="291 / 300 GB"/>
            <Progress label=PROGRESS percent=Some(62)/>
            <Progress label=CREATING percent=None/>
            <Sparkline label=LAG samples=wave/>
            <crate::ui::Icon of=Glyph::Activity/>
        </div>
    }
    .into_any()
}
