#![deny(warnings)]

use earthengine_ui::frames;
use renamed::{VideoExport, video_export};

fn main() {
    let _: fn() -> VideoExport = || video_export! { project: "my-project", expression: frames(), drive: {} };
}
