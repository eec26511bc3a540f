//! What the matrix shows: which topics, groups and users, what is known of them, what has been changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use dms_api::models::rocketmq::{Permission, User};

use crate::pages::matrix::{COLUMNS, ROWS, page_cut};
use crate::pages::rocketmq::users::rights::{self, Edits, Effective, Kind, Thing};
use crate::pages::rocketmq::users::source::{Things, Users};
use crate::pages::search::Words;
use crate::prelude::*;
use crate::routes::{QueryText, use_query_signal};

/// The matrix. Cheap to copy into closures.
#[derive(Clone, Copy)]
pub struct Matrix {
    pub users: Users,
    pub things: Things,
    pub edits: RwSignal<Edits>,
    pub picked_things: RwSignal<BTreeSet<String>>,
    pub picked_users: RwSignal<BTreeSet<String>>,
    pub search: QueryText,
    /// `topic`, `group` or `""` for both.
    pub kind: QueryText,
    /// Users to show, with commas; `""` for all.
    pub user: QueryText,
    /// `produce`, `consume` or `""`.
    pub right: QueryText,
    /// Number of the page of things and of users, from 1.
    pub thing_page: QueryText,
    pub user_page: QueryText,
}

/// The matrix of an instance.
pub fn use_matrix(users: Users, things: Things) -> Matrix {
    Matrix {
        users,
        things,
        edits: RwSignal::new(Edits::new()),
        picked_things: RwSignal::new(BTreeSet::new()),
        picked_users: RwSignal::new(BTreeSet::new()),
        search: use_query_signal("q"),
        kind: use_query_signal("kind"),
        user: use_query_signal("user"),
        right: use_query_signal("may"),
        thing_page: use_query_signal("page"),
        user_page: use_query_signal("users"),
    }
}

impl Matrix {
    /// Topics, then groups, that pass all filters. Tracked.
    fn fitting(self) -> Vec<Thing> {
        let words = Words::of(&self.search.get());
        let kind = self.kind.get();
        let of = |names: Vec<String>, kind: Kind| {
            names.into_iter().map(move |name| Thing { kind, name }).collect::<Vec<_>>()
        };
        let topics = if kind == "group" { Vec::new() } else { of(self.things.topic_names(), Kind::Topic) };
        let groups = if kind == "topic" { Vec::new() } else { of(self.things.group_names(), Kind::Group) };
        let right = self.right.get();
        let users = if right.is_empty() { Vec::new() } else { self.wanted_users() };
        let found = topics.into_iter().chain(groups).filter(|thing| words.are_in(&[&thing.name]));
        found
            .filter(|thing| right.is_empty() || users.iter().any(|user| self.may(user, thing, &right)))
            .collect()
    }

    /// Users that the user filter names, or all. Tracked.
    fn wanted_users(self) -> Vec<Arc<User>> {
        let wanted = self.user.get();
        let wanted: Vec<&str> = wanted.split(',').filter(|name| !name.is_empty()).collect();
        let fits = |user: &&Arc<User>| wanted.is_empty() || wanted.contains(&user.access_key.as_str());
        self.users.all().iter().filter(fits).cloned().collect()
    }

    fn may(self, user: &User, thing: &Thing, right: &str) -> bool {
        let Effective { right: has, .. } =
            self.edits.with(|edits| rights::effective(&rights::edited(user, edits), thing));
        if right == "produce" { thing.kind == Kind::Topic && has.may_publish() } else { has.may_subscribe() }
    }

    /// Keys of the things that pass all filters. Tracked.
    pub fn all_things(self) -> Vec<String> {
        self.fitting().iter().map(Thing::key).collect()
    }

    /// Users to show: with a filter by right only those that have it on a thing shown. Tracked.
    pub fn all_users(self) -> Vec<String> {
        let (users, right) = (self.wanted_users(), self.right.get());
        let names = |users: Vec<Arc<User>>| users.into_iter().map(|user| user.access_key.clone()).collect();
        if right.is_empty() {
            return names(users);
        }
        let things: Vec<Thing> = self.shown_things().iter().filter_map(|key| Thing::of_key(key)).collect();
        names(
            users
                .into_iter()
                .filter(|user| things.iter().any(|thing| self.may(user, thing, &right)))
                .collect(),
        )
    }

    /// The page of things, tracked.
    pub fn shown_things(self) -> Vec<String> {
        page_cut(self.all_things(), self.thing_page, ROWS)
    }

    /// The page of users, tracked.
    pub fn shown_users(self) -> Vec<String> {
        page_cut(self.all_users(), self.user_page, COLUMNS)
    }

    /// Asks anew.
    pub fn refresh(self) {
        self.things.refresh();
        self.users.list.refresh();
    }

    /// What a user may do once the edits are applied; whether that was edited. `None` for nobody. Tracked.
    pub fn effective(self, thing: &Thing, user: &str) -> Option<(Effective, bool)> {
        let user = self.users.find(user)?;
        Some(self.edits.with(|edits| {
            let edited = edits.contains_key(&(user.access_key.clone(), thing.clone()));
            (rights::effective(&rights::edited(&user, edits), thing), edited)
        }))
    }

    /// The user's own entry for a thing once the edits are applied. Not tracked.
    pub fn own(self, thing: &Thing, user: &str) -> Option<Permission> {
        let user = untrack(|| self.users.find(user))?;
        self.edits.with_untracked(|edits| rights::own(&rights::edited(&user, edits), thing))
    }

    /// Notes what a user's entry shall be. An administrator's rights need no entries: nothing is noted.
    pub fn set(self, thing: &Thing, user: &str, right: Option<Permission>) {
        let fits = right.as_ref().is_none_or(|right| rights::choices(thing.kind).contains(right));
        if let Some(user) = untrack(|| self.users.find(user)).filter(|user| fits && !user.admin) {
            self.edits.update(|edits| rights::edit(edits, &user, thing, right));
        }
    }

    /// Notes the same for every picked user and thing.
    pub fn set_selected(self, right: Option<Permission>) {
        let (things, users) = (self.picked_things.get_untracked(), self.picked_users.get_untracked());
        for thing in things.iter().filter_map(|key| Thing::of_key(key)) {
            for user in &users {
                self.set(&thing, user, right.clone());
            }
        }
    }

    /// The kind whose rights fit everything picked: a group's as soon as one is among it. Not tracked.
    pub fn picked_kind(self) -> Kind {
        let group = |key: &String| Thing::of_key(key).is_some_and(|thing| thing.kind == Kind::Group);
        if self.picked_things.with_untracked(|keys| keys.iter().any(group)) {
            Kind::Group
        } else {
            Kind::Topic
        }
    }

    /// These users have been changed: their edits are done.
    pub fn applied(self, users: &[String]) {
        self.edits.try_update(|edits| edits.retain(|(user, _), _| !users.contains(user)));
    }
}
