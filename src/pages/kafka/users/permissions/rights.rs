//! Who may write to and read from which topic. Pure.
//!
//! The service keeps a list of policies per topic. Two rules make rights of them: a topic without any policy is
//! open to every user; on a topic with policies only those named may do anything, also the instance's first user.

use std::collections::BTreeMap;

/// What a policy grants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grant {
    #[default]
    None,
    /// Publish.
    Write,
    /// Subscribe.
    Read,
    Both,
}

impl Grant {
    /// Every grant, in the order of menus.
    pub const ALL: [Self; 4] = [Self::None, Self::Write, Self::Read, Self::Both];

    /// The API's word; `None` where there is no policy to send.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Write => Some("pub"),
            Self::Read => Some("sub"),
            Self::Both => Some("all"),
        }
    }

    /// Reads the API's word; one that is not known grants nothing that could be shown.
    pub fn of_word(word: &str) -> Self {
        match word.to_ascii_lowercase().as_str() {
            "pub" => Self::Write,
            "sub" => Self::Read,
            "all" | "pub|sub" => Self::Both,
            _ => Self::None,
        }
    }

    /// Whether it lets publish.
    pub fn writes(self) -> bool {
        matches!(self, Self::Write | Self::Both)
    }

    /// Whether it lets subscribe.
    pub fn reads(self) -> bool {
        matches!(self, Self::Read | Self::Both)
    }
}

/// The policies of one topic, by user.
pub type Policies = BTreeMap<String, Grant>;

/// Where an effective right comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A policy names the user.
    Policy,
    /// The topic has no policy, so that everybody may.
    Open,
    /// The topic has policies, and none names the user.
    Closed,
}

/// What a user may really do with a topic, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effective {
    pub grant: Grant,
    pub source: Source,
}

/// What `user` may do on a topic with these policies.
pub fn effective(policies: &Policies, user: &str) -> Effective {
    match policies.get(user) {
        Some(grant) => Effective { grant: *grant, source: Source::Policy },
        None if policies.is_empty() => Effective { grant: Grant::Both, source: Source::Open },
        None => Effective { grant: Grant::None, source: Source::Closed },
    }
}

/// Changes not sent yet: topic and user, and what the policy shall be.
pub type Edits = BTreeMap<(String, String), Grant>;

/// The policies of a topic with the edits made to it.
pub fn edited(topic: &str, policies: &Policies, edits: &Edits) -> Policies {
    let mut after = policies.clone();
    for ((_, user), grant) in edits.iter().filter(|((of, _), _)| of == topic) {
        match grant {
            Grant::None => drop(after.remove(user)),
            grant => drop(after.insert(user.clone(), *grant)),
        }
    }
    after
}

/// Notes an edit; one that leads back to what is there is no edit.
pub fn edit(edits: &mut Edits, topic: &str, policies: &Policies, user: &str, grant: Grant) {
    let key = (topic.to_owned(), user.to_owned());
    if policies.get(user).copied().unwrap_or_default() == grant {
        edits.remove(&key);
    } else {
        edits.insert(key, grant);
    }
}

/// What a change does to everybody who is not named in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideEffect {
    /// The first policy: all others lose the topic.
    Closes,
    /// The last policy goes: the topic is open to everybody.
    Opens,
}

/// What changes on one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicChange {
    pub topic: String,
    /// User, policy before, policy after.
    pub users: Vec<(String, Grant, Grant)>,
    /// All policies afterwards: the call replaces them.
    pub after: Policies,
    pub side_effect: Option<SideEffect>,
}

/// The edits as changes per topic, in the order of topics. `policies` is what is known of a topic.
pub fn changes(known: &BTreeMap<String, Policies>, edits: &Edits) -> Vec<TopicChange> {
    let none = Policies::new();
    let mut topics: Vec<&String> = edits.keys().map(|(topic, _)| topic).collect();
    topics.dedup();
    topics
        .into_iter()
        .map(|topic| {
            let before = known.get(topic).unwrap_or(&none);
            let after = edited(topic, before, edits);
            let of_topic = edits.iter().filter(|((of, _), _)| of == topic);
            let users = of_topic
                .map(|((_, user), grant)| {
                    (user.clone(), before.get(user).copied().unwrap_or_default(), *grant)
                })
                .collect();
            let side_effect = match (before.is_empty(), after.is_empty()) {
                (true, false) => Some(SideEffect::Closes),
                (false, true) => Some(SideEffect::Opens),
                _ => None,
            };
            TopicChange { topic: topic.clone(), users, after, side_effect }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policies(all: &[(&str, Grant)]) -> Policies {
        all.iter().map(|(user, grant)| ((*user).to_owned(), *grant)).collect()
    }

    #[test]
    fn every_grant_is_written_and_read_in_the_api_s_words() {
        for grant in Grant::ALL {
            assert_eq!(grant.word().map_or(Grant::None, Grant::of_word), grant);
        }
        assert_eq!(Grant::of_word("ALL"), Grant::Both);
        assert_eq!(Grant::of_word("deny"), Grant::None);
    }

    #[test]
    fn a_topic_without_policies_is_open_and_one_with_is_not() {
        let open = effective(&policies(&[]), "ann");
        assert_eq!(open, Effective { grant: Grant::Both, source: Source::Open });
        let some = policies(&[("bob", Grant::Write)]);
        assert_eq!(effective(&some, "ann").grant, Grant::None);
        assert_eq!(effective(&some, "bob").grant, Grant::Write);
        assert!(!effective(&some, "bob").grant.reads());
    }

    #[test]
    fn an_edit_back_is_no_edit() {
        let before = policies(&[("bob", Grant::Write)]);
        let mut edits = Edits::new();
        edit(&mut edits, "orders", &before, "bob", Grant::Both);
        assert_eq!(edits.len(), 1);
        edit(&mut edits, "orders", &before, "bob", Grant::Write);
        assert!(edits.is_empty());
        edit(&mut edits, "orders", &before, "ann", Grant::None);
        assert!(edits.is_empty());
    }

    #[test]
    fn a_change_sends_all_policies_of_the_topic() {
        let known =
            BTreeMap::from([("orders".to_owned(), policies(&[("bob", Grant::Write), ("eve", Grant::Both)]))]);
        let mut edits = Edits::new();
        edit(&mut edits, "orders", &known["orders"], "eve", Grant::None);
        edit(&mut edits, "orders", &known["orders"], "ann", Grant::Read);
        let changes = changes(&known, &edits);
        assert_eq!(changes.len(), 1);
        assert_eq!(changes[0].after, policies(&[("ann", Grant::Read), ("bob", Grant::Write)]));
        assert_eq!(
            changes[0].users,
            [("ann".to_owned(), Grant::None, Grant::Read), ("eve".to_owned(), Grant::Both, Grant::None)]
        );
        assert_eq!(changes[0].side_effect, None);
    }

    #[test]
    fn the_first_policy_closes_a_topic_and_the_last_one_opens_it() {
        let known = BTreeMap::from([
            ("open".to_owned(), policies(&[])),
            ("closed".to_owned(), policies(&[("bob", Grant::Read)])),
        ]);
        let mut edits = Edits::new();
        edit(&mut edits, "open", &known["open"], "ann", Grant::Read);
        edit(&mut edits, "closed", &known["closed"], "bob", Grant::None);
        let effects: Vec<_> = changes(&known, &edits).into_iter().map(|c| (c.topic, c.side_effect)).collect();
        assert_eq!(
            effects,
            [("closed".to_owned(), Some(SideEffect::Opens)), ("open".to_owned(), Some(SideEffect::Closes))]
        );
    }
}
