//! Which part of the matrix is shown, and the way to the others.

use super::{Board, COLUMNS, ROWS, page_of};
use crate::i18n::users as text;
use crate::prelude::*;
use crate::routes::QueryText;
use crate::ui::{Bound, Pager, PagerWords};

const USER_WORDS: PagerWords =
    PagerWords { shown: text::USERS_SHOWN, earlier: text::EARLIER_USERS, later: text::LATER_USERS };

/// Both directions.
#[component]
pub fn Pagers(board: Board) -> AnyView {
    let page = move |page: QueryText| {
        Bound::new(Signal::derive(move || page_of(page)), move |n: usize| {
            page.set(if n == 0 { String::new() } else { (n + 1).to_string() });
        })
    };
    let [shown, earlier, later] = board.words.rows_shown;
    let words = PagerWords { shown, earlier, later };
    view! {
        <div class="row-wrap matrix-pager">
            <Pager page=page(board.row_page) total=board.row_count per=ROWS words/>
            <Pager page=page(board.column_page) total=board.column_count per=COLUMNS words=USER_WORDS/>
        </div>
    }
    .into_any()
}
