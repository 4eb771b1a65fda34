//! Frame rate and limits.

use crate::{FramesPerSecond, MaxFrames, MaxPixelsPerFrame};
use serde::{Deserialize, Serialize, Serializer};

/// The frame rate of the video, and what the service refuses to exceed.
///
/// ```
/// # use earthengine::{FramesPerSecond, MaxFrames, VideoOptions};
/// let video = VideoOptions::new()
///     .frames_per_second(FramesPerSecond::from_static(12.0))
///     .max_frames(MaxFrames::from_static(500));
/// ```
///
/// Wire name: `videoOptions`. Source: the REST reference, `VideoOptions`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[must_use]
pub struct VideoOptions {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    frames_per_second: Option<FramesPerSecond>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    max_frames: Option<MaxFrames>,
    #[serde(default, skip_serializing_if = "Option::is_none", serialize_with = "as_text")]
    max_pixels_per_frame: Option<MaxPixelsPerFrame>,
}

impl VideoOptions {
    /// Options that leave everything to the service.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many frames are shown in a second. Absent: 5. Wire name: `framesPerSecond`.
    pub fn frames_per_second(mut self, frames_per_second: FramesPerSecond) -> Self {
        self.frames_per_second = Some(frames_per_second);
        self
    }

    /// The most frames that the export may have. Absent: 1000. Wire name: `maxFrames`.
    pub fn max_frames(mut self, max_frames: MaxFrames) -> Self {
        self.max_frames = Some(max_frames);
        self
    }

    /// The most pixels that a frame may have. Absent: 100000000. Wire name: `maxPixelsPerFrame`.
    pub fn max_pixels_per_frame(mut self, max_pixels_per_frame: MaxPixelsPerFrame) -> Self {
        self.max_pixels_per_frame = Some(max_pixels_per_frame);
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// An int64 is a decimal text in JSON, as everywhere in Google's APIs.
#[allow(clippy::ref_option, reason = "serde calls it so")]
fn as_text<S: Serializer>(number: &Option<MaxPixelsPerFrame>, serializer: S) -> Result<S::Ok, S::Error> {
    match number {
        Some(number) => serializer.collect_str(number),
        None => serializer.serialize_none(),
    }
}
