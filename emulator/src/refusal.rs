//! What the service says when it refuses a call: `google.rpc.Status` in the shape of AIP-193.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// A call that is refused.
#[derive(Debug)]
pub(crate) struct Refusal {
    http: StatusCode,
    status: &'static str,
    message: String,
}

impl Refusal {
    /// The request breaks a rule.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self { http: StatusCode::BAD_REQUEST, status: "INVALID_ARGUMENT", message: message.into() }
    }

    /// There is no such operation, or no such method.
    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self { http: StatusCode::NOT_FOUND, status: "NOT_FOUND", message: message.into() }
    }

    /// The caller is not where callers of an emulator are.
    pub(crate) fn forbidden(message: impl Into<String>) -> Self {
        Self { http: StatusCode::FORBIDDEN, status: "PERMISSION_DENIED", message: message.into() }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let Self { http, status, message } = self;
        let body = json!({ "error": { "code": http.as_u16(), "message": message, "status": status } });
        (http, Json(body)).into_response()
    }
}
