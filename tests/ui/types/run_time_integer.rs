use earthengine::video_export;
use earthengine_ui::frames;

fn number() -> u16 {
    5
}

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        drive: {},
        priority: number(),
    };
}
