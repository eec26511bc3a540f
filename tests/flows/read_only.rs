//! A console behind a gateway that only reads.

use crate::support::{Console, Name};

/// The demo's instance with live traffic.
const ORDERS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01";

pub async fn everything_can_be_seen_and_nothing_changed(console: Console) -> anyhow::Result<()> {
    console.enter(&format!("/kafka/{ORDERS}/topics")).await?;
    console.link("orders-dead-letter").get().await?;
    console.sees("Read-only").await?;
    console.open(&format!("/kafka/{ORDERS}/topics/new")).await?;
    console.field("Name").fill("not-allowed").await?;
    console.button("Create topic").click().await?;
    console.alert().reads("GATEWAY.READ_ONLY").await?;
    anyhow::ensure!(console.field("Name").value().await? == "not-allowed", "the form keeps what was typed");
    console.role(&["searchbox"], Name::Any).gone().await
}
