#![deny(warnings)]

use earthengine_ui::{frames, reexported};

macro_rules! export {
    ($project:literal, $priority:expr, $key:ident: $block:tt, $($more:tt)*) => {
        reexported::video_export! {
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
