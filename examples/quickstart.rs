//! Twenty years of San Francisco Bay as a video: starts the export, follows it, prints where it went.
//!
//!     cargo run --example quickstart
//!     cargo run --example quickstart -- --real --project my-project

use earthengine::{Expression, ee, video_export};
use earthengine_examples::{Arguments, exit, follow};
use std::error::Error;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    exit(run().await)
}

async fn run() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::from_env()?;
    let frames = match &arguments.expression {
        Some(file) => Expression::from_json(
            &std::fs::read_to_string(file)
                .map_err(|error| format!("{} cannot be read: {error}", file.display()))?,
        )?,
        None => san_francisco_bay().into(),
    };
    let (client, _emulator) = arguments.client().await?;

    let export = video_export! {
        project: arguments.project,
        expression: frames,
        description: "sf-bay",
        drive: { folder: "timelapse", filename_prefix: "sf-bay" },
    };
    let task = export.start(&client).await?;
    follow(&task).await
}

/// The images of Landsat 5 that show the bay with few clouds, from 1991 to 2011. Bands 4, 3 and 2 are infrared, red
/// and green: plants are red in it. `visualize` makes the three bands of eight bits that a video needs.
fn san_francisco_bay() -> ee::ImageCollection {
    ee::ImageCollection::new("LANDSAT/LT05/C02/T1_TOA")
        .filter(ee::Filter::eq("WRS_PATH", 44))
        .filter(ee::Filter::eq("WRS_ROW", 34))
        .filter(ee::Filter::lt("CLOUD_COVER", 30))
        .filter_date("1991-01-01", "2011-12-30")
        .map(|image| image.visualize_with(|options| options.bands(["B4", "B3", "B2"]).min(0.02).max(0.35)))
}
