//! What the matrix shows: which topics and users, what is known of them, what has been changed.

use std::collections::{BTreeMap, BTreeSet};

use dms_api::models::kafka::{Topic, TopicPolicies};
use dms_api::ops::kafka::ShowTopicPolicies;

use super::rights::{self, Edits, Effective, Grant, Policies};
use crate::data::{Each, Told, use_each};
use crate::pages::kafka::topics::Topics;
use crate::pages::kafka::users::source::Users;
use crate::pages::matrix::{COLUMNS, ROWS, page_cut, page_of};
use crate::pages::search::Words;
use crate::prelude::*;
use crate::routes::{QueryText, use_query_signal};

/// Calls at a time: there is one per topic.
const LANES: usize = 3;
/// Policies older than this are asked for again when they come into view.
const OLD_MS: i64 = 60_000;

/// The matrix. Cheap to copy into closures.
#[derive(Clone, Copy)]
pub struct Matrix {
    instance: StoredValue<String>,
    pub users: Users,
    pub topics: Topics,
    pub policies: Each<String, TopicPolicies>,
    pub edits: RwSignal<Edits>,
    pub picked_topics: RwSignal<BTreeSet<String>>,
    pub picked_users: RwSignal<BTreeSet<String>>,
    pub search: QueryText,
    /// Users to show, with commas; `""` for all.
    pub user: QueryText,
    /// `write`, `read` or `""`.
    pub right: QueryText,
    /// `open`, `restricted` or `""`.
    pub access: QueryText,
    /// Number of the page of topics and of users, from 1.
    pub topic_page: QueryText,
    pub user_page: QueryText,
}

/// The matrix of an instance; what is on screen is asked about.
pub fn use_matrix(instance: &str, users: Users, topics: Topics) -> Matrix {
    let kept = StoredValue::new(instance.to_owned());
    let instance = instance.to_owned();
    let op =
        move |topic: &String| ShowTopicPolicies { instance_id: instance.clone(), topic_name: topic.clone() };
    let matrix = Matrix {
        instance: kept,
        users,
        topics,
        policies: use_each(LANES, op),
        edits: RwSignal::new(Edits::new()),
        picked_topics: RwSignal::new(BTreeSet::new()),
        picked_users: RwSignal::new(BTreeSet::new()),
        search: use_query_signal("q"),
        user: use_query_signal("user"),
        right: use_query_signal("may"),
        access: use_query_signal("access"),
        topic_page: use_query_signal("page"),
        user_page: use_query_signal("users"),
    };
    let on_screen = Memo::new(move |_| {
        let sasl = users.has_sasl() == Some(true);
        if sasl {
            matrix.candidates().into_iter().take(matrix.reach()).collect::<Vec<_>>()
        } else {
            Vec::new()
        }
    });
    Effect::new(move |_| matrix.policies.want_all(on_screen.get(), OLD_MS));
    matrix
}

impl Matrix {
    /// Id of the instance.
    pub fn instance(self) -> String {
        self.instance.get_value()
    }

    /// Topics that fit the search, whatever the rights. Tracked.
    fn candidates(self) -> Vec<String> {
        let words = Words::of(&self.search.get());
        let fits = |topic: &&std::sync::Arc<Topic>| !topic.is_internal() && words.are_in(&[&topic.name]);
        self.topics.items().iter().filter(fits).map(|topic| topic.name.clone()).collect()
    }

    /// How many candidates have to be known to show the page. Tracked.
    fn reach(self) -> usize {
        (page_of(self.topic_page) + 1) * ROWS
    }

    /// Whether what is shown depends on policies. Tracked.
    pub fn filters_by_right(self) -> bool {
        !self.right.get().is_empty() || !self.access.get().is_empty()
    }

    /// Topics that pass all filters, as far as known. Tracked.
    pub fn all_topics(self) -> Vec<String> {
        let candidates = self.candidates();
        if !self.filters_by_right() {
            return candidates;
        }
        let users = self.wanted_users();
        candidates.into_iter().filter(|topic| self.passes(topic, &users)).collect()
    }

    fn passes(self, topic: &str, users: &[String]) -> bool {
        let Some(Ok(policies)) = self.now(topic) else { return false };
        let open = policies.is_empty();
        let access = match self.access.get().as_str() {
            "open" => open,
            "restricted" => !open,
            _ => true,
        };
        let right = self.right.get();
        access && (right.is_empty() || users.iter().any(|user| may(&policies, user, &right)))
    }

    /// Users that the user filter names, or all. Tracked.
    fn wanted_users(self) -> Vec<String> {
        let wanted = self.user.get();
        let wanted: Vec<&str> = wanted.split(',').filter(|name| !name.is_empty()).collect();
        let fits = |name: &String| wanted.is_empty() || wanted.contains(&name.as_str());
        self.users.names().into_iter().filter(fits).collect()
    }

    /// Users to show: with a filter by right only those that have it on a topic shown. Tracked.
    pub fn all_users(self) -> Vec<String> {
        let (users, right) = (self.wanted_users(), self.right.get());
        if right.is_empty() {
            return users;
        }
        let topics = self.shown_topics();
        let has = |user: &String| {
            topics
                .iter()
                .any(|topic| matches!(self.now(topic), Some(Ok(policies)) if may(&policies, user, &right)))
        };
        users.into_iter().filter(has).collect()
    }

    /// The page of topics, tracked.
    pub fn shown_topics(self) -> Vec<String> {
        page_cut(self.all_topics(), self.topic_page, ROWS)
    }

    /// The page of users, tracked.
    pub fn shown_users(self) -> Vec<String> {
        page_cut(self.all_users(), self.user_page, COLUMNS)
    }

    /// Topics that fit the search but were not asked about. Tracked.
    pub fn unasked(self) -> Vec<String> {
        self.candidates().into_iter().filter(|topic| self.policies.get(topic).is_none()).collect()
    }

    /// Asks about all that fit the search.
    pub fn ask_all(self) {
        self.policies.want_all(untrack(|| self.unasked()), OLD_MS);
    }

    /// Asks anew about what is on screen.
    pub fn refresh(self) {
        self.topics.refresh();
        self.users.list.refresh();
        self.policies.want_all(untrack(|| self.shown_topics()), 0);
    }

    /// The policies of a topic as the service has them, tracked; `None` while not known.
    pub fn before(self, topic: &str) -> Option<Told<Policies>> {
        let told = self.policies.get(&topic.to_owned())?;
        Some(told.map(|answer| std::sync::Arc::new(read(&answer))))
    }

    /// The policies of a topic with the edits made to it, tracked.
    pub fn now(self, topic: &str) -> Option<Told<Policies>> {
        let before = self.before(topic)?;
        Some(before.map(|policies| {
            std::sync::Arc::new(self.edits.with(|edits| rights::edited(topic, &policies, edits)))
        }))
    }

    /// What a user may do on a topic once the edits are applied; whether that was edited. Tracked.
    pub fn effective(self, topic: &str, user: &str) -> Option<Told<(Effective, bool)>> {
        let edited = self.edits.with(|edits| edits.contains_key(&(topic.to_owned(), user.to_owned())));
        let told = self.now(topic)?;
        Some(told.map(|policies| std::sync::Arc::new((rights::effective(&policies, user), edited))))
    }

    /// Notes what a user shall be granted on a topic whose policies are known.
    pub fn set(self, topic: &str, user: &str, grant: Grant) {
        if let Some(Ok(before)) = untrack(|| self.before(topic)) {
            self.edits.update(|edits| rights::edit(edits, topic, &before, user, grant));
        }
    }

    /// Notes the same for every picked user on every picked topic.
    pub fn set_selected(self, grant: Grant) {
        let (topics, users) = (self.picked_topics.get_untracked(), self.picked_users.get_untracked());
        for topic in &topics {
            for user in &users {
                self.set(topic, user, grant);
            }
        }
    }

    /// What is known of the topics that were edited. Not tracked.
    pub fn known(self) -> BTreeMap<String, Policies> {
        let topics: BTreeSet<String> =
            self.edits.with_untracked(|edits| edits.keys().map(|(topic, _)| topic.clone()).collect());
        let known = |topic: String| {
            let policies = untrack(|| self.before(&topic))?.ok()?;
            Some((topic, (*policies).clone()))
        };
        topics.into_iter().filter_map(known).collect()
    }

    /// These topics have been changed: their edits are done, and they are asked about anew.
    pub fn applied(self, topics: &[String]) {
        self.edits.try_update(|edits| edits.retain(|(topic, _), _| !topics.contains(topic)));
        for topic in topics {
            self.policies.forget(topic);
        }
        self.policies.want_all(topics.iter().cloned(), 0);
    }
}

fn read(answer: &TopicPolicies) -> Policies {
    let entry = |entry: &dms_api::models::kafka::PolicyEntry| {
        (entry.user_name.clone(), Grant::of_word(entry.access_policy.as_str()))
    };
    answer.policies.iter().map(entry).collect()
}

fn may(policies: &Policies, user: &str, right: &str) -> bool {
    let grant = rights::effective(policies, user).grant;
    if right == "write" { grant.writes() } else { grant.reads() }
}
