//! What a person does, by area. Each test stands alone: it makes what it needs, and names it as no other does.

use crate::flow;
use crate::support::Flow;

mod sign_in;

/// Every test, in the order they run.
pub fn all() -> Vec<Flow> {
    vec![flow!(Demo, sign_in::the_local_dms_opens_in_one_click)]
}
