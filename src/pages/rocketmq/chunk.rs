//! Which page is shown. The overview is in the chunk of the instances.

use leptos::prelude::*;

use crate::pages::not_found::NotFoundPage;
use crate::routes::RocketMqPage;

crate::chunk! {
    /// Topics, consumer groups, messages and users of RocketMQ instances.
    pub static ROCKETMQ: RocketMq = rocketmq { page };
}

/// What the rest of the console shows of it.
#[derive(Clone, Copy)]
pub struct RocketMq {
    pub page: fn(String, RocketMqPage) -> AnyView,
}

fn page(_instance: String, _page: RocketMqPage) -> AnyView {
    view! { <NotFoundPage/> }.into_any()
}
