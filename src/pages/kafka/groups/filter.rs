//! What the search box and the filters of the group list let through. Pure.

use dms_api::models::kafka::{GroupState, GroupSummary};

use crate::pages::search::Words;

/// The filters as they stand in the URL.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    words: Words,
    states: Vec<GroupState>,
    lag: Option<LagFilter>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LagFilter {
    Some,
    None,
    Unknown,
}

impl Filter {
    /// `states` is a list with commas; `lag` one of `some`, `none`, `unknown`. What is not known is no filter.
    pub fn new(search: &str, states: &str, lag: &str) -> Self {
        Self {
            words: Words::of(search),
            states: states.split(',').filter(|s| !s.is_empty()).map(GroupState::from_word).collect(),
            lag: match lag {
                "some" => Some(LagFilter::Some),
                "none" => Some(LagFilter::None),
                "unknown" => Some(LagFilter::Unknown),
                _ => None,
            },
        }
    }

    /// Every word must be in the name or the description, upper or lower case.
    pub fn passes(&self, group: &GroupSummary) -> bool {
        let lag = match self.lag {
            None => true,
            Some(LagFilter::Some) => group.lag.is_some_and(|lag| lag > 0),
            Some(LagFilter::None) => group.lag == Some(0),
            Some(LagFilter::Unknown) => group.lag.is_none(),
        };
        lag && (self.states.is_empty() || self.states.contains(&group.state))
            && self.words.are_in(&[&group.group_id, group.group_desc.as_deref().unwrap_or_default()])
    }

    /// The test for a table.
    pub fn into_test(self) -> impl Fn(&GroupSummary) -> bool {
        move |group| self.passes(group)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(name: &str, state: GroupState, lag: Option<u64>) -> GroupSummary {
        GroupSummary { group_id: name.into(), state, lag, ..GroupSummary::default() }
    }

    #[test]
    fn words_states_and_lag_all_have_to_fit() {
        let group = group("Billing-eu", GroupState::Stable, Some(7));
        assert!(Filter::new("EU bill", "STABLE,EMPTY", "some").passes(&group));
        assert!(!Filter::new("us", "", "").passes(&group));
        assert!(!Filter::new("", "EMPTY", "").passes(&group));
        assert!(!Filter::new("", "", "none").passes(&group));
    }

    #[test]
    fn an_unknown_lag_is_neither_some_nor_none() {
        let group = group("a", GroupState::Empty, None);
        assert!(!Filter::new("", "", "some").passes(&group));
        assert!(!Filter::new("", "", "none").passes(&group));
        assert!(Filter::new("", "", "unknown").passes(&group));
    }
}
