//! Who the client is.

use google_cloud_auth::credentials::{
    Builder, CacheableResource, Credentials, CredentialsProvider, EntityTag, anonymous,
};
use google_cloud_auth::errors::CredentialsError;
use http::{Extensions, HeaderMap, HeaderValue, header::AUTHORIZATION};
use std::path::PathBuf;
use std::{env, fmt};

use crate::{Error, error::Kind};

/// The scopes that the official client asks for: exports to Drive and to Cloud Storage need their own.
const SCOPES: [&str; 4] = [
    "https://www.googleapis.com/auth/earthengine",
    "https://www.googleapis.com/auth/cloud-platform",
    "https://www.googleapis.com/auth/drive",
    "https://www.googleapis.com/auth/devstorage.full_control",
];

/// The credentials that every Google client finds: Application Default Credentials.
pub(super) fn application_default() -> Result<Credentials, Error> {
    let builder = Builder::default();
    // A person's token has the scopes that were granted at login; asking for others is refused.
    let builder = if is_of_a_person() { builder } else { builder.with_scopes(SCOPES) };
    builder.build().map_err(|error| Error::new(Kind::Credentials { transient: false }).with_source(error))
}

/// Whether Application Default Credentials are those of `gcloud auth application-default login`.
fn is_of_a_person() -> bool {
    let given = env::var_os("GOOGLE_APPLICATION_CREDENTIALS").map(PathBuf::from);
    let home = || Some(PathBuf::from(env::var_os("HOME")?).join(".config/gcloud"));
    let gcloud = || env::var_os("CLOUDSDK_CONFIG").map(PathBuf::from).or_else(home);
    let file = given.or_else(|| Some(gcloud()?.join("application_default_credentials.json")));
    let json = file.and_then(|file| std::fs::read(file).ok());
    let json: Option<serde_json::Value> = json.and_then(|json| serde_json::from_slice(&json).ok());
    json.is_some_and(|json| json.get("type").is_some_and(|kind| kind == "authorized_user"))
}

/// Nobody: what an emulator takes.
pub(super) fn anonymous() -> Credentials {
    anonymous::Builder::new().build()
}

/// An access token that somebody else got and looks after.
pub(super) fn static_token(token: &str) -> Result<Credentials, Error> {
    let mut header = HeaderValue::from_str(&format!("Bearer {token}"))
        .map_err(|_| Error::configuration("the access token has characters that no token has"))?;
    header.set_sensitive(true);
    Ok(StaticToken { header, tag: EntityTag::new() }.into())
}

struct StaticToken {
    header: HeaderValue,
    tag: EntityTag,
}

impl CredentialsProvider for StaticToken {
    async fn headers(
        &self,
        extensions: Extensions,
    ) -> Result<CacheableResource<HeaderMap>, CredentialsError> {
        if extensions.get::<EntityTag>() == Some(&self.tag) {
            return Ok(CacheableResource::NotModified);
        }
        let data = HeaderMap::from_iter([(AUTHORIZATION, self.header.clone())]);
        Ok(CacheableResource::New { entity_tag: self.tag.clone(), data })
    }

    async fn universe_domain(&self) -> Option<String> {
        None
    }
}

/// Never shows the token.
impl fmt::Debug for StaticToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("StaticToken([censored])")
    }
}
