//! Where the pages get migrations from.

use dms_api::models::rocketmq::{Migration, MigrationList};
use dms_api::ops::rocketmq::ListMigrations;

use crate::data::{Page, PageAt, Paged, Paging, Query, use_paged, use_query};

/// How often tasks that are at work are looked at.
pub const POLL_MS: u32 = 2_000;

/// All migrations of an instance.
pub type Migrations = Paged<Migration, MigrationList>;

fn all(instance: &str) -> ListMigrations {
    ListMigrations {
        instance_id: instance.to_owned(),
        id: None,
        kind: None,
        offset: None,
        limit: None,
        name: None,
    }
}

/// The migrations of `instance`, kept up to date while one is at work.
pub fn use_migrations(instance: &str) -> Migrations {
    let op = all(instance);
    let paged = use_paged(
        move || Some(op.clone()),
        Paging {
            at: |op: &mut ListMigrations, page: PageAt| {
                op.limit = Some(page.limit);
                // Unlike everywhere else this is the number of the page, from 1.
                op.offset = Some(u64::from(page.index) + 1);
            },
            take: |answer: &mut MigrationList| Page {
                items: std::mem::take(&mut answer.task),
                total: Some(answer.total).filter(|total| *total > 0),
            },
            key: |task: &Migration| &task.id,
        },
    );
    paged.poll_while(POLL_MS, |task: &Migration| task.status.is_transient())
}

/// One migration with what became of its entries, where the service says it.
pub fn use_migration(instance: &str, id: &str) -> Query<MigrationList> {
    let op = ListMigrations { id: Some(id.to_owned()), ..all(instance) };
    use_query(move || Some(op.clone()))
        .poll_while(POLL_MS, |list| list.task.iter().any(|task| task.status.is_transient()))
}
