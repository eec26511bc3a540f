//! Consumer groups: looked at, created, deleted, moved.

use anyhow::{Context, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Console, Kafka, Name, until};

/// Every test's own groups live on this instance.
const LAB: &str = "group-lab";

/// A topic of two partitions with ten and four messages, and a group that has read three of the ten.
struct Setting {
    instance: String,
    client: Kafka,
    topic: String,
    group: String,
}

async fn setting(console: &Console, stem: &str) -> anyhow::Result<Setting> {
    let api = console.api().await?;
    let instance = api.kafka(LAB).await?;
    let client = Kafka::of(console, &instance).await?;
    let (topic, group) = (console.unique(&format!("{stem}-topic")), console.unique(&format!("{stem}-group")));
    api.create_topic(&instance, &topic, 2).await?;
    client.produce(&[format!("{topic}:0:10"), format!("{topic}:1:4")]).await?;
    client.commit(&group, &[format!("{topic}:0:3"), format!("{topic}:1:4")]).await?;
    Ok(Setting { instance, client, topic, group })
}

impl Setting {
    fn list(&self) -> String {
        format!("/kafka/{}/groups", self.instance)
    }

    fn page(&self) -> String {
        format!("{}/{}", self.list(), self.group)
    }

    fn reset(&self) -> String {
        format!("{}/reset", self.page())
    }

    async fn committed(&self) -> anyhow::Result<Vec<i64>> {
        let places = self.client.places(&self.group, &self.topic, 2).await?;
        Ok(places.iter().map(|place| place.committed).collect())
    }
}

pub async fn figures_are_those_of_a_client(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "figures").await?;
    console.enter(&format!("{}?q={}", at.list(), at.group)).await?;
    let row = console.row(Name::with(&at.group));
    row.reads("Empty").await?;
    row.reads("7").await?;
    console.sees("lag as of").await?;

    console.open(&at.page()).await?;
    let places = at.client.places(&at.group, &at.topic, 2).await?;
    for (p, place) in places.iter().enumerate() {
        let row = console.row(Name::starting(&format!("{} {p} ", at.topic)));
        for figure in [place.committed, place.end, place.end - place.committed] {
            row.reads(&figure.to_string()).await?;
        }
        row.reads("unassigned").await?;
    }
    // Nothing is said about a rate before there are samples, and never a made-up number.
    let text = console.text().await?;
    let negative = text.split_whitespace().any(|word| word == "-1" || word.starts_with('\u{2212}'));
    ensure!(!negative, "a negative number: {text}");
    console.link(&at.topic).nth(0).click().await?;
    console.is_at(&format!("/kafka/{}/topics/{}", at.instance, at.topic)).await?;
    console.link(&at.group).click().await?;
    console.is_at(&at.page()).await
}

pub async fn a_member_shows_with_its_partitions(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "member").await?;
    let member = at.client.join(&at.group, &at.topic, "reader-7").await?;
    console.enter(&at.page()).await?;
    console.sees("Stable").await?;
    console.row(Name::starting("reader-7 ")).reads(&format!("{} 0-1", at.topic)).await?;
    console.row(Name::starting(&format!("{} 0 ", at.topic))).reads("reader-7").await?;
    member.leave().await?;
    // The page looks again by itself.
    console.sees("No consumer is in this group right now.").await
}

pub async fn a_group_is_created_described_and_deleted(console: Console) -> anyhow::Result<()> {
    let (api, group) = (console.api().await?, console.unique("made"));
    let instance = api.kafka(LAB).await?;
    let list = format!("/kafka/{instance}/groups");
    console.enter(&list).await?;
    console.button("Create group").nth(0).click().await?;
    let asked = console.dialog("Create a consumer group");
    let name = console.field(Name::starting("Name")).within(&asked);
    name.fill("ab").await?;
    name.press("" + Key::Tab).await?;
    asked.reads("At least 3 characters.").await?;
    name.fill(&group).await?;
    console.field(Name::starting("Description")).within(&asked).fill("for 账单").await?;
    console.button("Create group").within(&asked).click().await?;
    console.sees(&format!("Group {group} created")).await?;
    console.is_at(&format!("{list}/{group}")).await?;
    console.sees("for 账单").await?;

    console.button("Change the description").click().await?;
    let asked = console.dialog(&format!("Description of {group}"));
    console.field(Name::starting("Description")).within(&asked).fill("billing").await?;
    console.button("Save").within(&asked).click().await?;
    console.sees(&format!("Group {group} saved")).await?;
    console.sees("billing").await?;

    console.button("Delete").click().await?;
    let asked = console.dialog(&format!("Delete group {group}?"));
    console.field(Name::with(&group)).within(&asked).fill(&group).await?;
    console.button("Delete").within(&asked).click().await?;
    console.sees(&format!("Group {group} deleted")).await?;
    console.is_at(&list).await
}

pub async fn several_are_deleted_with_a_reason_for_each(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "doomed").await?;
    let groups = ["a", "b", "live"].map(|end| format!("{}-{end}", at.group));
    for group in &groups {
        at.client.commit(group, &[format!("{}:0:1", at.topic)]).await?;
    }
    let member = at.client.join(&groups[2], &at.topic, "still-here").await?;
    console.enter(&format!("{}?q={}-", at.list(), at.group)).await?;
    for group in &groups {
        console.checkbox(&format!("Select {group}")).click().await?;
    }
    console.button("Delete").click().await?;
    let asked = console.dialog("Delete 3 groups?");
    asked.reads("Their committed offsets are lost").await?;
    console.field(Name::with("delete 3")).within(&asked).fill("delete 3").await?;
    console.button("Delete").within(&asked).click().await?;

    let result = console.dialog("2 deleted, 1 failed");
    result.reads(&groups[2]).await?;
    result.reads("Not deleted").await?;
    let why = result.text().await?;
    ensure!(why.lines().any(|line| line.to_lowercase().contains("member")), "no reason: {why}");
    member.leave().await?;
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("3 groups deleted").await?;
    for group in &groups {
        console.row(Name::with(group)).gone().await?;
    }
    Ok(())
}

pub async fn the_address_keeps_what_is_shown(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "kept").await?;
    console.enter(&at.list()).await?;
    let search = console.role(&["searchbox"], Name::Any);
    search.fill(&at.group).await?;
    console.address_has(&format!("q={}", at.group)).await?;
    console.button("State").click().await?;
    console.menu_item("Stable").click().await?;
    console.key("" + Key::Escape).await?;
    console.address_has("state=STABLE").await?;
    console.row(Name::with(&at.group)).gone().await?;
    console.button("Clear filters").click().await?;
    search.fill(&at.group).await?;
    console.link(&at.group).click().await?;
    console.address_has(&format!("row={}", at.group)).await?;
    let panel = console.role(&["complementary"], Name::with(&at.group));
    panel.reads("Total lag").await?;
    panel.reads("7").await?;
    console.driver.refresh().await?;
    panel.get().await?;
    console.driver.back().await?;
    panel.gone().await
}

pub async fn coordinators_are_listed(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "coordinated").await?;
    console.enter(&at.list()).await?;
    console.link("Coordinators").click().await?;
    console.is_at(&format!("/kafka/{}/coordinators", at.instance)).await?;
    console.role(&["searchbox"], Name::Any).fill(&at.group).await?;
    console.row(Name::with(&at.group)).reads("127.0.0.1:").await?;
    console.link(&at.group).click().await?;
    console.is_at(&at.page()).await
}

pub async fn offsets_of_a_topic_are_forgotten(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "forgotten").await?;
    console.enter(&at.page()).await?;
    let topics = console.role(&["grid"], "Topics");
    console.button(Name::with(&at.topic)).within(&topics).click().await?;
    console.menu_item(Name::starting("Forget its offsets")).click().await?;
    let asked = console.dialog(Name::starting("Forget the group's offsets"));
    console.field(Name::with(&at.topic)).within(&asked).fill(&at.topic).await?;
    console.button("Forget offsets").within(&asked).click().await?;
    console.sees(&format!("Offsets in {} forgotten", at.topic)).await?;
    ensure!(at.committed().await?.iter().all(|offset| *offset < 0), "the offsets are still there");
    Ok(())
}

/// Types the group's name and starts the reset.
async fn confirm(console: &Console, group: &str) -> anyhow::Result<()> {
    let review = console.button("Review and reset");
    until("the plan to be known", || async { Ok(review.is_usable().await?.then_some(())) }).await?;
    review.click().await?;
    let asked = console.dialog(Name::starting("Move "));
    console.field(Name::with(group)).within(&asked).fill(group).await?;
    console.button("Reset offsets").within(&asked).click().await
}

pub async fn a_plan_fails_in_part_is_retried_and_undone(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "moved").await?;
    console.enter(&at.page()).await?;
    console.link("Reset offsets").click().await?;
    console.is_at(&at.reset()).await?;
    // Nothing is chosen beforehand.
    console.sees("Choose where to move the group.").await?;
    ensure!(!console.button("Review and reset").is_usable().await?, "a reset to nowhere");
    console.radio(Name::starting("To the oldest messages")).click().await?;
    console.row(Name::with(&format!("{} 0 3 0 ", at.topic))).reads("replays 3").await?;
    console.row(Name::with(&format!("{} 1 4 0 ", at.topic))).reads("replays 4").await?;
    console.sees("2 partitions move").await?;
    console.sees("7 messages replayed").await?;

    let fault = json!({ "operation": "kafka.ResetOffset", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    confirm(&console, &at.group).await?;
    console.sees("1 moved, 1 failed").await?;
    let failed = console.row(Name::with("failed"));
    failed.reads("DMS.00500000").await?;
    ensure!(at.committed().await? == [3, 0], "the one that failed stays");
    console.button("Retry the failed ones").click().await?;
    console.sees("2 partitions moved").await?;
    ensure!(at.committed().await? == [0, 0], "all are at the start");
    console.sees("moved to 0").await?;

    console.button(Name::starting("Undo this reset")).click().await?;
    console.row(Name::with(&format!("{} 0 0 3 ", at.topic))).reads("skips 3").await?;
    confirm(&console, &at.group).await?;
    console.sees("2 partitions moved").await?;
    ensure!(at.committed().await? == [3, 4], "as before");
    Ok(())
}

pub async fn members_forbid_a_reset(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "live").await?;
    let member = at.client.join(&at.group, &at.topic, "busy").await?;
    console.enter(&format!("{}?to=earliest", at.reset())).await?;
    console.sees("The group has members, so its offsets cannot be reset").await?;
    console.sees("1 consumer is connected.").await?;
    let review = console.button("Review and reset");
    ensure!(!review.is_usable().await?, "a live group can be reset");
    member.leave().await?;
    until("the page to notice that the member has left", || async {
        Ok(review.is_usable().await?.then_some(()))
    })
    .await?;
    // Somebody joins between the look and the confirmation.
    let late = at.client.join(&at.group, &at.topic, "late").await?;
    if review.is_usable().await? {
        confirm(&console, &at.group).await?;
        console.sees("nothing was changed").await?;
    }
    late.leave().await?;
    ensure!(at.committed().await? == [3, 4]);
    Ok(())
}

pub async fn every_way_has_its_plan(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "ways").await?;
    let row = |p: u32| console.row(Name::with(&format!("{} {p} ", at.topic)));
    console.enter(&at.reset()).await?;
    console.radio(Name::starting("To the end")).click().await?;
    row(0).reads("skips 7").await?;
    row(1).reads("stays: already there").await?;
    console.sees("1 partition moves").await?;

    console.radio(Name::starting("To an offset")).click().await?;
    console.field(Name::starting("Offset")).fill("6").await?;
    row(0).reads("skips 3").await?;
    row(1).reads("wanted 6, the partition ends at 4").await?;
    console.button(Name::with(&format!("{} 0", at.topic))).click().await?;
    console.menu_item(Name::starting("Set an offset of its own")).click().await?;
    let asked = console.dialog(Name::starting("Offset of"));
    console.field(Name::starting("Offset")).within(&asked).fill("2").await?;
    console.button("OK").within(&asked).click().await?;
    row(0).reads("replays 1").await?;

    console.radio(Name::starting("By a number of messages")).click().await?;
    console.field(Name::starting("Messages")).fill("-2").await?;
    row(0).reads("replays 2").await?;
    row(1).reads("replays 2").await?;

    let other = format!("{}-other", at.group);
    at.client.commit(&other, &[format!("{}:0:9", at.topic)]).await?;
    console.radio(Name::starting("To where another group is")).click().await?;
    let source = console.role(&["combobox"], Name::starting("Copy from"));
    source.fill(&other).await?;
    console.option(&other).click().await?;
    row(0).reads("skips 6").await?;
    row(1).reads("no offset given for it").await?;

    console.radio(Name::starting("To saved offsets")).click().await?;
    let list = console.field(Name::starting("Offsets"));
    list.fill("topic,partition,offset").await?;
    list.press(Key::Enter + format!("{},1,x", at.topic).as_str()).await?;
    list.press("" + Key::Tab).await?;
    console.sees("Line 2 cannot be read").await?;
    list.fill(&format!("{},1,1", at.topic)).await?;
    row(1).reads("replays 3").await?;
    row(0).reads("no offset given for it").await?;
    confirm(&console, &at.group).await?;
    console.sees("1 partition moved").await?;
    ensure!(at.committed().await? == [3, 1]);
    Ok(())
}

pub async fn a_time_leads_to_the_first_message_after_it(console: Console) -> anyhow::Result<()> {
    let (api, topic, group) = (console.api().await?, console.unique("timed"), console.unique("timed-group"));
    let instance = api.kafka(LAB).await?;
    let client = Kafka::of(&console, &instance).await?;
    api.create_topic(&instance, &topic, 2).await?;
    // An hour ago, a message a second.
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_millis() as i64;
    let first = now / 1000 * 1000 - 3_600_000;
    client.produce(&[format!("{topic}:0:10:{first}"), format!("{topic}:1:3:{first}")]).await?;
    client.commit(&group, &[format!("{topic}:0:10"), format!("{topic}:1:3")]).await?;
    console.enter(&format!("/kafka/{instance}/groups/{group}/reset")).await?;
    console.pick("Display", "UTC").await?;
    console.radio(Name::starting("To a time")).click().await?;
    console.sees("Enter a time.").await?;
    console.button("24 h ago").click().await?;
    console.row(Name::with(&format!("{topic} 0 10 0 "))).reads("replays 10").await?;
    console.button("15 min ago").click().await?;
    console.row(Name::with(&format!("{topic} 0 "))).reads("stays: already there").await?;
    pick_time(&console, first + 4_000).await?;
    console.row(Name::with(&format!("{topic} 0 10 4 "))).reads("replays 6").await?;
    console.row(Name::with(&format!("{topic} 1 3 "))).reads("stays: already there").await?;
    confirm(&console, &group).await?;
    console.sees("1 partition moved").await?;
    let places = client.places(&group, &topic, 2).await?;
    ensure!(places[0].committed == 4, "{places:?}");
    Ok(())
}

/// Puts a moment into the browser's own control, as picking it does.
async fn pick_time(console: &Console, ms: i64) -> anyhow::Result<()> {
    let script = format!(
        "const field = document.querySelector('input[type=datetime-local]');
         if (!field) {{ return false; }}
         field.value = new Date({ms}).toISOString().slice(0, 19);
         field.dispatchEvent(new Event('input', {{ bubbles: true }}));
         return true;"
    );
    until("the field for the time", || async { Ok((console.js(&script).await? == true).then_some(())) }).await
}

pub async fn a_look_up_that_fails_is_admitted(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "blind").await?;
    console.enter("/instances").await?;
    let fault = json!({ "operation": "kafka.ListMessages", "kind": "status", "status": 500, "times": 20 });
    console.local().fault(fault).await?;
    console.open(&format!("{}?to=time", at.reset())).await?;
    pick_time(&console, 1_577_836_800_000).await?;
    console.row(Name::with(&format!("{} 0 ", at.topic))).reads("known after the reset").await?;
    console.local().calm().await?;
    confirm(&console, &at.group).await?;
    console.sees("2 partitions moved").await?;
    console.sees("moved to 0").await?;
    ensure!(at.committed().await? == [0, 0]);
    Ok(())
}

pub async fn a_reset_by_keyboard_alone_in_chinese(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "keys").await?;
    console.enter(&at.page()).await?;
    console.speak("中文（简体）").await?;
    let reset = console.link("重置消费进度");
    reset.press("" + Key::Enter).await?;
    console.is_at(&at.reset()).await?;
    // The arrow keys go through the ways.
    console.radio(Name::starting("最早消息")).press(" ").await?;
    console.key("" + Key::Down).await?;
    console.address_has("to=latest").await?;
    console.row(Name::with(&format!("{} 0 3 10 ", at.topic))).reads("跳过 7 条").await?;
    let review = console.button("确认并重置");
    until("the plan to be known", || async { Ok(review.is_usable().await?.then_some(())) }).await?;
    review.press("" + Key::Enter).await?;
    let asked = console.dialog(Name::with(&at.group));
    asked.get().await?;
    until("the name's field to have the focus", || async {
        Ok(console.focused().await?.contains(&at.group).then_some(()))
    })
    .await?;
    console.key(at.group.as_str()).await?;
    console.key("" + Key::Enter).await?;
    console.sees("已重置 1 个分区").await?;
    ensure!(at.committed().await? == [10, 4]);
    Ok(())
}

pub async fn a_group_that_is_not_there_is_said(console: Console) -> anyhow::Result<()> {
    let api = console.api().await?;
    let instance = api.kafka(LAB).await?;
    console.enter(&format!("/kafka/{instance}/groups/no-such-group")).await?;
    console.sees("No such consumer group").await?;
    console.link("Back to the group list").click().await?;
    console.is_at(&format!("/kafka/{instance}/groups")).await
}

pub async fn a_trend_needs_samples_and_then_tells(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "trend").await?;
    console.enter(&format!("{}?q={}&every=5", at.list(), at.group)).await?;
    let row = console.row(Name::with(&at.group));
    row.reads("nobody reads it").await?;
    let mut member = at.client.join(&at.group, &at.topic, "reader").await?;
    for n in 0..3 {
        member.commit(&format!("{}:0:{}", at.topic, 4 + n)).await?;
        let lag = (10 - 4 - n).to_string();
        console.button("Refresh").click().await?;
        row.reads(&lag).await?;
    }
    let patience = std::time::Duration::from_secs(40);
    crate::support::until_within(patience, "an estimate", || async {
        let text = row.text().await.context("the row")?;
        Ok(text.contains("about ").then_some(()))
    })
    .await?;
    member.leave().await
}

/// Two groups fall behind in the same way; only one of them reads.
pub async fn who_is_stuck_is_told_from_who_is_slow(console: Console) -> anyhow::Result<()> {
    const ORDERS: &str = "/kafka/6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01/groups";
    console.enter(&format!("{ORDERS}/warehouse-sync")).await?;
    console.sees("measuring…").await?;
    let patience = std::time::Duration::from_secs(60);
    let page = console.clone();
    let said = |word: &'static str| {
        let page = page.clone();
        async move {
            crate::support::until_within(patience, word, || async {
                Ok(page.text().await?.contains(word).then_some(()))
            })
            .await
        }
    };
    said("nothing committed for").await?;
    console.sees("0 per minute").await?;
    // What was seen there is known to the list, which begins with the largest lag.
    console.link("Consumer groups").nth(0).click().await?;
    console.row(Name::with("warehouse-sync")).reads("nothing committed for").await?;
    let sort = console.role(&["columnheader"], "Total lag").attr("aria-sort").await?;
    ensure!(sort.as_deref() == Some("descending"), "{sort:?}");
    Ok(())
}
