//! Zones, flavours, maintenance windows, monitoring (K5.9).

use crate::models::AvailableZoneList;
use crate::models::kafka::{CesHierarchy, MaintainWindowList, ProductList};
use crate::operation;
use crate::operation::Engine;

operation! {
    /// Lists the maintenance windows that an instance can have.
    pub ListMaintainWindows -> MaintainWindowList = "kafka.ListMaintainWindows" "K5.9.1" "" 200,
    Get "/v2/instances/maintain-windows",
    path {}
    query {}
}

operation! {
    /// Lists the region's availability zones.
    pub ListAvailableZones -> AvailableZoneList = "kafka.ListAvailableZones" "K5.9.2" "" 200,
    Get "/v2/available-zones",
    path {}
    query {}
}

operation! {
    /// Lists the flavours that instances can be bought in.
    pub ListProducts -> ProductList = "kafka.ListProducts" "K5.9.3" "" 200,
    Get "/v2/{engine}/products",
    path { engine: Engine }
    query {
        /// Only this flavour.
        product_id: Option<String>,
    }
}

operation! {
    /// Shows what the monitoring service measures of an instance, and under which names.
    pub ShowCesHierarchy -> CesHierarchy = "kafka.ShowCesHierarchy" "K5.9.4" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/ces-hierarchy",
    path { instance_id: String }
    query {}
}
