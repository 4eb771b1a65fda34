//! Texts that have a rule.

use crate::InvalidValue;
use earthengine_schema::rules;
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

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
    /// It is not a field of the request: it is folded into the expression. Source: the official clients.
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
