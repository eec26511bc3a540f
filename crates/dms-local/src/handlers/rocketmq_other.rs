//! Brokers, flavours, monitoring (R5.1.7 and what the SDKs add).

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::kafka;
use dms_api::models::rocketmq::{
    BrokerList, Hierarchy, HierarchyChild, HierarchyDimension, HierarchyGroup, HierarchyName, HierarchyNode,
    Product, ProductList, ProductProperties,
};

use super::rocketmq::{Asked, cut, neighbours, page};
use crate::call::Call;
use crate::fail::Fail;
use crate::rocketmq::Page;
use crate::service::Service;
use crate::tables::products;

/// `rocketmq.ListBrokers`. Without a limit the answer is all of them.
pub async fn brokers(service: Arc<Service>, call: Call) -> Result<BrokerList, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let page = match call.query("limit") {
        Some(_) => page(&call, 10)?,
        None => Page { offset: call.number("offset")?.unwrap_or(0), ..Page::ALL },
    };
    let found = cut(asked.cluster.brokers(), page);
    let (next_offset, previous_offset) = neighbours(page, found.total);
    Ok(BrokerList {
        brokers: found.items,
        total: Some(found.total),
        next_offset: Some(next_offset),
        previous_offset: Some(previous_offset),
    })
}

/// `rocketmq.ListProducts`.
pub async fn products(_: Arc<Service>, call: Call) -> Result<ProductList, Fail> {
    let mut flavours = products::answer(Engine::RocketMq);
    flavours.retain(|flavour| call.query("product_id").is_none_or(|id| id == flavour.product_id));
    let page = match call.query("limit") {
        Some(_) => page(&call, 10)?,
        None => Page::ALL,
    };
    let found = cut(flavours, page);
    let (next_offset, previous_offset) = neighbours(page, found.total);
    Ok(ProductList {
        engine: call.param("engine").to_owned(),
        versions: products::versions(Engine::RocketMq).iter().map(|&version| version.to_owned()).collect(),
        products: found.items.into_iter().map(product).collect(),
        total: found.total,
        next_offset,
        previous_offset,
    })
}

/// The same flavour in RocketMQ's words: partitions are topics here.
fn product(flavour: kafka::Product) -> Product {
    let limits = flavour.properties;
    Product {
        r#type: flavour.r#type,
        product_id: flavour.product_id,
        ecs_flavor_id: flavour.ecs_flavor_id,
        billing_code: flavour.billing_code.unwrap_or_default(),
        arch_types: flavour.arch_types,
        charging_mode: flavour.charging_mode,
        ios: flavour.ios,
        properties: ProductProperties {
            product_alias: limits.product_alias,
            engine_versions: Some(products::versions(Engine::RocketMq).join(",")),
            min_broker: limits.min_broker,
            max_broker: limits.max_broker,
            min_storage_per_node: limits.min_storage_per_node,
            max_storage_per_node: limits.max_storage_per_node,
            max_topic_per_broker: limits.max_partition_per_broker,
            max_consumer_per_broker: limits.max_partition_per_broker,
            max_tps_per_broker: limits.max_tps_per_broker,
            ..ProductProperties::default()
        },
        ..Product::default()
    }
}

/// `rocketmq.ShowHierarchy`.
pub async fn hierarchy(service: Arc<Service>, call: Call) -> Result<Hierarchy, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let zones = asked.instance.spec.available_zones.clone();
    let (topics, dlq, groups) = asked
        .ask(|cluster, now| {
            let topics = cluster.topics(Page::ALL)?.items.into_iter().map(|topic| topic.name);
            let mut groups = Vec::new();
            for group in cluster.groups("", Page::ALL, now)?.items {
                let topics = cluster.topics_of_group(&group.name)?;
                groups.push(HierarchyGroup { name: group.name, topics: names(topics), ..Default::default() });
            }
            Ok((names(topics.collect()), names(cluster.dead_letter_topics()?), groups))
        })
        .await?;
    let nodes = asked.brokers().into_iter().enumerate().map(|(index, name)| HierarchyNode {
        name,
        available_zone: zones.get(index.checked_rem(zones.len()).unwrap_or_default()).cloned(),
        ..Default::default()
    });
    Ok(Hierarchy {
        dimensions: dimensions(),
        instance_ids: names(vec![asked.instance.id.clone()]),
        nodes: nodes.collect(),
        topics,
        dlq,
        groups,
    })
}

fn names(all: Vec<String>) -> Vec<HierarchyName> {
    all.into_iter().map(|name| HierarchyName { name }).collect()
}

fn words(all: &[&str]) -> Vec<String> {
    all.iter().map(|&word| word.to_owned()).collect()
}

/// What the monitoring can be asked about.
fn dimensions() -> Vec<HierarchyDimension> {
    const INSTANCE: &str = "reliablemq_instance_id";
    let dimension = |name: &str, metrics: &[&str], key: &str, children| HierarchyDimension {
        name: name.to_owned(),
        metrics: words(metrics),
        key_name: words(&[key]),
        dim_router: if name == INSTANCE { words(&[INSTANCE]) } else { words(&[INSTANCE, name]) },
        children,
        ..Default::default()
    };
    let child = HierarchyChild {
        name: "reliablemq_groups_topics".to_owned(),
        metrics: words(&["topic_accumulation", "topic_consume_tps"]),
        key_name: words(&["topics"]),
        dim_router: words(&[INSTANCE, "reliablemq_groups", "reliablemq_groups_topics"]),
    };
    vec![
        dimension(INSTANCE, &["instance_produce_tps", "instance_consume_tps"], "instance_ids", Vec::new()),
        dimension("reliablemq_broker", &["broker_disk_usage", "broker_cpu_core_load"], "nodes", Vec::new()),
        dimension("reliablemq_topics", &["topic_produce_tps"], "topics", Vec::new()),
        dimension("reliablemq_groups", &["group_accumulation"], "groups", vec![child]),
        dimension("reliablemq_dlq_topics", &["dlq_accumulation"], "dlq", Vec::new()),
    ]
}
