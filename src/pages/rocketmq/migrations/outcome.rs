//! What a migration will do with each entry of its file, given what the instance has. Pure.

use std::collections::{HashMap, HashSet};

use dms_api::models::rocketmq::{Group, Topic};
use dms_api::rules::{MigrationEntry, MigrationFate, MigrationThing, Problem};

/// What will happen to an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Create,
    /// What is there takes the file's settings.
    Overwrite,
    /// It is there, and is not to be overwritten.
    Exists,
    Skip,
    /// The name cannot be used.
    Refuse(Problem),
    /// The list of what is there has not come yet.
    Unknown,
}

/// An entry with its verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Number of the entry in the file, from 0.
    pub index: usize,
    pub entry: MigrationEntry,
    pub verdict: Verdict,
    /// An earlier entry comes out with the same name.
    pub twice: bool,
    /// Settings of what is there now.
    pub before: Option<Before>,
}

/// Settings that an entry would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Before {
    /// Queues on a broker that can be read and written: the most of any broker.
    Topic(u32, u32),
    /// Attempts.
    Group(u32),
}

/// What the instance has; `None` for what is not known yet.
#[derive(Clone, Copy)]
pub struct Present<'a> {
    pub topics: Option<&'a HashMap<&'a str, &'a Topic>>,
    pub groups: Option<&'a HashMap<&'a str, &'a Group>>,
}

/// Says of every entry what will happen to it.
pub fn outcomes(entries: &[MigrationEntry], present: Present<'_>, overwrite: bool) -> Vec<Outcome> {
    let mut seen: HashSet<(bool, &str)> = HashSet::new();
    let mut all = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        let is_made = entry.fate == MigrationFate::Make;
        let is_topic = entry.thing.is_topic();
        let twice = is_made && !seen.insert((is_topic, entry.name.as_str()));
        let before = before(entry, present);
        let known = if is_topic { present.topics.is_some() } else { present.groups.is_some() };
        let verdict = match &entry.fate {
            MigrationFate::Skip => Verdict::Skip,
            MigrationFate::Refuse(problem) => Verdict::Refuse(problem.clone()),
            MigrationFate::Make if !known => Verdict::Unknown,
            MigrationFate::Make if !twice && before.is_none() => Verdict::Create,
            MigrationFate::Make if overwrite => Verdict::Overwrite,
            MigrationFate::Make => Verdict::Exists,
        };
        all.push(Outcome { index, entry: entry.clone(), verdict, twice, before });
    }
    all
}

fn before(entry: &MigrationEntry, present: Present<'_>) -> Option<Before> {
    match entry.thing {
        MigrationThing::Topic { .. } => {
            let topic = present.topics?.get(entry.name.as_str())?;
            let most = |queues: fn(&dms_api::models::rocketmq::TopicBroker) -> u32| {
                topic.brokers.iter().map(queues).max().unwrap_or_default()
            };
            Some(Before::Topic(most(|broker| broker.read_queue_num), most(|broker| broker.write_queue_num)))
        }
        MigrationThing::Group { .. } => {
            Some(Before::Group(present.groups?.get(entry.name.as_str())?.retry_max_time))
        }
    }
}

/// How many topics and groups have a verdict.
pub fn count<'a>(all: impl Iterator<Item = &'a Outcome>, fits: fn(&Verdict) -> bool) -> (usize, usize) {
    let fitting = all.filter(|one| fits(&one.verdict));
    fitting.fold((0, 0), |(topics, groups), one| match one.entry.thing.is_topic() {
        true => (topics + 1, groups),
        false => (topics, groups + 1),
    })
}

#[cfg(test)]
mod tests {
    use dms_api::models::rocketmq::MigrationKind;
    use dms_api::rules::migration_entries;
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_there_is_overwritten_or_fails_and_names_that_meet_do_too() {
        let file = json!({
            "exchanges": [{"name": "a.orders", "vhost": "/"}, {"name": "a_orders", "vhost": "/"}, {"name": "amq.fanout"}],
            "queues": [{"name": "mail", "vhost": "/"}, {"name": "x"}]
        });
        let entries = migration_entries(&MigrationKind::RabbitMq, &file).unwrap();
        let mail = Group { name: "mail".to_owned(), retry_max_time: 3, ..Group::default() };
        let (topics, groups) = (HashMap::new(), HashMap::from([("mail", &mail)]));
        let present = Present { topics: Some(&topics), groups: Some(&groups) };
        let verdicts = |overwrite| {
            let all = outcomes(&entries, present, overwrite);
            all.into_iter().map(|one| one.verdict).collect::<Vec<_>>()
        };
        let refused = Verdict::Refuse(Problem::TooShort { min: 3 });
        let (skip, create) = (Verdict::Skip, Verdict::Create);
        assert_eq!(
            verdicts(false),
            [create.clone(), Verdict::Exists, skip.clone(), Verdict::Exists, refused.clone()]
        );
        assert_eq!(verdicts(true), [create, Verdict::Overwrite, skip, Verdict::Overwrite, refused]);
        let all = outcomes(&entries, present, true);
        assert!(all[1].twice && !all[3].twice);
        assert_eq!(all[3].before, Some(Before::Group(3)));
        assert_eq!(count(all.iter(), |verdict| *verdict == Verdict::Overwrite), (1, 1));
    }

    #[test]
    fn nothing_is_promised_before_the_lists_have_come() {
        let file = json!({"topicConfigTable": {"orders": {}}});
        let entries = migration_entries(&MigrationKind::RocketMq, &file).unwrap();
        let all = outcomes(&entries, Present { topics: None, groups: None }, true);
        assert_eq!(all[0].verdict, Verdict::Unknown);
    }
}
