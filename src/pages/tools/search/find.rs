//! Where the search looks, and what it finds there.

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::{Instance, InstanceStatus};
use dms_api::operation::encode;

use super::names::{self, FIRST, Names, Reach};
use super::places;
use super::rank::{Best, Distance, Rank, Words};
use super::result::{Found, Kind};
use crate::i18n::{Locale, locale, number, plural, search as text, t, tf};
use crate::pages::instances::Instances;
use crate::prelude::*;
use crate::routes::{RocketMqPage, Route};
use crate::shell::{About, Search};

/// More results than these are not read, but typed on.
const MOST: usize = 50;
/// Ids of RocketMQ's messages have 32 digits; older clients' had fewer.
const ID_DIGITS: usize = 24;
/// A page found by what one does there comes after those found by their names.
const BY_TASK: Distance = 4;

/// Instances that this tab has not shown and whose first names are asked for all the same.
const OTHERS: usize = 8;
/// Names of instances in the footer; more are counted.
const NAMED: usize = 2;

/// Where the search looks.
#[derive(Clone, Copy)]
pub struct Sources {
    here: Signal<Option<About>>,
    instances: Instances,
    visited: ReadSignal<Vec<About>>,
    /// Instances in use that this tab has not shown.
    others: Memo<Vec<About>>,
    names: Memo<AllNames>,
    first: Memo<AllNames>,
}

/// Compared by identity.
#[derive(Clone, Default)]
struct AllNames(Arc<Vec<(About, Vec<Names>)>>);

impl PartialEq for AllNames {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The sources of a dialog that has been opened. Names are asked for once they are `wanted`.
pub fn use_sources(search: Search, instances: Instances, wanted: Signal<bool>) -> Sources {
    let visited = search.visited;
    let wanted_once = Memo::new(move |before: Option<&bool>| before == Some(&true) || wanted.get());
    let all = move |abouts: Vec<About>, of: fn(&About) -> Vec<Names>| {
        AllNames(Arc::new(abouts.into_iter().map(|about| (about.clone(), of(&about))).collect()))
    };
    let names = Memo::new(move |_| {
        let visited = if wanted_once.get() { visited.get() } else { Vec::new() };
        all(visited, names::of)
    });
    let others = Memo::new(move |_| {
        let visited = visited.get();
        let about = |instance: &Arc<Instance>| About {
            id: instance.instance_id.clone(),
            engine: instance_engine(instance),
        };
        let in_use = |instance: &&Arc<Instance>| instance.status.is_in_use();
        let runs = |instance: &Arc<Instance>| instance.status == InstanceStatus::Running;
        let all: Vec<Arc<Instance>> = instances.all().iter().filter(in_use).cloned().collect();
        let well_first = crate::order::in_order(&all, |a, b| runs(b).cmp(&runs(a)));
        well_first.iter().map(about).filter(|about| !visited.contains(about)).collect::<Vec<_>>()
    });
    let first = Memo::new(move |_| {
        let others = if wanted_once.get() { others.get() } else { Vec::new() };
        all(others.into_iter().take(OTHERS).collect(), names::first_of)
    });
    Sources { here: search.subject.about().into(), instances, visited, others, names, first }
}

impl Sources {
    /// What answers `typed`, best first. Tracked.
    pub fn find(self, typed: &str) -> Vec<Found> {
        let look = Look {
            words: Words::of(typed),
            here: self.here.get(),
            instances: self.instances.all(),
            locale: locale(),
        };
        let mut best = Best::new(MOST);
        look.for_a_message(typed.trim(), &mut best);
        look.in_pages(&mut best);
        look.in_instances(&mut best);
        self.names.with(|all| look.in_names(&all.0, &mut best));
        self.first.with(|all| look.in_names(&all.0, &mut best));
        best.take()
    }

    /// Whether names are on their way. Tracked.
    pub fn loading(self) -> bool {
        let loading =
            |all: &AllNames| all.0.iter().flat_map(|(_, names)| names).any(|names| (names.loading)());
        self.names.with(loading) || self.first.with(loading)
    }

    /// Whose names are searched, and whose are not, in words. Tracked.
    pub fn reach(self) -> String {
        let instances = self.instances.all();
        let named = |abouts: &[&About]| {
            if abouts.len() > NAMED {
                return tf(text::INSTANCES, &[("n", &number(abouts.len() as u64))]);
            }
            let names: Vec<String> =
                abouts.iter().map(|about| instance_name(&instances, &about.id)).collect();
            names.join(", ")
        };
        let visited = self.visited.get();
        let first = self.first.get();
        let reached = |wanted: Reach| {
            let least = |names: &[Names]| names.iter().map(|names| (names.reach)()).min();
            let fits = |(_, names): &&(About, Vec<Names>)| least(names) == Some(wanted);
            first.0.iter().filter(fits).map(|(about, _)| about).collect::<Vec<_>>()
        };
        let (whole, part) = (reached(Reach::Whole), reached(Reach::First));
        let silent = self.others.with(Vec::len).saturating_sub(whole.len() + part.len());
        let mut parts = Vec::new();
        if !visited.is_empty() {
            let names = named(&visited.iter().collect::<Vec<_>>());
            parts.push(tf(text::NAMES_OF, &[("instances", &names)]));
        }
        if !whole.is_empty() {
            parts.push(tf(text::NAMES_WHOLE, &[("instances", &named(&whole))]));
        }
        if !part.is_empty() {
            parts.push(tf(text::NAMES_FIRST, &[("n", &number(FIRST)), ("instances", &named(&part))]));
        }
        if silent > 0 && !first.0.is_empty() {
            parts.push(plural(silent as u64, text::NAMES_NOT_ONE, text::NAMES_NOT_OTHER));
        }
        match parts.is_empty() {
            true => t(text::NO_NAMES).to_owned(),
            false => parts.join(" · "),
        }
    }
}

/// What a page is found by.
struct Page {
    names: [String; 2],
    tasks: &'static str,
}

/// One look for some words.
struct Look {
    words: Words,
    here: Option<About>,
    instances: Arc<Vec<Arc<Instance>>>,
    locale: Locale,
}

impl Look {
    fn rank(&self, distance: Distance, about: Option<&About>, kind: Kind, name: &str) -> Rank {
        // Before anything is typed, the order is that of the sources.
        let length = if self.words.is_empty() { 0 } else { name.len() };
        Rank { distance, is_down: false, is_away: about != self.here.as_ref(), kind: kind as u8, length }
    }

    /// In a RocketMQ instance, what happened to a message is a question of its own.
    fn for_a_message(&self, typed: &str, best: &mut Best<Found>) {
        let here = self.here.as_ref().filter(|here| here.engine == Engine::RocketMq);
        let is_id = typed.len() >= ID_DIGITS && typed.bytes().all(|b| b.is_ascii_hexdigit());
        let (Some(here), true) = (here, is_id) else { return };
        best.offer(self.rank(0, Some(here), Kind::Trace, ""), || {
            let page = Route::RocketMq { instance: here.id.clone(), page: RocketMqPage::Trace };
            Found {
                kind: Kind::Trace,
                name: tf(text::TRACE_OF, &[("id", &typed)]),
                beside: instance_name(&self.instances, &here.id),
                href: format!("{}?id={}", page.href(), encode(typed)),
            }
        });
    }

    /// Those of the instance that is shown, and of the others once something is typed.
    fn in_pages(&self, best: &mut Best<Found>) {
        for engine in [Engine::Kafka, Engine::RocketMq] {
            let mut about = About { id: String::new(), engine };
            let pages: Vec<_> = places::of(&about).iter().map(|route| self.page(route)).collect();
            let all = self.instances.iter().filter(|instance| instance_engine(instance) == engine);
            for instance in all {
                about.id.clone_from(&instance.instance_id);
                if self.words.is_empty() && self.here.as_ref() != Some(&about) {
                    continue;
                }
                // Where an instance does not run, only its overview has something to show.
                let most = if instance.status.is_in_use() { pages.len() } else { 1 };
                let is_down = is_down(instance);
                for (i, page) in pages.iter().take(most).enumerate() {
                    self.offer_page(page, Some((&about, shown_name(instance), is_down)), best, || {
                        places::of(&about).get(i).map(Route::href).unwrap_or_default()
                    });
                }
            }
        }
        for route in places::general() {
            self.offer_page(&self.page(&route), None, best, || route.href());
        }
    }

    fn page(&self, route: &Route) -> Page {
        Page { names: places::names(route, self.locale), tasks: places::tasks(route) }
    }

    fn offer_page(
        &self,
        page: &Page,
        of: Option<(&About, &str, bool)>,
        best: &mut Best<Found>,
        href: impl FnOnce() -> String,
    ) {
        let beside = of.map_or("", |(_, instance, _)| instance);
        let by_name =
            page.names.iter().filter_map(|name| self.words.distance(name, &[beside, page.tasks])).min();
        let by_task = || self.words.distance(page.tasks, &[beside]).map(|distance| distance + BY_TASK);
        let (Some(distance), [shown, _]) = (by_name.or_else(by_task), &page.names) else { return };
        let rank = self.rank(distance, of.map(|(about, ..)| about), Kind::Page, shown);
        let rank = Rank { is_down: of.is_some_and(|(.., is_down)| is_down), ..rank };
        best.offer(rank, || Found {
            kind: Kind::Page,
            name: shown.clone(),
            beside: beside.to_owned(),
            href: href(),
        });
    }

    fn in_instances(&self, best: &mut Best<Found>) {
        for instance in self.instances.iter() {
            let (name, engine) = (shown_name(instance), instance_engine(instance));
            let engine_word = if engine == Engine::RocketMq { "RocketMQ" } else { "Kafka" };
            let id = instance.instance_id.as_str();
            let by_id = self.words.distance(id, &[]);
            let by_name = self.words.distance(name, &[engine_word]);
            let Some(distance) = by_name.into_iter().chain(by_id).min() else { continue };
            let rank = Rank { is_down: is_down(instance), ..self.rank(distance, None, Kind::Instance, name) };
            best.offer(rank, || {
                let instance = id.to_owned();
                let to = match engine {
                    Engine::RocketMq => Route::rocketmq(instance),
                    _ => Route::Kafka { instance },
                };
                let beside = engine_word.to_owned();
                Found { kind: Kind::Instance, name: name.to_owned(), beside, href: to.href() }
            });
        }
    }

    fn in_names(&self, all: &[(About, Vec<Names>)], best: &mut Best<Found>) {
        for (about, kinds) in all {
            let instance = instance_name(&self.instances, &about.id);
            for names in kinds {
                (names.each)(&mut |name| {
                    let beside = [instance.as_str()];
                    let Some(distance) = self.words.distance(name, &beside) else { return };
                    best.offer(self.rank(distance, Some(about), names.kind, name), || Found {
                        kind: names.kind,
                        name: name.to_owned(),
                        beside: instance.clone(),
                        href: (names.href)(&about.id, name),
                    });
                });
            }
        }
    }
}

fn instance_engine(instance: &Instance) -> Engine {
    if instance.engine == Engine::Kafka.as_str() { Engine::Kafka } else { Engine::RocketMq }
}

/// Failed, frozen, being created or deleted: what there is to do is elsewhere.
fn is_down(instance: &Instance) -> bool {
    !instance.status.is_in_use()
}

fn shown_name(instance: &Instance) -> &str {
    if instance.name.is_empty() { &instance.instance_id } else { &instance.name }
}

/// The name of the instance with this id; the id where it is not in the list.
fn instance_name(instances: &[Arc<Instance>], id: &str) -> String {
    let known = instances.iter().find(|instance| instance.instance_id == id);
    known.map_or(id, |instance| shown_name(instance)).to_owned()
}
