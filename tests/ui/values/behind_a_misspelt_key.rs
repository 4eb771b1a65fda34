use earthengine::video_export;
use earthengine_ui::frames;

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        drive: {},
        priorty: 20000,
        formt: MP4,
        vidoe: { max_frames: 0 },
    };
}
