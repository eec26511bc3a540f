//! Consumer groups: the waits that the protocol asks for, and the end of members that fell silent.

use std::time::Duration;

use kafka_protocol::messages::join_group_response::JoinGroupResponseMember;
use kafka_protocol::messages::{
    GroupId, HeartbeatRequest, HeartbeatResponse, JoinGroupRequest, JoinGroupResponse, LeaveGroupRequest,
    SyncGroupRequest, SyncGroupResponse,
};
use kafka_protocol::protocol::StrBytes;
use noida::kafka::engine::{GroupLifecycleState, GroupState};
use tokio::time::{Instant, sleep};

use super::core::Core;
use super::metadata::text;
use super::shared::Shared;

const UNKNOWN_MEMBER: i16 = 25;
const REBALANCE_IN_PROGRESS: i16 = 27;
const FENCED_INSTANCE: i16 = 82;

/// How often a waiting request looks whether its group got further.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// Joins a group and waits until everybody has.
pub(super) async fn join(
    shared: &Shared,
    request: &JoinGroupRequest,
    version: i16,
    client_id: &str,
    client_host: &str,
) -> JoinGroupResponse {
    let response = shared.lock().engine.handle_join_group(request, version, client_id, client_host);
    if response.error_code != 0 {
        return response;
    }
    let member = response.member_id;
    loop {
        if let Some(response) = joined(&mut shared.lock(), request, &member) {
            return response;
        }
        sleep(LOOK_AGAIN).await;
    }
}

/// The answer to a join once its round is complete.
fn joined(core: &mut Core, request: &JoinGroupRequest, member: &StrBytes) -> Option<JoinGroupResponse> {
    let now = core.engine.now_ms();
    let refuse =
        |code| Some(JoinGroupResponse::default().with_error_code(code).with_member_id(member.clone()));
    let Some(group) = core.engine.groups.get_mut(request.group_id.as_str()) else {
        return refuse(UNKNOWN_MEMBER);
    };
    if !group.members.contains_key(member.as_str()) {
        let replaced = request.group_instance_id.is_some();
        return refuse(if replaced { FENCED_INSTANCE } else { UNKNOWN_MEMBER });
    }
    group.try_complete_join();
    match group.state {
        GroupLifecycleState::PreparingRebalance | GroupLifecycleState::Empty => None,
        GroupLifecycleState::CompletingRebalance
        | GroupLifecycleState::Stable
        | GroupLifecycleState::Dead => {
            // While it waited here it could not send heartbeats.
            if let Some(member) = group.members.get_mut(member.as_str()) {
                member.last_heartbeat_ms = now;
            }
            Some(round(group, member))
        }
    }
}

/// Everybody learns generation and leader; the leader also who is in and what they want.
fn round(group: &GroupState, member: &StrBytes) -> JoinGroupResponse {
    let leader = group.leader_id.clone().unwrap_or_default();
    let protocol = group.protocol_name.clone().unwrap_or_default();
    let mut response = JoinGroupResponse::default()
        .with_generation_id(group.generation_id)
        .with_protocol_type(Some(text(&group.protocol_type)))
        .with_protocol_name(Some(text(&protocol)))
        .with_leader(text(&leader))
        .with_member_id(member.clone());
    if leader == member.as_str() {
        let members = group.members.values().map(|member| {
            let metadata = member.protocols.iter().find(|(name, _)| *name == protocol);
            JoinGroupResponseMember::default()
                .with_member_id(text(&member.member_id))
                .with_group_instance_id(member.group_instance_id.as_deref().map(text))
                .with_metadata(metadata.map(|(_, bytes)| bytes.clone().into()).unwrap_or_default())
        });
        response.members = members.collect();
    }
    response
}

/// Hands out the leader's assignment; followers wait for it, as long as their session lasts.
pub(super) async fn sync(shared: &Shared, request: &SyncGroupRequest, version: i16) -> SyncGroupResponse {
    let started = Instant::now();
    loop {
        {
            let mut core = shared.lock();
            match leader_pending(&core, request) {
                None => return core.engine.handle_sync_group(request, version),
                Some(limit) if started.elapsed() >= limit => {
                    return SyncGroupResponse::default().with_error_code(REBALANCE_IN_PROGRESS);
                }
                // Waiting is a sign of life: the client cannot send heartbeats meanwhile.
                Some(_) => touch(&mut core, request.group_id.as_str(), request.member_id.as_str()),
            }
        }
        sleep(LOOK_AGAIN).await;
    }
}

/// How long a follower waits in all, if it has to.
fn leader_pending(core: &Core, request: &SyncGroupRequest) -> Option<Duration> {
    let group = core.engine.groups.get(request.group_id.as_str())?;
    let member = group.members.get(request.member_id.as_str())?;
    let pending = group.state == GroupLifecycleState::CompletingRebalance
        && request.assignments.is_empty()
        && group.leader_id.as_deref() != Some(request.member_id.as_str())
        && request.generation_id == group.generation_id;
    let limit = member.rebalance_timeout_ms.min(member.session_timeout_ms).max(1);
    pending.then(|| Duration::from_millis(u64::try_from(limit).unwrap_or(1)))
}

/// A heartbeat counts as a sign of life in every state, also while a round is being prepared.
pub(super) fn heartbeat(core: &mut Core, request: &HeartbeatRequest, version: i16) -> HeartbeatResponse {
    touch(core, request.group_id.as_str(), request.member_id.as_str());
    core.engine.handle_heartbeat(request, version)
}

fn touch(core: &mut Core, group: &str, member: &str) {
    let now = core.engine.now_ms();
    if let Some(member) = core.engine.groups.get_mut(group).and_then(|group| group.members.get_mut(member)) {
        member.last_heartbeat_ms = now;
    }
}

/// Removes members whose session has expired, or that did not come back within the rebalance timeout.
pub(super) fn expire(core: &mut Core) {
    let now = core.engine.now_ms();
    let gone: Vec<(String, Vec<String>)> =
        core.engine.groups.values().map(|group| (group.group_id.clone(), silent(group, now))).collect();
    for (group, members) in gone {
        for member in members {
            let request = LeaveGroupRequest::default()
                .with_group_id(GroupId(text(&group)))
                .with_member_id(text(&member));
            core.engine.handle_leave_group(&request, 0);
        }
    }
}

fn silent(group: &GroupState, now: i64) -> Vec<String> {
    let preparing = group.state == GroupLifecycleState::PreparingRebalance;
    let patience = group.members.values().map(|member| member.rebalance_timeout_ms).max().unwrap_or_default();
    let round_over = preparing && now - group.rebalance_start_ms >= i64::from(patience);
    let silent = group.members.values().filter(|member| {
        // A member that waits in a join is held by its open request.
        let waits = preparing && group.awaiting_members.contains_key(&member.member_id);
        let expired = now - member.last_heartbeat_ms > i64::from(member.session_timeout_ms);
        !waits && (expired || round_over)
    });
    silent.map(|member| member.member_id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use kafka_protocol::messages::join_group_request::JoinGroupRequestProtocol;
    use noida::kafka::engine::EngineState;

    use super::*;
    use crate::kafka::Broker;

    fn core(now: &Arc<AtomicU64>) -> Core {
        let mut engine = EngineState::new("127.0.0.1".to_owned(), 9000);
        let now = Arc::clone(now);
        engine.clock = Some(Arc::new(move || now.load(Ordering::Relaxed)));
        let brokers: Arc<[Broker]> = [Broker { id: 1, host: "127.0.0.1".to_owned(), port: 9000 }].into();
        Core::new(engine, brokers, HashMap::new())
    }

    fn join(core: &mut Core) -> String {
        let request = JoinGroupRequest::default()
            .with_group_id(GroupId(text("g")))
            .with_session_timeout_ms(10_000)
            .with_rebalance_timeout_ms(60_000)
            .with_protocol_type(text("consumer"))
            .with_protocols(vec![JoinGroupRequestProtocol::default().with_name(text("range"))]);
        core.engine.handle_join_group(&request, 3, "client", "/127.0.0.1").member_id.to_string()
    }

    #[test]
    fn a_silent_member_leaves_when_its_session_ends() {
        let now = Arc::new(AtomicU64::new(1_000_000));
        let mut core = core(&now);
        let member = join(&mut core);
        // The round is over and the member has its partitions.
        if let Some(group) = core.engine.groups.get_mut("g") {
            group.state = GroupLifecycleState::Stable;
            group.awaiting_members.clear();
        }
        now.fetch_add(9_000, Ordering::Relaxed);
        touch(&mut core, "g", &member);
        now.fetch_add(9_000, Ordering::Relaxed);
        expire(&mut core);
        assert_eq!(core.engine.groups["g"].members.len(), 1, "a heartbeat began the session anew");
        now.fetch_add(2_000, Ordering::Relaxed);
        expire(&mut core);
        assert_eq!(core.engine.groups["g"].state, GroupLifecycleState::Empty);
    }

    #[test]
    fn a_member_that_waits_in_a_join_is_not_silent() {
        let now = Arc::new(AtomicU64::new(1_000_000));
        let mut core = core(&now);
        join(&mut core);
        now.fetch_add(30_000, Ordering::Relaxed);
        expire(&mut core);
        assert_eq!(core.engine.groups["g"].members.len(), 1);
    }
}
