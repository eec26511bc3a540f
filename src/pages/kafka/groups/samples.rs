//! The lags seen of an instance's groups since the console was opened.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use dms_api::models::kafka::GroupSummary;
use leptos::prelude::*;

use super::source::Groups;
use super::trend::Course;

/// Courses by group, of one instance: another instance starts anew.
#[derive(Default)]
struct Kept {
    instance: String,
    courses: BTreeMap<String, Course>,
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

/// Adds a sample taken elsewhere, such as on the group's own page.
pub fn add(instance: &str, group: &str, at: i64, lag: u64) {
    KEPT.update(|kept| {
        kept.turn_to(instance);
        kept.courses.entry(group.to_owned()).or_default().push(at, lag);
    });
}

/// Forgets a group's samples: its offsets were moved, which is no trend.
pub fn forget(instance: &str, group: &str) {
    KEPT.update(|kept| {
        kept.turn_to(instance);
        kept.courses.remove(group);
    });
}

impl Kept {
    fn turn_to(&mut self, instance: &str) {
        if self.instance != instance {
            *self = Self { instance: instance.to_owned(), courses: BTreeMap::new() };
        }
    }

    fn sample(&mut self, group: &GroupSummary, at: i64) {
        let Some(lag) = group.lag else { return };
        match self.courses.get_mut(&group.group_id) {
            Some(course) => course.push(at, lag),
            None => {
                let mut course = Course::default();
                course.push(at, lag);
                self.courses.insert(group.group_id.clone(), course);
            }
        }
    }

    fn drop_gone(&mut self, groups: &[std::sync::Arc<GroupSummary>]) {
        if self.courses.len() > groups.len() {
            let there: std::collections::BTreeSet<&str> =
                groups.iter().map(|group| group.group_id.as_str()).collect();
            self.courses.retain(|group, _| there.contains(group.as_str()));
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
    use std::sync::Arc;

    fn group(name: &str, lag: Option<u64>) -> GroupSummary {
        GroupSummary { group_id: name.to_owned(), lag, ..GroupSummary::default() }
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
