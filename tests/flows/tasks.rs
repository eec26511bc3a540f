//! Background tasks of Kafka instances.

use anyhow::ensure;
use dms_api::models::Task;
use dms_api::ops::kafka::{AutoTopicBody, BatchAction, ListTasks, SetAutoTopic};
use dms_api::ops::shared::InstanceActionBody;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Api, Console, Name, axe, until};

/// The demo's instance with live traffic: nobody changes it.
const ORDERS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01";
/// The demo's instance whose partitions are being moved.
const CLICKS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a02";

/// Leaves `n` ended tasks on a new instance; its id.
async fn with_tasks(console: &Console, n: u32) -> anyhow::Result<(String, Api<'_>)> {
    let api = console.api().await?;
    let instance = api.kafka(&console.unique("task-lab")).await?;
    for i in 0..n {
        let body = AutoTopicBody { enable_auto_topic: i % 2 == 0 };
        api.send(&SetAutoTopic { instance_id: instance.clone(), body }).await?;
    }
    Ok((instance, api))
}

async fn tasks(api: &Api<'_>, instance: &str) -> anyhow::Result<Vec<Task>> {
    let list = ListTasks { instance_id: instance.to_owned(), limit: Some(50), ..ListTasks::default() };
    Ok(api.send(&list).await?.tasks)
}

pub async fn parameters_can_be_read_and_the_address_keeps_the_filters(
    console: Console,
) -> anyhow::Result<()> {
    console.enter(&format!("/kafka/{ORDERS}/tasks")).await?;
    let resized = console.row(Name::with("Flavour: c6.2u4g.cluster → c6.4u8g.cluster"));
    resized.reads("Done").await?;
    console.button("Time").click().await?;
    console.menu_item("Last 24 hours").click().await?;
    console.address_has("since=1d").await?;
    resized.gone().await?;
    console.row(Name::with("Switch automatic topics")).reads("Yes → No").await?;
    console.button(Name::starting("Time")).click().await?;
    console.menu_item("From … to …").click().await?;
    resized.get().await?;
    let ends = |from: &str, to: &str| {
        let set = format!(
            "for (const [i, v] of [{from:?}, {to:?}].entries()) {{ const f = \
             document.querySelectorAll('input[type=datetime-local]')[i]; f.value = v; \
             f.dispatchEvent(new Event('input', {{ bubbles: true }})); }}"
        );
        let console = console.clone();
        async move { console.js(&set).await }
    };
    ends("2030-01-02T00:00", "2030-01-01T00:00").await?;
    console.sees("The end is before the beginning").await?;
    ends("2020-01-01T00:00", "2020-01-02T00:00").await?;
    console.sees("No task began in this stretch of time.").await?;
    console.address_has("from=15778").await?;
    let path = console.path().await?;
    console.open(&path).await?;
    console.sees("No task began in this stretch of time.").await?;

    console.open(&format!("/kafka/{ORDERS}/tasks?q=flavour")).await?;
    console.sees("No match").await?;
    console.open(&format!("/kafka/{ORDERS}/tasks?q=vertical")).await?;
    resized.press("" + Key::Enter).await?;
    console.address_has("row=").await?;
    let panel = console.role(&["complementary"], "Resize instance");
    panel.reads("another flavour").await?;
    panel.reads("\"oper_type\": \"vertical\"").await?;
    axe::check(&console, "a task").await?;
    console.key("" + Key::Escape).await?;
    panel.gone().await
}

pub async fn one_under_way_is_followed_to_its_end(console: Console) -> anyhow::Result<()> {
    let (instance, api) = with_tasks(&console, 0).await?;
    console.enter(&format!("/kafka/{instance}/tasks?every=1")).await?;
    console.row(Name::with("Create instance")).reads("Done").await?;
    let body = InstanceActionBody::restart(vec![instance.clone()]);
    api.send(&BatchAction { body }).await?;
    let restarted = console.row(Name::with("Restart instance"));
    restarted.press("" + Key::Enter).await?;
    let panel = console.role(&["complementary"], "Restart instance");
    panel.reads("Done").await?;
    restarted.reads("Done").await?;
    // What moves partitions says how far it is.
    console.open(&format!("/kafka/{CLICKS}/tasks?q=reassign")).await?;
    console.row(Name::with("Move partitions")).press("" + Key::Enter).await?;
    console.role(&["progressbar"], "Partitions moved").get().await.map(drop)
}

pub async fn records_are_deleted_and_what_failed_again(console: Console) -> anyhow::Result<()> {
    let (instance, api) = with_tasks(&console, 3).await?;
    let all = tasks(&api, &instance).await?;
    ensure!(all.len() == 4);
    console.enter(&format!("/kafka/{instance}/tasks?q=automatic")).await?;
    console.checkbox("Select all 3 rows").click().await?;
    console.button("Delete the record").click().await?;
    let asked = console.dialog("Delete the records of 3 tasks?");
    asked.reads("Only the record goes").await?;
    let fault = json!({ "operation": "kafka.DeleteTask", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    console.button("Delete the record").within(&asked).click().await?;
    let result = console.dialog("2 deleted, 1 failed");
    result.reads("DMS.00500000").await?;
    ensure!(tasks(&api, &instance).await?.len() == 2);
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("3 records deleted").await?;
    let left = tasks(&api, &instance).await?;
    ensure!(left.len() == 1 && left[0].name == "createInstance");
    Ok(())
}

pub async fn a_list_that_cannot_be_read_says_why(console: Console) -> anyhow::Result<()> {
    let fault = json!({ "operation": "kafka.ListTasks", "kind": "status", "status": 503, "times": 20 });
    console.local().fault(fault).await?;
    console.enter(&format!("/kafka/{ORDERS}/tasks")).await?;
    console.alert().get().await?;
    console.sees_no("No tasks").await?;
    console.local().calm().await?;
    console.button("Try again").click().await?;
    console.row(Name::with("Switch automatic topics")).get().await.map(drop)
}

pub async fn by_keyboard_alone_in_chinese(console: Console) -> anyhow::Result<()> {
    let (instance, api) = with_tasks(&console, 1).await?;
    console.enter(&format!("/kafka/{instance}/tasks")).await?;
    console.speak("中文（简体）").await?;
    console.row(Name::with("修改自动创建 Topic")).press("" + Key::Enter).await?;
    let panel = console.role(&["complementary"], "修改自动创建 Topic");
    panel.reads("成功").await?;
    console.button("删除记录").within(&panel).press("" + Key::Enter).await?;
    let asked = console.dialog("删除“修改自动创建 Topic”的记录？");
    console.button("删除记录").within(&asked).press("" + Key::Enter).await?;
    console.sees("记录已删除").await?;
    until("the record to be gone", || async { Ok((tasks(&api, &instance).await?.len() == 1).then_some(())) })
        .await?;
    panel.gone().await
}
