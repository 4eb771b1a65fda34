//! The parts of a request that have a rule, each in a type of its own that no value outside the rule can have.

mod number;
mod text;
mod word;

pub use number::{FramesPerSecond, MaxFrames, MaxPixelsPerFrame, Priority, Scale};
pub use text::{BucketName, Crs, FilenamePrefix, Project, RequestId, WorkloadTag};
pub use word::{Permissions, VideoFileFormat};

use earthengine_schema::rules::Checked;

/// Refuses a constant that breaks a rule: the compiler shows the words.
#[allow(clippy::panic, reason = "a constant that is wrong must not compile")]
#[track_caller]
pub(crate) const fn require(checked: Checked) {
    if let Err(violation) = checked {
        panic!("{}", violation.words());
    }
}
