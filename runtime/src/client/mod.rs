//! The client: how a call is made. What a start does with the answers is in [`start`](crate::start).

mod answer;
mod builder;
pub(crate) mod clock;
mod credentials;
mod polling;
pub(crate) mod transport;

pub use builder::ClientBuilder;
pub use polling::PollingPolicy;

use crate::operation::OperationName;
use crate::{Error, Operation, Project, Task};
use answer::Failure;
use bytes::Bytes;
use clock::Clock;
use google_cloud_auth::credentials::{CacheableResource, Credentials};
use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use http::{Extensions, Method};
use std::fmt;
use std::sync::Arc;
use transport::Transport;
use url::Url;

pub(crate) const USER_AGENT: &str = concat!("earthengine-rust/", env!("CARGO_PKG_VERSION"));
const API_CLIENT: &str =
    concat!("earthengine-rust/", env!("CARGO_PKG_VERSION"), " rust/", env!("CARGO_PKG_RUST_VERSION"));

/// The largest answer that is read.
const ANSWER_BYTES: usize = 8 * 1024 * 1024;

/// Talks to Earth Engine. Cloning is cheap; clones share their connections and credentials.
///
/// ```no_run
/// # async fn example() -> Result<(), earthengine::Error> {
/// use earthengine::Client;
///
/// // As every Google client finds its credentials, or the emulator of EARTHENGINE_EMULATOR_HOST.
/// let client = Client::from_env().await?;
/// // An emulator on this machine.
/// let client = Client::emulator("127.0.0.1:8085")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

struct Inner {
    endpoint: Url,
    credentials: Credentials,
    quota_project: Option<HeaderValue>,
    polling: PollingPolicy,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
}

impl Client {
    /// The client that the environment describes: if `EARTHENGINE_EMULATOR_HOST` is set to `host:port` or
    /// `http://host:port`, that emulator, without credentials; else Earth Engine with Application Default
    /// Credentials.
    ///
    /// # Errors
    ///
    /// Credentials that cannot be read ([`Error::is_credentials`]), or an invalid host. Whether the credentials give
    /// a token shows with the first call.
    #[allow(clippy::unused_async, reason = "finding credentials may ask a metadata server")]
    pub async fn from_env() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// A client with an endpoint or credentials of one's own.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// The client of an emulator at `host:port` or `http://host:port`, without credentials.
    ///
    /// An emulator has no quota, so exports are looked at more often.
    ///
    /// # Errors
    ///
    /// An invalid address.
    pub fn emulator(address: &str) -> Result<Self, Error> {
        Self::builder().emulator(address).build()
    }

    /// The export with this name, `projects/{project}/operations/{id}`, started here or by another program.
    ///
    /// # Errors
    ///
    /// An invalid name. Whether there is such an export is not asked.
    ///
    /// ```
    /// # let client = earthengine::Client::emulator("127.0.0.1:8085")?;
    /// let task = client.task("projects/my-project/operations/ABC123")?;
    /// assert!(client.task("ABC123").is_err());
    /// # Ok::<(), earthengine::Error>(())
    /// ```
    pub fn task(&self, name: &str) -> Result<Task, Error> {
        match OperationName::read(name) {
            Some(name) => Ok(Task::new(self.clone(), name)),
            None => Err(Error::configuration(format!(
                "`{}` is not the name of an export; write `projects/…/operations/…`",
                crate::status::printable(name)
            ))),
        }
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        &*self.inner.clock
    }

    pub(crate) fn polling(&self) -> &PollingPolicy {
        &self.inner.polling
    }

    /// The request that starts an export, with credentials. Nothing is sent to the service yet.
    pub(crate) async fn export_request(
        &self,
        project: &Project,
        body: Bytes,
    ) -> Result<http::Request<Bytes>, Error> {
        let path = ["projects", project.as_str(), "video:export"];
        self.request(Method::POST, path, body).await.map_err(answer::no_answer)
    }

    /// Sends the request that starts an export, once. The error's outcome is that of this one attempt.
    pub(crate) async fn export_video(
        &self,
        project: &Project,
        request: http::Request<Bytes>,
    ) -> Result<Operation, Error> {
        answer::read_operation(self.send(request).await, project.as_str())
    }

    /// Asks how an export stands.
    pub(crate) async fn get(&self, name: &OperationName) -> Result<Operation, Error> {
        let answer = match self.request(Method::GET, name.segments(), Bytes::new()).await {
            Ok(request) => self.send(request).await,
            Err(failure) => Err(failure),
        };
        answer::read_operation(answer, name.project())
    }

    async fn request<'a>(
        &self,
        method: Method,
        path: impl IntoIterator<Item = &'a str>,
        body: Bytes,
    ) -> Result<http::Request<Bytes>, Failure> {
        let mut url = self.inner.endpoint.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            // Each segment is escaped, so no name can lead elsewhere.
            segments.pop_if_empty().push("v1alpha").extend(path);
        }
        let mut request = http::Request::new(body);
        *request.method_mut() = method;
        *request.uri_mut() = url.as_str().parse().map_err(|_| Failure::Address)?;
        *request.headers_mut() = self.headers().await?;
        Ok(request)
    }

    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Failure> {
        tracing::debug!(method = %request.method(), path = request.uri().path(), "call");
        let answer = self.inner.transport.send(request, ANSWER_BYTES).await.map_err(|error| {
            Failure::Transport { error, origin: self.inner.endpoint.origin().ascii_serialization() }
        })?;
        tracing::debug!(status = answer.status().as_u16(), "answer");
        Ok(answer)
    }

    async fn headers(&self) -> Result<HeaderMap, Failure> {
        // Without a tag, credentials always give their headers.
        let answer = self.inner.credentials.headers(Extensions::new()).await;
        let mut headers = match answer.map_err(Failure::Credentials)? {
            CacheableResource::New { data, .. } => data,
            CacheableResource::NotModified => HeaderMap::new(),
        };
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert("x-goog-api-client", HeaderValue::from_static(API_CLIENT));
        if let Some(project) = &self.inner.quota_project {
            headers.insert("x-goog-user-project", project.clone());
        }
        Ok(headers)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("endpoint", &self.inner.endpoint.as_str())
            .finish_non_exhaustive()
    }
}
