use earthengine::video_export;
use earthengine_ui::frames;

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        drive: {},
        frame: { crs_transform: [1e999, 0, 0, 0, -1, 0] },
    };
}
