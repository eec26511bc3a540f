//! The pages on which one Kafka instance is looked after, below `/kafka/{instance}`.

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ManagePage {
    /// `…/brokers`: the brokers and their disks.
    Brokers,
    /// `…/monitoring`: what the monitoring service measures, and under which names.
    Monitoring,
    /// `…/settings`
    Settings,
    /// `…/resize`
    Resize,
    /// `…/tasks`
    Tasks,
    /// `…/reassign`: moving partitions between brokers; of which topics is in the query.
    Reassign,
    /// `…/compare`: the settings of two topics, which are in the query.
    CompareTopics,
}

impl ManagePage {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Brokers,
        Self::Monitoring,
        Self::Settings,
        Self::Resize,
        Self::Tasks,
        Self::Reassign,
        Self::CompareTopics,
    ];

    /// The segment after the instance.
    pub fn segment(self) -> &'static str {
        match self {
            Self::Brokers => "brokers",
            Self::Monitoring => "monitoring",
            Self::Settings => "settings",
            Self::Resize => "resize",
            Self::Tasks => "tasks",
            Self::Reassign => "reassign",
            Self::CompareTopics => "compare",
        }
    }

    /// Reads the segment after the instance.
    pub fn parse(segment: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.segment() == segment)
    }
}
