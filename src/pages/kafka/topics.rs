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
mod grow;
mod list;
mod panel;
mod partitions;
mod peek;
mod rights;
mod settings;
mod source;
mod totals;
mod writing;

pub use create::NewTopicPage;
pub use csv::export_topics;
pub use delete::{DeleteTopicsDialog, DeleteTopicsDialogProps};
pub use detail::TopicPage;
pub use edit::EditTopicPage;
pub use list::TopicsPage;
pub use panel::{TopicPanel, TopicPanelProps};
pub use peek::{PeekProps, peek_cell};
pub use settings::setting_values;
pub use source::{Lookup, Topics, lookup, use_kafka_choices, use_topics};
