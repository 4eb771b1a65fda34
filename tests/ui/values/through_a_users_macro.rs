use earthengine::video_export;
use earthengine_ui::frames;

macro_rules! export {
    ($priority:expr, $project:literal, $key:ident) => {
        video_export! { project: $project, expression: frames(), drive: {}, priority: $priority, $key: 0 }
    };
}

fn main() {
    let _ = export!(20000, "My Project", colour);
}
