//! Topics: listed, created, changed, deleted.

use anyhow::ensure;
use dms_api::ops::kafka::{DeleteTopics, DeleteTopicsBody};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Api, Console, Name, until};

/// Every test's own topics live on this instance.
const LAB: &str = "topic-lab";

/// The lab's id, and a way to prepare it.
async fn lab(console: &Console) -> anyhow::Result<(String, Api<'_>)> {
    let api = console.api().await?;
    Ok((api.kafka(LAB).await?, api))
}

/// Types into a field and leaves it, as a person does before reading what is wrong with it.
async fn enter(console: &Console, field: &str, text: &str) -> anyhow::Result<()> {
    let field = console.field(Name::starting(field));
    field.fill(text).await?;
    field.press("" + Key::Tab).await
}

pub async fn a_topic_is_created(console: Console) -> anyhow::Result<()> {
    let ((kafka, _), topic) = (lab(&console).await?, console.unique("created"));
    console.enter(&format!("/kafka/{kafka}/topics")).await?;
    console.link("Create topic").nth(0).click().await?;
    enter(&console, "Name", &topic).await?;
    enter(&console, "Partitions", "4").await?;
    enter(&console, "Replicas", "2").await?;
    enter(&console, "Retention", "24").await?;
    enter(&console, "Description", "订单 & orders").await?;
    console.role(&["switch"], Name::starting("Sync replication")).click().await?;
    console.button("Create topic").click().await?;

    console.sees(&format!("Topic {topic} created")).await?;
    console.is_at(&format!("/kafka/{kafka}/topics/{topic}")).await?;
    console.heading(&topic).get().await?;
    console.sees("4 partitions").await?;
    console.sees("24 h").await?;
    console.sees("订单 & orders").await?;
    console.link("Topics").nth(0).click().await?;
    let row = console.row(Name::with(&topic));
    row.reads("订单 & orders").await?;
    row.reads("On").await
}

pub async fn every_rule_is_said_in_both_languages(console: Console) -> anyhow::Result<()> {
    let ((kafka, api), taken) = (lab(&console).await?, console.unique("rules.taken"));
    api.create_topic(&kafka, &taken, 1).await?;
    console.enter(&format!("/kafka/{kafka}/topics/new")).await?;
    let names =
        [("Name", "名称"), ("Partitions", "分区数"), ("Replicas", "副本数"), ("Retention", "保留时间")];
    let sizes = [("Max. message size", "最大消息大小")];
    let fields: std::collections::BTreeMap<_, _> = names.into_iter().chain(sizes).collect();
    let collides = taken.replace('.', "_");
    let rules = [
        ("Name", "", "Enter a value.", "请填写。"),
        ("Name", "ab", "At least 3 characters.", "至少 3 个字符。"),
        ("Name", "1abc", "names begin with a letter", "须以英文字母开头"),
        ("Name", "a b c", "A space (character 2) is not allowed here.", "第 2 个字符“空格”不允许使用。"),
        ("Name", "abc#", "“#” (character 4) is not allowed here.", "第 4 个字符“#”不允许使用。"),
        ("Name", &taken, "This is there already.", "不能重复。"),
        ("Name", &collides, "“.” and “_” count as the same", "将“.”和“_”视为相同字符"),
        ("Partitions", "0", "At least 1.", "不能小于 1。"),
        ("Partitions", "101", "At most 100.", "不能大于 100。"),
        ("Partitions", "", "Enter a value.", "请填写。"),
        ("Partitions", "1e1", "Enter a whole number.", "请输入整数。"),
        ("Replicas", "4", "At most 3.", "不能大于 3。"),
        ("Retention", "0", "At least 1.", "不能小于 1。"),
        ("Retention", "721", "At most 720.", "不能大于 720。"),
        (
            "Max. message size",
            "10485761",
            "At most 10\u{202f}485\u{202f}760.",
            "不能大于 10\u{202f}485\u{202f}760。",
        ),
    ];
    for language in ["English", "中文（简体）"] {
        console.speak(language).await?;
        for (field, value, en, zh) in rules {
            let (field, said) = if language == "English" { (field, en) } else { (fields[field], zh) };
            enter(&console, field, value).await?;
            console.sees(said).await?;
            let invalid = console.field(field).attr("aria-invalid").await?;
            ensure!(invalid.as_deref() == Some("true"), "{field} is not marked");
        }
    }
    Ok(())
}

pub async fn a_refusal_of_the_service_keeps_the_form(console: Console) -> anyhow::Result<()> {
    let ((kafka, _), topic) = (lab(&console).await?, console.unique("refused"));
    console.enter(&format!("/kafka/{kafka}/topics/new")).await?;
    enter(&console, "Name", &topic).await?;
    enter(&console, "Partitions", "7").await?;
    let fault = json!({ "operation": "kafka.CreateTopic", "kind": "status", "status": 400,
        "code": "DMS.00400975", "message": "refused for the test" });
    console.local().fault(fault).await?;
    console.button("Create topic").click().await?;
    console.sees("DMS.00400975").await?;
    // What was said is in sight, wherever the button is, and where the keyboard is.
    let seen = "const said = document.querySelector('.error-state'), at = said.getBoundingClientRect();\
        return document.activeElement === said && at.top >= 0 && at.bottom <= innerHeight;";
    until("the refusal to be in view", || async { Ok((console.js(seen).await? == true).then_some(())) })
        .await?;
    ensure!(console.field("Name").value().await? == topic);
    ensure!(console.field("Partitions").value().await? == "7");
    console.button("Create topic").click().await?;
    console.sees(&format!("Topic {topic} created")).await
}

pub async fn a_write_is_never_sent_twice(console: Console) -> anyhow::Result<()> {
    let ((kafka, _), topic) = (lab(&console).await?, console.unique("once"));
    console.enter(&format!("/kafka/{kafka}/topics/new")).await?;
    enter(&console, "Name", &topic).await?;
    console.local().fault(json!({ "operation": "kafka.CreateTopic", "kind": "drop" })).await?;
    console.button("Create topic").click().await?;
    console.alert().get().await?;
    let calls = console.local().calls().await?;
    let sent = calls.iter().filter(|c| c.operation.as_deref() == Some("kafka.CreateTopic")).count();
    ensure!(sent == 1, "sent {sent} times");
    ensure!(console.field("Name").value().await? == topic);
    Ok(())
}

pub async fn changes_are_shown_before_they_are_saved(console: Console) -> anyhow::Result<()> {
    let ((kafka, api), topic) = (lab(&console).await?, console.unique("edited"));
    api.create_topic(&kafka, &topic, 2).await?;
    console.enter(&format!("/kafka/{kafka}/topics/{topic}")).await?;
    console.link("Edit").click().await?;
    enter(&console, "Partitions", "1").await?;
    console.sees("At least 2.").await?;
    enter(&console, "Partitions", "5").await?;
    enter(&console, "Retention", "48").await?;
    console.sees("Partitions\t2\t5").await?;
    console.sees("Retention (h)\t72\t48").await?;
    console.sees("Adding partitions changes which partition a key goes to").await?;
    console.sees("messages older than 48 h are removed").await?;
    console.button("Save changes").click().await?;
    console.sees(&format!("Topic {topic} saved")).await?;
    console.sees("5 partitions").await?;
    console.sees("48 h").await
}

pub async fn several_are_deleted_with_a_result_for_each(console: Console) -> anyhow::Result<()> {
    let ((kafka, api), stem) = (lab(&console).await?, console.unique("doomed"));
    let topics = ["a", "b", "c"].map(|end| format!("{stem}-{end}"));
    for topic in &topics {
        api.create_topic(&kafka, topic, 1).await?;
    }
    console.enter(&format!("/kafka/{kafka}/topics?q={stem}")).await?;
    for topic in &topics {
        console.checkbox(&format!("Select {topic}")).click().await?;
    }
    console.button("Delete").click().await?;
    let asked = console.dialog("Delete 3 topics?");
    asked.reads("All their messages and settings are lost.").await?;
    let confirm = console.button("Delete").within(&asked);
    ensure!(!confirm.is_usable().await?, "nothing is typed yet");
    // Focus starts where the words have to be typed.
    console.key("delete 3").await?;
    ensure!(console.field(Name::with("delete 3")).within(&asked).value().await? == "delete 3");
    let fault = json!({ "operation": "kafka.DeleteTopics", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    confirm.click().await?;

    let result = console.dialog("0 deleted, 3 failed");
    for topic in &topics {
        result.reads(topic).await?;
    }
    result.reads("Not deleted").await?;
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("3 topics deleted").await?;
    for topic in &topics {
        console.row(Name::with(topic)).gone().await?;
    }
    Ok(())
}

pub async fn those_that_stay_are_tried_again_alone(console: Console) -> anyhow::Result<()> {
    let ((kafka, api), stem) = (lab(&console).await?, console.unique("partly"));
    let topics = ["a", "b"].map(|end| format!("{stem}-{end}"));
    for topic in &topics {
        api.create_topic(&kafka, topic, 1).await?;
    }
    console.enter(&format!("/kafka/{kafka}/topics?q={stem}")).await?;
    console.checkbox("Select all 2 rows").click().await?;
    console.button("Delete").click().await?;
    let asked = console.dialog("Delete 2 topics?");
    console.field(Name::with("delete 2")).within(&asked).fill("delete 2").await?;
    // Somebody else is faster with one of them: the service cannot delete it.
    let body = DeleteTopicsBody { topics: vec![topics[1].clone()] };
    api.send(&DeleteTopics { instance_id: kafka.clone(), body }).await?;
    console.button("Delete").within(&asked).click().await?;
    let result = console.dialog("1 deleted, 1 failed");
    result.reads("Not deleted").await?;
    api.create_topic(&kafka, &topics[1], 1).await?;
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("2 topics deleted").await?;
    let calls = console.local().calls().await?;
    let sent = calls.iter().filter(|c| c.operation.as_deref() == Some("kafka.DeleteTopics")).count();
    ensure!(sent == 2, "two calls, the second for one topic alone");
    for topic in &topics {
        console.row(Name::with(topic)).gone().await?;
    }
    Ok(())
}

pub async fn one_is_deleted_by_typing_its_name(console: Console) -> anyhow::Result<()> {
    let ((kafka, api), topic) = (lab(&console).await?, console.unique("named"));
    api.create_topic(&kafka, &topic, 1).await?;
    console.enter(&format!("/kafka/{kafka}/topics/{topic}")).await?;
    console.button("Delete").click().await?;
    let asked = console.dialog(&format!("Delete topic {topic}?"));
    let field = console.field(Name::with(&topic)).within(&asked);
    field.fill("something else").await?;
    ensure!(!console.button("Delete").within(&asked).is_usable().await?);
    field.fill(&topic).await?;
    console.button("Delete").within(&asked).click().await?;
    console.sees(&format!("Topic {topic} deleted")).await?;
    console.is_at(&format!("/kafka/{kafka}/topics")).await
}

pub async fn the_address_keeps_what_is_shown(console: Console) -> anyhow::Result<()> {
    let ((kafka, api), stem) = (lab(&console).await?, console.unique("kept"));
    let topics = ["a", "b"].map(|end| format!("{stem}-{end}"));
    for topic in &topics {
        api.create_topic(&kafka, topic, 1).await?;
    }
    let list = format!("/kafka/{kafka}/topics");
    console.enter(&list).await?;
    let search = console.role(&["searchbox"], Name::Any);
    search.fill(&stem).await?;
    console.address_has(&format!("q={stem}")).await?;
    console.button("Name").click().await?;
    console.button("Name").click().await?;
    console.address_has("sort=-name").await?;
    console.link(&topics[0]).click().await?;
    console.address_has(&format!("row={}", topics[0])).await?;
    let panel = console.role(&["complementary", "region", "dialog"], Name::with(&topics[0]));
    panel.get().await?;

    console.driver.refresh().await?;
    panel.get().await?;
    ensure!(search.value().await? == stem, "a reload forgets the search");
    let order = shown(&console, &stem).await?;
    ensure!(order == [topics[1].clone(), topics[0].clone()], "a reload forgets the order: {order:?}");

    console.driver.back().await?;
    panel.gone().await?;
    ensure!(console.path().await?.contains(&format!("q={stem}")), "back goes one step");
    console.driver.forward().await?;
    panel.get().await?;
    Ok(())
}

/// The names on the rows that have `stem`, from top to bottom.
async fn shown(console: &Console, stem: &str) -> anyhow::Result<Vec<String>> {
    console.link(Name::with(stem)).get().await?;
    let grid = console.role(&["grid"], "Topics");
    console.link(Name::with(stem)).within(&grid).names().await
}

pub async fn the_request_can_be_read_before_it_is_sent(console: Console) -> anyhow::Result<()> {
    let (kafka, _) = lab(&console).await?;
    console.enter(&format!("/kafka/{kafka}/topics/new")).await?;
    enter(&console, "Name", "preview-me").await?;
    console.sees("\"id\": \"preview-me\"").await?;
    let shown = console.text().await?;
    let at = |key: &str| shown.find(key).unwrap_or(usize::MAX);
    ensure!(
        at("\"id\"") < at("\"replication\"") && at("\"replication\"") < at("\"partition\""),
        "in the body's order"
    );
    console.sees(&format!("/instances/{kafka}/topics")).await
}

pub async fn unsaved_entries_are_not_lost_by_a_click(console: Console) -> anyhow::Result<()> {
    let (kafka, _) = lab(&console).await?;
    console.enter(&format!("/kafka/{kafka}/topics/new")).await?;
    enter(&console, "Name", "half-done").await?;
    console.link("Instances").nth(0).click().await?;
    let asked = console.dialog("Discard your changes?");
    console.button("Stay").within(&asked).click().await?;
    asked.gone().await?;
    ensure!(console.field("Name").value().await? == "half-done");
    console.link("Instances").nth(0).click().await?;
    console.button("Discard").within(&asked).click().await?;
    console.heading("Instances").get().await?;
    Ok(())
}

pub async fn unsaved_entries_are_not_lost_by_the_browsers_back(console: Console) -> anyhow::Result<()> {
    let (kafka, _) = lab(&console).await?;
    let (list, form) = (format!("/kafka/{kafka}/topics"), format!("/kafka/{kafka}/topics/new"));
    console.enter(&list).await?;
    console.link("Create topic").nth(0).click().await?;
    enter(&console, "Name", "half-done").await?;
    console.driver.back().await?;
    let asked = console.dialog("Discard your changes?");
    console.button("Stay").within(&asked).click().await?;
    asked.gone().await?;
    console.is_at(&form).await?;
    ensure!(console.field("Name").value().await? == "half-done");
    console.driver.back().await?;
    console.button("Discard").within(&asked).click().await?;
    console.is_at(&list).await?;
    console.heading("Topics").get().await?;
    // Nothing is unsaved any more: forward and back go as they always do.
    console.driver.forward().await?;
    console.is_at(&form).await?;
    ensure!(console.field("Name").value().await?.is_empty());
    console.driver.back().await?;
    console.heading("Topics").get().await?;
    asked.gone().await
}

pub async fn a_list_that_cannot_be_read_is_not_called_empty(console: Console) -> anyhow::Result<()> {
    let kafka = console.api().await?.kafka(LAB).await?;
    console.enter("/instances").await?;
    let fault = json!({ "operation": "kafka.ListTopics", "kind": "status", "status": 400, "times": 20 });
    console.local().fault(fault).await?;
    console.open(&format!("/kafka/{kafka}/topics")).await?;
    console.button("Try again").get().await?;
    console.sees_no("No topics yet").await
}

pub async fn names_that_need_care_in_addresses(console: Console) -> anyhow::Result<()> {
    let ((kafka, api), stem) = (lab(&console).await?, console.unique("dots"));
    let topic = format!("{stem}.v1.js");
    api.create_topic(&kafka, &topic, 1).await?;
    console.enter(&format!("/kafka/{kafka}/topics/{topic}")).await?;
    console.heading(&topic).get().await?;
    console.driver.refresh().await?;
    console.heading(&topic).get().await?;
    console.open(&format!("/kafka/{kafka}/topics/no-such-topic")).await?;
    console.sees("No such topic").await?;
    console.button("Delete").gone().await?;
    console.link("Edit").gone().await?;
    console.link("Back to the topic list").click().await?;
    console.is_at(&format!("/kafka/{kafka}/topics")).await
}

pub async fn a_read_that_fails_is_tried_again(console: Console) -> anyhow::Result<()> {
    let ((kafka, api), topic) = (lab(&console).await?, console.unique("retried"));
    api.create_topic(&kafka, &topic, 1).await?;
    console.enter("/instances").await?;
    for fault in [
        json!({ "operation": "kafka.ListTopics", "kind": "throttle", "retry_after": 1 }),
        json!({ "operation": "kafka.ListTopics", "kind": "drop" }),
    ] {
        console.local().fault(fault).await?;
    }
    console.open(&format!("/kafka/{kafka}/topics?q={topic}")).await?;
    console.link(&topic).get().await?;
    let calls = console.local().calls().await?;
    let lists = calls.iter().filter(|c| c.operation.as_deref() == Some("kafka.ListTopics")).count();
    ensure!(lists >= 3, "two failures and a success make {lists} calls");
    Ok(())
}

pub async fn a_list_that_cannot_be_read_says_why(console: Console) -> anyhow::Result<()> {
    let (kafka, _) = lab(&console).await?;
    console.enter("/instances").await?;
    let fault = json!({ "operation": "kafka.ListTopics", "kind": "truncate", "times": 20 });
    console.local().fault(fault).await?;
    console.open(&format!("/kafka/{kafka}/topics")).await?;
    let retry = console.button("Try again");
    retry.get().await?;
    console.local().calm().await?;
    retry.click().await?;
    retry.gone().await?;
    until("the list", || async { Ok(console.role(&["grid"], "Topics").is_there().await?.then_some(())) })
        .await
}
