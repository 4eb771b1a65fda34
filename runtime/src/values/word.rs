//! Words of the wire.

use crate::InvalidValue;
use earthengine_schema::violation;
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use std::fmt;
use std::str::FromStr;

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
