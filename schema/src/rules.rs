//! One `const fn` per rule of the request.
//!
//! Const, so that `const P: Priority = Priority::from_static(200);` is checked by the compiler.
//! The sources of the facts: the REST reference of `projects.video.export` and its types; where it is silent,
//! the checks of the official Python client; for bucket names, Cloud Storage's naming rules.

use crate::violation::{self, Violation};

/// What a rule says of a value.
pub type Checked = Result<(), Violation>;

/// A number's lowest and highest allowed value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range<N> {
    min: N,
    max: N,
    violation: Violation,
}

macro_rules! impl_range {
    ($number:ty) => {
        impl Range<$number> {
            /// Whether `value` is inside. NaN is not.
            ///
            /// # Errors
            ///
            /// The range's violation.
            pub const fn check(self, value: $number) -> Checked {
                if value >= self.min && value <= self.max { Ok(()) } else { Err(self.violation) }
            }

            /// The lowest allowed value.
            #[must_use]
            pub const fn min(self) -> $number {
                self.min
            }

            /// The highest allowed value.
            #[must_use]
            pub const fn max(self) -> $number {
                self.max
            }

            /// What is said of a value outside.
            #[must_use]
            pub const fn violation(self) -> Violation {
                self.violation
            }
        }
    };
}
impl_range!(i64);
impl_range!(f64);

macro_rules! ranges {
    ($($name:ident: $number:ty, $subject:literal, $min:literal to $max:literal;)+) => {
        $(
            #[doc = concat!("`", $subject, "`: ", $min, " to ", $max, ".")]
            #[allow(clippy::unreadable_literal, reason = "the message shows it as it stands here")]
            pub const $name: Range<$number> = Range {
                min: $min as $number,
                max: $max as $number,
                violation: Violation::new(
                    $subject,
                    concat!($subject, " is out of range; it must be between ", $min, " and ", $max),
                ),
            };
        )+

        /// The words for a number outside its range.
        pub const RANGES: &[Violation] = &[$($name.violation,)+ LONGITUDE.violation, TRANSFORM.violation, SCALE.violation];
    };
}

ranges! {
    PRIORITY: i64, "priority", 0 to 9999;
    FRAMES_PER_SECOND: f64, "frames_per_second", 0.1 to 120;
    MAX_FRAMES: i64, "max_frames", 1 to 2147483647;
    MAX_PIXELS_PER_FRAME: i64, "max_pixels_per_frame", 1 to 9223372036854775807;
    DIMENSIONS: i64, "dimensions", 1 to 2147483647;
    LATITUDE: f64, "latitude", -90 to 90;
}

/// The size of a request in bytes: at most 10 MB, as the service counts them.
///
/// # Errors
///
/// [`violation::REQUEST_SIZE`].
pub const fn request_size(bytes: usize) -> Checked {
    require(bytes <= 10_485_760, violation::REQUEST_SIZE)
}

/// The rectangle of a region, `[west, south, east, north]` in degrees: latitudes in their range, all finite.
///
/// # Errors
///
/// What is wrong, and the number that is.
pub const fn region([west, south, east, north]: [f64; 4]) -> Result<(), (Violation, f64)> {
    let numbers = [(west, LONGITUDE), (south, LATITUDE), (east, LONGITUDE), (north, LATITUDE)];
    let mut at = 0;
    while at < numbers.len() {
        let (number, range) = numbers[at];
        if let Err(violation) = range.check(number) {
            return Err((violation, number));
        }
        at += 1;
    }
    Ok(())
}

/// The numbers of an affine transform: finite.
///
/// # Errors
///
/// What is wrong, and the number that is.
pub const fn crs_transform(numbers: [f64; 6]) -> Result<(), (Violation, f64)> {
    let mut at = 0;
    while at < numbers.len() {
        if let Err(violation) = TRANSFORM.check(numbers[at]) {
            return Err((violation, numbers[at]));
        }
        at += 1;
    }
    Ok(())
}

/// A number that has no limits, but is one.
const fn finite(subject: &'static str, words: &'static str) -> Range<f64> {
    Range { min: f64::MIN, max: f64::MAX, violation: Violation::new(subject, words) }
}

/// `longitude`: any finite number of degrees.
pub const LONGITUDE: Range<f64> = finite("longitude", "longitude is no number of degrees; it must be finite");

/// `crs_transform`: any finite numbers.
pub const TRANSFORM: Range<f64> = finite("crs_transform", "crs_transform is no number; it must be finite");

/// `scale`: metres per pixel, more than zero.
pub const SCALE: Range<f64> = Range {
    min: f64::MIN_POSITIVE,
    max: f64::MAX,
    violation: Violation::new("scale", "scale is out of range; it must be greater than 0, and finite"),
};

const fn require(holds: bool, violation: Violation) -> Checked {
    if holds { Ok(()) } else { Err(violation) }
}

const fn is_lower_or_digit(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

/// How many characters `text` has: a byte that continues a character is not counted.
const fn characters(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut count, mut at) = (0, 0);
    while at < bytes.len() {
        if bytes[at] & 0b1100_0000 != 0b1000_0000 {
            count += 1;
        }
        at += 1;
    }
    count
}

/// Calls a test of bytes on each byte of a text; closures cannot be called in constants.
macro_rules! all_bytes {
    ($text:expr, $byte:ident => $holds:expr) => {{
        let bytes: &[u8] = $text;
        let (mut at, mut all) = (0, true);
        while at < bytes.len() {
            let $byte = bytes[at];
            all = all && $holds;
            at += 1;
        }
        all
    }};
}

/// The id or number in `project`, which may be written with `projects/` before it.
///
/// # Errors
///
/// [`violation::PROJECT`].
pub const fn project(project: &str) -> Result<&str, Violation> {
    const PREFIX: &[u8] = b"projects/";
    let bytes = project.as_bytes();
    let mut at = 0;
    while at < PREFIX.len() && at < bytes.len() && bytes[at] == PREFIX[at] {
        at += 1;
    }
    let name = if at == PREFIX.len() { project.split_at(at).1 } else { project };
    let (domain, id) = match position(name.as_bytes(), b':') {
        Some(colon) => (name.as_bytes().split_at(colon).0, name.as_bytes().split_at(colon + 1).1),
        None => (&[] as &[u8], name.as_bytes()),
    };
    let has_domain = id.len() != name.len();
    let is_number =
        !has_domain && !id.is_empty() && id.len() <= 20 && all_bytes!(id, byte => byte.is_ascii_digit());
    if is_number || (is_project_id(id) && (!has_domain || is_domain(domain))) {
        Ok(name)
    } else {
        Err(violation::PROJECT)
    }
}

const fn position(bytes: &[u8], wanted: u8) -> Option<usize> {
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == wanted {
            return Some(at);
        }
        at += 1;
    }
    None
}

const fn is_project_id(id: &[u8]) -> bool {
    id.len() >= 6
        && id.len() <= 30
        && id[0].is_ascii_lowercase()
        && is_lower_or_digit(id[id.len() - 1])
        && all_bytes!(id, byte => is_lower_or_digit(byte) || byte == b'-')
}

/// Two or more labels with dots between them, such as `example.com`.
const fn is_domain(domain: &[u8]) -> bool {
    let (mut at, mut label, mut dots) = (0, 0, 0);
    while at < domain.len() {
        match domain[at] {
            b'.' if label > 0 => (label, dots) = (0, dots + 1),
            b'-' if label > 0 => label += 1,
            byte if is_lower_or_digit(byte) => label += 1,
            _ => return false,
        }
        at += 1;
    }
    dots > 0 && label > 0
}

/// The description of an export: at most 100 characters.
///
/// # Errors
///
/// [`violation::DESCRIPTION_LENGTH`].
pub const fn description(text: &str) -> Checked {
    require(characters(text) <= 100, violation::DESCRIPTION_LENGTH)
}

/// The description of an export with a `job`: at most 80 characters, as the rest holds the job's tag.
///
/// # Errors
///
/// [`violation::DESCRIPTION_LENGTH_WITH_JOB`].
pub const fn description_with_job(text: &str) -> Checked {
    require(characters(text) <= 80, violation::DESCRIPTION_LENGTH_WITH_JOB)
}

/// The beginning of the file's name: 1 to 1024 bytes on one line.
///
/// # Errors
///
/// [`violation::FILENAME_PREFIX_LENGTH`] or [`violation::FILENAME_PREFIX_LINE`].
pub const fn filename_prefix(prefix: &str) -> Checked {
    let bytes = prefix.as_bytes();
    if bytes.is_empty() || bytes.len() > 1024 {
        return Err(violation::FILENAME_PREFIX_LENGTH);
    }
    require(all_bytes!(bytes, byte => byte != b'\r' && byte != b'\n'), violation::FILENAME_PREFIX_LINE)
}

/// The name of a Cloud Storage bucket.
///
/// # Errors
///
/// One of the `BUCKET_…` violations: the first that holds.
pub const fn bucket(name: &str) -> Checked {
    let bytes = name.as_bytes();
    let allowed = all_bytes!(bytes, byte => is_lower_or_digit(byte) || matches!(byte, b'-' | b'_' | b'.'));
    if !allowed {
        return Err(violation::BUCKET_CHARACTER);
    }
    let (components, longest, is_address) = components(bytes);
    let most = if components > 1 { 222 } else { 63 };
    if bytes.len() < 3 || bytes.len() > most || longest > 63 {
        return Err(violation::BUCKET_LENGTH);
    }
    if !is_lower_or_digit(bytes[0]) || !is_lower_or_digit(bytes[bytes.len() - 1]) {
        return Err(violation::BUCKET_EDGE);
    }
    if contains(bytes, b"..") {
        return Err(violation::BUCKET_DOTS);
    }
    if is_address {
        return Err(violation::BUCKET_ADDRESS);
    }
    let begins_with_goog = matches!(bytes, [b'g', b'o', b'o', b'g', ..]);
    require(!begins_with_goog && !contains(bytes, b"google"), violation::BUCKET_GOOGLE)
}

/// How many components the dots make, how long the longest is, and whether they are four numbers.
const fn components(bytes: &[u8]) -> (usize, usize, bool) {
    let (mut count, mut longest, mut length, mut numbers, mut at) = (1, 0, 0, true, 0);
    while at < bytes.len() {
        if bytes[at] == b'.' {
            numbers = numbers && length > 0;
            (count, length) = (count + 1, 0);
        } else {
            numbers = numbers && bytes[at].is_ascii_digit();
            length += 1;
            if length > longest {
                longest = length;
            }
        }
        at += 1;
    }
    (count, longest, count == 4 && numbers && longest <= 3)
}

const fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    let mut start = 0;
    while start + wanted.len() <= bytes.len() {
        let mut at = 0;
        while at < wanted.len() && bytes[start + at] == wanted[at] {
            at += 1;
        }
        if at == wanted.len() {
            return true;
        }
        start += 1;
    }
    false
}

/// The id by which the service recognises a repeated request: 1 to 60 letters, digits and hyphens.
///
/// # Errors
///
/// [`violation::REQUEST_ID`].
pub const fn request_id(id: &str) -> Checked {
    let bytes = id.as_bytes();
    let fits = !bytes.is_empty() && bytes.len() <= 60;
    require(
        fits && all_bytes!(bytes, byte => byte.is_ascii_alphanumeric() || byte == b'-'),
        violation::REQUEST_ID,
    )
}

/// The name of a job: 1 to 100 characters.
///
/// # Errors
///
/// [`violation::JOB_LENGTH`].
pub const fn job(name: &str) -> Checked {
    require(!name.is_empty() && characters(name) <= 100, violation::JOB_LENGTH)
}

/// The label that groups the cost of computations: `[a-z0-9]`, or up to 61 of `[-_a-z0-9]` between two of these.
///
/// # Errors
///
/// [`violation::WORKLOAD_TAG`].
pub const fn workload_tag(tag: &str) -> Checked {
    let bytes = tag.as_bytes();
    let fits = !bytes.is_empty() && bytes.len() <= 63;
    require(
        fits && is_lower_or_digit(bytes[0])
            && is_lower_or_digit(bytes[bytes.len() - 1])
            && all_bytes!(bytes, byte => is_lower_or_digit(byte) || byte == b'-' || byte == b'_'),
        violation::WORKLOAD_TAG,
    )
}

/// The code of a coordinate reference system, such as `EPSG:3857`.
///
/// # Errors
///
/// [`violation::CRS`].
pub const fn crs(code: &str) -> Checked {
    require(!code.is_empty(), violation::CRS)
}
