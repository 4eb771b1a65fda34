use earthengine::video_export;
use earthengine_ui::frames;

fn chosen() -> earthengine::Destination {
    unreachable!()
}

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        drive: {},
        destination: chosen(),
    };
}
