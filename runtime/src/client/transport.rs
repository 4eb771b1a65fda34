//! One request, one response. The only file that names the HTTP library, and it decides nothing.

use super::clock::Later;
use bytes::Bytes;
use std::error::Error as StdError;
use std::fmt::{self, Debug};
use std::time::Duration;

/// Sends a request once; tests put in their own.
pub trait Transport: Debug + Send + Sync {
    /// Sends the request and reads the whole response, of at most `limit` bytes.
    fn send(
        &self,
        request: http::Request<Bytes>,
        limit: usize,
    ) -> Later<'_, Result<http::Response<Bytes>, TransportError>>;
}

/// A request that got no whole response.
#[derive(Debug)]
pub struct TransportError {
    /// How far it came.
    pub phase: Phase,
    /// What the library says. It must not contain the address's query nor a header.
    pub source: Option<Box<dyn StdError + Send + Sync>>,
}

/// How far a request came before it failed. Only what is up to [`Phase::Tls`] has surely not reached the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The host has no address.
    Dns,
    /// Nobody answers at the address.
    Connect,
    /// The other side is not who it should be.
    Tls,
    /// While it was sent, or before the first byte of the response.
    Send,
    /// No response in time.
    Timeout,
    /// In the middle of the response.
    Body,
    /// The response is larger than the limit.
    TooLarge,
}

impl Phase {
    /// Whether no byte of the request can have reached the service.
    pub(crate) fn is_before_sending(self) -> bool {
        matches!(self, Self::Dns | Self::Connect | Self::Tls)
    }
}

/// In words, as the part of a sentence.
impl fmt::Display for Phase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Dns => "the address of the host was not found",
            Self::Connect => "no connection could be made",
            Self::Tls => "no safe connection could be made",
            Self::Send => "the connection broke before an answer came",
            Self::Timeout => "no answer came in time",
            Self::Body => "the connection broke within the answer",
            Self::TooLarge => "the answer was larger than allowed",
        })
    }
}

/// The transport of real programs: HTTPS by reqwest.
#[derive(Debug)]
pub(crate) struct Http {
    client: reqwest::Client,
}

/// A connection is made within this time, or not at all.
const CONNECT: Duration = Duration::from_secs(10);
/// The longest time of one request, from the connection to the last byte of the answer: ten megabytes go out within
/// it at 1.4 Mbit/s, and the service takes seconds for a large expression.
const WHOLE: Duration = Duration::from_secs(60);

impl Http {
    /// A request to this machine goes through no proxy.
    pub(crate) fn new(is_loopback: bool) -> Result<Self, TransportError> {
        let builder = reqwest::Client::builder();
        let client = if is_loopback { builder.no_proxy() } else { builder }
            .user_agent(super::USER_AGENT)
            // An expression is never sent on to where a redirect points.
            .redirect(reqwest::redirect::Policy::none())
            // What is sent again, and when, is decided by us.
            .retry(reqwest::retry::never())
            .connect_timeout(CONNECT)
            .timeout(WHOLE)
            .build();
        client.map(|client| Self { client }).map_err(|error| failure(Phase::Tls, error))
    }
}

impl Transport for Http {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limit: usize,
    ) -> Later<'_, Result<http::Response<Bytes>, TransportError>> {
        Box::pin(async move {
            let request =
                reqwest::Request::try_from(request).map_err(|error| failure(Phase::Connect, error))?;
            let mut response =
                self.client.execute(request).await.map_err(|error| failure(phase_of(&error), error))?;
            let mut body = Vec::new();
            while let Some(chunk) =
                response.chunk().await.map_err(|error| failure(body_phase(&error), error))?
            {
                if body.len() + chunk.len() > limit {
                    return Err(TransportError { phase: Phase::TooLarge, source: None });
                }
                body.extend_from_slice(&chunk);
            }
            let mut answer = http::Response::new(Bytes::from(body));
            *answer.status_mut() = response.status();
            *answer.headers_mut() = std::mem::take(response.headers_mut());
            Ok(answer)
        })
    }
}

fn failure(phase: Phase, error: reqwest::Error) -> TransportError {
    TransportError { phase, source: Some(Box::new(error.without_url())) }
}

fn body_phase(error: &reqwest::Error) -> Phase {
    if error.is_timeout() { Phase::Timeout } else { Phase::Body }
}

fn phase_of(error: &reqwest::Error) -> Phase {
    if error.is_connect() {
        return connect_phase(error);
    }
    if error.is_timeout() { Phase::Timeout } else { Phase::Send }
}

/// reqwest has one kind for all that goes wrong before a connection is there; the rest is in the sources.
fn connect_phase(error: &reqwest::Error) -> Phase {
    let mut source = error.source();
    while let Some(error) = source {
        // An I/O error hides what it was made of from `source`.
        let inner = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        if error.is::<rustls::Error>() || inner.is_some_and(<dyn std::error::Error + std::marker::Send + std::marker::Sync + 'static>::is::<rustls::Error>) {
            return Phase::Tls;
        }
        // hyper-util's error for names has no type of its own that could be asked for.
        if error.to_string() == "dns error" {
            return Phase::Dns;
        }
        source = error.source();
    }
    Phase::Connect
}
