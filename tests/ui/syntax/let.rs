use earthengine::video_export;
use earthengine_ui::frames;

fn main() {
    let _ = video_export! {
        let project = "my-project",
        expression: frames(),
        drive: {},
    };
}
