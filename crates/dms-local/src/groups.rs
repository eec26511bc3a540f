//! The consumer groups of a running cluster: what the engine has, and those that were created by a call.

use std::collections::BTreeMap;

use crate::clusters::Running;
use crate::fail::{Code, Fail};
use crate::kafka::{ErrorKind, GroupInfo, GroupListing, GroupState, KafkaError};
use crate::service::Service;
use crate::store::KafkaGroup;

/// A group as the engine and the database know it.
#[derive(Clone, Debug)]
pub struct Known {
    /// What DMS keeps.
    pub row: KafkaGroup,
    /// What the engine tells; without members and offsets while nobody has joined a group that a call created.
    pub info: GroupInfo,
}

/// All groups with what DMS keeps of them, by name; see [`located`] for their coordinators.
///
/// # Errors
/// When the cluster or the store does not answer.
pub async fn all(
    service: &Service,
    instance_id: &str,
    running: &Running,
) -> Result<Vec<(GroupListing, KafkaGroup)>, Fail> {
    let asked_at = service.now();
    let listed: BTreeMap<String, GroupListing> =
        running.admin.groups().await?.into_iter().map(|group| (group.id.clone(), group)).collect();
    let names = listed.keys().cloned().collect();
    let rows = service.store.reconcile_kafka_groups(instance_id.to_owned(), names, asked_at).await?;
    let mut groups = Vec::with_capacity(rows.len());
    for (name, row) in rows {
        let listing = match listed.get(&name) {
            Some(listing) => listing.clone(),
            None => GroupListing { id: name, state: GroupState::Empty, coordinator: NOT_ASKED },
        };
        groups.push((listing, row));
    }
    Ok(groups)
}

/// Stands for the coordinator of a group that the engine has nothing of.
const NOT_ASKED: i32 = -1;

/// The group with the broker that coordinates it, which [`all`] does not ask for: there can be very many groups that
/// were only created.
///
/// # Errors
/// When the cluster does not answer.
pub async fn located(running: &Running, group: GroupListing) -> Result<GroupListing, KafkaError> {
    if group.coordinator != NOT_ASKED {
        return Ok(group);
    }
    let coordinator = running.admin.coordinator(&group.id).await?;
    Ok(GroupListing { coordinator, ..group })
}

/// One group with its members.
///
/// # Errors
/// DMS.10240405 if neither the engine nor a call made it.
pub async fn one(service: &Service, instance_id: &str, running: &Running, name: &str) -> Result<Known, Fail> {
    let row = service.store.kafka_group(instance_id.to_owned(), name.to_owned()).await?;
    let info = match running.admin.group(name).await {
        Ok(info) => info,
        Err(error) if error.kind() == ErrorKind::UnknownGroup => match &row {
            Some(row) if row.declared => GroupInfo {
                id: name.to_owned(),
                state: GroupState::Empty,
                assignor: None,
                members: Vec::new(),
            },
            _ => return Err(Code::GROUP_UNKNOWN.because(name)),
        },
        Err(error) => return Err(error.into()),
    };
    let row = match row {
        Some(row) => row,
        // Seen for the first time.
        None => {
            let row =
                KafkaGroup { name: name.to_owned(), created_at: service.now(), ..KafkaGroup::default() };
            service.store.put_kafka_groups(instance_id.to_owned(), vec![row.clone()]).await?;
            row
        }
    };
    Ok(Known { row, info })
}
