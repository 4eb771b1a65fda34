//! How a client is put together.

use super::clock::{Clock, SystemClock};
use super::transport::{Http, Transport};
use super::{Client, Inner, PollingPolicy, credentials};
use crate::{Error, Project};
use google_cloud_auth::credentials::Credentials;
use http::HeaderValue;
use std::env;
use std::fmt;
use std::sync::Arc;
use url::{Host, Url};

const ENDPOINT: &str = "https://earthengine.googleapis.com";
const EMULATOR_HOST: &str = "EARTHENGINE_EMULATOR_HOST";

/// Puts a [`Client`] together. What is not said comes from the environment, as for
/// [`Client::from_env`].
///
/// ```
/// use earthengine::Client;
///
/// # fn token() -> String { "ya29.a0".to_owned() }
/// let client = Client::builder().access_token(token()).quota_project("my-project".parse()?).build()?;
/// # Ok::<(), earthengine::Error>(())
/// ```
#[derive(Default)]
#[must_use]
pub struct ClientBuilder {
    endpoint: Option<String>,
    emulator: Option<String>,
    identity: Identity,
    quota_project: Option<Project>,
    polling: Option<PollingPolicy>,
    transport: Option<Arc<dyn Transport>>,
    clock: Option<Arc<dyn Clock>>,
}

/// Who the client is to be.
#[derive(Default)]
enum Identity {
    #[default]
    FromEnvironment,
    Anonymous,
    Token(String),
    Credentials(Credentials),
}

impl ClientBuilder {
    /// Another address of the service, such as `https://earthengine.googleapis.com`. It must be HTTPS, but for
    /// an anonymous client on this machine.
    pub fn endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.endpoint = Some(endpoint.into());
        self
    }

    /// An emulator at `host:port` or `http://host:port`, without credentials.
    pub fn emulator(mut self, address: impl Into<String>) -> Self {
        self.emulator = Some(address.into());
        self
    }

    /// Credentials of google-cloud-auth.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.identity = Identity::Credentials(credentials);
        self
    }

    /// An access token that somebody else got; it is not renewed.
    pub fn access_token(mut self, token: impl Into<String>) -> Self {
        self.identity = Identity::Token(token.into());
        self
    }

    /// No credentials.
    pub fn anonymous(mut self) -> Self {
        self.identity = Identity::Anonymous;
        self
    }

    /// The project that the calls are counted for, if not the one of the credentials. Header:
    /// `x-goog-user-project`.
    pub fn quota_project(mut self, project: Project) -> Self {
        self.quota_project = Some(project);
        self
    }

    /// How often a running export is looked at.
    pub fn polling(mut self, polling: PollingPolicy) -> Self {
        self.polling = Some(polling);
        self
    }

    /// For tests: another way to the service.
    #[doc(hidden)]
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// For tests: another clock.
    #[doc(hidden)]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = Some(clock);
        self
    }

    /// The client. With credentials of the environment, it must be built inside a Tokio runtime, in which they fetch
    /// and renew their token.
    ///
    /// # Errors
    ///
    /// An endpoint that is invalid or not safe, a token with characters that no token has, and credentials of the
    /// environment that cannot be read ([`Error::is_credentials`]). Whether credentials give a token shows with the
    /// first call.
    pub fn build(self) -> Result<Client, Error> {
        let Self { endpoint, emulator, identity, quota_project, polling, transport, clock } = self;
        // A program under test must not reach the service by mistake: the variable counts unless an endpoint is said.
        let from_environment = || env::var(EMULATOR_HOST).ok().filter(|host| !host.is_empty());
        let chosen = emulator.or_else(|| endpoint.is_none().then(from_environment).flatten());
        let is_emulator = chosen.is_some();
        let (endpoint, identity) = match chosen {
            Some(address) => {
                if matches!(identity, Identity::Token(_) | Identity::Credentials(_)) {
                    return Err(Error::configuration(format!(
                        "an emulator takes no credentials; leave them out, or unset {EMULATOR_HOST}"
                    )));
                }
                (emulator_address(&address)?, Identity::Anonymous)
            }
            None => {
                let endpoint = parse(endpoint.as_deref().unwrap_or(ENDPOINT))?;
                check_is_safe(&endpoint, &identity)?;
                (endpoint, identity)
            }
        };
        let credentials = match identity {
            Identity::FromEnvironment => {
                // The credentials begin to fetch a token at once, and panic where nothing runs.
                if tokio::runtime::Handle::try_current().is_err() {
                    return Err(Error::configuration("build the client inside a Tokio runtime"));
                }
                credentials::application_default()?
            }
            Identity::Anonymous => credentials::anonymous(),
            Identity::Token(token) => credentials::static_token(&token)?,
            Identity::Credentials(credentials) => credentials,
        };
        let default_polling =
            || if is_emulator { PollingPolicy::of_emulator() } else { PollingPolicy::new() };
        let transport = match transport {
            Some(transport) => transport,
            None => {
                let http = Http::new(is_loopback(&endpoint));
                Arc::new(http.map_err(|error| Error::transport(error, "this machine".to_owned()))?)
            }
        };
        let inner = Inner {
            endpoint,
            credentials,
            quota_project: quota_project.map(|project| header(&project)).transpose()?,
            polling: polling.unwrap_or_else(default_polling),
            transport,
            clock: clock.unwrap_or_else(|| Arc::new(SystemClock::new())),
        };
        Ok(Client { inner: Arc::new(inner) })
    }
}

fn header(project: &Project) -> Result<HeaderValue, Error> {
    HeaderValue::from_str(project.as_str()).map_err(|error| Error::configuration(error.to_string()))
}

/// `host:port`, as Google's emulators announce themselves, or the same with a scheme.
fn emulator_address(address: &str) -> Result<Url, Error> {
    if address.contains("://") { parse(address) } else { parse(&format!("http://{address}")) }
}

fn parse(endpoint: &str) -> Result<Url, Error> {
    let invalid = |words: &str| Err(Error::configuration(format!("the address of the service {words}")));
    let Ok(url) = Url::parse(endpoint) else {
        return invalid("is not one; write `https://host` or `host:port`");
    };
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return invalid("is not one; write `https://host` or `host:port`");
    }
    // What is wrong is not shown: it may be somebody's secret.
    if !url.username().is_empty() || url.password().is_some() {
        return invalid("has a user or password in it; remove them");
    }
    if url.query().is_some() || url.fragment().is_some() {
        return invalid("has something after `?` or `#`; remove it");
    }
    Ok(url)
}

fn is_loopback(endpoint: &Url) -> bool {
    match endpoint.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// A token never goes over a connection that others can read.
fn check_is_safe(endpoint: &Url, identity: &Identity) -> Result<(), Error> {
    if endpoint.scheme() == "https" {
        return Ok(());
    }
    match identity {
        Identity::Anonymous if is_loopback(endpoint) => Ok(()),
        Identity::Anonymous => {
            Err(Error::configuration("plain HTTP goes to this machine only; write `https://…`"))
        }
        _ => Err(Error::configuration("credentials do not go over plain HTTP; write `https://…`")),
    }
}

/// Never shows a token.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ClientBuilder")
            .field("has_endpoint", &self.endpoint.is_some())
            .field("is_emulator", &self.emulator.is_some())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(builder: ClientBuilder) -> String {
        builder.build().unwrap_err().to_string()
    }

    #[test]
    fn a_token_goes_over_https_only() {
        let builder = || Client::builder().access_token("ya29.CANARY");
        assert!(builder().endpoint("https://example.com").build().is_ok());
        let error = refusal(builder().endpoint("http://127.0.0.1:1"));
        assert!(error.contains("plain HTTP"), "{error}");
        let error = refusal(builder().emulator("127.0.0.1:1"));
        assert!(error.contains("no credentials"), "{error}");
    }

    #[test]
    fn plain_http_stays_on_this_machine() {
        for (address, is_fine) in [
            ("http://127.9.9.9:1", true),
            ("http://[::1]:1", true),
            ("http://localhost:1", true),
            ("http://example.com", false),
            ("http://localhost.example.com", false),
            ("http://127.0.0.1.example.com", false),
        ] {
            let client = Client::builder().anonymous().endpoint(address).build();
            assert_eq!(client.is_ok(), is_fine, "{address}");
        }
    }

    #[test]
    fn an_address_that_is_none_is_refused() {
        for address in ["", "a b", "ftp://a", "http://user:secret@a", "https://a?b", "https://a#b"] {
            let error = refusal(Client::builder().anonymous().endpoint(address));
            assert!(error.contains("; write") || error.contains("; remove"), "{address}: {error}");
            assert!(!error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn no_token_is_shown() {
        let builder = Client::builder().access_token("ya29.CANARY");
        assert!(!format!("{builder:?}").contains("CANARY"));
        let client = builder.build().unwrap();
        assert!(!format!("{client:?}").contains("CANARY"));
        let error = Client::builder().access_token("ya29.CANARY\n").build().unwrap_err();
        assert!(!format!("{error:?} {error}").contains("CANARY"));
    }
}
