//! Messages: read, searched, filtered, followed, produced.

use anyhow::{Context, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::client::python;
use crate::support::{Api, Console, Locator, Name, axe, until};

/// Every test's own topics live on this instance.
const LAB: &str = "message-lab";

/// Twelve orders in one partition, then a message without a key, one without a body, one that is no UTF-8.
const ORDERS: &str = "
import json, sys
from confluent_kafka import Producer
producer = Producer({'bootstrap.servers': sys.argv[1]})
cities = ['Oslo', '上海', 'Lyon']
for n in range(12):
    body = {'id': 12345678901234567890 + n, 'city': cities[n % 3], 'total': n * 10.5, 'items': [{'sku': f'A-{n}'}]}
    producer.produce(sys.argv[2], json.dumps(body, ensure_ascii=False).encode(), key=f'order-{n}', partition=0)
producer.produce(sys.argv[2], b'plain words', partition=0)
producer.produce(sys.argv[2], None, key='gone', partition=0)
producer.produce(sys.argv[2], b'caf\\xe9', key='latin', partition=0)
assert producer.flush(30) == 0
";

/// A topic with orders in it, and the lab's id.
async fn orders(console: &Console, stem: &str) -> anyhow::Result<(String, String)> {
    let (api, topic) = (console.api().await?, console.unique(stem));
    let kafka = lab(&api, &topic, 1).await?;
    python(console, ORDERS, &kafka, &topic).await?;
    Ok((kafka, topic))
}

/// A topic on the instance of these tests, and the instance's id.
pub(super) async fn lab(api: &Api<'_>, topic: &str, partitions: i64) -> anyhow::Result<String> {
    let kafka = api.kafka(LAB).await?;
    api.create_topic(&kafka, topic, partitions).await?;
    Ok(kafka)
}

fn panel(console: &Console) -> Locator {
    console.role(&["complementary"], Name::starting("Message "))
}

/// A line of the JSON tree.
fn line(console: &Console, name: &str) -> Locator {
    console.role(&["treeitem"], Name::with(name))
}

pub async fn a_client_and_the_console_see_the_same(console: Console) -> anyhow::Result<()> {
    let (kafka, topic) = orders(&console, "same").await?;
    console.enter(&format!("/kafka/{kafka}/topics/{topic}")).await?;
    console.link("Messages").nth(1).click().await?;
    console.sees("Returned 15").await?;
    console.sees("That is all there is").await?;
    for n in 0..12 {
        console.row(Name::with(&format!("order-{n} "))).get().await?;
    }
    console.row(Name::with("plain words")).get().await?;
    console.row(Name::with("no body")).get().await?;

    console.row(Name::with("order-7 ")).click().await?;
    console.address_has("msg=0%3A7").await?;
    panel(&console).reads("order-7").await?;
    // As it was written: a number that no float holds, keys in their order.
    line(&console, "12345678901234567897").get().await?;
    line(&console, "上海").get().await?;
    let tree = console.role(&["tree"], Name::Any).text().await?;
    let at = |word: &str| tree.find(word).with_context(|| format!("no {word} in {tree}"));
    ensure!(at("id")? < at("city")? && at("city")? < at("total")? && at("total")? < at("items")?);

    // A link to one message opens it again.
    let link = console.path().await?;
    console.open("/instances").await?;
    console.open(&link).await?;
    line(&console, "12345678901234567897").get().await?;

    // No UTF-8: what the service did to it is said.
    console.open(&link.replace("0%3A7", "0%3A14")).await?;
    console.sees("Some bytes are no UTF-8").await?;
    console.open(&link.replace("0%3A7", "0%3A99")).await?;
    console.sees("No message at 0:99").await
}

pub async fn every_way_of_asking_says_what_it_did(console: Console) -> anyhow::Result<()> {
    let (kafka, topic) = orders(&console, "ways").await?;
    console.enter(&format!("/kafka/{kafka}/messages")).await?;
    console.sees("Which topic?").await?;
    console.field("Topic").fill(&topic).await?;
    console.option(&topic).click().await?;
    console.sees("Asked: newest 50, all partitions").await?;
    console.sees("Looked at 15 offsets").await?;
    console.address_has(&format!("topic={topic}")).await?;

    console.radio("Oldest").click().await?;
    console.sees("Asked: oldest 50").await?;
    console.field("Messages").press("20").await?;
    console.sees("Asked: oldest 20").await?;

    console.radio("Offset").click().await?;
    console.sees("Choose a partition").await?;
    choose(&console, "Partition", "partition 0").await?;
    console.sees("Enter an offset").await?;
    console.field("Offset").fill("10").await?;
    console.button("Read").click().await?;
    console.sees("from offset 10, partition 0").await?;
    console.sees("Returned 5").await?;

    console.radio("Time range").click().await?;
    console.sees("The service found 15").await?;
    console.sees("Messages without a time of their own").await?;
    choose(&console, "Partition", "All partitions").await?;
    console.sees("all partitions · Returned 15").await?;
    console.radio("Content").click().await?;
    console.sees("Enter what the body or the key has to contain.").await?;
    let body = console.field("Body contains");
    body.fill("Lyon").await?;
    body.press("" + Key::Enter).await?;
    console.sees("Asked: a search by content").await?;
    console.sees("Returned 4").await?;
    console.sees("There are 15 messages. The service looks through all of them").await?;
    let without = console.field("Body does not contain");
    without.fill("21.0").await?;
    without.press("" + Key::Enter).await?;
    console.sees("Returned 3").await?;
    choose(&console, "Where to look", "Whole topic").await?;
    console.sees("Asked: a search by content, all partitions").await?;
    let key = console.field("Key contains");
    key.fill("order-1").await?;
    key.press("" + Key::Enter).await?;
    console.sees("Returned 1").await?;

    // Back undoes the last question.
    console.driver.back().await?;
    console.sees("Returned 3").await
}

/// Who searches in what is loaded is told what was not searched, and led to the service's search with the same words.
pub async fn a_search_that_finds_little_goes_on_in_the_whole_topic(console: Console) -> anyhow::Result<()> {
    let (kafka, topic) = orders(&console, "little").await?;
    let twice = "where=%24.city%20%3D%20Lyon&q=order-2";
    console.enter(&format!("/kafka/{kafka}/messages?topic={topic}&n=20&{twice}")).await?;
    console.row(Name::with("order-2 ")).get().await?;
    ensure!(!console.button("Search in the whole topic").is_there().await?, "all of it is loaded");

    // Ten more of which one is a hit lie behind the twenty that are read.
    python(&console, ORDERS, &kafka, &topic).await?;
    console.button("Read").click().await?;
    console.sees("found in the 20 loaded").await?;
    console.role(&["searchbox"], Name::Any).fill("Lyon").await?;
    console.sees("5 found in the 20 loaded").await?;
    let marked =
        console.js("return [...document.querySelectorAll('mark')].map((m) => m.textContent);").await?;
    ensure!(marked.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(|m| m == "Lyon")));
    console.button("Search in the whole topic").click().await?;
    console.sees("Returned 8").await?;
    console.address_has("from=content").await?;
    console.address_has("where=").await?;
    ensure!(console.field("Body contains").value().await?.contains("Lyon"));
    ensure!(!console.button("Search in the whole topic").is_there().await?);
    axe::check(&console, "a search by content").await
}

async fn choose(console: &Console, field: &str, option: &str) -> anyhow::Result<()> {
    console.field(Name::starting(field)).press(option).await
}

pub async fn a_range_that_is_too_wide_is_read_in_parts(console: Console) -> anyhow::Result<()> {
    let (kafka, topic) = orders(&console, "wide").await?;
    let fault = json!({ "operation": "kafka.FindMessages", "kind": "status", "status": 500,
        "code": "DMS.00500988", "message": "too much for the test" });
    console.enter(&format!("/kafka/{kafka}/messages?topic={topic}")).await?;
    console.sees("Returned 15").await?;
    console.local().fault(fault).await?;
    console.radio("Time range").click().await?;
    console.sees("was read in 2 parts").await?;
    console.sees("Returned 15").await
}

pub async fn filters_and_columns_by_clicking_values(console: Console) -> anyhow::Result<()> {
    let (kafka, topic) = orders(&console, "filters").await?;
    console.enter(&format!("/kafka/{kafka}/messages?topic={topic}&msg=0:4")).await?;
    let grid = console.role(&["grid"], "Messages");
    let rows = |n: usize| {
        let (grid, wanted) = (grid.clone(), (n + 1).to_string());
        async move {
            until(format!("{n} rows"), || async {
                Ok((grid.attr("aria-rowcount").await?.as_deref() == Some(&wanted)).then_some(()))
            })
            .await
        }
    };
    rows(15).await?;
    value(&console, "上海").await?;
    console.menu_item("Only messages with this value").click().await?;
    rows(4).await?;
    console.address_has("where=").await?;
    value(&console, "A-4").await?;
    console.menu_item("Leave out messages with this value").click().await?;
    rows(3).await?;
    value(&console, "42.0").await?;
    console.menu_item("Show as a column").click().await?;
    console.role(&["columnheader"], "$.total").get().await?;
    console.row(Name::with("73.5")).get().await?;

    console.button("Remove filter $.city = 上海").click().await?;
    rows(14).await?;
    let filter = console.field("Filter");
    filter.fill("total >= 52.5").await?;
    filter.press("" + Key::Enter).await?;
    rows(7).await?;
    filter.fill("nonsense").await?;
    filter.press("" + Key::Enter).await?;
    console.sees("Write for example").await?;
    console.role(&["searchbox"], Name::Any).fill("lyon").await?;
    rows(3).await?;

    // The address has it all.
    console.address_has("q=lyon").await?;
    let here = console.path().await?;
    console.open(&here).await?;
    rows(3).await?;
    console.role(&["columnheader"], "$.total").get().await.map(drop)
}

/// Clicks on a value of the tree.
async fn value(console: &Console, text: &str) -> anyhow::Result<()> {
    line(console, text).get().await?;
    let script = format!(
        "const v = [...document.querySelectorAll('.tree-value')].find((e) => e.textContent === {});
         v.click();",
        Value::from(text)
    );
    console.js(&script).await.map(drop)
}

pub async fn by_keyboard_alone(console: Console) -> anyhow::Result<()> {
    let (kafka, topic) = orders(&console, "keys").await?;
    console.enter(&format!("/kafka/{kafka}/messages")).await?;
    console.field("Topic").press(topic.as_str() + Key::Down + Key::Enter).await?;
    console.sees("Returned 15").await?;
    // j opens the newest message, and goes on to the next ones; k comes back.
    console.role(&["heading"], "Messages").get().await?;
    console.js("document.activeElement.blur();").await?;
    console.key("j").await?;
    console.address_has("msg=0%3A14").await?;
    console.key("j").await?;
    console.key("j").await?;
    console.address_has("msg=0%3A12").await?;
    console.sees("plain words").await?;
    console.key("k").await?;
    console.address_has("msg=0%3A13").await?;
    // The arrows do the same in the panel.
    console.key("" + Key::Down).await?;
    console.key("" + Key::Down).await?;
    console.address_has("msg=0%3A11").await?;
    // In the tree they move, open and close; Enter opens the menu of a value.
    let tree = console.role(&["tree"], Name::Any);
    tree.press("" + Key::Down + Key::Down).await?;
    tree.press("" + Key::Enter).await?;
    console.menu_item("Only messages with this value").get().await?;
    console.key("" + Key::Enter).await?;
    console.sees("$.city = Lyon").await?;
    tree.press("" + Key::Home + Key::Left).await?;
    until("the tree to be closed", || async {
        let closed = line(&console, "id").attr("aria-expanded").await?;
        Ok((closed.as_deref() == Some("false")).then_some(()))
    })
    .await?;
    // Esc closes the panel.
    tree.press("" + Key::Escape).await?;
    until("the panel to close", || async { Ok((!panel(&console).is_there().await?).then_some(())) }).await
}

pub async fn a_message_is_produced_and_an_edited_copy_of_it(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("made"));
    let kafka = lab(&api, &topic, 2).await?;
    console.enter(&format!("/kafka/{kafka}/messages?topic={topic}")).await?;
    console.sees("No messages here").await?;
    console.link("Produce message").click().await?;
    console.field(Name::starting("Key")).fill("k-1").await?;
    choose(&console, "Partition", "1").await?;
    console.field(Name::starting("Body")).fill("{\"city\":\"Oslo\"}").await?;
    console.sees("valid JSON").await?;
    console.button("Produce").click().await?;
    console.sees(&format!("Message produced to {topic}")).await?;
    console.address_has("msg=1%3A0").await?;
    line(&console, "Oslo").get().await?;

    console.link("Edit and produce again").click().await?;
    console.sees("A copy of message 1:0").await?;
    let body = console.field(Name::starting("Body"));
    until("the copied body", || async { Ok((body.value().await? == "{\"city\":\"Oslo\"}").then_some(())) })
        .await?;
    ensure!(console.field(Name::starting("Key")).value().await? == "k-1");
    console.button("Format JSON").click().await?;
    body.fill("{\"city\":\"上海\"}").await?;
    choose(&console, "Partition", "1").await?;
    console.button("Produce").click().await?;
    console.address_has("msg=1%3A1").await?;
    line(&console, "上海").get().await.map(drop)
}

pub async fn what_cannot_be_produced_is_said(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("refused-message"));
    let kafka = lab(&api, &topic, 1).await?;
    console.enter(&format!("/kafka/{kafka}/messages/new?topic={topic}")).await?;
    console.button("Produce").click().await?;
    console.sees("Required").await?;
    console.field(Name::starting("Body")).fill("{\"city\": Oslo}").await?;
    console.sees("not JSON").await?;
    // A refusal of the service keeps what was typed, and nothing is sent twice.
    let fault = json!({ "operation": "kafka.SendMessage", "kind": "drop" });
    console.local().fault(fault).await?;
    console.button("Produce").click().await?;
    console.alert().get().await?;
    let calls = console.local().calls().await?;
    let sent = calls.iter().filter(|c| c.operation.as_deref() == Some("kafka.SendMessage")).count();
    ensure!(sent == 1, "sent {sent} times");
    ensure!(console.field(Name::starting("Body")).value().await? == "{\"city\": Oslo}");
    Ok(())
}

pub async fn the_oldest_are_deleted(console: Console) -> anyhow::Result<()> {
    let (kafka, topic) = orders(&console, "deleted").await?;
    console.enter(&format!("/kafka/{kafka}/messages?topic={topic}")).await?;
    console.sees("Returned 15").await?;
    console.button("Delete messages").click().await?;
    let dialog = console.dialog(Name::starting("Delete messages of"));
    dialog.reads("Messages that are lost: 15. Partitions: 1").await?;
    console.field(Name::starting("Partition")).within(&dialog).press("0").await?;
    console.field(Name::starting("Before offset")).fill("5").await?;
    dialog.reads("Messages that are lost: 5. Partitions: 1").await?;
    let confirm = console.button("Delete messages").within(&dialog);
    ensure!(!confirm.is_usable().await?, "it works without the name");
    console.field(Name::starting("Type")).fill(&topic).await?;
    confirm.click().await?;
    console.sees("Messages deleted").await?;
    console.sees("Returned 10").await?;
    console.radio("Oldest").click().await?;
    console.row(Name::with("order-5 ")).get().await?;
    ensure!(!console.row(Name::with("order-4 ")).is_there().await?);
    Ok(())
}

pub async fn what_is_shown_can_be_saved(console: Console) -> anyhow::Result<()> {
    let (kafka, topic) = orders(&console, "saved").await?;
    let filter = "where=%24.city%20%3D%20Oslo&fields=%24.total";
    console.enter(&format!("/kafka/{kafka}/messages?topic={topic}&{filter}")).await?;
    console.row(Name::with("order-9 ")).get().await?;
    let catch = "window.__saved = []; const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob) => { blob.text().then((t) => window.__saved.push(t)); return make(blob); };";
    console.js(catch).await?;
    let saved = |n: usize| {
        let console = console.clone();
        async move {
            let text = until("a file", || async {
                Ok(console
                    .js(&format!("return window.__saved[{n}] ?? null;"))
                    .await?
                    .as_str()
                    .map(str::to_owned))
            })
            .await?;
            anyhow::Ok(text)
        }
    };
    console.button("Export").click().await?;
    console.menu_item("JSON").click().await?;
    let list: Value = serde_json::from_str(&saved(0).await?)?;
    let keys: Vec<&str> = list.as_array().into_iter().flatten().filter_map(|m| m["key"].as_str()).collect();
    ensure!(keys == ["order-9", "order-6", "order-3", "order-0"], "{keys:?}");
    console.button("Export").click().await?;
    console.menu_item("CSV").click().await?;
    let table = saved(1).await?;
    ensure!(table.lines().next().is_some_and(|l| l.ends_with("value,$.total")), "{table}");
    ensure!(table.lines().count() == 5 && table.contains("94.5"), "{table}");
    Ok(())
}

pub async fn in_both_languages_without_barriers(console: Console) -> anyhow::Result<()> {
    let (kafka, topic) = orders(&console, "both").await?;
    console.enter(&format!("/kafka/{kafka}/messages?topic={topic}&msg=0:4&fields=%24.city")).await?;
    line(&console, "上海").get().await?;
    axe::check(&console, "messages").await?;
    console.picture("messages-panel-en").await?;
    console.role(&["tab"], "Text").click().await?;
    axe::check(&console, "a body as text").await?;
    console.role(&["tab"], "Bytes").click().await?;
    axe::check(&console, "a body as bytes").await?;
    console.speak("中文（简体）").await?;
    console.sees("请求：最新 50 条").await?;
    console.radio("时间范围").click().await?;
    console.sees("服务端查到 15 条").await?;
    axe::check(&console, "messages of a time").await?;
    console.picture("messages-time-zh").await?;
    console.radio("实时").click().await?;
    console.sees("等待新消息").await?;
    axe::check(&console, "following").await?;
    console.link("生产消息").click().await?;
    console.sees("消息将按此处内容发送一次").await?;
    axe::check(&console, "producing").await?;
    console.picture("produce-zh").await
}
