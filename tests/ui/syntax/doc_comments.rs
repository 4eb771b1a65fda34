use earthengine::video_export;
use earthengine_ui::frames;

fn main() {
    let _ = video_export! {
        /// Where it is paid for,
        /// and run.
        project: "my-project",
        expression: frames(), //! All of them.
        drive: {}, /// The end.
    };
}
