//! Which page is shown.

use leptos::prelude::*;

use crate::pages::not_found::NotFoundPage;
use crate::routes::ManagePage;

crate::chunk! {
    /// The pages on which a Kafka instance is looked after.
    pub static MANAGE: Manage = manage { page };
}

/// What the rest of the console shows of it.
#[derive(Clone, Copy)]
pub struct Manage {
    pub page: fn(String, ManagePage) -> AnyView,
}

fn page(_instance: String, _page: ManagePage) -> AnyView {
    view! { <NotFoundPage/> }.into_any()
}
