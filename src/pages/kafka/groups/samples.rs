//! The lags seen of an instance's groups since the console was opened.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use dms_api::models::kafka::GroupSummary;

use super::places::{Place, is_deserted, jumped, stand};
use super::source::Groups;
use super::trend::Course;
use crate::prelude::*;

/// Courses by group, of one instance: another instance starts anew.
#[derive(Default)]
struct Kept {
    instance: String,
    courses: BTreeMap<String, Course>,
    /// Where groups stood when their own page last looked.
    stood: BTreeMap<String, Arc<Vec<Place>>>,
}

static KEPT: LazyLock<ArcRwSignal<Kept>> = LazyLock::new(ArcRwSignal::default);

/// Takes a sample of every group each time the whole list has arrived.
pub fn watch(instance: String, groups: Groups) {
    Effect::new(move |_| {
        let Some(at) = groups.loaded_at().filter(|_| groups.progress().done) else { return };
        let items = groups.items();
        KEPT.update(|kept| {
            kept.turn_to(&instance);
            for group in items.iter() {
                kept.sample(group, at);
            }
            kept.drop_gone(&items);
        });
    });
}

/// What is known of one group, tracked.
pub fn course(instance: &str, group: &str) -> Course {
    KEPT.with(|kept| kept.course(instance, group))
}

/// [`course`], not tracked: for sorting.
pub fn course_untracked(instance: &str, group: &str) -> Course {
    KEPT.with_untracked(|kept| kept.course(instance, group))
}

/// Adds a sample taken on the group's own page, where its offsets are known; `deserted` without any member.
pub fn add(instance: &str, group: &str, at: i64, lag: u64, places: Arc<Vec<Place>>, deserted: bool) {
    KEPT.update(|kept| {
        kept.turn_to(instance);
        kept.look(group, at, lag, places, deserted);
    });
}

/// Forgets a group's samples: its offsets were moved, which is no trend.
pub fn forget(instance: &str, group: &str) {
    KEPT.update(|kept| {
        kept.turn_to(instance);
        kept.forget(group);
    });
}

impl Kept {
    fn turn_to(&mut self, instance: &str) {
        if self.instance != instance {
            *self = Self { instance: instance.to_owned(), ..Self::default() };
        }
    }

    fn sample(&mut self, group: &GroupSummary, at: i64) {
        let Some(lag) = group.lag else { return };
        let last = self.courses.get(&group.group_id).and_then(Course::last);
        if is_deserted(&group.state) && last.is_some_and(|last| lag < last) {
            // Nobody has read anything: its offsets were moved.
            self.forget(&group.group_id);
        }
        match self.courses.get_mut(&group.group_id) {
            Some(course) => course.push(at, lag),
            None => {
                let mut course = Course::default();
                course.push(at, lag);
                self.courses.insert(group.group_id.clone(), course);
            }
        }
    }

    /// A sample with where the group stands. What was seen before its offsets were moved says nothing of how it reads.
    fn look(&mut self, group: &str, at: i64, lag: u64, places: Arc<Vec<Place>>, deserted: bool) {
        if self.stood.get(group).is_some_and(|before| jumped(before, &places, deserted)) {
            self.forget(group);
        }
        let stand = stand(&places);
        self.stood.insert(group.to_owned(), places);
        self.courses.entry(group.to_owned()).or_default().push_stand(at, lag, stand);
    }

    fn forget(&mut self, group: &str) {
        self.courses.remove(group);
        self.stood.remove(group);
    }

    fn drop_gone(&mut self, groups: &[Arc<GroupSummary>]) {
        if self.courses.len() > groups.len() {
            let there: std::collections::BTreeSet<&str> =
                groups.iter().map(|group| group.group_id.as_str()).collect();
            self.courses.retain(|group, _| there.contains(group.as_str()));
            self.stood.retain(|group, _| there.contains(group.as_str()));
        }
    }

    fn course(&self, instance: &str, group: &str) -> Course {
        if self.instance != instance {
            return Course::default();
        }
        self.courses.get(group).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::models::kafka::GroupState;

    fn group(name: &str, lag: Option<u64>) -> GroupSummary {
        GroupSummary { group_id: name.to_owned(), lag, ..GroupSummary::default() }
    }

    fn stands(at: &[u64]) -> Arc<Vec<Place>> {
        let place = |(partition, offset): (u32, &u64)| Place {
            topic: "orders".into(),
            partition,
            committed: Some(*offset),
            ..Place::default()
        };
        Arc::new((0..).zip(at).map(place).collect())
    }

    #[test]
    fn offsets_that_were_moved_begin_a_new_course() {
        let mut kept = Kept::default();
        kept.turn_to("i");
        kept.look("g", 1, 90, stands(&[10, 20]), false);
        kept.look("g", 2, 80, stands(&[20, 20]), false);
        assert_eq!(kept.course("i", "g").lags(), [90, 80], "it reads");
        kept.look("g", 3, 85, stands(&[25, 10]), false);
        assert_eq!(kept.course("i", "g").lags(), [85], "one partition went back");
        kept.look("g", 4, 86, stands(&[25, 10]), true);
        kept.look("g", 5, 30, stands(&[80, 10]), true);
        assert_eq!(kept.course("i", "g").lags(), [30], "nobody is there to read on");
        kept.look("g", 6, 31, stands(&[80, 10]), true);
        kept.look("g", 7, 99, stands(&[80, 10, 5]), false);
        assert_eq!(kept.course("i", "g").lags(), [99], "the lag of more partitions");
    }

    #[test]
    fn the_lag_of_a_deserted_group_does_not_shrink_by_reading() {
        let mut kept = Kept::default();
        kept.turn_to("i");
        let empty = |lag| GroupSummary { state: GroupState::Empty, ..group("g", Some(lag)) };
        for (at, lag) in [(1, 90), (2, 95), (3, 20), (4, 21)] {
            kept.sample(&empty(lag), at);
        }
        assert_eq!(kept.course("i", "g").lags(), [20, 21]);
        kept.sample(&group("g", Some(3)), 5);
        assert_eq!(kept.course("i", "g").lags(), [20, 21, 3], "consumers are back");
    }

    #[test]
    fn another_instance_starts_anew_and_a_deleted_group_is_forgotten() {
        let mut kept = Kept::default();
        kept.turn_to("i1");
        kept.sample(&group("a", Some(3)), 1);
        kept.sample(&group("b", None), 1);
        assert_eq!(kept.course("i1", "a").lags(), [3]);
        assert_eq!(kept.course("i1", "b").len(), 0, "an unknown lag is no sample");
        assert_eq!(kept.course("i2", "a").len(), 0);
        kept.sample(&group("c", Some(1)), 1);
        kept.drop_gone(&[Arc::new(group("c", Some(1)))]);
        assert_eq!(kept.course("i1", "a").len(), 0);
        kept.turn_to("i2");
        assert!(kept.courses.is_empty());
    }
}
