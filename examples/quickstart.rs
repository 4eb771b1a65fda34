//! Twenty years of San Francisco Bay as a video: starts the export, follows it, prints where it went.
//!
//!     cargo run --example quickstart
//!     cargo run --example quickstart -- --real --project my-project

use earthengine::{Expression, video_export};
use earthengine_examples::{Arguments, exit};
use indicatif::{ProgressBar, ProgressStyle};
use std::error::Error;
use std::process::ExitCode;

/// The frames: Landsat 5 images of one place from 1991 to 2011, each in infrared, red and green. It is what
/// Google's Python client makes of the program that stands in `data/README.md`.
const FRAMES: &str = include_str!("data/sf_bay_timelapse.json");

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
        None => Expression::from_json(FRAMES)?,
    };
    let (client, _emulator) = arguments.client().await?;

    let export = video_export! {
        project: arguments.project,
        expression: frames,
        description: "sf-bay",
        drive: { folder: "timelapse", filename_prefix: "sf-bay" },
    };
    let task = export.start(&client).await?;
    println!("started {}", task.name());

    let bar = ProgressBar::new(100)
        .with_style(ProgressStyle::with_template("{msg:>10} [{wide_bar}] {percent:>3} %")?);
    let mut progress = task.progress();
    while let Some(operation) = progress.next().await {
        let operation = operation?;
        bar.set_message(operation.state().to_string());
        bar.set_position(percent(operation.progress()));
    }
    bar.finish_and_clear();

    for uri in task.wait().await?.destination_uris() {
        println!("the video is at {uri}");
    }
    Ok(())
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1 becomes 0 to 100")]
fn percent(progress: f64) -> u64 {
    (progress * 100.0) as u64
}
