//! Migrations to a RocketMQ instance: from a file, previewed, followed, deleted.

use std::path::PathBuf;

use anyhow::{Context, ensure};
use dms_api::models::rocketmq::{MigrationKind, MigrationStatus};
use dms_api::ops::rocketmq::{CreateMigration, GroupBody, ListMigrations, ShowTopic};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::support::{Api, Console, Name, until};

const LAB: &str = "rmq-migration-lab";

async fn lab(console: &Console) -> anyhow::Result<(String, Api<'_>)> {
    let api = console.api().await?;
    Ok((api.rocketmq(LAB, false).await?, api))
}

/// A file on this machine, as the user would choose it.
fn file(name: &str, content: &str) -> anyhow::Result<PathBuf> {
    let folder = crate::support::paths::reports().join("files");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(name);
    std::fs::write(&path, content)?;
    Ok(path)
}

/// Chooses a file with the browser's own dialog.
async fn choose(console: &Console, name: &str, content: &str) -> anyhow::Result<()> {
    let path = file(name, content)?;
    let input = console.driver.find(By::Css("input[type=file]")).await?;
    input.send_keys(path.to_str().context("an odd path")?).await?;
    Ok(())
}

/// A finished migration of one topic; its id.
async fn migrated(api: &Api<'_>, instance: &str, name: &str, topic: &str) -> anyhow::Result<String> {
    let op = CreateMigration {
        instance_id: instance.to_owned(),
        overwrite: true,
        name: name.to_owned(),
        kind: MigrationKind::RocketMq,
        body: json!({ "topicConfigTable": { topic: { "perm": 6 } } }),
    };
    let id = api.send(&op).await?.task_id;
    until(format!("{name} to finish"), || async {
        let task = list(api, instance, Some(&id)).await?.into_iter().next();
        Ok(task.filter(|(_, status)| *status == MigrationStatus::Finished))
    })
    .await?;
    Ok(id)
}

async fn list(
    api: &Api<'_>,
    instance: &str,
    id: Option<&str>,
) -> anyhow::Result<Vec<(String, MigrationStatus)>> {
    let op = ListMigrations {
        instance_id: instance.to_owned(),
        id: id.map(str::to_owned),
        kind: None,
        offset: None,
        limit: Some(50),
        name: None,
    };
    Ok(api.send(&op).await?.task.into_iter().map(|task| (task.id, task.status)).collect())
}

pub async fn a_rocketmq_file_is_previewed_and_brought_over(console: Console) -> anyhow::Result<()> {
    let ((lab, api), stem) = (lab(&console).await?, console.unique("mig"));
    let here = format!("{stem}-here");
    api.rocketmq_topic(&lab, &here, 2).await?;
    let content = json!({
        "dataVersion": { "counter": 1 },
        "topicConfigTable": {
            format!("{stem}-new"): { "perm": 6, "readQueueNums": 4, "writeQueueNums": 4 },
            here.clone(): { "perm": 6, "readQueueNums": 5, "writeQueueNums": 5 },
            "TBW102": { "perm": 7 },
            "a b": { "perm": 6 },
        },
        "subscriptionGroupTable": { format!("{stem}-group"): { "retryMaxTimes": 3 } },
    });
    console.enter(&format!("/rocketmq/{lab}/migrations")).await?;
    console.link("New migration").nth(0).click().await?;
    console.sees("Choose a file to see what will be created").await?;
    console.button("Start the migration").click().await?;
    console.sees("Choose the file first.").await?;
    choose(&console, &format!("{stem}.json"), &content.to_string()).await?;
    console.row(Name::with(&format!("{stem}-new"))).reads("Will be created").await?;
    console.row(Name::with(&here)).reads("Is here already: will fail").await?;
    console.row(Name::with("TBW102")).reads("Skipped").await?;
    console.row(Name::with("a b")).reads("Cannot be made").await?;
    let name = console.field(Name::starting("Task name"));
    ensure!(name.value().await? == format!("import-{stem}"), "the file's name is a start");
    console.checkbox(Name::starting("Overwrite what has the same name")).click().await?;
    console.row(Name::with(&here)).reads("Will be overwritten").await?;
    console.row(Name::with(&here)).reads("now read 2, write 2").await?;
    console.sees("1 topic, 1 group").await?;
    console.button("Start the migration").click().await?;
    let asked = console.dialog("Overwrite 1 topic or group?");
    asked.reads(&here).await?;
    console.button("Start the migration").within(&asked).click().await?;
    console.sees(&format!("Migration import-{stem} has begun")).await?;
    console.address_has("/migrations?row=").await?;
    let panel = console.role(&["complementary"], &format!("import-{stem}"));
    panel.reads("2 created, 1 overwritten, 1 skipped, 1 failed").await?;
    panel.reads("Partly done").await?;
    panel.reads("a b").await?;
    let topic = api.send(&ShowTopic { instance_id: lab.clone(), topic: here }).await?;
    ensure!(topic.brokers.iter().all(|broker| broker.read_queue_num == 5), "{topic:?}");
    Ok(())
}

pub async fn a_rabbitmq_file_is_dropped_and_its_users_stay_here(console: Console) -> anyhow::Result<()> {
    let ((lab, api), stem) = (lab(&console).await?, console.unique("rabbit"));
    let content = json!({
        "rabbit_version": "3.8.35",
        "users": [{ "name": "root", "password_hash": "never-sent-hash" }],
        "vhosts": [{ "name": "/" }],
        "exchanges": [{ "name": "", "vhost": "/" }, { "name": format!("{stem}.orders"), "vhost": "/" }],
        "queues": [{ "name": format!("{stem}.mail"), "vhost": "/" }],
        "bindings": [],
    });
    console.enter(&format!("/rocketmq/{lab}/migrations/new")).await?;
    console.speak("中文（简体）").await?;
    console.sees("选择文件后").await?;
    let drop = format!(
        "const data = new DataTransfer();\
         data.items.add(new File([{}], 'definitions.json', {{ type: 'application/json' }}));\
         const to = document.querySelector('.file-drop');\
         for (const kind of ['dragover', 'drop']) \
           to.dispatchEvent(new DragEvent(kind, {{ dataTransfer: data, bubbles: true, cancelable: true }}));",
        Value::String(content.to_string())
    );
    console.js(&drop).await?;
    console.sees("definitions.json").await?;
    console.row(Name::with(&format!("{stem}_orders"))).reads("将新建").await?;
    console.sees("密码哈希").await?;
    let name = console.field(Name::starting("任务名称"));
    name.fill(&format!("{stem}-task")).await?;
    name.press("" + Key::Enter).await?;
    console.sees(&format!("迁移任务 {stem}-task 已开始")).await?;
    console.sees("新建 2，覆盖 0，跳过 1，失败 0").await?;
    api.send(&ShowTopic { instance_id: lab, topic: format!("{stem}_orders") }).await?;
    console.speak("English").await?;
    Ok(())
}

pub async fn bad_files_say_what_is_wrong_and_lose_nothing(console: Console) -> anyhow::Result<()> {
    let (lab, _) = lab(&console).await?;
    console.enter(&format!("/rocketmq/{lab}/migrations/new")).await?;
    let name = console.field(Name::starting("Task name"));
    name.fill("my-migration").await?;
    for (content, said) in [
        ("", "The file is empty."),
        ("{\n  \"topicConfigTable\": [,", "Line 2, character 24: this is no JSON."),
        ("{\"orders\": 1}", "This JSON is neither RocketMQ's"),
        ("{\"topicConfigTable\": {}}", "The file has no topics and no groups."),
        ("PK\u{3}\u{4}\0\0\0", "This is no text file."),
    ] {
        choose(&console, "bad.json", content).await?;
        console.sees(said).await?;
    }
    let huge = format!("{{\"topicConfigTable\": \"{}\"}}", "x".repeat(13 * 1024 * 1024));
    choose(&console, "huge.json", &huge).await?;
    console.sees("the service takes").await?;
    choose(&console, "good.json", "{\"topicConfigTable\": {\"bad-files-topic\": {}}}").await?;
    console.row(Name::with("bad-files-topic")).get().await?;
    let refused = json!({ "operation": "rocketmq.CreateMigration", "kind": "status", "status": 500 });
    console.local().fault(refused).await?;
    console.button("Start the migration").click().await?;
    console.sees("DMS.00500000").await?;
    ensure!(name.value().await? == "my-migration");
    console.row(Name::with("bad-files-topic")).get().await?;
    console.checkbox(Name::starting("Overwrite what has the same name")).click().await?;
    // The answer as older editions give it: a bare text that is no JSON.
    let odd = json!({ "operation": "rocketmq.CreateMigration", "kind": "shape" });
    console.local().fault(odd).await?;
    console.button("Start the migration").click().await?;
    console.sees("Migration my-migration has begun").await?;
    console.role(&["complementary"], "my-migration").reads("1 created").await
}

pub async fn one_and_several_are_deleted_with_a_result_for_each(console: Console) -> anyhow::Result<()> {
    let ((lab, api), stem) = (lab(&console).await?, console.unique("gone"));
    let mut ids = Vec::new();
    for end in ["a", "b", "c"] {
        ids.push(migrated(&api, &lab, &format!("{stem}-{end}"), &format!("{stem}-topic")).await?);
    }
    console.enter(&format!("/rocketmq/{lab}/migrations?q={stem}")).await?;
    console.row(Name::with(&format!("{stem}-a"))).reads("Finished").await?;
    console.button(&format!("Actions for {stem}-a")).click().await?;
    console.menu_item("Delete").click().await?;
    let asked = console.dialog(&format!("Delete the migration {stem}-a?"));
    asked.reads("The topics and groups it made stay.").await?;
    console.button("Delete").within(&asked).click().await?;
    console.sees(&format!("Migration {stem}-a deleted")).await?;
    console.checkbox("Select all 2 rows").click().await?;
    console.button("Delete").click().await?;
    let asked = console.dialog("Delete 2 migrations?");
    let refused = json!({ "operation": "rocketmq.BatchDeleteMigrations", "kind": "status", "status": 500 });
    console.local().fault(refused).await?;
    console.button("Delete").within(&asked).click().await?;
    let result = console.dialog("0 deleted, 2 failed");
    result.reads("DMS.00500000").await?;
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("2 migrations deleted").await?;
    let left = list(&api, &lab, None).await?;
    ensure!(left.iter().all(|(id, _)| !ids.contains(id)), "{left:?}");
    Ok(())
}

pub async fn odd_answers_show_the_same(console: Console) -> anyhow::Result<()> {
    let api = console.api().await?;
    let lab = api.rocketmq(&console.unique("rmq-odd-mig"), false).await?;
    api.rocketmq_group(&lab, GroupBody { name: "odd-group".to_owned(), ..GroupBody::default() }).await?;
    let id = migrated(&api, &lab, "odd-task", "odd-topic").await?;
    let odd = json!({ "operation": "rocketmq.ListMigrations", "kind": "shape", "times": 10 });
    console.local().fault(odd).await?;
    console.enter(&format!("/rocketmq/{lab}/migrations?row={id}")).await?;
    console.row(Name::with("odd-task")).reads("Finished").await?;
    console.role(&["complementary"], "odd-task").reads("1 created, 0 overwritten").await
}
