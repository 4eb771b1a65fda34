use earthengine::video_export;

fn main() {
    let _ = video_export! {
        project: "my-project",
        expression: "LANDSAT/LT05/C02/T1_TOA",
        drive: {},
    };
}
