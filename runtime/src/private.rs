//! What the expansions of `video_export!` call. Nothing here is for people: it may change in any version.

pub use earthengine_macros::video_export;

use crate::VideoExport;
/// What tests put in place of the network and of time.
#[cfg(feature = "client")]
pub use crate::client::{
    clock::{Clock, Later},
    transport::{Phase, Transport, TransportError},
};
#[cfg(feature = "client")]
use crate::{Client, Start};

/// Stands for a value that a mistake kept from being read. The code around it does not compile.
#[must_use]
pub fn missing<T>() -> T {
    unreachable!("this stands only in code that does not compile")
}

/// The export of `..base`, without its identity.
pub fn base(base: VideoExport) -> VideoExport {
    base.with_new_request_id()
}

/// What stands for the client where there is none.
#[cfg(not(feature = "client"))]
#[diagnostic::on_unimplemented(message = "the key `client` needs the feature `client` of earthengine")]
pub trait NeedsClientFeature {}

/// The macro's value where there is no client: the error is under the key.
#[cfg(not(feature = "client"))]
pub fn start<C>(export: VideoExport, _: C) -> VideoExport {
    export
}

/// `start` on an export that nobody else holds.
#[cfg(feature = "client")]
pub fn start(export: VideoExport, client: &Client) -> Start<'_> {
    Start::new(std::borrow::Cow::Owned(export), client)
}

/// One function per key: it gives the key's value its type, so that rustc checks what is not a literal.
///
/// None is generic where a number is expected: `priority: n.try_into()?` must know its target.
pub mod keys {
    #[allow(missing_docs)]
    pub mod video_export {
        use crate::{
            CloudStorageDestination, Destination, DriveDestination, Expression, Frame, Frames, Priority,
            Project, RequestId, VideoFileFormat, VideoOptions, WorkloadTag,
        };

        #[cfg(feature = "client")]
        #[must_use]
        pub fn client(client: &crate::Client) -> &crate::Client {
            client
        }
        #[cfg(not(feature = "client"))]
        #[must_use]
        pub fn client<C: crate::private::NeedsClientFeature>(client: C) -> C {
            client
        }
        #[must_use]
        pub fn project(project: Project) -> Project {
            project
        }
        #[must_use]
        pub fn expression(expression: impl Frames) -> Expression {
            expression.into_expression()
        }
        pub fn description(description: impl Into<String>) -> String {
            description.into()
        }
        pub fn video(video: VideoOptions) -> VideoOptions {
            video
        }
        #[must_use]
        pub fn format(format: VideoFileFormat) -> VideoFileFormat {
            format
        }
        pub fn frame(frame: Frame) -> Frame {
            frame
        }
        #[must_use]
        pub fn drive(drive: DriveDestination) -> Destination {
            drive.into()
        }
        #[must_use]
        pub fn cloud_storage(bucket: CloudStorageDestination) -> Destination {
            bucket.into()
        }
        #[deprecated(note = "deprecated by Earth Engine; write `cloud_storage`")]
        #[must_use]
        pub fn gcs(bucket: CloudStorageDestination) -> Destination {
            #[allow(deprecated)]
            Destination::Gcs(bucket)
        }
        #[must_use]
        pub fn destination(destination: Destination) -> Destination {
            destination
        }
        #[must_use]
        pub fn request_id(id: RequestId) -> RequestId {
            id
        }
        pub fn job(name: impl Into<String>) -> String {
            name.into()
        }
        #[must_use]
        pub fn workload_tag(tag: WorkloadTag) -> WorkloadTag {
            tag
        }
        #[must_use]
        pub fn priority(priority: Priority) -> Priority {
            priority
        }
    }

    #[allow(missing_docs)]
    pub mod video {
        use crate::{FramesPerSecond, MaxFrames, MaxPixelsPerFrame};

        #[must_use]
        pub fn frames_per_second(frames_per_second: FramesPerSecond) -> FramesPerSecond {
            frames_per_second
        }
        #[must_use]
        pub fn max_frames(max_frames: MaxFrames) -> MaxFrames {
            max_frames
        }
        #[must_use]
        pub fn max_pixels_per_frame(max_pixels_per_frame: MaxPixelsPerFrame) -> MaxPixelsPerFrame {
            max_pixels_per_frame
        }
    }

    #[allow(missing_docs)]
    pub mod frame {
        use crate::{Crs, CrsTransform, Dimensions, Region, Scale};

        #[must_use]
        pub fn region(region: impl Into<Region>) -> Region {
            region.into()
        }
        #[must_use]
        pub fn dimensions(dimensions: Dimensions) -> Dimensions {
            dimensions
        }
        #[must_use]
        pub fn scale(scale: Scale) -> Scale {
            scale
        }
        #[must_use]
        pub fn crs(crs: Crs) -> Crs {
            crs
        }
        #[must_use]
        pub fn crs_transform(crs_transform: CrsTransform) -> CrsTransform {
            crs_transform
        }
    }

    #[allow(missing_docs)]
    pub mod drive {
        use crate::FilenamePrefix;

        pub fn folder(folder: impl Into<String>) -> String {
            folder.into()
        }
        #[must_use]
        pub fn filename_prefix(prefix: FilenamePrefix) -> FilenamePrefix {
            prefix
        }
    }

    #[allow(missing_docs)]
    pub mod cloud_storage {
        use crate::{BucketName, FilenamePrefix, Permissions};

        #[must_use]
        pub fn bucket(bucket: BucketName) -> BucketName {
            bucket
        }
        #[must_use]
        pub fn filename_prefix(prefix: FilenamePrefix) -> FilenamePrefix {
            prefix
        }
        #[must_use]
        pub fn permissions(permissions: Permissions) -> Permissions {
            permissions
        }
        pub fn bucket_cors_uris(uris: impl IntoIterator<Item = impl Into<String>>) -> Vec<String> {
            uris.into_iter().map(Into::into).collect()
        }
    }

    pub use cloud_storage as gcs;
}

/// A value of any class, encoded: for tests of what is not an image collection.
pub fn encode(value: impl Into<crate::ee::Any>) -> Result<String, crate::InvalidValue> {
    let collection = crate::ee::ImageCollection::of(value.into().value());
    crate::Expression::from(collection).to_json()
}
