//! What happens without a request: retention, compaction, members that fell silent.

use noida::kafka::log::LogConfig;

use super::core::Core;
use super::shared::Shared;
use super::{groups, log};

/// Topics looked at before others get the lock.
const AT_ONCE: usize = 32;

/// Removes group members whose session ended.
pub(super) fn expire_members(shared: &Shared) {
    groups::expire(&mut shared.lock());
}

/// Applies retention and compaction to every topic.
pub(super) async fn clean_logs(shared: &Shared) {
    let names: Vec<String> = shared.lock().engine.topics.keys().cloned().collect();
    for names in names.chunks(AT_ONCE) {
        let before = shared.lock().version;
        {
            let mut core = shared.lock();
            names.iter().for_each(|name| clean(&mut core, name));
        }
        if shared.lock().version != before {
            shared.dirty.notify_one();
        }
        tokio::task::yield_now().await;
    }
}

fn clean(core: &mut Core, name: &str) {
    let now = core.engine.now_ms();
    let Some(topic) = core.engine.topics.get_mut(name) else { return };
    if topic.is_internal || topic.partitions.values().all(|log| log.record_batches.is_empty()) {
        return;
    }
    let config = LogConfig::of(&topic.configs);
    let mut changed = false;
    for log in topic.partitions.values_mut() {
        changed |= log::clean(log, &config, now);
    }
    if changed {
        core.log_changed(name);
    }
}
