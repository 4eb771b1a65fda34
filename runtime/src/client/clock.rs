//! Time and chance, as the client sees them. Nothing else in this crate looks at a clock, sleeps or throws dice.

use std::fmt::Debug;
use std::pin::Pin;
use std::time::Duration;

/// A future of a trait object.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Where the client takes time and chance from; tests put in their own.
pub trait Clock: Debug + Send + Sync {
    /// The time since some moment that stays the same; it never goes back.
    fn now(&self) -> Duration;

    /// Returns after this time.
    fn sleep(&self, time: Duration) -> Later<'_, ()>;

    /// A number from 0 to 1, at random.
    fn random(&self) -> f64;
}

/// The clock of the machine.
#[derive(Debug)]
pub(crate) struct SystemClock {
    start: std::time::Instant,
}

#[allow(clippy::disallowed_methods, reason = "the one place that tells time")]
impl SystemClock {
    pub(crate) fn new() -> Self {
        Self { start: std::time::Instant::now() }
    }
}

#[allow(clippy::disallowed_methods, reason = "the one place that tells time")]
impl Clock for SystemClock {
    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    fn sleep(&self, time: Duration) -> Later<'_, ()> {
        Box::pin(tokio::time::sleep(time))
    }

    fn random(&self) -> f64 {
        // A request id is random already, so no further library is needed.
        let (bits, _) = uuid::Uuid::new_v4().as_u64_pair();
        // 32 bits are exact in a double; the two digits that a UUID fixes are in the other half.
        f64::from(u32::try_from(bits >> 32).unwrap_or_default()) / f64::from(u32::MAX)
    }
}
