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

pub async fn groups_users_and_messages_say_so(console: Console) -> anyhow::Result<()> {
    const PAYMENTS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a03";
    console.enter(&format!("/kafka/{ORDERS}/groups/order-processor?every=0")).await?;
    console.button("Change the description").click().await?;
    let asked = console.dialog("Description of order-processor");
    let field = console.field(Name::starting("Description")).within(&asked);
    field.fill("not allowed").await?;
    console.button("Save").within(&asked).click().await?;
    asked.reads("GATEWAY.READ_ONLY").await?;
    anyhow::ensure!(field.value().await? == "not allowed", "the dialog keeps what was typed");

    console.open(&format!("/kafka/{ORDERS}/messages/new?topic=orders")).await?;
    console.field(Name::starting("Body")).get().await?;
    console.sees("This console is read-only.").await?;
    console.button("Produce").gone().await?;

    console.open(&format!("/kafka/{PAYMENTS}/users")).await?;
    console.checkbox("Select auditor").click().await?;
    console.button("Delete").click().await?;
    let asked = console.dialog("Delete user auditor?");
    console.field(Name::with("auditor")).within(&asked).fill("auditor").await?;
    console.button("Delete").within(&asked).click().await?;
    let result = console.dialog("0 deleted, 1 failed");
    result.reads("read-only").await?;
    console.button("Close").within(&result).click().await?;
    console.row(Name::with("auditor")).get().await.map(drop)
}
