//! The chosen file: read, checked, taken apart. Pure.

use dms_api::models::rocketmq::MigrationKind;
use dms_api::record::Json;
use dms_api::rules::{self, MIGRATION_FILE_BYTES, MigrationEntry};

use crate::i18n::{bytes, rocketmq::migrations as text, t, tf};
use crate::ui::PickedFile;

/// A file that can be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    pub kind: MigrationKind,
    /// What is sent of it, and how many bytes that is.
    pub body: Json,
    pub size: u64,
    pub entries: Vec<MigrationEntry>,
    /// Whether the file has parts that are not sent.
    pub cut: bool,
}

/// Why a file cannot be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadFile {
    /// Bytes there are.
    TooLarge(u64),
    Empty,
    Unreadable,
    /// An archive, a picture.
    Binary,
    /// Where the JSON ends to be any, from 1.
    NotJson {
        line: usize,
        column: usize,
    },
    /// JSON of something else.
    Other,
    /// A file of the right kind with nothing in it.
    Nothing,
}

impl BadFile {
    /// The same in the user's language. Tracks the language.
    pub fn words(&self) -> String {
        match self {
            Self::TooLarge(size) => {
                let max = bytes(MIGRATION_FILE_BYTES as u64);
                tf(text::BAD_SIZE, &[("size", &bytes(*size)), ("max", &max)])
            }
            Self::Empty => t(text::BAD_EMPTY).to_owned(),
            Self::Unreadable => t(text::BAD_UNREADABLE).to_owned(),
            Self::Binary => t(text::BAD_BINARY).to_owned(),
            Self::NotJson { line, column } => tf(text::BAD_JSON, &[("line", line), ("column", column)]),
            Self::Other => t(text::BAD_OTHER).to_owned(),
            Self::Nothing => t(text::BAD_NOTHING).to_owned(),
        }
    }
}

/// Takes a file apart; `None` while it is being read.
pub fn open(file: &PickedFile) -> Option<Result<Export, BadFile>> {
    if file.size > MIGRATION_FILE_BYTES as u64 {
        return Some(Err(BadFile::TooLarge(file.size)));
    }
    let read = file.text.as_ref()?;
    Some(read.as_ref().map_err(|_| BadFile::Unreadable).and_then(|text| parse(text)))
}

fn parse(text: &str) -> Result<Export, BadFile> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(BadFile::Empty);
    }
    // What is no UTF-8 the browser replaces.
    if text.contains(['\0', '\u{fffd}']) {
        return Err(BadFile::Binary);
    }
    let file: Json = serde_json::from_str(text)
        .map_err(|error| BadFile::NotJson { line: error.line(), column: error.column() })?;
    let kind = rules::migration_kind(&file).ok_or(BadFile::Other)?;
    let entries = rules::migration_entries(&kind, &file).ok_or(BadFile::Other)?;
    if entries.is_empty() {
        return Err(BadFile::Nothing);
    }
    let parts = file.as_object().map_or(0, |object| object.len());
    let body = rules::migration_body(&kind, file);
    let cut = body.as_object().is_some_and(|object| object.len() < parts);
    let size = body.to_string().len() as u64;
    Ok(Export { kind, body, size, entries, cut })
}

/// A name for the task made of the file's, as the rule wants it.
pub fn suggested_name(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let fits = |c: char| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '-' };
    let stem: String = stem.chars().map(fits).collect();
    let stem = stem.trim_matches('-');
    format!("import-{stem}").chars().take(64).collect::<String>().trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bad(text: &str) -> BadFile {
        parse(text).unwrap_err()
    }

    #[test]
    fn files_that_cannot_be_sent_say_why() {
        assert_eq!(bad(" \n"), BadFile::Empty);
        assert_eq!(bad("PK\u{3}\u{4}\0\0"), BadFile::Binary);
        assert_eq!(bad("{\n  \"queues\": [,\n"), BadFile::NotJson { line: 2, column: 14 });
        assert_eq!(bad("[1]"), BadFile::Other);
        assert_eq!(bad("{\"topicConfigTable\": {}}"), BadFile::Nothing);
        let large = PickedFile { name: "x".into(), size: u64::MAX, text: None };
        assert_eq!(open(&large), Some(Err(BadFile::TooLarge(u64::MAX))));
        assert_eq!(open(&PickedFile { size: 1, ..large }), None);
    }

    #[test]
    fn users_of_a_rabbitmq_file_stay_here() {
        let file = "\u{feff}{\"users\": [{\"password_hash\": \"h\"}], \"queues\": [{\"name\": \"mail\", \"vhost\": \"/\"}]}";
        let export = parse(file).unwrap();
        assert!(export.cut && export.kind == MigrationKind::RabbitMq && export.entries.len() == 1);
        assert_eq!(export.body.to_string(), "{\"queues\":[{\"name\":\"mail\",\"vhost\":\"/\"}]}");
    }

    #[test]
    fn a_suggested_name_keeps_the_rule() {
        for file in ["topics.json", "导出.json", "a b (1).json", "", &"x".repeat(99)] {
            let name = suggested_name(file);
            assert_eq!(rules::MIGRATION_NAME.check(&name), Ok(()), "{name}");
        }
    }
}
