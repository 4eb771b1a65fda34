//! Starts Google Earth Engine video exports: checked by the compiler, started once.
//!
//! ```no_run
//! use earthengine::{Client, ee, video_export};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::from_env().await?;
//! let frames = ee::ImageCollection::new("LANDSAT/LT05/C02/T1_TOA")
//!     .filter_date("1991-01-01", "2011-12-30")
//!     .map(|image| image.visualize_with(|options| options.bands(["B4", "B3", "B2"]).min(0.02).max(0.35)));
//!
//! let export = video_export! {
//!     project: "my-project",
//!     expression: frames,
//!     description: "sf-bay",
//!     drive: { folder: "timelapse", filename_prefix: "sf-bay" },
//!     priority: 200,
//! };
//!
//! let task = export.start(&client).await?;
//! for uri in task.wait().await?.destination_uris() {
//!     println!("{uri}");
//! }
//! # Ok(())
//! # }
//! ```
//!
//! * [`video_export!`] checks a request while it is compiled; [`VideoExport`] is the same without the macro.
//! * [`ee`] has Earth Engine's algorithms as typed Rust; [`Expression`] is what Earth Engine is asked to compute.
//!   [From JavaScript or Python](_from_python) and [all names](_names).
//! * [`Client`] starts exports, [`Task`] follows one, [`Error`] tells whether there is one.
//!
//! Two promises: a request that compiles breaks no documented rule of the request; a request that is sent starts
//! at most one export, and the client says whether it did.
//!
//! Everything runs without an account against `earthengine-emulator`: [`Client::emulator`], or the environment
//! variable `EARTHENGINE_EMULATOR_HOST`.
//!
//! # Features
//!
//! `client` (default): everything that talks to the service. Without it, the macro and the types of the request
//! remain, and no asynchronous runtime is needed.

#[cfg(feature = "client")]
mod client;
mod destination;
pub mod ee;
#[cfg(feature = "client")]
mod error;
mod export;
mod expression;
mod frame;
mod identity;
mod invalid;
#[cfg(feature = "client")]
mod operation;
#[doc(hidden)]
pub mod private;
mod request;
#[cfg(feature = "client")]
mod start;
#[cfg(feature = "client")]
mod status;
#[cfg(feature = "client")]
mod task;
mod values;
mod video_options;

#[cfg(feature = "client")]
pub use client::{Client, ClientBuilder, PollingPolicy};
pub use destination::{CloudStorageDestination, Destination, DriveDestination};
#[cfg(feature = "client")]
pub use error::{Error, Outcome};
pub use export::VideoExport;
pub use expression::{Expression, Frames};
pub use frame::{CrsTransform, Dimensions, Frame, Region};
pub use invalid::InvalidValue;
#[cfg(feature = "client")]
pub use operation::{Done, Operation, OperationState, Stage};
pub use request::{ExportVideoRequest, VideoFileExportOptions};
#[cfg(feature = "client")]
pub use start::Start;
#[cfg(feature = "client")]
pub use status::Status;
#[cfg(feature = "client")]
pub use task::{Progress, Task, Wait};
pub use values::{
    BucketName, Crs, FilenamePrefix, FramesPerSecond, MaxFrames, MaxPixelsPerFrame, Permissions, Priority,
    Project, RequestId, Scale, VideoFileFormat, WorkloadTag,
};
pub use video_options::VideoOptions;

#[doc = include_str!("../docs/messages.md")]
pub mod _messages {}

#[doc = include_str!("../docs/names.md")]
pub mod _names {}

#[doc = include_str!("../docs/from_python.md")]
pub mod _from_python {}

/// Writes a video export, and checks it while it is compiled.
///
/// ```
/// use earthengine::{Priority, video_export};
/// # use earthengine::Expression;
/// # let frames = Expression::from_json(r#"{"result": "0", "values": {"0": {"constantValue": null}}}"#)?;
///
/// let night: Priority = "10".parse()?;
/// let export = video_export! {
///     project: "my-project",
///     expression: frames,
///     description: format!("sf-bay {}", 2011),
///     video: { frames_per_second: 12, max_frames: 500 },
///     cloud_storage: { bucket: "my-frames", permissions: PUBLIC },
///     priority: night,
/// };
/// # Ok::<(), earthengine::InvalidValue>(())
/// ```
///
/// The value is a [`VideoExport`]. With the key `client`, it is what [`VideoExport::start`] returns, and
/// `.await` sends the request.
///
/// # Keys
///
/// They stand in any order, each at most once. `key` alone is short for `key: key`. A destination is required,
/// exactly one.
///
/// | key | takes | |
/// |---|---|---|
/// | `client` | `&`[`Client`] | the client that starts the export |
/// | `project` | text, [`Project`] | required: the Cloud project that runs and pays for the export |
/// | `expression` | [`Expression`] | required: the image collection whose images are the frames |
/// | `description` | any text | the name of the task, at most 100 characters |
/// | `video: { … }` | [`VideoOptions`] | `frames_per_second` (0.1 to 120), `max_frames`, `max_pixels_per_frame` |
/// | `format` | `MP4`, [`VideoFileFormat`] | the format of the file |
/// | `frame: { … }` | [`Frame`] | `region`, `dimensions` or `scale`, `crs`, `crs_transform` |
/// | `drive: { … }` | [`DriveDestination`] | `folder`, `filename_prefix` |
/// | `cloud_storage: { … }` | [`CloudStorageDestination`] | `bucket` (required), `filename_prefix`, `permissions`, `bucket_cors_uris` |
/// | `gcs: { … }` | [`CloudStorageDestination`] | deprecated: `cloud_storage` by its old name |
/// | `destination` | [`Destination`] | a destination that is chosen when the program runs |
/// | `request_id` | text, [`RequestId`] | the id of the request; default: a random one |
/// | `job` | any text | a name that survives the program; excludes `request_id` |
/// | `workload_tag` | text, [`WorkloadTag`] | a label for the cost |
/// | `priority` | integer, [`Priority`] | 0 to 9999, higher runs first |
///
/// `..base` comes last and takes what is not given from another `VideoExport`, but for its identity: the result
/// is a new export. Then no key is required, and a destination replaces the base's.
///
/// # Errors
///
/// A literal is checked when the macro expands, and the compiler shows what is wrong under it:
/// [all messages](crate::_messages). Any other expression must have the key's type already, which holds the same
/// rule: `priority: n.try_into()?`, `project: name.parse()?`. What only the whole request shows (a description of
/// more than 100 characters that is made when the program runs, a request of more than 10 MB) is an error of
/// [`VideoExport::to_json`] and of starting, before anything is sent.
///
/// ```compile_fail
/// # use earthengine::{Expression, video_export};
/// # fn frames() -> Expression { unimplemented!() }
/// let export = video_export! {
///     project: "my-project",
///     expression: frames(),
///     drive: {},
///     priority: 20000, // priority 20000 is out of range; it must be between 0 and 9999
/// };
/// ```
#[macro_export]
macro_rules! video_export {
    ($($tokens:tt)*) => {
        $crate::private::video_export!($crate; $($tokens)*)
    };
}
