//! `google.rpc.Status`: what the service says of a failure.

use serde_json::{Map, Value};
use std::fmt;

/// What the service says of a call or an export that failed.
///
/// Source: `google.rpc.Status` and `google.rpc.Code` of the Google API improvement proposals (AIP-193).
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    code: i32,
    message: String,
    details: Vec<Value>,
}

/// The names of the codes, in order from 0.
const NAMES: [&str; 17] = [
    "OK",
    "CANCELLED",
    "UNKNOWN",
    "INVALID_ARGUMENT",
    "DEADLINE_EXCEEDED",
    "NOT_FOUND",
    "ALREADY_EXISTS",
    "PERMISSION_DENIED",
    "RESOURCE_EXHAUSTED",
    "FAILED_PRECONDITION",
    "ABORTED",
    "OUT_OF_RANGE",
    "UNIMPLEMENTED",
    "INTERNAL",
    "UNAVAILABLE",
    "DATA_LOSS",
    "UNAUTHENTICATED",
];

impl Status {
    /// The status in an operation: `{code, message, details}`.
    pub(crate) fn from_rpc(json: &Map<String, Value>) -> Self {
        let code = json.get("code").and_then(Value::as_i64).and_then(|code| code.try_into().ok());
        Self::new(code.unwrap_or(2), json)
    }

    /// The status in the answer to a call: `{"error": {code, message, status, details}}`, where the code is
    /// HTTP's. `None` for any other body, such as a proxy's page.
    pub(crate) fn from_body(body: &[u8]) -> Option<Self> {
        let json: Value = serde_json::from_slice(body).ok()?;
        let json = json.get("error")?.as_object()?;
        let name = json.get("status").and_then(Value::as_str).unwrap_or_default();
        let code = NAMES.iter().position(|known| *known == name).and_then(|code| code.try_into().ok());
        Some(Self::new(code.unwrap_or(2), json))
    }

    fn new(code: i32, json: &Map<String, Value>) -> Self {
        Self {
            code,
            message: json.get("message").and_then(Value::as_str).unwrap_or_default().to_owned(),
            details: json.get("details").and_then(Value::as_array).cloned().unwrap_or_default(),
        }
    }

    /// The code of `google.rpc.Code`, such as 3 for `INVALID_ARGUMENT`.
    #[must_use]
    pub fn code(&self) -> i32 {
        self.code
    }

    /// The name of the code, such as `INVALID_ARGUMENT`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        usize::try_from(self.code).ok().and_then(|code| NAMES.get(code)).copied().unwrap_or("UNKNOWN")
    }

    /// The service's message, as it came. Escape it before it is shown on a terminal; `Display` does.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What the service adds: objects such as `google.rpc.ErrorInfo`, as they came.
    #[must_use]
    pub fn details(&self) -> &[Value] {
        &self.details
    }
}

/// The name and the message, which is escaped.
impl fmt::Display for Status {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.name())?;
        if !self.message.is_empty() {
            write!(formatter, ": {}", printable(&self.message))?;
        }
        Ok(())
    }
}

/// A foreign text that may be printed on a terminal: without control characters.
pub(crate) fn printable(text: &str) -> String {
    let escape = |character: char| -> String {
        if character.is_control() { character.escape_default().to_string() } else { character.to_string() }
    };
    text.chars().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_cannot_steer_a_terminal() {
        let body = br#"{"error": {"code": 400, "status": "INVALID_ARGUMENT", "message": "a\u001b[31mb\nc"}}"#;
        let status = Status::from_body(body).unwrap();
        assert_eq!(status.to_string(), "INVALID_ARGUMENT: a\\u{1b}[31mb\\nc");
        assert_eq!((status.code(), status.message()), (3, "a\u{1b}[31mb\nc"));
    }

    #[test]
    fn what_is_no_status_is_none() {
        for body in ["", "<html>", "[]", "{}", r#"{"error": "no"}"#] {
            assert_eq!(Status::from_body(body.as_bytes()), None, "{body}");
        }
    }
}
