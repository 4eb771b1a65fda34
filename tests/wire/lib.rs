//! A world for tests: the emulator without a socket, and time that moves only when everybody waits for it.
//!
//! ```
//! use earthengine_wire::World;
//!
//! let world = World::new();
//! let client = world.client();
//! assert_eq!(world.run(async { client.task("projects/my-project/operations/A")?.refresh().await })
//!     .unwrap_err().to_string(), "the service no longer knows the operation");
//! ```

use bytes::Bytes;
use earthengine::private::{Clock, Later, Phase, Transport, TransportError};
use earthengine::{Client, ClientBuilder, Expression};
use earthengine_emulator::{Emulator, Service};
use std::collections::VecDeque;
use std::fmt;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;
use tower::ServiceExt;

#[doc = include_str!("../../README.md")]
#[cfg(doctest)]
struct Readme;

/// The emulator, the way to it, and time.
#[derive(Debug)]
pub struct World {
    time: Arc<VirtualTime>,
    way: Arc<Way>,
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}

impl World {
    /// A world in which nothing has happened.
    #[must_use]
    pub fn new() -> Self {
        let time = Arc::new(VirtualTime::default());
        let clock = Arc::clone(&time);
        let service = Emulator::builder().clock(move || clock.now()).service();
        Self {
            time,
            way: Arc::new(Way {
                service,
                plans: Mutex::default(),
                may_have_plans_left: AtomicBool::default(),
                seen: Mutex::default(),
            }),
        }
    }

    /// A client in this world.
    ///
    /// # Panics
    ///
    /// Never: the builder is given nothing that it could refuse.
    #[must_use]
    pub fn client(&self) -> Client {
        self.builder().build().unwrap_or_else(|error| unreachable!("{error}"))
    }

    /// A client to be, in this world.
    pub fn builder(&self) -> ClientBuilder {
        let transport: Arc<dyn Transport> = self.way.clone();
        let clock: Arc<dyn Clock> = self.time.clone();
        Client::builder().anonymous().transport(transport).clock(clock)
    }

    /// What happens to the next requests that are sent; those behind them arrive.
    pub fn plan(&self, plans: impl IntoIterator<Item = Plan>) {
        locked(&self.way.plans).extend(plans);
    }

    /// Says that not all plans will happen. Otherwise one that did not is a mistake of the test.
    pub fn expect_plans_left(&self) {
        self.way.may_have_plans_left.store(true, Ordering::SeqCst);
    }

    /// The requests that were sent: method, path and body.
    #[must_use]
    pub fn seen(&self) -> Vec<Seen> {
        locked(&self.way.seen).clone()
    }

    /// How many exports exist.
    #[must_use]
    pub fn started(&self) -> usize {
        self.way.service.started()
    }

    /// How much time has passed.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.time.now()
    }

    /// Runs a future to its end. Whenever it waits for nothing but time, time moves on.
    ///
    /// # Panics
    ///
    /// If the future waits for nothing at all.
    pub fn run<T>(&self, future: impl Future<Output = T>) -> T {
        let woken = Arc::new(Woken::default());
        let waker = Waker::from(Arc::clone(&woken));
        let mut future = pin!(future);
        loop {
            if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
                return value;
            }
            if !woken.0.swap(false, Ordering::SeqCst) {
                assert!(self.time.advance(), "the future waits for nothing");
            }
        }
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let left = locked(&self.way.plans).len();
        let is_fine = self.way.may_have_plans_left.load(Ordering::SeqCst) || std::thread::panicking();
        assert!(left == 0 || is_fine, "{left} plans did not happen");
    }
}

/// A request that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Method and path.
    pub call: String,
    /// The body.
    pub body: Bytes,
}

/// What happens to a request.
#[derive(Debug)]
pub enum Plan {
    /// It does not reach the service.
    Lost(Phase),
    /// It reaches the service, and the answer does not come back.
    AnswerLost(Phase),
    /// Somebody else answers.
    Answered(u16, &'static str),
    /// Nobody answers, ever.
    Silence,
}

struct Way {
    service: Service,
    plans: Mutex<VecDeque<Plan>>,
    may_have_plans_left: AtomicBool,
    seen: Mutex<Vec<Seen>>,
}

impl fmt::Debug for Way {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Way")
    }
}

impl Way {
    async fn deliver(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let request = request.map(axum::body::Body::from);
        let Ok(answer) = self.service.router().oneshot(request).await;
        let (parts, body) = answer.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.map_err(|_| lost(Phase::Body))?;
        Ok(http::Response::from_parts(parts, body))
    }
}

fn lost(phase: Phase) -> TransportError {
    TransportError { phase, source: None }
}

impl Transport for Way {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limit: usize,
    ) -> Later<'_, Result<http::Response<Bytes>, TransportError>> {
        let call = format!("{} {}", request.method(), request.uri().path());
        locked(&self.seen).push(Seen { call, body: request.body().clone() });
        let plan = locked(&self.plans).pop_front();
        Box::pin(async move {
            match plan {
                None => self.deliver(request).await.and_then(|answer| {
                    if answer.body().len() > limit { Err(lost(Phase::TooLarge)) } else { Ok(answer) }
                }),
                Some(Plan::Lost(phase)) => Err(lost(phase)),
                Some(Plan::AnswerLost(phase)) => {
                    self.deliver(request).await?;
                    Err(lost(phase))
                }
                Some(Plan::Answered(status, body)) => {
                    let mut answer = http::Response::new(Bytes::from_static(body.as_bytes()));
                    *answer.status_mut() = http::StatusCode::from_u16(status).unwrap_or_default();
                    Ok(answer)
                }
                Some(Plan::Silence) => std::future::pending().await,
            }
        })
    }
}

/// Time that moves to the next moment that somebody waits for.
#[derive(Debug, Default)]
struct VirtualTime {
    now: Mutex<Duration>,
    sleepers: Mutex<Vec<(Duration, Waker)>>,
}

impl VirtualTime {
    /// Whether anybody waited for time.
    fn advance(&self) -> bool {
        let mut sleepers = locked(&self.sleepers);
        let Some(moment) = sleepers.iter().map(|(moment, _)| *moment).min() else { return false };
        *locked(&self.now) = moment;
        sleepers.retain(|(due, waker)| {
            let is_due = *due <= moment;
            if is_due {
                waker.wake_by_ref();
            }
            !is_due
        });
        true
    }
}

impl Clock for VirtualTime {
    fn now(&self) -> Duration {
        *locked(&self.now)
    }

    fn sleep(&self, time: Duration) -> Later<'_, ()> {
        let due = self.now() + time;
        Box::pin(std::future::poll_fn(move |cx| {
            if self.now() >= due {
                return Poll::Ready(());
            }
            locked(&self.sleepers).push((due, cx.waker().clone()));
            Poll::Pending
        }))
    }

    fn random(&self) -> f64 {
        0.0
    }
}

#[derive(Default)]
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::SeqCst);
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A well-formed expression.
///
/// # Panics
///
/// Never.
#[must_use]
pub fn frames() -> Expression {
    let json = r#"{"result": "0", "values": {"0": {"functionInvocationValue": {
        "functionName": "ImageCollection.load", "arguments": {"id": {"constantValue": "LANDSAT/LT05/C02/T1_TOA"}}
    }}}}"#;
    Expression::from_json(json).unwrap_or_else(|error| unreachable!("{error}"))
}

/// Posts a body to an emulator of its own: the status, and the answer.
#[must_use]
pub fn post(project: &str, body: String) -> (u16, serde_json::Value) {
    let world = World::new();
    let uri = format!("/v1/projects/{project}/video:export");
    let mut request = http::Request::new(Bytes::from(body));
    *request.method_mut() = http::Method::POST;
    *request.uri_mut() = uri.parse().unwrap_or_default();
    match world.run(world.way.deliver(request)) {
        Ok(answer) => (answer.status().as_u16(), serde_json::from_slice(answer.body()).unwrap_or_default()),
        Err(_) => (0, serde_json::Value::Null),
    }
}
