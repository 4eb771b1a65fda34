#![deny(warnings)]

use earthengine::video_export;
use earthengine_ui::frames;

fn main() {
    video_export! { project: "my-project", expression: frames(), drive: {} };
}
