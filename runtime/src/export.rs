//! A video export: everything that is said about it, and its identity.

use crate::identity::{self, Identity};
use crate::request::VideoFileExportOptions;
use crate::{
    Destination, ExportVideoRequest, Expression, Frame, Frames, InvalidValue, Priority, Project, RequestId,
    VideoFileFormat, VideoOptions, WorkloadTag,
};
use earthengine_schema::rules;
use std::fmt;

/// A video export that can be started, once.
///
/// [`video_export!`](crate::video_export) makes one and checks it while it is compiled; this is the same without
/// the macro:
///
/// ```
/// use earthengine::{DriveDestination, Expression, Priority, VideoExport};
///
/// # let json = r#"{"result": "0", "values": {"0": {"constantValue": null}}}"#;
/// let export = VideoExport::new(
///     "my-project".parse()?,
///     Expression::from_json(json)?,
///     DriveDestination::new().folder("timelapse"),
/// )
/// .description("sf-bay")
/// .priority(Priority::try_from(200)?);
/// # Ok::<(), earthengine::InvalidValue>(())
/// ```
///
/// # Identity
///
/// An export has its request id from the moment at which it exists: [`request_id`](Self::request_id) as given,
/// derived from a [`job`](Self::job), or else random. Starting the same value again is the same export, also
/// after a start whose outcome is unknown. A clone keeps the id. Only
/// [`with_new_request_id`](Self::with_new_request_id) makes a second export.
#[derive(Clone)]
#[must_use = "an export does nothing until it is started"]
pub struct VideoExport {
    project: Project,
    expression: Expression,
    destination: Destination,
    description: Option<String>,
    video: VideoOptions,
    format: VideoFileFormat,
    frame: Option<Frame>,
    identity: Identity,
    workload_tag: Option<WorkloadTag>,
    priority: Option<Priority>,
}

impl VideoExport {
    /// An export of `expression`, paid for by `project`, written to `destination`.
    ///
    /// `expression` is the image collection whose images are the frames, in order; each has three bands of eight
    /// bits, as `Image.visualize` makes them.
    pub fn new(project: Project, expression: impl Frames, destination: impl Into<Destination>) -> Self {
        Self {
            project,
            expression: expression.into_expression(),
            destination: destination.into(),
            description: None,
            video: VideoOptions::new(),
            format: VideoFileFormat::default(),
            frame: None,
            identity: Identity::Id(RequestId::random()),
            workload_tag: None,
            priority: None,
        }
    }

    /// Replaces the project.
    pub fn project(mut self, project: Project) -> Self {
        self.project = project;
        self
    }

    /// Replaces the expression.
    pub fn expression(mut self, expression: impl Frames) -> Self {
        self.expression = expression.into_expression();
        self
    }

    /// Replaces the destination.
    pub fn destination(mut self, destination: impl Into<Destination>) -> Self {
        self.destination = destination.into();
        self
    }

    /// The name of the task that people see: at most 100 characters, 80 with a [`job`](Self::job). It is checked
    /// when the request is encoded. Wire name: `description`.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Frame rate and limits. Wire name: `videoOptions`.
    pub fn video(mut self, video: VideoOptions) -> Self {
        self.video = video;
        self
    }

    /// The format of the file. Wire name: `fileExportOptions.fileFormat`.
    pub fn format(mut self, format: VideoFileFormat) -> Self {
        self.format = format;
        self
    }

    /// Region, size and projection of the frames, folded into the expression when the request is encoded. An
    /// expression that was read from JSON takes none.
    pub fn frame(mut self, frame: Frame) -> Self {
        self.frame = Some(frame);
        self
    }

    /// Gives the export this id. Replaces a [`job`](Self::job). Wire name: `requestId`.
    pub fn with_request_id(mut self, id: RequestId) -> Self {
        self.identity = Identity::Id(id);
        self
    }

    /// Names the export, for a program that may die and be run again: the request id is derived from the project
    /// and this name, so that the second run finds the first one's export. 1 to 100 characters, checked when
    /// the request is encoded. Replaces a request id.
    ///
    /// A project's id and its number make two different jobs: always write the same.
    ///
    /// The description that is sent then ends in a tag of 20 characters, by which the export is recognised.
    pub fn job(mut self, name: impl Into<String>) -> Self {
        self.identity = Identity::Job(name.into());
        self
    }

    /// The label for the cost of the computation. Wire name: `workloadTag`.
    pub fn workload_tag(mut self, tag: WorkloadTag) -> Self {
        self.workload_tag = Some(tag);
        self
    }

    /// How early the task runs. Wire name: `priority`.
    pub fn priority(mut self, priority: Priority) -> Self {
        self.priority = Some(priority);
        self
    }

    /// Makes a second export of the same thing: a new random id instead of the old one or of a job.
    pub fn with_new_request_id(self) -> Self {
        self.with_request_id(RequestId::random())
    }

    /// The id by which the service recognises this export.
    #[must_use]
    pub fn request_id(&self) -> RequestId {
        self.identity.request_id(&self.project)
    }

    /// The project that the export is started in.
    #[must_use]
    pub fn project_name(&self) -> &Project {
        &self.project
    }

    /// The body of the request.
    ///
    /// # Errors
    ///
    /// What no type could hold: a description or the name of a job that is too long, an error inside the
    /// expression, a frame for an expression that takes none.
    pub fn request(&self) -> Result<ExportVideoRequest, InvalidValue> {
        let mut request = self.untagged_request()?;
        if let Identity::Job(job) = &self.identity {
            let tag = identity::job_tag(&self.project, job, &encode(&request)?);
            request.description = Some(match request.description {
                Some(description) if !description.is_empty() => description + &tag,
                _ => tag.trim_start().to_owned(),
            });
        }
        Ok(request)
    }

    /// The body of the request as JSON: the very bytes that are sent.
    ///
    /// # Errors
    ///
    /// Those of [`request`](Self::request), and a request of more than 10 MB.
    pub fn to_json(&self) -> Result<String, InvalidValue> {
        let bytes = encode(&self.request()?)?;
        rules::request_size(bytes.len()).map_err(|violation| InvalidValue::number(violation, bytes.len()))?;
        String::from_utf8(bytes).map_err(|error| InvalidValue::new(error.to_string()))
    }

    fn untagged_request(&self) -> Result<ExportVideoRequest, InvalidValue> {
        let Self {
            project: _,
            expression,
            destination,
            description,
            video,
            format,
            frame,
            identity,
            workload_tag,
            priority,
        } = self;
        check_texts(description.as_deref(), identity)?;
        let expression = match (expression.program(), frame) {
            (Some(frames), frame) => {
                let frame = frame.clone().unwrap_or_default();
                Expression::from(frame.fold(&frames)?).encoded()?
            }
            (None, None) => expression.clone(),
            (None, Some(_)) => {
                return Err(InvalidValue::new(
                    "an expression that was read from JSON takes no `frame`; fold region and size into the expression",
                ));
            }
        };
        let mut destination = destination.clone();
        if let Some(description) = description {
            destination = destination.with_default_prefix(description);
        }
        Ok(ExportVideoRequest {
            expression,
            description: description.clone(),
            video_options: video.clone(),
            file_export_options: VideoFileExportOptions::new(*format, destination),
            request_id: Some(self.request_id()),
            workload_tag: workload_tag.clone(),
            priority: *priority,
        })
    }
}

/// The rules of texts that are of no type of their own.
fn check_texts(description: Option<&str>, identity: &Identity) -> Result<(), InvalidValue> {
    let description = description.unwrap_or_default();
    let checked = match identity {
        Identity::Id(_) => rules::description(description),
        Identity::Job(job) => {
            rules::job(job).map_err(|violation| InvalidValue::text(violation, job))?;
            rules::description_with_job(description)
        }
    };
    checked.map_err(|violation| InvalidValue::text(violation, description))
}

fn encode(request: &ExportVideoRequest) -> Result<Vec<u8>, InvalidValue> {
    serde_json::to_vec(request).map_err(|error| InvalidValue::new(error.to_string()))
}

/// By what is sent, and where to.
impl PartialEq for VideoExport {
    fn eq(&self, other: &Self) -> bool {
        self.project == other.project && self.request() == other.request()
    }
}

/// Short: an expression may have thousands of nodes.
impl fmt::Debug for VideoExport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("VideoExport")
            .field("project", &self.project.as_str())
            .field("request_id", &self.request_id().as_str())
            .field("description", &self.description)
            .field("destination", &self.destination)
            .finish_non_exhaustive()
    }
}
