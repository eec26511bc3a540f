//! Reading and trimming partition logs: what the engine offers reads whole logs, which grows too slow with them.

use bytes::{Bytes, BytesMut};
use kafka_protocol::records::RecordBatchDecoder;
use noida::kafka::engine::PartitionState;
use noida::kafka::log::{LogConfig, Segment, batch_last_offset};

/// Batches after which a new segment begins. The engine adds up the open segment at every append, and retention
/// removes whole segments, so short ones keep both cheap and retention prompt.
const SEGMENT_BATCHES: usize = 256;

/// Producers remembered per partition for recognising repeated batches.
const MAX_PRODUCERS: usize = 1_000;

/// Where the last batch that begins at or before `offset` is, or the first one.
fn position(log: &PartitionState, offset: i64) -> usize {
    log.record_batches.partition_point(|(base, _)| *base <= offset).saturating_sub(1)
}

/// Begins a new segment where the open one has grown long. Call before appending.
pub(super) fn roll(log: &mut PartitionState, now: i64) {
    let Some(open) = log.segments.last() else { return };
    let first = log.record_batches.partition_point(|(base, _)| *base < open.base_offset);
    if log.record_batches.len() - first >= SEGMENT_BATCHES {
        log.segments.push(Segment { base_offset: log.high_watermark, created_ms: now });
    }
}

/// The offset below which every transaction has ended.
pub(super) fn last_stable(log: &PartitionState) -> i64 {
    log.active_txns.values().copied().min().unwrap_or(i64::MAX).min(log.high_watermark)
}

/// Whole batches from the one that holds `offset` up to `end`, at most `max_bytes` of them but never less than one
/// when `at_least_one`.
pub(super) fn read(
    log: &PartitionState,
    offset: i64,
    end: i64,
    max_bytes: usize,
    at_least_one: bool,
) -> Bytes {
    let mut out = BytesMut::new();
    for (base, batch) in &log.record_batches[position(log, offset)..] {
        if *base >= end {
            break;
        }
        // Compaction leaves gaps, so the batch before the gap may end below the offset.
        if batch_last_offset(*base, batch) < offset {
            continue;
        }
        let first = out.is_empty() && at_least_one;
        if out.len() + batch.len() > max_bytes && !first {
            break;
        }
        out.extend_from_slice(batch);
    }
    out.freeze()
}

/// Aborted transactions that a reader of `[offset, end)` must skip, as (producer, first offset). One whose abort
/// marker lies before `offset` is left out: the reader would wait for that marker and drop later records.
pub(super) fn aborted(log: &PartitionState, offset: i64, end: i64) -> Vec<(i64, i64)> {
    let open_at = |&(producer, first): &(i64, i64)| {
        first < end && abort_marker(log, producer, first).is_none_or(|marker| marker >= offset)
    };
    log.aborted_txns.iter().copied().filter(open_at).collect()
}

/// The offset of the control batch that ended a transaction.
fn abort_marker(log: &PartitionState, producer: i64, first: i64) -> Option<i64> {
    let batches = &log.record_batches[position(log, first)..];
    batches
        .iter()
        .find(|(base, batch)| *base >= first && is_control_of(batch, producer))
        .map(|(base, _)| *base)
}

fn is_control_of(batch: &[u8], producer: i64) -> bool {
    const CONTROL: i16 = 0x20;
    field(batch, 21).is_some_and(|attributes| i16::from_be_bytes(attributes) & CONTROL != 0)
        && field(batch, 43).map(i64::from_be_bytes) == Some(producer)
}

/// A fixed-width field of a v2 record batch.
fn field<const N: usize>(batch: &[u8], at: usize) -> Option<[u8; N]> {
    batch.get(at..at + N)?.try_into().ok()
}

/// The newest timestamp in a batch, from its header.
fn max_timestamp(batch: &[u8]) -> i64 {
    field(batch, 35).map_or(-1, i64::from_be_bytes)
}

/// The first record at or after `time` below `end`, as (offset, timestamp); for `None` the newest record.
/// Only the batch that holds it is decoded.
pub(super) fn find_time(log: &PartitionState, time: Option<i64>, end: i64) -> Option<(i64, i64)> {
    let batches = || {
        let visible = log.record_batches.iter().take_while(|(base, _)| *base < end);
        visible.filter(|(base, batch)| batch_last_offset(*base, batch) >= log.log_start_offset)
    };
    match time {
        Some(time) => {
            batches().filter(|(_, batch)| max_timestamp(batch) >= time).find_map(|(base, batch)| {
                records(log, *base, batch, end).into_iter().find(|(_, at)| *at >= time)
            })
        }
        None => {
            let newest = batches().map(|(_, batch)| max_timestamp(batch)).max()?;
            batches().filter(|(_, batch)| max_timestamp(batch) == newest).find_map(|(base, batch)| {
                records(log, *base, batch, end).into_iter().find(|(_, at)| *at == newest)
            })
        }
    }
}

/// The readable records of a batch as (offset, timestamp); transaction markers are none.
fn records(log: &PartitionState, base: i64, batch: &[u8], end: i64) -> Vec<(i64, i64)> {
    let header_base = field(batch, 0).map_or(base, i64::from_be_bytes);
    let Ok(set) = RecordBatchDecoder::decode(&mut Bytes::copy_from_slice(batch)) else { return Vec::new() };
    let records = set.records.into_iter().filter(|record| !record.control);
    let records = records.map(|record| (base + record.offset - header_base, record.timestamp));
    records.filter(|(offset, _)| (log.log_start_offset..end).contains(offset)).collect()
}

/// Compacts and removes what is past retention; true when the log changed.
pub(super) fn clean(log: &mut PartitionState, config: &LogConfig, now: i64) -> bool {
    forget_producers(log);
    if log.record_batches.is_empty() {
        return false;
    }
    let clean_before = log.clean_offset;
    if config.compact {
        log.compact(config, now);
    }
    let expired = if config.delete { expired(log, config, now) } else { None };
    if let Some(start) = expired {
        log.truncate_front(start, now);
    }
    expired.is_some() || log.clean_offset != clean_before
}

/// Where the log has to begin by `retention.ms` and `retention.bytes`: the oldest segments go while their newest
/// record is too old, or while the log is too large without them.
fn expired(log: &PartitionState, config: &LogConfig, now: i64) -> Option<i64> {
    let mut surplus = match config.retention_bytes {
        limit if limit >= 0 => Some(log.size_bytes() - limit),
        _ => None,
    };
    let mut start = None;
    for (index, segment) in log.segments.iter().enumerate() {
        let end = log.segments.get(index + 1).map_or(log.high_watermark, |next| next.base_offset);
        let from = log.record_batches.partition_point(|(base, _)| *base < segment.base_offset);
        let until = log.record_batches.partition_point(|(base, _)| *base < end);
        let batches = log.record_batches.get(from..until).unwrap_or_default();
        let newest = batches.iter().map(|(_, batch)| max_timestamp(batch)).max().filter(|&time| time >= 0);
        let age = now - newest.unwrap_or(segment.created_ms);
        let size: i64 = batches.iter().map(|(_, batch)| i64::try_from(batch.len()).unwrap_or(i64::MAX)).sum();
        let too_old = config.retention_ms >= 0 && age > config.retention_ms;
        let too_large = surplus.is_some_and(|surplus| surplus >= size);
        if batches.is_empty() && end == log.high_watermark || !(too_old || too_large) {
            break;
        }
        surplus = surplus.map(|surplus| surplus - size);
        start = Some(end);
    }
    start.filter(|&start| start > log.log_start_offset)
}

/// Keeps the producers that wrote last. Every client that ever wrote would otherwise be remembered for good.
fn forget_producers(log: &mut PartitionState) {
    if log.producer_seqs.len() <= MAX_PRODUCERS {
        return;
    }
    let mut last: Vec<i64> = log.producer_seqs.values().map(|(_, base)| *base).collect();
    last.sort_unstable_by(|a, b| b.cmp(a));
    let oldest_kept = last[MAX_PRODUCERS - 1];
    log.producer_seqs.retain(|_, (_, base)| *base >= oldest_kept);
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::HashMap;

    use kafka_protocol::records::{
        Compression, Record, RecordBatchEncoder, RecordEncodeOptions, TimestampType,
    };

    use super::*;

    fn batch(first: i64, times: &[i64]) -> Vec<u8> {
        let records: Vec<Record> = times
            .iter()
            .zip(first..)
            .map(|(&timestamp, offset)| Record {
                transactional: false,
                control: false,
                delete_horizon: false,
                partition_leader_epoch: 0,
                producer_id: -1,
                producer_epoch: -1,
                timestamp_type: TimestampType::Creation,
                offset,
                // Counted on from -1: the encoder begins a new batch where the count breaks.
                sequence: i32::try_from(offset - first).unwrap() - 1,
                timestamp,
                key: None,
                value: Some(Bytes::from_static(b"value")),
                headers: Default::default(),
            })
            .collect();
        let mut out = BytesMut::new();
        let options = RecordEncodeOptions { version: 2, compression: Compression::None };
        RecordBatchEncoder::encode(&mut out, &records, &options).unwrap();
        out.to_vec()
    }

    /// Batches of five records each, a second apart from time 1000 on.
    fn log(batches: i64) -> PartitionState {
        let mut log = PartitionState::new(0, 1);
        for first in (0..batches).map(|batch| batch * 5) {
            roll(&mut log, 0);
            let times: Vec<i64> = (first..first + 5).map(|n| 1_000 + n * 1_000).collect();
            log.append_batch(batch(first, &times), 5, 0, None);
        }
        log
    }

    #[test]
    fn reading_begins_with_the_batch_that_holds_the_offset() {
        let log = log(4);
        let size = log.record_batches[0].1.len();
        assert_eq!(read(&log, 7, 20, usize::MAX, false).len(), 3 * size);
        assert_eq!(read(&log, 7, 10, usize::MAX, false).len(), size);
        assert_eq!(read(&log, 0, 20, 2 * size, false).len(), 2 * size);
        assert_eq!(read(&log, 0, 20, 1, true).len(), size, "one batch whatever the limit");
        assert_eq!(read(&log, 0, 20, 1, false).len(), 0);
    }

    #[test]
    fn times_are_found_between_and_after_batches() {
        let mut log = log(4);
        assert_eq!(find_time(&log, Some(0), 20), Some((0, 1_000)));
        assert_eq!(find_time(&log, Some(7_500), 20), Some((7, 8_000)));
        assert_eq!(find_time(&log, Some(7_500), 7), None, "nothing beyond what the reader may see");
        assert_eq!(find_time(&log, Some(99_000), 20), None);
        assert_eq!(find_time(&log, None, 20), Some((19, 20_000)));
        log.truncate_front(12, 0);
        assert_eq!(find_time(&log, Some(0), 20), Some((12, 13_000)), "deleted records are not found");
    }

    #[test]
    fn long_logs_are_cut_into_segments_and_expire_one_by_one() {
        let mut log = log(600);
        let starts: Vec<i64> = log.segments.iter().map(|segment| segment.base_offset).collect();
        assert_eq!(starts, [0, 1_280, 2_560]);
        let configs = HashMap::from([("retention.ms".to_owned(), "60000".to_owned())]);
        let config = LogConfig::of(&configs);
        assert!(!clean(&mut log, &config, 1_280_000));
        assert!(clean(&mut log, &config, 1_280_000 + 60_001));
        assert_eq!((log.log_start_offset, log.record_batches[0].0), (1_280, 1_280));
        assert!(clean(&mut log, &config, 9_000_000));
        assert_eq!((log.log_start_offset, log.record_batches.len()), (3_000, 0));
        assert!(!clean(&mut log, &config, 99_000_000), "an empty log stays as it is");
    }

    #[test]
    fn the_least_recent_producers_are_forgotten() {
        let mut log = PartitionState::new(0, 1);
        log.producer_seqs = (0..1_500).map(|id| ((id, 0), (0, id))).collect();
        clean(&mut log, &LogConfig::of(&HashMap::new()), 0);
        assert_eq!(log.producer_seqs.len(), MAX_PRODUCERS);
        assert!(log.producer_seqs.contains_key(&(1_499, 0)) && !log.producer_seqs.contains_key(&(499, 0)));
    }
}
