//! The RocketMQ data plane: what the REST handlers ask a RocketMQ cluster for, and the store that answers.
//!
//! ```text
//! REST handlers -> RocketmqCluster <- Emulated (SQLite, in this process)
//! demo, /__local/rocketmq -> Emulated's clients: producers, consumers, transactions
//! ```
//!
//! * [`RocketmqCluster`]: administration as RocketMQ's own tools have it: topics, groups, positions, messages,
//!   traces, users. A broker outside this process can stand behind it, too.
//! * [`Emulated`]: **no broker and no wire protocol**, but a store that behaves as one. Real in it: queues with
//!   offsets, round-robin and sharding, tags, keys, properties, checksums and message ids; groups whose connected
//!   clients share the queues; positions and lag; retries into `%RETRY%group` with growing `reconsume_times` and
//!   RocketMQ's delays; dead letters in `%DLQ%group`; delayed and transactional messages; traces; access control.
//!   Simplified: a broadcast group has one position for all its clients; conditions of `SQL92` let everything pass.
//! * [`Clusters`]: the clusters of the instances that run.
//!
//! Every change is one SQLite transaction with `synchronous = FULL`: what was acknowledged is on disk. Which clients
//! are connected is not kept.

mod cluster;
mod clusters;
mod emulated;
mod error;
pub(crate) mod migration;

pub use cluster::{Found, MessageQuery, NewGroup, Page, Place, RocketmqCluster, StoredUser, Topic};
pub use clusters::Clusters;
pub(crate) use clusters::run;
pub(crate) use emulated::right;
pub use emulated::{Credentials, Draft, Emulated, Outcome, Session, TransactionEnd};
pub use error::RocketmqError;
