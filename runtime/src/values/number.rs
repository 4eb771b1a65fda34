//! Numbers that have a range.

use super::require;
use crate::InvalidValue;
use earthengine_schema::rules;
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use std::fmt;
use std::str::FromStr;

/// An integer with a range.
macro_rules! integer_value {
    ($(#[$doc:meta])* $name:ident($inner:ty), $range:expr, from $($from:ty)+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name($inner);

        impl $name {
            /// Takes a number that is known when the program is compiled.
            ///
            /// # Panics
            ///
            /// If the number is out of range; in a constant, that is an error of the compiler.
            #[must_use]
            #[track_caller]
            // The range of the type is that of the check.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            pub const fn from_static(number: i64) -> Self {
                require($range.check(number));
                Self(number as $inner)
            }

            /// The number.
            #[must_use]
            pub const fn get(self) -> $inner {
                self.0
            }
        }

        $(
            impl TryFrom<$from> for $name {
                type Error = InvalidValue;

                fn try_from(number: $from) -> Result<Self, InvalidValue> {
                    let violation = || InvalidValue::number($range.violation(), number);
                    let wide = i64::try_from(number).map_err(|_| violation())?;
                    $range.check(wide).map_err(|_| violation())?;
                    <$inner>::try_from(wide).map(Self).map_err(|_| violation())
                }
            }
        )+

        impl FromStr for $name {
            type Err = InvalidValue;

            fn from_str(text: &str) -> Result<Self, InvalidValue> {
                let number = text.parse::<i64>().map_err(|_| InvalidValue::text($range.violation(), text))?;
                number.try_into()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                wire_number(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    };
}

integer_value! {
    /// How early a task of a project runs among those that wait: 0 to 9999, higher first.
    ///
    /// Wire name: `priority`; absent: 100. Another value needs a paid project. Source: the REST reference,
    /// `projects.video.export`, and the guide to the environment of computations.
    ///
    /// ```
    /// # use earthengine::Priority;
    /// const URGENT: Priority = Priority::from_static(9000);
    /// let given: Priority = 200.try_into()?;
    /// assert!(given < URGENT);
    /// # Ok::<(), earthengine::InvalidValue>(())
    /// ```
    ///
    /// A constant is checked by the compiler:
    ///
    /// ```compile_fail
    /// const TOO_URGENT: earthengine::Priority = earthengine::Priority::from_static(20_000);
    /// # fn main() { let _ = TOO_URGENT; }
    /// ```
    Priority(u16), rules::PRIORITY, from u16 i16 u32 i32 u64 i64 usize
}

integer_value! {
    /// The most frames that an export may have: at least 1, at most 2147483647.
    ///
    /// Wire name: `videoOptions.maxFrames`; absent: 1000. Source: the REST reference, `VideoOptions`.
    ///
    /// ```
    /// # use earthengine::MaxFrames;
    /// assert!(MaxFrames::try_from(0).is_err());
    /// ```
    MaxFrames(u32), rules::MAX_FRAMES, from u16 i16 u32 i32 u64 i64 usize
}

integer_value! {
    /// The most pixels that one frame may have: at least 1.
    ///
    /// Wire name: `videoOptions.maxPixelsPerFrame`, a decimal text; absent: 100000000. Source: the REST
    /// reference, `VideoOptions`.
    ///
    /// ```
    /// # use earthengine::MaxPixelsPerFrame;
    /// assert_eq!(MaxPixelsPerFrame::from_static(1_000_000).get(), 1_000_000);
    /// ```
    MaxPixelsPerFrame(u64), rules::MAX_PIXELS_PER_FRAME, from u16 i16 u32 i32 u64 i64 usize
}

/// A number with a range.
macro_rules! number_value {
    ($(#[$doc:meta])* $name:ident, $range:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize)]
        #[serde(transparent)]
        pub struct $name(f64);

        impl $name {
            /// Takes a number that is known when the program is compiled.
            ///
            /// # Panics
            ///
            /// If the number is out of range; in a constant, that is an error of the compiler.
            #[must_use]
            #[track_caller]
            pub const fn from_static(number: f64) -> Self {
                require($range.check(number));
                Self(number)
            }

            /// The number.
            #[must_use]
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl TryFrom<f64> for $name {
            type Error = InvalidValue;

            fn try_from(number: f64) -> Result<Self, InvalidValue> {
                match $range.check(number) {
                    Ok(()) => Ok(Self(number)),
                    Err(violation) => Err(InvalidValue::number(violation, number)),
                }
            }
        }

        impl TryFrom<i32> for $name {
            type Error = InvalidValue;

            fn try_from(number: i32) -> Result<Self, InvalidValue> {
                f64::from(number).try_into()
            }
        }

        impl FromStr for $name {
            type Err = InvalidValue;

            fn from_str(text: &str) -> Result<Self, InvalidValue> {
                let number = text.parse::<f64>().map_err(|_| InvalidValue::text($range.violation(), text))?;
                number.try_into()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                wire_number(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    };
}

number_value! {
    /// How many frames are shown in a second: 0.1 to 120.
    ///
    /// Wire name: `videoOptions.framesPerSecond`; absent: 5. Source: the REST reference, `VideoOptions`.
    ///
    /// ```
    /// # use earthengine::FramesPerSecond;
    /// assert_eq!(FramesPerSecond::try_from(12)?, FramesPerSecond::from_static(12.0));
    /// assert!(FramesPerSecond::try_from(f64::NAN).is_err());
    /// # Ok::<(), earthengine::InvalidValue>(())
    /// ```
    FramesPerSecond, rules::FRAMES_PER_SECOND
}

number_value! {
    /// Metres per pixel: more than 0.
    ///
    /// It is not a field of the request: it is folded into the expression. Source: the official clients.
    ///
    /// ```
    /// # use earthengine::Scale;
    /// assert!(Scale::try_from(0).is_err());
    /// ```
    Scale, rules::SCALE
}

/// A number as a text: the wire has bare numbers, decimal texts, and (from the official Python client) both of
/// them in `{"value": …}`.
fn wire_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    use serde_json::Value;
    let mut value = Value::deserialize(deserializer)?;
    if let Value::Object(wrapper) = &mut value
        && wrapper.len() == 1
        && let Some(inner) = wrapper.remove("value")
    {
        value = inner;
    }
    match value {
        Value::Number(number) => Ok(number.to_string()),
        Value::String(text) => Ok(text),
        other => Err(D::Error::custom(format_args!("expected a number, found {other}"))),
    }
}
