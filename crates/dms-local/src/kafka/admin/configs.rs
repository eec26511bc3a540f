//! Topic configurations under Kafka's own names.

use std::collections::BTreeMap;

use krafka::admin::{ConfigOp, ConfigResource, DescribeConfigsOptions, IncrementalAlterConfigsOptions};

use super::{Admin, KafkaError};

/// One configuration of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigEntry {
    /// The value in effect; empty where the broker hides it.
    pub value: String,
    /// Set on the topic itself, not the cluster's default.
    pub overridden: bool,
}

impl Admin {
    /// Every configuration of a topic, defaults included, by Kafka's name.
    ///
    /// # Errors
    /// `UnknownTopic`, `Unavailable`.
    pub async fn topic_configs(&self, topic: &str) -> Result<BTreeMap<String, ConfigEntry>, KafkaError> {
        let mut all = self.configs_of(&[topic.to_owned()], &[]).await?;
        all.pop().map_or_else(
            || {
                Err(KafkaError::new(
                    format!("topic {topic}"),
                    krafka::KrafkaError::timeout("DescribeConfigs"),
                ))
            },
            |(_, configs)| configs,
        )
    }

    /// The configurations `names` (all, when empty) of several topics in one call, in the order of `topics`.
    ///
    /// # Errors
    /// `Unavailable`; a topic that is not there fails alone, with `UnknownTopic`.
    #[allow(clippy::type_complexity)]
    pub async fn configs_of(
        &self,
        topics: &[String],
        names: &[&str],
    ) -> Result<Vec<(String, Result<BTreeMap<String, ConfigEntry>, KafkaError>)>, KafkaError> {
        let mut options = DescribeConfigsOptions::default();
        if !names.is_empty() {
            options = options.config_names(names.iter().map(|&name| name.to_owned()).collect());
        }
        let mut answers = self
            .client
            .describe_configs(topics.iter().map(ConfigResource::topic), options)
            .await
            .map_err(|error| KafkaError::new("topic configurations", error))?;
        let found = topics.iter().filter_map(|topic| {
            let entries = answers.remove(&ConfigResource::topic(topic))?;
            let configs =
                entries.map_err(|error| KafkaError::new(format!("topic {topic}"), error)).map(by_name);
            Some((topic.clone(), configs))
        });
        Ok(found.collect())
    }

    /// Changes configurations of a topic at once: `Some` sets one, `None` returns it to the default. Others stay.
    ///
    /// # Errors
    /// `UnknownTopic`, `InvalidConfig` (then nothing is changed), `Unavailable`.
    pub async fn alter_topic(
        &self,
        topic: &str,
        changes: &BTreeMap<String, Option<String>>,
    ) -> Result<(), KafkaError> {
        let subject = format!("topic {topic}");
        let operations = changes.iter().map(|(name, value)| match value {
            Some(value) => ConfigOp::set(name, value),
            None => ConfigOp::delete(name),
        });
        let answers = self
            .client
            .incremental_alter_configs(
                [(ConfigResource::topic(topic), operations.collect())],
                IncrementalAlterConfigsOptions::default(),
            )
            .await
            .map_err(|error| KafkaError::new(subject.clone(), error))?;
        let answers = answers.into_iter().map(|(resource, answer)| (resource.name, answer)).collect();
        super::answer_for(answers, topic, &subject)
    }
}

/// `DYNAMIC_TOPIC_CONFIG` of Kafka's `ConfigEntry.ConfigSource`.
const TOPIC_SOURCE: i8 = 1;

fn by_name(entries: Vec<krafka::admin::ConfigEntry>) -> BTreeMap<String, ConfigEntry> {
    let entries = entries.into_iter().map(|entry| {
        let overridden = entry.config_source == TOPIC_SOURCE;
        (entry.name, ConfigEntry { value: entry.value.unwrap_or_default(), overridden })
    });
    entries.collect()
}
