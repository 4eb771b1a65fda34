//! A started export, followed.

use crate::client::clock::Later;
use crate::client::transport::Phase;
use crate::error::{Error, Kind, Outcome};
use crate::operation::OperationName;
use crate::start::within;
use crate::{Client, Done, Operation};
use futures_core::Stream;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

/// A started export. Dropping it stops looking, never the export.
///
/// ```no_run
/// # async fn example(task: earthengine::Task) -> Result<(), earthengine::Error> {
/// let done = task.wait().await?;
/// for uri in done.destination_uris() {
///     println!("{uri}");
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Task {
    client: Client,
    name: OperationName,
    /// Shared by clones: once one of them has seen the end, none asks again.
    last: Arc<Mutex<Option<Operation>>>,
}

impl Task {
    pub(crate) fn new(client: Client, name: OperationName) -> Self {
        Self { client, name, last: Arc::default() }
    }

    pub(crate) fn from_operation(client: Client, operation: Operation) -> Self {
        let name = operation.parsed_name().clone();
        Self { client, name, last: Arc::new(Mutex::new(Some(operation))) }
    }

    /// The name, `projects/{project}/operations/{id}`. [`Client::task`] finds the export by it, in this program
    /// or another.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// What the service said last, if it was asked.
    #[must_use]
    pub fn last_seen(&self) -> Option<Operation> {
        // A poisoned lock holds what was seen before: still true.
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Asks the service how the export stands, once.
    ///
    /// # Errors
    ///
    /// A call that failed. The export is not touched by that. An export that failed is not an error here: see
    /// [`Operation::error`].
    pub async fn refresh(&self) -> Result<Operation, Error> {
        let operation = self.client.get(&self.name).await.map_err(as_follower)?;
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        // An answer that comes late does not bring an ended export back to life.
        if !last.as_ref().is_some_and(Operation::is_done) {
            *last = Some(operation.clone());
        }
        Ok(operation)
    }

    /// Waits until the export has ended.
    ///
    /// # Errors
    ///
    /// An export that failed ([`Error::is_export_failed`]) or was cancelled ([`Error::is_cancelled`]); an
    /// operation that the service forgot; calls that failed for too long. In the last case the export goes on.
    pub fn wait(&self) -> Wait<'_> {
        Wait { task: self, deadline: None }
    }

    /// The export's way to its end, one description after the other, for a progress bar.
    ///
    /// ```no_run
    /// # async fn example(task: earthengine::Task) -> Result<(), earthengine::Error> {
    /// let mut progress = task.progress();
    /// while let Some(operation) = progress.next().await {
    ///     let operation = operation?;
    ///     println!("{}: {:.0} %", operation.state(), operation.progress() * 100.0);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn progress(&self) -> Progress {
        Progress { state: State::Idle(Box::new(Follower::new(self.clone()))) }
    }
}

impl fmt::Debug for Task {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Task").field("name", &self.name()).finish_non_exhaustive()
    }
}

/// An error of following is never one of starting.
fn as_follower(error: Error) -> Error {
    let is_gone = matches!(error.kind(), Kind::Refused { http: 404, .. } | Kind::Protocol { http: 404, .. });
    let error = if is_gone { Error::new(Kind::OperationGone) } else { error };
    error.with_outcome(Outcome::Started)
}

/// Whether asking again may help.
fn may_pass(error: &Error) -> bool {
    match error.kind() {
        Kind::Transport { phase, .. } => !matches!(phase, Phase::Tls | Phase::TooLarge),
        // 501: the service does not have the method, and will not have it in ten minutes.
        Kind::Refused { http, .. } | Kind::Protocol { http, .. } => {
            *http != 501 && matches!(http, 200 | 408 | 429 | 500..)
        }
        Kind::Credentials { transient } => *transient,
        _ => false,
    }
}

/// Asks again and again, as the client's policy says.
#[derive(Debug)]
struct Follower {
    task: Task,
    last_pause: Option<Duration>,
    is_over: bool,
}

impl Follower {
    fn new(task: Task) -> Self {
        Self { task, last_pause: None, is_over: false }
    }

    /// The next description; the last one is that of the end. `None` after it.
    async fn next(&mut self) -> Option<Result<Operation, Error>> {
        if self.is_over {
            return None;
        }
        let answer = self.ask().await;
        let answer = answer.and_then(|operation| match operation.outcome() {
            Some(Err(error)) => Err(error),
            _ => Ok(operation),
        });
        self.is_over = answer.as_ref().map_or(true, Operation::is_done);
        Some(answer)
    }

    async fn ask(&mut self) -> Result<Operation, Error> {
        if let Some(end) = self.task.last_seen().filter(Operation::is_done) {
            return Ok(end);
        }
        let client = self.task.client.clone();
        let (mut was_gone, mut silent_since) = (false, None);
        loop {
            let (pause, whole) = client.polling().pause(self.last_pause, client.clock().random());
            self.last_pause = Some(whole);
            client.clock().sleep(pause).await;
            let error = match self.task.refresh().await {
                Ok(operation) => {
                    tracing::debug!(operation = operation.name(), state = %operation.state(), "seen");
                    return Ok(operation);
                }
                Err(error) => error,
            };
            // One answer may come from a server that does not know the operation yet.
            let may_pass = if error.is_operation_gone() {
                !std::mem::replace(&mut was_gone, true)
            } else {
                may_pass(&error)
            };
            let now = client.clock().now();
            let silence = now.saturating_sub(*silent_since.get_or_insert(now));
            if !may_pass || silence >= client.polling().patience() {
                return Err(error);
            }
            tracing::debug!(%error, "asked in vain");
        }
    }
}

/// Waits for the end of an export. Made by [`Task::wait`].
#[derive(Debug)]
#[must_use = "nothing is asked before `.await`"]
pub struct Wait<'a> {
    task: &'a Task,
    deadline: Option<Duration>,
}

impl Wait<'_> {
    /// How long to wait. The export goes on when it has passed; the error is [`Error::is_timeout`].
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    async fn run(self) -> Result<Done, Error> {
        let clock = self.task.client.clock();
        let mut follower = Follower::new(self.task.clone());
        let end = async {
            loop {
                if let Some(end) = follower.ask().await?.outcome() {
                    return end;
                }
            }
        };
        match self.deadline {
            None => end.await,
            Some(deadline) => within(clock, clock.now().saturating_add(deadline), end)
                .await
                .unwrap_or_else(|| Err(Error::new(Kind::Deadline).with_outcome(Outcome::Started))),
        }
    }
}

impl<'a> IntoFuture for Wait<'a> {
    type Output = Result<Done, Error>;
    type IntoFuture = Later<'a, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

/// The descriptions of an export on its way to the end. Made by [`Task::progress`].
///
/// The last one is that of the end; if the export failed, it is an error. Dropping it stops looking.
#[derive(Debug)]
#[must_use = "nothing is asked before `next`"]
pub struct Progress {
    state: State,
}

type Asked = (Box<Follower>, Option<Result<Operation, Error>>);

enum State {
    Idle(Box<Follower>),
    Asking(Later<'static, Asked>),
    /// Only while the state changes.
    Moving,
}

impl fmt::Debug for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Idle(_) => "idle",
            Self::Asking(_) => "asking",
            Self::Moving => "moving",
        })
    }
}

impl Progress {
    /// The next description, or `None` after the end.
    pub async fn next(&mut self) -> Option<Result<Operation, Error>> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl Stream for Progress {
    type Item = Result<Operation, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut asking = match std::mem::replace(&mut self.state, State::Moving) {
            State::Idle(mut follower) => {
                let asking: Later<'static, Asked> = Box::pin(async move {
                    let next = follower.next().await;
                    (follower, next)
                });
                asking
            }
            State::Asking(asking) => asking,
            State::Moving => return Poll::Ready(None),
        };
        match asking.as_mut().poll(cx) {
            Poll::Ready((follower, next)) => {
                self.state = State::Idle(follower);
                Poll::Ready(next)
            }
            Poll::Pending => {
                self.state = State::Asking(asking);
                Poll::Pending
            }
        }
    }
}
