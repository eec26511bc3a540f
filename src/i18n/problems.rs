//! What is wrong with a value of a form, in words.

use std::fmt::Display;

use dms_api::rules::Problem;

use crate::i18n::{Locale, Msg, locale, number};

crate::messages! {
    REQUIRED = "Enter a value.", "请填写。";
    NOT_CHOSEN = "Choose one.", "请选择。";
    TOO_SHORT = "At least {min} characters.", "至少 {min} 个字符。";
    TOO_LONG = "At most {max} characters.", "最多 {max} 个字符。";
    BAD_START = "It must not begin with this character; names begin with a letter.", "不能以该字符开头，名称须以英文字母开头。";
    BLANK_AT_ENDS = "No blanks at the start or the end.", "首尾不能有空格。";
    BAD_CHAR = "“{ch}” (character {at}) is not allowed here.", "第 {at} 个字符“{ch}”不允许使用。";
    BAD_BLANK = "A space (character {at}) is not allowed here.", "第 {at} 个字符“空格”不允许使用。";
    NOT_A_NUMBER = "Enter a whole number.", "请输入整数。";
    TOO_SMALL = "At least {min}.", "不能小于 {min}。";
    TOO_LARGE = "At most {max}.", "不能大于 {max}。";
    NOT_STEP = "Enter a multiple of {step}.", "请输入 {step} 的整数倍。";
    TOO_FEW_CLASSES = "Use at least {need} of: lower case, upper case, digits, special characters. There are {got} so far.", "需包含小写字母、大写字母、数字、特殊字符中的至少 {need} 种，目前只有 {got} 种。";
    SAME_AS_NAME = "The password must not be the user name.", "密码不能与用户名相同。";
    REVERSED_NAME = "The password must not be the user name backwards.", "密码不能是用户名的倒序。";
    RESERVED = "This name is reserved by the service.", "该名称为系统保留名称。";
    DUPLICATE = "This is there already.", "不能重复。";
    COLLIDES = "Kafka cannot tell this from “{with}”: “.” and “_” count as the same.", "与“{with}”冲突：Kafka 将“.”和“_”视为相同字符。";
    TOO_MANY = "At most {max}.", "最多 {max} 个。";
    WRONG_COUNT = "Exactly {need} are needed.", "需要 {need} 个。";
    TWO_ZONES = "Choose one zone, or three or more; two cannot keep a majority when one is lost.", "请选择 1 个，或 3 个及以上可用区，不支持 2 个。";
    NOT_ONE_OF = "Choose one of: {allowed}.", "请选择：{allowed}。";
    UNKNOWN = "The service does not offer this any more.", "该选项已不可用。";
    NOT_AN_ADDRESS = "“{entry}” is no address. An address has four parts with points between; each is a number from 0 to 255, * for any, a range such as 5-20, or a choice such as {choice}.", "“{entry}”不是有效地址。地址由 4 段组成，以点分隔，每段可以是 0–255 的数字、*（任意）、范围（如 5-20）或枚举（如 {choice}）。";
    NOT_A_WINDOW = "A window begins at 02:00, 06:00, 10:00, 14:00, 18:00 or 22:00 and lasts four hours.", "时间窗须从 02:00、06:00、10:00、14:00、18:00 或 22:00 开始，持续 4 小时。";
    NEEDS_REPLICAS = "Synchronous replication needs at least two replicas.", "同步复制至少需要 2 个副本。";
}

/// The problem in the user's language. Tracks the language.
pub fn problem_text(problem: &Problem) -> String {
    text_in(locale(), problem)
}

/// A check's message: `None` where nothing is wrong. Tracks the language.
pub fn complaint<T>(checked: Result<T, Problem>) -> Option<String> {
    checked.err().map(|problem| problem_text(&problem))
}

fn text_in(locale: Locale, problem: &Problem) -> String {
    let fill = |msg: Msg, values: &[(&str, &dyn Display)]| msg.fill(locale, values);
    match problem {
        Problem::Required => REQUIRED.text(locale).to_owned(),
        Problem::NotChosen => NOT_CHOSEN.text(locale).to_owned(),
        Problem::TooShort { min } => fill(TOO_SHORT, &[("min", min)]),
        Problem::TooLong { max } => fill(TOO_LONG, &[("max", max)]),
        Problem::BadStart => BAD_START.text(locale).to_owned(),
        Problem::BlankAtEnds => BLANK_AT_ENDS.text(locale).to_owned(),
        Problem::BadChar { at, ch: ' ' } => fill(BAD_BLANK, &[("at", &(at + 1))]),
        Problem::BadChar { at, ch } => fill(BAD_CHAR, &[("at", &(at + 1)), ("ch", ch)]),
        Problem::NotANumber => NOT_A_NUMBER.text(locale).to_owned(),
        Problem::TooSmall { min } => fill(TOO_SMALL, &[("min", &number(*min))]),
        Problem::TooLarge { max } => fill(TOO_LARGE, &[("max", &number(*max))]),
        Problem::NotStep { step } => fill(NOT_STEP, &[("step", &number(*step))]),
        Problem::TooFewClasses { need, got } => fill(TOO_FEW_CLASSES, &[("need", need), ("got", got)]),
        Problem::SameAsName => SAME_AS_NAME.text(locale).to_owned(),
        Problem::ReversedName => REVERSED_NAME.text(locale).to_owned(),
        Problem::Reserved => RESERVED.text(locale).to_owned(),
        Problem::Duplicate => DUPLICATE.text(locale).to_owned(),
        Problem::Collides { with } => fill(COLLIDES, &[("with", with)]),
        Problem::TooMany { max } => fill(TOO_MANY, &[("max", max)]),
        Problem::WrongCount { need } => fill(WRONG_COUNT, &[("need", need)]),
        Problem::TwoZones => TWO_ZONES.text(locale).to_owned(),
        Problem::NotOneOf { allowed } => fill(NOT_ONE_OF, &[("allowed", &allowed.join(", "))]),
        Problem::Unknown => UNKNOWN.text(locale).to_owned(),
        Problem::NotAnAddress { entry } => fill(NOT_AN_ADDRESS, &[("entry", entry), ("choice", &"{4,5}")]),
        Problem::NotAWindow => NOT_A_WINDOW.text(locale).to_owned(),
        Problem::NeedsReplicas => NEEDS_REPLICAS.text(locale).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_from_one_and_blanks_are_named() {
        let bad = Problem::BadChar { at: 3, ch: '#' };
        assert_eq!(text_in(Locale::En, &bad), "“#” (character 4) is not allowed here.");
        let blank = Problem::BadChar { at: 0, ch: ' ' };
        assert_eq!(text_in(Locale::En, &blank), "A space (character 1) is not allowed here.");
        assert!(text_in(Locale::Zh, &blank).contains("空格"));
    }

    #[test]
    fn limits_are_named() {
        assert_eq!(text_in(Locale::En, &Problem::TooLarge { max: 300_000 }), "At most 300\u{202f}000.");
        let few = text_in(Locale::En, &Problem::TooFewClasses { need: 3, got: 1 });
        assert!(few.contains("at least 3") && few.contains("1 so far"), "{few}");
        let one_of = Problem::NotOneOf { allowed: &["SCRAM-SHA-512"] };
        assert_eq!(text_in(Locale::En, &one_of), "Choose one of: SCRAM-SHA-512.");
    }
}
