//! Parts of the console that the browser fetches after the first page: feature areas compiled into WebAssembly
//! files of their own.
//!
//! A [`Chunk`] is one such file. [`chunk!`](crate::chunk) declares it with the parts that the rest of the console
//! may show: functions in a struct, so that only the pointers cross the border. What a part needs goes into its
//! file, what several chunks need into files that they share, and what the first pages need stays in the main file.
//! The release build does the dividing (`cargo xtask build`, feature `split`); without that feature everything is
//! in one file and a chunk is always there.

mod prefetch;
mod waiting;

use std::future::Future;
use std::pin::Pin;
use std::sync::{LazyLock, OnceLock};

use leptos::task::spawn_local;
pub use leptos::wasm_split::SplitLoaderError;

use crate::i18n::shell as text;
use crate::prelude::*;
use crate::routes::Route;
use crate::ui::use_toasts;
pub use prefetch::prefetch;

/// A chunk, whatever its parts.
pub type AnyChunk = &'static dyn Fetch;

/// Makes the page of a route; what is no page of the chunk's is not found.
pub type Page = fn(Route) -> AnyView;

/// The parts of a chunk, on their way.
pub type Fetching<T> = Pin<Box<dyn Future<Output = Result<T, SplitLoaderError>>>>;

/// Whether a chunk can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has asked for it.
    Away,
    Fetching,
    Here,
    Failed,
}

/// One file of the console and its parts `T`.
pub struct Chunk<T: 'static> {
    parts: OnceLock<T>,
    state: LazyLock<ArcRwSignal<State>>,
    fetch: fn() -> Fetching<T>,
}

impl<T: Parts> Chunk<T> {
    /// For [`chunk!`](crate::chunk).
    pub const fn new(fetch: fn() -> Fetching<T>) -> Self {
        Self { parts: OnceLock::new(), state: LazyLock::new(|| ArcRwSignal::new(State::Away)), fetch }
    }

    /// Shows a page or panel of the chunk: at once when it is there, else a skeleton until it has come. A failure
    /// shows in its place, with ways on.
    pub fn show(&'static self, part: impl FnOnce(T) -> AnyView + Send + 'static) -> AnyView {
        match self.parts.get() {
            Some(parts) => part(*parts),
            None => self.wait(part, waiting::in_place),
        }
    }

    /// Shows a dialog of the chunk from the first time that it is `wanted`: like [`Chunk::show`], but nothing is
    /// seen until it has come, and a failure shows in a dialog.
    pub fn show_over(
        &'static self,
        wanted: impl Fn() -> bool + Send + Sync + 'static,
        part: impl FnOnce(T) -> AnyView + Send + 'static,
    ) -> AnyView {
        let wanted = Signal::derive(wanted);
        let mut part = Some(Box::new(part));
        waiting::from_first(wanted, Box::new(move || Some(self.wait(part.take()?, waiting::in_a_dialog))))
    }

    /// Does something with the chunk: at once when it is there, else when it has come. A failure shows as a toast.
    pub fn run(&'static self, act: impl FnOnce(T) + 'static) {
        if let Some(parts) = self.parts.get() {
            return act(*parts);
        }
        let toasts = use_toasts();
        spawn_local(async move {
            match self.come().await {
                Some(parts) => act(parts),
                None => toasts.error(text::PART_TITLE, text::PART_TEXT),
            }
        });
    }

    /// The parts, fetched. `None` is a failure; the browser's console has the reason.
    async fn come(&'static self) -> Option<T> {
        self.state.set(State::Fetching);
        let parts = (self.fetch)().await.ok();
        if let Some(parts) = parts {
            let _ = self.parts.set(parts);
        }
        self.state.set(if parts.is_some() { State::Here } else { State::Failed });
        parts
    }

    fn wait(
        &'static self,
        part: impl FnOnce(T) -> AnyView + Send + 'static,
        meanwhile: fn(AnyChunk) -> AnyView,
    ) -> AnyView {
        let part = move || self.parts.get().map(|parts| part(*parts));
        waiting::until_here(self, Box::new(part), meanwhile)
    }
}

/// Shows a page of a chunk, like [`Chunk::show`].
pub fn show_page(chunk: AnyChunk, route: Route) -> AnyView {
    match chunk.page() {
        Some(page) => page(route),
        None => {
            let page = move || chunk.page().map(|page| page(route));
            waiting::until_here(chunk, Box::new(page), waiting::in_place)
        }
    }
}

/// The parts of a chunk: pages, and what else the struct has. [`chunk!`](crate::chunk) implements it.
pub trait Parts: Copy + Send + Sync {
    fn page(self) -> Page;
}

/// What fetching and waiting need of a chunk.
pub trait Fetch: Send + Sync {
    /// Tracked.
    fn state(&self) -> State;

    /// `None` while it is not there.
    fn page(&self) -> Option<Page>;

    /// Fetches it unless it is there or on its way.
    fn fetch(&'static self);
}

impl<T: Parts> Fetch for Chunk<T> {
    fn state(&self) -> State {
        self.state.get()
    }

    fn page(&self) -> Option<Page> {
        self.parts.get().map(|parts| parts.page())
    }

    fn fetch(&'static self) {
        if matches!(self.state.get_untracked(), State::Fetching | State::Here) {
            return;
        }
        spawn_local(async move {
            self.come().await;
        });
    }
}

/// Declares a [`Chunk`]: `pub static NAME: Parts = file { the parts };` One of the parts is `page`.
#[macro_export]
macro_rules! chunk {
    ($(#[$doc:meta])* $vis:vis static $name:ident: $parts:ident = $file:ident { $($part:tt)* };) => {
        $(#[$doc])*
        $vis static $name: $crate::lazy::Chunk<$parts> = {
            // The macro links the function by name over the border between the files.
            #[cfg(feature = "split")]
            #[allow(unsafe_code)]
            #[::leptos::wasm_split::wasm_split($file, fallible, wasm_split_path = ::leptos::wasm_split)]
            fn $file() -> Result<$parts, $crate::lazy::SplitLoaderError> {
                Ok($parts { $($part)* })
            }
            #[cfg(not(feature = "split"))]
            async fn $file() -> Result<$parts, $crate::lazy::SplitLoaderError> {
                Ok($parts { $($part)* })
            }
            $crate::lazy::Chunk::new(|| Box::pin($file()))
        };

        impl $crate::lazy::Parts for $parts {
            fn page(self) -> $crate::lazy::Page {
                self.page
            }
        }
    };
}
