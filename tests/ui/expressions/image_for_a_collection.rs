use earthengine::{ee, video_export};

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: ee::Image::new("A"),
        drive: {},
    };
}
