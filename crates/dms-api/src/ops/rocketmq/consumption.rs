//! How far groups have consumed (R5.2.7, R5.2.8), and who is connected.

use serde::{Deserialize, Serialize};

use super::Reliability;
use crate::models::rocketmq::{ClientList, Consumption, ResetOffsets};
use crate::operation;

operation! {
    /// Lists the topics that a group consumes or, with a topic, how far it is in each of the topic's queues.
    pub ShowConsumption -> Consumption = "rocketmq.ShowConsumption" "R5.2.7" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/groups/{group}/topics",
    path { instance_id: String, group: String }
    query {
        /// The topic to look into.
        topic: Option<String>,
        /// Page size of the topics, 1-50; 10 if left out.
        limit: Option<u32>,
        /// Index of the first topic wanted, from 0.
        offset: Option<u64>,
    }
}

operation! {
    /// Moves a group to a point in time in every queue of a topic. Only while consumers are connected, and not for
    /// broadcast groups.
    pub ResetOffset -> ResetOffsets = "rocketmq.ResetOffset" "R5.2.8" "" 200,
    Post "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group_id}/reset-message-offset",
    path { engine: Reliability, instance_id: String, group_id: String }
    query {}
    body: ResetOffsetBody
}

operation! {
    /// Lists the consumers of a group that are connected; only the SDKs have it.
    pub ListClients -> ClientList = "rocketmq.ListClients" "SDK" "" 200,
    Get "/v2/rocketmq/{project_id}/instances/{instance_id}/groups/{group}/clients",
    path { instance_id: String, group: String }
    query {
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
        /// Index of the first consumer wanted, from 0.
        offset: Option<u64>,
        /// Whether subscriptions are wanted too.
        is_detail: Option<bool>,
    }
}

/// Body of [`ResetOffset`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResetOffsetBody {
    /// The topic.
    pub topic: String,
    /// Where to go on: the first message stored at this time or later, milliseconds since 1970.
    /// [`EARLIEST`](Self::EARLIEST) and [`LATEST`](Self::LATEST) are the ends.
    pub timestamp: i64,
}

impl ResetOffsetBody {
    /// The oldest message.
    pub const EARLIEST: i64 = 0;
    /// Behind the newest message.
    pub const LATEST: i64 = -1;
}
