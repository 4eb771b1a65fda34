use earthengine::video_export;
use earthengine_ui::frames;

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        drive: {},
        frame: { crs: EPSG:3857 },
        description: my-video,
    };
}
