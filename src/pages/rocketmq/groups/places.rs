//! How far a group is in each queue of each topic. Pure.

use dms_api::models::rocketmq::Consumption;

/// A group in one queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub topic: String,
    pub broker: String,
    pub queue: u32,
    /// The next message it gets; `None` where it has never been.
    pub position: Option<i64>,
    /// The next message's offset.
    pub end: i64,
    /// Messages not yet consumed; `None` where that is not known.
    pub lag: Option<i64>,
    /// When the queue's newest message was stored, epoch milliseconds; `None` for never.
    pub last: Option<i64>,
    /// The client that the queue is assigned to; only newer editions tell.
    pub client: Option<String>,
}

impl Place {
    /// What tells it from others.
    pub fn key(&self) -> String {
        format!("{}/{}/{}", self.topic, self.broker, self.queue)
    }
}

/// A group in one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicPlace {
    pub topic: String,
    /// `None` while it is not known.
    pub queues: Option<usize>,
    /// `None` while it is not known, or where a queue's is not.
    pub lag: Option<i64>,
    /// Why it is not known.
    pub failure: Option<String>,
}

/// The queues of a topic, in the order of brokers and numbers. A negative number is none.
pub fn places(topic: &str, answer: &Consumption) -> Vec<Place> {
    let brokers = answer.brokers.iter().flatten();
    let all: Vec<Place> = brokers
        .flat_map(|broker| {
            broker.queues.iter().map(|queue| Place {
                topic: topic.to_owned(),
                broker: broker.broker_name.clone(),
                queue: queue.id,
                position: Some(queue.consumer_offset).filter(|at| *at >= 0),
                end: queue.broker_offset.max(0),
                lag: Some(queue.lag).filter(|lag| *lag >= 0),
                last: queue.last_message().map(|at| at.ms()),
                client: queue.client_id.clone().filter(|id| !id.is_empty()),
            })
        })
        .collect();
    crate::order::in_order(&all, |a, b| {
        crate::ui::natural_cmp(&a.broker, &b.broker).then_with(|| a.queue.cmp(&b.queue))
    })
}

/// What the queues of one topic add up to.
pub fn topic_place(topic: &str, places: &[Place]) -> TopicPlace {
    let own: Vec<&Place> = places.iter().filter(|place| place.topic == topic).collect();
    TopicPlace {
        topic: topic.to_owned(),
        queues: Some(own.len()),
        lag: own.iter().map(|place| place.lag).sum(),
        failure: None,
    }
}

/// What is known of the lag over all topics, and whether that is all of it.
pub fn total(topics: &[TopicPlace]) -> (i64, bool) {
    topics.iter().fold((0, true), |(sum, all), topic| match topic.lag {
        Some(lag) => (sum.saturating_add(lag), all),
        None => (sum, false),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::record::FromAnswer;

    fn answer(queues: serde_json::Value) -> Consumption {
        Consumption::from_answer(
            &serde_json::json!({"brokers": {"broker_name": "broker-0", "queues": queues}}),
        )
    }

    #[test]
    fn negative_numbers_are_not_shown_as_numbers() {
        let answer = answer(serde_json::json!([
            {"id": 1, "lag": "7", "broker_offset": 10, "consumer_offset": 3, "last_message_time": 1000},
            {"id": 0, "lag": -1, "broker_offset": 4, "consumer_offset": -1, "last_message_time": 0, "client_id": ""},
        ]));
        let places = places("%RETRY%g", &answer);
        let shown: Vec<_> = places.iter().map(|p| (p.queue, p.position, p.lag, p.last)).collect();
        assert_eq!(shown, [(0, None, None, None), (1, Some(3), Some(7), Some(1000))]);
        assert_eq!(places.iter().filter_map(|p| p.client.as_ref()).count(), 0);
        assert_eq!(topic_place("%RETRY%g", &places).lag, None, "a part is not known");
    }

    #[test]
    fn what_is_known_adds_up() {
        let topic = |lag| TopicPlace { topic: "t".into(), queues: Some(1), lag, failure: None };
        assert_eq!(total(&[topic(Some(3)), topic(Some(4))]), (7, true));
        assert_eq!(total(&[topic(Some(3)), topic(None)]), (3, false));
        assert_eq!(total(&[]), (0, true));
    }
}
