//! The keys of a video export: our name, the wire's name, what each takes, and one line of help.
//!
//! Source: the REST reference of `projects.video.export` and the types it links.

use crate::rules::{self, Checked, Range};
use crate::violation::{self, Violation};

/// One key of a block.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key in `video_export!`, which is also the name of the setter.
    pub key: &'static str,
    /// The name in the request's JSON; for what is no field of the request, the key itself.
    pub wire: &'static str,
    /// Whether a block without it is refused.
    pub required: bool,
    /// The type of a value that is not a literal.
    pub rust_type: &'static str,
    /// What a literal may be.
    pub value: Value,
    /// What the key is for.
    pub help: &'static str,
}

/// What may be written for a key as a literal.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// Nothing: the value exists only when the program runs.
    RunTime,
    /// Any text that passes the check; a value of the type made by `from_static`.
    Text(fn(&str) -> Checked),
    /// Text of ordinary string types, checked here if it is a literal and otherwise when it is encoded.
    FreeText(fn(&str) -> Checked),
    /// A list of texts.
    Texts,
    /// An integer in a range.
    Integer(Range<i64>),
    /// A number in a range.
    Number(Range<f64>),
    /// A bare word in the wire's spelling.
    Word(Words),
    /// `{ … }`.
    Block(&'static Block),
    /// `[west, south, east, north]` in degrees.
    Region,
    /// An integer, or `[width, height]`.
    Dimensions(Range<i64>),
    /// Six numbers.
    Transform,
}

/// The words that an enum key takes.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Words that a request may have.
    pub allowed: &'static [&'static str],
    /// Words that the service knows and that a request may not have.
    pub refused: &'static [&'static str],
    /// What is said of these, and of a word that the service does not know.
    pub violation: Violation,
}

/// A group of keys between braces.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// The key whose value it is; for the outermost one, the macro's name.
    pub key: &'static str,
    /// Its keys, in the order in which they are documented.
    pub fields: &'static [Field],
    /// Pairs of keys of which at most one may be given.
    pub exclusive: &'static [(&'static str, &'static str)],
}

impl Block {
    /// The field with this key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The outermost block and all those inside it.
    pub fn all() -> impl Iterator<Item = &'static Block> {
        let inner = VIDEO_EXPORT.fields.iter().filter_map(|field| match field.value {
            Value::Block(block) => Some(block),
            _ => None,
        });
        std::iter::once(&VIDEO_EXPORT).chain(inner)
    }
}

#[allow(clippy::unnecessary_wraps, reason = "a check like the others")]
fn any(_: &str) -> Checked {
    Ok(())
}

fn project(text: &str) -> Checked {
    rules::project(text).map(|_| ())
}

/// A checked text.
const fn text(check: fn(&str) -> Checked) -> Value {
    Value::Text(check)
}

const FILENAME_PREFIX: Field = Field {
    key: "filename_prefix",
    wire: "filenamePrefix",
    required: false,
    rust_type: "FilenamePrefix",
    value: text(rules::filename_prefix),
    help: "the beginning of the file's name, 1 to 1024 bytes; default: the description, if there is one",
};

/// What stands between the braces of `drive: { … }`.
pub const DRIVE: Block = Block {
    key: "drive",
    fields: &[
        Field {
            key: "folder",
            wire: "folder",
            required: false,
            rust_type: "String",
            value: Value::FreeText(any),
            help: "the name of the Drive folder, not a path; default: the root of the Drive",
        },
        FILENAME_PREFIX,
    ],
    exclusive: &[],
};

const BUCKET_FIELDS: &[Field] = &[
    Field {
        key: "bucket",
        wire: "bucket",
        required: true,
        rust_type: "BucketName",
        value: text(rules::bucket),
        help: "the name of the Cloud Storage bucket",
    },
    Field {
        help: "the beginning of the object's name, 1 to 1024 bytes; a trailing `/` makes it a path; \
               default: the description, if there is one",
        ..FILENAME_PREFIX
    },
    Field {
        key: "permissions",
        wire: "permissions",
        required: false,
        rust_type: "Permissions",
        value: Value::Word(Words {
            allowed: &["PUBLIC", "DEFAULT_OBJECT_ACL"],
            refused: &[],
            violation: violation::PERMISSIONS,
        }),
        help: "who may read the file: `PUBLIC`, which only an owner of the bucket may ask for, \
               or `DEFAULT_OBJECT_ACL` (default)",
    },
    Field {
        key: "bucket_cors_uris",
        wire: "bucketCorsUris",
        required: false,
        rust_type: "Vec<String>",
        value: Value::Texts,
        help: "the origins whose JavaScript may read the files",
    },
];

/// What stands between the braces of `cloud_storage: { … }`.
pub const CLOUD_STORAGE: Block = Block { key: "cloud_storage", fields: BUCKET_FIELDS, exclusive: &[] };

/// What stands between the braces of the deprecated `gcs: { … }`.
pub const GCS: Block = Block { key: "gcs", fields: BUCKET_FIELDS, exclusive: &[] };

/// What stands between the braces of `video: { … }`.
pub const VIDEO: Block = Block {
    key: "video",
    fields: &[
        Field {
            key: "frames_per_second",
            wire: "framesPerSecond",
            required: false,
            rust_type: "FramesPerSecond",
            value: Value::Number(rules::FRAMES_PER_SECOND),
            help: "how many frames are shown in a second, 0.1 to 120; default: 5",
        },
        Field {
            key: "max_frames",
            wire: "maxFrames",
            required: false,
            rust_type: "MaxFrames",
            value: Value::Integer(rules::MAX_FRAMES),
            help: "the most frames that the export may have, at least 1; default: 1000",
        },
        Field {
            key: "max_pixels_per_frame",
            wire: "maxPixelsPerFrame",
            required: false,
            rust_type: "MaxPixelsPerFrame",
            value: Value::Integer(rules::MAX_PIXELS_PER_FRAME),
            help: "the most pixels that a frame may have, at least 1; `1e8` is accepted; default: 100000000",
        },
    ],
    exclusive: &[],
};

/// What stands between the braces of `frame: { … }`.
pub const FRAME: Block = Block {
    key: "frame",
    fields: &[
        Field {
            key: "region",
            wire: "region",
            required: false,
            rust_type: "Region",
            value: Value::Region,
            help: "the part of the Earth that is shown: a geometry, or `[west, south, east, north]` in degrees",
        },
        Field {
            key: "dimensions",
            wire: "dimensions",
            required: false,
            rust_type: "Dimensions",
            value: Value::Dimensions(rules::DIMENSIONS),
            help: "the size of a frame in pixels: the longer side, or `[width, height]`; excludes `scale`",
        },
        Field {
            key: "scale",
            wire: "scale",
            required: false,
            rust_type: "Scale",
            value: Value::Number(rules::SCALE),
            help: "metres per pixel, more than 0; excludes `dimensions`",
        },
        Field {
            key: "crs",
            wire: "crs",
            required: false,
            rust_type: "Crs",
            value: text(rules::crs),
            help: "the code of the coordinate reference system of the frames; default: `SR-ORG:6627`",
        },
        Field {
            key: "crs_transform",
            wire: "crsTransform",
            required: false,
            rust_type: "CrsTransform",
            value: Value::Transform,
            help: "the six numbers of the affine transform from pixels to the coordinate reference system",
        },
    ],
    exclusive: &[("dimensions", "scale")],
};

/// The keys of which exactly one is given: where the video is written.
pub const DESTINATIONS: &[&str] = &["drive", "cloud_storage", "gcs", "destination"];

/// The keys of `video_export!` itself.
pub const VIDEO_EXPORT: Block = Block {
    key: "video_export!",
    fields: &[
        Field {
            key: "client",
            wire: "client",
            required: false,
            rust_type: "&Client",
            value: Value::RunTime,
            help: "the client that starts the export; with it, the macro's value is what `start` returns",
        },
        Field {
            key: "project",
            wire: "project",
            required: true,
            rust_type: "Project",
            value: text(project),
            help: "the Cloud project that runs and pays for the export: its id or number",
        },
        Field {
            key: "expression",
            wire: "expression",
            required: true,
            rust_type: "Expression",
            value: Value::RunTime,
            help: "the image collection whose images are the frames, in order",
        },
        Field {
            key: "description",
            wire: "description",
            required: false,
            rust_type: "String",
            value: Value::FreeText(rules::description),
            help: "the name of the task that people see, at most 100 characters",
        },
        Field {
            key: "video",
            wire: "videoOptions",
            required: false,
            rust_type: "VideoOptions",
            value: Value::Block(&VIDEO),
            help: "the frame rate and the limits of the video",
        },
        Field {
            key: "format",
            wire: "fileFormat",
            required: false,
            rust_type: "VideoFileFormat",
            value: Value::Word(Words {
                allowed: &["MP4"],
                refused: &["GIF", "VP9"],
                violation: violation::FORMAT,
            }),
            help: "the format of the file; exports support only `MP4` (default)",
        },
        Field {
            key: "frame",
            wire: "frame",
            required: false,
            rust_type: "Frame",
            value: Value::Block(&FRAME),
            help: "the region, size and projection of the frames, folded into the expression",
        },
        Field {
            key: "drive",
            wire: "driveDestination",
            required: false,
            rust_type: "DriveDestination",
            value: Value::Block(&DRIVE),
            help: "write the video to Google Drive",
        },
        Field {
            key: "cloud_storage",
            wire: "cloudStorageDestination",
            required: false,
            rust_type: "CloudStorageDestination",
            value: Value::Block(&CLOUD_STORAGE),
            help: "write the video to Cloud Storage",
        },
        Field {
            key: "gcs",
            wire: "gcsDestination",
            required: false,
            rust_type: "CloudStorageDestination",
            value: Value::Block(&GCS),
            help: "deprecated by Earth Engine; write `cloud_storage`",
        },
        Field {
            key: "destination",
            wire: "destination",
            required: false,
            rust_type: "Destination",
            value: Value::RunTime,
            help: "a destination that is chosen when the program runs",
        },
        Field {
            key: "request_id",
            wire: "requestId",
            required: false,
            rust_type: "RequestId",
            value: text(rules::request_id),
            help: "the id by which the service recognises a repeated request, 1 to 60 letters, digits and \
                   hyphens; default: a random one",
        },
        Field {
            key: "job",
            wire: "job",
            required: false,
            rust_type: "String",
            value: Value::FreeText(rules::job),
            help: "a name for an export that must start once even if the program is run again, 1 to 100 \
                   characters; the request id is derived from it; excludes `request_id`",
        },
        Field {
            key: "workload_tag",
            wire: "workloadTag",
            required: false,
            rust_type: "WorkloadTag",
            value: text(rules::workload_tag),
            help: "a label for the cost of the computation, 1 to 63 characters",
        },
        Field {
            key: "priority",
            wire: "priority",
            required: false,
            rust_type: "Priority",
            value: Value::Integer(rules::PRIORITY),
            help: "0 to 9999, higher runs first; default: 100; another value needs a paid project",
        },
    ],
    exclusive: &[("job", "request_id")],
};

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn keys_are_unique_in_their_block_and_have_help() {
        for block in Block::all() {
            let keys: HashSet<_> = block.fields.iter().map(|field| field.key).collect();
            assert_eq!(keys.len(), block.fields.len(), "{}", block.key);
            for field in block.fields {
                assert!(!field.help.is_empty(), "{}", field.key);
            }
            for (one, other) in block.exclusive {
                assert!(block.field(one).is_some() && block.field(other).is_some(), "{one} {other}");
            }
        }
        for key in DESTINATIONS {
            assert!(VIDEO_EXPORT.field(key).is_some(), "{key}");
        }
    }
}
