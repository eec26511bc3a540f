//! Brokers, tags, zones, flavours, monitoring (R5.1.7, R5.7, R5.8).

use crate::models::rocketmq::{BrokerList, Hierarchy, ProductList};
use crate::models::{AvailableZoneList, ProjectTagList, TagList};
use crate::operation;
use crate::operation::Engine;
use crate::ops::shared::ChangeTagsBody;

use super::Reliability;

operation! {
    /// Lists an instance's brokers.
    pub ListBrokers -> BrokerList = "rocketmq.ListBrokers" "R5.1.7" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/brokers",
    path { instance_id: String }
    query {
        /// Page size, 1-50; all if left out. Newer editions.
        limit: Option<u32>,
        /// Index of the first broker wanted, from 0. Newer editions.
        offset: Option<u64>,
    }
}

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
    /// Lists the tags of all the project's instances; only the SDKs have it.
    pub ListProjectTags -> ProjectTagList = "rocketmq.ListProjectTags" "SDK" "" 200,
    Get "/v2/{project_id}/rocketmq/tags",
    path {}
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

operation! {
    /// Lists the flavours that instances can be bought in; only the SDKs have it.
    pub ListProducts -> ProductList = "rocketmq.ListProducts" "SDK" "" 200,
    Get "/v2/{engine}/products",
    path { engine: Reliability }
    query {
        /// Only this flavour.
        product_id: Option<String>,
    }
}

operation! {
    /// Shows what the monitoring knows of an instance; only the SDKs have it.
    pub ShowHierarchy -> Hierarchy = "rocketmq.ShowHierarchy" "SDK" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/ces-hierarchy",
    path { instance_id: String }
    query {}
}
