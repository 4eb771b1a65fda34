//! What an answer, or the lack of one, means.

use super::transport::TransportError;
use crate::error::{Error, Kind, Outcome};
use crate::{Operation, Status};
use bytes::Bytes;
use google_cloud_auth::errors::CredentialsError;
use http::header::LOCATION;
use http::{Response, StatusCode};
use url::Url;

/// A call that got no answer.
pub(super) enum Failure {
    Credentials(CredentialsError),
    /// The endpoint and the names made no address; builders and names exclude it.
    Address,
    Transport {
        error: TransportError,
        origin: String,
    },
}

/// The operation in an answer. For a start, the error's outcome says whether this attempt may have started it.
pub(super) fn read_operation(answer: Result<Response<Bytes>, Failure>) -> Result<Operation, Error> {
    let answer = answer.map_err(no_answer)?;
    let http = answer.status();
    if http != StatusCode::OK {
        return Err(refused(&answer));
    }
    Operation::read(answer.body()).map_err(|words| {
        Error::new(Kind::Protocol { http: http.as_u16(), words }).with_outcome(Outcome::Unknown)
    })
}

fn no_answer(failure: Failure) -> Error {
    match failure {
        Failure::Credentials(error) => {
            Error::new(Kind::Credentials { transient: error.is_transient() }).with_source(error)
        }
        Failure::Address => Error::configuration("the endpoint is no address"),
        Failure::Transport { error, origin } => Error::transport(error, origin),
    }
}

fn refused(answer: &Response<Bytes>) -> Error {
    let http = answer.status();
    if http.is_redirection() {
        let to = answer.headers().get(LOCATION).and_then(|to| to.to_str().ok()).map(origin);
        let kind = Kind::Redirected { to: to.unwrap_or_else(|| "nowhere".to_owned()) };
        return Error::new(kind).with_outcome(Outcome::Unknown);
    }
    let Some(status) = Status::from_body(answer.body()) else {
        let words = http.canonical_reason().unwrap_or("no status of HTTP").to_owned();
        let kind = Kind::Protocol { http: http.as_u16(), words };
        return Error::new(kind).with_outcome(outcome_of(http, ""));
    };
    let outcome = outcome_of(http, status.message());
    Error::new(Kind::Refused { http: http.as_u16(), status }).with_outcome(outcome)
}

/// Only a refusal of the request itself says that nothing was started.
fn outcome_of(http: StatusCode, message: &str) -> Outcome {
    let is_repeated = message.contains("was already started with the given request_id");
    if http.is_client_error() && http != StatusCode::REQUEST_TIMEOUT && !is_repeated {
        Outcome::NotStarted
    } else {
        Outcome::Unknown
    }
}

/// Scheme and host alone: what stands behind may be somebody's secret.
fn origin(location: &str) -> String {
    match Url::parse(location) {
        Ok(url) => url.origin().ascii_serialization(),
        Err(_) => "another path".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(http: u16, body: &'static str) -> Result<Operation, Error> {
        let mut answer = Response::new(Bytes::from_static(body.as_bytes()));
        *answer.status_mut() = StatusCode::from_u16(http).unwrap();
        answer.headers_mut().insert(LOCATION, "https://elsewhere.example/a?secret=1".parse().unwrap());
        read_operation(Ok(answer))
    }

    #[test]
    fn only_a_refusal_says_that_nothing_was_started() {
        let refusal = r#"{"error": {"code": 400, "status": "INVALID_ARGUMENT", "message": "no"}}"#;
        let repeated = r#"{"error": {"status": "INVALID_ARGUMENT",
            "message": "A different Operation was already started with the given request_id."}}"#;
        for (http, body, outcome) in [
            (400, refusal, Outcome::NotStarted),
            (404, "<html>", Outcome::NotStarted),
            (400, repeated, Outcome::Unknown),
            (408, "", Outcome::Unknown),
            (500, refusal, Outcome::Unknown),
            (502, "<html>", Outcome::Unknown),
            (307, "", Outcome::Unknown),
            (200, "<html>", Outcome::Unknown),
            (200, r#"{"name": "projects/x/operations/../y"}"#, Outcome::Unknown),
            (204, "", Outcome::Unknown),
        ] {
            assert_eq!(answered(http, body).unwrap_err().outcome(), outcome, "{http} {body}");
        }
    }

    #[test]
    fn a_redirect_names_the_origin_alone() {
        let error = answered(302, "").unwrap_err().to_string();
        assert!(error.contains("https://elsewhere.example;"), "{error}");
        assert!(!error.contains("secret"), "{error}");
    }
}
