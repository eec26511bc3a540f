//! Tags and zones (R5.7, R5.8).

use crate::models::{AvailableZoneList, TagList};
use crate::operation;
use crate::operation::Engine;
use crate::ops::shared::ChangeTagsBody;

operation! {
    /// Adds tags to an instance or takes them away.
    pub ChangeTags -> () = "rocketmq.ChangeTags" "R5.7.1" "" 204,
    Post "/v2/{project_id}/rocketmq/{instance_id}/tags/action",
    path { instance_id: String }
    query {}
    body: ChangeTagsBody
}

operation! {
    /// Lists an instance's tags; only the SDKs have it.
    pub ListTags -> TagList = "rocketmq.ListTags" "SDK" "" 200,
    Get "/v2/{project_id}/rocketmq/{instance_id}/tags",
    path { instance_id: String }
    query {}
}

operation! {
    /// Lists the region's availability zones. The same call as Kafka's; only its example names the engine.
    pub ListAvailableZones -> AvailableZoneList = "rocketmq.ListAvailableZones" "R5.8.1" "" 200,
    Get "/v2/available-zones",
    path {}
    query {
        engine: Option<Engine>,
    }
}
