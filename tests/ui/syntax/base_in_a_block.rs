use earthengine::video_export;
use earthengine_ui::frames;

fn base() -> earthengine::DriveDestination {
    unreachable!()
}

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        drive: { folder: "a", ..base() },
    };
}
