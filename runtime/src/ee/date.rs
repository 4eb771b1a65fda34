//! Dates and ranges of dates.

use super::convert::class;
use super::{Any, Arg};
use crate::ee::options::{DateArgs, DateRangeArgs};
use crate::expression::graph::Value;

class! {
    /// A moment.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let start = ee::Date::new("2021-04-01");
    /// let end = start.advance(5, "month");
    /// ```
    Date
}

earthengine_macros::algorithms!(Date);

impl Date {
    /// `ee.Date(x)`: milliseconds since 1970, a text such as `2021-04-01`, or a value that is a date. What is no date
    /// yet emits `Date(value)`.
    pub fn new(date: impl Arg<Self>) -> Self {
        date.arg()
    }

    /// `ee.Date(x, timeZone)`. Emits `Date(value, timeZone)`.
    pub fn new_with(date: impl Arg<Instant>, options: impl FnOnce(DateArgs) -> DateArgs) -> Self {
        let mut arguments = vec![("value", date.arg().value())];
        arguments.extend(options(DateArgs::default()).arguments);
        Self::of(Value::call("Date", arguments))
    }
}

class! {
    /// The time from one moment until before another.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let year = ee::DateRange::new("2001-01-01", "2002-01-01");
    /// ```
    DateRange
}

earthengine_macros::algorithms!(DateRange);

impl DateRange {
    /// `ee.DateRange(start, end)`. Emits `DateRange(start, end)`; the range does not contain its end.
    pub fn new(start: impl Arg<Instant>, end: impl Arg<Instant>) -> Self {
        Self::of(Value::call("DateRange", [("start", start.arg().value()), ("end", end.arg().value())]))
    }

    /// `ee.DateRange(start)`, with `end` and `time_zone` as options. Emits `DateRange(start, …)`.
    pub fn new_with(start: impl Arg<Instant>, options: impl FnOnce(DateRangeArgs) -> DateRangeArgs) -> Self {
        let mut arguments = vec![("start", start.arg().value())];
        arguments.extend(options(DateRangeArgs::default()).arguments);
        Self::of(Value::call("DateRange", arguments))
    }
}

class! {
    /// A moment as filters take it: milliseconds since 1970, a text such as `2021-04-01`, or a date; it is sent as it
    /// is.
    Instant
}

macro_rules! instants {
    ($($source:ty => $value:expr;)+) => {$(
        impl From<$source> for Instant {
            fn from(source: $source) -> Self {
                let value: fn($source) -> Value = $value;
                Self(value(source))
            }
        }
    )+};
}
instants! {
    i64 => Value::Int;
    f64 => Value::Float;
    &str => |text| Value::text(text);
    std::string::String => Value::text;
    &std::string::String => |text| Value::text(text.as_str());
    Date => |date| date.value();
    &Date => Date::value;
    DateRange => |range| range.value();
    &DateRange => DateRange::value;
    super::Number => |number| number.value();
    &super::Number => super::Number::value;
    super::String => |text| text.value();
    &super::String => super::String::value;
    Any => |any| any.value();
    &Any => Any::value;
    super::Null => |_| Value::Null;
}
