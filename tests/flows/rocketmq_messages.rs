//! RocketMQ's messages: found, looked at, produced, saved.

use anyhow::{Context, ensure};
use dms_api::ops::rocketmq::GroupBody;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::support::{Api, Console, Locator, Name, axe, until};

/// Every test's own topics live on this instance.
const LAB: &str = "rocketmq-messages";

/// Twelve orders with keys and tags in a topic of its own; the lab's id and the topic.
async fn orders(console: &Console, stem: &str) -> anyhow::Result<(String, String)> {
    let (api, topic) = (console.api().await?, console.unique(stem));
    let lab = api.rocketmq_small(LAB).await?;
    api.rocketmq_topic(&lab, &topic, 1).await?;
    for n in 0..12_u64 {
        let city = ["Oslo", "上海", "Lyon"][usize::try_from(n % 3)?];
        // Not by a JSON library: a number that no float holds.
        let body = format!("{{\"id\":{},\"city\":\"{city}\"}}", 12_345_678_901_234_567_890 + n);
        let more = json!({ "keys": format!("order-{n}"), "tags": if n % 2 == 0 { "paid" } else { "open" },
            "properties": { "shop": "7" } });
        console.local().rocketmq_sends(&lab, &topic, &body, more).await?;
    }
    Ok((lab, topic))
}

/// A group that begins with the oldest message and tries twice.
pub async fn make_group(api: &Api<'_>, lab: &str, group: &str) -> anyhow::Result<()> {
    let body = GroupBody {
        name: group.to_owned(),
        retry_max_time: Some(2),
        from_beginning: Some(true),
        ..GroupBody::default()
    };
    api.rocketmq_group(lab, body).await
}

fn panel(console: &Console) -> Locator {
    console.role(&["complementary"], Name::starting("Message "))
}

/// Waits until the list has so many rows.
async fn rows(console: &Console, list: &str, n: usize) -> anyhow::Result<()> {
    let grid = console.role(&["grid"], list);
    until(format!("{n} rows"), || async {
        Ok((grid.attr("aria-rowcount").await?.as_deref() == Some(&(n + 1).to_string())).then_some(()))
    })
    .await
}

pub async fn by_time_key_and_id(console: Console) -> anyhow::Result<()> {
    let (lab, topic) = orders(&console, "found").await?;
    console.enter(&format!("/rocketmq/{lab}/messages")).await?;
    console.sees("Which topic?").await?;
    console.field("Topic").fill(&topic).await?;
    console.option(&topic).click().await?;
    console.sees("Read 12 of 12").await?;
    console.sees("That is all there is").await?;
    console.address_has(&format!("topic={topic}")).await?;
    for n in 0..12 {
        console.row(Name::with(&format!("order-{n}"))).get().await?;
    }

    console.radio("Key").click().await?;
    console.sees("Enter a key.").await?;
    console.field("Message key").press("order-7" + Key::Enter).await?;
    rows(&console, "Messages", 1).await?;
    console.sees("Asked: key order-7").await?;
    console.row(Name::with("order-7")).click().await?;
    panel(&console).reads("order-7").await?;
    panel(&console).reads("matches the body").await?;
    panel(&console).reads("shop").await?;
    // As it was written: a number that no float holds, and what is no Latin letter.
    console.role(&["treeitem"], Name::with("12345678901234567897")).get().await?;

    console.field("Message key").fill("no-such-key").await?;
    console.button("Read").click().await?;
    console.sees("No message of this time has this key").await?;

    console.radio("Message ID").click().await?;
    console.sees("Enter a message ID").await?;
    let sent = console.local().rocketmq_sends(&lab, &topic, "plain words", json!({})).await?;
    let ids = [sent.unique_key.as_str(), sent.msg_id.as_str()];
    for id in ids {
        console.field("Message ID").fill(id).await?;
        console.button("Read").click().await?;
        console.sees(&format!("Asked: ID {id}")).await?;
        console.row(Name::with("plain words")).get().await?;
        console.address_has(&format!("id={id}")).await?;
    }
    // Back undoes the last question.
    console.driver.back().await?;
    console.sees(&format!("Asked: ID {}", ids[0])).await
}

pub async fn a_link_opens_one_message(console: Console) -> anyhow::Result<()> {
    let (lab, topic) = orders(&console, "linked").await?;
    console.enter(&format!("/rocketmq/{lab}/messages?topic={topic}")).await?;
    console.row(Name::with("order-4")).click().await?;
    console.address_has("msg=").await?;
    let id = console.path().await?.split("msg=").nth(1).context("no message in the address")?.to_owned();
    console
        .js("navigator.clipboard.writeText = (t) => { window.__copied = t; return Promise.resolve(); };")
        .await?;
    console.button("Copy link").click().await?;
    let link = until("the copied link", || async {
        Ok(console.js("return window.__copied ?? null;").await?.as_str().map(str::to_owned))
    })
    .await?;
    ensure!(link.contains(&format!("by=id&id={id}")), "{link}");
    console.driver.goto(&link).await?;
    panel(&console).reads("order-4").await?;
    rows(&console, "Messages", 1).await?;
    // One that is not there is said, and the page stays.
    console.open(&format!("/rocketmq/{lab}/messages?topic={topic}&msg=7F00")).await?;
    console.sees("No message 7F00").await?;
    rows(&console, "Messages", 12).await
}

pub async fn names_that_need_care(console: Console) -> anyhow::Result<()> {
    let api = console.api().await?;
    let lab = api.rocketmq_small(LAB).await?;
    let topic = format!("{}|b", console.unique("a%eu"));
    let group = format!("{}|%g", console.unique("care"));
    let dead = format!("%DLQ%{group}");
    api.rocketmq_topic(&lab, &topic, 1).await?;
    make_group(&api, &lab, &group).await?;
    api.rocketmq_topic(&lab, &dead, 1).await?;
    console.local().rocketmq_sends(&lab, &topic, "in a|b", json!({})).await?;
    console.local().rocketmq_sends(&lab, &dead, "a dead one", json!({})).await?;
    console.enter(&format!("/rocketmq/{lab}/messages")).await?;
    for (name, body) in [(&topic, "in a|b"), (&dead, "a dead one")] {
        let field = console.field("Topic");
        field.fill(name).await?;
        field.press("" + Key::Enter).await?;
        field.press("" + Key::Enter).await?;
        console.row(Name::with(body)).click().await?;
        panel(&console).reads(name).await?;
        let here = console.path().await?;
        console.open(&here).await?;
        panel(&console).reads(name).await?;
    }
    // A group that never had retries has no such topic: nothing is there, and nothing is wrong.
    console
        .open(&format!(
            "/rocketmq/{lab}/messages?topic=%25RETRY%25{}",
            group.replace('%', "%25").replace('|', "%7C")
        ))
        .await?;
    console.sees("No message was stored in this time").await
}

pub async fn pages_are_read_on(console: Console) -> anyhow::Result<()> {
    let (lab, topic) = orders(&console, "paged").await?;
    for n in 12..118 {
        let more = json!({ "keys": format!("order-{n}") });
        console.local().rocketmq_sends(&lab, &topic, "more", more).await?;
    }
    console.enter(&format!("/rocketmq/{lab}/messages?topic={topic}")).await?;
    console.sees("Read 50 of 118").await?;
    console.button("Read 50 more").click().await?;
    console.sees("Read 100 of 118").await?;
    console.button("Read 18 more").click().await?;
    console.sees("Read 118 of 118").await?;
    rows(&console, "Messages", 118).await?;
    console.button("Read").click().await?;
    console.sees("Read 50 of 118").await?;
    // A page that fails keeps what is there, and is read again.
    console
        .local()
        .fault(json!({ "operation": "rocketmq.ListMessages", "kind": "status", "status": 503, "times": 9 }))
        .await?;
    console.button("Read all").click().await?;
    console.sees("The service is busy with queries").await?;
    rows(&console, "Messages", 50).await?;
    console.local().calm().await?;
    console.button("Try again").click().await?;
    console.sees("Read 100 of 118").await?;
    console.role(&["searchbox"], Name::Any).fill("上海").await?;
    rows(&console, "Messages", 0).await?;
    console.sees("Search and filters look only at what has been read.").await?;
    console.button("Read 18 more").click().await?;
    rows(&console, "Messages", 4).await?;
    console.sees_no("Search and filters look only at what has been read.").await?;
    console.button("Tag").click().await?;
    console.menu_item("paid").click().await?;
    rows(&console, "Messages", 2).await
}

/// Services of older editions do not know the parameter and answer every message of the time.
pub async fn a_key_that_the_service_ignores(console: Console) -> anyhow::Result<()> {
    let (lab, topic) = orders(&console, "ignored").await?;
    let fault =
        json!({ "operation": "rocketmq.ListMessages", "kind": "ignore", "parameters": ["key"], "times": 99 });
    console.local().fault(fault).await?;
    console.enter(&format!("/rocketmq/{lab}/messages?topic={topic}&by=key&key=order-7")).await?;
    rows(&console, "Messages", 1).await?;
    console.row(Name::with("order-7")).get().await?;
    console
        .sees("The service does not search by key: 11 messages without it were read and left out.")
        .await?;
    console.field("Message key").fill("no-such-key").await?;
    console.button("Read").click().await?;
    console.sees("12 messages without it were read and left out").await?;
    console.sees("No message of this time has this key").await?;
    // A service that knows it leaves nothing to leave out.
    console.local().calm().await?;
    console.field("Message key").fill("order-3").await?;
    console.button("Read").click().await?;
    console.row(Name::with("order-3")).get().await?;
    console.sees_no("were read and left out").await
}

/// Two queues on each of two brokers, two messages in each.
pub async fn what_was_read_is_narrowed_by_queue_and_broker(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("placed"));
    let lab = api.rocketmq("rocketmq-messages-two", false).await?;
    api.rocketmq_topic(&lab, &topic, 2).await?;
    for n in 0..8 {
        console.local().rocketmq_sends(&lab, &topic, &format!("message {n}"), json!({})).await?;
    }
    console.enter(&format!("/rocketmq/{lab}/messages?topic={topic}")).await?;
    rows(&console, "Messages", 8).await?;
    console.local().forget().await?;
    console.button("Queue").click().await?;
    console.menu_item("1").click().await?;
    rows(&console, "Messages", 4).await?;
    console.address_has("queue=1").await?;
    console.key("" + Key::Escape).await?;
    console.button("Broker address").click().await?;
    console.menu_item(Name::starting("127.0.0.1:")).nth(0).click().await?;
    rows(&console, "Messages", 2).await?;
    console.address_has("broker=127.0.0.1").await?;
    // Everything was read: nothing is asked again, and nothing is said about what was not.
    ensure!(
        console
            .local()
            .calls()
            .await?
            .iter()
            .all(|c| c.operation.as_deref() != Some("rocketmq.ListMessages"))
    );
    console.sees_no("look only at what has been read").await?;
    let here = console.path().await?;
    console.open(&here).await?;
    rows(&console, "Messages", 2).await
}

pub async fn consumption_is_verified_with_a_group_of_the_topic(console: Console) -> anyhow::Result<()> {
    let (lab, topic) = orders(&console, "proved").await?;
    let api = console.api().await?;
    let (one, two) = (console.unique("proof-a"), console.unique("proof-b"));
    make_group(&api, &lab, &one).await?;
    console.local().rocketmq_consumes(&lab, &one, &topic, "exception").await?;
    console.enter(&format!("/rocketmq/{lab}/messages?topic={topic}")).await?;
    console.row(Name::with("order-4")).click().await?;
    // One group consumes the topic, and it has one client: both are chosen.
    console.button("Verify consumption").within(&panel(&console)).click().await?;
    let asked = console.dialog("Verify consumption of a message");
    asked.reads("10.9.0.1:40001").await?;
    ensure!(console.field("Consumer group").within(&asked).value().await? == one);
    axe::check(&console, "the question before a verification").await?;
    console.picture("rocketmq-verify-en").await?;
    console.button("Send to this client").within(&asked).click().await?;
    let results = console.dialog("0 consumed, 1 not");
    results.reads("an exception in the consumer").await?;
    console.button("Close").within(&results).click().await?;

    make_group(&api, &lab, &two).await?;
    console.local().rocketmq_consumes(&lab, &two, &topic, "success").await?;
    console.open(&format!("/rocketmq/{lab}/messages?topic={topic}&q=order-1")).await?;
    rows(&console, "Messages", 3).await?;
    console.checkbox("Select all 3 rows").click().await?;
    console.button("Verify consumption").click().await?;
    let asked = console.dialog("Verify consumption of 3 messages");
    let send = console.button("Send to this client").within(&asked);
    ensure!(!send.is_usable().await?, "it works without a group");
    console.field("Consumer group").within(&asked).fill(&two).await?;
    console.option(&two).click().await?;
    asked.reads(&format!("Client of {two}")).await?;
    send.click().await?;
    console.sees("The client consumed 3 messages").await
}

pub async fn odd_answers_show_the_same(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("odd"));
    let lab = api.rocketmq_small(LAB).await?;
    api.rocketmq_topic(&lab, &topic, 1).await?;
    console
        .local()
        .rocketmq_sends(&lab, &topic, "{\"a\":1}", json!({ "keys": "k-1", "tags": "t-1" }))
        .await?;
    let path = format!("/rocketmq/{lab}/messages?topic={topic}");
    console.enter(&path).await?;
    let row = console.row(Name::with("k-1"));
    let usual = row.text().await?;
    row.click().await?;
    let facts = panel(&console).text().await?;
    let shape = json!({ "operation": "rocketmq.ListMessages", "kind": "shape", "times": 9 });
    console.local().fault(shape).await?;
    console.open(&path).await?;
    ensure!(row.text().await? == usual, "{} is not {usual}", row.text().await?);
    row.click().await?;
    panel(&console).reads("matches the body").await?;
    ensure!(panel(&console).text().await? == facts, "the panel differs");
    Ok(())
}

pub async fn bad_questions_are_said(console: Console) -> anyhow::Result<()> {
    let (lab, topic) = orders(&console, "bad").await?;
    console.enter(&format!("/rocketmq/{lab}/messages?topic={topic}&start=2000&end=1000")).await?;
    console.sees("The range ends before it begins.").await?;
    console.open(&format!("/rocketmq/{lab}/messages?topic={topic}&start=yesterday")).await?;
    console.sees("A time in the address cannot be read.").await?;
    console.open(&format!("/rocketmq/{lab}/messages?topic=no-such-topic")).await?;
    console.alert().reads("DMS.10540401").await?;
    // A range with nothing in it is no error.
    console.open(&format!("/rocketmq/{lab}/messages?topic={topic}&start=1000&end=2000")).await?;
    console.sees("No message was stored in this time").await
}

pub async fn by_keyboard_alone_in_chinese(console: Console) -> anyhow::Result<()> {
    let (lab, topic) = orders(&console, "keys").await?;
    console.enter(&format!("/rocketmq/{lab}/messages")).await?;
    console.speak("中文（简体）").await?;
    console.field("Topic").press(topic.as_str() + Key::Down + Key::Enter).await?;
    console.sees("已读取 12 / 12").await?;
    console.js("document.activeElement.blur();").await?;
    console.key("j").await?;
    let panel = console.role(&["complementary"], Name::starting("消息 "));
    panel.reads("order-11").await?;
    console.key("j").await?;
    panel.reads("order-10").await?;
    console.key("k").await?;
    panel.reads("order-11").await?;
    console.key("" + Key::Down).await?;
    panel.reads("order-10").await?;
    console.key("" + Key::Escape).await?;
    panel.gone().await
}

pub async fn one_is_produced_and_an_edited_copy(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("made"));
    let lab = api.rocketmq_small(LAB).await?;
    api.rocketmq_topic(&lab, &topic, 1).await?;
    console.enter(&format!("/rocketmq/{lab}/messages?topic={topic}")).await?;
    console.sees("No messages here").await?;
    console.link("Produce message").click().await?;
    console.field(Name::starting("Keys")).fill("k-1 k-2").await?;
    console.field(Name::starting("Tag")).fill("paid").await?;
    console.field(Name::starting("Body")).fill("{\"city\":\"Oslo\"}").await?;
    console.field(Name::starting("More properties")).fill("shop=7\nformula=a=b").await?;
    console.sees("valid JSON").await?;
    console.button("Produce").click().await?;
    console.sees(&format!("Message produced to {topic}")).await?;
    let panel = panel(&console);
    panel.reads("k-1 k-2").await?;
    panel.reads("a=b").await?;
    console.role(&["treeitem"], Name::with("Oslo")).get().await?;

    console.link("Edit and produce again").click().await?;
    console.sees("It gets an ID of its own").await?;
    let body = console.field(Name::starting("Body"));
    until("the copied body", || async { Ok((body.value().await? == "{\"city\":\"Oslo\"}").then_some(())) })
        .await?;
    ensure!(console.field(Name::starting("Keys")).value().await? == "k-1 k-2");
    ensure!(console.field(Name::starting("More properties")).value().await? == "shop=7\nformula=a=b");
    body.fill("{\"city\":\"上海\"}").await?;
    console.button("Produce").click().await?;
    console.role(&["treeitem"], Name::with("上海")).get().await?;
    panel.reads("paid").await?;

    // One that is held back is not there yet.
    console.open(&format!("/rocketmq/{lab}/messages/new?topic={topic}")).await?;
    console.field(Name::starting("Body")).fill("later").await?;
    console.field(Name::starting("Delay")).press("2 h").await?;
    console.button("Produce").click().await?;
    console.sees("gets it after the delay").await
}

pub async fn what_cannot_be_produced_is_said(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("refused"));
    let lab = api.rocketmq_small(LAB).await?;
    api.rocketmq_topic(&lab, &topic, 1).await?;
    console.enter(&format!("/rocketmq/{lab}/messages/new?topic={topic}")).await?;
    console.button("Produce").click().await?;
    console.sees("Required").await?;
    let (body, more) =
        (console.field(Name::starting("Body")), console.field(Name::starting("More properties")));
    body.fill("{\"city\": Oslo}").await?;
    console.sees("not JSON").await?;
    for (lines, said) in [
        ("shop", "Line 1: write name=value."),
        ("a=1\na=2", "Line 2: a is there already."),
        ("TAGS=x", "Line 1: TAGS has a field of its own above."),
    ] {
        more.fill(lines).await?;
        more.press("" + Key::Tab).await?;
        console.sees(said).await?;
    }
    more.fill("shop=7").await?;
    // More than the service takes is said before it is sent.
    let large = "const f = document.querySelectorAll('textarea')[0]; f.value = 'x'.repeat(4194305); \
                 f.dispatchEvent(new Event('input', { bubbles: true })); f.dispatchEvent(new Event('blur'));";
    console.js(large).await?;
    console.sees("the service takes").await?;
    body.fill("{\"city\": Oslo}").await?;
    // A refusal of the service keeps what was typed, and nothing is sent twice.
    console.local().forget().await?;
    console.local().fault(json!({ "operation": "rocketmq.SendMessage", "kind": "drop" })).await?;
    console.button("Produce").click().await?;
    console.alert().get().await?;
    let calls = console.local().calls().await?;
    let sent = calls.iter().filter(|c| c.operation.as_deref() == Some("rocketmq.SendMessage")).count();
    ensure!(sent == 1, "sent {sent} times");
    ensure!(body.value().await? == "{\"city\": Oslo}" && more.value().await? == "shop=7");
    Ok(())
}

pub async fn what_is_shown_can_be_saved(console: Console) -> anyhow::Result<()> {
    let (lab, topic) = orders(&console, "saved").await?;
    console.enter(&format!("/rocketmq/{lab}/messages?topic={topic}&tag=paid")).await?;
    rows(&console, "Messages", 6).await?;
    catch_files(&console).await?;
    console.button("Export").click().await?;
    console.menu_item("JSON").click().await?;
    let list: Value = serde_json::from_str(&file(&console, 0).await?)?;
    let bodies: Vec<String> =
        list.as_array().into_iter().flatten().map(|m| m["body"]["id"].to_string()).collect();
    ensure!(bodies.len() == 6, "{bodies:?}");
    for key in ["order-10", "order-2"] {
        console.row(Name::with(key)).get().await?;
    }
    console.checkbox(Name::starting("Select ")).nth(1).click().await?;
    console.checkbox(Name::starting("Select ")).nth(2).click().await?;
    console.button("Export").nth(1).click().await?;
    console.menu_item("CSV").click().await?;
    let table = file(&console, 1).await?;
    ensure!(table.lines().count() == 3, "{table}");
    ensure!(table.contains("order-10") && table.contains("12345678901234567900"), "{table}");
    Ok(())
}

/// Keeps the texts of the files that the page hands out.
pub async fn catch_files(console: &Console) -> anyhow::Result<()> {
    let catch = "window.__saved = []; const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob) => { blob.text().then((t) => window.__saved.push(t)); return make(blob); };";
    console.js(catch).await.map(drop)
}

/// The n-th of them, once it is there.
pub async fn file(console: &Console, n: usize) -> anyhow::Result<String> {
    until("a file", || async {
        Ok(console.js(&format!("return window.__saved[{n}] ?? null;")).await?.as_str().map(str::to_owned))
    })
    .await
}

pub async fn in_both_languages_without_barriers(console: Console) -> anyhow::Result<()> {
    let (lab, topic) = orders(&console, "both").await?;
    console.enter(&format!("/rocketmq/{lab}/messages?topic={topic}")).await?;
    console.row(Name::with("order-4")).click().await?;
    panel(&console).reads("matches the body").await?;
    axe::check(&console, "RocketMQ messages").await?;
    console.picture("rocketmq-messages-panel-en").await?;
    console.role(&["tab"], "Bytes").click().await?;
    axe::check(&console, "a body as bytes").await?;
    console.speak("中文（简体）").await?;
    console.sees("与消息体一致").await?;
    console.radio("Key").click().await?;
    console.sees("请填写 Key。").await?;
    axe::check(&console, "messages by key").await?;
    console.picture("rocketmq-messages-key-zh").await?;
    console.link("生产消息").click().await?;
    console.sees("消费者按它过滤").await?;
    axe::check(&console, "producing").await?;
    console.picture("rocketmq-produce-zh").await
}
