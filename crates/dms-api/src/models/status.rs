//! States of instances and ways of paying for them.

use serde_json::Value;

use crate::open_enum;
use crate::record::{Lenient, Serialize, Serializer, Written};

open_enum! {
    /// State of an instance (K8.3, R7.3). The references describe the words of the console, the service answers
    /// with the upper-case ones; both are read.
    pub enum InstanceStatus {
        /// Being created.
        Creating = "CREATING",
        /// Creation failed; the instance holds nothing and can only be deleted.
        CreateFailed = "CREATEFAILED",
        /// Running normally.
        Running = "RUNNING",
        /// Running with a fault.
        Error = "ERROR" | "FAULTY",
        /// Being restarted.
        Restarting = "RESTARTING",
        /// Being started.
        Starting = "STARTING",
        /// Being stopped.
        Stopping = "STOPPING",
        /// Its specification is being changed.
        Extending = "EXTENDING" | "CHANGING",
        /// A change of its specification failed.
        ExtendedFailed = "EXTENDEDFAILED" | "CHANGEFAILED" | "EXTENDFAILED",
        /// Out of service for want of payment.
        Frozen = "FROZEN",
        /// Going out of service for want of payment.
        Freezing = "FREEZING",
        /// Its software is being upgraded.
        Upgrading = "UPGRADING",
        /// A failed upgrade is being undone.
        RollingBack = "ROLLINGBACK" | "ROLLBACK",
        /// Being deleted.
        Deleting = "DELETING",
        /// Deleted; the service forgets it soon.
        Deleted = "DELETED",
    }
}

impl InstanceStatus {
    /// Whether the state will change by itself, so that asking again soon makes sense.
    pub const fn is_transient(&self) -> bool {
        matches!(
            self,
            Self::Creating
                | Self::Restarting
                | Self::Starting
                | Self::Stopping
                | Self::Extending
                | Self::Freezing
                | Self::Upgrading
                | Self::RollingBack
                | Self::Deleting
        )
    }

    /// Whether clients can use the instance, though maybe not well.
    pub const fn is_in_use(&self) -> bool {
        matches!(self, Self::Running | Self::Error | Self::Extending | Self::ExtendedFailed | Self::Upgrading)
    }

    /// Whether the service takes a restart in this state: only while running, well or badly.
    pub const fn can_restart(&self) -> bool {
        matches!(self, Self::Running | Self::Error)
    }

    /// Whether the service takes a deletion in this state (DMS.00400099).
    pub const fn can_delete(&self) -> bool {
        !matches!(
            self,
            Self::Creating
                | Self::Starting
                | Self::Stopping
                | Self::Restarting
                | Self::Deleting
                | Self::Deleted
        )
    }
}

/// How an instance is paid for. Instances carry it as a number, 1 or 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charging {
    /// By the hour, 1.
    #[default]
    PayPerUse,
    /// For a period in advance, 0.
    Period,
}

impl Lenient for Charging {
    fn read(value: &Value) -> Option<Self> {
        let word = String::read(value)?.to_ascii_lowercase();
        match word.as_str() {
            "1" | "postpaid" | "hourly" => Some(Self::PayPerUse),
            "0" | "prepaid" | "monthly" | "yearly" => Some(Self::Period),
            _ => None,
        }
    }
}

impl Serialize for Charging {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(match self {
            Self::PayPerUse => 1,
            Self::Period => 0,
        })
    }
}

impl Written for Charging {}
