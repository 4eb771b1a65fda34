use earthengine::video_export;
use earthengine_ui::frames;

fn base() -> earthengine::VideoExport {
    unreachable!()
}

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        priority: 5 ..base()
    };
}
