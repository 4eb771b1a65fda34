use earthengine::video_export;
use earthengine_ui::frames;

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        drive: {},
        video.max_frames: 5,
        video::max_frames: 5,
    };
}
