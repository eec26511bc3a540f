//! Changes that go on in the background: followed to their end, with a result for each thing.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use dms_api::models::TaskStatus;
use dms_api::ops::rocketmq::ShowTask;

use crate::data::{ApiFailure, ask, transport};
use crate::pages::batch::{Job, Outcome};

/// Things per call. The reference names no limit; other batch calls of the service take 50.
const MOST: usize = 50;
/// Between two looks at a task.
const PAUSE_MS: u32 = 1_000;
/// Looks before the end of a task is called unknown: ten minutes.
const LOOKS: u32 = 600;
/// Looks in a row that may fail: a task may not be listed the moment it begins.
const BLIND: u32 = 3;

/// How a task ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Done,
    Failed,
    /// It takes too long, or nothing can be learned of it.
    Unknown,
}

/// Waits until the task `job_id` of an instance has ended.
pub async fn follow(instance_id: &str, job_id: &str) -> Ended {
    let mut blind = 0;
    for _ in 0..LOOKS {
        let op = ShowTask { instance_id: instance_id.to_owned(), task_id: job_id.to_owned() };
        let status = ask(op).await.ok().and_then(|list| list.tasks.first().map(|task| task.status.clone()));
        match status {
            Some(TaskStatus::Success) => return Ended::Done,
            Some(TaskStatus::Failed) => return Ended::Failed,
            Some(status) if status.is_transient() => blind = 0,
            _ if blind + 1 == BLIND => return Ended::Unknown,
            _ => blind += 1,
        }
        transport::sleep(PAUSE_MS).await;
    }
    Ended::Unknown
}

type Answer<T> = Pin<Box<dyn Future<Output = Result<T, ApiFailure>>>>;

/// The calls of a change that one call makes to one thing, and another to several.
#[derive(Clone)]
pub struct Calls {
    /// Changes several and gives the id of the task that does it.
    pub many: Rc<dyn Fn(Vec<String>) -> Answer<String>>,
    /// Changes one.
    pub one: Rc<dyn Fn(String) -> Answer<()>>,
    /// Asks whether one has been changed.
    pub is_done: Rc<dyn Fn(String) -> Answer<bool>>,
}

/// Changes things of `instance`: one with the call for one, several with the call for several, whose task is
/// followed. The service takes or refuses such a call as a whole; the names of a refused one are tried one by one
/// when the user tries again, so that one bad name does not keep the others.
pub fn one_or_many(instance: String, calls: Calls) -> Job {
    let apart = Rc::new(RefCell::new(Vec::<String>::new()));
    let known = Rc::clone(&apart);
    let job = Job::calls(MOST, move |names| {
        let (instance, calls, apart) = (instance.clone(), calls.clone(), Rc::clone(&apart));
        async move {
            if let [name] = names.as_slice() {
                let outcome = Outcome::of_call((calls.one)(name.clone()).await);
                if outcome == Outcome::Done {
                    apart.borrow_mut().retain(|other| other != name);
                }
                return vec![outcome];
            }
            match (calls.many)(names.clone()).await {
                Ok(job_id) => told(follow(&instance, &job_id).await, names, &calls).await,
                Err(failure) => {
                    apart.borrow_mut().extend(names.iter().cloned());
                    vec![Outcome::Call(failure); names.len()]
                }
            }
        }
    });
    job.split(move |names| split(names, &known.borrow()))
}

/// Whether something is gone, of the answer to a question about it.
///
/// # Errors
/// Where the answer does not tell.
pub fn is_gone<T>(answer: Result<T, ApiFailure>) -> Result<bool, ApiFailure> {
    match answer {
        Ok(_) => Ok(false),
        Err(failure) if failure.is_not_found() => Ok(true),
        Err(failure) => Err(failure),
    }
}

/// What became of each name, where the task does not say it for all.
async fn told(ended: Ended, names: Vec<String>, calls: &Calls) -> Vec<Outcome> {
    if ended == Ended::Done {
        return vec![Outcome::Done; names.len()];
    }
    let mut outcomes = Vec::with_capacity(names.len());
    for name in names {
        outcomes.push(match ((calls.is_done)(name).await, ended) {
            (Ok(true), _) => Outcome::Done,
            (Ok(false), Ended::Failed) => Outcome::Failed,
            _ => Outcome::Unmentioned,
        });
    }
    outcomes
}

fn split(names: Vec<String>, apart: &[String]) -> Vec<Vec<String>> {
    let (alone, together): (Vec<String>, Vec<String>) = names.into_iter().partition(|n| apart.contains(n));
    let mut calls: Vec<Vec<String>> = together.chunks(MOST).map(<[String]>::to_vec).collect();
    calls.extend(alone.into_iter().map(|name| vec![name]));
    calls
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_a_refused_call_go_one_by_one() {
        let names = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
        assert_eq!(split(names(&["a", "b", "c"]), &[]), [names(&["a", "b", "c"])]);
        assert_eq!(
            split(names(&["a", "b", "c"]), &names(&["a", "c"])),
            [names(&["b"]), names(&["a"]), names(&["c"])]
        );
        let many: Vec<String> = (0..51).map(|n| n.to_string()).collect();
        assert_eq!(split(many, &[]).iter().map(Vec::len).collect::<Vec<_>>(), [50, 1]);
    }
}
