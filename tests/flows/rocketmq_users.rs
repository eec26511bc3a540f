//! Users of a RocketMQ instance with access control, and what they may do.

use anyhow::ensure;
use dms_api::models::rocketmq::{NamedPermission, User};
use dms_api::ops::rocketmq::{CreateUser, GroupBody, ShowUser, UserBody};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Api, Console, Name};

/// Every test's own users live on this instance.
const LAB: &str = "rmq-user-lab";
const KEY: &str = "Sesame-2026";

/// The lab's id, and a way to prepare it.
async fn lab(console: &Console) -> anyhow::Result<(String, Api<'_>)> {
    let api = console.api().await?;
    Ok((api.rocketmq(LAB, true).await?, api))
}

/// A user that may consume every topic, and what `rights` says of single ones.
async fn add(api: &Api<'_>, instance: &str, name: &str, rights: &[(&str, &str)]) -> anyhow::Result<()> {
    let entry =
        |(name, perm): &(&str, &str)| NamedPermission { name: (*name).to_owned(), perm: (*perm).to_owned() };
    let body = UserBody {
        access_key: name.to_owned(),
        secret_key: KEY.into(),
        default_topic_perm: Some("SUB".to_owned()),
        topic_perms: Some(rights.iter().map(entry).collect()),
        ..UserBody::default()
    };
    api.send(&CreateUser { instance_id: instance.to_owned(), body }).await.map(drop)
}

async fn user(api: &Api<'_>, instance: &str, name: &str) -> anyhow::Result<User> {
    api.send(&ShowUser { instance_id: instance.to_owned(), user_name: name.to_owned() }).await
}

/// "topic=RIGHT" of each entry, sorted.
fn topics_of(user: &User) -> Vec<String> {
    let mut all: Vec<String> = user.topic_perms.iter().map(|e| format!("{}={}", e.name, e.perm)).collect();
    all.sort();
    all
}

pub async fn without_access_control_there_are_none_and_it_is_turned_on(
    console: Console,
) -> anyhow::Result<()> {
    let open = console.api().await?.rocketmq(&console.unique("rmq-open"), false).await?;
    console.enter(&format!("/rocketmq/{open}/users")).await?;
    console.sees("Access control is off").await?;
    console.speak("中文（简体）").await?;
    console.sees("未开启访问控制").await?;
    console.speak("English").await?;
    console.button("Turn on access control").click().await?;
    let asked = console.dialog("Turn on access control?");
    asked.reads("are cut off").await?;
    let refused = json!({ "operation": "rocketmq.ModifyInstance", "kind": "status", "status": 500 });
    console.local().fault(refused).await?;
    console.button("Turn on access control").within(&asked).click().await?;
    asked.reads("DMS.00500000").await?;
    console.button("Turn on access control").within(&asked).click().await?;
    console.sees("Access control is on").await?;
    console.sees("No users yet").await
}

pub async fn a_user_is_created_and_every_rule_is_said(console: Console) -> anyhow::Result<()> {
    let ((lab, api), name) = (lab(&console).await?, console.unique("maker-app"));
    let topic = console.unique("made-topic");
    api.rocketmq_topic(&lab, &topic, 1).await?;
    console.enter(&format!("/rocketmq/{lab}/users")).await?;
    console.button("Create user").nth(0).click().await?;
    let asked = console.dialog("Create a user");
    let field = |label: &str| console.field(Name::starting(label)).within(&asked);
    for (label, value, said) in [
        ("User name", "short", "At least 7 characters."),
        ("User name", "a b c d e f", "A space (character 2) is not allowed here."),
        ("Trusted addresses", "10.0.0.1, 10.0.300.1", "“10.0.300.1” is no address."),
        ("Trusted addresses", "host.example", "“h” (character 1) is not allowed here."),
        (
            "Rights to single topics",
            "orders=WRITE",
            "Line 1: “WRITE” is no right. Write DENY, PUB, SUB, PUB|SUB.",
        ),
        ("Rights to single topics", "orders", "Line 1: write name=RIGHT."),
        ("Rights to single groups", "billing=PUB|SUB", "a group can only consume"),
    ] {
        field(label).fill(value).await?;
        field(label).press("" + Key::Tab).await?;
        asked.reads(said).await?;
    }
    field("User name").fill(&name).await?;
    let key = console.role(&["textbox"], Name::starting("Secret key")).within(&asked);
    key.clone().nth(0).fill("weak").await?;
    key.clone().nth(0).press("" + Key::Tab).await?;
    asked.reads("At least 8 characters.").await?;
    key.clone().nth(0).fill(KEY).await?;
    key.nth(1).fill(KEY).await?;
    field("Trusted addresses").fill("10.10.*.*,192.168.7.{4,5}").await?;
    field("Rights to single topics").fill(&format!("{topic}=sub|pub\n%DLQ%old|1=deny")).await?;
    asked.reads("Not on this instance now: %DLQ%old|1").await?;
    field("Rights to single groups").fill("").await?;
    console.button("Create user").within(&asked).click().await?;
    console.sees(&format!("User {name} created")).await?;
    console.row(Name::with(&name)).reads("2 topics, 0 groups").await?;
    let made = user(&api, &lab, &name).await?;
    ensure!(made.white_remote_address == "10.10.*.*,192.168.7.{4,5}" && !made.admin);
    ensure!(topics_of(&made) == ["%DLQ%old|1=DENY".to_owned(), format!("{topic}=PUB|SUB")]);
    let stored = console
        .js("return JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + location.href;")
        .await?;
    ensure!(!stored.to_string().contains(KEY), "the key was kept");
    // Beside the list: the service's own answer about the one user.
    console.button(&name).click().await?;
    console.address_has(&format!("row={name}")).await?;
    console.role(&["complementary"], &name).reads("%DLQ%old|1").await
}

pub async fn a_user_is_edited_after_a_review_and_keeps_its_key(console: Console) -> anyhow::Result<()> {
    let ((lab, api), name) = (lab(&console).await?, console.unique("kept-key"));
    add(&api, &lab, &name, &[("orders", "PUB")]).await?;
    console.enter(&format!("/rocketmq/{lab}/users?q={name}")).await?;
    console.button(&format!("Actions for {name}")).click().await?;
    console.menu_item("Edit").click().await?;
    let asked = console.dialog(&format!("Edit {name}"));
    console.field(Name::starting("Trusted addresses")).within(&asked).fill("10.0.0.1").await?;
    console.checkbox(Name::starting("Administrator")).within(&asked).click().await?;
    console.button("Review").within(&asked).click().await?;
    asked.reads("Trusted addresses").await?;
    asked.reads("10.0.0.1").await?;
    // A refusal loses nothing: back in the form everything is as it was typed.
    let refused = json!({ "operation": "rocketmq.ModifyUser", "kind": "status", "status": 500 });
    console.local().fault(refused).await?;
    console.button("Save changes").within(&asked).click().await?;
    asked.reads("DMS.00500000").await?;
    console.button("Back").within(&asked).click().await?;
    let typed = console.field(Name::starting("Trusted addresses")).within(&asked).value().await?;
    ensure!(typed == "10.0.0.1", "{typed}");
    console.button("Review").within(&asked).click().await?;
    console.button("Save changes").within(&asked).click().await?;
    console.sees(&format!("User {name} saved")).await?;
    let after = user(&api, &lab, &name).await?;
    ensure!(after.admin && after.white_remote_address == "10.0.0.1");
    ensure!(topics_of(&after) == ["orders=PUB"], "the rest is as it was");
    console.row(Name::with(&name)).reads("Administrator").await
}

pub async fn several_are_deleted_and_what_failed_again(console: Console) -> anyhow::Result<()> {
    let ((lab, api), stem) = (lab(&console).await?, console.unique("leaving"));
    let users = ["a", "b"].map(|end| format!("{stem}-{end}"));
    for name in &users {
        add(&api, &lab, name, &[]).await?;
    }
    console.enter(&format!("/rocketmq/{lab}/users?q={stem}")).await?;
    console.checkbox("Select all 2 rows").click().await?;
    console.button("Delete").click().await?;
    let asked = console.dialog("Delete 2 users?");
    console.field(Name::with("delete 2")).within(&asked).fill("delete 2").await?;
    let refused = json!({ "operation": "rocketmq.DeleteUser", "kind": "status", "status": 500 });
    console.local().fault(refused).await?;
    console.button("Delete").within(&asked).click().await?;
    let result = console.dialog("1 deleted, 1 failed");
    result.reads("DMS.00500000").await?;
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("2 users deleted").await?;
    for name in &users {
        ensure!(user(&api, &lab, name).await.is_err(), "{name} is still there");
    }
    Ok(())
}

pub async fn rights_are_reviewed_fail_in_part_and_are_retried(console: Console) -> anyhow::Result<()> {
    let ((lab, api), stem) = (lab(&console).await?, console.unique("rights"));
    let (ann, bob) = (format!("{stem}-ann"), format!("{stem}-bob"));
    let topics = ["one", "two"].map(|end| format!("{stem}-{end}"));
    for topic in &topics {
        api.rocketmq_topic(&lab, topic, 1).await?;
    }
    let group = GroupBody { name: format!("{stem}-group"), ..GroupBody::default() };
    api.rocketmq_group(&lab, group).await?;
    add(&api, &lab, &ann, &[(&topics[0], "DENY")]).await?;
    add(&api, &lab, &bob, &[]).await?;
    console.enter(&format!("/rocketmq/{lab}/permissions?q={stem}&user={ann},{bob}")).await?;
    let cell = |user: &str, thing: &str, says: &str| console.button(&format!("{user} on {thing}: {says}"));
    cell(&ann, &topics[0], "Nothing (own right)").get().await?;
    cell(&bob, &topics[0], "Consume (default)").get().await?;
    cell(&bob, &format!("{stem}-group"), "Nothing (default)").click().await?;
    console.menu_item("Consume").click().await?;
    cell(&bob, &format!("{stem}-group"), "Consume (changed)").get().await?;
    for topic in &topics {
        console.checkbox(&format!("Select {topic}")).click().await?;
    }
    console.checkbox(&format!("Select user {ann}")).click().await?;
    console.button("Set for the selection").click().await?;
    console.menu_item("Produce and consume").click().await?;
    console.sees("3 changes").await?;
    console.button("Review changes").click().await?;
    let review = console.dialog("Change the rights of 2 users?");
    review.reads(&topics[1]).await?;
    let refused = json!({ "operation": "rocketmq.ModifyUser", "kind": "status", "status": 500 });
    console.local().fault(refused).await?;
    console.button("Apply").within(&review).click().await?;
    let result = console.dialog("1 changed, 1 failed");
    result.reads("DMS.00500000").await?;
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("Rights of 2 users changed").await?;
    ensure!(
        topics_of(&user(&api, &lab, &ann).await?)
            == [format!("{}=PUB|SUB", topics[0]), format!("{}=PUB|SUB", topics[1])]
    );
    ensure!(user(&api, &lab, &bob).await?.group_perms.len() == 1);
    cell(&ann, &topics[1], "Produce and consume (own right)").get().await.map(drop)
}

pub async fn who_may_use_a_topic_is_the_services_own_answer(console: Console) -> anyhow::Result<()> {
    let ((lab, api), stem) = (lab(&console).await?, console.unique("whose"));
    let (topic, name) = (format!("{stem}-topic"), format!("{stem}-user"));
    api.rocketmq_topic(&lab, &topic, 1).await?;
    let group = format!("{stem}-group");
    api.rocketmq_group(&lab, GroupBody { name: group.clone(), ..GroupBody::default() }).await?;
    add(&api, &lab, &name, &[(&topic, "PUB")]).await?;
    console.enter(&format!("/rocketmq/{lab}/permissions?q={stem}&user={name}")).await?;
    console.button(&format!("Who may use {topic}")).click().await?;
    let panel = console.role(&["complementary"], &format!("Who may use topic {topic}"));
    panel.reads(&name).await?;
    panel.reads("Produce").await?;
    panel.reads("It agrees with the users' settings.").await?;
    console.button(&format!("Who may use {group}")).click().await?;
    let panel = console.role(&["complementary"], &format!("Who may use group {group}"));
    panel.reads("It agrees with the users' settings.").await?;
    console.address_has("row=group").await?;
    // The filter tells the same: nobody of these may produce to a group.
    console.open(&format!("/rocketmq/{lab}/permissions?q={stem}&user={name}&may=produce")).await?;
    console.button(&format!("Who may use {topic}")).get().await?;
    console.button(&format!("Who may use {group}")).gone().await
}

pub async fn odd_answers_show_the_same(console: Console) -> anyhow::Result<()> {
    let api = console.api().await?;
    // Alone on its instance, so that the service may answer an object where a list belongs.
    let (lab, stem) = (api.rocketmq(&console.unique("rmq-odd-acl"), true).await?, "odd-user");
    api.rocketmq_topic(&lab, "odd-topic", 1).await?;
    api.rocketmq_group(&lab, GroupBody { name: "odd-group".to_owned(), ..GroupBody::default() }).await?;
    add(&api, &lab, stem, &[("odd-topic", "PUB|SUB")]).await?;
    for operation in ["ListTopics", "ListGroups", "ListTopicPolicies", "ListGroupPolicies"] {
        let odd = json!({ "operation": format!("rocketmq.{operation}"), "kind": "shape", "times": 20 });
        console.local().fault(odd).await?;
    }
    console.enter(&format!("/rocketmq/{lab}/permissions")).await?;
    console.button("odd-user on odd-topic: Produce and consume (own right)").get().await?;
    console.button("odd-user on odd-group: Nothing (default)").get().await?;
    console.button("Who may use odd-topic").click().await?;
    let panel = console.role(&["complementary"], "Who may use topic odd-topic");
    panel.reads("odd-user").await?;
    panel.reads("It agrees with the users' settings.").await
}

pub async fn the_matrix_by_keyboard_alone_in_chinese(console: Console) -> anyhow::Result<()> {
    let ((lab, api), stem) = (lab(&console).await?, console.unique("tasten"));
    let (topic, name) = (format!("{stem}-topic"), format!("{stem}-user"));
    api.rocketmq_topic(&lab, &topic, 1).await?;
    add(&api, &lab, &name, &[]).await?;
    console.enter(&format!("/rocketmq/{lab}/permissions?q={stem}&user={name}")).await?;
    console.speak("中文（简体）").await?;
    console.button(&format!("{name} 对 {topic}：订阅（默认权限）")).press("" + Key::Enter).await?;
    console.menu_item("发布和订阅").press("" + Key::Enter).await?;
    console.button(&format!("{name} 对 {topic}：发布和订阅（已修改）")).get().await?;
    console.button("查看变更").press("" + Key::Enter).await?;
    let review = console.dialog("修改 1 个用户的权限？");
    console.button("应用修改").within(&review).press("" + Key::Enter).await?;
    console.sees("已修改 1 个用户的权限").await?;
    ensure!(topics_of(&user(&api, &lab, &name).await?) == [format!("{topic}=PUB|SUB")]);
    Ok(())
}
