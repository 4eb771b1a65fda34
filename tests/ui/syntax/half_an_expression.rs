use earthengine::video_export;
use earthengine_ui::frames;

fn name() -> earthengine::WorkloadTag {
    unreachable!()
}

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: frames(),
        drive: {},
        request_id: 5 + ,
        workload_tag: name(),
    };
}
