//! The request that a form is about to send, shown while it is being filled in.

use dms_api::operation::{Operation, Request};
use dms_api::secret;
use leptos::prelude::*;
use serde_json::Value;

use crate::i18n::{core, t};
use crate::session;
use crate::ui::CopyButton;

/// The request that `op` becomes in the current project; `None` while signed out. Tracked.
pub fn request_of<O: Operation>(op: &O) -> Option<Request> {
    op.request(&session::current()?.scope()).ok()
}

/// Method, path and JSON body, with passwords masked.
#[component]
pub fn RequestPreview(#[prop(into)] request: Signal<Option<Request>>) -> AnyView {
    let text = Memo::new(move |_| request.with(|r| r.as_ref().map(text_of).unwrap_or_default()));
    view! {
        <div class="preview-code">
            <pre class="mono" tabindex="0" aria-label=move || t(core::REQUEST)>{move || text.get()}</pre>
            <CopyButton text=move || text.get()/>
        </div>
    }
    .into_any()
}

fn text_of(request: &Request) -> String {
    let line = format!("{} {}", request.method, request.target());
    let body: Option<Value> = request.body.as_deref().and_then(|body| serde_json::from_str(body).ok());
    match body {
        Some(mut body) => {
            secret::redact(&mut body);
            let body = serde_json::to_string_pretty(&body).unwrap_or_default();
            format!("{line}\n\n{body}")
        }
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::Scope;
    use dms_api::ops::kafka::{CreateInstance, CreateInstanceBody};

    #[test]
    fn a_password_is_not_shown() {
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
    }
}
