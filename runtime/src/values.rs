//! The parts of a request that have a rule, each in a type of its own that no value outside the rule can have.

use crate::InvalidValue;
use earthengine_schema::rules::{self, Checked};
use earthengine_schema::violation;
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// Refuses a constant that breaks a rule: the compiler shows the words.
#[allow(clippy::panic, reason = "a constant that is wrong must not compile")]
#[track_caller]
pub(crate) const fn require(checked: Checked) {
    if let Err(violation) = checked {
        panic!("{}", violation.words());
    }
}

/// A text with a rule. `$checked` gives the text to keep, or the violation.
macro_rules! text_value {
    ($(#[$doc:meta])* $name:ident, $checked:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Cow<'static, str>);

        impl $name {
            /// Takes a text that is known when the program is compiled.
            ///
            /// # Panics
            ///
            /// If the text breaks the rule; in a constant, that is an error of the compiler.
            #[must_use]
            #[track_caller]
            pub const fn from_static(text: &'static str) -> Self {
                match $checked(text) {
                    Ok(text) => Self(Cow::Borrowed(text)),
                    Err(violation) => panic!("{}", violation.words()),
                }
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidValue;

            fn from_str(text: &str) -> Result<Self, InvalidValue> {
                match $checked(text) {
                    Ok(text) => Ok(Self(Cow::Owned(text.to_owned()))),
                    Err(violation) => Err(InvalidValue::text(violation, text)),
                }
            }
        }

        impl TryFrom<&str> for $name {
            type Error = InvalidValue;

            fn try_from(text: &str) -> Result<Self, InvalidValue> {
                text.parse()
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidValue;

            fn try_from(text: String) -> Result<Self, InvalidValue> {
                text.parse()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    };
}

/// Makes a check give back the text that it was asked about.
macro_rules! kept {
    ($check:path) => {{
        const fn kept(text: &str) -> Result<&str, earthengine_schema::Violation> {
            match $check(text) {
                Ok(()) => Ok(text),
                Err(violation) => Err(violation),
            }
        }
        kept
    }};
}

text_value! {
    /// The Cloud project that runs and pays for an export: its id or its number.
    ///
    /// An id is 6 to 30 lower-case letters, digits and hyphens, the first a letter and the last no hyphen; old
    /// ones have a domain and a colon before that. `projects/` may stand before it and is taken off.
    ///
    /// On the wire it is a part of the address, `projects/{project}/video:export`. Source: the REST reference,
    /// `projects.video.export`; the pattern is that of the official Python client.
    ///
    /// ```
    /// # use earthengine::Project;
    /// let project: Project = "projects/my-project".parse()?;
    /// assert_eq!(project.as_str(), "my-project");
    /// assert!("My Project".parse::<Project>().is_err());
    /// # Ok::<(), earthengine::InvalidValue>(())
    /// ```
    Project, rules::project
}

text_value! {
    /// The id by which the service recognises a repeated request: 1 to 60 of `a-z`, `A-Z`, `0-9` and `-`.
    ///
    /// Of all requests of one user with the same id, at most one starts an export. Wire name: `requestId`.
    /// Source: the REST reference, `projects.video.export`.
    ///
    /// ```
    /// # use earthengine::RequestId;
    /// const ID: RequestId = RequestId::from_static("sf-bay-2011");
    /// assert_ne!(RequestId::random(), RequestId::random());
    /// ```
    RequestId, kept!(rules::request_id)
}

text_value! {
    /// The label by which the cost of a computation is counted: 1 to 63 of `a-z`, `0-9`, `-` and `_`, the first
    /// and the last a letter or digit.
    ///
    /// Wire name: `workloadTag`. Source: the official clients' own check.
    ///
    /// ```
    /// # use earthengine::WorkloadTag;
    /// assert!("timelapse-2024".parse::<WorkloadTag>().is_ok());
    /// assert!("-timelapse".parse::<WorkloadTag>().is_err());
    /// ```
    WorkloadTag, kept!(rules::workload_tag)
}

text_value! {
    /// The name of a Cloud Storage bucket, without `gs://` and without a path.
    ///
    /// 3 to 63 of `a-z`, `0-9`, `-`, `_` and `.` (up to 222 with dots, 63 between two dots); the first and the
    /// last a letter or digit; not like an IP address; not beginning with `goog` nor containing `google`.
    /// Wire name: `bucket`. Source: Cloud Storage, "About buckets", naming requirements.
    ///
    /// ```
    /// # use earthengine::BucketName;
    /// assert!("my-frames".parse::<BucketName>().is_ok());
    /// assert!("gs://my-frames".parse::<BucketName>().is_err());
    /// ```
    BucketName, kept!(rules::bucket)
}

text_value! {
    /// The beginning of the name of the file: 1 to 1024 bytes in UTF-8, without a line break.
    ///
    /// In Cloud Storage, a `/` at the end makes it a path. Wire name: `filenamePrefix`. Source: the REST
    /// reference, `DriveDestination` and `CloudStorageDestination`; Cloud Storage's rules for object names.
    ///
    /// ```
    /// # use earthengine::FilenamePrefix;
    /// assert!("timelapse/sf-bay".parse::<FilenamePrefix>().is_ok());
    /// assert!("".parse::<FilenamePrefix>().is_err());
    /// ```
    FilenamePrefix, kept!(rules::filename_prefix)
}

text_value! {
    /// The code of a coordinate reference system, such as `EPSG:3857`.
    ///
    /// It is no field of the request: it is folded into the expression. Source: the official clients.
    ///
    /// ```
    /// # use earthengine::Crs;
    /// const WEB_MERCATOR: Crs = Crs::from_static("EPSG:3857");
    /// ```
    Crs, kept!(rules::crs)
}

impl RequestId {
    /// An id that no other request has: a random UUID (version 4).
    #[must_use]
    pub fn random() -> Self {
        Self(Cow::Owned(uuid::Uuid::new_v4().to_string()))
    }

    /// An id made by this crate of letters, digits and hyphens only.
    pub(crate) fn derived(id: String) -> Self {
        Self(Cow::Owned(id))
    }
}

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
    /// It is no field of the request: it is folded into the expression. Source: the official clients.
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

/// The format of the file. Video exports support only one.
///
/// Wire name: `fileExportOptions.fileFormat`. Source: the REST reference, `VideoFileExportOptions`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VideoFileFormat {
    /// `MP4`, a video in H.264.
    #[default]
    Mp4,
}

/// Who may read the exported file in Cloud Storage.
///
/// Wire name: `fileExportOptions.cloudStorageDestination.permissions`. Source: the REST reference,
/// `CloudStorageDestination`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Permissions {
    /// `PUBLIC`: everybody. Only an owner of the bucket may ask for it.
    Public,
    /// `DEFAULT_OBJECT_ACL`: as the bucket says for new objects. What the service takes if nothing is said.
    #[default]
    DefaultObjectAcl,
}

/// The conversions of an enum to and from the wire's word.
macro_rules! word_value {
    ($name:ident, $violation:expr, $($variant:ident = $word:literal),+) => {
        impl $name {
            /// The word on the wire.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = InvalidValue;

            fn from_str(word: &str) -> Result<Self, InvalidValue> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(InvalidValue::text($violation, word)),
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    };
}

word_value!(VideoFileFormat, violation::FORMAT, Mp4 = "MP4");
word_value!(Permissions, violation::PERMISSIONS, Public = "PUBLIC", DefaultObjectAcl = "DEFAULT_OBJECT_ACL");
