//! Consumer groups by the newer calls: described together, read page by page, deleted alone, moved by a saved file.

use anyhow::ensure;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Console, Kafka, Name, until};

const LAB: &str = "group-extras";

/// A topic of two partitions and a group that has read some of it.
async fn setting(console: &Console, stem: &str) -> anyhow::Result<(String, Kafka, String, String)> {
    let api = console.api().await?;
    let instance = api.kafka(LAB).await?;
    let client = Kafka::of(console, &instance).await?;
    let (topic, group) = (console.unique(&format!("{stem}-topic")), console.unique(&format!("{stem}-group")));
    api.create_topic(&instance, &topic, 2).await?;
    client.produce(&[format!("{topic}:0:10"), format!("{topic}:1:4")]).await?;
    client.commit(&group, &[format!("{topic}:0:3"), format!("{topic}:1:4")]).await?;
    Ok((instance, client, topic, group))
}

pub async fn several_are_described_together(console: Console) -> anyhow::Result<()> {
    let (instance, client, topic, group) = setting(&console, "described").await?;
    let groups = ["a", "b"].map(|end| format!("{group}-{end}"));
    for group in &groups {
        client.commit(group, &[format!("{topic}:0:1")]).await?;
    }
    console.enter(&format!("/kafka/{instance}/groups?q={group}-")).await?;
    for group in &groups {
        console.checkbox(format!("Select {group}").as_str()).click().await?;
    }
    console.button("Edit description").click().await?;
    let asked = console.dialog("Description of 2 groups");
    ensure!(!console.button("Save").within(&asked).is_usable().await?, "nothing changes yet");
    console.field(Name::starting("Description")).within(&asked).fill("nightly jobs").await?;
    asked.reads("nightly jobs").await?;
    let fault = json!({ "operation": "kafka.ModifyGroups", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    console.button("Save").within(&asked).click().await?;
    let result = console.dialog("0 changed, 2 failed");
    result.reads("DMS.00500000").await?;
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("2 groups saved").await?;
    for group in &groups {
        console.row(Name::with(group)).reads("nightly jobs").await?;
    }
    Ok(())
}

pub async fn a_live_one_is_not_deleted_and_the_reason_is_said(console: Console) -> anyhow::Result<()> {
    let (instance, client, topic, group) = setting(&console, "alone").await?;
    let member = client.join(&group, &topic, "busy").await?;
    console.enter(&format!("/kafka/{instance}/groups/{group}")).await?;
    console.button("Delete").click().await?;
    let asked = console.dialog(&format!("Delete group {group}?"));
    console.field(Name::with(&group)).within(&asked).fill(&group).await?;
    console.button("Delete").within(&asked).click().await?;
    let result = console.dialog("0 deleted, 1 failed");
    result.reads("DMS.").await?;
    member.leave().await?;
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees(&format!("Group {group} deleted")).await?;
    console.is_at(&format!("/kafka/{instance}/groups")).await
}

pub async fn a_large_one_is_read_page_by_page(console: Console) -> anyhow::Result<()> {
    let api = console.api().await?;
    let (instance, client, topic, group) = setting(&console, "paged").await?;
    let wide = format!("{topic}-wide");
    api.create_topic(&instance, &wide, 30).await?;
    let places: Vec<String> = (0..30).map(|n| format!("{wide}:{n}:0")).collect();
    client.commit(&group, &places).await?;
    let member = client.join(&group, &topic, "leafing").await?;
    console.enter(&format!("/kafka/{instance}/groups/{group}")).await?;
    console.role(&["tab"], "For large groups").click().await?;
    console.address_has("view=pages").await?;
    let positions = console.role(&["grid"], "Partitions");
    console.sees("1-20 of 32").await?;
    console.button("Next page").nth(1).click().await?;
    console.sees("21-32 of 32").await?;
    console.role(&["grid"], "Topics").reads(&wide).await?;
    let topics = console.role(&["grid"], "Topics");
    console.button(&topic).within(&topics).click().await?;
    console.sees("1-2 of 2").await?;
    console.row(Name::starting(&format!("{topic} 0 0 3 10 7"))).within(&positions).reads("leafing").await?;
    let members = console.role(&["grid"], "Members");
    members.reads("leafing").await?;
    console.field("Part of the ID").fill("nobody-like-this").await?;
    console.sees("No consumer is in this group right now.").await?;
    member.leave().await?;
    console.speak("中文（简体）").await?;
    console.sees("分页查看").await
}

pub async fn saved_offsets_are_opened_and_set_by_the_newer_call(console: Console) -> anyhow::Result<()> {
    let (instance, client, topic, group) = setting(&console, "file").await?;
    let folder = tempfile::tempdir()?;
    let (broken, saved) = (folder.path().join("broken.csv"), folder.path().join("saved.csv"));
    std::fs::write(&broken, "topic,partition,offset\nnonsense\n")?;
    std::fs::write(&saved, format!("topic,partition,offset\n{topic},0,5\n{topic},1,1\n"))?;
    console.enter(&format!("/kafka/{instance}/groups/{group}/reset")).await?;
    console.radio(Name::starting("To saved offsets")).click().await?;
    console.button("Open a saved file").get().await?;
    for (file, says) in [(&broken, "Line 2 cannot be read"), (&saved, "2 partitions move")] {
        let input = console.driver.find(By::Css("input[type=file]")).await?;
        input.send_keys(file.to_string_lossy().as_ref()).await?;
        let field = console.field(Name::starting("Offsets"));
        let text = std::fs::read_to_string(file)?;
        until("the file in the field", || async { Ok((field.value().await? == text).then_some(())) }).await?;
        field.press("" + Key::Tab).await?;
        console.sees(says).await?;
    }
    console.checkbox(Name::starting("Send it by the newer way")).click().await?;
    let review = console.button("Review and reset");
    until("the plan to be known", || async { Ok(review.is_usable().await?.then_some(())) }).await?;
    review.click().await?;
    let asked = console.dialog(Name::starting("Move "));
    console.field(Name::with(&group)).within(&asked).fill(&group).await?;
    console.button("Reset offsets").within(&asked).click().await?;
    console.sees("2 partitions moved").await?;
    let places = client.places(&group, &topic, 2).await?;
    let committed: Vec<i64> = places.iter().map(|place| place.committed).collect();
    ensure!(committed == [5, 1], "{committed:?}");
    let calls = console.local().calls().await?;
    let newer = calls.iter().filter(|c| c.operation.as_deref() == Some("kafka.ResetGroupOffset")).count();
    ensure!(newer == 2, "{newer} newer calls");
    Ok(())
}
