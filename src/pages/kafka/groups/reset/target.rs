//! What the user has chosen: where to, and which topics.

use std::collections::{BTreeMap, BTreeSet};

use super::listing;
use super::plan::Key;
use crate::i18n::problems::complaint;
use crate::i18n::{groups as text, t, tf};
use crate::pages::date_time::epoch_ms;
use crate::prelude::*;
use crate::routes::{QueryText, use_query_signal};
use crate::ui::{FieldState, FormState};

/// The ways to say where a group shall go, as they stand in the URL.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// Nothing has been chosen yet.
    #[default]
    Unchosen,
    Earliest,
    Latest,
    Time,
    Offset,
    Shift,
    Copy,
    List,
}

impl Way {
    /// In the order of the form.
    pub const ALL: [Self; 7] =
        [Self::Earliest, Self::Latest, Self::Time, Self::Offset, Self::Shift, Self::Copy, Self::List];

    /// The word in the URL.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unchosen => "",
            Self::Earliest => "earliest",
            Self::Latest => "latest",
            Self::Time => "time",
            Self::Offset => "offset",
            Self::Shift => "shift",
            Self::Copy => "copy",
            Self::List => "list",
        }
    }

    fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|way| way.word() == word).unwrap_or_default()
    }
}

/// The fields of the page.
#[derive(Clone, Copy)]
pub struct TargetForm {
    pub way: QueryText,
    /// Topics left out, with commas: Kafka's topic names have none.
    pub topics: QueryText,
    /// As the browser's own control writes it.
    pub time: FieldState,
    pub offset: FieldState,
    pub shift: FieldState,
    /// Name of the group to copy from.
    pub source: FieldState,
    pub list: FieldState,
    /// Offsets given for single partitions.
    pub own: RwSignal<BTreeMap<Key, i64>>,
    /// Whether the newer of the two calls is made.
    pub newer: RwSignal<bool>,
}

impl TargetForm {
    /// Empty fields for moving `group`.
    pub fn new(group: &str) -> Self {
        let state = FormState::new();
        let group = group.to_owned();
        let (way, topics) = (use_query_signal("to"), use_query_signal("topics"));
        let only = move |wanted: Way| Way::of_word(&way.get()) == wanted;
        Self {
            way,
            topics,
            time: state.text("", move |raw| {
                (only(Way::Time) && epoch_ms(raw).is_none()).then(|| t(text::TIME_WRONG).to_owned())
            }),
            offset: state.text("0", move |raw| only(Way::Offset).then(|| complaint(offset(raw))).flatten()),
            shift: state.text("-100", move |raw| {
                only(Way::Shift).then(|| complaint(dms_api::rules::number(raw))).flatten()
            }),
            source: state.text("", move |raw| match raw {
                _ if !only(Way::Copy) => None,
                "" => Some(t(text::SOURCE_NONE).to_owned()),
                other if other == group => Some(t(text::SOURCE_SAME).to_owned()),
                _ => None,
            }),
            list: state.text("", move |raw| {
                let wrong = only(Way::List).then(|| listing::read(raw).err()).flatten()?;
                Some(tf(text::LIST_WRONG, &[("n", &wrong)]))
            }),
            own: RwSignal::new(BTreeMap::new()),
            newer: RwSignal::new(false),
        }
    }

    /// The way chosen, tracked.
    pub fn way(self) -> Way {
        Way::of_word(&self.way.get())
    }

    /// Epoch milliseconds of the time typed, tracked.
    pub fn ms(self) -> Option<i64> {
        epoch_ms(&self.time.get())
    }

    /// Topics left out, tracked.
    pub fn left_out(self) -> BTreeSet<String> {
        self.topics.with_list()
    }

    /// Begins anew with these offsets as the list.
    pub fn go_to_list(self, offsets: &BTreeMap<Key, i64>) {
        self.list.set(listing::write(offsets));
        self.own.set(BTreeMap::new());
        self.topics.set("");
        self.way.set(Way::List.word());
    }
}

trait Listed {
    fn with_list(&self) -> BTreeSet<String>;
}

impl Listed for QueryText {
    fn with_list(&self) -> BTreeSet<String> {
        self.get().split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }
}

/// A whole number that can be an offset.
pub fn offset(raw: &str) -> Result<i64, dms_api::rules::Problem> {
    let n = dms_api::rules::number(raw)?;
    if n < 0 { Err(dms_api::rules::Problem::TooSmall { min: 0 }) } else { Ok(n) }
}
