//! RocketMQ consumer groups: listed, created, changed, deleted, looked into.

use anyhow::{Context, ensure};
use dms_api::models::rocketmq::Group;
use dms_api::ops::rocketmq::{GroupBody, ListGroups, ShowConsumption, ShowGroup};
use serde_json::json;
use thirtyfour::prelude::*;

use super::rocketmq_group_reset::confirm;
use crate::support::{Api, Console, Name, RocketMq, until};

/// Every test's own groups live on this instance of two brokers.
const LAB: &str = "rmq-group-lab";
/// The demo's instance with access control.
const NOTIFY: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b02";

/// The lab's id, and a way to prepare it.
async fn lab(console: &Console) -> anyhow::Result<(String, Api<'_>)> {
    let api = console.api().await?;
    Ok((api.rocketmq(LAB, false).await?, api))
}

fn list(instance: &str) -> String {
    format!("/rocketmq/{instance}/groups")
}

/// The address of a group's page.
pub(super) fn page(instance: &str, group: &str) -> String {
    format!("{}/{}", list(instance), dms_api::operation::encode(group))
}

pub(super) fn named(name: &str) -> GroupBody {
    GroupBody { name: name.to_owned(), ..GroupBody::default() }
}

async fn group(api: &Api<'_>, instance: &str, group: &str) -> anyhow::Result<Group> {
    api.send(&ShowGroup { instance_id: instance.to_owned(), group: group.to_owned() }).await
}

async fn names(api: &Api<'_>, instance: &str) -> anyhow::Result<Vec<String>> {
    let op = ListGroups { instance_id: instance.to_owned(), group: None, limit: Some(50), offset: None };
    Ok(api.send(&op).await?.groups.into_iter().map(|group| group.name).collect())
}

/// A topic of one queue on each of two brokers with ten messages, of which a connected group has taken four.
pub(super) struct Setting {
    pub instance: String,
    pub topic: String,
    pub group: String,
}

pub(super) async fn setting(console: &Console, stem: &str) -> anyhow::Result<Setting> {
    let (instance, api) = lab(console).await?;
    let (topic, group) = (console.unique(&format!("{stem}-topic")), console.unique(&format!("{stem}-group")));
    api.rocketmq_topic(&instance, &topic, 1).await?;
    api.rocketmq_group(&instance, named(&group)).await?;
    let clients = RocketMq::of(console.local(), &instance);
    clients.produce(&topic, 10).await?;
    clients.consume(&group, "10.9.8.7@1#1", &[(&topic, "*")], 4).await?;
    Ok(Setting { instance, topic, group })
}

impl Setting {
    pub fn page(&self) -> String {
        page(&self.instance, &self.group)
    }

    pub fn reset(&self) -> String {
        format!("{}/reset", self.page())
    }

    /// Position and end in each queue of a topic, as the service has them.
    pub async fn places(&self, console: &Console, topic: &str) -> anyhow::Result<Vec<(i64, i64)>> {
        let op = ShowConsumption {
            instance_id: self.instance.clone(),
            group: self.group.clone(),
            topic: Some(topic.to_owned()),
            limit: None,
            offset: None,
        };
        let answer = console.api().await?.send(&op).await?;
        let queues = answer.brokers.unwrap_or_default().into_iter().flat_map(|broker| broker.queues);
        Ok(queues.map(|queue| (queue.consumer_offset, queue.broker_offset)).collect())
    }
}

/// Types into a field and leaves it, as a person does before reading what is wrong with it.
async fn enter(console: &Console, field: &str, text: &str) -> anyhow::Result<()> {
    let field = console.field(Name::starting(field));
    field.fill(text).await?;
    field.press("" + Key::Tab).await
}

/// Chooses an option of a select.
async fn select(console: &Console, label: &str, option: &str) -> anyhow::Result<()> {
    console.role(&["combobox"], Name::starting(label)).press(option).await
}

pub async fn a_group_is_created_changed_and_deleted(console: Console) -> anyhow::Result<()> {
    let ((rmq, api), name) = (lab(&console).await?, console.unique("%a|b"));
    console.enter(&list(&rmq)).await?;
    console.sees("left").await?;
    console.link("Create group").nth(0).click().await?;
    enter(&console, "Name", &name).await?;
    enter(&console, "Description", "账单 & bills").await?;
    enter(&console, "Max. retries", "3").await?;
    select(&console, "Starts at the oldest message", "No").await?;
    console.radio(Name::starting("Some brokers")).click().await?;
    console.checkbox(Name::starting("broker-1")).click().await?;
    console.sees("\"retry_max_time\": 3").await?;
    console.button("Create group").click().await?;
    console.sees(&format!("Group {name} created")).await?;
    console.is_at(&page(&rmq, &name)).await?;
    console.sees("账单 & bills").await?;
    console.sees("Enabled").await?;
    console.sees("No consumer is connected right now.").await?;
    let made = group(&api, &rmq, &name).await?;
    ensure!(made.retry_max_time == 3 && made.brokers == ["broker-1"] && made.enabled, "{made:?}");

    console.button("Edit").click().await?;
    let form = console.dialog(&format!("Edit {name}"));
    let retries = console.field(Name::starting("Max. retries")).within(&form);
    retries.fill("17").await?;
    retries.press("" + Key::Tab).await?;
    form.reads("At most 16.").await?;
    retries.fill("5").await?;
    console.role(&["switch"], Name::starting("Broadcast")).within(&form).click().await?;
    form.reads("or messages get lost or come twice").await?;
    let fault = json!({ "operation": "rocketmq.ModifyGroup", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    console.button("Save changes").within(&form).click().await?;
    form.reads("DMS.00500000").await?;
    ensure!(retries.value().await? == "5", "what was typed is lost");
    console.button("Save changes").within(&form).click().await?;
    console.sees(&format!("Group {name} saved")).await?;
    form.gone().await?;
    console.sees("A broadcast group").await?;
    let now = group(&api, &rmq, &name).await?;
    ensure!(now.retry_max_time == 5 && now.broadcast && now.brokers == ["broker-1"], "{now:?}");

    console.button("Delete").click().await?;
    let asked = console.dialog(&format!("Delete group {name}?"));
    console.field(Name::with(&name)).within(&asked).fill(&name).await?;
    console.button("Delete").within(&asked).click().await?;
    console.sees(&format!("Group {name} deleted")).await?;
    console.is_at(&list(&rmq)).await?;
    ensure!(!names(&api, &rmq).await?.contains(&name));
    Ok(())
}

pub async fn every_rule_is_said_in_both_languages(console: Console) -> anyhow::Result<()> {
    let ((rmq, api), taken) = (lab(&console).await?, console.unique("taken"));
    api.rocketmq_group(&rmq, named(&taken)).await?;
    console.enter(&format!("{}/new", list(&rmq))).await?;
    let (name, retries) = (("Name", "名称"), ("Max. retries", "最大重试次数"));
    let long = "x".repeat(65);
    let rules = [
        (name, "", "Enter a value.", "请填写。"),
        (name, "ab", "At least 3 characters.", "至少 3 个字符。"),
        (name, long.as_str(), "At most 64 characters.", "最多 64 个字符。"),
        (name, "a b", "(character 2) is not allowed here.", "第 2 个字符“空格”不允许使用。"),
        (name, taken.as_str(), "This is there already.", "不能重复。"),
        (retries, "0", "At least 1.", "不能小于 1。"),
        (retries, "17", "At most 16.", "不能大于 16。"),
        (retries, "1.5", "Enter a whole number.", "请输入整数。"),
    ];
    for (language, english) in [("English", true), ("中文（简体）", false)] {
        console.speak(language).await?;
        for ((en_field, zh_field), value, en, zh) in rules {
            let (field, said) = if english { (en_field, en) } else { (zh_field, zh) };
            enter(&console, field, value).await?;
            console.sees(said).await?;
        }
    }
    Ok(())
}

pub async fn several_are_changed_at_once_after_a_review(console: Console) -> anyhow::Result<()> {
    let ((rmq, api), stem) = (lab(&console).await?, console.unique("batch"));
    let groups = ["a", "b", "c"].map(|end| format!("{stem}-{end}"));
    for (name, retries) in groups.iter().zip([3, 5, 16]) {
        api.rocketmq_group(&rmq, GroupBody { retry_max_time: Some(retries), ..named(name) }).await?;
    }
    console.enter(&format!("{}?q={stem}", list(&rmq))).await?;
    console.checkbox("Select all 3 rows").click().await?;
    console.button("Edit").click().await?;
    let form = console.dialog("Edit 3 groups");
    form.reads("Nothing changes.").await?;
    let retries = console.field(Name::starting("Max. retries")).within(&form);
    retries.fill("5").await?;
    form.reads(&format!("{} · Max. retries", groups[0])).await?;
    form.reads("1 of the selected groups are like this already.").await?;
    select(&console, "State", "Disabled").await?;
    form.reads(&format!("{} · State", groups[1])).await?;
    // The call for all is refused; then each goes on its own, and one of them is refused again.
    let fault = |operation: &str| json!({ "operation": operation, "kind": "status", "status": 500 });
    console.local().fault(fault("rocketmq.ModifyGroups")).await?;
    console.local().fault(fault("rocketmq.ModifyGroup")).await?;
    console.button("Change 3 groups").within(&form).click().await?;
    console.dialog("0 changed, 3 failed").reads("DMS.00500000").await?;
    console.button("Retry the failed ones").click().await?;
    let result = console.dialog("2 changed, 1 failed");
    result.reads("Not changed").await?;
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("3 groups changed").await?;
    for name in &groups {
        let now = group(&api, &rmq, name).await?;
        ensure!(!now.enabled && now.retry_max_time == 5, "{now:?}");
    }

    // All at once, by a task that is followed.
    console.checkbox("Select all 3 rows").click().await?;
    console.button("Edit").click().await?;
    select(&console, "State", "Enabled").await?;
    console.button("Change 3 groups").within(&form).click().await?;
    console.sees("3 groups changed").await?;
    console.row(Name::with(&groups[2])).reads("Enabled").await?;
    let calls = console.local().calls().await?;
    ensure!(calls.iter().any(|c| c.operation.as_deref() == Some("rocketmq.ModifyGroups") && c.status == 200));
    Ok(())
}

pub async fn several_are_deleted_by_a_task_that_is_followed(console: Console) -> anyhow::Result<()> {
    let ((rmq, api), stem) = (lab(&console).await?, console.unique("doomed"));
    let groups = ["a", "b"].map(|end| format!("{stem}-{end}"));
    for name in &groups {
        api.rocketmq_group(&rmq, named(name)).await?;
    }
    let clients = RocketMq::of(console.local(), &rmq);
    let topic = format!("{stem}-topic");
    api.rocketmq_topic(&rmq, &topic, 1).await?;
    clients.consume(&groups[0], "still@here", &[(&topic, "*")], 1).await?;
    console.enter(&format!("{}?q={stem}", list(&rmq))).await?;
    console.row(Name::with(&groups[0])).reads("Connected").await?;
    console.checkbox("Select all 2 rows").click().await?;
    console.button("Delete").click().await?;
    let asked = console.dialog("Delete 2 groups?");
    asked.reads("Consumers are connected to 1 of them.").await?;
    console.field(Name::with("delete 2")).within(&asked).fill("delete 2").await?;
    let fault = json!({ "operation": "rocketmq.DeleteGroups", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    console.button("Delete").within(&asked).click().await?;
    console.dialog("0 deleted, 2 failed").get().await?;
    let fault = json!({ "operation": "rocketmq.DeleteGroup", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    console.button("Retry the failed ones").click().await?;
    let result = console.dialog("1 deleted, 1 failed");
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("2 groups deleted").await?;

    for name in &groups {
        api.rocketmq_group(&rmq, named(name)).await?;
    }
    console.button("Refresh").click().await?;
    console.checkbox("Select all 2 rows").click().await?;
    console.button("Delete").click().await?;
    console.field(Name::with("delete 2")).within(&asked).fill("delete 2").await?;
    console.button("Delete").within(&asked).click().await?;
    console.sees("2 groups deleted").await?;
    for name in &groups {
        console.row(Name::with(name)).gone().await?;
    }
    // The rows go when the call is taken on; the task is asked about a moment later.
    until("every call to be made", || async {
        let calls = console.local().calls().await?;
        let called =
            |id: &str, status| calls.iter().any(|c| c.operation.as_deref() == Some(id) && c.status == status);
        let all = called("rocketmq.DeleteGroups", 200)
            && called("rocketmq.ShowTask", 200)
            && called("rocketmq.DeleteGroup", 204);
        Ok(all.then_some(()))
    })
    .await
}

pub async fn the_address_keeps_what_is_shown(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "kept").await?;
    console.enter(&list(&at.instance)).await?;
    let search = console.role(&["searchbox"], Name::Any);
    search.fill(&at.group).await?;
    console.address_has(&format!("q={}", at.group)).await?;
    console.button("State").click().await?;
    console.menu_item("None connected").click().await?;
    console.address_has("state=offline").await?;
    console.row(Name::with(&at.group)).gone().await?;
    console.button("Clear filters").click().await?;
    search.fill(&at.group).await?;
    console.link(&at.group).click().await?;
    console.address_has(&format!("row={}", at.group)).await?;
    let panel = console.role(&["complementary"], Name::with(&at.group));
    panel.reads("Total lag\n6").await?;
    panel.reads(&at.topic).await?;
    console.driver.refresh().await?;
    panel.get().await?;
    console.driver.back().await?;
    panel.gone().await
}

pub async fn the_list_finds_out_who_lags(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "lagging").await?;
    let done = format!("{}-done", at.group);
    console.api().await?.rocketmq_group(&at.instance, named(&done)).await?;
    let clients = RocketMq::of(console.local(), &at.instance);
    clients.consume(&done, "10.9.8.7@4#4", &[(&at.topic, "*")], 32).await?;
    console.enter(&format!("{}?q={}", list(&at.instance), at.group)).await?;
    console.row(Name::with("Connected 6 Clustering")).get().await?;
    console.row(Name::with("Connected 0 Clustering")).get().await?;
    // Descending: who lags most comes first.
    console.button("Lag").click().await?;
    console.button("Lag").click().await?;
    console.address_has("sort=-lag").await?;
    until("the one that lags to come first", || async {
        let text = console.text().await?;
        let at = text.find(&format!("{}\n", at.group)).zip(text.find(&done));
        Ok(at.filter(|(lagging, done)| lagging < done))
    })
    .await?;
    Ok(())
}

pub async fn figures_are_those_of_the_clients(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "figures").await?;
    console.enter(&at.page()).await?;
    console.sees("Connected").await?;
    let places = at.places(&console, &at.topic).await?;
    ensure!(places.iter().map(|(at, end)| end - at).sum::<i64>() == 6, "{places:?}");
    for (n, (position, end)) in places.iter().enumerate() {
        let row = format!("{} broker-{n} 0 {position} {end} {} ", at.topic, end - position);
        console.row(Name::starting(&row)).get().await?;
    }
    let clients = console.role(&["grid"], "Connected consumers");
    let row = console.row(Name::starting("10.9.8.7@1#1")).within(&clients);
    row.reads("10.9.8.7:41000").await?;
    row.reads(&format!("{} (*)", at.topic)).await?;
    row.reads("Push").await?;
    // Somebody subscribes to something else: messages will be lost.
    let others = RocketMq::of(console.local(), &at.instance);
    others.consume(&at.group, "10.9.8.7@2#2", &[(&at.topic, "paid")], 0).await?;
    console.button("Refresh").click().await?;
    console.sees("The consumers do not subscribe to the same").await?;
    // The first is the title of a column.
    console.button("Topic").nth(1).click().await?;
    console.menu_item(&at.topic).click().await?;
    console.address_has("topic=").await?;
    console.checkbox("Only with lag").click().await?;
    console.address_has("lagging=1").await?;
    // A topic that cannot be read leaves the sum unknown, never zero.
    let fault = json!({
        "operation": "rocketmq.ShowConsumption", "kind": "status", "status": 500, "times": 20,
    });
    console.open("/instances").await?;
    console.heading("Instances").get().await?;
    console.local().fault(fault).await?;
    console.open(&at.page()).await?;
    console.sees("DMS.00500000").await?;
    let facts = console.text().await?;
    ensure!(facts.contains("Total lag\nunknown"), "{facts}");
    Ok(())
}

pub async fn authorised_users_are_listed_where_access_is_controlled(console: Console) -> anyhow::Result<()> {
    console.enter(&format!("/rocketmq/{NOTIFY}/groups/sms-sender")).await?;
    console.sees("运营商限流").await?;
    let users = console.role(&["grid"], "Authorised users");
    console.row(Name::starting("sms_service")).within(&users).reads("consume").await?;
    console.link("All permissions of the instance").click().await?;
    console.is_at(&format!("/rocketmq/{NOTIFY}/permissions")).await
}

pub async fn names_that_need_care_in_addresses(console: Console) -> anyhow::Result<()> {
    let ((rmq, api), stem) = (lab(&console).await?, console.unique("care"));
    let topic = format!("{stem}|t");
    api.rocketmq_topic(&rmq, &topic, 1).await?;
    let clients = RocketMq::of(console.local(), &rmq);
    clients.produce(&topic, 2).await?;
    console.enter(&list(&rmq)).await?;
    for name in [format!("%DLQ%{stem}"), format!("%RETRY%{stem}"), format!("{stem}|b")] {
        api.rocketmq_group(&rmq, named(&name)).await?;
        clients.consume(&name, "care@1", &[(&topic, "*")], 2).await?;
        console.open(&list(&rmq)).await?;
        console.role(&["searchbox"], Name::Any).fill(&name).await?;
        console.link(&name).click().await?;
        let panel = console.role(&["complementary"], Name::with(&name));
        panel.reads("Total lag\n0").await?;
        console.link("Open page").within(&panel).click().await?;
        console.is_at(&page(&rmq, &name)).await?;
        console.driver.refresh().await?;
        console.heading(&name).get().await?;
        console.link(&topic).nth(0).get().await?;
        console.link("Reset offsets").click().await?;
        console.is_at(&format!("{}/reset", page(&rmq, &name))).await?;
        console.driver.refresh().await?;
        console.radio(Name::starting("To the oldest messages")).click().await?;
        console.row(Name::starting(&format!("{topic} broker-0 0 1 "))).reads("replays 1").await?;
        confirm(&console, &name).await?;
        console.sees("2 queues moved").await?;
    }
    Ok(())
}

pub async fn odd_answers_show_the_same_page(console: Console) -> anyhow::Result<()> {
    let api = console.api().await?;
    // One broker and one group, so that the service has the chance to send objects for lists.
    let rmq = api.rocketmq_small("rmq-group-odd").await?;
    let (topic, name) = ("odd-topic".to_owned(), "odd|group".to_owned());
    let clients = RocketMq::of(console.local(), &rmq);
    if !names(&api, &rmq).await?.contains(&name) {
        api.rocketmq_topic(&rmq, &topic, 2).await?;
        api.rocketmq_group(&rmq, named(&name)).await?;
        clients.produce(&topic, 4).await?;
    }
    clients.consume(&name, "odd@1", &[(&topic, "*")], 1).await?;
    console.enter(&list(&rmq)).await?;
    let row = console.row(Name::with(&name));
    row.reads("Clustering").await?;
    let quota = "1 of ";
    console.sees(quota).await?;
    let plain = row.text().await?;
    let odd = json!({ "kind": "shape", "times": 1000 });
    console.local().fault(odd.clone()).await?;
    console.driver.refresh().await?;
    row.reads("Clustering").await?;
    console.sees(quota).await?;
    ensure!(row.text().await? == plain, "{plain} became {}", row.text().await?);

    console.local().calm().await?;
    console.open(&page(&rmq, &name)).await?;
    let first = console.row(Name::starting(&format!("{topic} broker-0 0 ")));
    first.get().await?;
    console.sees("odd@1").await?;
    let facts = |console: &Console| {
        let console = console.clone();
        async move {
            let script = "return document.querySelector('.facts').innerText
                + [...document.querySelectorAll('[role=grid]')].map(g => g.innerText).join();";
            anyhow::Ok(console.js(script).await?.as_str().unwrap_or_default().to_owned())
        }
    };
    let plain = facts(&console).await?;
    console.local().fault(odd.clone()).await?;
    console.driver.refresh().await?;
    first.get().await?;
    until("the same page", || async { Ok((facts(&console).await? == plain).then_some(())) })
        .await
        .with_context(|| plain.clone())?;
    // The result of a reset comes under a misspelt name.
    console.open(&format!("{}/reset?to=earliest", page(&rmq, &name))).await?;
    confirm(&console, &name).await?;
    console.sees("2 queues moved").await?;
    first.reads("moved to 0").await
}

pub async fn a_group_that_is_not_there_is_said(console: Console) -> anyhow::Result<()> {
    let (rmq, _) = lab(&console).await?;
    console.enter(&page(&rmq, "no|such")).await?;
    console.sees("No such consumer group").await?;
    console.link("Back to the group list").click().await?;
    console.is_at(&list(&rmq)).await
}
