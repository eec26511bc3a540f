//! Whether a group may be moved. Pure.

use dms_api::models::kafka::{Group, GroupState};

/// Whether consumers are in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Live {
    /// Nobody is: its offsets can be moved.
    No,
    /// So many members, 0 where the answer counts none but the state says otherwise.
    Yes { members: u64 },
}

/// Members count as well as the state: newer answers have no members, and a state may be one we do not know.
pub fn liveness(group: &Group) -> Live {
    let members = group.members.len() as u64;
    let busy = matches!(
        group.state,
        GroupState::Stable | GroupState::PreparingRebalance | GroupState::CompletingRebalance
    );
    if members > 0 || busy { Live::Yes { members } } else { Live::No }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::models::kafka::GroupMember;

    fn group(state: GroupState, members: usize) -> Group {
        Group { state, members: vec![GroupMember::default(); members], ..Group::default() }
    }

    #[test]
    fn only_an_empty_or_dead_group_without_members_can_be_moved() {
        assert_eq!(liveness(&group(GroupState::Empty, 0)), Live::No);
        assert_eq!(liveness(&group(GroupState::Dead, 0)), Live::No);
        assert_eq!(liveness(&group(GroupState::Stable, 0)), Live::Yes { members: 0 });
        assert_eq!(liveness(&group(GroupState::PreparingRebalance, 2)), Live::Yes { members: 2 });
        assert_eq!(liveness(&group(GroupState::Empty, 1)), Live::Yes { members: 1 });
        assert_eq!(liveness(&group(GroupState::Other("NEW".into()), 0)), Live::No);
    }
}
