//! How pages get and change data.
//!
//! A page asks with [`use_query`] or [`use_paged`] and changes with [`use_mutation`]; nothing else sends
//! requests. Below: a cache that keeps the last good answer and shares requests in flight, then the client,
//! which signs, retries reads, and notes every call in the [`journal`].

mod affected;
mod auth;
mod cache;
pub mod client;
pub mod curl;
mod each;
mod failure;
pub mod journal;
mod mutation;
mod once;
mod outage;
mod paged;
mod plan;
mod query;
mod retry;
pub mod transport;
mod version_1;

pub use cache::{forget_everything, prefer_kept, resume};
pub use each::{Each, Told, use_each};
pub use failure::{ApiError, ApiFailure};
pub use mutation::{Mutation, ask, mutate, mutate_each, use_mutation};
pub use once::{all, read_once, when_resumed};
pub use outage::try_again_by_itself;
pub use paged::{Page, PageAt, Paged, Paging, Progress, use_paged};
pub use query::{Query, use_query};
