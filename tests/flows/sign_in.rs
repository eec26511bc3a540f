//! Signing in, by each method.

use crate::support::Console;

pub async fn the_local_dms_opens_in_one_click(console: Console) -> anyhow::Result<()> {
    console.open("/").await?;
    console.button("Open the local DMS").click().await?;
    console.heading("Instances").get().await?;
    Ok(())
}
