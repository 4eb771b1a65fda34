//! A loopback Earth Engine, for testing video exports without an account.
//!
//! It accepts video exports as the service does, refuses what the service refuses, and lets each task live its
//! life (pending, running, succeeded) at a speed of one's choice. It computes nothing and writes no video.
//!
//! ```
//! use earthengine_emulator::Emulator;
//!
//! # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
//! let emulator = Emulator::builder().speed(100.0).start().await?;
//! println!("export EARTHENGINE_EMULATOR_HOST={}", emulator.host());
//! assert_eq!(emulator.started(), 0);
//! # Ok::<(), std::io::Error>(())
//! # })?;
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! There are three ways to use it: on a port of this machine in the process of a test ([`Emulator::start`]),
//! without a socket ([`Builder::service`]), and as the program `earthengine-emulator` for any language.
//!
//! `GET /__started` tells how many exports really exist: `{"started": 1, "operations": ["projects/…"]}`.

mod expression;
mod refusal;
mod request;
mod routes;
mod tasks;

use axum::Router;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use std::{fmt, io};
use tasks::Tasks;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A running emulator. When it is dropped, it takes no more connections.
#[derive(Debug)]
pub struct Emulator {
    address: SocketAddr,
    service: Service,
    server: JoinHandle<()>,
}

impl Emulator {
    /// Starts an emulator on a free port of 127.0.0.1.
    ///
    /// # Errors
    ///
    /// No port can be had.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// An emulator with choices of one's own.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// `127.0.0.1:PORT`, the value for `EARTHENGINE_EMULATOR_HOST`.
    #[must_use]
    pub fn host(&self) -> String {
        self.address.to_string()
    }

    /// How many exports exist: what a client believes does not count.
    #[must_use]
    pub fn started(&self) -> usize {
        self.service.started()
    }

    /// Serves until the process ends.
    ///
    /// # Errors
    ///
    /// The server stopped by itself.
    pub async fn serve(mut self) -> io::Result<()> {
        (&mut self.server).await.map_err(io::Error::other)
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// The choices for an emulator.
#[derive(Debug)]
#[must_use]
pub struct Builder {
    port: u16,
    speed: f64,
    clock: Clock,
}

impl Default for Builder {
    fn default() -> Self {
        Self { port: 0, speed: 1.0, clock: Clock::system() }
    }
}

impl Builder {
    /// The port; 0, the default, takes a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// How much faster than the service tasks live: at 1, the default, one waits 5 seconds and runs for 60. From a
    /// thousandth to a million; what is outside counts as the nearest of these, and NaN as 1.
    pub fn speed(mut self, speed: f64) -> Self {
        self.speed = if speed.is_nan() { 1.0 } else { speed.clamp(0.001, 1_000_000.0) };
        self
    }

    /// Where the emulator takes the time from, since any moment that stays the same: for tests that do not wait.
    pub fn clock(mut self, clock: impl Fn() -> Duration + Send + Sync + 'static) -> Self {
        self.clock = Clock(Arc::new(clock));
        self
    }

    /// The emulator without a socket: a service to call.
    #[must_use]
    pub fn service(self) -> Service {
        Service { tasks: Arc::new(Mutex::new(Tasks::new(self.speed))), clock: self.clock }
    }

    /// Starts the emulator on 127.0.0.1.
    ///
    /// # Errors
    ///
    /// The port is taken.
    pub async fn start(self) -> io::Result<Emulator> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).await?;
        let address = listener.local_addr()?;
        let service = self.service();
        let router = service.router();
        let server = tokio::spawn(async move {
            // Only the listener can end it, and then the client's connections tell.
            drop(axum::serve(listener, router).await);
        });
        Ok(Emulator { address, service, server })
    }
}

/// An emulator without a socket.
#[derive(Clone, Debug)]
pub struct Service {
    tasks: Arc<Mutex<Tasks>>,
    clock: Clock,
}

impl Service {
    /// The routes, as a service that takes requests.
    pub fn router(&self) -> Router {
        routes::router(self.clone())
    }

    /// How many exports exist.
    #[must_use]
    pub fn started(&self) -> usize {
        self.with_tasks(|tasks| tasks.len())
    }

    /// The tasks, as they are at this moment.
    fn with_tasks<T>(&self, act: impl FnOnce(&mut Tasks) -> T) -> T {
        // A panic elsewhere leaves the tasks whole: each change is one assignment.
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        tasks.advance((self.clock.0)());
        act(&mut tasks)
    }
}

/// Where time comes from.
#[derive(Clone)]
struct Clock(Arc<dyn Fn() -> Duration + Send + Sync>);

impl Clock {
    #[allow(clippy::disallowed_methods, reason = "the one place that tells time")]
    fn system() -> Self {
        let start = std::time::Instant::now();
        Self(Arc::new(move || start.elapsed()))
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Clock")
    }
}
