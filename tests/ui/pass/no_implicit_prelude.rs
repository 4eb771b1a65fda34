#![no_implicit_prelude]
#![deny(warnings)]

fn export() -> ::earthengine::VideoExport {
    ::earthengine::video_export! {
        project: "my-project",
        expression: ::earthengine_ui::frames(),
        description: "a",
        video: { frames_per_second: 12, max_frames: 5, max_pixels_per_frame: 1e8 },
        format: MP4,
        frame: { region: [-122, 37.6, -121.5, 38], dimensions: [1920, 1080], crs: "EPSG:3857" },
        cloud_storage: {
            bucket: "my-frames",
            filename_prefix: "a",
            permissions: DEFAULT_OBJECT_ACL,
            bucket_cors_uris: ["a"],
        },
        job: "b",
        workload_tag: "c",
        priority: 0x10,
    }
}

fn main() {
    let _: fn() -> ::earthengine::VideoExport = export;
}
