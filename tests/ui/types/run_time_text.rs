use earthengine::video_export;
use earthengine_ui::frames;

fn name() -> String {
    String::new()
}

fn main() {
    let _ = video_export! {
        project: name(),
        expression: frames(),
        drive: {},
    };
}
