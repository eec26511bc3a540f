//! Messages, traces, dead letters (R5.4).

use std::sync::Arc;

use dms_api::models::rocketmq::{
    ExportedMessages, Message, MessageList, ResendResult, ResendResults, SentMessage, TraceList,
};
use dms_api::ops::rocketmq::{ExportBody, ResendBody, SendBody, VerifyBody};

use super::rocketmq::{Asked, check, cut, neighbours, page};
use crate::call::Call;
use crate::fail::{Code, Fail};
use crate::rocketmq::{Draft, MessageQuery, Page};
use crate::service::Service;

/// Most dead letters of one export without ids.
const EXPORT: u32 = 1000;

/// `rocketmq.ListMessages`.
pub async fn list(service: Arc<Service>, call: Call) -> Result<MessageList, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let text = |name: &str| call.query(name).map(str::to_owned);
    let query = MessageQuery {
        topic: text("topic").ok_or_else(|| Code::PARAMETER.because("topic"))?,
        from: call.number("start_time")?,
        until: call.number("end_time")?,
        key: text("key"),
        queue: call.number("queue")?,
        id: text("msg_id"),
    };
    if query.id.is_none() && (query.from.is_none() || query.until.is_none()) {
        return Err(Code::PARAMETER.because("start_time and end_time are needed without msg_id"));
    }
    if query.from.zip(query.until).is_some_and(|(from, until)| from > until) {
        return Err(Code::TIMESTAMP.because("start_time is after end_time"));
    }
    let page = page(&call, 10)?;
    let found = asked.ask(move |cluster, _| cluster.messages(&query, page)).await?;
    Ok(MessageList { messages: found.items, total: found.total })
}

/// `rocketmq.ShowTrace`.
pub async fn trace(service: Arc<Service>, call: Call) -> Result<TraceList, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let id = call.query("msg_id").ok_or_else(|| Code::PARAMETER.because("msg_id"))?.to_owned();
    let page = match call.query("limit") {
        Some(_) => page(&call, 10)?,
        None => Page { offset: call.number("offset")?.unwrap_or(0), ..Page::ALL },
    };
    let found = cut(asked.ask(move |cluster, _| cluster.trace(&id)).await?, page);
    let (next_offset, previous_offset) = neighbours(page, found.total);
    Ok(TraceList {
        trace: found.items,
        total: Some(found.total),
        next_offset: Some(next_offset),
        previous_offset: Some(previous_offset),
    })
}

/// `rocketmq.ExportDeadLetters`. Ids that are not there are left out.
pub async fn export(service: Arc<Service>, call: Call) -> Result<ExportedMessages, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let body: ExportBody = call.body()?;
    if body.topic.is_empty() {
        return Err(Code::PARAMETER.because("topic"));
    }
    let ids: Vec<String> = body.msg_id_list.into_iter().chain(body.uniq_key_list).collect();
    let topic = body.topic;
    let messages = asked.ask(move |cluster, _| {
        let query = |id| MessageQuery { topic: topic.clone(), id, ..MessageQuery::default() };
        if ids.is_empty() {
            return Ok(cluster.messages(&query(None), Page { offset: 0, limit: EXPORT })?.items);
        }
        let mut all: Vec<Message> = Vec::new();
        for id in ids {
            let found = cluster.messages(&query(Some(id)), Page::ALL)?.items;
            all.extend(
                found
                    .into_iter()
                    .filter(|message| !all.iter().any(|m| m.msg_id == message.msg_id))
                    .collect::<Vec<_>>(),
            );
        }
        Ok(all)
    });
    Ok(ExportedMessages(messages.await?))
}

fn success(msg_id: String) -> ResendResult {
    let (error_code, error_message) = (ResendResult::SUCCESS.to_owned(), "Success.".to_owned());
    ResendResult { msg_id, error_code, error_message, ..Default::default() }
}

fn failure(msg_id: String, code: Code, why: &str) -> ResendResult {
    ResendResult {
        msg_id,
        error_code: code.code.to_owned(),
        error_message: why.to_owned(),
        ..Default::default()
    }
}

/// `rocketmq.ResendDeadLetters`.
pub async fn resend(service: Arc<Service>, call: Call) -> Result<ResendResults, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let body: ResendBody = call.body()?;
    check(body.check())?;
    let (topic, ids) = (body.topic, body.msg_id_list.clone());
    let sent = asked.ask(move |cluster, now| cluster.resend(&topic, &ids, now)).await?;
    let result = |(id, sent): (String, bool)| {
        if sent { success(id) } else { failure(id, Code::PARAMETER, "There is no such dead letter.") }
    };
    Ok(ResendResults { resend_results: body.msg_id_list.into_iter().zip(sent).map(result).collect() })
}

/// `rocketmq.VerifyConsumption`.
pub async fn verify(service: Arc<Service>, call: Call) -> Result<ResendResults, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let body: VerifyBody = call.body()?;
    check(body.check())?;
    let mut resend_results = Vec::with_capacity(body.msg_id_list.len());
    for id in body.msg_id_list {
        let (group, client, topic) = (body.group.clone(), body.client_id.clone(), body.topic.clone());
        let one = id.clone();
        let outcome = asked
            .ask(move |cluster, now| cluster.verify(&group, &client, topic.as_deref(), &one, now))
            .await?;
        resend_results.push(match outcome {
            Ok(()) => success(id),
            Err(why) => {
                failure(id, Code::CONSUMING_FAILED, &format!("Failed to consume messages due to {why}."))
            }
        });
    }
    Ok(ResendResults { resend_results })
}

/// `rocketmq.SendMessage`.
pub async fn send(service: Arc<Service>, call: Call) -> Result<SentMessage, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let body: SendBody = call.body()?;
    check(body.check())?;
    let draft = Draft { properties: body.property_list, ..Draft::new(&body.topic, body.body.clone()) };
    let place = asked.ask(move |cluster, now| cluster.send(&draft, now)).await?;
    Ok(SentMessage {
        topic: body.topic,
        body: body.body,
        property_list: place.properties,
        msg_id: place.msg_id,
        queue_id: place.queue,
        queue_offset: place.offset,
        broker_name: place.broker,
    })
}
