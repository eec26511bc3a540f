//! Where the pages get consumer groups from.

use dms_api::models::kafka::{GroupList, GroupSummary};
use dms_api::ops::kafka::ListGroups;

use crate::data::{Page, PageAt, Paged, Paging, use_paged};

/// All groups of an instance.
pub type Groups = Paged<GroupSummary, GroupList>;

/// The groups of `instance`, shared by every page that shows them.
pub fn use_groups(instance: &str) -> Groups {
    let op = ListGroups { instance_id: instance.to_owned(), offset: None, limit: None, group: None };
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
            key: |group: &GroupSummary| &group.group_id,
        },
    )
}
