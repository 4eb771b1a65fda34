//! The one error of everything that talks to the service.

use crate::client::transport::{Phase, TransportError};
use crate::{InvalidValue, RequestId, Status};
use std::error::Error as StdError;
use std::fmt;

/// Whether there is an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The export was started: the service has an operation for it.
    Started,
    /// Nothing was started.
    NotStarted,
    /// The request may have reached the service, and no answer came that tells. Starting the same
    /// [`VideoExport`](crate::VideoExport) again is safe: it has the same request id.
    Unknown,
}

/// What went wrong, and whether an export was started all the same.
///
/// Ask it: [`outcome`](Self::outcome) always has an answer, the `is_…` questions tell kinds apart, and
/// [`status`](Self::status) has what the service said.
///
/// ```no_run
/// # async fn example(export: earthengine::VideoExport, client: earthengine::Client) {
/// use earthengine::Outcome;
///
/// match export.start(&client).await {
///     Ok(task) => println!("started {}", task.name()),
///     Err(error) if error.outcome() == Outcome::NotStarted => println!("nothing was started: {error}"),
///     Err(error) => println!("{error}; start the same export again"),
/// }
/// # }
/// ```
pub struct Error {
    // Boxed, so that a `Result` is small.
    inner: Box<Inner>,
}

struct Inner {
    kind: Kind,
    outcome: Outcome,
    request_id: Option<RequestId>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// What went wrong. Private: the questions stay, the kinds may change.
#[derive(Debug)]
pub(crate) enum Kind {
    /// A value breaks a rule; nothing was sent.
    Invalid(InvalidValue),
    /// The client cannot be built, or a name is none.
    Configuration(String),
    /// The credentials gave no token.
    Credentials { transient: bool },
    /// No whole response from this origin.
    Transport { phase: Phase, origin: String },
    /// The service, or something before it, points elsewhere. Only the origin is kept.
    Redirected { to: String },
    /// The service refused the call, by this HTTP status.
    Refused { http: u16, status: Status },
    /// An answer that the service does not give.
    Protocol { http: u16, words: String },
    /// The operation is no longer known.
    OperationGone,
    /// The export ended with an error.
    ExportFailed(Status),
    /// The export was cancelled.
    Cancelled,
    /// It took longer than the caller wants to wait.
    Deadline,
}

impl Error {
    /// An error of which nothing is known but that no export was started by it.
    pub(crate) fn new(kind: Kind) -> Self {
        let inner = Inner { kind, outcome: Outcome::NotStarted, request_id: None, source: None };
        Self { inner: Box::new(inner) }
    }

    pub(crate) fn configuration(words: impl Into<String>) -> Self {
        Self::new(Kind::Configuration(words.into()))
    }

    /// No whole response from this origin. What surely was not sent, started nothing.
    pub(crate) fn transport(TransportError { phase, source }: TransportError, origin: String) -> Self {
        let outcome = if phase.is_before_sending() { Outcome::NotStarted } else { Outcome::Unknown };
        let mut error = Self::new(Kind::Transport { phase, origin }).with_outcome(outcome);
        error.inner.source = source;
        error
    }

    pub(crate) fn with_outcome(mut self, outcome: Outcome) -> Self {
        self.inner.outcome = outcome;
        self
    }

    pub(crate) fn with_request_id(mut self, id: RequestId) -> Self {
        self.inner.request_id = Some(id);
        self
    }

    pub(crate) fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.inner.source = Some(source.into());
        self
    }

    pub(crate) fn kind(&self) -> &Kind {
        &self.inner.kind
    }

    /// Whether there is an export. For errors while an export is followed, it is [`Outcome::Started`].
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.inner.outcome
    }

    /// The id of the request that failed to start.
    #[must_use]
    pub fn request_id(&self) -> Option<&RequestId> {
        self.inner.request_id.as_ref()
    }

    /// What the service said of the call, or of the export that failed.
    #[must_use]
    pub fn status(&self) -> Option<&Status> {
        match self.kind() {
            Kind::Refused { status, .. } | Kind::ExportFailed(status) => Some(status),
            _ => None,
        }
    }

    /// A value breaks a rule of the request. Nothing was sent.
    #[must_use]
    pub fn is_invalid(&self) -> bool {
        matches!(self.kind(), Kind::Invalid(_))
    }

    /// No connection to the service. Look at the network, the endpoint and the proxy.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        matches!(self.kind(), Kind::Transport { phase, .. } if phase.is_before_sending())
    }

    /// No answer in time, or the deadline of the caller has passed.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self.kind(), Kind::Transport { phase: Phase::Timeout, .. } | Kind::Deadline)
    }

    /// There are no credentials, or they gave no token.
    #[must_use]
    pub fn is_credentials(&self) -> bool {
        matches!(self.kind(), Kind::Credentials { .. })
    }

    /// The service does not know who is calling.
    #[must_use]
    pub fn is_unauthenticated(&self) -> bool {
        self.is_refused(401, "UNAUTHENTICATED")
    }

    /// The service knows who is calling and does not allow it.
    #[must_use]
    pub fn is_permission_denied(&self) -> bool {
        self.is_refused(403, "PERMISSION_DENIED")
    }

    /// The export was started, and failed. [`status`](Self::status) says why.
    #[must_use]
    pub fn is_export_failed(&self) -> bool {
        matches!(self.kind(), Kind::ExportFailed(_))
    }

    /// The export was started, and somebody cancelled it.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        matches!(self.kind(), Kind::Cancelled)
    }

    /// The service no longer knows the operation: it was deleted, or is too old.
    #[must_use]
    pub fn is_operation_gone(&self) -> bool {
        matches!(self.kind(), Kind::OperationGone)
    }

    /// By the name of the status, or by HTTP where there is none.
    fn is_refused(&self, code: u16, name: &str) -> bool {
        match self.kind() {
            Kind::Refused { http, status } => *http == code || status.name() == name,
            Kind::Protocol { http, .. } => *http == code,
            _ => false,
        }
    }
}

impl From<InvalidValue> for Error {
    fn from(error: InvalidValue) -> Self {
        Self::new(Kind::Invalid(error))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            Kind::Invalid(error) => write!(formatter, "{error}")?,
            Kind::Configuration(words) => formatter.write_str(words)?,
            Kind::Credentials { .. } => formatter.write_str(
                "no access token; run `gcloud auth application-default login`, or set GOOGLE_APPLICATION_CREDENTIALS",
            )?,
            Kind::Transport { phase, origin } => write!(formatter, "{origin}: {phase}")?,
            Kind::Redirected { to } => write!(
                formatter,
                "the service was not reached: a redirect points to {to}; look at the endpoint and the proxy"
            )?,
            Kind::Refused { status, .. } => write!(formatter, "the service refused the call: {status}")?,
            Kind::Protocol { http, words } => {
                write!(formatter, "the answer (HTTP {http}) is not one of Earth Engine: {words}")?;
            }
            Kind::OperationGone => formatter.write_str("the service no longer knows the operation")?,
            Kind::ExportFailed(status) => write!(formatter, "the export failed: {status}")?,
            Kind::Cancelled => formatter.write_str("the export was cancelled")?,
            Kind::Deadline => formatter.write_str("the deadline has passed")?,
        }
        match self.outcome() {
            Outcome::Unknown => formatter.write_str("; the export may have been started"),
            Outcome::Started | Outcome::NotStarted => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Error")
            .field("kind", &self.inner.kind)
            .field("outcome", &self.inner.outcome)
            .field("request_id", &self.inner.request_id)
            .field("source", &self.inner.source)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.inner.source.as_deref().map(|source| source as _)
    }
}
