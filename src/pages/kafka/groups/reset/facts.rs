//! What the plan needs to know and the group does not say: where partitions begin, where a time leads, where
//! another group stands. Asked for a few at a time, and only for what is chosen.

use std::collections::{BTreeMap, BTreeSet};

use dms_api::models::kafka::{GroupAnswer, MessagePage, TopicDetail};
use dms_api::ops::kafka::{ListMessages, ShowGroupDetail, ShowTopic};

use super::listing;
use super::plan::{AtTime, Key, Partition, Target};
use super::target::{TargetForm, Way, offset};
use crate::data::{Each, Query, use_each, use_query};
use crate::i18n::{Msg, groups as text, now};
use crate::pages::kafka::groups::detail::Shown;
use crate::pages::kafka::groups::places::{places, topics};
use crate::prelude::*;

/// Calls at a time; the one about a topic is limited to one a second by the service itself.
const TIME_LANES: usize = 4;
const TOPIC_LANES: usize = 1;
/// Bounds older than this are asked for again when a plan is made.
const OLD_MS: i64 = 60_000;

/// A partition and a time, epoch milliseconds.
type Moment = (String, i32, i64);

/// Everything asked for.
#[derive(Clone, Copy)]
pub struct Facts {
    instance: StoredValue<String>,
    shown: Shown,
    form: TargetForm,
    bounds: Each<String, TopicDetail>,
    times: Each<Moment, MessagePage>,
    /// The group to copy from.
    pub source: Query<GroupAnswer>,
}

/// Asks for what the choice in `form` needs.
pub fn use_facts(instance: &str, shown: Shown, form: TargetForm) -> Facts {
    let own = || instance.to_owned();
    let (of_topic, of_time, of_source) = (own(), own(), own());
    let bounds = use_each(TOPIC_LANES, move |topic: &String| ShowTopic {
        instance_id: of_topic.clone(),
        topic: topic.clone(),
    });
    let times = use_each(TIME_LANES, move |(topic, partition, ms): &Moment| ListMessages {
        instance_id: of_time.clone(),
        topic: topic.clone(),
        start_time: Some(*ms),
        end_time: None,
        limit: Some(2),
        offset: None,
        partition: Some(i64::from(*partition)),
    });
    let source = use_query(move || {
        let group = form.source.get();
        let wanted = form.way() == Way::Copy && form.source.problem().is_none() && !group.is_empty();
        wanted.then(|| ShowGroupDetail { instance_id: of_source.clone(), group })
    });
    let facts = Facts { instance: StoredValue::new(instance.to_owned()), shown, form, bounds, times, source };
    let wanted = Memo::new(move |_| facts.topics());
    Effect::new(move |_| bounds.want_all(wanted.get(), OLD_MS));
    let moments = Memo::new(move |_| facts.moments());
    Effect::new(move |_| {
        times.stop();
        times.want_all(moments.get(), OLD_MS);
    });
    facts
}

impl Facts {
    /// Id of the instance.
    pub fn instance(self) -> String {
        self.instance.get_value()
    }

    /// Topics that the plan is about: those of the group, those of the other group, those of the list; without
    /// those left out. Tracked.
    fn topics(self) -> BTreeSet<String> {
        let left_out = self.form.left_out();
        self.all_topics().into_iter().filter(|topic| !left_out.contains(topic)).collect()
    }

    /// [`topics`](Self::topics) with those left out. Tracked.
    pub fn all_topics(self) -> BTreeSet<String> {
        let own = self.shown.places.with(|places| topics(places));
        let more = self.listed().into_keys().map(|(topic, _)| topic);
        own.into_iter().map(|place| place.topic).chain(more).collect()
    }

    /// Offsets given per partition by the other group or by the list. Tracked.
    fn listed(self) -> BTreeMap<Key, i64> {
        match self.form.way() {
            Way::Copy => match self.source.data() {
                Some(answer) => places(&answer.group)
                    .into_iter()
                    .filter_map(|place| {
                        Some((key(&place.topic, place.partition)?, signed(place.committed?)?))
                    })
                    .collect(),
                None => BTreeMap::new(),
            },
            Way::List => listing::read(&self.form.list.get()).unwrap_or_default(),
            _ => BTreeMap::new(),
        }
    }

    /// The partitions of the plan with what is known of each. Tracked.
    pub fn partitions(self) -> Vec<Partition> {
        let wanted = self.topics();
        let mut all: BTreeMap<Key, Partition> = BTreeMap::new();
        self.shown.places.with(|places| {
            for place in places.iter().filter(|place| wanted.contains(&place.topic)) {
                let Some(key) = key(&place.topic, place.partition) else { continue };
                let partition = Partition {
                    topic: key.0.clone(),
                    partition: key.1,
                    committed: place.committed.and_then(signed),
                    start: None,
                    end: place.end.and_then(signed),
                };
                all.insert(key, partition);
            }
        });
        for (topic, partition) in self.listed().into_keys().filter(|(topic, _)| wanted.contains(topic)) {
            let key = (topic.clone(), partition);
            all.entry(key).or_insert_with(|| Partition { topic, partition, ..Partition::default() });
        }
        for partition in all.values_mut() {
            self.bound(partition);
        }
        all.into_values().collect()
    }

    /// Fills in where a partition begins, and where it ends if the group does not know.
    fn bound(self, partition: &mut Partition) {
        let Some(Ok(detail)) = self.bounds.get(&partition.topic) else { return };
        let found =
            detail.partitions.iter().find(|p| i64::from(p.partition) == i64::from(partition.partition));
        if let Some(found) = found {
            partition.start = signed(found.lso);
            partition.end = partition.end.or_else(|| signed(found.hw));
        }
    }

    /// Topics whose bounds the service does not tell. Tracked.
    pub fn unbounded(self) -> Vec<String> {
        self.topics().into_iter().filter(|topic| matches!(self.bounds.get(topic), Some(Err(_)))).collect()
    }

    /// Partitions and the time wanted, where a time is wanted that has been. Tracked.
    fn moments(self) -> Vec<Moment> {
        let ms = match (self.form.way(), self.form.ms()) {
            (Way::Time, Some(ms)) if ms <= now() => ms.max(0),
            _ => return Vec::new(),
        };
        let wanted = self.topics();
        self.shown.places.with(|places| {
            let wanted = places.iter().filter(|place| wanted.contains(&place.topic));
            wanted.filter_map(|place| key(&place.topic, place.partition)).map(|(t, p)| (t, p, ms)).collect()
        })
    }

    /// How many calls the plan still waits for, and how many it needs in all. Tracked.
    pub fn waiting(self) -> (usize, usize) {
        let wanted = self.topics().len() + self.moments().len();
        ((self.bounds.pending() + self.times.pending()).min(wanted), wanted)
    }

    /// Where the group shall go; `None` while a field is not right. Tracked.
    pub fn target(self) -> Option<Target> {
        let form = self.form;
        Some(match form.way() {
            Way::Unchosen => return None,
            Way::Earliest => Target::Earliest,
            Way::Latest => Target::Latest,
            Way::Time => Target::Time { ms: form.ms()?, found: self.found(form.ms()?) },
            Way::Offset => Target::Offset { all: offset(&form.offset.get()).ok()?, own: form.own.get() },
            Way::Shift => Target::Shift(dms_api::rules::number(&form.shift.get()).ok()?),
            Way::Copy => {
                self.source.data()?;
                Target::Listed(self.listed())
            }
            Way::List => {
                Target::Listed(listing::read(&form.list.get()).ok().filter(|listed| !listed.is_empty())?)
            }
        })
    }

    /// What to do before there can be a plan; `None` once there is one. Tracked.
    pub fn missing(self) -> Option<Msg> {
        let form = self.form;
        match (self.target(), form.way()) {
            (Some(_), _) => None,
            (None, Way::Unchosen) => Some(text::CHOOSE_TARGET),
            (None, Way::Time) => Some(text::ENTER_TIME),
            (None, Way::Copy) if form.source.get().is_empty() => Some(text::SOURCE_NONE),
            (None, _) => Some(text::NO_PLAN),
        }
    }

    fn found(self, ms: i64) -> BTreeMap<Key, AtTime> {
        if ms > now() {
            return self
                .partitions()
                .into_iter()
                .map(|p| ((p.topic, p.partition), AtTime::Nothing))
                .collect();
        }
        let found = |(topic, partition, at): Moment| {
            let told = self.times.get(&(topic.clone(), partition, at));
            let at = told.map_or(AtTime::Unknown, |told| told.map_or(AtTime::Unknown, |page| first(&page)));
            ((topic, partition), at)
        };
        self.moments().into_iter().map(found).collect()
    }

    /// Forgets bounds, which a reset may have been based on, so that the next plan asks anew.
    pub fn forget(self) {
        for topic in untrack(|| self.topics()) {
            self.bounds.forget(&topic);
            self.bounds.want(topic, OLD_MS);
        }
    }
}

/// The oldest of the messages found. The reference does not say in which order they come: two show it.
fn first(page: &MessagePage) -> AtTime {
    match page.messages.as_slice() {
        [] if page.messages_count == 0 => AtTime::Nothing,
        [only] if page.messages_count <= 1 => at(only.message_offset),
        [a, b] if a.message_offset < b.message_offset || page.messages_count <= 2 => {
            at(a.message_offset.min(b.message_offset))
        }
        _ => AtTime::Unknown,
    }
}

fn at(offset: u64) -> AtTime {
    signed(offset).map_or(AtTime::Unknown, AtTime::Message)
}

fn signed(n: u64) -> Option<i64> {
    i64::try_from(n).ok()
}

fn key(topic: &str, partition: u32) -> Option<Key> {
    Some((topic.to_owned(), i32::try_from(partition).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::record::FromAnswer;

    fn page(offsets: &[u64], count: u64) -> AtTime {
        let messages: Vec<_> =
            offsets.iter().map(|o| serde_json::json!({"message_offset": o, "partition": 0})).collect();
        first(&MessagePage::from_answer(&serde_json::json!({"messages": messages, "messages_count": count})))
    }

    #[test]
    fn the_oldest_message_is_found_in_either_order_or_admitted_to_be_unknown() {
        assert_eq!(page(&[], 0), AtTime::Nothing);
        assert_eq!(page(&[7], 1), AtTime::Message(7));
        assert_eq!(page(&[7, 8], 90), AtTime::Message(7), "oldest first");
        assert_eq!(page(&[8, 7], 2), AtTime::Message(7), "all there are");
        assert_eq!(page(&[97, 96], 90), AtTime::Unknown, "newest first: the oldest is on another page");
        assert_eq!(page(&[], 3), AtTime::Unknown);
    }
}
