//! RocketMQ topics: listed, created, changed, deleted, looked into.

use anyhow::ensure;
use dms_api::models::rocketmq::{Topic, TopicPermission};
use dms_api::ops::rocketmq::{GroupBody, ListTopics, ShowTopic};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Api, Console, Name, RocketMq, until};

/// Every test's own topics live on this instance of two brokers.
const LAB: &str = "rmq-topic-lab";
/// The demo's instance with access control.
const NOTIFY: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b02";

/// The lab's id, and a way to prepare it.
async fn lab(console: &Console) -> anyhow::Result<(String, Api<'_>)> {
    let api = console.api().await?;
    Ok((api.rocketmq(LAB, false).await?, api))
}

fn list(instance: &str) -> String {
    format!("/rocketmq/{instance}/topics")
}

/// The address of a topic's page.
fn page(instance: &str, topic: &str) -> String {
    format!("{}/{}", list(instance), dms_api::operation::encode(topic))
}

async fn topic(api: &Api<'_>, instance: &str, topic: &str) -> anyhow::Result<Topic> {
    api.send(&ShowTopic { instance_id: instance.to_owned(), topic: topic.to_owned() }).await
}

async fn names(api: &Api<'_>, instance: &str) -> anyhow::Result<Vec<String>> {
    let op = ListTopics { instance_id: instance.to_owned(), limit: Some(50), offset: None };
    Ok(api.send(&op).await?.topics.into_iter().map(|topic| topic.name).collect())
}

/// Read and write queues, broker by broker.
fn queues(topic: &Topic) -> Vec<(u32, u32)> {
    topic.brokers.iter().map(|b| (b.read_queue_num, b.write_queue_num)).collect()
}

/// Types into a field and leaves it, as a person does before reading what is wrong with it.
async fn enter(console: &Console, field: &str, text: &str) -> anyhow::Result<()> {
    let field = console.field(Name::starting(field));
    field.fill(text).await?;
    field.press("" + Key::Tab).await
}

pub async fn a_topic_is_created_and_listed(console: Console) -> anyhow::Result<()> {
    let ((rmq, api), name) = (lab(&console).await?, console.unique("%a|b"));
    console.enter(&list(&rmq)).await?;
    console.sees("left").await?;
    console.link("Create topic").nth(0).click().await?;
    enter(&console, "Name", &name).await?;
    console.radio(Name::starting("Consume only")).click().await?;
    enter(&console, "Queues per broker", "4").await?;
    console.sees("\"queue_num\": 4").await?;
    console.button("Create topic").click().await?;
    console.sees(&format!("Topic {name} created")).await?;
    console.is_at(&page(&rmq, &name)).await?;
    console.heading(&name).get().await?;
    console.sees("8 queues · Consume only").await?;
    for broker in ["broker-0", "broker-1"] {
        console.row(Name::starting(&format!("{broker} 4 4"))).get().await?;
        console.row(Name::starting(&format!("{broker} 3 0 0 0"))).reads("never").await?;
    }
    console.sees("No group consumes this topic.").await?;
    console.sees("Access control is off").await?;
    ensure!(topic(&api, &rmq, &name).await?.permission == TopicPermission::Sub);
    console.link("Topics").nth(0).click().await?;
    let row = console.row(Name::with(&name));
    row.reads("Consume only").await?;
    row.reads("broker-0, broker-1").await
}

pub async fn queues_are_placed_on_chosen_brokers_or_one_by_one(console: Console) -> anyhow::Result<()> {
    let ((rmq, api), stem) = (lab(&console).await?, console.unique("placed"));
    let (some, each) = (format!("{stem}-some"), format!("{stem}-each"));
    console.enter(&format!("{}/new", list(&rmq))).await?;
    enter(&console, "Name", &some).await?;
    console.radio(Name::starting("The same on some brokers")).click().await?;
    console.button("Create topic").click().await?;
    console.sees("Choose one.").await?;
    console.checkbox(Name::starting("broker-1")).click().await?;
    enter(&console, "Queues per broker", "6").await?;
    console.button("Create topic").click().await?;
    console.sees(&format!("Topic {some} created")).await?;
    let made = topic(&api, &rmq, &some).await?;
    ensure!(queues(&made) == [(6, 6)] && made.brokers[0].broker_name == "broker-1", "{made:?}");

    console.open(&format!("{}/new", list(&rmq))).await?;
    enter(&console, "Name", &each).await?;
    console.radio(Name::starting("Broker by broker")).click().await?;
    enter(&console, "Queues on broker-0", "2").await?;
    enter(&console, "Queues on broker-1", "51").await?;
    console.button("Create topic").click().await?;
    console.sees("broker-1: At most 50.").await?;
    enter(&console, "Queues on broker-1", "5").await?;
    console.button("Create topic").click().await?;
    console.sees(&format!("Topic {each} created")).await?;
    ensure!(queues(&topic(&api, &rmq, &each).await?) == [(2, 2), (5, 5)]);
    Ok(())
}

pub async fn every_rule_is_said_in_both_languages(console: Console) -> anyhow::Result<()> {
    let ((rmq, api), taken) = (lab(&console).await?, console.unique("taken"));
    api.rocketmq_topic(&rmq, &taken, 1).await?;
    console.enter(&format!("{}/new", list(&rmq))).await?;
    let (name, queues) = (("Name", "名称"), ("Queues per broker", "每个 Broker 的队列数"));
    let rules = [
        (name, "", "Enter a value.", "请填写。"),
        (name, "ab", "At least 3 characters.", "至少 3 个字符。"),
        (name, "a.bc", "“.” (character 2) is not allowed here.", "第 2 个字符“.”不允许使用。"),
        (name, "TBW102", "This name is reserved by the service.", "该名称为系统保留名称。"),
        (name, taken.as_str(), "This is there already.", "不能重复。"),
        (queues, "0", "At least 1.", "不能小于 1。"),
        (queues, "51", "At most 50.", "不能大于 50。"),
        (queues, "x", "Enter a whole number.", "请输入整数。"),
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

pub async fn a_refusal_keeps_what_was_typed(console: Console) -> anyhow::Result<()> {
    let ((rmq, _), name) = (lab(&console).await?, console.unique("refused"));
    console.enter(&format!("{}/new", list(&rmq))).await?;
    enter(&console, "Name", &name).await?;
    enter(&console, "Queues per broker", "7").await?;
    let fault = json!({ "operation": "rocketmq.CreateTopic", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    console.button("Create topic").click().await?;
    console.sees("DMS.00500000").await?;
    ensure!(console.field(Name::starting("Name")).value().await? == name);
    ensure!(console.field(Name::starting("Queues per broker")).value().await? == "7");
    console.button("Create topic").click().await?;
    console.sees(&format!("Topic {name} created")).await
}

pub async fn changes_are_shown_before_they_are_saved(console: Console) -> anyhow::Result<()> {
    let ((rmq, api), name) = (lab(&console).await?, console.unique("edited"));
    api.rocketmq_topic(&rmq, &name, 4).await?;
    console.enter(&page(&rmq, &name)).await?;
    console.button("Edit").click().await?;
    let form = console.dialog(&format!("Edit {name}"));
    let field = |name: &str| console.field(Name::starting(name)).within(&form);
    form.reads("Nothing changes.").await?;
    field("Read queues").fill("5").await?;
    field("Read queues").press("" + Key::Tab).await?;
    form.reads("Enter a multiple of 2.").await?;
    field("Read queues").fill("6").await?;
    form.reads("can no longer be read").await?;
    form.reads("fewer read than write queues").await?;
    console.radio(Name::starting("Consume only")).within(&form).click().await?;
    field("Description").fill("退款").await?;
    let fault = json!({ "operation": "rocketmq.ModifyTopic", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    console.button("Save changes").within(&form).click().await?;
    form.reads("DMS.00500000").await?;
    ensure!(field("Read queues").value().await? == "6", "what was typed is lost");
    console.button("Save changes").within(&form).click().await?;
    console.sees(&format!("Topic {name} saved")).await?;
    form.gone().await?;
    console.sees("6 queues · Consume only").await?;
    console.sees("退款").await?;
    let now = topic(&api, &rmq, &name).await?;
    ensure!(queues(&now) == [(3, 4), (3, 4)], "only what was changed: {now:?}");

    // Broker by broker, from the list.
    console.open(&format!("{}?q={name}", list(&rmq))).await?;
    console.button(&format!("Actions for {name}")).click().await?;
    console.menu_item("Edit").click().await?;
    console.radio(Name::starting("Broker by broker")).within(&form).click().await?;
    field("Read queues on broker-1").fill("9").await?;
    field("Write queues on broker-1").fill("0").await?;
    field("Write queues on broker-1").press("" + Key::Tab).await?;
    form.reads("broker-1: At least 1.").await?;
    field("Write queues on broker-1").fill("9").await?;
    console.button("Save changes").within(&form).click().await?;
    console.sees(&format!("Topic {name} saved")).await?;
    console.row(Name::with(&name)).reads("12").await?;
    ensure!(queues(&topic(&api, &rmq, &name).await?) == [(3, 4), (9, 9)]);
    Ok(())
}

pub async fn one_is_deleted_by_typing_its_name(console: Console) -> anyhow::Result<()> {
    let ((rmq, api), name) = (lab(&console).await?, console.unique("%DLQ%gone"));
    api.rocketmq_topic(&rmq, &name, 1).await?;
    console.enter(&page(&rmq, &name)).await?;
    console.button("Delete").click().await?;
    let asked = console.dialog(&format!("Delete topic {name}?"));
    asked.reads("made by RocketMQ for retries or dead letters").await?;
    let delete = console.button("Delete").within(&asked);
    ensure!(!delete.is_usable().await?, "nothing was typed yet");
    console.field(Name::with(&name)).within(&asked).fill(&name).await?;
    delete.click().await?;
    console.sees(&format!("Topic {name} deleted")).await?;
    console.is_at(&list(&rmq)).await?;
    ensure!(!names(&api, &rmq).await?.contains(&name));
    let calls = console.local().calls().await?;
    ensure!(calls.iter().any(|c| c.operation.as_deref() == Some("rocketmq.DeleteTopic") && c.status == 204));
    Ok(())
}

pub async fn several_are_deleted_by_a_task_and_a_refused_call_is_taken_apart(
    console: Console,
) -> anyhow::Result<()> {
    let ((rmq, api), stem) = (lab(&console).await?, console.unique("doomed"));
    let doomed = ["a", "b", "c"].map(|end| format!("{stem}-{end}"));
    for name in &doomed {
        api.rocketmq_topic(&rmq, name, 1).await?;
    }
    console.enter(&format!("{}?q={stem}", list(&rmq))).await?;
    console.checkbox("Select all 3 rows").click().await?;
    console.button("Delete").click().await?;
    let asked = console.dialog("Delete 3 topics?");
    console.field(Name::with("delete 3")).within(&asked).fill("delete 3").await?;
    let fault = |operation: &str| json!({ "operation": operation, "kind": "status", "status": 500 });
    console.local().fault(fault("rocketmq.DeleteTopics")).await?;
    console.local().fault(fault("rocketmq.DeleteTopic")).await?;
    console.button("Delete").within(&asked).click().await?;
    console.dialog("0 deleted, 3 failed").reads("DMS.00500000").await?;
    ensure!(doomed.iter().all(|name| !name.is_empty()) && names(&api, &rmq).await?.len() >= 3);
    // Each on its own now, one of which fails.
    console.button("Retry the failed ones").click().await?;
    let result = console.dialog("2 deleted, 1 failed");
    result.reads("Not deleted").await?;
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("3 topics deleted").await?;
    let left = names(&api, &rmq).await?;
    ensure!(!doomed.iter().any(|name| left.contains(name)), "{left:?}");

    // All at once, by a task that is followed.
    let doomed = ["x", "y"].map(|end| format!("{stem}-{end}"));
    for name in &doomed {
        api.rocketmq_topic(&rmq, name, 1).await?;
    }
    console.button("Refresh").click().await?;
    console.checkbox("Select all 2 rows").click().await?;
    console.button("Delete").click().await?;
    let asked = console.dialog("Delete 2 topics?");
    console.field(Name::with("delete 2")).within(&asked).fill("delete 2").await?;
    console.button("Delete").within(&asked).click().await?;
    console.sees("2 topics deleted").await?;
    for name in &doomed {
        console.row(Name::with(name)).gone().await?;
    }
    let calls = console.local().calls().await?;
    let called =
        |id: &str, status| calls.iter().any(|c| c.operation.as_deref() == Some(id) && c.status == status);
    ensure!(called("rocketmq.DeleteTopics", 200) && called("rocketmq.ShowTask", 200));
    Ok(())
}

pub async fn a_task_whose_end_cannot_be_seen_is_not_called_done(console: Console) -> anyhow::Result<()> {
    let ((rmq, api), stem) = (lab(&console).await?, console.unique("blind"));
    for end in ["a", "b"] {
        api.rocketmq_topic(&rmq, &format!("{stem}-{end}"), 1).await?;
    }
    console.enter(&format!("{}?q={stem}", list(&rmq))).await?;
    console.checkbox("Select all 2 rows").click().await?;
    console.button("Delete").click().await?;
    let asked = console.dialog("Delete 2 topics?");
    console.field(Name::with("delete 2")).within(&asked).fill("delete 2").await?;
    let fault = |operation: &str, times: u32| json!({ "operation": operation, "kind": "status", "status": 500, "times": times });
    console.local().fault(fault("rocketmq.ShowTask", 20)).await?;
    console.local().fault(fault("rocketmq.ShowTopic", 1)).await?;
    console.button("Delete").within(&asked).click().await?;
    // One is seen to be gone; of the other nothing can be learned.
    let result = console.dialog("1 deleted, 1 failed");
    result.reads("Not certain").await?;
    result.reads("Check before you try again.").await
}

pub async fn queues_groups_and_messages_are_those_of_the_clients(console: Console) -> anyhow::Result<()> {
    let ((rmq, api), name) = (lab(&console).await?, console.unique("filled"));
    api.rocketmq_topic(&rmq, &name, 2).await?;
    let group = format!("{name}-group");
    api.rocketmq_group(&rmq, GroupBody { name: group.clone(), ..GroupBody::default() }).await?;
    let clients = RocketMq::of(console.local(), &rmq);
    clients.produce(&name, 9).await?;
    clients.consume(&group, "reader@1", &[(&name, "*")], 4).await?;
    console.enter(&page(&rmq, &name)).await?;
    let status = dms_api::ops::rocketmq::ShowTopicStatus { instance_id: rmq.clone(), topic: name.clone() };
    let status = api.send(&status).await?;
    ensure!(status.messages() == 9);
    for broker in &status.brokers {
        for queue in &broker.queues {
            let (min, max) = (queue.min_offset, queue.max_offset);
            let row = format!("{} {} {min} {max} {} ", broker.broker_name, queue.id, max - min);
            console.row(Name::starting(&row)).get().await?;
        }
    }
    // The first is the title of a column.
    console.button("Broker").nth(1).click().await?;
    console.menu_item("broker-1").click().await?;
    console.address_has("broker=broker-1").await?;
    console.row(Name::starting("broker-0 0 ")).gone().await?;
    console.link(&group).click().await?;
    console.is_at(&format!("/rocketmq/{rmq}/groups/{group}")).await?;
    console.link(&name).nth(0).click().await?;
    console.is_at(&page(&rmq, &name)).await
}

pub async fn authorised_users_are_listed_where_access_is_controlled(console: Console) -> anyhow::Result<()> {
    console.enter(&format!("/rocketmq/{NOTIFY}/topics")).await?;
    console.link("notify-sms").click().await?;
    console.address_has("row=notify-sms").await?;
    let panel = console.role(&["complementary"], "notify-sms");
    panel.reads("短信通知").await?;
    console.link("Open page").within(&panel).click().await?;
    let users = console.role(&["grid"], "Authorised users");
    console.row(Name::starting("sms_service")).within(&users).reads("produce and consume").await?;
    console.row(Name::starting("notify_admin")).within(&users).reads("Administrator").await?;
    console.speak("中文（简体）").await?;
    console.row(Name::starting("sms_service")).reads("发布和订阅").await?;
    console.link("查看实例的全部权限").click().await?;
    console.is_at(&format!("/rocketmq/{NOTIFY}/permissions")).await
}

pub async fn names_that_need_care_in_addresses(console: Console) -> anyhow::Result<()> {
    let ((rmq, api), stem) = (lab(&console).await?, console.unique("care"));
    let names = [format!("%DLQ%{stem}"), format!("%RETRY%{stem}"), format!("{stem}|b"), format!("{stem}%2F")];
    for name in &names {
        api.rocketmq_topic(&rmq, name, 1).await?;
    }
    console.enter(&list(&rmq)).await?;
    for name in &names {
        console.role(&["searchbox"], Name::Any).fill(name).await?;
        console.link(name).click().await?;
        let panel = console.role(&["complementary"], name);
        panel.reads("Messages kept").await?;
        console.driver.refresh().await?;
        console.link("Open page").within(&panel).click().await?;
        console.is_at(&page(&rmq, name)).await?;
        console.driver.refresh().await?;
        console.heading(name).get().await?;
        console.sees("2 queues").await?;
        console.open(&list(&rmq)).await?;
    }
    console.open(&format!("{}?kind=dead&q={stem}", list(&rmq))).await?;
    console.row(Name::with(&names[0])).reads("Dead letters").await?;
    console.link(&names[2]).gone().await?;
    // A topic called like the page that creates one.
    api.rocketmq_topic(&rmq, "new", 1).await?;
    console.open(&format!("{}?q=new", list(&rmq))).await?;
    console.button("Actions for new").click().await?;
    console.menu_item("Open page").click().await?;
    console.heading("new").get().await?;
    console.is_at(&format!("{}/%6Eew", list(&rmq))).await
}

pub async fn odd_answers_show_the_same_page(console: Console) -> anyhow::Result<()> {
    let api = console.api().await?;
    // One broker and one topic, so that the service has the chance to send objects for lists.
    let rmq = api.rocketmq_small("rmq-topic-odd").await?;
    let name = "odd|one".to_owned();
    if !names(&api, &rmq).await?.contains(&name) {
        api.rocketmq_topic(&rmq, &name, 2).await?;
    }
    let clients = RocketMq::of(console.local(), &rmq);
    clients.produce(&name, 3).await?;
    console.enter(&list(&rmq)).await?;
    let row = console.row(Name::with(&name));
    row.reads("Produce and consume").await?;
    let plain = row.text().await?;
    let odd = json!({ "kind": "shape", "times": 1000 });
    console.local().fault(odd.clone()).await?;
    console.driver.refresh().await?;
    row.reads("Produce and consume").await?;
    ensure!(row.text().await? == plain, "{plain} became {}", row.text().await?);

    console.local().calm().await?;
    console.open(&page(&rmq, &name)).await?;
    let first = console.row(Name::starting("broker-0 0 "));
    first.get().await?;
    let grid = console.role(&["grid"], "Queues");
    let (plain, state) = (grid.text().await?, "2 queues · Produce and consume");
    console.sees(state).await?;
    console.local().fault(odd).await?;
    console.driver.refresh().await?;
    first.get().await?;
    console.sees(state).await?;
    ensure!(grid.text().await? == plain, "{plain} became {}", grid.text().await?);
    Ok(())
}

pub async fn a_list_that_cannot_be_read_is_not_called_empty(console: Console) -> anyhow::Result<()> {
    let (rmq, _) = lab(&console).await?;
    console.enter("/instances").await?;
    let fault = json!({ "operation": "rocketmq.ListTopics", "kind": "status", "status": 500, "times": 20 });
    console.local().fault(fault).await?;
    console.open(&list(&rmq)).await?;
    console.alert().reads("DMS.00500000").await?;
    ensure!(!console.text().await?.contains("No topics yet"));
    console.local().calm().await?;
    console.button("Try again").nth(0).click().await?;
    console.alert().gone().await?;
    console.open(&page(&rmq, "no|such")).await?;
    console.sees("No such topic").await?;
    console.link("Back to the topic list").click().await?;
    console.is_at(&list(&rmq)).await
}

pub async fn created_and_deleted_by_keyboard_alone_in_chinese(console: Console) -> anyhow::Result<()> {
    let ((rmq, api), name) = (lab(&console).await?, console.unique("keys"));
    console.enter(&list(&rmq)).await?;
    console.speak("中文（简体）").await?;
    console.link("创建 Topic").nth(0).press("" + Key::Enter).await?;
    let field = console.field(Name::starting("名称"));
    field.press(name.as_str()).await?;
    field.press("" + Key::Enter).await?;
    console.sees(&format!("Topic {name} 已创建")).await?;
    console.is_at(&page(&rmq, &name)).await?;
    console.button("编辑").press("" + Key::Enter).await?;
    let form = console.dialog(&format!("编辑 {name}"));
    let read = console.field(Name::starting("读队列数")).within(&form);
    // The arrow keys step by the number of brokers.
    read.press("" + Key::Up).await?;
    ensure!(read.value().await? == "8");
    read.press("" + Key::Enter).await?;
    console.sees(&format!("Topic {name} 已保存")).await?;
    form.gone().await?;
    console.button("删除").press("" + Key::Enter).await?;
    let asked = console.dialog(&format!("删除 Topic {name}？"));
    asked.get().await?;
    // Not the list of what goes, which comes first and can be scrolled.
    until("the name's field to have the focus", || async {
        Ok(console.focused().await?.contains(&name).then_some(()))
    })
    .await?;
    console.key(name.as_str()).await?;
    console.key("" + Key::Enter).await?;
    console.sees(&format!("Topic {name} 已删除")).await?;
    ensure!(!names(&api, &rmq).await?.contains(&name));
    Ok(())
}
