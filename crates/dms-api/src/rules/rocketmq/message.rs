//! Messages, positions and migrations (R5.2.8, R5.4, R5.6).

use crate::ops::rocketmq::{ResendBody, ResetOffsetBody, SendBody, VerifyBody};
use crate::rules::text::Chars;
use crate::rules::{Findings, NumberRule, Problem, TextRule};

/// Most bytes of a message's body.
pub const MAX_BODY: usize = 4 * 1024 * 1024;

/// Name of a migration task, like an instance's.
pub const MIGRATION_NAME: TextRule =
    TextRule { section: "R5.6.1", min: 4, max: 64, chars: Chars::Name("-_") };

/// Where a group can be moved: a time, or -1 for the end.
pub const RESET_TIME: NumberRule = NumberRule::range("R5.2.8", -1, 253_402_300_799_999);

impl ResetOffsetBody {
    /// Every problem of the body.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        found.require_choice("topic", &self.topic);
        found.note("timestamp", RESET_TIME.check(self.timestamp));
        found
    }
}

impl SendBody {
    /// Every problem of the body.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        found.require_choice("topic", &self.topic);
        found.require("body", &self.body);
        if self.body.len() > MAX_BODY {
            found.note("body", Err::<(), _>(Problem::TooLong { max: MAX_BODY }));
        }
        for (index, property) in self.property_list.iter().enumerate() {
            let nameless = if property.name.is_empty() { Err(Problem::Required) } else { Ok(()) };
            let twice = self.property_list.iter().take(index).any(|other| other.name == property.name);
            let fresh = if twice { Err(Problem::Duplicate) } else { Ok(()) };
            found.note_entry("property_list.name", index, nameless.and(fresh));
        }
        found
    }
}

impl ResendBody {
    /// Every problem of the body.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        found.require_choice("topic", &self.topic);
        ids(&mut found, &self.msg_id_list);
        found
    }
}

impl VerifyBody {
    /// Every problem of the body.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        found.require_choice("group", &self.group);
        found.require_choice("client_id", &self.client_id);
        ids(&mut found, &self.msg_id_list);
        found
    }
}

fn ids(found: &mut Findings, ids: &[String]) {
    if ids.is_empty() {
        found.note("msg_id_list", Err::<(), _>(Problem::Required));
    }
}
