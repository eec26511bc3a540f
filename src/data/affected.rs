//! Which kept answers a change makes doubtful.

/// Whether an answer kept for `read` (a path) may have changed by a successful write to `write` (a path).
///
/// A write to an instance or to something in it touches all that is known of that instance; a write that
/// creates, deletes or changes instances touches the lists of instances as well.
pub fn is_affected(read: &str, write: &str) -> bool {
    match instance(write) {
        Some(id) => {
            let same = read.split('/').any(|segment| segment == id);
            same || (is_about_instances(read) && !is_inside(write, id))
        }
        None => is_about_instances(read) || instance(read).is_some(),
    }
}

/// The instance that a path is about: what follows `instances`, or the engine where tags are concerned
/// (`/v2/{project}/kafka/{instance}/tags`).
fn instance(path: &str) -> Option<&str> {
    let segments: Vec<&str> = path.split('/').filter(|s| !s.is_empty()).collect();
    let after = |word: &str| {
        let at = segments.iter().position(|s| *s == word)?;
        segments.get(at + 1).copied().filter(|id| *id != "action" && *id != "instances" && *id != "tags")
    };
    if segments.contains(&"instances") {
        after("instances")
    } else {
        after("kafka").or_else(|| after("rocketmq"))
    }
}

/// Whether a path lists instances or what all of them have in common (project tags).
fn is_about_instances(path: &str) -> bool {
    instance(path).is_none() && path.split('/').any(|s| s == "instances" || s == "tags")
}

/// Whether a write is about something inside the instance, which no list of instances shows.
fn is_inside(write: &str, id: &str) -> bool {
    let rest = write.split(id).nth(1).unwrap_or_default();
    ["/topics", "/groups", "/users", "/messages", "/tasks", "/management", "/metadata"]
        .iter()
        .any(|part| rest.starts_with(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "/v2/p/instances";
    const ONE: &str = "/v2/p/instances/i1";
    const TOPICS: &str = "/v2/p/instances/i1/topics";
    const OTHER: &str = "/v2/p/instances/i2/topics";

    #[test]
    fn a_change_inside_an_instance_stays_there() {
        let create_topic = "/v2/p/instances/i1/topics";
        assert!(is_affected(TOPICS, create_topic) && is_affected(ONE, create_topic));
        assert!(!is_affected(OTHER, create_topic) && !is_affected(LIST, create_topic));
    }

    #[test]
    fn a_change_of_an_instance_shows_in_the_lists() {
        for write in [ONE, "/v2/kafka/p/instances/i1/extend", "/v2/p/kafka/i1/tags/action"] {
            assert!(
                is_affected(LIST, write) && is_affected(ONE, write) && !is_affected(OTHER, write),
                "{write}"
            );
        }
    }

    #[test]
    fn a_change_of_several_instances_touches_them_all() {
        for write in ["/v2/p/instances/action", "/v2/kafka/p/instances"] {
            assert!(
                is_affected(LIST, write) && is_affected(ONE, write) && is_affected(OTHER, write),
                "{write}"
            );
        }
        assert!(!is_affected("/v2/available-zones", "/v2/p/instances/action"));
    }
}
