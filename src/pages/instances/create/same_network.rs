//! The networks of instances that there are: DMS has no list of others.

use std::sync::Arc;

use dms_api::models::Instance;

use crate::i18n::instances::create as text;
use crate::pages::instances::use_instances;
use crate::prelude::*;
use crate::ui::{Bound, Choice, Field, FieldState, Select};

/// Names of instances that a network is called by.
const NAMED: usize = 3;

/// A network by its ids, and the instances in it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Network {
    vpc: String,
    subnet: String,
    group: String,
    /// "orders, payments, …"
    names: String,
}

/// Fills in the ids of the network that an instance is in. Shows nothing where there is no instance.
#[component]
pub fn SameNetwork(vpc: FieldState, subnet: FieldState, group: FieldState) -> AnyView {
    let instances = use_instances();
    let networks = Memo::new(move |_| networks(&instances.all()));
    let options = Signal::derive(move || {
        let choice = |(n, network): (usize, &Network)| Choice::new(n.to_string(), network.names.clone());
        networks.with(|all| all.iter().enumerate().map(choice).collect::<Vec<_>>())
    });
    let chosen = Signal::derive(move || {
        let is_typed = |n: &Network| n.vpc == vpc.get() && n.subnet == subnet.get() && n.group == group.get();
        networks.with(|all| all.iter().position(is_typed)).map(|n| n.to_string()).unwrap_or_default()
    });
    let value = Bound::new(chosen, move |new: String| {
        let wanted = new.parse::<usize>().ok();
        let Some(network) = networks.with_untracked(|all| all.get(wanted?).cloned()) else { return };
        vpc.set(network.vpc);
        subnet.set(network.subnet);
        group.set(network.group);
    });
    let some = Memo::new(move |_| networks.with(|all| !all.is_empty()));
    let view = move || {
        some.get().then(|| {
            view! {
                <Field label=text::SAME_NETWORK hint=text::SAME_NETWORK_HINT>
                    <Select value options placeholder=text::SAME_NETWORK_NONE/>
                </Field>
            }
        })
    };
    view.into_any()
}

/// Each network once, in the order of the instances.
fn networks(instances: &[Arc<Instance>]) -> Vec<Network> {
    let mut all: Vec<(Network, usize)> = Vec::new();
    for of in instances {
        let (vpc, subnet, group) = (&of.vpc_id, &of.subnet_id, &of.security_group_id);
        if [vpc, subnet, group, &of.name].iter().any(|text| text.is_empty()) {
            continue;
        }
        let same = |(n, _): &&mut (Network, usize)| (&n.vpc, &n.subnet, &n.group) == (vpc, subnet, group);
        match all.iter_mut().find(same) {
            Some((network, count)) => {
                *count += 1;
                match *count {
                    ..=NAMED => network.names = format!("{}, {}", network.names, of.name),
                    n if n == NAMED + 1 => network.names.push_str(", …"),
                    _ => {}
                }
            }
            None => {
                let [vpc, subnet, group, names] = [vpc, subnet, group, &of.name].map(Clone::clone);
                all.push((Network { vpc, subnet, group, names }, 1));
            }
        }
    }
    all.into_iter().map(|(network, _)| network).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instance(name: &str, subnet: &str) -> Arc<Instance> {
        Arc::new(Instance {
            name: name.to_owned(),
            vpc_id: "v".to_owned(),
            subnet_id: subnet.to_owned(),
            security_group_id: "g".to_owned(),
            ..Instance::default()
        })
    }

    #[test]
    fn a_network_is_offered_once_by_the_names_in_it() {
        let all = [("a", "s1"), ("b", "s2"), ("c", "s1"), ("d", "s1"), ("e", "s1"), ("f", "s1"), ("g", "")];
        let all: Vec<Arc<Instance>> = all.iter().map(|(name, subnet)| instance(name, subnet)).collect();
        let names: Vec<String> = networks(&all).into_iter().map(|network| network.names).collect();
        assert_eq!(names, ["a, c, d, …", "b"]);
    }
}
