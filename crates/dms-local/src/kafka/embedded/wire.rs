//! Frames: one request in, one answer out.

use bytes::{Bytes, BytesMut};
use kafka_protocol::messages::{ApiKey, RequestHeader, ResponseHeader};
use kafka_protocol::protocol::{Decodable, Encodable};
use thiserror::Error;
use tokio::io::{AsyncRead, AsyncReadExt};

/// Kafka's `socket.request.max.bytes`.
const MAX_FRAME: usize = 100 * 1024 * 1024;

/// Why a connection ends. Like Kafka, the broker closes it rather than guess.
#[derive(Debug, Error)]
pub(super) enum Broken {
    /// The client is gone, or the socket failed.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// A length that no request has.
    #[error("a request of {0} bytes")]
    Length(i32),
    /// An operation that this broker does not have.
    #[error("unknown operation {0}")]
    Operation(i16),
    /// A request or answer that does not fit its version.
    #[error("{key:?} version {version}: {reason}")]
    Format { key: ApiKey, version: i16, reason: String },
    /// An operation before the client logged in.
    #[error("{0:?} before login")]
    NotLoggedIn(ApiKey),
    /// A change that could not be written, so it must not be acknowledged.
    #[error("not written: {0}")]
    NotWritten(String),
}

/// The next request's bytes; `None` when the client has closed the connection.
pub(super) async fn read_frame(stream: &mut (impl AsyncRead + Unpin)) -> Result<Option<BytesMut>, Broken> {
    let length = match stream.read_i32().await {
        Ok(length) => length,
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let size =
        usize::try_from(length).ok().filter(|&size| size <= MAX_FRAME).ok_or(Broken::Length(length))?;
    // The length is only a claim: room is made as bytes arrive.
    let mut frame = BytesMut::with_capacity(size.min(64 * 1024));
    let mut rest = stream.take(size as u64);
    while rest.read_buf(&mut frame).await? > 0 {}
    if frame.len() < size {
        return Err(std::io::Error::from(std::io::ErrorKind::UnexpectedEof).into());
    }
    Ok(Some(frame))
}

/// One request: what it asks for, and its body still encoded.
#[derive(Debug)]
pub(super) struct Call {
    pub key: ApiKey,
    pub version: i16,
    pub client_id: String,
    correlation: i32,
    body: Bytes,
}

impl Call {
    /// Reads the header.
    pub fn parse(frame: BytesMut) -> Result<Self, Broken> {
        let mut frame = frame.freeze();
        let code = frame.get(..2).map_or(-1, |bytes| i16::from_be_bytes([bytes[0], bytes[1]]));
        let version = frame.get(2..4).map_or(-1, |bytes| i16::from_be_bytes([bytes[0], bytes[1]]));
        let key = ApiKey::try_from(code).map_err(|()| Broken::Operation(code))?;
        let header = RequestHeader::decode(&mut frame, key.request_header_version(version))
            .map_err(|error| Broken::Format { key, version, reason: error.to_string() })?;
        let client_id = header.client_id.map(|id| id.to_string()).unwrap_or_default();
        Ok(Self { key, version, client_id, correlation: header.correlation_id, body: frame })
    }

    /// Reads the body.
    pub fn read<T: Decodable>(&mut self) -> Result<T, Broken> {
        T::decode(&mut self.body, self.version).map_err(|error| self.format(&error))
    }

    /// The answer as a frame, with its length in front.
    pub fn reply<T: Encodable>(&self, answer: &T) -> Result<BytesMut, Broken> {
        self.reply_as(answer, self.version)
    }

    /// The answer in another version than the request's.
    pub fn reply_as<T: Encodable>(&self, answer: &T, version: i16) -> Result<BytesMut, Broken> {
        let header = ResponseHeader::default().with_correlation_id(self.correlation);
        let mut out = BytesMut::zeroed(4);
        header
            .encode(&mut out, self.key.response_header_version(version))
            .map_err(|error| self.format(&error))?;
        answer.encode(&mut out, version).map_err(|error| self.format(&error))?;
        let length = i32::try_from(out.len() - 4).map_err(|_| Broken::Length(i32::MAX))?;
        out[..4].copy_from_slice(&length.to_be_bytes());
        Ok(out)
    }

    fn format(&self, reason: &impl ToString) -> Broken {
        Broken::Format { key: self.key, version: self.version, reason: reason.to_string() }
    }
}
