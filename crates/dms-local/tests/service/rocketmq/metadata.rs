//! Metadata migration (R5.6) and tags (R5.7).

use std::time::Duration;

use dms_api::models::Tag;
use dms_api::models::rocketmq::{Migration, MigrationKind, MigrationOutcome, MigrationStatus};
use dms_api::ops::rocketmq::{
    BatchDeleteMigrations, BatchDeleteMigrationsBody, ChangeTags, CreateMigration, DeleteMigrations,
    DeleteMigrationsBody, ListMigrations, ListProjectTags, ListTags, ListTopics, ShowGroup, ShowTopic,
};
use dms_api::ops::shared::ChangeTagsBody;
use serde_json::{Value, json};

use super::Rocket;
use crate::support::eventually;

fn migrate(rocket: &Rocket, kind: MigrationKind, overwrite: bool, body: Value) -> CreateMigration {
    CreateMigration { instance_id: rocket.id.clone(), overwrite, name: "move-in".to_owned(), kind, body }
}

async fn ended(rocket: &Rocket, id: &str) -> Migration {
    let show =
        ListMigrations { instance_id: rocket.id.clone(), id: Some(id.to_owned()), ..Default::default() };
    eventually(async || {
        let task = rocket.local.send(&show).await.unwrap().task.remove(0);
        (!task.status.is_transient()).then_some(task)
    })
    .await
}

#[tokio::test]
async fn rocketmqs_metadata_entry_by_entry() {
    let rocket = Rocket::start().await;
    rocket.topic("there").await;
    let file = json!({
        "topicConfigTable": {
            "there": {"perm": 4, "readQueueNums": 2, "writeQueueNums": 2},
            "new-one": {"perm": 6, "readQueueNums": 4, "writeQueueNums": 4},
            "TBW102": {"perm": 7}
        },
        "subscriptionGroupTable": {"group-one": {"consumeBroadcastEnable": true, "retryMaxTimes": 5}}
    });
    let careful = migrate(&rocket, MigrationKind::RocketMq, false, file.clone());
    let task = rocket.local.send(&careful).await.unwrap().task_id;
    let task = ended(&rocket, &task).await;
    assert_eq!(
        (&task.status, &task.r#type, task.name.as_str()),
        (&MigrationStatus::Failed, &MigrationKind::RocketMq, "move-in")
    );
    let results = task.results.unwrap();
    let outcome = |name: &str| results.iter().find(|one| one.name == name).map(|one| one.result.clone());
    assert_eq!(outcome("there"), Some(MigrationOutcome::Failed));
    assert_eq!(outcome("new-one"), Some(MigrationOutcome::Created));
    assert_eq!(outcome("TBW102"), Some(MigrationOutcome::Skipped));
    let failed = results.iter().find(|one| one.name == "there").unwrap();
    assert_eq!(failed.error_code.as_deref(), Some("DMS.00400800"));

    let bold = migrate(&rocket, MigrationKind::RocketMq, true, file);
    let second = rocket.local.send(&bold).await.unwrap().task_id;
    assert_eq!(ended(&rocket, &second).await.status, MigrationStatus::Finished);
    let show = ShowTopic { instance_id: rocket.id.clone(), topic: "there".to_owned() };
    let topic = rocket.local.send(&show).await.unwrap();
    assert_eq!((topic.permission.as_str(), topic.total_read_queue_num), ("sub", 4));
    let group = ShowGroup { instance_id: rocket.id.clone(), group: "group-one".to_owned() };
    let group = rocket.local.send(&group).await.unwrap();
    assert_eq!((group.broadcast, group.retry_max_time), (true, 5));

    let list = ListMigrations {
        instance_id: rocket.id.clone(),
        limit: Some(1),
        offset: Some(2),
        ..Default::default()
    };
    let page = rocket.local.send(&list).await.unwrap();
    assert_eq!((page.total, page.task.len(), page.task[0].results.is_none()), (2, 1, true));
    let forget = BatchDeleteMigrations {
        instance_id: rocket.id.clone(),
        body: BatchDeleteMigrationsBody { task_ids: vec![second.clone(), "unknown".to_owned()] },
    };
    assert_eq!(rocket.local.send(&forget).await.unwrap().success_task_list, [second]);
    let forget = DeleteMigrations {
        instance_id: rocket.id.clone(),
        body: DeleteMigrationsBody { task_ids: vec![task.id] },
    };
    rocket.local.send(&forget).await.unwrap();
    assert_eq!(rocket.local.send(&list).await.unwrap().total, 0);
}

#[tokio::test]
async fn rabbitmqs_definitions_become_topics_and_groups() {
    let rocket = Rocket::start().await;
    let file = json!({
        "vhosts": [{"name": "shop"}],
        "queues": [{"name": "test-001", "vhost": "/"}],
        "exchanges": [{"name": "direct", "vhost": "/"}, {"name": "events", "vhost": "shop"}],
        "bindings": []
    });
    let create = migrate(&rocket, MigrationKind::RabbitMq, false, file);
    let task = ended(&rocket, &rocket.local.send(&create).await.unwrap().task_id).await;
    assert_eq!((task.status, task.results.unwrap().len()), (MigrationStatus::Finished, 3));
    let topics =
        rocket.local.send(&ListTopics { instance_id: rocket.id.clone(), ..Default::default() }).await;
    let names: Vec<String> = topics.unwrap().topics.into_iter().map(|topic| topic.name).collect();
    assert_eq!(names, ["direct", "shop_events"]);
    let queues = ListMigrations {
        instance_id: rocket.id.clone(),
        id: Some(task.id),
        kind: Some("queue".to_owned()),
        ..Default::default()
    };
    let shown = rocket.local.send(&queues).await.unwrap().task.remove(0).results.unwrap();
    assert_eq!((shown.len(), shown[0].name.as_str()), (1, "test-001"));
}

#[tokio::test]
async fn wrong_migrations() {
    let rocket = Rocket::start().await;
    let good = migrate(&rocket, MigrationKind::RocketMq, true, json!({"topicConfigTable": {}}));
    let refused = async |change: fn(&mut CreateMigration)| {
        let mut body = good.clone();
        change(&mut body);
        rocket.refused(&body).await
    };
    assert_eq!(refused(|m| m.name = "abc".to_owned()).await, (400, "DMS.10240011".to_owned()));
    assert_eq!(refused(|m| m.kind = MigrationKind::Other("kafka".to_owned())).await.1, "DMS.00400062");
    assert_eq!(refused(|m| m.kind = MigrationKind::RabbitMq).await.1, "DMS.00400005");
    assert_eq!(refused(|m| m.body = json!([])).await.1, "DMS.00400005");
    let forget = DeleteMigrations { instance_id: rocket.id.clone(), ..Default::default() };
    assert_eq!(rocket.refused(&forget).await.1, "DMS.00400062");
}

#[tokio::test]
async fn tags_of_an_instance_and_of_the_project() {
    let rocket = Rocket::start().await;
    let tags = vec![Tag { key: "env".to_owned(), value: "test".to_owned() }];
    let body = ChangeTagsBody { action: "create".to_owned(), tags: tags.clone() };
    rocket.local.send(&ChangeTags { instance_id: rocket.id.clone(), body }).await.unwrap();
    let list = ListTags { instance_id: rocket.id.clone() };
    assert_eq!(rocket.local.send(&list).await.unwrap().tags, tags);
    let project = rocket.local.send(&ListProjectTags::default()).await.unwrap();
    assert_eq!((project.tags[0].key.as_str(), project.tags[0].values.len()), ("env", 1));
    rocket.local.advance(Duration::from_secs(1)).await;
    let body = ChangeTagsBody { action: "delete".to_owned(), tags };
    rocket.local.send(&ChangeTags { instance_id: rocket.id.clone(), body }).await.unwrap();
    assert!(rocket.local.send(&list).await.unwrap().tags.is_empty());
}
