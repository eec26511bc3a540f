//! Where a group stands: partitions, topics and members put together from the API's parts. Pure.

use std::collections::BTreeMap;

use dms_api::models::kafka::{Group, GroupMember, GroupState};

use super::trend::Stand;

/// One partition as the group sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub topic: String,
    pub partition: u32,
    /// The offset that is read next; `None` where nothing was committed.
    pub committed: Option<u64>,
    /// The offset that the next message gets; `None` where it is not known.
    pub end: Option<u64>,
    /// Messages not read yet; `None` where it is not known.
    pub lag: Option<u64>,
    /// Who reads it: client id and member id.
    pub member: Option<(String, String)>,
}

/// A topic as the group sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicPlace {
    pub topic: String,
    pub partitions: u64,
    /// `None` as soon as one partition's lag is not known.
    pub lag: Option<u64>,
    pub unassigned: u64,
}

/// The group's partitions in order: those it has an offset in and those that members read.
pub fn places(group: &Group) -> Vec<Place> {
    let mut all: BTreeMap<(String, u32), Place> = BTreeMap::new();
    for at in &group.group_message_offsets {
        let place = Place {
            topic: at.topic.clone(),
            partition: at.partition,
            committed: at.message_current_offset,
            end: at.message_log_end_offset,
            lag: at.message_current_offset.and(at.lag),
            member: None,
        };
        all.insert((at.topic.clone(), at.partition), place);
    }
    for member in &group.members {
        for (topic, partition) in assigned(member) {
            let place = all.entry((topic.to_owned(), partition)).or_insert_with(|| Place {
                topic: topic.to_owned(),
                partition,
                ..Place::default()
            });
            place.member = Some((member.client_id.clone(), member.member_id.clone()));
        }
    }
    all.into_values().collect()
}

/// What a member reads, partition by partition.
pub fn assigned(member: &GroupMember) -> impl Iterator<Item = (&str, u32)> {
    member.assignment.iter().flat_map(|part| part.partitions.iter().map(|p| (part.topic.as_str(), *p)))
}

/// The topics of the places, in order.
pub fn topics(places: &[Place]) -> Vec<TopicPlace> {
    let mut all: Vec<TopicPlace> = Vec::new();
    for place in places {
        if all.last().is_none_or(|last| last.topic != place.topic) {
            all.push(TopicPlace { topic: place.topic.clone(), lag: Some(0), ..TopicPlace::default() });
        }
        if let Some(topic) = all.last_mut() {
            topic.partitions += 1;
            topic.lag = sum(topic.lag, place.lag);
            topic.unassigned += u64::from(place.member.is_none());
        }
    }
    all
}

/// What the group has not read yet; `None` where a partition's lag is not known, or where there is none at all.
pub fn total_lag(places: &[Place]) -> Option<u64> {
    let known: Vec<u64> = places.iter().filter_map(|place| place.lag).collect();
    (!known.is_empty()).then(|| known.into_iter().fold(0, u64::saturating_add))
}

/// What was committed and where the partitions end, of those where both are known; `None` where there is none.
pub fn stand(places: &[Place]) -> Option<Stand> {
    let known = places.iter().filter_map(|place| Some((place.committed?, place.end?)));
    known.fold(None, |sum, (committed, end)| {
        let Stand { committed: read, end: written } = sum.unwrap_or_default();
        Some(Stand { committed: read.saturating_add(committed), end: written.saturating_add(end) })
    })
}

fn sum(a: Option<u64>, b: Option<u64>) -> Option<u64> {
    Some(a?.saturating_add(b?))
}

/// Whether a group's state says that no consumer is in it.
pub fn is_deserted(state: &GroupState) -> bool {
    matches!(state, GroupState::Empty | GroupState::Dead)
}

/// Whether the offsets were moved between two looks: some went back, or changed with no consumer there, or are of other
/// partitions.
pub fn jumped(before: &[Place], after: &[Place], deserted: bool) -> bool {
    let known = |places| -> Vec<(&str, u32, u64)> {
        let places: &[Place] = places;
        places.iter().filter_map(|p| Some((p.topic.as_str(), p.partition, p.committed?))).collect()
    };
    let (before, after) = (known(before), known(after));
    let moved = |(old, new): (&(&str, u32, u64), &(&str, u32, u64))| {
        (old.0, old.1) != (new.0, new.1) || new.2 < old.2 || deserted && new.2 != old.2
    };
    before.len() != after.len() || before.iter().zip(&after).any(moved)
}

/// Partitions that nobody reads although the group has members.
pub fn unassigned(group: &Group, places: &[Place]) -> u64 {
    // Only the details of newer clients say who reads what; without any assignment nothing can be said.
    let says = group.members.iter().any(|member| !member.assignment.is_empty());
    if says { places.iter().filter(|place| place.member.is_none()).count() as u64 } else { 0 }
}

/// "orders 0-2, 5 · clicks 1": what a member reads.
pub fn assignment_text(member: &GroupMember) -> String {
    let mut parts: Vec<String> = member
        .assignment
        .iter()
        .filter(|part| !part.partitions.is_empty())
        .map(|part| format!("{} {}", part.topic, ranges(&part.partitions)))
        .collect();
    parts.sort();
    parts.join(" · ")
}

/// "0-2, 5"
fn ranges(partitions: &[u32]) -> String {
    let mut sorted = partitions.to_vec();
    sorted.sort_unstable();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for p in sorted {
        match runs.last_mut() {
            Some((_, last)) if *last == p || last.checked_add(1) == Some(p) => *last = p,
            _ => runs.push((p, p)),
        }
    }
    let words: Vec<String> = runs
        .into_iter()
        .map(|(first, last)| if first == last { first.to_string() } else { format!("{first}-{last}") })
        .collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::record::FromAnswer;

    fn group() -> Group {
        dms_api::models::kafka::GroupAnswer::from_answer(&serde_json::json!({"group": {
            "group_id": "billing", "state": "STABLE", "coordinator_id": 2,
            "members": [{"member_id": "c-1", "client_id": "billing", "host": "/10.0.0.1",
                "assignment": [{"topic": "orders", "partitions": [2, 0, 1]}, {"topic": "clicks", "partitions": [7]}]}],
            "group_message_offsets": [
                {"topic": "orders", "partition": 1, "lag": 5, "message_current_offset": 10, "message_log_end_offset": 15},
                {"topic": "orders", "partition": 0, "lag": 0, "message_current_offset": 3, "message_log_end_offset": 3},
                {"topic": "orders", "partition": 3, "lag": 7, "message_current_offset": 0, "message_log_end_offset": 7},
            ],
        }}))
        .group
    }

    #[test]
    fn offsets_and_assignments_make_one_list() {
        let places = places(&group());
        let seen: Vec<_> =
            places.iter().map(|p| (p.topic.as_str(), p.partition, p.lag, p.member.is_some())).collect();
        assert_eq!(
            seen,
            [
                ("clicks", 7, None, true),
                ("orders", 0, Some(0), true),
                ("orders", 1, Some(5), true),
                ("orders", 2, None, true),
                ("orders", 3, Some(7), false),
            ]
        );
        assert_eq!(total_lag(&places), Some(12));
        assert_eq!(unassigned(&group(), &places), 1);
    }

    #[test]
    fn a_partition_without_an_offset_has_no_lag_rather_than_none_to_read() {
        let answer = serde_json::json!({"group": {"group_message_offsets": [
            {"topic": "orders", "partition": 0, "lag": -1, "message_current_offset": -1, "message_log_end_offset": 9}
        ]}});
        let group = dms_api::models::kafka::GroupAnswer::from_answer(&answer).group;
        let places = places(&group);
        assert_eq!((places[0].committed, places[0].lag, places[0].end), (None, None, Some(9)));
        assert_eq!(total_lag(&places), None);
    }

    #[test]
    fn topics_add_up_and_an_unknown_lag_makes_the_sum_unknown() {
        let topics = topics(&places(&group()));
        assert_eq!(topics.len(), 2);
        assert_eq!((topics[0].lag, topics[1].lag), (None, None));
        assert_eq!((topics[1].partitions, topics[1].unassigned), (4, 1));
    }

    #[test]
    fn assignments_read_like_a_person_would_write_them() {
        assert_eq!(assignment_text(&group().members[0]), "clicks 7 · orders 0-2");
        assert_eq!(ranges(&[5, 1, 2, 9, 8]), "1-2, 5, 8-9");
        assert_eq!(assignment_text(&GroupMember::default()), "");
    }
}
