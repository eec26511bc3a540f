//! Where the pages get consumer groups from.

use dms_api::models::rocketmq::{Group, GroupList};
use dms_api::ops::rocketmq::ListGroups;

use crate::data::{Page, PageAt, Paged, Paging, use_paged};

/// All groups of an instance with how many more there may be.
pub type Groups = Paged<Group, GroupList>;

/// The groups of `instance`, shared by every page that shows them.
pub fn use_groups(instance: &str) -> Groups {
    let op = ListGroups { instance_id: instance.to_owned(), group: None, limit: None, offset: None };
    use_paged(
        move || Some(op.clone()),
        Paging {
            at: |op: &mut ListGroups, page: PageAt| {
                op.limit = Some(page.limit);
                op.offset = Some(page.offset);
            },
            take: |answer: &mut GroupList| Page {
                items: std::mem::take(&mut answer.groups),
                total: Some(answer.total).filter(|total| *total > 0),
            },
            key: |group: &Group| &group.name,
        },
    )
}
