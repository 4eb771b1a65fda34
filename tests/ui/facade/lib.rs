//! A crate that has earthengine under another name and hands its macro on to users who may not know ours.

pub use renamed::{VideoExport, video_export};

/// An export of the crate's own.
pub fn own(frames: renamed::Expression) -> VideoExport {
    video_export! { project: "my-project", expression: frames, drive: {} }
}
