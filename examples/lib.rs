//! What every example begins with: a client, of an emulator unless `--real` is said.

use earthengine::{Client, Project, Task};
use earthengine_emulator::Emulator;
use indicatif::{ProgressBar, ProgressStyle};
use lexopt::{Arg, Parser, ValueExt};
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

/// The emulator's tasks live this much faster than the service's.
const SPEED: f64 = 10.0;

/// What the command line says.
#[derive(Debug)]
pub struct Arguments {
    /// `--real`: use Earth Engine itself, with the credentials of this machine.
    pub real: bool,
    /// `--project ID`: the Cloud project.
    pub project: Project,
    /// `--expression FILE`: the expression to export, as JSON.
    pub expression: Option<PathBuf>,
}

impl Arguments {
    /// Reads the command line.
    ///
    /// # Errors
    ///
    /// An argument that no example has, or a project that is none.
    pub fn from_env() -> Result<Self, Box<dyn Error>> {
        let mut parser = Parser::from_env();
        let (mut real, mut project, mut expression) = (false, None, None);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("real") => real = true,
                Arg::Long("project") => project = Some(parser.value()?.string()?.parse()?),
                Arg::Long("expression") => expression = Some(parser.value()?.into()),
                other => return Err(other.unexpected().into()),
            }
        }
        let project = match (project, real) {
            (Some(project), _) => project,
            (None, false) => Project::from_static("my-project"),
            (None, true) => return Err("`--real` needs `--project` and your Cloud project's id".into()),
        };
        Ok(Self { real, project, expression })
    }

    /// The client, and the emulator that must live as long as it is used, if there is one of our own.
    ///
    /// # Errors
    ///
    /// No credentials for `--real`; no port for the emulator.
    pub async fn client(&self) -> Result<(Client, Option<Emulator>), Box<dyn Error>> {
        let has_emulator = std::env::var("EARTHENGINE_EMULATOR_HOST").is_ok_and(|host| !host.is_empty());
        if self.real && has_emulator {
            return Err(
                "`--real` and EARTHENGINE_EMULATOR_HOST exclude each other; unset the variable".into()
            );
        }
        if self.real || has_emulator {
            return Ok((Client::from_env().await?, None));
        }
        let emulator = Emulator::builder().speed(SPEED).start().await?;
        Ok((Client::emulator(&emulator.host())?, Some(emulator)))
    }
}

/// Follows an export with a progress bar, and prints where its video went.
///
/// # Errors
///
/// The export failed, or cannot be followed.
pub async fn follow(task: &Task) -> Result<(), Box<dyn Error>> {
    println!("started {}", task.name());
    let style = ProgressStyle::with_template("{msg:>10} [{wide_bar}] {percent:>3} %")?;
    let bar = ProgressBar::new(100).with_style(style);
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

/// Ends an example: an error is one sentence with its first cause, and a failure for the shell.
#[must_use]
pub fn exit(result: Result<(), Box<dyn Error>>) -> ExitCode {
    let Err(error) = result else { return ExitCode::SUCCESS };
    let mut cause = error.source();
    while let Some(deeper) = cause.and_then(Error::source) {
        cause = Some(deeper);
    }
    match cause {
        Some(cause) => eprintln!("error: {error} ({cause})"),
        None => eprintln!("error: {error}"),
    }
    ExitCode::FAILURE
}
