//! Content codings and validators.

use std::io::Write;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::header::IF_NONE_MATCH;
use http::{HeaderMap, HeaderValue};
use sha2::{Digest, Sha256};

/// A content coding that files may be stored in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    /// As it stands in headers.
    pub const fn token(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// What the name of a precompressed file ends with.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }

    /// The codings that an `Accept-Encoding` header takes, the smallest first.
    pub fn accepted(header: Option<&HeaderValue>) -> Vec<Self> {
        let text = header.and_then(|v| v.to_str().ok()).unwrap_or_default();
        let takes = |encoding: &Self| text.split(',').any(|item| item_takes(item, encoding.token()));
        [Self::Brotli, Self::Gzip].into_iter().filter(takes).collect()
    }
}

/// Whether `gzip;q=0.5` names `token` with a weight above zero.
fn item_takes(item: &str, token: &str) -> bool {
    let mut parts = item.split(';').map(str::trim);
    if !parts.next().is_some_and(|name| name.eq_ignore_ascii_case(token)) {
        return false;
    }
    let zero = |weight: &str| weight.parse::<f32>().is_ok_and(|q| q <= 0.0);
    !parts.filter_map(|p| p.strip_prefix("q=")).any(zero)
}

/// `bytes` compressed; `None` only if the compressor fails.
pub fn gzip(bytes: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().map(Bytes::from)
}

/// A strong validator: part of the content's hash.
pub fn etag(bytes: &[u8]) -> HeaderValue {
    let hash = Sha256::digest(bytes);
    let hex: String = hash.iter().take(12).map(|b| format!("{b:02x}")).collect();
    HeaderValue::try_from(format!("\"{hex}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

/// Whether the request has this version already.
pub fn matches(request: &HeaderMap, etag: &HeaderValue) -> bool {
    let known = request.get_all(IF_NONE_MATCH).iter().filter_map(|v| v.to_str().ok());
    known.flat_map(|v| v.split(',')).map(str::trim).any(|tag| {
        let tag = tag.strip_prefix("W/").unwrap_or(tag);
        tag == "*" || tag.as_bytes() == etag.as_bytes()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(text: &str) -> Vec<Encoding> {
        Encoding::accepted(Some(&HeaderValue::from_str(text).unwrap()))
    }

    #[test]
    fn a_weight_of_zero_refuses() {
        assert_eq!(accepted("gzip, deflate, br, zstd"), [Encoding::Brotli, Encoding::Gzip]);
        assert_eq!(accepted("br;q=0, gzip;q=0.5"), [Encoding::Gzip]);
        assert_eq!(accepted("br;q=0.000, GZIP"), [Encoding::Gzip]);
        assert_eq!(accepted("brr, xgzip"), []);
        assert_eq!(Encoding::accepted(None), []);
    }

    #[test]
    fn any_of_the_listed_versions_matches() {
        let etag = etag(b"x");
        let with = |text: &str| HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::from_str(text).unwrap())]);
        let tag = etag.to_str().unwrap();
        assert!(matches(&with(&format!("\"a\", W/{tag}")), &etag));
        assert!(matches(&with("*"), &etag));
        assert!(!matches(&with("\"a\""), &etag));
        assert!(!matches(&HeaderMap::new(), &etag));
    }
}
