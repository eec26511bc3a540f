//! The request that a form is about to send, shown while it is being filled in.

use dms_api::operation::{Operation, Request};
use dms_api::{json_text, secret};

use crate::i18n::{core, t};
use crate::prelude::*;
use crate::session;
use crate::ui::CopyButton;

/// The request that `op` becomes in the current project; `None` while signed out. Tracked.
pub fn request_of<O: Operation>(op: &O) -> Option<Request> {
    op.request(&session::current()?.scope()).ok()
}

/// Method, path and JSON body in the order in which it is sent, with passwords masked.
#[component]
pub fn RequestPreview(#[prop(into)] request: Signal<Option<Request>>) -> AnyView {
    let text = Memo::new(move |_| request.with(|r| r.as_ref().map(text_of).unwrap_or_default()));
    view! {
        <div class="preview-code">
            <pre class="mono" tabindex="0" role="group" aria-label=move || t(core::REQUEST)>{move || text.get()}</pre>
            <CopyButton text=move || text.get()/>
        </div>
    }
    .into_any()
}

fn text_of(request: &Request) -> String {
    let line = format!("{} {}", request.method, request.target());
    match &request.body {
        Some(body) => format!("{line}\n\n{}", json_text::pretty(&secret::redact_text(body))),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::Scope;
    use dms_api::ops::kafka::{CreateInstance, CreateInstanceBody};

    #[test]
    fn a_password_is_not_shown_and_the_order_is_that_of_the_body() {
        let op = CreateInstance {
            engine: dms_api::Engine::Kafka,
            body: CreateInstanceBody {
                name: "orders".into(),
                password: Some("Sesame-2026".into()),
                ..CreateInstanceBody::default()
            },
        };
        let text = text_of(&op.request(&Scope { project_id: "p".into() }).unwrap());
        assert!(text.starts_with("POST /v2/kafka/p/instances\n\n{"), "{text}");
        assert!(text.contains("\"name\": \"orders\"") && !text.contains("Sesame"), "{text}");
        let at = |key: &str| text.find(key).unwrap_or(usize::MAX);
        assert!(at("\"name\"") < at("\"engine\"") && at("\"engine\"") < at("\"broker_num\""), "{text}");
    }
}
