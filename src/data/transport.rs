//! One HTTP exchange with the browser's `fetch`, and the few browser facilities around it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use dms_api::Method;
use gloo_net::http::{Headers, Request, RequestBuilder};
use js_sys::{Function, Math, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

use crate::prelude::window;

/// Time limit of one exchange.
pub const SECONDS: u32 = 30;

/// What came back.
pub struct Reply {
    pub status: u16,
    pub text: String,
    /// `X-Request-Id`.
    pub request_id: Option<String>,
    pub retry_after: Option<String>,
    /// `X-Subject-Token`, where IAM puts a new token.
    pub subject_token: Option<String>,
}

/// Why nothing came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    Network,
    Timeout,
    Cancelled,
}

/// Cancels what runs under it.
#[derive(Clone, Default)]
pub struct Abort(Rc<Inner>);

#[derive(Default)]
struct Inner {
    cancelled: Cell<bool>,
    running: RefCell<Vec<AbortController>>,
}

impl Abort {
    /// Cancels the exchanges on their way and those that would start later.
    pub fn cancel(&self) {
        self.0.cancelled.set(true);
        for controller in self.0.running.borrow_mut().drain(..) {
            controller.abort();
        }
    }

    /// Whether [`Abort::cancel`] was called.
    pub fn is_cancelled(&self) -> bool {
        self.0.cancelled.get()
    }
}

/// Sends a request and reads the whole answer. `url` may be relative to the document's base.
pub async fn exchange(
    method: Method,
    url: &str,
    headers: &[(&str, String)],
    body: Option<&str>,
    abort: &Abort,
) -> Result<Reply, Broken> {
    if abort.is_cancelled() {
        return Err(Broken::Cancelled);
    }
    let controller = AbortController::new().map_err(|_| Broken::Network)?;
    abort.0.running.borrow_mut().push(controller.clone());
    let timed_out = Rc::new(Cell::new(false));
    let timer = timeout(Rc::clone(&timed_out), controller.clone());
    let reply = read(builder(method, url, headers, &controller), body).await;
    timer.inspect(|t| t.clear());
    abort.0.running.borrow_mut().retain(|c| c != &controller);
    reply.map_err(|_| match (abort.is_cancelled(), timed_out.get()) {
        (true, _) => Broken::Cancelled,
        (false, true) => Broken::Timeout,
        (false, false) => Broken::Network,
    })
}

fn timeout(timed_out: Rc<Cell<bool>>, controller: AbortController) -> Option<leptos::prelude::TimeoutHandle> {
    let expire = move || {
        timed_out.set(true);
        controller.abort();
    };
    leptos::prelude::set_timeout_with_handle(expire, std::time::Duration::from_secs(SECONDS.into())).ok()
}

fn builder(
    method: Method,
    url: &str,
    headers: &[(&str, String)],
    controller: &AbortController,
) -> RequestBuilder {
    let builder = match method {
        Method::Get => Request::get(url),
        Method::Post => Request::post(url),
        Method::Put => Request::put(url),
        Method::Delete => Request::delete(url),
    };
    let sent = Headers::new();
    for (name, value) in headers {
        sent.set(name, value);
    }
    builder.headers(sent).cache(web_sys::RequestCache::NoStore).abort_signal(Some(&controller.signal()))
}

async fn read(builder: RequestBuilder, body: Option<&str>) -> Result<Reply, gloo_net::Error> {
    let request = match body {
        Some(body) => builder.body(body)?,
        None => builder.build()?,
    };
    let response = request.send().await?;
    let headers = response.headers();
    Ok(Reply {
        status: response.status(),
        request_id: headers.get("X-Request-Id"),
        retry_after: headers.get("Retry-After"),
        subject_token: headers.get("X-Subject-Token"),
        text: response.text().await?,
    })
}

/// Waits.
pub async fn sleep(ms: u32) {
    let mut start = |resolve: Function, _: Function| {
        let ms = i32::try_from(ms).unwrap_or(i32::MAX);
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
    };
    // The promise is never rejected.
    let _: Result<JsValue, JsValue> = JsFuture::from(Promise::new(&mut start)).await;
}

/// 0..=255.
pub fn random_byte() -> u8 {
    (Math::random() * 256.0) as u8
}
