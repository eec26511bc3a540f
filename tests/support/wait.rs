//! Waiting for what a person would wait for.

use std::fmt::Display;
use std::time::{Duration, Instant};

use anyhow::bail;

/// How long a person would believe that something still happens.
const PATIENCE: Duration = Duration::from_secs(15);
const GLANCE: Duration = Duration::from_millis(40);

/// Looks again and again until `look` finds something. Errors of a look count as "not yet", since a page that
/// changes at that moment takes elements away; the last one is reported.
///
/// # Errors
/// After [`PATIENCE`], naming `what`.
pub async fn until<T, Fut>(what: impl Display, look: impl FnMut() -> Fut) -> anyhow::Result<T>
where
    Fut: Future<Output = anyhow::Result<Option<T>>>,
{
    until_within(PATIENCE, what, look).await
}

/// The same for what is known to take longer.
///
/// # Errors
/// After `patience`, naming `what`.
pub async fn until_within<T, Fut>(
    patience: Duration,
    what: impl Display,
    mut look: impl FnMut() -> Fut,
) -> anyhow::Result<T>
where
    Fut: Future<Output = anyhow::Result<Option<T>>>,
{
    let started = Instant::now();
    loop {
        let last = match look().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => None,
            Err(error) => Some(error),
        };
        if started.elapsed() > patience {
            match last {
                Some(error) => bail!("waited in vain for {what}: {error:#}"),
                None => bail!("waited in vain for {what}"),
            }
        }
        tokio::time::sleep(GLANCE).await;
    }
}
