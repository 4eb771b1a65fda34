//! The words for a mistake in how a request is written: about keys and their places, not about one value's rule.

use std::fmt::Display;

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident($($argument:ident),*) = $template:literal;)+) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub fn $name($($argument: impl Display),*) -> String {
                format!($template)
            }
        )+

        /// Every message, with names in braces for what is put in.
        pub const TEMPLATES: &[&str] = &[$($template),+];
    };
}

messages! {
    /// A key that no block has, or not this one. `advice` is one of the messages below.
    unknown_key(name, place, advice) = "unknown key `{name}`{place}; {advice}";
    /// Advice: another spelling of the same key.
    write_key(key) = "write `{key}`";
    /// Advice: the nearest key.
    did_you_mean(key) = "did you mean `{key}`?";
    /// Advice: the key belongs into a block.
    write_inside(block, key) = "write `{block}: {{ {key}: … }}`";
    /// Advice: the key belongs outermost.
    write_outside(key) = "write `{key}` outside of these braces";
    /// Advice: nothing is near.
    known_keys(keys) = "the keys are {keys}";

    /// A key that stands twice in a block.
    duplicate_key(name) = "key `{name}` is given twice; remove one";
    /// A required key that is not there.
    missing_key(name, place, example) = "missing key `{name}`{place}; write `{example}`";
    /// Two keys that exclude each other.
    exclusive_keys(one, other) = "`{one}` and `{other}` exclude each other; write one of them";
    /// A request that writes nowhere.
    no_destination() = "no destination; write `drive: {{ … }}` or `cloud_storage: {{ … }}`";
    /// A request that writes to more than one place.
    several_destinations(count, names) = "{count} destinations: {names}; an export writes to exactly one";

    /// A literal of a kind that the key does not take.
    wrong_kind(key, takes, rust_type, given) =
        "`{key}` takes {takes} or a value of type `{rust_type}`, not {given}";
    /// A list that is too short or too long.
    wrong_count(key, takes, given) = "`{key}` takes {takes}; the list has {given}";

    /// No value behind the colon.
    missing_value(key) = "`{key}` has no value; write one behind the colon";
    /// A value that rustc could not read either.
    broken_value(key, problem) = "the value of `{key}` is no expression: {problem}";
    /// A value that ends too early.
    cut_off_value(key, problem) = "the value of `{key}` is cut off: {problem}";
    /// No colon behind a key.
    missing_colon(key) = "missing `:` behind `{key}`";
    /// Something else where the colon belongs.
    wrong_separator(key) = "no colon behind `{key}`; write `{key}: …`";
    /// No comma before the next key.
    missing_comma(next) = "missing `,` before `{next}`";
    /// A comma too many.
    stray_comma() = "a comma without a key before it; remove it";
    /// Something behind a value that does not belong there.
    unexpected_token(next) = "unexpected `{next}`; write `,` behind a value";
    /// Something that is no key.
    expected_key(found) = "expected a key, found `{found}`; write `key: value`";
    /// A key in quotes.
    quoted_key(key) = "a key has no quotes; write `{key}`";
    /// An attribute or a documentation comment before a key.
    attribute() = "a key takes no attribute and no documentation comment; write `// …`";
    /// Keys behind `..base`.
    base_not_last() = "`..` is not the last; write it behind all keys";
    /// `..` alone.
    base_without_value() = "`..` without an export behind it; write `..base`";
    /// `..` in a nested block.
    base_in_block(block) = "`{block}` takes no `..`; write its keys one by one";
}

/// [`several_destinations`], with the names put into words.
///
/// ```
/// assert_eq!(
///     earthengine_schema::messages::destinations(&["drive", "gcs"]),
///     "two destinations: `drive` and `gcs`; an export writes to exactly one"
/// );
/// ```
#[must_use]
pub fn destinations(names: &[&str]) -> String {
    let count = match names.len() {
        2 => "two",
        3 => "three",
        _ => "several",
    };
    several_destinations(count, list(names, "and"))
}

/// `` `a`, `b` and `c` ``.
#[must_use]
pub fn list(names: &[&str], last: &str) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((end, [])) => end.clone(),
        Some((end, start)) => format!("{} {last} {end}", start.join(", ")),
        None => String::new(),
    }
}
