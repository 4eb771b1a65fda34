//! The body of the request, as the wire has it.

use crate::{
    Destination, Expression, InvalidValue, Priority, RequestId, VideoFileFormat, VideoOptions, WorkloadTag,
};
use earthengine_schema::{messages, rules};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

/// The body of `POST projects/*/video:export`, field by field as the REST reference has it.
///
/// [`VideoExport::request`](crate::VideoExport::request) makes it. It can be read back, also from what the
/// official clients send: they write some numbers as `{"value": 250}`, and an empty text for a name that was not
/// given. A field that the reference does not have is refused, as is a value that breaks a rule.
///
/// ```
/// # use earthengine::{video_export, ExportVideoRequest, Expression};
/// # let frames = Expression::from_json(r#"{"result": "0", "values": {"0": {"constantValue": null}}}"#)?;
/// let export = video_export! { project: "my-project", expression: frames, drive: {}, priority: 200 };
/// let request = ExportVideoRequest::from_json(&export.to_json()?)?;
/// assert_eq!(request, export.request()?);
/// # Ok::<(), earthengine::InvalidValue>(())
/// ```
///
/// Source: the REST reference, `projects.video.export`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct ExportVideoRequest {
    /// The image collection whose images are the frames. Wire name: `expression`.
    pub expression: Expression,
    /// The name of the task that people see: at most 100 characters. Wire name: `description`.
    #[serde(default, deserialize_with = "description", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Frame rate and limits. Wire name: `videoOptions`.
    #[serde(default, skip_serializing_if = "VideoOptions::is_empty")]
    pub video_options: VideoOptions,
    /// Format and destination. Wire name: `fileExportOptions`.
    pub file_export_options: VideoFileExportOptions,
    /// The id by which the service recognises a repeated request. Wire name: `requestId`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<RequestId>,
    /// The label for the cost of the computation. Wire name: `workloadTag`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workload_tag: Option<WorkloadTag>,
    /// How early the task runs. Wire name: `priority`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
}

impl ExportVideoRequest {
    /// Reads a body.
    ///
    /// # Errors
    ///
    /// A text that is not JSON, a field that the reference does not have, and a value that breaks a rule; the
    /// message begins with the path of the field.
    ///
    /// ```
    /// # use earthengine::ExportVideoRequest;
    /// let error = ExportVideoRequest::from_json(r#"{"priority": 20000}"#).unwrap_err();
    /// assert!(error.to_string().starts_with("priority: priority 20000 is out of range;"), "{error}");
    /// ```
    pub fn from_json(json: &str) -> Result<Self, InvalidValue> {
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let request = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
            let path = error.path().to_string();
            let words = error.into_inner();
            // serde's own word for the outermost value.
            InvalidValue::new(if path == "." { words.to_string() } else { format!("{path}: {words}") })
        })?;
        deserializer.end().map_err(|error| InvalidValue::new(error.to_string()))?;
        Ok(request)
    }
}

fn description<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let description = Option::<String>::deserialize(deserializer)?;
    let text = description.as_deref().unwrap_or_default();
    rules::description(text).map_err(|violation| D::Error::custom(violation.of(text)))?;
    Ok(description)
}

/// The file's format and place. Wire name: `fileExportOptions`.
///
/// Source: the REST reference, `VideoFileExportOptions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", try_from = "Union")]
#[non_exhaustive]
pub struct VideoFileExportOptions {
    /// The format of the file. Wire name: `fileFormat`.
    pub file_format: VideoFileFormat,
    /// Where it is written. On the wire it is one of three fields.
    #[serde(flatten)]
    pub destination: Destination,
}

impl VideoFileExportOptions {
    pub(crate) fn new(file_format: VideoFileFormat, destination: Destination) -> Self {
        Self { file_format, destination }
    }
}

/// The three fields of which a request has exactly one.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Union {
    #[serde(default)]
    file_format: VideoFileFormat,
    drive_destination: Option<crate::DriveDestination>,
    cloud_storage_destination: Option<crate::CloudStorageDestination>,
    gcs_destination: Option<crate::CloudStorageDestination>,
}

impl TryFrom<Union> for VideoFileExportOptions {
    type Error = InvalidValue;

    #[allow(deprecated)]
    fn try_from(union: Union) -> Result<Self, InvalidValue> {
        let Union { file_format, drive_destination, cloud_storage_destination, gcs_destination } = union;
        let mut given = [
            drive_destination.map(|drive| ("driveDestination", Destination::Drive(drive))),
            cloud_storage_destination
                .map(|bucket| ("cloudStorageDestination", Destination::CloudStorage(bucket))),
            gcs_destination.map(|bucket| ("gcsDestination", Destination::Gcs(bucket))),
        ]
        .into_iter()
        .flatten();
        let Some((name, destination)) = given.next() else {
            return Err(InvalidValue::new(messages::no_destination()));
        };
        let names: Vec<_> = std::iter::once(name).chain(given.map(|(name, _)| name)).collect();
        if names.len() > 1 {
            return Err(InvalidValue::new(messages::destinations(&names)));
        }
        Ok(Self { file_format, destination })
    }
}
