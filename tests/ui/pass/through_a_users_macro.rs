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

macro_rules! with_list {
    ($uri:expr, $west:expr, $block:block) => {
        earthengine_facade::video_export! {
            project: "my-project",
            expression: $block,
            cloud_storage: { bucket: "my-frames", bucket_cors_uris: [$uri] },
            frame: { region: [$west, 37.0, 1.0, 38.0] },
        }
    };
}

fn main() {
    let _: fn() -> _ = || with_list!("https://example.com", -122, { frames() });
    let _: fn() -> _ = || export!("my-project", 200, drive: { folder: "a" }, request_id: "b");
}
