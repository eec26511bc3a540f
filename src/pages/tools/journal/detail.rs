//! One call in full.

use std::sync::Arc;

use crate::data::client::host;
use crate::data::curl;
use crate::data::journal::Call;
use crate::i18n::{bytes, date_time_exact, duration_ms, journal as text, t};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{CopyButton, Fact, KeyValues, Section, SidePanel};

/// The panel beside the list.
#[component]
pub fn CallPanel(call: Arc<Call>, #[prop(into)] on_close: Callback<()>) -> AnyView {
    let failure = call.failure.clone().map(|failure| view! { <Failure failure/> });
    let body = call.body.clone().map(|body| {
        view! { <Section title=text::BODY><Code text=body/></Section> }
    });
    let command = curl::command(&call);
    view! {
        <SidePanel title=call.operation on_close>
            {failure}
            <Facts call/>
            {body}
            <Section title=text::CURL hint=text::CURL_HINT>
                <Code text=command/>
            </Section>
        </SidePanel>
    }
    .into_any()
}

#[component]
fn Facts(call: Arc<Call>) -> AnyView {
    let at = call.at;
    let status = {
        let status = call.status;
        move || status.map_or_else(|| t(text::NO_ANSWER).to_owned(), |s| s.to_string())
    };
    let permission = {
        let action = call.action;
        move || if action.is_empty() { t(text::NO_PERMISSION) } else { action }
    };
    view! {
        <KeyValues>
            <Fact label=text::TIME value=move || date_time_exact(at)/>
            <Fact label=text::STATUS value=status/>
            <Fact label=text::TOOK value=duration_ms(call.took_ms)/>
            <Fact label=text::SIZE value=bytes(call.bytes.into())/>
            <Fact label=text::ATTEMPT value=(u32::from(call.attempt) + 1).to_string()/>
            <Fact label=text::SECTION value=call.section/>
            <Fact label=text::PERMISSION value=permission mono=true/>
            <Fact label=text::REQUEST_ID value=call.request_id.clone() mono=true copy=true wide=true/>
            <Fact label=text::HOST value=host(&call.endpoint).to_owned() mono=true wide=true/>
            <Fact label=text::PATH value=format!("{} {}", call.method, call.target) mono=true copy=true wide=true/>
        </KeyValues>
    }
    .into_any()
}

/// Text as it is, with a button that copies it.
#[component]
fn Code(text: String) -> AnyView {
    view! {
        <div class="preview-code">
            <pre class="mono" tabindex="0">{text.clone()}</pre>
            <CopyButton text=text/>
        </div>
    }
    .into_any()
}
