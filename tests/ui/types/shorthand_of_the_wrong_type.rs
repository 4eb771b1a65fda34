use earthengine::video_export;
use earthengine_ui::frames;

const format: &str = "MP4";

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        drive: {},
        format,
    };
}
