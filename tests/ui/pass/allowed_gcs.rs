#![deny(warnings)]

use earthengine::video_export;
use earthengine_ui::frames;

#[allow(deprecated)]
fn export() -> earthengine::VideoExport {
    video_export! { project: "my-project", expression: frames(), gcs: { bucket: "my-frames" } }
}

fn main() {
    let _: fn() -> earthengine::VideoExport = export;
}
