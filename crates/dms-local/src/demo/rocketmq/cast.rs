//! Topics, groups and users of the demo's RocketMQ instances.

use dms_api::models::rocketmq::{Message, MessageProperty};

use crate::rocketmq::{Credentials, Draft, Outcome, Session};

/// Orders and their states; no access control.
pub const TRADE: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b01";
/// Mail, SMS and app notifications; with access control.
pub const NOTIFY: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b02";
/// Both.
pub const INSTANCES: [&str; 2] = [TRADE, NOTIFY];
/// Key of every user of the demo.
pub const SECRET: &str = "Demo-2026!";

/// A topic.
pub struct DemoTopic {
    pub instance: &'static str,
    pub name: &'static str,
    pub queues: u32,
    pub description: &'static str,
    /// Messages of the first six hours.
    pub seeds: u32,
    /// Seconds between two messages, 0 for none any more.
    pub seconds: u64,
    pub transactional: bool,
    pub tags: &'static [&'static str],
}

const fn topic(instance: &'static str, name: &'static str, description: &'static str) -> DemoTopic {
    DemoTopic {
        instance,
        name,
        queues: 4,
        description,
        seeds: 120,
        seconds: 0,
        transactional: false,
        tags: &["new"],
    }
}

/// Every topic.
pub const TOPICS: &[DemoTopic] = &[
    DemoTopic {
        seeds: 400,
        seconds: 2,
        tags: &["created", "paid", "shipped"],
        queues: 8,
        ..topic(TRADE, "trade-orders", "订单状态变更")
    },
    DemoTopic {
        seeds: 160,
        seconds: 5,
        transactional: true,
        tags: &["payment"],
        ..topic(TRADE, "trade-payments", "Payments, one transaction each")
    },
    DemoTopic {
        seeds: 90,
        seconds: 12,
        tags: &["request"],
        ..topic(TRADE, "trade-refunds", "Refunds that customers ask for")
    },
    DemoTopic {
        seeds: 60,
        tags: &["reserve", "release"],
        ..topic(TRADE, "stock%eu|1", "Stock of the European warehouse")
    },
    DemoTopic { seeds: 0, ..topic(TRADE, "trade-archive", "") },
    DemoTopic {
        seeds: 200,
        seconds: 3,
        tags: &["order", "newsletter"],
        ..topic(NOTIFY, "notify-mail", "Mails to customers")
    },
    DemoTopic {
        seeds: 120,
        seconds: 7,
        tags: &["code", "delivery"],
        ..topic(NOTIFY, "notify-sms", "短信通知")
    },
    DemoTopic {
        seeds: 80,
        seconds: 9,
        tags: &["promotion"],
        ..topic(NOTIFY, "notify-push", "Notifications of the app")
    },
];

/// How a group deals with its messages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Habit {
    /// Keeps up.
    Follows,
    /// Falls behind.
    Lags,
    /// Never ends its first message.
    Stuck,
    /// Breaks at every third message.
    Breaks,
    /// Has gone after half of the messages.
    Away,
}

impl Habit {
    /// What a verification gets.
    pub const fn usual(self) -> Outcome {
        match self {
            Self::Stuck => Outcome::Stuck,
            Self::Breaks => Outcome::Exception,
            _ => Outcome::Success,
        }
    }

    /// What a message gets. A message that breaks the consumer breaks it at every attempt.
    pub fn deals_with(self, message: &Message) -> Outcome {
        match self {
            Self::Stuck => Outcome::Stuck,
            Self::Breaks if message.body_crc.is_multiple_of(3) => Outcome::Exception,
            _ => Outcome::Success,
        }
    }
}

/// A group.
pub struct DemoGroup {
    pub instance: &'static str,
    pub name: &'static str,
    pub topics: &'static [&'static str],
    pub expression: &'static str,
    pub clients: u8,
    pub habit: Habit,
    pub retry_max: u32,
    pub broadcast: bool,
    pub description: &'static str,
    /// User of its clients.
    pub user: &'static str,
}

const fn group(
    instance: &'static str,
    name: &'static str,
    topics: &'static [&'static str],
    habit: Habit,
) -> DemoGroup {
    DemoGroup {
        instance,
        name,
        topics,
        expression: "*",
        clients: 1,
        habit,
        retry_max: 16,
        broadcast: false,
        description: "",
        user: "",
    }
}

/// Every group.
pub const GROUPS: &[DemoGroup] = &[
    DemoGroup {
        clients: 2,
        description: "Moves orders on",
        ..group(TRADE, "order-processor", &["trade-orders", "trade-payments"], Habit::Follows)
    },
    DemoGroup {
        expression: "paid",
        description: "Writes invoices; behind since the new tax rules",
        ..group(TRADE, "invoice-writer", &["trade-orders"], Habit::Lags)
    },
    DemoGroup {
        description: "仓库同步，卡在第一条消息",
        ..group(TRADE, "warehouse-sync", &["stock%eu|1"], Habit::Stuck)
    },
    DemoGroup {
        retry_max: 2,
        description: "Fails on every third refund",
        ..group(TRADE, "refund-handler", &["trade-refunds"], Habit::Breaks)
    },
    DemoGroup { ..group(TRADE, "nightly-report", &["trade-orders"], Habit::Away) },
    DemoGroup {
        broadcast: true,
        clients: 3,
        description: "Every cache hears everything",
        ..group(TRADE, "price-cache", &["trade-orders"], Habit::Follows)
    },
    DemoGroup {
        clients: 2,
        user: "mail_service",
        ..group(NOTIFY, "mail-sender", &["notify-mail"], Habit::Follows)
    },
    DemoGroup {
        user: "sms_service",
        description: "运营商限流，消费缓慢",
        ..group(NOTIFY, "sms-sender", &["notify-sms"], Habit::Lags)
    },
    DemoGroup {
        retry_max: 3,
        user: "push_service",
        ..group(NOTIFY, "push-sender", &["notify-push"], Habit::Breaks)
    },
];

impl DemoGroup {
    /// Its clients.
    pub fn sessions(&self) -> impl Iterator<Item = Session> {
        (1..=self.clients).map(|n| {
            let mut session =
                Session::new(self.name, &format!("10.20.0.{n}@{}#{n}", 4000 + u32::from(n)), &[]);
            session.address = format!("10.20.0.{n}:{}", 41_000 + u32::from(n));
            session.subscriptions =
                self.topics.iter().map(|topic| ((*topic).to_owned(), self.expression.to_owned())).collect();
            session.credentials = (!self.user.is_empty())
                .then(|| Credentials { access_key: self.user.to_owned(), secret_key: SECRET.to_owned() });
            session
        })
    }
}

/// A user: name, administrator, white list, default right, rights to topics and to groups.
pub type DemoUser = (
    &'static str,
    bool,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
);

/// Users of the instance with access control.
pub const USERS: &[DemoUser] = &[
    ("notify_admin", true, "", "DENY", &[], &[]),
    ("mail_service", false, "", "DENY", &[("notify-mail", "PUB|SUB")], &["mail-sender"]),
    ("sms_service", false, "10.20.30.*", "DENY", &[("notify-sms", "PUB|SUB")], &["sms-sender"]),
    ("push_service", false, "", "SUB", &[("notify-push", "PUB|SUB")], &["push-sender"]),
    ("auditors", false, "10.99.*.*,192.168.7.{4,5}", "SUB", &[("notify-sms", "DENY")], &[]),
];

/// The `n`th message of a topic.
pub fn message(topic: &DemoTopic, n: u64, now: i64) -> Draft {
    let pick = |from: &'static [&'static str]| {
        usize::try_from(n).ok().and_then(|n| n.checked_rem(from.len())).and_then(|at| from.get(at)).copied()
    };
    let tag = pick(topic.tags).unwrap_or_default();
    let order = 100_000 + n % 900_000;
    let city = pick(&["Lyon", "Paris", "杭州", "Lille", "成都", "Nice"]).unwrap_or_default();
    let body = serde_json::json!({
        "event": format!("{}.{tag}", topic.name),
        "order": format!("LS-{order}"),
        "amount": format!("{}.{:02}", 5 + n * 7 % 400, n * 13 % 100),
        "city": city,
        "at": dms_api::time::iso(now),
    });
    let mut draft = Draft::new(topic.name, body.to_string());
    draft.set(MessageProperty::MESSAGE_KEYS, format!("LS-{order}"));
    draft.set(MessageProperty::TAGS, tag);
    draft.set("TRACE_ON", "true");
    draft.set("shop", (n % 40).to_string());
    draft.producer = format!("{}-producer", topic.name.split(['%', '|']).next().unwrap_or_default());
    draft.born_host = format!("10.20.1.{}:{}", 1 + n % 9, 50_000 + n % 1000);
    draft
}
