//! Topics of a Kafka instance: `/kafka/{instance}/topics`, `…/new`, `…/{topic}`, `…/{topic}/edit`.

mod columns;
mod create;
mod csv;
mod delete;
mod detail;
mod draft;
mod edit;
mod fields;
mod form;
mod list;
mod panel;
mod partitions;
mod settings;
mod source;
mod totals;

pub use create::NewTopicPage;
pub use csv::export_topics;
pub use delete::{DeleteTopicsDialog, DeleteTopicsDialogProps};
pub use detail::TopicPage;
pub use edit::EditTopicPage;
pub use list::TopicsPage;
pub use panel::{TopicPanel, TopicPanelProps};
pub use source::{Topics, use_topics};
