//! Fetching chunks before anyone asks: a click never waits for one, and a network that fails later stops nobody.

use std::time::Duration;

use super::{AnyChunk, State};
use crate::prelude::*;

/// Time for the first page to show what it is about, and for its requests to have the network to themselves.
const AFTER: Duration = Duration::from_secs(2);

/// Fetches these chunks, one after the other, once the page has been there for a while.
pub fn prefetch(chunks: &'static [AnyChunk]) {
    set_timeout(move || next(chunks), AFTER);
}

/// Fetches the first chunk, and the others when it has come or failed.
fn next(chunks: &'static [AnyChunk]) {
    let Some((first, others)) = chunks.split_first() else { return };
    first.fetch();
    Effect::new(move |done: Option<bool>| {
        let settled = matches!(first.state(), State::Here | State::Failed);
        if settled && done != Some(true) {
            next(others);
        }
        done == Some(true) || settled
    });
}
