//! Every page, in every theme and both languages: rules of accessibility, and a picture to look at.

use anyhow::Context;
use serde_json::json;
use thirtyfour::Key;

use crate::support::{Console, Name, axe};

/// The demo's instance with live traffic.
const ORDERS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01";
/// The demo's instance whose clients sign in.
const PAYMENTS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a03";
/// The demo's RocketMQ instance with access control.
const NOTIFY: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b02";
/// One of the demo's RocketMQ instances.
const TRADE: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b01";

/// Name for pictures, address, and a word that shows only once the page's data is there.
fn pages() -> Vec<(&'static str, String, &'static str)> {
    vec![
        ("instances", "/instances".to_owned(), "kafka-orders"),
        ("instance-panel", format!("/instances?row={ORDERS}"), "vpc-lakeside"),
        ("new-kafka", "/instances/new/kafka".to_owned(), "kafka.2u4g.cluster"),
        ("new-rocketmq", "/instances/new/rocketmq".to_owned(), "rocketmq.4u8g.cluster"),
        ("overview", format!("/kafka/{ORDERS}"), "127.0.0.1"),
        ("topics", format!("/kafka/{ORDERS}/topics"), "orders-dead-letter"),
        ("topic-panel", format!("/kafka/{ORDERS}/topics?row=orders"), "order-processor"),
        ("new-topic", format!("/kafka/{ORDERS}/topics/new"), "CreateTime"),
        ("topic", format!("/kafka/{ORDERS}/topics/orders"), "order-processor"),
        ("edit-topic", format!("/kafka/{ORDERS}/topics/orders/edit"), "CreateTime"),
        ("messages", format!("/kafka/{ORDERS}/messages?topic=orders&partition=0&msg=0:3"), "customer"),
        ("message-search", format!("/kafka/{ORDERS}/messages?topic=orders&from=content&with=Oslo"), "Oslo"),
        ("new-message", format!("/kafka/{ORDERS}/messages/new?topic=orders"), "action_id=send"),
        ("groups", format!("/kafka/{ORDERS}/groups"), "order-processor"),
        ("group-panel", format!("/kafka/{ORDERS}/groups?row=order-processor"), "order-processor"),
        ("group", format!("/kafka/{ORDERS}/groups/order-processor"), "orders"),
        ("group-reset", format!("/kafka/{ORDERS}/groups/nightly-report/reset?to=latest"), "returns"),
        ("coordinators", format!("/kafka/{ORDERS}/coordinators"), "127.0.0.1"),
        ("no-users", format!("/kafka/{ORDERS}/users"), "SASL"),
        ("users", format!("/kafka/{PAYMENTS}/users"), "guest"),
        ("permissions", format!("/kafka/{PAYMENTS}/permissions"), "payments"),
        ("brokers", format!("/kafka/{ORDERS}/brokers"), "order-payments"),
        ("settings", format!("/kafka/{PAYMENTS}/settings"), "127.0.0.1:"),
        ("resize", format!("/kafka/{ORDERS}/resize?kind=vertical"), "kafka.8u16g.cluster"),
        ("monitoring", format!("/kafka/{ORDERS}/monitoring?dim=kafka_topics&of=orders"), "topic_messages"),
        ("tasks", format!("/kafka/{ORDERS}/tasks"), "c6.4u8g.cluster"),
        ("reassign", format!("/kafka/{ORDERS}/reassign?topics=orders,returns"), "MB/s"),
        ("compare", format!("/kafka/{ORDERS}/compare?a=orders&b=returns"), "CreateTime"),
        ("copy-topic", format!("/kafka/{ORDERS}/topics/new?like=orders&of={ORDERS}"), "CreateTime"),
        ("topic-columns", format!("/kafka/{ORDERS}/topics?cols=name,groups,lag"), "orders-dead-letter"),
        ("group-pages", format!("/kafka/{ORDERS}/groups/order-processor?view=pages"), "127.0.0.1"),
        ("rocketmq-topics", format!("/rocketmq/{TRADE}/topics"), "trade-orders"),
        ("rocketmq-topic-panel", format!("/rocketmq/{TRADE}/topics?row=trade-orders"), "order-processor"),
        ("rocketmq-new-topic", format!("/rocketmq/{TRADE}/topics/new"), "queue_num"),
        ("rocketmq-topic", format!("/rocketmq/{NOTIFY}/topics/notify-sms"), "sms_service"),
        ("rocketmq-groups", format!("/rocketmq/{TRADE}/groups"), "order-processor"),
        ("rocketmq-group-panel", format!("/rocketmq/{TRADE}/groups?row=order-processor"), "trade-payments"),
        ("rocketmq-new-group", format!("/rocketmq/{TRADE}/groups/new"), "retry_max_time"),
        ("rocketmq-group", format!("/rocketmq/{NOTIFY}/groups/sms-sender"), "sms_service"),
        (
            "rocketmq-group-reset",
            format!("/rocketmq/{TRADE}/groups/invoice-writer/reset?to=latest"),
            "broker-0",
        ),
        ("rocketmq-messages", format!("/rocketmq/{TRADE}/messages?topic=trade-orders"), "LS-"),
        ("rocketmq-new-message", format!("/rocketmq/{TRADE}/messages/new?topic=trade-orders"), "reliability"),
        ("rocketmq-trace", format!("/rocketmq/{TRADE}/trace"), "ID"),
        (
            "rocketmq-dead-letters",
            format!("/rocketmq/{TRADE}/dead-letters?group=refund-handler"),
            "trade-refunds",
        ),
        ("rocketmq-dead-groups", format!("/rocketmq/{TRADE}/dead-letters"), "refund-handler"),
        ("rocketmq", format!("/rocketmq/{TRADE}"), "port-10100"),
        ("rocketmq-no-users", format!("/rocketmq/{TRADE}/users"), "rocketmq-trade"),
        ("rocketmq-users", format!("/rocketmq/{NOTIFY}/users?row=auditors"), "10.99.*.*"),
        (
            "rocketmq-permissions",
            format!("/rocketmq/{NOTIFY}/permissions?row=topic:notify-sms"),
            "10.20.30.*",
        ),
        ("rocketmq-migrations", format!("/rocketmq/{TRADE}/migrations"), "import-topics"),
        ("rocketmq-new-migration", format!("/rocketmq/{TRADE}/migrations/new"), "topics.json"),
        ("missing-topic", format!("/kafka/{ORDERS}/topics/nope"), "nope"),
        ("not-found", "/no/such/page".to_owned(), "404"),
    ]
}

pub async fn pages_in_the_light_theme(console: Console) -> anyhow::Result<()> {
    tour(&console, true, "Light").await
}

pub async fn pages_in_the_light_theme_in_chinese(console: Console) -> anyhow::Result<()> {
    tour(&console, false, "Light").await
}

pub async fn pages_in_the_dark_theme(console: Console) -> anyhow::Result<()> {
    tour(&console, true, "Dark").await
}

pub async fn pages_in_the_dark_theme_in_chinese(console: Console) -> anyhow::Result<()> {
    tour(&console, false, "Dark").await
}

pub async fn pages_in_high_contrast(console: Console) -> anyhow::Result<()> {
    tour(&console, true, "High contrast").await
}

async fn tour(console: &Console, english: bool, theme: &str) -> anyhow::Result<()> {
    let say = |en: &'static str, zh: &'static str| if english { en } else { zh };
    let look = format!("{}-{}", say("en", "zh"), theme.replace(' ', "-").to_lowercase());
    console.open("/sign-in").await?;
    console.pick("Display", theme).await?;
    console.speak(say("English", "中文（简体）")).await?;
    check(console, "sign-in", &look).await?;
    for (name, method) in [("sign-in-keys", say("Access keys", "访问密钥")), ("sign-in-token", "Token")] {
        console.radio(method).click().await?;
        check(console, name, &look).await?;
    }
    console.button(say("Open the local DMS", "进入本地 DMS")).click().await?;
    let journal = console.link(say("Request journal", "请求日志"));
    journal.get().await?;
    for (name, path, word) in pages() {
        console.open(&path).await?;
        if name != "not-found" {
            console.sees(word).await.with_context(|| format!("{name} ({path})"))?;
        }
        check(console, name, &look).await?;
    }
    dialogs(console, english, &look).await?;
    // The journal lives as long as the page: it is reached by a click, with calls in it.
    console.open("/instances").await?;
    console.sees("kafka-orders").await?;
    journal.click().await?;
    console.sees("GET").await?;
    check(console, "journal", &look).await
}

/// What shows above a page: the search, tags, the question before a deletion, its results, and a failure.
async fn dialogs(console: &Console, english: bool, look: &str) -> anyhow::Result<()> {
    let say = |en: &'static str, zh: &'static str| if english { en } else { zh };
    console.open(&format!("/kafka/{ORDERS}")).await?;
    console.button(say("Search", "搜索")).click().await?;
    console.role(&["combobox"], Name::with(say("Page, instance", "页面、实例"))).fill("pay").await?;
    console.option(Name::starting("order-payments")).get().await?;
    check(console, "search", look).await?;
    console.key(Key::Escape).await?;
    console.button(say("Edit tags", "编辑标签")).click().await?;
    let dialog = console.dialog(Name::with(say("Tags of", "的标签")));
    console.field(say("Value of tag 1", "标签 1 的值")).within(&dialog).fill("test").await?;
    check(console, "tags", look).await?;

    console.open(&format!("/kafka/{ORDERS}/topics")).await?;
    for topic in ["orders", "returns", "shipments"] {
        console.checkbox(format!("{} {topic}", say("Select", "选择")).as_str()).click().await?;
    }
    console.button(say("Delete", "删除")).click().await?;
    let asked = console.dialog(say("Delete 3 topics?", "删除 3 个 Topic？"));
    let word = say("delete 3", "删除 3");
    console.field(Name::with(word)).within(&asked).fill(word).await?;
    check(console, "delete", look).await?;
    let fault = json!({ "operation": "kafka.DeleteTopics", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    console.button(say("Delete", "删除")).within(&asked).click().await?;
    console.dialog(Name::with(say("3 failed", "失败 3 个"))).get().await?;
    check(console, "delete-results", look).await?;

    let fault = json!({ "operation": "kafka.ListTopics", "kind": "status", "status": 500, "times": 20 });
    console.local().fault(fault).await?;
    console.open(&format!("/kafka/{ORDERS}/topics")).await?;
    console.alert().get().await?;
    check(console, "failure", look).await?;
    console.local().calm().await
}

async fn check(console: &Console, name: &str, look: &str) -> anyhow::Result<()> {
    console.role(&["heading"], Name::Any).get().await?;
    console.picture(&format!("{name}-{look}")).await?;
    axe::check(console, &format!("{name} ({look})")).await
}
