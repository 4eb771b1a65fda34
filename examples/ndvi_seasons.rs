//! The green of Europe through one year, every 16 days: spring goes north, summer goes brown.
//!
//!     cargo run --example ndvi_seasons

use earthengine::{ee, video_export};
use earthengine_examples::{Arguments, exit, follow};
use std::error::Error;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    exit(run().await)
}

async fn run() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::from_env()?;
    let (client, _emulator) = arguments.client().await?;
    let task = video_export! {
        client: &client,
        project: arguments.project,
        expression: frames(),
        description: "ndvi-seasons",
        video: { frames_per_second: 4 },
        frame: { region: [-11, 35, 32, 62], dimensions: 720, crs: "EPSG:3857" },
        drive: { folder: "timelapse" },
    }
    .await?;
    follow(&task).await
}

/// MODIS has the vegetation index of the whole Earth every 16 days. It is masked where there is water, so the frames
/// are laid over a plain background.
fn frames() -> ee::ImageCollection {
    let palette =
        ["ffffff", "ce7e45", "df923d", "f1b555", "fcd163", "99b718", "74a901", "3e8601", "056201", "011301"];
    let background = ee::Image::constant([60, 90, 120]).visualize_with(|options| options.min(0).max(255));
    ee::ImageCollection::new("MODIS/061/MOD13A2").select("NDVI").filter_date("2023-01-01", "2024-01-01").map(
        |image| {
            let green = image.visualize_with(|options| options.min(0).max(9000).palette(palette));
            background.blend(green)
        },
    )
}
