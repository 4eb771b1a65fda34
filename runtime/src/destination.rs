//! Where the video is written.

use crate::{BucketName, FilenamePrefix, Permissions};
use serde::{Deserialize, Deserializer, Serialize};

/// Where the video is written: an export has exactly one.
///
/// ```
/// # use earthengine::{BucketName, CloudStorageDestination, Destination, DriveDestination};
/// # let publish = true;
/// let destination: Destination = if publish {
///     CloudStorageDestination::new(BucketName::from_static("my-frames")).into()
/// } else {
///     DriveDestination::new().folder("drafts").into()
/// };
/// ```
///
/// Source: the REST reference, `VideoFileExportOptions`, where it is a union of fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Destination {
    /// Google Drive. Wire name: `driveDestination`.
    #[serde(rename = "driveDestination")]
    Drive(DriveDestination),
    /// Cloud Storage. Wire name: `cloudStorageDestination`.
    #[serde(rename = "cloudStorageDestination")]
    CloudStorage(CloudStorageDestination),
    /// Cloud Storage by its old name. Wire name: `gcsDestination`, which `v1` of the API lacks.
    #[deprecated(note = "deprecated by Earth Engine; write `cloud_storage`")]
    #[serde(rename = "gcsDestination")]
    Gcs(CloudStorageDestination),
}

impl Destination {
    /// The text becomes the file's name where none was given, as in the official clients.
    pub(crate) fn with_default_prefix(mut self, text: &str) -> Self {
        #[allow(deprecated)]
        let prefix = match &mut self {
            Self::Drive(drive) => &mut drive.filename_prefix,
            Self::CloudStorage(bucket) | Self::Gcs(bucket) => &mut bucket.filename_prefix,
        };
        if prefix.is_none() {
            // A description that is no name, such as one of several lines, leaves the name to the service.
            *prefix = text.parse().ok();
        }
        self
    }
}

impl From<DriveDestination> for Destination {
    fn from(drive: DriveDestination) -> Self {
        Self::Drive(drive)
    }
}

impl From<CloudStorageDestination> for Destination {
    fn from(bucket: CloudStorageDestination) -> Self {
        Self::CloudStorage(bucket)
    }
}

/// A folder of Google Drive.
///
/// ```
/// # use earthengine::{DriveDestination, FilenamePrefix};
/// let drive = DriveDestination::new()
///     .folder("timelapse")
///     .filename_prefix(FilenamePrefix::from_static("sf-bay"));
/// ```
///
/// Wire name: `fileExportOptions.driveDestination`. Source: the REST reference, `DriveDestination`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[must_use]
pub struct DriveDestination {
    #[serde(default, deserialize_with = "not_empty", skip_serializing_if = "Option::is_none")]
    pub(crate) folder: Option<String>,
    #[serde(default, deserialize_with = "not_empty", skip_serializing_if = "Option::is_none")]
    pub(crate) filename_prefix: Option<FilenamePrefix>,
}

impl DriveDestination {
    /// The root of the Drive.
    pub fn new() -> Self {
        Self::default()
    }

    /// The name of the folder: not a path, a `/` is a part of the name. Absent or empty: the root. Wire name:
    /// `folder`.
    pub fn folder(mut self, folder: impl Into<String>) -> Self {
        self.folder = Some(folder.into()).filter(|folder| !folder.is_empty());
        self
    }

    /// The beginning of the file's name. Absent: the export's description. Wire name: `filenamePrefix`.
    pub fn filename_prefix(mut self, prefix: FilenamePrefix) -> Self {
        self.filename_prefix = Some(prefix);
        self
    }
}

/// A bucket of Cloud Storage.
///
/// ```
/// # use earthengine::{BucketName, CloudStorageDestination, Permissions};
/// let bucket = CloudStorageDestination::new(BucketName::from_static("my-frames"))
///     .permissions(Permissions::Public)
///     .bucket_cors_uris(["https://example.com"]);
/// ```
///
/// Wire name: `fileExportOptions.cloudStorageDestination`. Source: the REST reference,
/// `CloudStorageDestination`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[must_use]
pub struct CloudStorageDestination {
    pub(crate) bucket: BucketName,
    #[serde(default, deserialize_with = "not_empty", skip_serializing_if = "Option::is_none")]
    pub(crate) filename_prefix: Option<FilenamePrefix>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) permissions: Option<Permissions>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) bucket_cors_uris: Vec<String>,
}

impl CloudStorageDestination {
    /// The root of a bucket. Wire name: `bucket`.
    pub fn new(bucket: BucketName) -> Self {
        Self { bucket, filename_prefix: None, permissions: None, bucket_cors_uris: Vec::new() }
    }

    /// The beginning of the object's name; a `/` at its end makes it a path. Absent: the export's description.
    /// Wire name: `filenamePrefix`.
    pub fn filename_prefix(mut self, prefix: FilenamePrefix) -> Self {
        self.filename_prefix = Some(prefix);
        self
    }

    /// Who may read the file. Absent: as the bucket says. Wire name: `permissions`.
    pub fn permissions(mut self, permissions: Permissions) -> Self {
        self.permissions = Some(permissions);
        self
    }

    /// The origins whose JavaScript may read the files of the bucket. Wire name: `bucketCorsUris`.
    pub fn bucket_cors_uris(mut self, uris: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.bucket_cors_uris = uris.into_iter().map(Into::into).collect();
        self
    }
}

/// The official clients write an empty text for a name that was not given.
fn not_empty<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: TryFrom<String, Error: std::fmt::Display>,
{
    let text = Option::<String>::deserialize(deserializer)?.filter(|text| !text.is_empty());
    text.map(|text| T::try_from(text).map_err(serde::de::Error::custom)).transpose()
}
