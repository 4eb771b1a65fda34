//! `earthengine-emulator`: the emulator as a program.

use earthengine_emulator::{Builder, Emulator};
use lexopt::{Arg, Parser, ValueExt};
use std::process::ExitCode;

const HELP: &str = "\
A loopback Earth Engine, for testing video exports without an account.

Usage: earthengine-emulator [--port PORT] [--speed FACTOR]

  --port PORT      the port of 127.0.0.1; 0, the default, takes a free one
  --speed FACTOR   how much faster than the service tasks live; default: 1
  --help           this text

It prints a line for the shell, `export EARTHENGINE_EMULATOR_HOST=127.0.0.1:PORT`,
and serves until it is interrupted.";

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("earthengine-emulator: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let Some(builder) = parse_arguments()? else {
        println!("{HELP}");
        return Ok(());
    };
    let emulator = builder.start().await?;
    println!("export EARTHENGINE_EMULATOR_HOST={}", emulator.host());
    tokio::select! {
        ended = emulator.serve() => ended?,
        interrupted = tokio::signal::ctrl_c() => interrupted?,
    }
    Ok(())
}

/// The choices of the command line, or `None` if it asks for help.
fn parse_arguments() -> Result<Option<Builder>, lexopt::Error> {
    let mut builder = Emulator::builder();
    let mut parser = Parser::from_env();
    while let Some(argument) = parser.next()? {
        builder = match argument {
            Arg::Long("port") => builder.port(parser.value()?.parse()?),
            Arg::Long("speed") => {
                let speed: f64 = parser.value()?.parse()?;
                if !(0.001..=1_000_000.0).contains(&speed) {
                    return Err("the speed must be between 0.001 and 1000000".into());
                }
                builder.speed(speed)
            }
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            other => return Err(other.unexpected()),
        };
    }
    Ok(Some(builder))
}
