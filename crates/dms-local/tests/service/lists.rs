//! Lists of instances: filters and pages. What the region offers.

use std::time::Duration;

use dms_api::Engine;
use dms_api::models::InstanceStatus;
use dms_api::ops::kafka::{ListAvailableZones, ListInstances, ListMaintainWindows, ListProducts};
use dms_local::Options;

use crate::support::{Local, list, options, order};

async fn names(local: &Local, query: ListInstances) -> (Vec<String>, u64) {
    let page = local.send(&query).await.unwrap();
    (page.instances.into_iter().map(|instance| instance.name).collect(), page.instance_num)
}

#[tokio::test]
async fn instances_are_filtered_and_paged() {
    let local = Local::with(Options { pace: Duration::from_secs(3600), ..options() }).await;
    let mut ids = Vec::new();
    for n in 0..12 {
        ids.push(local.create(order(&format!("kafka_{n:02}"))).await.unwrap());
    }
    local.create(order("kafka-x02")).await.unwrap();

    let (page, total) = names(&local, list()).await;
    assert_eq!((page.len(), total), (10, 13), "ten is the default page");
    let page = |offset, limit| ListInstances { offset: Some(offset), limit: Some(limit), ..list() };
    let (first, _) = names(&local, page(0, 5)).await;
    let (second, total) = names(&local, page(5, 50)).await;
    assert_eq!((first.len(), second.len(), total), (5, 8, 13));
    assert!(first.iter().all(|name| !second.contains(name)));
    assert_eq!(local.send(&page(0, 51)).await.unwrap_err().code, "DMS.10240042");
    assert_eq!(local.send(&page(0, 0)).await.unwrap_err().code, "DMS.10240042");

    let named = |name: &str, exact| ListInstances {
        name: Some(name.to_owned()),
        exact_match_name: Some(exact),
        ..list()
    };
    assert_eq!(names(&local, named("02", false)).await.1, 2);
    assert_eq!(names(&local, named("a_", false)).await.1, 12, "_ means itself");
    assert_eq!(names(&local, named("kafka_02", true)).await.0, ["kafka_02"]);
    assert_eq!(names(&local, named("kafka_0", true)).await.1, 0);

    let by_id = ListInstances { instance_id: ids.first().cloned(), ..list() };
    assert_eq!(names(&local, by_id).await.0, ["kafka_00"]);
    let with = |status: InstanceStatus| ListInstances { status: Some(status.as_str().to_owned()), ..list() };
    assert_eq!(names(&local, with(InstanceStatus::Creating)).await.1, 13);
    assert_eq!(names(&local, with(InstanceStatus::Running)).await.1, 0);
    let project = |id: &str| ListInstances { enterprise_project_id: Some(id.to_owned()), ..list() };
    assert_eq!(names(&local, project("0")).await.1, 13);
    assert_eq!(names(&local, project("1")).await.1, 0);
}

#[tokio::test]
async fn the_region_offers_zones_flavours_and_windows() {
    let local = Local::start().await;
    let zones = local.send(&ListAvailableZones {}).await.unwrap();
    assert_eq!(zones.region_id, "local");
    assert!(zones.available_zones.iter().any(|zone| zone.default_az));
    assert!(zones.available_zones.iter().any(|zone| zone.sold_out));
    let windows = local.send(&ListMaintainWindows {}).await.unwrap().maintain_windows;
    assert_eq!(windows.len(), 6);
    assert_eq!(windows[1].begin_hour(), Some(2));

    let offer = |engine, product_id| ListProducts { engine, product_id };
    let kafka = local.send(&offer(Engine::Kafka, None)).await.unwrap();
    assert!(kafka.versions.contains(&"2.7".to_owned()));
    let small = kafka.products.iter().find(|p| p.product_id == "c6.2u4g.cluster").unwrap();
    assert_eq!(small.properties.product_alias, "kafka.2u4g.cluster");
    assert_eq!(small.properties.max_partition_per_broker.unwrap().0, 250);
    let one = local.send(&offer(Engine::Kafka, Some("c6.4u8g.cluster".to_owned()))).await.unwrap();
    assert_eq!(one.products.len(), 1);
    assert!(!local.send(&offer(Engine::RocketMq, None)).await.unwrap().products.is_empty());
}

#[tokio::test]
async fn addresses_that_mean_nothing_are_refused() {
    let local = Local::start().await;
    let headers = [("x-auth-token", local.token.as_str())];
    let reply = local.raw("GET", "/v2/nothing/here/at/all", &headers, "").await.unwrap();
    assert_eq!((reply.status, reply.code().as_str()), (404, "DMS.00404001"));
    let reply = local.raw("PUT", "/v2/available-zones", &headers, "").await.unwrap();
    assert_eq!((reply.status, reply.code().as_str()), (405, "DMS.00405001"));
    assert!(!reply.headers.contains_key("access-control-allow-origin"), "CORS is off, as in the cloud");
}
