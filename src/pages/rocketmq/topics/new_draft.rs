//! What the form of a new topic holds, and the request it turns into. Pure: no signals, no browser.

use dms_api::ops::rocketmq::{CreateTopicBody, NewQueues};

/// Where the queues go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spread {
    /// The same number on every broker.
    #[default]
    All,
    /// The same number on some brokers.
    Some,
    /// A number for each broker.
    Each,
}

impl Spread {
    /// In the order of the form.
    pub const ALL: [Self; 3] = [Self::All, Self::Some, Self::Each];

    /// The word in the form.
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Some => "some",
            Self::Each => "each",
        }
    }

    /// Reads a word; one that is not known is the usual way.
    pub fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|spread| spread.word() == word).unwrap_or_default()
    }
}

/// A new topic as typed: numbers stay text, so that bad input is kept and shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDraft {
    pub name: String,
    pub spread: Spread,
    /// Queues on each broker, for [`Spread::All`] and [`Spread::Some`].
    pub queues: String,
    /// For [`Spread::Some`].
    pub brokers: Vec<String>,
    /// Broker and number of queues, for [`Spread::Each`]; a broker with an empty number is left out.
    pub each: Vec<(String, String)>,
    /// `all`, `pub` or `sub`.
    pub permission: String,
    /// `NORMAL` and so on; empty where the version has no kinds.
    pub message_type: String,
}

impl NewDraft {
    /// The request that creates the topic. A number that cannot be read is left out; the form's rules have refused
    /// it before.
    pub fn body(&self) -> CreateTopicBody {
        let queue_num = number(&self.queues).filter(|_| self.spread != Spread::Each);
        CreateTopicBody {
            name: self.name.trim().to_owned(),
            brokers: (self.spread == Spread::Some).then(|| self.brokers.clone()),
            queue_num,
            permission: Some(self.permission.clone()),
            queues: (self.spread == Spread::Each).then(|| self.listed()),
            message_type: Some(self.message_type.clone()).filter(|kind| !kind.is_empty()),
        }
    }

    fn listed(&self) -> Vec<NewQueues> {
        let typed = self.each.iter().filter(|(_, queues)| !queues.trim().is_empty());
        typed
            .map(|(broker, queues)| NewQueues { broker: broker.clone(), queue_num: number(queues) })
            .collect()
    }

    /// Queues of the topic on all its brokers, where that can be told; the instance has `brokers` of them.
    pub fn total(&self, brokers: usize) -> Option<i64> {
        let times = |brokers: usize| number(&self.queues)?.checked_mul(i64::try_from(brokers).ok()?);
        match self.spread {
            Spread::All => times(brokers),
            Spread::Some => times(self.brokers.len()),
            Spread::Each => self.listed().iter().map(|entry| entry.queue_num).sum(),
        }
    }
}

/// A whole number as typed.
pub fn number(text: &str) -> Option<i64> {
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(spread: Spread) -> NewDraft {
        let each = [("broker-0", "4"), ("broker-1", " ")];
        NewDraft {
            name: " %a|b ".into(),
            spread,
            queues: "8".into(),
            brokers: vec!["broker-1".into()],
            each: each.map(|(b, n)| (b.to_owned(), n.to_owned())).to_vec(),
            permission: "pub".into(),
            message_type: String::new(),
        }
    }

    #[test]
    fn only_what_belongs_to_the_chosen_way_is_sent() {
        let json = |spread| serde_json::to_value(draft(spread).body()).unwrap();
        assert_eq!(
            json(Spread::All),
            serde_json::json!({"name": "%a|b", "queue_num": 8, "permission": "pub"})
        );
        assert_eq!(
            json(Spread::Some),
            serde_json::json!({
                "name": "%a|b", "brokers": ["broker-1"], "queue_num": 8, "permission": "pub",
            })
        );
        assert_eq!(
            json(Spread::Each),
            serde_json::json!({
                "name": "%a|b", "queues": [{"broker": "broker-0", "queue_num": 4}], "permission": "pub",
            })
        );
    }

    #[test]
    fn queues_add_up() {
        let totals = Spread::ALL.map(|spread| draft(spread).total(3));
        assert_eq!(totals, [Some(24), Some(8), Some(4)]);
        assert_eq!(NewDraft { queues: "x".into(), ..draft(Spread::All) }.total(3), None);
    }
}
