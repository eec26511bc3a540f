use dms_api::models::InstanceStatus;
use dms_api::record::{
    CommaList, FromAnswer, IsoMillis, JsonText, Lenient, Millis, TextBool, TextMillis, TextNumber,
};
use dms_api::{open_enum, record};
use serde_json::{Value, json, to_value};

record! {
    /// A part.
    pub struct Part {
        /// A name.
        pub name: String,
    }
}

record! {
    /// A bit of everything.
    pub struct Sample {
        /// A text.
        pub text: String as "text" | "label",
        /// A number.
        pub count: u32,
        /// Perhaps a number.
        pub limit: Option<i64>,
        /// A truth value.
        pub on: bool,
        /// Texts.
        pub names: Vec<String>,
        /// Parts.
        pub parts: Vec<Part>,
        /// One part, nested or not.
        pub part: Part as "part" | ".",
        /// The answer, if it is a list.
        pub items: Vec<Part> as "items" | "",
        ..rest
    }
}

#[test]
fn a_field_takes_what_it_can_use() {
    let sample = Sample::from_answer(&json!({
        "label": 7, "count": "3", "limit": "", "on": "True", "names": "a, b,,c ", "parts": {"name": "one"},
        "name": "flat", "unknown": {"kept": true},
    }));
    assert_eq!((sample.text.as_str(), sample.count, sample.limit, sample.on), ("7", 3, None, true));
    assert_eq!(sample.names, ["a", "b", "c"]);
    assert_eq!(sample.parts.first().map(|p| p.name.as_str()), Some("one"));
    assert_eq!(sample.part.name, "flat");
    assert_eq!(sample.rest.0.get("unknown"), Some(&json!({"kept": true})));
}

#[test]
fn a_strange_field_costs_only_itself() {
    let sample = Sample::from_answer(&json!({
        "text": {"no": "text"}, "count": -4, "on": [], "names": [1, null, {}, "x"], "parts": ["no", {"name": "p"}, 3],
        "part": null, "limit": {},
    }));
    assert_eq!((sample.text.as_str(), sample.count, sample.on), ("", 0, false));
    assert_eq!(sample.names, ["1", "x"]);
    assert_eq!(sample.parts.len(), 1);
    assert_eq!(sample.limit, None);
}

#[test]
fn nested_wins_over_flat_and_null_over_neither() {
    let nested = json!({"part": {"name": "nested"}, "name": "flat"});
    assert_eq!(Sample::from_answer(&nested).part.name, "nested");
    assert_eq!(Sample::from_answer(&json!({"part": null, "name": "flat"})).part.name, "flat");
}

#[test]
fn an_answer_that_is_a_list_or_a_text_or_nothing() {
    let sample = Sample::from_answer(&json!([{"name": "a"}, {"name": "b"}]));
    assert_eq!(sample.items.len(), 2);
    assert_eq!(Sample::from_answer(&Value::Null), Sample::default());
    assert_eq!(Sample::from_answer(&json!("text")).items, []);
}

#[test]
fn what_is_absent_is_not_written() {
    let written = to_value(Sample { limit: None, ..Sample::default() }).unwrap();
    assert_eq!(written.get("limit"), None);
    assert_eq!(written["names"], json!([]));
    let sample = Sample::from_answer(&json!({"extra": 1}));
    assert_eq!(to_value(sample).unwrap()["extra"], 1);
}

#[test]
fn integers_of_any_size() {
    assert_eq!(i64::read(&json!(9_223_372_036_854_776_000_u64)), Some(i64::MAX));
    assert_eq!(u64::read(&json!(9_223_372_036_854_776_000_u64)), Some(9_223_372_036_854_776_000));
    assert_eq!(u64::read(&json!(1e300)), Some(u64::MAX));
    assert_eq!(u32::read(&json!(-1)), None);
    assert_eq!(u32::read(&json!("12.0")), Some(12));
    assert_eq!(i32::read(&json!(7.9)), Some(7));
    assert_eq!(i64::read(&json!("99999999999999999999")), Some(i64::MAX));
    for nonsense in [json!("12k"), json!("1.x"), json!(""), json!(null), json!([]), json!({})] {
        assert_eq!(i64::read(&nonsense), None, "{nonsense}");
    }
}

#[test]
fn truth_in_words_and_numbers() {
    for yes in [json!(true), json!("TRUE"), json!(1), json!("1"), json!(" on ")] {
        assert_eq!(bool::read(&yes), Some(true), "{yes}");
    }
    for no in [json!(false), json!("False"), json!(0), json!(""), json!("off")] {
        assert_eq!(bool::read(&no), Some(false), "{no}");
    }
    assert_eq!(bool::read(&json!("maybe")), None);
    assert_eq!(to_value(TextBool(true)).unwrap(), json!("true"));
}

#[test]
fn lists_in_texts() {
    let wanted = CommaList::from_iter(["a", "b"]);
    for shape in [json!("a, b"), json!("a,b"), json!(["a", "b"]), json!("a,,b,")] {
        assert_eq!(CommaList::read(&shape), Some(wanted.clone()), "{shape}");
    }
    assert_eq!(to_value(&wanted).unwrap(), json!("a,b"));
    assert_eq!(CommaList::read(&json!("")), None);
    assert_eq!(CommaList::read(&json!(null)), None);
}

#[test]
fn json_in_texts() {
    let inside = json!({"a": {"port_id": "1"}});
    for shape in [json!(inside.to_string()), inside.clone()] {
        assert_eq!(JsonText::<Value>::read(&shape), Some(JsonText(inside.clone())));
    }
    assert_eq!(to_value(JsonText(inside.clone())).unwrap(), json!(inside.to_string()));
    assert_eq!(JsonText::<Value>::read(&json!("{cut off")), Some(JsonText(json!("{cut off"))));
    assert_eq!(JsonText::<Part>::read(&json!("{\"name\":\"n\"}")).map(|p| p.0.name).as_deref(), Some("n"));
}

#[test]
fn times_in_three_shapes() {
    let ms = 1_589_512_791_046;
    for shape in [json!(ms), json!(ms.to_string()), json!("2020-05-15T03:19:51.046Z")] {
        assert_eq!(Millis::read(&shape).map(Millis::ms), Some(ms), "{shape}");
        assert_eq!(TextMillis::read(&shape).map(TextMillis::ms), Some(ms), "{shape}");
        assert_eq!(IsoMillis::read(&shape).map(IsoMillis::ms), Some(ms), "{shape}");
    }
    assert_eq!(to_value(Millis(ms)).unwrap(), json!(ms));
    assert_eq!(to_value(TextMillis(ms)).unwrap(), json!("1589512791046"));
    assert_eq!(to_value(IsoMillis(ms)).unwrap(), json!("2020-05-15T03:19:51.046Z"));
    assert_eq!(to_value(TextNumber(300)).unwrap(), json!("300"));
    assert_eq!(Millis::read(&json!("soon")), None);
}

#[test]
fn words_old_and_new() {
    for (word, wanted) in [
        ("RUNNING", InstanceStatus::Running),
        ("Running", InstanceStatus::Running),
        ("Faulty", InstanceStatus::Error),
        ("Changing", InstanceStatus::Extending),
        ("Change failed", InstanceStatus::ExtendedFailed),
        ("CREATEFAILED", InstanceStatus::CreateFailed),
        ("create_failed", InstanceStatus::CreateFailed),
        ("Hibernating", InstanceStatus::Other("Hibernating".to_owned())),
    ] {
        assert_eq!(InstanceStatus::from_word(word), wanted);
    }
    for known in InstanceStatus::ALL {
        assert_eq!(&InstanceStatus::from_word(known.as_str()), known);
    }
    assert!(InstanceStatus::Creating.is_transient() && !InstanceStatus::Creating.can_delete());
    assert!(!InstanceStatus::Running.is_transient() && InstanceStatus::Running.can_restart());
    assert_eq!(to_value(InstanceStatus::Other("X".into())).unwrap(), json!("X"));
}

open_enum! {
    /// A colour.
    pub enum Colour {
        /// Like grass.
        Green = "green" | "verde",
    }
}

#[test]
fn an_open_enum_reads_its_other_words() {
    assert_eq!(Colour::read(&json!("VERDE")), Some(Colour::Green));
    assert_eq!(Colour::read(&json!(3)), Some(Colour::Other("3".into())));
    assert_eq!(Colour::read(&json!([])), None);
}
