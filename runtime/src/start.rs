//! Starting an export: at most once.

use crate::client::clock::{Clock, Later};
use crate::error::{Error, Kind, Outcome};
use crate::{Client, Operation, Task, VideoExport};
use bytes::Bytes;
use std::borrow::Cow;
use std::time::Duration;

/// What has happened.
#[derive(Debug)]
pub(crate) enum Event {
    /// The request is ready, with credentials.
    Ready(http::Request<Bytes>),
    /// It was sent, or could not be: this came of it.
    Answered(Result<Operation, Error>),
    /// The caller's time is over.
    OutOfTime,
}

/// What is to be done next.
#[derive(Debug)]
pub(crate) enum Step {
    /// Get the request ready.
    Prepare,
    /// Send it.
    Send(http::Request<Bytes>),
    /// Nothing more: this is what became of it.
    End(Result<Operation, Error>),
}

/// A start, without any input or output: events go in, steps come out. One request is sent.
#[derive(Debug)]
pub(crate) enum StartMachine {
    /// Nothing was sent.
    Preparing,
    /// The request is on its way, or was.
    Sent,
}

impl StartMachine {
    pub(crate) fn begin() -> (Self, Step) {
        (Self::Preparing, Step::Prepare)
    }

    pub(crate) fn next(&mut self, event: Event) -> Step {
        match (event, &self) {
            (Event::Ready(request), _) => {
                *self = Self::Sent;
                Step::Send(request)
            }
            (Event::Answered(answer), _) => Step::End(answer),
            (Event::OutOfTime, Self::Preparing) => Step::End(Err(Error::new(Kind::Deadline))),
            (Event::OutOfTime, Self::Sent) => {
                Step::End(Err(Error::new(Kind::Deadline).with_outcome(Outcome::Unknown)))
            }
        }
    }
}

/// A start that waits for its `.await`: nothing is sent before.
///
/// Made by [`VideoExport::start`]. If the future is dropped while it runs, the outcome is unknown; starting the
/// same export again is safe.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent before `.await`"]
pub struct Start<'a> {
    export: Cow<'a, VideoExport>,
    client: &'a Client,
    deadline: Duration,
}

/// How long a start takes at most, if nothing else is said.
const DEADLINE: Duration = Duration::from_secs(60);

impl<'a> Start<'a> {
    pub(crate) fn new(export: Cow<'a, VideoExport>, client: &'a Client) -> Self {
        Self { export, client, deadline: DEADLINE }
    }

    /// How long the start may take, all in all; 60 seconds if nothing is said.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    async fn run(self) -> Result<Task, Error> {
        let Self { export, client, deadline } = &self;
        let id = export.request_id();
        let body =
            Bytes::from(export.to_json().map_err(|error| Error::from(error).with_request_id(id.clone()))?);
        let ends = client.clock().now().saturating_add(*deadline);
        let (mut machine, mut step) = StartMachine::begin();
        loop {
            step = match step {
                Step::Prepare => {
                    let ready = client.export_request(export.project_name(), body.clone());
                    machine.next(match within(client.clock(), ends, ready).await {
                        Some(Ok(request)) => Event::Ready(request),
                        Some(Err(error)) => Event::Answered(Err(error)),
                        None => Event::OutOfTime,
                    })
                }
                Step::Send(request) => {
                    let attempt = client.export_video(export.project_name(), request);
                    let answer = within(client.clock(), ends, attempt).await;
                    machine.next(answer.map_or(Event::OutOfTime, Event::Answered))
                }
                Step::End(Ok(operation)) => {
                    tracing::info!(operation = operation.name(), "started");
                    return Ok(Task::from_operation((*client).clone(), operation));
                }
                Step::End(Err(error)) => {
                    tracing::warn!(outcome = ?error.outcome(), "not known to be started");
                    return Err(error.with_request_id(id));
                }
            };
        }
    }
}

impl<'a> IntoFuture for Start<'a> {
    type Output = Result<Task, Error>;
    type IntoFuture = Later<'a, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

impl VideoExport {
    /// Starts the export when awaited. Starting the same value again is the same export, never a second one.
    ///
    /// # Errors
    ///
    /// [`Error::outcome`] says whether the export was started all the same: see [`Outcome`].
    ///
    /// ```no_run
    /// # async fn example(export: earthengine::VideoExport, client: earthengine::Client)
    /// #     -> Result<(), earthengine::Error> {
    /// let task = export.start(&client).await?;
    /// println!("started {}", task.name());
    /// # Ok(())
    /// # }
    /// ```
    pub fn start<'a>(&'a self, client: &'a Client) -> Start<'a> {
        Start::new(Cow::Borrowed(self), client)
    }
}

/// The value of a future, if it comes before this time of the clock.
pub(crate) async fn within<T>(
    clock: &dyn Clock,
    ends: Duration,
    future: impl Future<Output = T>,
) -> Option<T> {
    let left = ends.saturating_sub(clock.now());
    let mut sleep = clock.sleep(left);
    let mut future = std::pin::pin!(future);
    std::future::poll_fn(|cx| match future.as_mut().poll(cx) {
        std::task::Poll::Ready(value) => std::task::Poll::Ready(Some(value)),
        std::task::Poll::Pending => sleep.as_mut().poll(cx).map(|()| None),
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(step: Step) -> Outcome {
        let Step::End(Err(error)) = step else { panic!("it does not end: {step:?}") };
        assert!(error.is_timeout());
        error.outcome()
    }

    #[test]
    fn out_of_time_is_unknown_once_the_request_was_sent() {
        let (mut machine, _) = StartMachine::begin();
        assert_eq!(outcome(machine.next(Event::OutOfTime)), Outcome::NotStarted);
        assert!(matches!(machine.next(Event::Ready(http::Request::default())), Step::Send(_)));
        assert_eq!(outcome(machine.next(Event::OutOfTime)), Outcome::Unknown);
    }
}
