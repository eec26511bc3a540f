//! Carries changes from memory to the file.

use std::sync::Arc;
use std::time::Duration;

use noida::kafka::engine::{EngineState, PartitionState, TopicState};
use noida::kafka::log::{Segment, batch_last_offset};
use tokio::sync::watch;
use tokio::time::sleep;

use super::core::{Core, Mark, Placement};
use super::shared::{Shared, Written};
use super::store::{Delta, Loaded, LogDelta, LogState, Meta, Store, TopicRow};

/// Wait before a failed write is tried again.
const RETRY: Duration = Duration::from_secs(1);

/// Producer ids skipped at every start: those given out after the last write must not be given again, or the new
/// owner's records would be taken for repetitions of the old one's.
const SKIPPED_PRODUCERS: i64 = 10_000;

/// Writes until `finish` is told or dropped, then once more.
pub(super) async fn run(shared: Arc<Shared>, mut store: Store, mut finish: watch::Receiver<bool>) {
    let mut finished = false;
    let mut unwritten: Option<Delta> = None;
    loop {
        if unwritten.is_none() && !finished {
            finished = wait(&shared, &mut finish).await;
        }
        let delta = match unwritten.take() {
            Some(delta) => delta,
            None => collect(&mut shared.lock()),
        };
        if delta.version == shared.written.borrow().version {
            if finished {
                return;
            }
            continue;
        }
        let written = tokio::task::spawn_blocking(move || {
            let result = store.write(&delta);
            (store, delta, result)
        });
        let Ok((returned, delta, result)) = written.await else {
            // The runtime is going down; there is no one left to tell.
            return;
        };
        store = returned;
        match result {
            Ok(()) => {
                shared.written.send_replace(Written { version: delta.version, error: None });
            }
            Err(error) => {
                tracing::error!(%error, cluster = shared.cluster_id, "cannot write messages, will try again");
                shared.written.send_modify(|written| written.error = Some(error.to_string()));
                unwritten = Some(delta);
                if finished {
                    return;
                }
                tokio::select! {
                    () = sleep(RETRY) => {}
                    _ = finish.wait_for(|finish| *finish) => finished = true,
                }
            }
        }
    }
}

/// Waits for changes and then lets more of them gather; true when it is time to finish.
async fn wait(shared: &Shared, finish: &mut watch::Receiver<bool>) -> bool {
    tokio::select! {
        () = shared.dirty.notified() => {}
        () = shared.hurry.notified() => return false,
        _ = finish.wait_for(|finish| *finish) => return true,
    }
    tokio::select! {
        () = sleep(shared.flush) => false,
        () = shared.hurry.notified() => false,
        _ = finish.wait_for(|finish| *finish) => true,
    }
}

/// Takes the changes out of the state, as of this moment.
fn collect(core: &mut Core) -> Delta {
    let changes = std::mem::take(&mut core.changes);
    let mut delta = Delta { version: core.version, dropped: changes.dropped, ..Delta::default() };
    for name in &changes.topics {
        if let (Some(state), Some(placement)) = (core.engine.topics.get(name), core.placements.get(name)) {
            delta.topics.push(TopicRow {
                number: placement.number,
                name: name.clone(),
                id: placement.id.to_string(),
                internal: state.is_internal,
                configs: state.configs.clone(),
                replicas: placement.replicas.clone(),
            });
        }
    }
    for name in &changes.logs {
        if let (Some(state), Some(placement)) = (core.engine.topics.get(name), core.placements.get_mut(name))
        {
            delta.logs.extend(log_deltas(state, placement));
        }
    }
    for key in changes.offsets {
        let offset = core.engine.committed_offsets.get(&key).map(|&offset| {
            let metadata = core.engine.offset_metadata.get(&key).cloned().unwrap_or_default();
            (offset, metadata)
        });
        delta.offsets.push((key, offset));
    }
    delta.groups = changes.groups.into_iter().collect();
    delta.meta = changes.meta.then(|| Meta {
        next_producer: core.engine.next_producer_id,
        transactional: core
            .engine
            .txn_producers
            .iter()
            .map(|(id, &(pid, epoch))| (id.clone(), pid, epoch))
            .collect(),
        broker_configs: core.engine.broker_configs.clone(),
    });
    delta
}

fn log_deltas(state: &TopicState, placement: &mut Placement) -> Vec<LogDelta> {
    let mut deltas = Vec::new();
    for (&partition, log) in &state.partitions {
        let Some(mark) = usize::try_from(partition).ok().and_then(|index| placement.marks.get_mut(index))
        else {
            continue;
        };
        let now = Mark { end: log.high_watermark, start: log.log_start_offset, clean: log.clean_offset };
        if *mark == now {
            continue;
        }
        let rewritten_below = (now.clean != mark.clean).then_some(now.clean);
        let appended = log.record_batches.partition_point(|(base, _)| *base < mark.end);
        let rewritten = rewritten_below
            .map_or(0, |below| log.record_batches.partition_point(|(base, _)| *base < below).min(appended));
        let batches = log.record_batches[..rewritten].iter().chain(&log.record_batches[appended..]);
        let batches =
            batches.map(|(base, bytes)| (*base, batch_last_offset(*base, bytes), bytes.clone())).collect();
        *mark = now;
        deltas.push(LogDelta {
            topic: placement.number,
            partition,
            state: log_state(log),
            rewritten_below,
            batches,
        });
    }
    deltas
}

fn log_state(log: &PartitionState) -> LogState {
    LogState {
        end: log.high_watermark,
        start: log.log_start_offset,
        clean: log.clean_offset,
        segments: log.segments.iter().map(|segment| (segment.base_offset, segment.created_ms)).collect(),
        producers: log
            .producer_seqs
            .iter()
            .map(|(&(id, epoch), &(last, base))| (id, epoch, last, base))
            .collect(),
        open: log.active_txns.iter().map(|(&producer, &first)| (producer, first)).collect(),
        aborted: log.aborted_txns.clone(),
        tombstones: log.tombstone_horizons.iter().map(|(&offset, &time)| (offset, time)).collect(),
    }
}

/// Puts what was written into a new engine. Transactions that were open are aborted: their producers are gone.
pub(super) fn restore(engine: &mut EngineState, loaded: Loaded) -> Vec<(String, Placement)> {
    let Loaded { topics, mut logs, offsets, meta } = loaded;
    let mut placements = Vec::with_capacity(topics.len());
    for topic in topics {
        let mut state = TopicState {
            name: topic.name.clone(),
            is_internal: topic.internal,
            partitions: Default::default(),
            configs: topic.configs,
        };
        let mut marks = Vec::with_capacity(topic.replicas.len());
        for partition in (0..).take(topic.replicas.len()) {
            let mut log = PartitionState::new(partition, engine.broker_id);
            let mut mark = Mark::default();
            if let Some(loaded) = logs.remove(&(topic.number, partition)) {
                mark = Mark { end: loaded.state.end, start: loaded.state.start, clean: loaded.state.clean };
                fill(&mut log, loaded.state, loaded.batches);
            }
            marks.push(mark);
            state.partitions.insert(partition, log);
        }
        engine.topics.insert(topic.name.clone(), state);
        let id = topic.id.parse().unwrap_or_else(|_| uuid::Uuid::new_v4());
        placements
            .push((topic.name, Placement { number: topic.number, id, replicas: topic.replicas, marks }));
    }
    for (key, offset, metadata) in offsets {
        if !metadata.is_empty() {
            engine.offset_metadata.insert(key.clone(), metadata);
        }
        engine.committed_offsets.insert(key, offset);
    }
    engine.next_producer_id = engine.next_producer_id.max(meta.next_producer) + SKIPPED_PRODUCERS;
    for (id, producer, epoch) in meta.transactional {
        engine.producer_epochs.insert(producer, epoch);
        engine.txn_producers.insert(id, (producer, epoch));
    }
    engine.broker_configs = meta.broker_configs;
    placements
}

fn fill(log: &mut PartitionState, state: LogState, batches: Vec<(i64, Vec<u8>)>) {
    log.record_batches = batches;
    log.high_watermark = state.end;
    log.log_start_offset = state.start;
    log.clean_offset = state.clean;
    log.segments = state
        .segments
        .into_iter()
        .map(|(base_offset, created_ms)| Segment { base_offset, created_ms })
        .collect();
    log.producer_seqs =
        state.producers.into_iter().map(|(id, epoch, last, base)| ((id, epoch), (last, base))).collect();
    log.active_txns = state.open.into_iter().collect();
    log.aborted_txns = state.aborted;
    log.tombstone_horizons = state.tombstones.into_iter().collect();
}

/// Aborts the transactions that the last run left open.
pub(super) fn abort_open(core: &mut Core) {
    let has_open = |topic: &TopicState| topic.partitions.values().any(|log| !log.active_txns.is_empty());
    let open: Vec<String> =
        core.engine.topics.values().filter(|topic| has_open(topic)).map(|topic| topic.name.clone()).collect();
    core.engine.resolve_open_transactions_for_shutdown();
    open.iter().for_each(|topic| core.log_changed(topic));
}
