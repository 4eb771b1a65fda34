#![deny(warnings)]
#![forbid(unsafe_code)]

use earthengine_ui::frames;

mod earthengine {
    pub struct Project;
}
#[allow(dead_code)]
type Result = ();
#[allow(dead_code, non_upper_case_globals)]
const value: u8 = 0;
#[allow(dead_code)]
const V: u8 = 0;
#[allow(dead_code)]
struct Priority;

fn export() -> ::earthengine::VideoExport {
    let _ = earthengine::Project;
    ::earthengine::video_export! { project: "my-project", expression: frames(), drive: {}, priority: 5 }
}

fn main() {
    let _: fn() -> ::earthengine::VideoExport = export;
}
