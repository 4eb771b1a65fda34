//! What an answer, or the lack of one, means.

use super::transport::TransportError;
use crate::error::{Error, Kind, Outcome};
use crate::operation::Unreadable;
use crate::status::printable;
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

/// The operation of this project in an answer. For a start, the error's outcome says whether this attempt may have
/// started it.
pub(super) fn read_operation(
    answer: Result<Response<Bytes>, Failure>,
    project: &str,
) -> Result<Operation, Error> {
    let answer = answer.map_err(no_answer)?;
    let http = answer.status();
    if http != StatusCode::OK {
        return Err(refused(&answer));
    }
    let protocol = |words: String, outcome| {
        Err(Error::new(Kind::Protocol { http: http.as_u16(), words }).with_outcome(outcome))
    };
    match Operation::read(answer.body()) {
        Ok(operation) if operation.parsed_name().is_of(project) => Ok(operation),
        // There is an operation; its name is shown, and never becomes a part of an address.
        Ok(operation) => {
            let name = printable(operation.name());
            protocol(format!("an operation of another project, `{name}`"), Outcome::Started)
        }
        Err(Unreadable::Name(name)) => {
            protocol(format!("an operation with an invalid name, `{}`", printable(&name)), Outcome::Started)
        }
        Err(Unreadable::Body(words)) => protocol(words, Outcome::Unknown),
    }
}

pub(super) fn no_answer(failure: Failure) -> Error {
    match failure {
        Failure::Credentials(error) => {
            Error::new(Kind::Credentials { transient: error.is_transient() }).with_source(error)
        }
        Failure::Address => Error::configuration("the endpoint is not an address"),
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
        return Error::new(kind).with_outcome(outcome_of(http, None));
    };
    let outcome = outcome_of(http, Some(&status));
    Error::new(Kind::Refused { http: http.as_u16(), status }).with_outcome(outcome)
}

/// Only a refusal of the request itself says that nothing was started.
fn outcome_of(http: StatusCode, status: Option<&Status>) -> Outcome {
    let is_repeated = status.is_some_and(|status| {
        status.name() == "ALREADY_EXISTS"
            || status.message().contains("was already started with the given request_id")
    });
    if http.is_client_error() && http != StatusCode::REQUEST_TIMEOUT && !is_repeated {
        Outcome::NotStarted
    } else {
        Outcome::Unknown
    }
}

/// Scheme and host alone: what comes after may be somebody's secret.
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
        read_operation(Ok(answer), "my-project")
    }

    #[test]
    fn an_answer_says_what_it_can_about_the_outcome() {
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
            (200, r#"{"name": "projects/x/operations/../y"}"#, Outcome::Started),
            (200, r#"{"name": "projects/another-project/operations/A"}"#, Outcome::Started),
            (
                409,
                r#"{"error": {"status": "ALREADY_EXISTS", "message": "in other words"}}"#,
                Outcome::Unknown,
            ),
            (409, r#"{"error": {"status": "ABORTED", "message": "no"}}"#, Outcome::NotStarted),
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
