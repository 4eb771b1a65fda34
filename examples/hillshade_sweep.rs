//! The sun goes once around the Matterhorn: one image, 36 lights.
//!
//!     cargo run --example hillshade_sweep

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
        description: "hillshade-sweep",
        video: { frames_per_second: 12 },
        frame: { region: [7.55, 45.93, 7.77, 46.03], scale: 30 },
        drive: { folder: "timelapse" },
    }
    .await?;
    follow(&task).await
}

/// The same elevation under a light from every ten degrees. The elevation and the palette are written once, and sent
/// once: what is used several times is shared.
fn frames() -> ee::ImageCollection {
    let elevation = ee::Image::new("USGS/SRTMGL1_003");
    let palette = ["141e30", "8d7b68", "fff7e6"];
    let frames = (0..36).map(|step| {
        ee::Terrain::hillshade_with(&elevation, |light| light.azimuth(step * 10).elevation(35))
            .visualize_with(|options| options.min(60).max(240).palette(palette))
    });
    ee::ImageCollection::new(frames.collect::<Vec<_>>())
}
