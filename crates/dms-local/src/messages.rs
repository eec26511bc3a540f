//! Finding messages: a time range of a topic, its partitions merged in the order of time.
//!
//! The order is that of a merge by the time of each partition's next message, so it is the same for every page even
//! where producers stamped their messages out of order. A page far inside a long range is found by asking the cluster
//! where its partitions stand at a time, not by reading all that comes before.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use futures::{StreamExt, TryStreamExt, stream};

use crate::kafka::{Admin, ErrorKind, KafkaError, Message, OffsetAt};

/// Partitions that are read at a time.
const PARALLEL: usize = 8;
/// Messages that are rather read than skipped by asking for a time.
const SKIPPED: u64 = 1_000;
/// Most messages and bytes of a partition that are read at once.
const CHUNK: (usize, usize) = (500, 8 * 1024 * 1024);

/// A part of a partition: offsets from `next` up to `end`.
#[derive(Clone, Debug)]
struct Lane {
    partition: i32,
    next: i64,
    end: i64,
    read: VecDeque<Message>,
}

impl Lane {
    fn left(&self) -> u64 {
        u64::try_from(self.end - self.next).unwrap_or_default()
    }
}

/// The messages of a topic within a time.
#[derive(Debug)]
pub struct TimeRange<'a> {
    admin: &'a Admin,
    topic: &'a str,
    /// Milliseconds since 1970, both included.
    times: (i64, i64),
    lanes: Vec<Lane>,
    /// Where the lanes stand at times that were asked for: pages that follow each other ask for the same ones.
    known: Mutex<HashMap<i64, Vec<i64>>>,
}

/// A message and its partition.
pub type Found = (i32, Message);

impl<'a> TimeRange<'a> {
    /// The messages of `partitions` from `times.0` to `times.1`, both included and not negative.
    ///
    /// # Errors
    /// `UnknownTopic`, `Unavailable`.
    pub async fn of(
        admin: &'a Admin,
        topic: &'a str,
        partitions: &[i32],
        times: (i64, i64),
    ) -> Result<Self, KafkaError> {
        let mut range = Self { admin, topic, times, lanes: Vec::new(), known: Mutex::default() };
        let starts = range.at(partitions, times.0).await?;
        let ends = range.at(partitions, times.1.saturating_add(1)).await?;
        let lanes = partitions.iter().zip(starts).zip(ends).map(|((&partition, next), end)| Lane {
            partition,
            next,
            end: end.max(next),
            read: VecDeque::new(),
        });
        range.lanes = lanes.filter(|lane| lane.left() > 0).collect();
        Ok(range)
    }

    /// Where partitions stand at a time.
    async fn at(&self, partitions: &[i32], time: i64) -> Result<Vec<i64>, KafkaError> {
        let wanted: Vec<(String, i32)> = partitions.iter().map(|p| (self.topic.to_owned(), *p)).collect();
        let found = self.admin.offsets_of(&wanted, OffsetAt::Time(time)).await?;
        Ok(wanted.iter().map(|place| found.get(place).copied().unwrap_or_default()).collect())
    }

    /// The same for the lanes, remembered.
    async fn places(&self, partitions: &[i32], time: i64) -> Result<Vec<i64>, KafkaError> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&time).cloned();
        if let Some(places) = known {
            return Ok(places);
        }
        let places = self.at(partitions, time).await?;
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(time, places.clone());
        Ok(places)
    }

    /// How many messages there are; what compaction removed counts.
    pub fn total(&self) -> u64 {
        self.lanes.iter().map(Lane::left).sum()
    }

    /// `limit` messages after the first `skip`, oldest first or newest first.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn page(&self, skip: u64, limit: u64, oldest_first: bool) -> Result<Vec<Found>, KafkaError> {
        let total = self.total();
        let count = limit.min(total.saturating_sub(skip));
        if count == 0 {
            return Ok(Vec::new());
        }
        let first = if oldest_first { skip } else { total - skip - count };
        let mut lanes = self.before(first).await?;
        let passed = total - lanes.iter().map(Lane::left).sum::<u64>();
        let mut page = self.merge(&mut lanes, first - passed, count).await?;
        if !oldest_first {
            page.reverse();
        }
        Ok(page)
    }

    /// The lanes after the first messages, as many as can be passed over without reading, at most `rank`.
    async fn before(&self, rank: u64) -> Result<Vec<Lane>, KafkaError> {
        let partitions: Vec<i32> = self.lanes.iter().map(|lane| lane.partition).collect();
        let (mut early, mut late) = self.times;
        let (mut lanes, mut passed) = (self.lanes.clone(), 0);
        while rank - passed > SKIPPED && late - early > 1 {
            let middle = early + (late - early) / 2;
            let places = self.places(&partitions, middle).await?;
            let mut moved = self.lanes.clone();
            for (lane, place) in moved.iter_mut().zip(places) {
                lane.next = place.clamp(lane.next, lane.end);
            }
            let count = self.total() - moved.iter().map(Lane::left).sum::<u64>();
            if count <= rank {
                (early, lanes, passed) = (middle, moved, count);
            } else {
                late = middle;
            }
        }
        Ok(lanes)
    }

    /// `count` messages after the first `skip` of `lanes`, oldest first.
    async fn merge(&self, lanes: &mut [Lane], skip: u64, count: u64) -> Result<Vec<Found>, KafkaError> {
        let wanted = usize::try_from(skip + count).unwrap_or(usize::MAX);
        let mut found = Vec::new();
        for n in 0..skip + count {
            self.refill(lanes, wanted).await?;
            let heads = lanes.iter_mut().filter(|lane| !lane.read.is_empty());
            let next = heads.min_by_key(|lane| {
                (lane.read.front().map_or(i64::MAX, |message| message.timestamp), lane.partition)
            });
            let Some((partition, message)) =
                next.and_then(|lane| Some((lane.partition, lane.read.pop_front()?)))
            else {
                break;
            };
            if n >= skip {
                found.push((partition, message));
            }
        }
        Ok(found)
    }

    /// Reads on in every lane that has nothing read but something left.
    async fn refill(&self, lanes: &mut [Lane], wanted: usize) -> Result<(), KafkaError> {
        let dry = lanes.iter_mut().filter(|lane| lane.read.is_empty() && lane.left() > 0);
        let reads = dry.map(|lane| self.read_on(lane, wanted.min(CHUNK.0)));
        // Collected first: a stream that borrows its own closure is not Send.
        let reads: Vec<_> = reads.collect();
        stream::iter(reads).buffer_unordered(PARALLEL).try_collect::<Vec<()>>().await?;
        Ok(())
    }

    async fn read_on(&self, lane: &mut Lane, count: usize) -> Result<(), KafkaError> {
        let read = self.admin.fetch_range(self.topic, lane.partition, lane.next, count, CHUNK.1).await?;
        if read.next <= lane.next {
            // Rather no page than one with holes.
            let place = format!("topic {}, partition {}", self.topic, lane.partition);
            return Err(KafkaError::with_kind(ErrorKind::Unavailable, place, "no messages came in time"));
        }
        lane.next = read.next.min(lane.end);
        lane.read.extend(read.messages.into_iter().filter(|message| message.offset < lane.end));
        Ok(())
    }
}
