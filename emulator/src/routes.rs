//! Addresses and what answers them.

use crate::Service;
use crate::refusal::Refusal;
use crate::request;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, Query, Request, State};
use axum::http::header::HOST;
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::net::IpAddr;

/// The versions of the API.
const VERSIONS: [&str; 3] = ["v1alpha", "v1beta", "v1"];
/// Larger than any request, so that the refusal of a large one is ours.
const BODY_LIMIT: usize = 16 * 1024 * 1024;
/// How many operations a page has if nothing is said, and at most.
const PAGE: usize = 500;

pub(crate) fn router(service: Service) -> Router {
    let mut router = Router::new().route("/__started", get(started));
    for version in VERSIONS {
        router = router
            .route(
                &format!("/{version}/projects/{{project}}/video:export"),
                post(move |service, project, body| export_video(version, service, project, body)),
            )
            .route(&format!("/{version}/projects/{{project}}/operations"), get(list_operations))
            .route(&format!("/{version}/projects/{{project}}/operations/{{id}}"), get(get_operation));
    }
    router
        .fallback(async || Refusal::not_found("Method not found."))
        .method_not_allowed_fallback(async || Refusal::not_found("Method not found."))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::from_fn(require_loopback))
        .with_state(service)
}

/// A page that a browser has open must not reach the emulator by a name of its own.
async fn require_loopback(request: Request, next: Next) -> Result<Response, Refusal> {
    let host = request.headers().get(HOST).map(|host| host.to_str().unwrap_or_default());
    match host {
        Some(host) if !is_loopback(host) => {
            Err(Refusal::forbidden("the emulator answers to 127.0.0.1 and localhost alone"))
        }
        _ => Ok(next.run(request).await),
    }
}

fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let address = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost" || address.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

async fn started(State(service): State<Service>) -> Json<Value> {
    service.with_tasks(|tasks| {
        Json(json!({ "started": tasks.len(), "operations": tasks.names().collect::<Vec<_>>() }))
    })
}

#[allow(clippy::unused_async, reason = "a handler is asynchronous")]
async fn export_video(
    version: &'static str,
    State(service): State<Service>,
    Path(project): Path<String>,
    body: Bytes,
) -> Result<Json<Value>, Refusal> {
    if let Err(violation) = earthengine_schema::rules::project(&project) {
        return Err(Refusal::invalid(violation.of(&project)));
    }
    let request = request::read(&body, version)?;
    service.with_tasks(|tasks| tasks.accept(&project, request)).map(Json)
}

async fn get_operation(
    State(service): State<Service>,
    Path((project, id)): Path<(String, String)>,
) -> Result<Json<Value>, Refusal> {
    let name = format!("projects/{project}/operations/{id}");
    let operation = service.with_tasks(|tasks| tasks.get(&name));
    operation.map(Json).ok_or_else(|| Refusal::not_found(format!("Operation \"{name}\" not found.")))
}

async fn list_operations(
    State(service): State<Service>,
    Path(project): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Json<Value>, Refusal> {
    let number = |name: &str| match query.get(name).map(String::as_str) {
        None | Some("") => Ok(0),
        Some(text) => text
            .parse()
            .map_err(|_| Refusal::invalid(format!("{name}: it is not a number that this server gave"))),
    };
    let size = match number("pageSize")? {
        0 => PAGE,
        size => PAGE.min(size),
    };
    // A token is how many operations were listed before.
    let start = number("pageToken")?;
    let all = service.with_tasks(|tasks| tasks.list(&project));
    let page: Vec<_> = all.iter().skip(start).take(size).collect();
    let mut answer = json!({ "operations": page });
    if start + page.len() < all.len() {
        answer["nextPageToken"] = json!((start + page.len()).to_string());
    }
    Ok(Json(answer))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_hosts_are_answered() {
        for host in ["127.0.0.1:80", "127.0.0.1", "localhost:1", "[::1]:80", "127.1.2.3"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in
            ["example.com", "localhost.example.com", "127.0.0.1.example.com:80", "10.0.0.1", "", "[::2]:1"]
        {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
