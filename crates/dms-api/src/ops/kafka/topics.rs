//! Topics (K5.4).

use crate::models::kafka::TopicList;
use crate::operation;

operation! {
    /// Lists an instance's topics. Without `limit` the service answers with all of them.
    pub ListTopics -> TopicList = "kafka.ListTopics" "K5.4.2" "dms:instance:get" 200,
    Get "/v2/{project_id}/instances/{instance_id}/topics",
    path { instance_id: String }
    query {
        /// Page size, 1-50.
        limit: Option<u32>,
        /// Index of the first topic wanted.
        offset: Option<u64>,
    }
}
