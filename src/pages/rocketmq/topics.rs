//! Topics of a RocketMQ instance: `/rocketmq/{instance}/topics`, `…/new`, `…/{topic}`.

mod columns;
mod create;
mod delete;
mod detail;
mod draft;
mod edit;
mod list;
mod new_draft;
mod new_form;
mod panel;
mod queues;
mod source;
mod subscribers;
mod words;

pub use create::NewTopicPage;
pub use detail::TopicPage;
pub use list::TopicsPage;
pub use source::{Topics, use_topics};
pub use subscribers::{Subscriptions, use_subscribers};
pub use words::{Kind, kind_view, topics_and_groups};
