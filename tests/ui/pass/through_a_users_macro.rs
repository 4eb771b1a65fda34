#![deny(warnings)]

use earthengine_ui::frames;

macro_rules! export {
    ($project:literal, $priority:expr, $key:ident: $block:tt, $($more:tt)*) => {
        earthengine_facade::video_export! {
            project: $project,
            expression: frames(),
            priority: $priority,
            $key: $block,
            $($more)*
        }
    };
}

fn main() {
    let _: fn() -> _ = || export!("my-project", 200, drive: { folder: "a" }, request_id: "b");
}
