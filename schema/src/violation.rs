//! The words for each broken rule.

use std::fmt::Display;

/// A rule that a value breaks: which value, and what to write instead.
///
/// ```
/// use earthengine_schema::violation;
///
/// let violation = violation::BUCKET_EDGE;
/// assert_eq!(violation.subject(), "bucket");
/// assert_eq!(
///     violation.of("-frames"),
///     "bucket `-frames` does not begin and end with a letter or digit; a bucket name must"
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Violation {
    subject: &'static str,
    words: &'static str,
}

impl Violation {
    /// `words` begin with `subject`: a panic in a constant can only print text that was there before, so the
    /// whole sentence is kept, and the value is put in behind the subject where it is known.
    pub(crate) const fn new(subject: &'static str, words: &'static str) -> Self {
        Self { subject, words }
    }

    /// The key whose value is wrong.
    #[must_use]
    pub const fn subject(self) -> &'static str {
        self.subject
    }

    /// The whole sentence, without the value.
    #[must_use]
    pub const fn words(self) -> &'static str {
        self.words
    }

    /// The sentence with the number that is wrong.
    #[must_use]
    pub fn of_number(self, value: impl Display) -> String {
        self.with(&value.to_string())
    }

    /// The sentence with the text that is wrong: escaped, and cut when it is long.
    #[must_use]
    pub fn of(self, value: &str) -> String {
        const SHOWN: usize = 60;
        let shown: String = value.chars().take(SHOWN).flat_map(char::escape_debug).collect();
        let cut = if value.chars().nth(SHOWN).is_some() { "…" } else { "" };
        let quoted = if value.is_empty() { "\"\"".to_owned() } else { format!("`{shown}{cut}`") };
        self.with(&quoted)
    }

    fn with(self, value: &str) -> String {
        let Self { subject, words } = self;
        format!("{subject} {value}{}", &words[subject.len()..])
    }
}

macro_rules! violations {
    ($($name:ident: $subject:literal, $($part:literal)+;)+) => {
        $(
            #[doc = concat!("`", $subject, "` ", $($part),+)]
            pub const $name: Violation = Violation::new($subject, concat!($subject, " ", $($part),+));
        )+

        /// Every broken rule of a text. Those of numbers are in [`rules::RANGES`](crate::rules::RANGES).
        pub const ALL: &[Violation] = &[$($name),+];
    };
}

violations! {
    PROJECT: "project",
        "is not a project; write its number, or its id: 6 to 30 lower-case letters, digits and hyphens, "
        "the first a letter, the last no hyphen";
    DESCRIPTION_LENGTH: "description", "is longer than 100 characters; shorten it";
    DESCRIPTION_LENGTH_WITH_JOB: "description",
        "is longer than 80 characters; shorten it: with `job`, 20 of the 100 are kept to recognise the export";
    FORMAT: "format", "is not supported by video exports; write `MP4`";
    FILENAME_PREFIX_LENGTH: "filename_prefix", "is not 1 to 1024 bytes long; shorten it, or leave the key out";
    FILENAME_PREFIX_LINE: "filename_prefix", "contains a line break; remove it";
    BUCKET_LENGTH: "bucket",
        "is not 3 to 63 characters long (222 with dots, 63 between two dots); write the bucket's name alone";
    BUCKET_CHARACTER: "bucket",
        "contains a character that no bucket name has; write its name alone, in `a-z`, `0-9`, `-`, `_` and `.`";
    BUCKET_EDGE: "bucket", "does not begin and end with a letter or digit; a bucket name must";
    BUCKET_DOTS: "bucket", "has two dots in a row; write one";
    BUCKET_ADDRESS: "bucket", "looks like an IP address; a bucket name must not";
    BUCKET_GOOGLE: "bucket", "begins with `goog` or contains `google`; a bucket name must not";
    PERMISSIONS: "permissions", "is not a permission; write `PUBLIC` or `DEFAULT_OBJECT_ACL`";
    REQUEST_ID: "request_id", "is not 1 to 60 letters (`a-z`, `A-Z`), digits and hyphens; write an id that is";
    JOB_LENGTH: "job", "is not 1 to 100 characters long; write a name that is";
    WORKLOAD_TAG: "workload_tag",
        "is not a workload tag; write 1 to 63 lower-case letters, digits, `-` and `_`, "
        "the first and the last a letter or digit";
    REQUEST_SIZE: "request size in bytes", "is more than 10485760; shorten the expression";
    CRS: "crs", "is empty; write a code such as `EPSG:3857`, or leave the key out";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stands_behind_the_subject() {
        assert_eq!(FORMAT.of("GIF"), "format `GIF` is not supported by video exports; write `MP4`");
        assert_eq!(
            crate::rules::PRIORITY.violation().of_number(20_000),
            "priority 20000 is out of range; it must be between 0 and 9999"
        );
    }

    #[test]
    fn a_value_is_escaped_and_cut() {
        let words = CRS.of(&format!("\u{1b}[31m{}", "x".repeat(100)));
        assert!(words.starts_with("crs `\\u{1b}[31mxxx"), "{words}");
        assert!(words.contains("x…` is empty"), "{words}");
        assert!(words.len() < 160, "{words}");
    }

    #[test]
    fn words_begin_with_the_subject_and_say_what_to_write() {
        for violation in ALL.iter().chain(crate::rules::RANGES) {
            assert!(violation.words().starts_with(violation.subject()), "{violation:?}");
            let advice = ["write", "must", "shorten", "remove", "leave"];
            assert!(advice.iter().any(|word| violation.words().contains(word)), "{violation:?}");
        }
    }
}
