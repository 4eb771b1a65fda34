use earthengine::video_export;

fn base() -> earthengine::VideoExport {
    unreachable!()
}

fn main() {
    let _ = video_export! {
        ...base()
    };
}
