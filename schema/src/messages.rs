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

    /// No value after the colon.
    missing_value(key) = "`{key}` has no value; write one after the colon";
    /// A value that rustc could not read either.
    broken_value(key, problem) = "the value of `{key}` is not an expression: {problem}";
    /// A value that ends too early.
    cut_off_value(key, problem) = "the value of `{key}` is cut off: {problem}";
    /// A text without quotes.
    unquoted_value(key) = "`{key}` takes a text; write it in quotes";
    /// Keys where a value belongs.
    keys_as_value(key, rust_type) = "`{key}` takes no keys in braces; write a value of type `{rust_type}`";
    /// Brackets or parentheses around keys.
    wrong_brackets(key) = "`{key}` takes braces; write `{key}: {{ … }}`";
    /// No colon after a key, or something else in its place.
    missing_colon(key) = "missing `:` after `{key}`; write `{key}: …`";
    /// No comma before the next key.
    missing_comma(next) = "missing `,` before `{next}`";
    /// A comma too many.
    stray_comma() = "a comma without a key before it; remove it";
    /// Something after a value that does not belong there.
    unexpected_token(next) = "unexpected `{next}`; write `,` after a value";
    /// Something that is not a key.
    expected_key(found) = "expected a key, found `{found}`; write `key: value`";
    /// A key in quotes.
    quoted_key(key) = "a key has no quotes; write `{key}`";
    /// A key with hyphens.
    hyphenated_key(key) = "a key has no hyphens; write `{key}`";
    /// A path to a key in a block.
    dotted_key(block, key) = "a key is not a path; write `{block}: {{ {key}: … }}`";
    /// An attribute or a documentation comment.
    attribute() = "no attribute and no documentation comment belongs here; write `// …`";
    /// Braces around all keys.
    outer_braces() = "braces around all keys; remove them";
    /// Keys after `..base`.
    base_not_last() = "`..` is not the last; write it after all keys";
    /// `..` alone.
    base_without_value() = "`..` without an export after it; write `..base`";
    /// Another operator in place of `..`.
    base_operator() = "not the operator for a base; write `..base`";
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
