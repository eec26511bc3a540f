//! What one client may use: a token bucket for the rate, a counter for what runs at the same time.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use super::refusal::Refusal;
use crate::config::Limits;

/// From this many clients on, those that are idle are forgotten.
const REMEMBERED: usize = 1024;

/// The quotas of all clients.
#[derive(Debug)]
pub struct Quotas {
    rate: f64,
    burst: f64,
    concurrent: u32,
    clients: Arc<Mutex<HashMap<IpAddr, Usage>>>,
}

#[derive(Debug)]
struct Usage {
    tokens: f64,
    at: Instant,
    running: u32,
}

/// A running call. Dropping it makes room for the client's next one.
#[derive(Debug)]
pub struct Slot {
    clients: Arc<Mutex<HashMap<IpAddr, Usage>>>,
    client: IpAddr,
}

impl Quotas {
    /// Full quotas for everybody.
    pub fn new(limits: &Limits) -> Self {
        Self {
            rate: f64::from(limits.rate),
            burst: f64::from(limits.burst.max(1)),
            concurrent: limits.concurrent.max(1),
            clients: Arc::default(),
        }
    }

    /// Room for one call of `client`.
    ///
    /// # Errors
    /// [`Refusal::TooManyCalls`] when there is none.
    pub fn take(&self, client: IpAddr, now: Instant) -> Result<Slot, Refusal> {
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if clients.len() >= REMEMBERED {
            clients.retain(|_, usage| usage.running > 0 || self.tokens(usage, now) < self.burst);
        }
        let usage = clients.entry(client).or_insert(Usage { tokens: self.burst, at: now, running: 0 });
        usage.tokens = self.tokens(usage, now);
        usage.at = now;
        if usage.tokens < 1.0 || usage.running >= self.concurrent {
            return Err(Refusal::TooManyCalls);
        }
        usage.tokens -= 1.0;
        usage.running += 1;
        Ok(Slot { clients: Arc::clone(&self.clients), client })
    }

    fn tokens(&self, usage: &Usage, now: Instant) -> f64 {
        let refilled = now.saturating_duration_since(usage.at).as_secs_f64() * self.rate;
        (usage.tokens + refilled).min(self.burst)
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(usage) = clients.get_mut(&self.client) {
            usage.running = usage.running.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn quotas(rate: u32, burst: u32, concurrent: u32) -> Quotas {
        Quotas::new(&Limits { rate, burst, concurrent, ..Limits::default() })
    }

    fn ip(last: u8) -> IpAddr {
        IpAddr::from([10, 0, 0, last])
    }

    #[test]
    fn a_burst_is_used_up_and_comes_back() {
        let (quotas, now) = (quotas(2, 3, 10), Instant::now());
        for _ in 0..3 {
            assert!(quotas.take(ip(1), now).is_ok());
        }
        assert!(quotas.take(ip(1), now).is_err());
        assert!(quotas.take(ip(2), now).is_ok(), "another client has its own");
        let later = now + Duration::from_millis(500);
        assert!(quotas.take(ip(1), later).is_ok());
        assert!(quotas.take(ip(1), later).is_err());
    }

    #[test]
    fn a_finished_call_makes_room() {
        let (quotas, now) = (quotas(100, 100, 1), Instant::now());
        let slot = quotas.take(ip(1), now).unwrap();
        assert!(quotas.take(ip(1), now).is_err());
        drop(slot);
        assert!(quotas.take(ip(1), now).is_ok());
    }

    #[test]
    fn idle_clients_are_forgotten() {
        let (quotas, now) = (quotas(1, 1, 1), Instant::now());
        for n in 0..2000_u32 {
            let later = now + Duration::from_secs(u64::from(n));
            assert!(quotas.take(IpAddr::from(n.to_be_bytes()), later).is_ok());
        }
        assert!(quotas.clients.lock().unwrap().len() <= REMEMBERED);
    }
}
