use earthengine::video_export;
use earthengine_ui::frames;

fn main() {
    let _ = video_export! {
        project: "My Project",
        expresion: frames(),
        priority: 20000,
        drive: { foldr: "a" },
        cloud_storage: {},
        video: { max_frames: 0 },
    };
}
