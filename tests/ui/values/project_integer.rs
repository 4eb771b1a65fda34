use earthengine::video_export;
use earthengine_ui::frames;

fn main() {
    let _ = video_export! {
        project: 123456789012,
        expression: frames(),
        drive: {},
    };
}
