//! Where the bytes come from: this binary, or a folder.

use std::borrow::Cow;

use bytes::Bytes;
use rust_embed::RustEmbed;

use crate::config::Assets;

/// `dist` as it was when this binary was built. A debug build reads the folder at run time instead.
#[derive(RustEmbed)]
#[folder = "../../dist"]
#[allow_missing = true]
struct Dist;

/// The file at `path`, whose segments the caller has checked.
pub async fn read(assets: &Assets, path: &str) -> Option<Bytes> {
    match assets {
        Assets::Embedded => Dist::get(path).map(|file| match file.data {
            Cow::Borrowed(bytes) => Bytes::from_static(bytes),
            Cow::Owned(bytes) => Bytes::from(bytes),
        }),
        Assets::Dir(dir) => tokio::fs::read(dir.join(path)).await.ok().map(Bytes::from),
    }
}
