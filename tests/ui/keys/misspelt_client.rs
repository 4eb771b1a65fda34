use earthengine::video_export;
use earthengine_ui::frames;

fn client() {}

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        drive: {},
        clent: client(),
    };
}
