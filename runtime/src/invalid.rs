//! What is said of a value that breaks a rule.

use earthengine_schema::Violation;
use std::fmt;

/// A value breaks a rule of the request: the message names the value and says what to write instead.
///
/// ```
/// let error = earthengine::Priority::try_from(20_000_u32).unwrap_err();
/// assert_eq!(error.to_string(), "priority 20000 is out of range; it must be between 0 and 9999");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidValue {
    message: Box<str>,
}

impl InvalidValue {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into().into_boxed_str() }
    }

    pub(crate) fn text(violation: Violation, value: &str) -> Self {
        Self::new(violation.of(value))
    }

    pub(crate) fn number(violation: Violation, value: impl fmt::Display) -> Self {
        Self::new(violation.of_number(value))
    }
}

impl fmt::Display for InvalidValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for InvalidValue {}
