//! What is wrong with a cluster.

use dms_api::models::kafka::Cluster;

use crate::i18n::{Msg, brokers as text};
use crate::ui::Tone;

/// Each problem with how bad it is and how many there are; none for a healthy cluster.
pub fn problems(cluster: &Cluster) -> Vec<(Tone, Msg, u64)> {
    let away = cluster.brokers.iter().filter(|broker| !broker.is_health).count() as u64;
    let leaderless = cluster.partitions_count.saturating_sub(cluster.online_partitions_count);
    let behind = cluster.replicas_count.saturating_sub(cluster.isr_replicas_count);
    // Without any broker nobody could have said who leads.
    let leads = cluster.brokers.iter().any(|b| b.is_controller || b.broker_id == cluster.controller);
    let headless = u64::from(!cluster.brokers.is_empty() && !leads);
    let all = [
        (Tone::Bad, text::BROKERS_DOWN, away),
        (Tone::Bad, text::LEADERLESS, leaderless),
        (Tone::Bad, text::NO_CONTROLLER, headless),
        (Tone::Warn, text::OUT_OF_SYNC, behind),
    ];
    all.into_iter().filter(|(.., n)| *n > 0).collect()
}

#[cfg(test)]
mod tests {
    use dms_api::models::kafka::Broker;

    use super::*;

    fn cluster() -> Cluster {
        let broker = |id: &str| Broker { broker_id: id.into(), is_health: true, ..Broker::default() };
        Cluster {
            controller: "1".into(),
            brokers: vec![broker("0"), broker("1")],
            partitions_count: 6,
            online_partitions_count: 6,
            replicas_count: 18,
            isr_replicas_count: 18,
            ..Cluster::default()
        }
    }

    #[test]
    fn a_healthy_cluster_has_no_problems() {
        assert!(problems(&cluster()).is_empty());
    }

    #[test]
    fn each_problem_is_counted() {
        let mut ill = Cluster { online_partitions_count: 5, isr_replicas_count: 12, ..cluster() };
        ill.brokers[0].is_health = false;
        ill.controller = "7".into();
        let told: Vec<_> = problems(&ill).into_iter().map(|(_, msg, n)| (msg, n)).collect();
        let expected = [
            (text::BROKERS_DOWN, 1),
            (text::LEADERLESS, 1),
            (text::NO_CONTROLLER, 1),
            (text::OUT_OF_SYNC, 6),
        ];
        assert_eq!(told, expected);
    }
}
