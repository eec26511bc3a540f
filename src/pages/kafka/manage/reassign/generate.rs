//! Plans made by the console. Pure.
//!
//! All of them change what shall be (`after`), so that one can follow another, and work on a copy, so that one that
//! cannot be done changes nothing.

use super::plan::{Line, after, load};

/// Why a plan cannot be made: partitions would need more brokers than may be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooFewBrokers {
    /// The first of those partitions.
    pub topic: String,
    pub partition: u32,
    /// How many partitions, and of how many topics.
    pub partitions: usize,
    pub topics: usize,
    /// Brokers that are needed and those that may be used.
    pub needed: usize,
    pub usable: usize,
}

/// Spreads replicas and then leaders evenly over `brokers`, moving as few replicas as that takes. The number of
/// replicas of each partition stays, and no broker ends with more than the fullest had before.
pub fn balance(lines: &[Line], brokers: &[i32]) -> Vec<Line> {
    let mut plan = lines.to_vec();
    even_replicas(&mut plan, brokers);
    even_leaders(&mut plan, brokers);
    // Replicas that move may take their leader along; a plan that gains nothing else is not worth that.
    let (was, is) = (unevenness(lines, brokers), unevenness(&plan, brokers));
    if is < was { plan } else { lines.to_vec() }
}

/// Moves every replica off `broker`, each to the emptiest broker of `brokers` that has none of the partition.
///
/// # Errors
/// [`TooFewBrokers`] where there is no such broker.
pub fn drain(lines: &[Line], brokers: &[i32], broker: i32) -> Result<Vec<Line>, TooFewBrokers> {
    let usable = others(brokers, broker);
    let stuck = |line: &Line| line.after.contains(&broker) && !has_room(line, &usable);
    too_few(lines, &usable, |line| stuck(line).then_some(line.after.len()))?;
    Ok(moved_off(lines, &usable, broker))
}

/// [`drain`], but partitions that find no other broker have a replica less afterwards. The last replica stays.
pub fn drain_with_fewer(lines: &[Line], brokers: &[i32], broker: i32) -> Vec<Line> {
    let usable = others(brokers, broker);
    let mut fewer = lines.to_vec();
    let stuck = fewer.iter_mut().filter(|line| line.after.contains(&broker) && !has_room(line, &usable));
    stuck.for_each(|line| super::plan::toggle(&mut line.after, broker));
    moved_off(&fewer, &usable, broker)
}

fn others(brokers: &[i32], broker: i32) -> Vec<i32> {
    brokers.iter().copied().filter(|id| *id != broker).collect()
}

fn has_room(line: &Line, usable: &[i32]) -> bool {
    usable.iter().any(|id| !line.after.contains(id))
}

fn moved_off(lines: &[Line], usable: &[i32], broker: i32) -> Vec<Line> {
    let mut plan = lines.to_vec();
    for at in 0..plan.len() {
        let Some(line) = plan.get(at).filter(|line| line.after.contains(&broker)) else { continue };
        let Some(target) = emptiest(&plan, usable, line) else { continue };
        if let Some(line) = plan.get_mut(at) {
            line.after.iter_mut().filter(|held| **held == broker).for_each(|held| *held = target);
        }
    }
    plan
}

/// Gives every partition `factor` replicas: new ones on the emptiest brokers, surplus ones taken off the fullest. A
/// leader stays.
///
/// # Errors
/// [`TooFewBrokers`] where `brokers` are fewer than `factor`.
pub fn replicate(lines: &[Line], brokers: &[i32], factor: usize) -> Result<Vec<Line>, TooFewBrokers> {
    let free = |line: &Line| brokers.iter().filter(|id| !line.after.contains(id)).count();
    too_few(lines, brokers, |line| (line.after.len() + free(line) < factor).then_some(factor))?;
    let mut plan = lines.to_vec();
    for at in 0..plan.len() {
        while let Some(line) = plan.get(at).filter(|line| line.after.len() != factor.max(1)) {
            let change = if line.after.len() < factor {
                let Some(free) = emptiest(&plan, brokers, line) else { break };
                free
            } else {
                fullest_follower(&plan, line)
            };
            if let Some(line) = plan.get_mut(at) {
                super::plan::toggle(&mut line.after, change);
            }
        }
    }
    Ok(plan)
}

/// Refuses a plan with partitions for which `needed` names how many brokers they would need.
fn too_few(
    lines: &[Line],
    usable: &[i32],
    needed: impl Fn(&Line) -> Option<usize>,
) -> Result<(), TooFewBrokers> {
    let concerned: Vec<(&Line, usize)> = lines.iter().filter_map(|l| Some((l, needed(l)?))).collect();
    let Some((first, _)) = concerned.first() else { return Ok(()) };
    let mut topics: Vec<&str> = concerned.iter().map(|(line, _)| line.topic.as_str()).collect();
    topics.dedup();
    Err(TooFewBrokers {
        topic: first.topic.clone(),
        partition: first.partition,
        partitions: concerned.len(),
        topics: topics.len(),
        needed: concerned.iter().map(|(_, needed)| *needed).max().unwrap_or_default(),
        usable: usable.len(),
    })
}

/// The broker with the fewest replicas among those that have none of `line`.
fn emptiest(plan: &[Line], brokers: &[i32], line: &Line) -> Option<i32> {
    let free = brokers.iter().copied().filter(|id| !line.after.contains(id));
    // One that holds the partition now has nothing to copy.
    free.min_by_key(|id| (replicas(plan, *id), !line.before.contains(id), *id))
}

/// The follower of `line` on the broker with the most replicas; the leader where there is no follower.
fn fullest_follower(plan: &[Line], line: &Line) -> i32 {
    let followers = line.after.iter().skip(1).copied();
    let fullest = followers.max_by_key(|id| (replicas(plan, *id), !line.before.contains(id), *id));
    fullest.or_else(|| line.after.first().copied()).unwrap_or_default()
}

fn replicas(plan: &[Line], broker: i32) -> u64 {
    load(plan, broker, after).replicas
}

fn leaders(plan: &[Line], broker: i32) -> u64 {
    load(plan, broker, after).leaders
}

/// How far replicas, then leaders, are from being even: the squares of what each broker has, added up.
fn unevenness(plan: &[Line], brokers: &[i32]) -> (u64, u64) {
    let squares = |of: fn(&[Line], i32) -> u64| brokers.iter().map(|id| of(plan, *id).pow(2)).sum();
    (squares(replicas), squares(leaders))
}

/// Brokers from the one that has most to the one that has least.
fn fullest_first(brokers: &[i32], of: impl Fn(i32) -> u64) -> Vec<(i32, u64)> {
    let mut all: Vec<(i32, u64)> = brokers.iter().map(|id| (*id, of(*id))).collect();
    all.sort_by_key(|(id, n)| (std::cmp::Reverse(*n), *id));
    all
}

/// Moves one replica at a time from a fuller broker to an emptier one. Each move makes the sum of squares smaller, so
/// it ends.
fn even_replicas(plan: &mut [Line], brokers: &[i32]) {
    while let Some((at, from, to)) = next_move(plan, brokers) {
        let Some(line) = plan.get_mut(at) else { return };
        line.after.iter_mut().filter(|held| **held == from).for_each(|held| *held = to);
    }
}

fn next_move(plan: &[Line], brokers: &[i32]) -> Option<(usize, i32, i32)> {
    let order = fullest_first(brokers, |id| replicas(plan, id));
    for (from, full) in &order {
        for (to, empty) in order.iter().rev() {
            if *full < empty + 2 {
                break;
            }
            if let Some(at) = cheapest(plan, *from, *to) {
                return Some((at, *from, *to));
            }
        }
    }
    None
}

/// The partition whose replica costs least to move: one that is going away anyway or comes home, then a follower,
/// then the smallest.
fn cheapest(plan: &[Line], from: i32, to: i32) -> Option<usize> {
    let movable = plan.iter().enumerate();
    let movable = movable.filter(|(_, line)| line.after.contains(&from) && !line.after.contains(&to));
    let cost = |line: &Line| {
        let copied = !line.before.contains(&to) && line.before.contains(&from);
        (copied, line.after.first() == Some(&from), line.bytes.unwrap_or(u64::MAX))
    };
    movable.min_by_key(|(_, line)| cost(line)).map(|(at, _)| at)
}

/// Hands leadership on, where need be over brokers in between, until no broker leads two partitions more than
/// another that could lead one of them. Nothing is copied for that.
fn even_leaders(plan: &mut [Line], brokers: &[i32]) {
    while let Some(path) = next_path(plan, brokers) {
        for (at, to) in path {
            if let Some(line) = plan.get_mut(at) {
                super::plan::lead(&mut line.after, to);
            }
        }
    }
}

/// Partitions and their new leaders, from a broker that leads too many to one that leads too few.
fn next_path(plan: &[Line], brokers: &[i32]) -> Option<Vec<(usize, i32)>> {
    let order = fullest_first(brokers, |id| leaders(plan, id));
    order.iter().find_map(|(from, most)| {
        let enough = |id: i32| order.iter().any(|(other, n)| *other == id && n + 2 <= *most);
        path(plan, brokers, *from, enough)
    })
}

/// The shortest way over partitions that the one before leads and the next holds.
fn path(
    plan: &[Line],
    brokers: &[i32],
    from: i32,
    is_end: impl Fn(i32) -> bool,
) -> Option<Vec<(usize, i32)>> {
    let mut seen: Vec<i32> = vec![from];
    let mut ways: Vec<Vec<(usize, i32)>> = vec![Vec::new()];
    let mut next = 0;
    while let (Some(here), Some(way)) = (seen.get(next).copied(), ways.get(next).cloned()) {
        if is_end(here) {
            return Some(way);
        }
        let led = plan.iter().enumerate().filter(|(_, line)| line.after.first() == Some(&here));
        for (at, line) in led {
            for to in line.after.iter().skip(1).filter(|id| brokers.contains(id)) {
                if !seen.contains(to) {
                    seen.push(*to);
                    ways.push(way.iter().copied().chain([(at, *to)]).collect());
                }
            }
        }
        next += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cluster(rows: &[&[i32]]) -> Vec<Line> {
        let line = |(n, held): (usize, &&[i32])| Line {
            topic: "t".to_owned(),
            partition: n as u32,
            before: held.to_vec(),
            after: held.to_vec(),
            bytes: Some(n as u64 + 1),
        };
        rows.iter().enumerate().map(line).collect()
    }

    /// Clusters of many shapes, the same in every run.
    fn many() -> impl Iterator<Item = (Vec<Line>, Vec<i32>)> {
        let mut seed = 7_u64;
        let mut random = move |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        (0..300).map(move |_| {
            let brokers: Vec<i32> = (1..=(1 + random(7)) as i32).collect();
            let partitions = random(20) as usize;
            let rows: Vec<Vec<i32>> = (0..partitions)
                .map(|_| {
                    let mut pool = brokers.clone();
                    let wanted = 1 + random(brokers.len().min(3) as u64) as usize;
                    (0..wanted).map(|_| pool.remove(random(pool.len() as u64) as usize)).collect()
                })
                .collect();
            let rows: Vec<&[i32]> = rows.iter().map(Vec::as_slice).collect();
            (cluster(&rows), brokers)
        })
    }

    fn spread(plan: &[Line], brokers: &[i32], of: fn(&[Line], i32) -> u64) -> u64 {
        let all = || brokers.iter().map(|id| of(plan, *id));
        all().max().unwrap_or(0) - all().min().unwrap_or(0)
    }

    fn is_sound(plan: &[Line]) -> bool {
        plan.iter().all(|line| {
            let mut held = line.after.clone();
            held.sort_unstable();
            held.dedup();
            !held.is_empty() && held.len() == line.after.len()
        })
    }

    #[test]
    fn balancing_keeps_replication_and_is_never_worse() {
        for (lines, brokers) in many() {
            let plan = balance(&lines, &brokers);
            assert!(is_sound(&plan), "{plan:?}");
            for (was, is) in lines.iter().zip(&plan) {
                assert_eq!(was.after.len(), is.after.len());
                assert_eq!((&was.topic, was.partition, &was.before), (&is.topic, is.partition, &is.before));
            }
            assert!(unevenness(&plan, &brokers) <= unevenness(&lines, &brokers));
            assert!(spread(&plan, &brokers, replicas) <= spread(&lines, &brokers, replicas).max(1));
            assert!(spread(&plan, &brokers, replicas) <= 1, "nothing hinders replicas: {plan:?}");
        }
    }

    #[test]
    fn balancing_what_is_balanced_moves_nothing() {
        for (lines, brokers) in many() {
            let once = balance(&lines, &brokers);
            assert_eq!(balance(&once, &brokers), once);
        }
    }

    #[test]
    fn a_new_broker_gets_its_share_and_no_replica_moves_between_old_ones() {
        let lines = cluster(&[&[1, 2], &[2, 1], &[1, 2], &[2, 1], &[1, 2], &[2, 1]]);
        let plan = balance(&lines, &[1, 2, 3]);
        assert_eq!([1, 2, 3].map(|id| replicas(&plan, id)), [4, 4, 4]);
        assert_eq!([1, 2, 3].map(|id| leaders(&plan, id)), [2, 2, 2]);
        assert_eq!(super::super::plan::sum(&plan).copies, 4);
    }

    #[test]
    fn leaders_are_handed_on_over_brokers_in_between() {
        let lines = cluster(&[&[1, 2], &[1, 2], &[1, 2], &[2, 3], &[2, 3], &[3, 2]]);
        let plan = balance(&lines, &[1, 2, 3]);
        assert!(spread(&plan, &[1, 2, 3], leaders) <= 1, "{plan:?}");
    }

    #[test]
    fn a_drained_broker_has_no_replica_and_replication_stays() {
        for (lines, brokers) in many() {
            for broker in &brokers {
                let Ok(plan) = drain(&lines, &brokers, *broker) else {
                    assert!(lines.iter().any(|line| line.after.len() >= brokers.len()));
                    continue;
                };
                assert!(is_sound(&plan));
                assert_eq!(replicas(&plan, *broker), 0);
                assert!(lines.iter().zip(&plan).all(|(was, is)| was.after.len() == is.after.len()));
                let touched = lines.iter().zip(&plan).filter(|(was, is)| was.after != is.after);
                assert!(touched.into_iter().all(|(was, _)| was.after.contains(broker)));
            }
        }
    }

    #[test]
    fn draining_without_room_names_the_partitions_and_changes_nothing() {
        let lines = cluster(&[&[1], &[1, 2, 3], &[2, 3], &[3, 2, 1]]);
        let refused = drain(&lines, &[1, 2, 3], 1).unwrap_err();
        assert_eq!((refused.topic.as_str(), refused.partition), ("t", 1));
        assert_eq!((refused.partitions, refused.topics), (2, 1));
        assert_eq!((refused.needed, refused.usable), (3, 2));
    }

    #[test]
    fn with_fewer_replicas_every_broker_but_the_last_can_be_drained() {
        let lines = cluster(&[&[1], &[1, 2, 3], &[2, 3], &[3, 2, 1]]);
        let after: Vec<Vec<i32>> =
            drain_with_fewer(&lines, &[1, 2, 3], 1).into_iter().map(|line| line.after).collect();
        assert_eq!(after, [vec![2], vec![2, 3], vec![2, 3], vec![3, 2]]);
        assert_eq!(drain_with_fewer(&cluster(&[&[1]]), &[1], 1), cluster(&[&[1]]), "the last replica stays");
    }

    #[test]
    fn replication_is_what_was_asked_for_and_leaders_stay() {
        for (lines, brokers) in many() {
            for factor in 1..=brokers.len() {
                let plan = replicate(&lines, &brokers, factor).unwrap();
                assert!(is_sound(&plan));
                assert!(plan.iter().all(|line| line.after.len() == factor));
                assert!(lines.iter().zip(&plan).all(|(was, is)| was.after.first() == is.after.first()));
            }
            let beyond = replicate(&lines, &brokers, brokers.len() + 1);
            assert_eq!(beyond.is_err(), !lines.is_empty());
        }
    }
}
