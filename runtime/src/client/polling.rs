//! How often a running export is looked at.

use std::time::Duration;

/// How often a running export is looked at: after a first pause, then after pauses that grow up to a longest
/// one, each shortened at random by up to a quarter, so that many tasks do not ask at once.
///
/// The defaults stay inside the service's quota of requests: 5 seconds at first, half as long again each time,
/// 60 seconds at most. An answer that does not come is asked for again, for 10 minutes.
///
/// ```
/// # use std::time::Duration;
/// # use earthengine::{Client, PollingPolicy};
/// let patient = PollingPolicy::new().with_first_pause(Duration::from_secs(60));
/// # let _ = Client::builder().emulator("127.0.0.1:8085").polling(patient).build()?;
/// # Ok::<(), earthengine::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct PollingPolicy {
    first: Duration,
    longest: Duration,
    patience: Duration,
}

impl Default for PollingPolicy {
    fn default() -> Self {
        Self {
            first: Duration::from_secs(5),
            longest: Duration::from_secs(60),
            patience: Duration::from_secs(600),
        }
    }
}

impl PollingPolicy {
    const GROWTH: f64 = 1.5;
    const JITTER: f64 = 0.25;
    const SHORTEST: Duration = Duration::from_millis(50);

    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// For an emulator, which has no quota.
    pub(crate) fn of_emulator() -> Self {
        Self { first: Duration::from_millis(50), longest: Duration::from_millis(500), ..Self::default() }
    }

    /// The pause before the first look.
    pub fn with_first_pause(mut self, first: Duration) -> Self {
        self.first = first;
        self
    }

    /// The longest pause.
    pub fn with_longest_pause(mut self, longest: Duration) -> Self {
        self.longest = longest;
        self
    }

    /// How long answers may fail to come before following gives up. The export goes on all the same.
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    pub(crate) fn patience(&self) -> Duration {
        self.patience
    }

    /// The pause before a look, and the same unshortened; `random` is 0 to 1.
    pub(crate) fn pause(&self, last: Option<Duration>, random: f64) -> (Duration, Duration) {
        // Without a floor, a first pause of zero would ask without end.
        let next = |last: Duration| last.mul_f64(Self::GROWTH).min(self.longest).max(Self::SHORTEST);
        let whole = last.map_or(self.first.min(self.longest), next);
        (whole.mul_f64(1.0 - Self::JITTER * random), whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_the_longest_one() {
        let policy = PollingPolicy::new();
        let mut last = None;
        let mut pauses = Vec::new();
        for _ in 0..9 {
            let (pause, whole) = policy.pause(last, 0.0);
            assert_eq!(pause, whole);
            pauses.push(whole.as_millis());
            last = Some(whole);
        }
        assert_eq!(pauses, [5000, 7500, 11250, 16875, 25312, 37968, 56953, 60000, 60000]);
        assert_eq!(policy.pause(None, 1.0).0, Duration::from_millis(3750));
    }

    #[test]
    fn no_policy_asks_without_end() {
        let eager = PollingPolicy::new().with_first_pause(Duration::ZERO).with_longest_pause(Duration::ZERO);
        assert_eq!(eager.pause(None, 0.0).1, Duration::ZERO);
        assert_eq!(eager.pause(Some(Duration::ZERO), 0.0).1, Duration::from_millis(50));
    }
}
