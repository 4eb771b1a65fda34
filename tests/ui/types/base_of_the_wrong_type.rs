use earthengine::video_export;

fn main() {
    let _ = video_export! {
        ..5
    };
}
