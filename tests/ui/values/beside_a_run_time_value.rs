use earthengine::video_export;
use earthengine_ui::frames;

fn width() -> i64 {
    5
}

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        drive: {},
        frame: { dimensions: [width(), 0], region: [1.0, 95.0, width(), 2.0] },
    };
}
