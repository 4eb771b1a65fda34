#![deny(warnings)]

use earthengine::{
    CloudStorageDestination, Destination, DriveDestination, InvalidValue, Permissions, Priority, Region, VideoExport,
    VideoFileFormat, video_export,
};
use earthengine_ui::frames;

const PRIORITY: Priority = Priority::from_static(5);

fn checked(n: i64, name: &str, bucket: String) -> Result<Vec<VideoExport>, InvalidValue> {
    let format = VideoFileFormat::Mp4;
    let permissions = Permissions::Public;
    let project = name.parse()?;
    let destination: Destination = if n > 5 {
        DriveDestination::new().into()
    } else {
        CloudStorageDestination::new(bucket.parse()?).into()
    };
    let base = video_export! {
        project,
        expression: frames(),
        destination,
        description: format!("{name} {n}"),
        video: { max_frames: n.try_into()?, frames_per_second: 12.5f64.try_into()? },
        frame: { region: Region::try_from([0.0, f64::from(5), 1.0, 2.0])?, scale: 30 },
        priority: n.try_into()?,
        format,
    };
    Ok(vec![
        video_export! { cloud_storage: { bucket: bucket.parse()?, bucket_cors_uris: [] }, ..{ base.clone() } },
        video_export! { ..base.clone() },
        video_export! { r#priority: PRIORITY, ..base.clone() },
        video_export! {
            cloud_storage: {
                bucket: bucket.parse()?,
                permissions,
                bucket_cors_uris: vec![name.to_owned()],
            },
            description: name,
            ..base
        },
    ])
}

async fn in_async_code(n: i64) -> Result<VideoExport, Box<dyn std::error::Error>> {
    let later = async { n };
    Ok(video_export! {
        project: "my-project",
        expression: frames(),
        drive: DriveDestination::new().folder("a"),
        priority: later.await.try_into()?,
    })
}

fn main() {
    let _ = (checked, in_async_code);
}
