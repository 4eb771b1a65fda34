use earthengine::video_export;
use earthengine_ui::frames;

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        cloud_storage: { bucket: "192.168.5.4" },
    };
}
