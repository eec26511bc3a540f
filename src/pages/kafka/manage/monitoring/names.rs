//! The tree of names, and the query that a metric is asked for with. Pure.

use dms_api::models::kafka::{CesHierarchy, CesName, CesQueue};

/// The namespace of DMS in the monitoring service.
pub const NAMESPACE: &str = "SYS.DMS";
/// The list that only the instance itself is in.
const INSTANCES: &str = "instance_ids";

/// Everything that is measured and what fills it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// Nested ones follow the one that they are in.
    pub dimensions: Vec<Dimension>,
    instance: String,
    tree: CesHierarchy,
}

/// Something that is measured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dimension {
    pub name: String,
    pub metrics: Vec<String>,
    /// The lists that its names come from, outermost first, without the instance.
    pub levels: Vec<String>,
    /// The dimensions that a query names, the instance first.
    router: Vec<String>,
}

impl Names {
    /// Sorts what the service answered.
    pub fn of(tree: &CesHierarchy) -> Self {
        let make = |name: &str, metrics: &[String], keys: &[String], router: &[String]| Dimension {
            name: name.to_owned(),
            metrics: metrics.to_vec(),
            levels: keys.iter().filter(|key| *key != INSTANCES).cloned().collect(),
            router: router.to_vec(),
        };
        let mut dimensions = Vec::new();
        for one in &tree.dimensions {
            dimensions.push(make(&one.name, &one.metrics, &one.key_name, &one.dim_router));
            let children = one.children.iter().flatten();
            dimensions.extend(children.map(|c| make(&c.name, &c.metrics, &c.key_name, &c.dim_router)));
        }
        let instance = tree.instance_ids.first().map(|id| id.name.clone()).unwrap_or_default();
        Self { dimensions, instance, tree: tree.clone() }
    }

    /// The dimension of that name, else the first.
    pub fn dimension(&self, name: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|d| d.name == name).or_else(|| self.dimensions.first())
    }

    /// What a level of a dimension can be, within what is picked for the levels above it.
    pub fn choices(&self, dimension: &Dimension, picked: &[String], level: usize) -> Vec<String> {
        let own = |names: &[CesName]| names.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
        let of_topics = |queues: &[CesQueue]| queues.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
        match dimension.levels.get(level).map(String::as_str) {
            Some("nodes") => own(&self.tree.nodes),
            Some("groups") => self.tree.groups.iter().map(|group| group.name.clone()).collect(),
            Some("queues") => of_topics(self.topics(dimension, picked)),
            Some("partitions") => {
                let at = dimension.levels.iter().position(|key| key == "queues");
                let topic = at.and_then(|at| picked.get(at));
                let topics = self.topics(dimension, picked).iter();
                let found = topics.into_iter().find(|one| Some(&one.name) == topic);
                found.map(|one| own(&one.partitions)).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// The topics of the picked group, where the dimension is about groups; else all.
    fn topics(&self, dimension: &Dimension, picked: &[String]) -> &[CesQueue] {
        match dimension.levels.iter().position(|key| key == "groups") {
            None => &self.tree.queues,
            Some(at) => {
                let group = self.tree.groups.iter().find(|group| Some(&group.name) == picked.get(at));
                group.map(|group| group.queues.as_slice()).unwrap_or_default()
            }
        }
    }

    /// The dimensions of a query, `dim.0=kafka_instance_id,…&dim.1=…`; `None` while something is not picked.
    pub fn query(&self, dimension: &Dimension, picked: &[String]) -> Option<String> {
        let names = std::iter::once(&self.instance).chain(picked.iter().take(dimension.levels.len()));
        let names: Vec<&String> = names.collect();
        if names.len() != dimension.router.len() || names.iter().any(|name| name.is_empty()) {
            return None;
        }
        let parts = dimension.router.iter().zip(names).enumerate();
        Some(parts.map(|(i, (dim, name))| format!("dim.{i}={dim},{name}")).collect::<Vec<_>>().join("&"))
    }
}

#[cfg(test)]
mod tests {
    use dms_api::record::FromAnswer;
    use serde_json::json;

    use super::*;

    fn names() -> Names {
        Names::of(&CesHierarchy::from_answer(&json!({
            "dimensions": [
                { "name": "kafka_instance_id", "metrics": ["current_topics"], "key_name": ["instance_ids"],
                  "dim_router": ["kafka_instance_id"] },
                { "name": "kafka_topics", "metrics": ["topic_messages"], "key_name": ["queues"],
                  "dim_router": ["kafka_instance_id", "kafka_topics"],
                  "children": [{ "name": "kafka_partitions", "metrics": ["produced_messages"],
                    "key_name": ["queues", "partitions"],
                    "dim_router": ["kafka_instance_id", "kafka_topics", "kafka_partitions"] }] },
                { "name": "kafka_groups_partitions", "metrics": ["messages_remained"],
                  "key_name": ["groups", "queues", "partitions"],
                  "dim_router": ["kafka_instance_id", "kafka_groups", "kafka_groups_topics",
                                 "kafka_groups_partitions"] },
            ],
            "instance_ids": [{ "name": "i1" }],
            "queues": [{ "name": "orders", "partitions": [{ "name": "0" }, { "name": "1" }] },
                       { "name": "logs", "partitions": [] }],
            "groups": [{ "name": "g", "queues": [{ "name": "orders", "partitions": [{ "name": "1" }] }] }],
        })))
    }

    fn texts<const N: usize>(all: [&str; N]) -> Vec<String> {
        all.map(str::to_owned).to_vec()
    }

    #[test]
    fn nested_dimensions_can_be_chosen_too() {
        let names = names();
        assert_eq!(names.dimensions.len(), 4);
        assert_eq!(
            names.dimension("kafka_partitions").map(|d| d.metrics.clone()),
            Some(texts(["produced_messages"]))
        );
        assert_eq!(names.dimension("nope").map(|d| d.name.as_str()), Some("kafka_instance_id"));
    }

    #[test]
    fn a_level_offers_what_is_within_the_one_above() {
        let names = names();
        let partitions = names.dimension("kafka_partitions").unwrap();
        assert_eq!(names.choices(partitions, &[], 0), ["orders", "logs"]);
        assert_eq!(names.choices(partitions, &texts(["orders"]), 1), ["0", "1"]);
        let groups = names.dimension("kafka_groups_partitions").unwrap();
        assert_eq!(names.choices(groups, &texts(["g"]), 1), ["orders"]);
        assert_eq!(names.choices(groups, &texts(["g", "orders"]), 2), ["1"]);
        assert!(names.choices(groups, &[], 1).is_empty());
    }

    #[test]
    fn a_query_needs_every_dimension() {
        let names = names();
        let of =
            |dimension: &str, picked: &[String]| names.query(names.dimension(dimension).unwrap(), picked);
        assert_eq!(of("kafka_instance_id", &[]).as_deref(), Some("dim.0=kafka_instance_id,i1"));
        assert_eq!(of("kafka_partitions", &texts(["orders", ""])), None);
        let whole = of("kafka_partitions", &texts(["orders", "1"]));
        let expected = "dim.0=kafka_instance_id,i1&dim.1=kafka_topics,orders&dim.2=kafka_partitions,1";
        assert_eq!(whole.as_deref(), Some(expected));
    }
}
