//! One picture a year of the Innsbruck region without clouds, from Landsat 8: the glaciers shrink.
//!
//!     cargo run --example cloud_free_composites

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
        description: "cloud-free-composites",
        video: { frames_per_second: 2 },
        frame: { region: [10.6, 46.7, 11.3, 47.0], dimensions: 720 },
        drive: { folder: "timelapse" },
    }
    .await?;
    follow(&task).await
}

/// Each year is one image: the median of all summer images at each pixel, after the clouds were masked.
fn frames() -> ee::ImageCollection {
    let summers = ee::ImageCollection::new("LANDSAT/LC08/C02/T1_L2")
        .filter_bounds(ee::Geometry::point([11.0, 46.9]))
        .filter(ee::Filter::calendar_range_with(6, |options| options.end(9).field("month")))
        .map(mask_clouds);
    // A list of years that only the service computes; each becomes an image.
    let years = ee::List::sequence(2014, 2023).map(|year| {
        let start = ee::Date::from_ymd(&year, 1, 1);
        summers.filter_date(&start, start.advance(1, "year")).median().set("year", year)
    });
    ee::ImageCollection::new(years).map(|image| {
        image.visualize_with(|options| options.bands(["SR_B6", "SR_B5", "SR_B4"]).min(0).max(0.4))
    })
}

/// Bits 0 to 4 of `QA_PIXEL` are fill, dilated cloud, cirrus, cloud and shadow: only pixels without any stay. The
/// numbers turn the stored integers into reflectance.
#[allow(clippy::needless_pass_by_value, reason = "`map` hands each image over")]
fn mask_clouds(image: ee::Image) -> ee::Image {
    let is_clear = image.select("QA_PIXEL").bitwise_and(0b11111).eq(0);
    let reflectance = image.select("SR_B.") * 0.000_027_5 - 0.2;
    reflectance.update_mask(is_clear)
}
