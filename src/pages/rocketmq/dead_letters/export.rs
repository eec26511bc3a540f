//! Dead letters as files, in full as the service has them.

use std::sync::Arc;

use dms_api::ops::rocketmq::{ExportBody, ExportDeadLetters};
use leptos::task::spawn_local;

use crate::data::transport::Abort;
use crate::data::{ApiFailure, read_once};
use crate::i18n::{number, rocketmq::dead_letters as text, tf};
use crate::pages::rocketmq::messages::{DEAD, Form, Row, save_all};
use crate::shell::brief;
use crate::ui::{ToastKind, Toasts};

/// Messages of one call.
const PER_CALL: usize = 100;

/// Saves dead letters of a group: those that have been read, or all there are.
pub struct Export {
    pub instance: String,
    pub group: String,
    /// `None` for all of the group.
    pub rows: Option<Vec<Arc<Row>>>,
    pub form: Form,
}

impl Export {
    /// Asks the service and saves. Where it does not export (newer editions have left that out), what has been read is
    /// saved.
    pub fn start(self, toasts: Toasts) {
        toasts.info(text::EXPORTING);
        spawn_local(async move {
            match self.ask().await {
                Ok(found) => self.save(&found, toasts),
                Err(failure) => self.fall_back(&failure, toasts),
            }
        });
    }

    async fn ask(&self) -> Result<Vec<Arc<Row>>, ApiFailure> {
        let topic = format!("{DEAD}{}", self.group);
        let parts: Vec<Vec<String>> = match &self.rows {
            None => vec![Vec::new()],
            Some(rows) => {
                let ids: Vec<String> = rows.iter().map(|row| row.message.msg_id.clone()).collect();
                ids.chunks(PER_CALL).map(<[String]>::to_vec).collect()
            }
        };
        let (mut found, abort) = (Vec::new(), Abort::default());
        for msg_id_list in parts {
            let body = ExportBody { topic: topic.clone(), msg_id_list, uniq_key_list: Vec::new() };
            let op = ExportDeadLetters { instance_id: self.instance.clone(), body };
            let answer = read_once(&op, &abort).await?;
            found.extend(answer.0.into_iter().map(|message| Arc::new(Row::new(message))));
        }
        Ok(found)
    }

    fn save(&self, found: &[Arc<Row>], toasts: Toasts) {
        save_all(&self.file(), found, self.form);
        let (n, all) = (found.len() as u64, self.rows.as_ref().map_or(found.len(), Vec::len) as u64);
        if n < all {
            let title = move || tf(text::EXPORTED_SOME, &[("n", &number(n)), ("all", &number(all))]);
            toasts.show(ToastKind::Info, title.into(), Some(text::EXPORTED_SOME_TEXT.into()), None);
        } else {
            toasts.ok(move || tf(text::EXPORTED, &[("n", &number(n))]));
        }
    }

    fn fall_back(&self, failure: &ApiFailure, toasts: Toasts) {
        let why = failure.clone();
        let why = move || brief(&why);
        match &self.rows {
            Some(rows) => {
                save_all(&self.file(), rows, self.form);
                toasts.show(ToastKind::Info, text::EXPORTED_READ.into(), Some(why.into()), None);
            }
            None => toasts.error(text::EXPORT_FAILED, why),
        }
    }

    fn file(&self) -> String {
        format!("{DEAD}{}", self.group)
    }
}
