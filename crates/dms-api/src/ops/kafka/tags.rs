//! Tags (K5.8).

use crate::models::{ProjectTagList, TagList};
use crate::operation;
use crate::ops::shared::ChangeTagsBody;

operation! {
    /// Adds tags to an instance or takes them away.
    pub ChangeTags -> () = "kafka.ChangeTags" "K5.8.1" "" 204,
    Post "/v2/{project_id}/kafka/{instance_id}/tags/action",
    path { instance_id: String }
    query {}
    body: ChangeTagsBody
}

operation! {
    /// Lists an instance's tags.
    pub ListTags -> TagList = "kafka.ListTags" "K5.8.2" "" 200,
    Get "/v2/{project_id}/kafka/{instance_id}/tags",
    path { instance_id: String }
    query {}
}

operation! {
    /// Lists the tags of all the project's instances.
    pub ListProjectTags -> ProjectTagList = "kafka.ListProjectTags" "K5.8.3" "" 200,
    Get "/v2/{project_id}/kafka/tags",
    path {}
    query {}
}
