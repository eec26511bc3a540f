//! Users of an instance with SASL, and what they may do.

use anyhow::ensure;
use dms_api::models::kafka::TopicPolicies;
use dms_api::ops::kafka::{
    CreateUser, CreateUserBody, ListUsers, SetTopicPolicies, SetTopicPoliciesBody, ShowTopicPolicies,
    TopicPolicy, UserPolicy,
};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Api, Console, Name, until};

/// Every test's own users live on this instance.
const LAB: &str = "user-lab";
const PASSWORD: &str = "Sesame-2026";

/// The lab's id, and a way to prepare it.
async fn lab(console: &Console) -> anyhow::Result<(String, Api<'_>)> {
    let api = console.api().await?;
    Ok((api.kafka_with_users(LAB, "lab-admin", PASSWORD).await?, api))
}

async fn add_user(api: &Api<'_>, instance: &str, name: &str) -> anyhow::Result<()> {
    let body = CreateUserBody { user_name: name.to_owned(), user_passwd: PASSWORD.into(), user_desc: None };
    api.send(&CreateUser { instance_id: instance.to_owned(), body }).await
}

async fn names(api: &Api<'_>, instance: &str) -> anyhow::Result<Vec<String>> {
    let list = api.send(&ListUsers { instance_id: instance.to_owned() }).await?;
    Ok(list.users.into_iter().map(|user| user.user_name).collect())
}

async fn grant(api: &Api<'_>, instance: &str, topic: &str, user: &str, word: &str) -> anyhow::Result<()> {
    let policies = vec![UserPolicy { user_name: user.to_owned(), access_policy: word.to_owned() }];
    let body = SetTopicPoliciesBody { topics: vec![TopicPolicy { name: topic.to_owned(), policies }] };
    api.send(&SetTopicPolicies { instance_id: instance.to_owned(), body }).await
}

/// "user=word" of each policy, sorted.
async fn granted(api: &Api<'_>, instance: &str, topic: &str) -> anyhow::Result<Vec<String>> {
    let op = ShowTopicPolicies { instance_id: instance.to_owned(), topic_name: topic.to_owned() };
    let answer: TopicPolicies = api.send(&op).await?;
    let mut all: Vec<String> =
        answer.policies.iter().map(|p| format!("{}={}", p.user_name, p.access_policy.as_str())).collect();
    all.sort();
    Ok(all)
}

pub async fn an_instance_without_sasl_says_why_it_has_none(console: Console) -> anyhow::Result<()> {
    let kafka = console.api().await?.kafka("topic-lab").await?;
    console.enter(&format!("/kafka/{kafka}/users")).await?;
    console.sees("This instance has no users").await?;
    console.sees("SASL is off").await?;
    console.speak("中文（简体）").await?;
    console.sees("该实例未开启 SASL").await?;
    console.link("权限").click().await?;
    console.sees("该实例没有用户").await?;
    let calls = console.local().calls().await?;
    ensure!(!calls.iter().any(|c| c.operation.as_deref() == Some("kafka.ListUsers")), "asked in vain");
    Ok(())
}

pub async fn a_user_is_created_with_a_password_that_keeps_the_rules(console: Console) -> anyhow::Result<()> {
    let ((kafka, api), user) = (lab(&console).await?, console.unique("maker"));
    console.enter(&format!("/kafka/{kafka}/users")).await?;
    console.row(Name::with("lab-admin")).reads("First user").await?;
    console.button("Create user").nth(0).click().await?;
    let asked = console.dialog("Create a user");
    let field = |name: &str| console.field(Name::starting(name)).within(&asked);
    for (name, said) in [("ab", "At least 4 characters."), ("lab-admin", "This is there already.")] {
        field("User name").fill(name).await?;
        field("User name").press("" + Key::Tab).await?;
        asked.reads(said).await?;
    }
    field("User name").fill(&user).await?;
    let password = console.role(&["textbox"], Name::starting("Password")).within(&asked).nth(0);
    let again = console.role(&["textbox"], Name::starting("Password again")).within(&asked);
    password.fill("short").await?;
    password.press("" + Key::Tab).await?;
    asked.reads("At least 8 characters.").await?;
    password.fill(PASSWORD).await?;
    again.fill("Sesame-2027").await?;
    again.press("" + Key::Tab).await?;
    asked.reads("This is not the same password.").await?;
    again.fill(PASSWORD).await?;
    field("Description").fill("makes orders").await?;
    console.button("Create user").within(&asked).click().await?;
    console.sees(&format!("User {user} created")).await?;
    console.row(Name::with(&user)).reads("makes orders").await?;
    ensure!(names(&api, &kafka).await?.contains(&user));
    // No password anywhere that outlives the dialog.
    let stored = console
        .js("return JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + location.href;")
        .await?;
    ensure!(!stored.to_string().contains(PASSWORD), "the password was kept");
    Ok(())
}

pub async fn a_password_is_reset_and_a_description_changed(console: Console) -> anyhow::Result<()> {
    let ((kafka, api), user) = (lab(&console).await?, console.unique("forgetful"));
    add_user(&api, &kafka, &user).await?;
    console.enter(&format!("/kafka/{kafka}/users?q={user}")).await?;
    let menu = console.button(&format!("Actions for {user}"));
    menu.click().await?;
    console.menu_item("Reset password").click().await?;
    let asked = console.dialog(&format!("New password for {user}"));
    console.role(&["textbox"], Name::starting("Password")).within(&asked).nth(0).fill("Open-2026-ok").await?;
    console.role(&["textbox"], Name::starting("Password again")).within(&asked).fill("Open-2026-ok").await?;
    console.button("Reset password").within(&asked).click().await?;
    console.sees(&format!("Password of {user} changed")).await?;
    menu.click().await?;
    console.menu_item("Change the description").click().await?;
    let asked = console.dialog(&format!("Description of {user}"));
    console.field(Name::starting("Description")).within(&asked).fill("对账").await?;
    console.button("Save").within(&asked).click().await?;
    console.sees(&format!("User {user} saved")).await?;
    console.row(Name::with(&user)).reads("对账").await
}

pub async fn several_are_deleted_and_what_failed_again(console: Console) -> anyhow::Result<()> {
    let ((kafka, api), stem) = (lab(&console).await?, console.unique("leaver"));
    let users = ["a", "b"].map(|end| format!("{stem}-{end}"));
    for user in &users {
        add_user(&api, &kafka, user).await?;
    }
    console.enter(&format!("/kafka/{kafka}/users")).await?;
    console.checkbox("Select lab-admin").click().await?;
    for user in &users {
        console.checkbox(&format!("Select {user}")).click().await?;
    }
    console.button("Delete").click().await?;
    let asked = console.dialog("Delete 2 users?");
    asked.reads("The first user of the instance is left out.").await?;
    console.field(Name::with("delete 2")).within(&asked).fill("delete 2").await?;
    let fault = json!({ "operation": "kafka.DeleteUsers", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    console.button("Delete").within(&asked).click().await?;
    let result = console.dialog("1 deleted, 1 failed");
    result.reads("Not deleted").await?;
    result.reads("DMS.00500000").await?;
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("2 users deleted").await?;
    let left = names(&api, &kafka).await?;
    ensure!(left.contains(&"lab-admin".to_owned()) && !users.iter().any(|user| left.contains(user)));
    Ok(())
}

pub async fn permissions_are_reviewed_fail_in_part_and_are_retried(console: Console) -> anyhow::Result<()> {
    let ((kafka, api), stem) = (lab(&console).await?, console.unique("perm"));
    let (ann, bob) = (format!("{stem}-ann"), format!("{stem}-bob"));
    let topics = ["closed", "open"].map(|end| format!("{stem}-{end}"));
    for user in [&ann, &bob] {
        add_user(&api, &kafka, user).await?;
    }
    for topic in &topics {
        api.create_topic(&kafka, topic, 1).await?;
    }
    grant(&api, &kafka, &topics[0], &bob, "pub").await?;
    console.enter(&format!("/kafka/{kafka}/permissions?q={stem}&user={ann},{bob}")).await?;
    let cell = |user: &str, topic: &str, says: &str| console.button(&format!("{user} on {topic}: {says}"));
    cell(&bob, &topics[0], "Write (granted)").get().await?;
    cell(&ann, &topics[0], "Nothing (not granted)").get().await?;
    cell(&ann, &topics[1], "Read and write (open topic)").click().await?;
    console.menu_item("Read").click().await?;
    cell(&ann, &topics[1], "Read (changed)").get().await?;
    // The first permission closes the topic for everybody else: the matrix shows it before it is sent.
    cell(&bob, &topics[1], "Nothing (not granted)").get().await?;

    console.checkbox(&format!("Select topic {}", topics[0])).click().await?;
    console.checkbox(&format!("Select user {ann}")).click().await?;
    console.checkbox(&format!("Select user {bob}")).click().await?;
    console.button("Set for the selection").click().await?;
    console.menu_item("Read and write").click().await?;
    console.sees("3 changes").await?;
    console.button("Review changes").click().await?;
    let review = console.dialog("Change permissions of 2 topics?");
    review.reads(&format!("{} was open to everybody", topics[1])).await?;
    let fault = json!({ "operation": "kafka.SetTopicPolicies", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    console.button("Apply").within(&review).click().await?;
    let result = console.dialog("Topics changed: 1, failed: 1");
    result.reads("DMS.00500000").await?;
    ensure!(
        granted(&api, &kafka, &topics[0]).await? == [format!("{bob}=pub")],
        "the failed one is as it was"
    );
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("Permissions of 2 topics changed").await?;
    ensure!(granted(&api, &kafka, &topics[0]).await? == [format!("{ann}=all"), format!("{bob}=all")]);
    ensure!(granted(&api, &kafka, &topics[1]).await? == [format!("{ann}=sub")]);
    cell(&ann, &topics[1], "Read (granted)").get().await.map(drop)
}

pub async fn who_can_write_is_a_question_of_filters(console: Console) -> anyhow::Result<()> {
    let ((kafka, api), stem) = (lab(&console).await?, console.unique("who"));
    let (ann, bob) = (format!("{stem}-ann"), format!("{stem}-bob"));
    for user in [&ann, &bob] {
        add_user(&api, &kafka, user).await?;
    }
    let topics = ["x", "y"].map(|end| format!("{stem}-{end}"));
    for (topic, user) in topics.iter().zip([&ann, &bob]) {
        api.create_topic(&kafka, topic, 1).await?;
        grant(&api, &kafka, topic, user, "pub").await?;
    }
    console.enter(&format!("/kafka/{kafka}/permissions?q={}", topics[0])).await?;
    console.checkbox(&format!("Select user {bob}")).get().await?;
    console.button("Permission").click().await?;
    console.menu_item("Write").click().await?;
    console.address_has("may=write").await?;
    console.checkbox(&format!("Select user {bob}")).gone().await?;
    console.checkbox(&format!("Select user {ann}")).get().await?;
    // The other way round: what one user may write to.
    console.open(&format!("/kafka/{kafka}/permissions?q={stem}&user={bob}&may=write")).await?;
    console.link(&topics[1]).get().await?;
    until("the other topic to go", || async {
        Ok((!console.link(&topics[0]).is_there().await?).then_some(()))
    })
    .await
}

pub async fn the_matrix_by_keyboard_alone_in_chinese(console: Console) -> anyhow::Result<()> {
    let ((kafka, api), stem) = (lab(&console).await?, console.unique("arrows"));
    let user = format!("{stem}-kim");
    add_user(&api, &kafka, &user).await?;
    let topics = ["a", "b"].map(|end| format!("{stem}-{end}"));
    for topic in &topics {
        api.create_topic(&kafka, topic, 1).await?;
        grant(&api, &kafka, topic, &user, "sub").await?;
    }
    console.enter(&format!("/kafka/{kafka}/permissions?q={stem}&user={user}")).await?;
    console.speak("中文（简体）").await?;
    let first = console.button(&format!("{user} 对 {}：读（已授权）", topics[0]));
    first.press("" + Key::Down).await?;
    until("the cell below to have the focus", || async {
        Ok(console.focused().await?.contains(&topics[1]).then_some(()))
    })
    .await?;
    console.key("" + Key::Enter).await?;
    console.menu_item("读写").press("" + Key::Enter).await?;
    console.button(&format!("{user} 对 {}：读写（已修改）", topics[1])).get().await?;
    console.button("查看变更").press("" + Key::Enter).await?;
    let review = console.dialog("修改 1 个 Topic 的权限？");
    console.button("应用修改").within(&review).press("" + Key::Enter).await?;
    console.sees("已修改 1 个 Topic 的权限").await?;
    ensure!(granted(&api, &kafka, &topics[1]).await? == [format!("{user}=all")]);
    Ok(())
}
