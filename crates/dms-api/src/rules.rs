//! Validation rules, enforced alike by the console's forms while the user types and by the local DMS.
//!
//! A rule is data ([`TextRule`], [`NumberRule`]) or a small function; what it finds is a [`Problem`], which says
//! why in a form that a translation can be made from. Bodies have a `check` that returns every [`Finding`].
//! Where the sources contradict each other, the rule is the one that every edition of the service accepts; where
//! the older text is plainly about something else, the rule's own comment says so.

mod address;
mod codes;
mod flavour;
mod group;
mod instance;
mod message;
mod number;
mod password;
mod reassign;
mod resize;
mod rocketmq;
mod tags;
mod text;
mod topic;
mod user;
mod v1;

pub use address::advertised_address;
pub use codes::dms_code;
pub use flavour::{Flavour, Limits};
pub use group::group_name;
pub use instance::{
    ACTION_INSTANCES, CHARGING_MODES, InstanceFacts, MECHANISMS, MONTHS, PERIOD_TYPES, PROTOCOLS,
    RETENTION_POLICIES, WINDOW_HOURS, WINDOW_STARTS, YEARS, maintain_window, public_addresses, zones,
};
pub use message::{
    FOUND_PAGE, KEYWORD_LENGTH, KEYWORDS, SEARCH_RESULTS, SEARCHED_BYTES, SEARCHED_MESSAGES, SHOWN_BYTES,
    keywords, time_range,
};
pub use number::{NumberRule, number};
pub use password::{PASSWORD_LENGTH, PASSWORD_SPECIALS, password, password_classes};
pub use reassign::ReassignFacts;
pub use resize::{DISK_EXPANSIONS, ExtendFacts};
pub use rocketmq::{
    ACCESS_KEY, GROUP_PERMISSIONS, MAX_BODY, MIGRATION_FILE_BYTES, MIGRATION_NAME, MigrationEntry,
    MigrationFate, MigrationThing, PERMISSIONS, QUEUES, RESERVED_TOPICS, RESET_TIME, RETRY_MAX,
    ROCKETMQ_NAME, RocketmqFacts, TOPIC_PERMISSIONS, migration_body, migration_entries, migration_kind,
    rocketmq_code, rocketmq_group_name, rocketmq_topic_name, white_list, white_list_has,
};
pub use tags::{TAG_KEY, TAG_VALUE, TAGS_PER_INSTANCE, tag_key, tag_value, tags};
pub use text::{
    ACCESS_USER, DESCRIPTION, GROUP_DESC, GROUP_NAME, INSTANCE_NAME, MANAGER_USER, TOPIC_DESC, TOPIC_NAME,
    TextRule, USER_DESC,
};
pub use topic::{
    MAX_MESSAGE_BYTES, PARTITIONS, REPLICAS, RETENTION_HOURS, TIMESTAMP_TYPES, TopicFacts, collision,
    more_partitions, topic_name,
};
pub use user::{ACCESS_POLICIES, USERS_PER_INSTANCE};
pub use v1::V1Flavour;

/// Why a value is not accepted. Positions and lengths count characters, not bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was entered.
    Required,
    /// Nothing was chosen.
    NotChosen,
    /// Fewer than `min` characters.
    TooShort {
        /// Characters needed.
        min: usize,
    },
    /// More than `max` characters.
    TooLong {
        /// Characters allowed.
        max: usize,
    },
    /// The first character is not allowed there; a name must begin with a letter.
    BadStart,
    /// A blank at the start or the end.
    BlankAtEnds,
    /// A character that is not allowed.
    BadChar {
        /// Where it is, from 0.
        at: usize,
        /// The character.
        ch: char,
    },
    /// Not a whole number.
    NotANumber,
    /// A number below the range.
    TooSmall {
        /// Smallest allowed.
        min: i64,
    },
    /// A number above the range.
    TooLarge {
        /// Largest allowed.
        max: i64,
    },
    /// Not a multiple of `step`.
    NotStep {
        /// See above.
        step: i64,
    },
    /// A password with too few kinds of character, of lower case, upper case, digits and special characters.
    TooFewClasses {
        /// Kinds needed.
        need: u8,
        /// Kinds there are.
        got: u8,
    },
    /// The password is the user's name.
    SameAsName,
    /// The password is the user's name backwards.
    ReversedName,
    /// A name or a prefix that the service keeps for itself.
    Reserved,
    /// The same value is there already.
    Duplicate,
    /// Kafka cannot tell the name from an existing one: `.` and `_` count as the same.
    Collides {
        /// The existing name.
        with: String,
    },
    /// More than `max` entries.
    TooMany {
        /// Entries allowed.
        max: usize,
    },
    /// Not exactly `need` entries.
    WrongCount {
        /// Entries needed.
        need: usize,
    },
    /// Zones must be one, or three or more.
    TwoZones,
    /// Not one of the words that the service knows.
    NotOneOf {
        /// The words.
        allowed: &'static [&'static str],
    },
    /// The service does not offer it (any more).
    Unknown,
    /// An entry of a white list that is no address.
    NotAnAddress {
        /// The entry.
        entry: String,
    },
    /// The maintenance window does not begin at one of the set hours or does not last four hours.
    NotAWindow,
    /// Synchronous replication needs a second replica.
    NeedsReplicas,
}

/// A problem and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// JSON key of the body's field; for parts of a list `tags.key`, `topic_other_configs.max.message.bytes`.
    pub field: &'static str,
    /// Which entry of a list, from 0.
    pub index: Option<usize>,
    /// What is wrong.
    pub problem: Problem,
}

/// Everything that was found, in the order of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings(pub Vec<Finding>);

impl Findings {
    /// Whether the body can be sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first problem of a field.
    pub fn of(&self, field: &str) -> Option<&Problem> {
        self.0.iter().find(|f| f.field == field).map(|f| &f.problem)
    }

    /// The first problem of one entry of a list.
    pub fn of_entry(&self, field: &str, index: usize) -> Option<&Problem> {
        self.0.iter().find(|f| f.field == field && f.index == Some(index)).map(|f| &f.problem)
    }

    /// Notes what a check of a field says.
    pub fn note<T>(&mut self, field: &'static str, checked: Result<T, Problem>) {
        if let Err(problem) = checked {
            self.0.push(Finding { field, index: None, problem });
        }
    }

    /// Notes what a check of one entry of a list says.
    pub fn note_entry<T>(&mut self, field: &'static str, index: usize, checked: Result<T, Problem>) {
        if let Err(problem) = checked {
            self.0.push(Finding { field, index: Some(index), problem });
        }
    }

    /// Notes a field that nothing was entered into.
    pub(crate) fn require(&mut self, field: &'static str, value: &str) {
        self.note(field, if value.is_empty() { Err(Problem::Required) } else { Ok(()) });
    }

    /// Notes a field that nothing was chosen for.
    pub(crate) fn require_choice(&mut self, field: &'static str, value: &str) {
        self.note(field, if value.is_empty() { Err(Problem::NotChosen) } else { Ok(()) });
    }
}

/// Checks a word against a list.
///
/// # Errors
/// [`Problem::NotOneOf`].
pub fn one_of(word: &str, allowed: &'static [&'static str]) -> Result<(), Problem> {
    if allowed.contains(&word) { Ok(()) } else { Err(Problem::NotOneOf { allowed }) }
}
