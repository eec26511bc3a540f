//! The clients that are connected. Not kept: they connect again.

use std::collections::{BTreeMap, BTreeSet};

use dms_api::models::rocketmq::{Client, ConsumeType, Group, Subscription};

use super::acl::Credentials;
use super::consume::Outcome;
use super::retry_topic;

/// A client that is not heard of for so long has gone, milliseconds.
const SILENCE_MS: i64 = 120_000;

/// A consumer and what it says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// Its group.
    pub group: String,
    /// Its id.
    pub client_id: String,
    /// Its address with port.
    pub address: String,
    /// Its language: `JAVA`.
    pub language: String,
    /// Its version: `V4_9_7`.
    pub version: String,
    /// Topics and expressions; the group's topic of retries need not be named.
    pub subscriptions: Vec<(String, String)>,
    /// Who it is, where access is controlled.
    pub credentials: Option<Credentials>,
}

impl Session {
    /// A consumer of one group that takes everything of some topics.
    pub fn new(group: &str, client_id: &str, topics: &[&str]) -> Self {
        Self {
            group: group.to_owned(),
            client_id: client_id.to_owned(),
            address: "127.0.0.1:40012".to_owned(),
            language: "JAVA".to_owned(),
            version: "V4_9_7".to_owned(),
            subscriptions: topics.iter().map(|topic| ((*topic).to_owned(), "*".to_owned())).collect(),
            credentials: None,
        }
    }

    /// Whether it takes messages with a tag.
    pub(super) fn wants(&self, topic: &str, tag: &str) -> bool {
        let expression = self.subscriptions.iter().find(|(name, _)| name == topic).map(|(_, e)| e.as_str());
        match expression {
            None | Some("" | "*") => true,
            // A condition of SQL92 has more than tags in it.
            Some(expression) if expression.contains(['=', '<', '>', '(']) => true,
            Some(expression) => expression.split("||").any(|wanted| wanted.trim() == tag),
        }
    }

    fn subscribes(&self, topic: &str) -> bool {
        topic == retry_topic(&self.group) || self.subscriptions.iter().any(|(name, _)| name == topic)
    }

    fn shown(&self) -> Client {
        let subscription = |(topic, expression): &(String, String)| Subscription {
            topic: topic.clone(),
            r#type: if expression.contains(['=', '<', '>', '(']) { "SQL92" } else { "TAG" }.to_owned(),
            expression: expression.clone(),
        };
        Client {
            language: self.language.clone(),
            version: self.version.clone(),
            client_id: self.client_id.clone(),
            client_addr: self.address.clone(),
            consume_type: Some(ConsumeType::Push),
            subscriptions: self.subscriptions.iter().map(subscription).collect(),
            ..Client::default()
        }
    }
}

#[derive(Debug)]
struct Connected {
    session: Session,
    outcome: Outcome,
    seen: i64,
}

/// Everybody who is connected, by group and id.
#[derive(Debug, Default)]
pub(super) struct Registry(BTreeMap<String, BTreeMap<String, Connected>>);

impl Registry {
    /// A sign of life. `outcome` is how the client deals with messages.
    pub fn seen(&mut self, session: &Session, outcome: Outcome, now: i64) {
        let group = self.0.entry(session.group.clone()).or_default();
        group.insert(session.client_id.clone(), Connected { session: session.clone(), outcome, seen: now });
    }

    pub fn gone(&mut self, group: &str, client_id: &str) -> bool {
        self.0.get_mut(group).is_some_and(|clients| clients.remove(client_id).is_some())
    }

    pub fn forget(&mut self, groups: &[String]) {
        self.0.retain(|group, _| !groups.contains(group));
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    fn online(&self, group: &str, now: i64) -> impl Iterator<Item = &Connected> {
        let clients = self.0.get(group).into_iter().flat_map(BTreeMap::values);
        clients.filter(move |client| now.saturating_sub(client.seen) < SILENCE_MS)
    }

    pub fn is_online(&self, group: &str, now: i64) -> bool {
        self.online(group, now).next().is_some()
    }

    pub fn clients(&self, group: &str, now: i64) -> Vec<Client> {
        self.online(group, now).map(|client| client.session.shown()).collect()
    }

    pub fn client(&self, group: &str, id: &str, now: i64) -> Option<(Session, Outcome)> {
        let found = self.online(group, now).find(|client| client.session.client_id == id)?;
        Some((found.session.clone(), found.outcome))
    }

    /// Ids of the clients that share a topic's queues, in the order in which they do.
    pub fn members(&self, group: &str, topic: &str, now: i64) -> Vec<String> {
        let subscribed = self.online(group, now).filter(|client| client.session.subscribes(topic));
        subscribed.map(|client| client.session.client_id.clone()).collect()
    }

    pub fn topics_of(&self, group: &str) -> BTreeSet<String> {
        let clients = self.0.get(group).into_iter().flat_map(BTreeMap::values);
        clients
            .flat_map(|client| client.session.subscriptions.iter().map(|(topic, _)| topic.clone()))
            .collect()
    }

    pub fn groups_of(&self, topic: &str) -> BTreeSet<String> {
        let consumes = |clients: &BTreeMap<String, Connected>| {
            clients.values().any(|client| client.session.subscriptions.iter().any(|(name, _)| name == topic))
        };
        self.0.iter().filter(|(_, clients)| consumes(clients)).map(|(group, _)| group.clone()).collect()
    }

    pub fn complete(&self, group: &mut Group, now: i64) {
        group.group_online = Some(self.is_online(&group.name, now));
    }
}

/// Which of `members` clients has a queue: each gets a run of neighbours, the first ones one more.
pub(super) fn owner(index: usize, queues: usize, members: &[String]) -> Option<&String> {
    let each = queues / members.len().max(1);
    let more = queues % members.len().max(1);
    let member = match index.checked_sub(more * (each + 1)) {
        None => index / (each + 1),
        Some(rest) => more + rest.checked_div(each)?,
    };
    members.get(member)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queues_are_shared_evenly() {
        let members: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
        let owners = |queues: usize| -> Vec<String> {
            (0..queues).filter_map(|index| owner(index, queues, &members).cloned()).collect()
        };
        assert_eq!(owners(6), ["a", "a", "b", "b", "c", "c"]);
        assert_eq!(owners(4), ["a", "a", "b", "c"]);
        assert_eq!(owners(2), ["a", "b"]);
        assert_eq!(owner(0, 3, &[]), None);
    }

    #[test]
    fn tags_choose() {
        let mut session = Session::new("g", "c", &["t"]);
        session.subscriptions = vec![("t".to_owned(), "paid || sent".to_owned())];
        assert!(session.wants("t", "sent") && !session.wants("t", "new") && session.wants("other", "new"));
        session.subscriptions = vec![("t".to_owned(), "amount > 3".to_owned())];
        assert!(session.wants("t", "new"));
    }
}
