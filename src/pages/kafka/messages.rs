//! Messages of a Kafka instance: `/kafka/{instance}/messages`, `…/messages/new`.

mod ask;
mod export;
mod filter;
mod message;
mod plan;
mod ring;
