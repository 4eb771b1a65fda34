#![deny(warnings)]

use earthengine_facade::{VideoExport, video_export};
use earthengine_ui::frames;

// Only the facade's own path leads to our crate.
mod earthengine {}

fn main() {
    let _: fn() -> VideoExport = || video_export! { project: "my-project", expression: frames(), drive: {} };
    let _: fn() -> VideoExport = || earthengine_facade::own(frames());
}
