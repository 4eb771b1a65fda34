use earthengine::video_export;
use earthengine_ui::frames;

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        drive: {},
        r#priorty: 5,
        r#type: 6,
    };
}
