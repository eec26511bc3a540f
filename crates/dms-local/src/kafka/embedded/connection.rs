//! One client's connection: requests in order, login first where it is asked for.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use kafka_protocol::messages::{
    ApiKey, SaslAuthenticateRequest, SaslAuthenticateResponse, SaslHandshakeRequest, SaslHandshakeResponse,
};
use tokio::io::{AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use super::dispatch::{self, Peer};
use super::metadata::text;
use super::shared::Shared;
use super::wire::{Broken, Call, read_frame};

/// The service's own user on clusters that ask for a login.
pub(super) const SERVICE_USER: &str = "__dms-local";

/// Serves a connection to `broker` until the client goes or sends something that no broker would accept.
pub(super) async fn serve(shared: Arc<Shared>, broker: i32, stream: TcpStream) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "no TCP_NODELAY");
    }
    let address = stream.peer_addr();
    let host = address.as_ref().map(|address| format!("/{}", address.ip())).unwrap_or_default();
    let mut peer = Peer {
        broker,
        host,
        address: address.map(|address| address.to_string()).unwrap_or_default(),
        connection: shared.connections.fetch_add(1, Ordering::Relaxed),
        user: String::new(),
    };
    let ended = requests(&shared, &mut peer, stream).await;
    shared.producers.left(peer.connection);
    match ended {
        Ok(()) => {}
        Err(Broken::Io(error)) => tracing::debug!(%error, "connection lost"),
        Err(error) => tracing::warn!(%error, client = peer.host, "closing a Kafka connection"),
    }
}

async fn requests(shared: &Shared, peer: &mut Peer, stream: TcpStream) -> Result<(), Broken> {
    let mut stream = BufReader::with_capacity(64 * 1024, stream);
    let mut logged_in = shared.users.is_none();
    while let Some(frame) = read_frame(&mut stream).await? {
        let mut call = Call::parse(frame)?;
        let answer = match call.key {
            ApiKey::SaslHandshake if shared.users.is_some() => Some(handshake(&mut call)?),
            ApiKey::SaslAuthenticate if shared.users.is_some() => {
                Some(login(shared, &mut call, peer, &mut logged_in)?)
            }
            ApiKey::ApiVersions => dispatch::answer(shared, peer, &mut call).await?,
            key if !logged_in => return Err(Broken::NotLoggedIn(key)),
            _ => dispatch::answer(shared, peer, &mut call).await?,
        };
        if let Some(answer) = answer {
            stream.write_all(&answer).await?;
        }
    }
    Ok(())
}

fn handshake(call: &mut Call) -> Result<bytes::BytesMut, Broken> {
    const UNSUPPORTED_MECHANISM: i16 = 33;
    let request: SaslHandshakeRequest = call.read()?;
    let code = if request.mechanism.as_str() == "PLAIN" { 0 } else { UNSUPPORTED_MECHANISM };
    call.reply(&SaslHandshakeResponse::default().with_error_code(code).with_mechanisms(vec![text("PLAIN")]))
}

fn login(
    shared: &Shared,
    call: &mut Call,
    peer: &mut Peer,
    logged_in: &mut bool,
) -> Result<bytes::BytesMut, Broken> {
    const AUTHENTICATION_FAILED: i16 = 58;
    let request: SaslAuthenticateRequest = call.read()?;
    let user = plain(&request.auth_bytes).filter(|(user, password)| allowed(shared, user, password));
    *logged_in = user.is_some();
    peer.user = user.map(|(user, _)| user.to_owned()).unwrap_or_default();
    let response = SaslAuthenticateResponse::default();
    call.reply(&match *logged_in {
        true => response,
        false => response
            .with_error_code(AUTHENTICATION_FAILED)
            .with_error_message(Some(text("Authentication failed: Invalid username or password"))),
    })
}

fn allowed(shared: &Shared, user: &str, password: &str) -> bool {
    if user == SERVICE_USER {
        return password == shared.service_password;
    }
    shared.users.as_ref().is_some_and(|users| users.check(user, password))
}

/// User and password of a SASL/PLAIN message: `[authorization id] NUL user NUL password`. Another identity than the
/// user's own cannot be asked for.
fn plain(message: &[u8]) -> Option<(&str, &str)> {
    let mut parts = std::str::from_utf8(message).ok()?.split('\0');
    let (identity, user, password) = (parts.next()?, parts.next()?, parts.next()?);
    let own = identity.is_empty() || identity == user;
    (own && !user.is_empty() && parts.next().is_none()).then_some((user, password))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn plain_messages() {
        assert_eq!(plain(b"\0alice\0secret"), Some(("alice", "secret")));
        assert_eq!(plain(b"alice\0alice\0secret"), Some(("alice", "secret")));
        assert_eq!(plain(b"bob\0alice\0secret"), None);
        assert_eq!(plain(b"\0alice\0sec\0ret"), None);
        assert_eq!(plain(b"\0\0secret"), None);
        assert_eq!(plain(b"alice"), None);
        assert_eq!(plain(b"\0\xff\0secret"), None);
    }
}
