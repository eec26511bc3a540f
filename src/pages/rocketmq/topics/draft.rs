//! What the form that changes a topic holds, and the request it turns into. Pure: no signals, no browser.

use dms_api::models::rocketmq::Topic;
use dms_api::ops::rocketmq::{ModifyQueues, ModifyTopicBody};

use super::new_draft::number;

/// A topic's settings as typed: numbers stay text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicDraft {
    /// Whether each broker has numbers of its own; otherwise all share `read` and `write` evenly.
    pub by_broker: bool,
    /// Queues of all brokers that can be read.
    pub read: String,
    /// Queues of all brokers that can be written.
    pub write: String,
    /// For `by_broker`.
    pub each: Vec<BrokerDraft>,
    /// `all`, `pub`, `sub`.
    pub permission: String,
    pub description: String,
}

/// One broker's queues as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BrokerDraft {
    pub broker: String,
    pub read: String,
    pub write: String,
}

/// A setting of the topic; of one broker where it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Read(Option<String>),
    Write(Option<String>),
    Permission,
    Description,
}

/// One line of the review: a setting with its old and new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub what: What,
    pub before: String,
    pub after: String,
}

impl TopicDraft {
    /// The settings that `topic` has now.
    pub fn of(topic: &Topic) -> Self {
        let each: Vec<BrokerDraft> = topic
            .brokers
            .iter()
            .map(|b| BrokerDraft {
                broker: b.broker_name.clone(),
                read: b.read_queue_num.to_string(),
                write: b.write_queue_num.to_string(),
            })
            .collect();
        let even = each.windows(2).all(|pair| match pair {
            [one, other] => one.read == other.read && one.write == other.write,
            _ => true,
        });
        Self {
            by_broker: !even,
            read: topic.total_read_queue_num.to_string(),
            write: topic.total_write_queue_num.to_string(),
            each,
            permission: topic.permission.as_str().to_owned(),
            description: topic.topic_desc.clone().unwrap_or_default(),
        }
    }

    /// What differs from `before`, in the form's order.
    pub fn changes(&self, before: &Self) -> Vec<Change> {
        let mut all = Vec::new();
        let mut note = |what, old: &str, new: &str| {
            if old.trim() != new.trim() {
                let (before, after) = (old.trim().to_owned(), new.trim().to_owned());
                all.push(Change { what, before, after });
            }
        };
        if self.by_broker {
            for (new, old) in self.each.iter().zip(&before.each) {
                note(What::Read(Some(new.broker.clone())), &old.read, &new.read);
                note(What::Write(Some(new.broker.clone())), &old.write, &new.write);
            }
        } else {
            note(What::Read(None), &before.read, &self.read);
            note(What::Write(None), &before.write, &self.write);
        }
        note(What::Permission, &before.permission, &self.permission);
        note(What::Description, &before.description, &self.description);
        all
    }

    /// The request that makes `before` into this draft: only what differs is sent, so that a change somebody else
    /// makes meanwhile is not undone.
    pub fn body(&self, before: &Self) -> ModifyTopicBody {
        let mut body = ModifyTopicBody::default();
        let mut queues: Vec<ModifyQueues> = Vec::new();
        let mut note = |broker: String, read: Option<i64>, write: Option<i64>| match queues
            .iter_mut()
            .find(|entry| entry.broker == broker)
        {
            Some(entry) => {
                entry.read_queue_num = read.or(entry.read_queue_num);
                entry.write_queue_num = write.or(entry.write_queue_num);
            }
            None => queues.push(ModifyQueues { broker, read_queue_num: read, write_queue_num: write }),
        };
        for change in self.changes(before) {
            match change.what {
                What::Read(None) => body.read_queue_num = number(&change.after),
                What::Write(None) => body.write_queue_num = number(&change.after),
                What::Read(Some(broker)) => note(broker, number(&change.after), None),
                What::Write(Some(broker)) => note(broker, None, number(&change.after)),
                What::Permission => body.permission = Some(change.after),
                What::Description => body.topic_desc = Some(change.after),
            }
        }
        body.queues = Some(queues).filter(|queues| !queues.is_empty());
        body
    }

    /// Queues for reading and for writing of all brokers, where they can be told.
    pub fn totals(&self) -> (Option<i64>, Option<i64>) {
        if !self.by_broker {
            return (number(&self.read), number(&self.write));
        }
        (self.each.iter().map(|b| number(&b.read)).sum(), self.each.iter().map(|b| number(&b.write)).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::models::rocketmq::{TopicBroker, TopicPermission};

    fn topic(queues: &[(u32, u32)]) -> Topic {
        let broker = |(n, (read, write)): (usize, &(u32, u32))| TopicBroker {
            broker_name: format!("broker-{n}"),
            read_queue_num: *read,
            write_queue_num: *write,
            ..TopicBroker::default()
        };
        Topic {
            name: "orders".into(),
            total_read_queue_num: queues.iter().map(|q| q.0).sum(),
            total_write_queue_num: queues.iter().map(|q| q.1).sum(),
            permission: TopicPermission::All,
            brokers: queues.iter().enumerate().map(broker).collect(),
            ..Topic::default()
        }
    }

    #[test]
    fn only_what_differs_is_sent() {
        let before = TopicDraft::of(&topic(&[(4, 4), (4, 4)]));
        assert!(!before.by_broker && before.changes(&before).is_empty());
        let after = TopicDraft { write: " 12 ".into(), permission: "sub".into(), ..before.clone() };
        let json = serde_json::to_value(after.body(&before)).unwrap();
        assert_eq!(json, serde_json::json!({"write_queue_num": 12, "permission": "sub"}));
        assert_eq!(after.totals(), (Some(8), Some(12)));
    }

    #[test]
    fn uneven_brokers_keep_their_own_numbers() {
        let before = TopicDraft::of(&topic(&[(4, 4), (8, 8)]));
        assert!(before.by_broker);
        let mut after = before.clone();
        after.each[1].read = "10".into();
        after.each[1].write = "10".into();
        let json = serde_json::to_value(after.body(&before)).unwrap();
        assert_eq!(
            json,
            serde_json::json!({"queues": [
                {"broker": "broker-1", "read_queue_num": 10, "write_queue_num": 10},
            ]})
        );
        assert_eq!(after.totals(), (Some(14), Some(14)));
    }
}
