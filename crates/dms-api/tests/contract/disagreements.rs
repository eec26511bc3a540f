//! The 94 places where the references, their examples and the SDKs disagree, by their number in the project's list of
//! them. Each that touches what is read or sent has a proof here; the others say why there is none.

mod kafka;
mod rocketmq;

use dms_api::record::FromAnswer;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, to_value};

use crate::facts;

/// How many there are.
const NUMBERS: u8 = 94;

/// One disagreement.
struct Disagreement {
    number: u8,
    about: &'static str,
    proof: Proof,
}

enum Proof {
    /// Answers: every shape is read, and written again, as the first one, of which nothing is lost.
    Same { written: fn(&Value) -> Value, shapes: Vec<Value> },
    /// A body: every shape is understood as the first one, which is also what is sent.
    Sent { written: fn(&Value) -> serde_json::Result<Value>, shapes: Vec<Value> },
    /// Anything else that can be shown.
    Shown(fn()),
    /// Nothing that is read or sent depends on it.
    NoData(&'static str),
}

/// For answers.
fn same<R: FromAnswer + Serialize>(shapes: Vec<Value>) -> Proof {
    fn written<R: FromAnswer + Serialize>(json: &Value) -> Value {
        to_value(R::from_answer(json)).unwrap()
    }
    Proof::Same { written: written::<R>, shapes }
}

/// For bodies.
fn sent<B: DeserializeOwned + Serialize>(shapes: Vec<Value>) -> Proof {
    fn written<B: DeserializeOwned + Serialize>(json: &Value) -> serde_json::Result<Value> {
        to_value(serde_json::from_value::<B>(json.clone())?)
    }
    Proof::Sent { written: written::<B>, shapes }
}

fn all() -> Vec<Disagreement> {
    let rows = kafka::rows().into_iter().chain(rocketmq::rows());
    rows.map(|(number, about, proof)| Disagreement { number, about, proof }).collect()
}

#[test]
fn every_number_is_there_once() {
    let numbers: Vec<u8> = all().iter().map(|one| one.number).collect();
    let wanted: Vec<u8> = (1..=NUMBERS).collect();
    assert_eq!(numbers, wanted);
}

#[test]
fn every_variant_is_read_alike() {
    let (mut proved, mut none) = (0, Vec::new());
    for Disagreement { number, about, proof } in all() {
        let label = format!("{number}. {about}");
        match proof {
            Proof::Same { written, shapes } => alike(&label, shapes, written),
            Proof::Sent { written, shapes } => alike(&label, shapes, |json| {
                written(json).unwrap_or_else(|error| panic!("{label}: {json} is refused: {error}"))
            }),
            Proof::Shown(show) => show(),
            Proof::NoData(why) => {
                none.push(format!("{label}: {why}"));
                continue;
            }
        }
        proved += 1;
    }
    println!("{proved} of {NUMBERS} proved; no data:\n{}", none.join("\n"));
    assert!(proved >= 70, "{proved}");
}

fn alike(label: &str, shapes: Vec<Value>, written: impl Fn(&Value) -> Value) {
    assert!(!shapes.is_empty(), "{label}: no shape");
    let first = &shapes[0];
    let wanted = written(first);
    let lost = facts::differences(first, &wanted);
    assert!(lost.is_empty(), "{label}: {lost:?} of {first}");
    for shape in &shapes {
        assert_eq!(written(shape), wanted, "{label}: {shape}");
    }
}
