//! The instances that this tab has shown.

use crate::prelude::*;
use crate::shell::crumbs::{About, Subject};

/// So many are remembered: the search reads the names of everything in each.
const MOST: usize = 4;

/// The latest first. Gone with the tab.
pub fn use_visited(subject: Subject) -> ReadSignal<Vec<About>> {
    let (visited, set_visited) = signal(Vec::new());
    Effect::new(move |_| {
        if let Some(about) = subject.about().get() {
            set_visited.update(|all| visit(all, about));
        }
    });
    visited
}

fn visit(all: &mut Vec<About>, about: About) {
    all.retain(|other| *other != about);
    all.insert(0, about);
    all.truncate(MOST);
}

#[cfg(test)]
mod tests {
    use dms_api::Engine;

    use super::*;

    #[test]
    fn the_latest_come_first_and_once() {
        let mut all = Vec::new();
        for id in ["a", "b", "a", "c", "d", "e"] {
            visit(&mut all, About { id: id.to_owned(), engine: Engine::Kafka });
        }
        assert_eq!(all.iter().map(|about| about.id.as_str()).collect::<Vec<_>>(), ["e", "d", "c", "a"]);
    }
}
