//! What the gateway says once it runs.

use std::fmt::Write;

use crate::server::Running;

/// The text for a person who has just started it: where to go, how to sign in to a local DMS, where its Kafka is.
pub fn welcome(running: &Running) -> String {
    let mut text = format!("DMS Console    {}\n", running.url());
    if !running.built {
        text.push_str("               not built yet; the page says how\n");
    }
    if let Some(local) = &running.local {
        let info = local.info();
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            "Local DMS      {}\n  IAM user     {} / {} / {}   (account / user / password)\n  \
             access keys  {} / {}\n  project      {} ({})\n",
            info.endpoint,
            info.domain,
            info.user,
            info.password,
            info.access_key,
            info.secret_key,
            info.project_id,
            info.project_name,
        );
    }
    let kafka = running.local.as_ref().map(|local| local.kafka()).unwrap_or_default();
    for instance in kafka {
        let _ = writeln!(text, "  Kafka        {}: {}", instance.name, instance.bootstrap);
    }
    let moved: Vec<&str> = kafka.iter().filter(|i| i.moved).map(|i| i.name.as_str()).collect();
    if !moved.is_empty() {
        let _ = writeln!(
            text,
            "               usual ports taken by another program, so these are others: {}",
            moved.join(", ")
        );
    }
    text.push_str("Stop with Ctrl-C.\n");
    text
}
