use earthengine::video_export;
use earthengine_ui::frames;

fn main() {
    let _ = video_export! {
        /// Where it is paid for.
        project: "my-project",
        expression: frames(),
        #[cfg(unix)]
        drive: {},
    };
}
