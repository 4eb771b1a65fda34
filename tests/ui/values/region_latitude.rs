use earthengine::video_export;
use earthengine_ui::frames;

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        drive: {},
        frame: { region: [-122.7, 95, -122.0, -91.5] },
    };
}
