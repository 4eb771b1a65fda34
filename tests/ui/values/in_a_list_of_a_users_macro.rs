use earthengine::video_export;
use earthengine_ui::frames;

macro_rules! export {
    ($width:expr, $height:literal) => {
        video_export! {
            project: "my-project",
            expression: frames(),
            drive: {},
            frame: { dimensions: [$width, $height] },
        }
    };
}

fn main() {
    let _ = export!(0, "a");
}
