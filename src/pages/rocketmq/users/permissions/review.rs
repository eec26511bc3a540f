//! Looking at the changes before they are made, user by user.

use dms_api::models::rocketmq::Permission;
use dms_api::ops::rocketmq::{ModifyUser, ShowUser, UserBody};

use super::cells::choice_word;
use super::matrix::Matrix;
use crate::data::{ask, mutate};
use crate::i18n::{rocketmq::users as text, tf, users as shared};
use crate::pages::batch::{BatchWords, Item, Job, Outcome};
use crate::pages::matrix::{ChangeSection, ReviewDialog};
use crate::pages::rocketmq::users::rights::{self, Edits, Thing};
use crate::prelude::*;

const WORDS: BatchWords = BatchWords {
    title: text::APPLIED_TITLE,
    done: shared::APPLIED,
    failed: shared::NOT_APPLIED,
    unexplained: shared::DELETE_SILENT,
};

/// Each user's changes before and after, then the result of each user.
#[component]
pub fn Review(instance: String, matrix: Matrix, open: RwSignal<bool>) -> AnyView {
    let wanted = Memo::new(move |_| if open.get() { matrix.edits.get() } else { Edits::new() });
    let users = move || wanted.with(users_of);
    let start = Callback::new(move |()| {
        let edits = wanted.get_untracked();
        let items = users_of(&edits).into_iter().map(Item::named).collect();
        let instance = instance.clone();
        (items, Job::each(move |user| send(instance.clone(), user, edits.clone())))
    });
    let sections = move || {
        wanted
            .with(|edits| users_of(edits).into_iter().map(|user| section(matrix, user, edits)).collect_view())
    };
    view! {
        <ReviewDialog
            open
            count=Signal::derive(move || users().len())
            title=(text::REVIEW_TITLE_ONE, text::REVIEW_TITLE_OTHER)
            note=text::CHANGE_NOTE
            sections
            start
            results=WORDS
            toast=(text::APPLIED_TOAST_ONE, text::APPLIED_TOAST_OTHER)
            on_done=Callback::new(move |users: Vec<String>| matrix.applied(&users))
        />
    }
    .into_any()
}

/// The users that have edits, each once.
fn users_of(edits: &Edits) -> Vec<String> {
    let mut users: Vec<String> = edits.keys().map(|(user, _)| user.clone()).collect();
    users.dedup();
    users
}

fn section(matrix: Matrix, name: String, edits: &Edits) -> AnyView {
    let user = untrack(|| matrix.users.find(&name));
    let warning = user.as_ref().filter(|user| user.admin).map(|user| {
        let user = user.access_key.clone();
        TextProp::from(move || tf(text::WITHOUT_EFFECT, &[("user", &user)]))
    });
    let of_user = edits.iter().filter(|((user, _), _)| *user == name);
    let row = |((_, thing), after): (&(String, Thing), &Option<Permission>)| {
        let before = user.as_ref().and_then(|user| rights::own(user, thing));
        let word = |choice: Option<&Permission>| TextProp::from(choice_word(choice));
        (thing.name.clone(), word(before.as_ref()), word(after.as_ref()))
    };
    let rows = of_user.map(row).collect();
    view! { <ChangeSection name warning rows/> }.into_any()
}

/// Makes one user's changes to the user as it is now: the call replaces all settings, and somebody else may have
/// changed others meanwhile.
async fn send(instance_id: String, user_name: String, edits: Edits) -> Outcome {
    let shown = ShowUser { instance_id: instance_id.clone(), user_name: user_name.clone() };
    let now = match ask(shown).await {
        Ok(now) => now,
        Err(failure) => return Outcome::Call(failure),
    };
    let after = rights::edited(&now, &edits);
    let body = UserBody {
        access_key: user_name.clone(),
        white_remote_address: Some(after.white_remote_address),
        admin: Some(after.admin),
        default_topic_perm: Some(after.default_topic_perm.as_str().to_owned()),
        default_group_perm: Some(after.default_group_perm.as_str().to_owned()),
        topic_perms: Some(after.topic_perms),
        group_perms: Some(after.group_perms),
        ..UserBody::default()
    };
    Outcome::of_call(mutate(ModifyUser { instance_id, user_name, body }).await)
}
