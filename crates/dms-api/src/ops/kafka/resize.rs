//! Changing an instance's size (K5.3).

use serde::{Deserialize, Serialize};

use crate::models::JobStarted;
use crate::models::kafka::ProductList;
use crate::operation;
use crate::operation::Engine;

operation! {
    /// Begins to change an instance's disks, number of brokers, or flavour. It is `EXTENDING` meanwhile.
    pub Extend -> JobStarted = "kafka.Extend" "K5.3.1" "" 200,
    Post "/v2/{engine}/{project_id}/instances/{instance_id}/extend",
    path { engine: Engine, instance_id: String }
    query {}
    body: ExtendBody
}

operation! {
    /// Lists the flavours that an instance can be changed to.
    pub ListExtendProducts -> ProductList = "kafka.ListExtendProducts" "K5.3.2" "" 200,
    Get "/v2/{engine}/{project_id}/instances/{instance_id}/extend",
    path { engine: Engine, instance_id: String }
    query {
        /// [`ADVANCED`], the only kind there is.
        r#type: String as "type",
    }
}

operation! {
    /// The same as [`Extend`] at the path of newer editions.
    pub Resize -> JobStarted = "kafka.Resize" "SDK" "" 200,
    Post "/v2/{project_id}/kafka/instances/{instance_id}/extend",
    path { instance_id: String }
    query {}
    body: ExtendBody
}

operation! {
    /// The same as [`ListExtendProducts`] at the path of newer editions, which have only this one.
    pub ListResizeProducts -> ProductList = "kafka.ListResizeProducts" "SDK" "" 200,
    Get "/v2/{project_id}/kafka/instances/{instance_id}/extend",
    path { instance_id: String }
    query {
        /// [`ADVANCED`].
        r#type: String as "type",
    }
}

/// The kind of product that [`ListExtendProducts`] asks for: instances of one's own.
pub const ADVANCED: &str = "advanced";

/// Body of [`Extend`]: one change at a time. The rules are in [`crate::rules`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "oper_type", rename_all = "lowercase")]
pub enum ExtendBody {
    /// Larger disks, the same brokers.
    Storage {
        /// Disk of all brokers together afterwards, GB; each gets at least 100 GB more.
        new_storage_space: i64,
    },
    /// More brokers with disks of the same size.
    Horizontal {
        /// Disk of all brokers together afterwards, GB.
        new_storage_space: i64,
        /// Brokers afterwards.
        new_broker_num: i64,
        /// Ids of the elastic addresses of the new brokers, joined by commas; needed with public access.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        publicip_id: Option<String>,
        /// Private addresses of the new brokers, at most one each; newer editions only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        tenant_ips: Option<Vec<String>>,
        /// Another subnet for the new brokers; newer editions only, for accounts on a list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        second_tenant_subnet_id: Option<String>,
    },
    /// Another flavour; brokers and disks stay.
    Vertical {
        /// The flavour: `c6.4u8g.cluster`.
        new_product_id: String,
    },
}

impl Default for ExtendBody {
    fn default() -> Self {
        Self::Storage { new_storage_space: 0 }
    }
}

impl ExtendBody {
    /// The words of `oper_type`.
    pub const KINDS: &'static [&'static str] = &["storage", "horizontal", "vertical"];

    /// The word of `oper_type`.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Storage { .. } => "storage",
            Self::Horizontal { .. } => "horizontal",
            Self::Vertical { .. } => "vertical",
        }
    }
}
