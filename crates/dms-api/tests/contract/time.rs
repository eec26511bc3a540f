use dms_api::time::{Civil, compact, iso, parse, sdk_date, spaced};
use proptest::prelude::*;

/// Known instants, from calendars and from the references' own examples.
const KNOWN: &[(i64, &str)] = &[
    (0, "1970-01-01T00:00:00.000Z"),
    (-1, "1969-12-31T23:59:59.999Z"),
    (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    (951_868_800_000, "2000-03-01T00:00:00.000Z"),
    (1_000_000_000_000, "2001-09-09T01:46:40.000Z"),
    (1_234_567_890_000, "2009-02-13T23:31:30.000Z"),
    (1_588_754_647_872, "2020-05-06T08:44:07.872Z"),
    (1_636_699_753_874, "2021-11-12T06:49:13.874Z"),
    (1_688_112_779_916, "2023-06-30T08:12:59.916Z"),
    (2_147_483_648_000, "2038-01-19T03:14:08.000Z"),
    (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
    (-2_203_891_200_000, "1900-03-01T00:00:00.000Z"),
    (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
];

#[test]
fn known_dates_both_ways() {
    for (ms, text) in KNOWN {
        assert_eq!(iso(*ms), *text);
        assert_eq!(parse(text), Some(*ms), "{text}");
    }
}

#[test]
fn every_shape_of_the_service() {
    let wanted = parse("2023-03-13T19:43:32.120Z");
    assert!(wanted.is_some());
    for text in [
        "2023-03-13 19:43:32.12",
        "2023-03-13T19:43:32.120000Z",
        "2023-03-13T19:43:32,12Z",
        "2023-03-14T03:43:32.12+08:00",
        "2023-03-13T14:13:32.12-0530",
        " 1678736612120 ",
    ] {
        assert_eq!(parse(text), wanted, "{text}");
    }
    let seconds = parse("2023-03-13T19:43:32Z");
    for text in ["20230313194332", "20230313T194332Z", "2023/03/13 19:43:32", "1678736612000"] {
        assert_eq!(parse(text), seconds, "{text}");
    }
    assert_eq!(parse("2023-03-13"), parse("2023-03-13T00:00:00Z"));
    assert_eq!(parse("2023-03-13T19:43Z"), parse("2023-03-13T19:43:00Z"));
}

#[test]
fn nonsense_is_no_time() {
    for text in ["", " ", "-", "yesterday", "2023-02-29", "2023-13-01", "2023-03-13T24:00:00Z", "2023-03-13T"]
    {
        assert_eq!(parse(text), None, "{text}");
    }
    for text in
        ["2023-03-13T19:43:32.Z", "2023-03-13T19:43:32+25:00", "20230313T194332", "2023-03-13T19:43:32Zx"]
    {
        assert_eq!(parse(text), None, "{text}");
    }
}

#[test]
fn shapes_that_are_written() {
    let ms = 1_678_736_612_129;
    assert_eq!(spaced(ms), "2023-03-13 19:43:32.12");
    assert_eq!(compact(ms), "20230313194332");
    assert_eq!(sdk_date(ms), "20230313T194332Z");
}

proptest! {
    #[test]
    fn civil_and_back(ms in -60_000_000_000_000_i64..260_000_000_000_000) {
        prop_assert_eq!(Civil::from_ms(ms).to_ms(), Some(ms));
    }

    #[test]
    fn days_follow_each_other(day in -700_000_i64..3_000_000) {
        let (a, b) = (Civil::from_ms(day * 86_400_000), Civil::from_ms((day + 1) * 86_400_000));
        prop_assert!(a < b);
        prop_assert!(b.day == a.day + 1 || b.day == 1);
    }

    #[test]
    fn any_number_has_a_date_and_any_text_is_read_or_not(ms: i64, text: String) {
        let _ = iso(ms);
        let _ = parse(&text);
    }
}
