//! How pages get and change data.
//!
//! A page asks with [`use_query`] or [`use_paged`] and changes with [`use_mutation`]; nothing else sends
//! requests. Below: a cache that keeps the last good answer and shares requests in flight, then the client,
//! which signs, retries reads, and notes every call in the [`journal`].

mod cache;
mod client;
mod failure;
pub mod journal;
mod mutation;
mod paged;
mod query;

pub use failure::{ApiError, ApiFailure};
pub use mutation::{Mutation, mutate, use_mutation};
pub use paged::{Page, PageAt, Paged, Progress, use_paged};
pub use query::{Query, use_query};
