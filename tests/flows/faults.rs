//! What goes wrong between the console and the service: said clearly, and nothing lost.

use anyhow::ensure;
use serde_json::json;

use crate::support::{Console, Kafka, Name, axe};

const LAB: &str = "faults-lab";
/// The demo's instance with live traffic.
const ORDERS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01";

/// The demo's RocketMQ instance.
const TRADE: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b01";

/// Refused for a moment, or lost on the way: a read is made again, and nobody notices.
pub async fn passing_troubles_of_reads_go_unnoticed(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    for (path, operation, word) in [
        (format!("/kafka/{ORDERS}/groups"), "kafka.ListGroups", "order-processor"),
        (format!("/kafka/{ORDERS}/groups/order-processor"), "kafka.ShowGroupDetail", "Stable"),
        (format!("/kafka/{ORDERS}/topics/orders"), "kafka.ShowTopic", "All replicas in sync"),
        (format!("/kafka/{ORDERS}/reassign?topics=orders"), "kafka.ShowTopicReplicas", "Preferred leaders"),
    ] {
        for fault in [
            json!({ "operation": operation, "kind": "throttle", "retry_after": 1 }),
            json!({ "operation": operation, "kind": "drop" }),
            json!({ "operation": operation, "kind": "status", "status": 503 }),
        ] {
            console.local().fault(fault).await?;
        }
        console.local().forget().await?;
        console.open(&path).await?;
        console.sees(word).await?;
        let calls = console.local().calls().await?;
        let asked = calls.iter().filter(|c| c.operation.as_deref() == Some(operation)).count();
        ensure!(asked >= 4, "three failures and a success make {asked} calls of {operation}");
        ensure!(!console.alert().is_there().await?, "{operation}: an alert for nothing");
    }
    Ok(())
}

/// Lasting ones are said, with a way on; what was there stays.
pub async fn lasting_troubles_are_said(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    for (path, operation, word) in [
        (format!("/kafka/{ORDERS}/groups"), "kafka.ListGroups", "order-processor"),
        (format!("/kafka/{ORDERS}/topics/orders"), "kafka.ShowTopic", "All replicas in sync"),
    ] {
        for kind in ["drop", "truncate", "status"] {
            console.local().fault(json!({ "operation": operation, "kind": kind, "times": 20 })).await?;
            console.open(&path).await?;
            let again = console.button("Try again");
            again.get().await?;
            console.local().calm().await?;
            again.click().await?;
            console.sees(word).await?;
            again.gone().await?;
        }
        // A refresh that fails keeps what is shown.
        console.local().fault(json!({ "operation": operation, "kind": "status", "times": 20 })).await?;
        console.button("Refresh").click().await?;
        console.button("Try again").get().await?;
        console.sees(word).await?;
        console.local().calm().await?;
    }
    Ok(())
}

/// A write is never made twice, whatever becomes of its answer; what was typed stays.
pub async fn a_lost_answer_of_a_write_is_not_hidden(console: Console) -> anyhow::Result<()> {
    let (api, group) = (console.api().await?, console.unique("fault-group"));
    let (instance, topic) = (api.kafka(LAB).await?, console.unique("fault-topic"));
    api.create_topic(&instance, &topic, 1).await?;
    let client = Kafka::of(&console, &instance).await?;
    client.commit(&group, &[format!("{topic}:0:0")]).await?;
    console.enter(&format!("/kafka/{instance}/groups/{group}")).await?;
    console.button("Change the description").click().await?;
    let asked = console.dialog(&format!("Description of {group}"));
    let field = console.field(Name::starting("Description")).within(&asked);
    field.fill("kept through it all").await?;
    let save = console.button("Save").within(&asked);
    for fault in [
        json!({ "operation": "kafka.ModifyGroup", "kind": "throttle", "retry_after": 1 }),
        json!({ "operation": "kafka.ModifyGroup", "kind": "status", "status": 502 }),
        json!({ "operation": "kafka.ModifyGroup", "kind": "drop" }),
    ] {
        console.local().fault(fault.clone()).await?;
        console.local().forget().await?;
        save.click().await?;
        console.alert().within(&asked).get().await?;
        let calls = console.local().calls().await?;
        let sent = calls.iter().filter(|c| c.operation.as_deref() == Some("kafka.ModifyGroup")).count();
        ensure!(sent == 1, "{sent} calls after {fault}");
        ensure!(field.value().await? == "kept through it all", "what was typed is lost after {fault}");
    }
    save.click().await?;
    console.sees(&format!("Group {group} saved")).await
}

/// The token ends in the middle of a form: signed in again over it, then sent as it was.
pub async fn a_token_that_ends_keeps_dialogs_and_plans(console: Console) -> anyhow::Result<()> {
    let (api, stem) = (console.api().await?, console.unique("token"));
    let instance = api.kafka(LAB).await?;
    let (topic, group) = (format!("{stem}-topic"), format!("{stem}-group"));
    api.create_topic(&instance, &topic, 2).await?;
    let client = Kafka::of(&console, &instance).await?;
    client.produce(&[format!("{topic}:0:3")]).await?;
    client.commit(&group, &[format!("{topic}:0:1")]).await?;

    console.enter(&format!("/kafka/{instance}/groups/{group}?every=0")).await?;
    console.button("Change the description").click().await?;
    let asked = console.dialog(&format!("Description of {group}"));
    let field = console.field(Name::starting("Description")).within(&asked);
    field.fill("typed before the end").await?;
    console.local().expire_tokens().await?;
    console.button("Save").within(&asked).click().await?;
    sign_in_again(&console).await?;
    ensure!(field.value().await? == "typed before the end");
    console.button("Save").within(&asked).click().await?;
    console.sees(&format!("Group {group} saved")).await?;

    console.open(&format!("/kafka/{instance}/reassign?topics={topic}")).await?;
    let factor = console.field("Replicas of each partition");
    factor.fill("2").await?;
    console.button("Change replication").click().await?;
    console.sees("2 partitions change").await?;
    console.local().expire_tokens().await?;
    console.button("Move partitions").click().await?;
    let sure = console.dialog("Move 2 partitions?");
    console.button("Move partitions").within(&sure).click().await?;
    sign_in_again(&console).await?;
    console.sees("2 partitions change").await?;
    console.button("Move partitions").click().await?;
    console.button("Move partitions").within(&sure).click().await?;
    console.sees("2 of 2 partitions moved").await?;

    console.open(&format!("/kafka/{instance}/messages/new?topic={topic}")).await?;
    let body = console.field(Name::starting("Body"));
    body.fill("not lost").await?;
    console.local().expire_tokens().await?;
    console.button("Produce").click().await?;
    sign_in_again(&console).await?;
    ensure!(body.value().await? == "not lost");
    Ok(())
}

/// A reading of messages that failed is not an empty topic, and goes on by itself once there is a session again.
pub async fn a_failed_reading_claims_nothing(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("unread"));
    let instance = api.kafka(LAB).await?;
    api.create_topic(&instance, &topic, 1).await?;
    Kafka::of(&console, &instance).await?.produce(&[format!("{topic}:0:3")]).await?;
    console.enter("/instances").await?;
    for (path, operation, claims, word) in [
        (
            format!("/kafka/{instance}/messages?topic={topic}"),
            "kafka.ShowTopic",
            ["No messages here", "Returned 0", "0 requests"],
            "Returned 3",
        ),
        (
            format!("/rocketmq/{TRADE}/dead-letters?group=nobody-at-all"),
            "rocketmq.ListMessages",
            ["No dead letters", "Read 0", "0 requests"],
            "Read 0 of 0",
        ),
    ] {
        console.local().fault(json!({ "operation": operation, "kind": "status", "times": 20 })).await?;
        console.open(&path).await?;
        let again = console.button("Try again");
        again.get().await?;
        console.sees("The reading failed").await?;
        let said = console.text().await?;
        for claim in claims.into_iter().chain(["That is all there is"]) {
            ensure!(!said.contains(claim), "{claim} after a failure: {said}");
        }
        console.local().calm().await?;
        again.click().await?;
        console.sees(word).await?;
        console.sees("That is all there is").await?;

        console.local().expire_tokens().await?;
        console.button("Read").click().await?;
        sign_in_again(&console).await?;
        console.sees(word).await?;
        console.sees("That is all there is").await?;
    }
    Ok(())
}

/// After an outage a page asks again by itself, and says when; what is refused for good is not asked again.
pub async fn a_page_tries_again_by_itself(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("outage"));
    let instance = api.kafka(LAB).await?;
    api.create_topic(&instance, &topic, 1).await?;
    console.enter("/instances").await?;
    let fault = |status| json!({ "operation": "kafka.ShowTopic", "kind": "status", "status": status });
    console.local().fault(fault(500)).await?;
    console.open(&format!("/kafka/{instance}/topics/{topic}")).await?;
    console.sees("Trying again in ").await?;
    axe::check(&console, "an error that is tried again").await?;
    console.sees("All replicas in sync").await?;
    ensure!(!console.alert().is_there().await?, "the error stays");

    console.local().fault(fault(403)).await?;
    console.open(&format!("/kafka/{instance}/topics/{topic}?other")).await?;
    console.button("Try again").get().await?;
    ensure!(!console.text().await?.contains("Trying again in"), "a refusal is asked about again");
    Ok(())
}

async fn sign_in_again(console: &Console) -> anyhow::Result<()> {
    let again = console.dialog("Sign in again");
    console.button("Sign in again").within(&again).click().await?;
    again.gone().await
}
