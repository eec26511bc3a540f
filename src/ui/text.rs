//! How texts reach components: as `Msg`, string or closure.

use crate::i18n::{Msg, t};
use crate::prelude::TextProp;

impl From<Msg> for TextProp {
    /// The text in the current language; follows a switch of language.
    fn from(msg: Msg) -> Self {
        Self::from(move || t(msg))
    }
}
