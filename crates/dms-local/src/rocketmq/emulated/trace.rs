//! What happened to messages.

use dms_api::models::rocketmq::{MessageKind, MessageProperty, Trace, TraceType, TransactionState};
use dms_api::record::{Lenient, Millis};
use rusqlite::{Connection, OptionalExtension};

use super::append::Draft;
use super::clients::Session;
use super::consume::Outcome;
use super::ids;
use crate::rocketmq::{Place, RocketmqError};

/// Everything about one message, by either of its ids, oldest first.
pub(super) fn of(c: &Connection, id: &str) -> Result<Vec<Trace>, RocketmqError> {
    let stored: Option<String> = c
        .prepare_cached("SELECT unique_key FROM messages WHERE msg_id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    let mut query = c.prepare_cached("SELECT entry FROM traces WHERE unique_key = ?1 ORDER BY at, id")?;
    let rows = query.query_map([stored.as_deref().unwrap_or(id)], |row| row.get::<_, String>(0))?;
    let mut found = Vec::new();
    for entry in rows {
        found.extend(Trace::read(&serde_json::from_str(&entry?)?));
    }
    Ok(found)
}

fn add(c: &Connection, trace: &Trace) -> Result<(), RocketmqError> {
    c.prepare_cached("INSERT INTO traces (unique_key, msg_id, at, entry) VALUES (?1, ?2, ?3, ?4)")?.execute(
        (&trace.msg_id, &trace.offset_msg_id, trace.timestamp.ms(), serde_json::to_string(trace)?),
    )?;
    Ok(())
}

/// What every entry says of its message.
fn about(draft: &Draft, place: &Place, kind: MessageKind) -> Trace {
    let text = |name: &str| draft.property(name).unwrap_or_default().to_owned();
    Trace {
        success: true,
        topic: draft.topic.clone(),
        msg_id: place.unique_key.clone(),
        offset_msg_id: place.msg_id.clone(),
        tags: text(MessageProperty::TAGS),
        keys: text(MessageProperty::MESSAGE_KEYS),
        store_host: ids::store_host(&place.broker),
        body_length: draft.body.len() as u64,
        msg_type: kind,
        ..Trace::default()
    }
}

/// A host without its port.
fn host(address: &str) -> String {
    address.rsplit_once(':').map_or(address, |(host, _)| host).to_owned()
}

/// A producer's entry.
pub(super) fn published(
    c: &Connection,
    draft: &Draft,
    place: &Place,
    kind: MessageKind,
    what: TraceType,
    now: i64,
) -> Result<(), RocketmqError> {
    // How long sending took is not measured here: a few milliseconds, the same for the same message.
    let cost = 2 + u64::from(ids::hash(&place.unique_key) % 20);
    let trace = Trace {
        trace_type: what,
        // It is stored now: sending began before.
        timestamp: Millis(now.saturating_sub(i64::try_from(cost).unwrap_or_default())),
        group_name: draft.producer.clone(),
        cost_time: cost,
        request_id: place.unique_key.clone(),
        client_host: host(&draft.born_host),
        ..about(draft, place, kind)
    };
    add(c, &trace)
}

/// How a transaction ended.
pub(super) fn ended(
    c: &Connection,
    draft: &Draft,
    place: &Place,
    id: &str,
    (state, checked): (TransactionState, bool),
    now: i64,
) -> Result<(), RocketmqError> {
    let trace = Trace {
        trace_type: TraceType::EndTransaction,
        timestamp: Millis(now),
        group_name: draft.producer.clone(),
        request_id: place.unique_key.clone(),
        client_host: host(&draft.born_host),
        transaction_state: Some(state),
        transaction_id: Some(id.to_owned()),
        from_transaction_check: checked,
        ..about(draft, place, MessageKind::TransactionCommit)
    };
    add(c, &trace)
}

/// The first entry of a consumer that does not end, once.
pub(super) fn begun(
    c: &Connection,
    session: &Session,
    draft: &Draft,
    place: &Place,
    now: i64,
) -> Result<(), RocketmqError> {
    let there: bool = c
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM traces WHERE unique_key = ?1 AND msg_id = ?2
             AND json_extract(entry, '$.group_name') = ?3)",
        )?
        .query_row((&place.unique_key, &place.msg_id, &session.group), |row| row.get(0))?;
    if there { Ok(()) } else { consumed(c, session, draft, place, Outcome::Stuck, now) }
}

/// A consumer's two entries, or the first alone while it does not end.
pub(super) fn consumed(
    c: &Connection,
    session: &Session,
    draft: &Draft,
    place: &Place,
    outcome: Outcome,
    now: i64,
) -> Result<(), RocketmqError> {
    let attempt = ids::count(c, "attempt", 1)?;
    let before = Trace {
        trace_type: TraceType::SubBefore,
        timestamp: Millis(now),
        group_name: session.group.clone(),
        request_id: format!("{:024X}{:08X}", now, attempt & 0xFFFF_FFFF),
        client_host: host(&session.address),
        retry_times: draft.reconsumed,
        ..about(draft, place, MessageKind::Normal)
    };
    add(c, &before)?;
    let Some((status, cost)) = outcome.ended() else { return Ok(()) };
    let after = Trace {
        success: status == 0,
        trace_type: TraceType::SubAfter,
        timestamp: Millis(now.saturating_add(i64::try_from(cost).unwrap_or_default())),
        cost_time: cost,
        consume_status: status,
        ..before
    };
    add(c, &after)
}
