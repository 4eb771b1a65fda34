//! The catalogue: Earth Engine's algorithms with their arguments and types.
//!
//! One line each in `algorithms.txt`; the facts are those of the list that the service publishes.

use std::sync::LazyLock;

/// An algorithm, as the service describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Algorithm {
    /// The name in a call, such as `Image.addBands`.
    pub name: &'static str,
    /// Whether the service keeps it out of its documentation.
    pub is_hidden: bool,
    /// Whether the service wants it used no more.
    pub is_deprecated: bool,
    /// In the order in which they are given by position; that of a method begins with its receiver.
    pub arguments: Vec<Argument>,
    /// The type of the result, such as `List<String>`.
    pub returns: &'static str,
    /// Arguments and result as the service writes them.
    pub signature: &'static str,
}

/// An argument of an [`Algorithm`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// The name in a call, such as `srcImg`.
    pub name: &'static str,
    /// The type, such as `Image`.
    pub type_name: &'static str,
    /// Whether a call may leave it out.
    pub is_optional: bool,
    /// What the service takes then, as the service writes it.
    pub default: Option<&'static str>,
}

impl Algorithm {
    /// The name without what stands before the last dot.
    #[must_use]
    pub fn member(&self) -> &'static str {
        self.name.rsplit_once('.').map_or(self.name, |(_, member)| member)
    }

    /// What stands before the last dot; empty for a name without one.
    #[must_use]
    pub fn prefix(&self) -> &'static str {
        self.name.rsplit_once('.').map_or("", |(prefix, _)| prefix)
    }
}

/// All algorithms, sorted by name.
#[must_use]
pub fn all() -> &'static [Algorithm] {
    static ALL: LazyLock<Vec<Algorithm>> = LazyLock::new(|| {
        let lines = include_str!("algorithms.txt").lines().filter(|line| !line.starts_with('#'));
        let mut all: Vec<_> = lines.filter_map(parse).collect();
        all.sort_by_key(|algorithm| algorithm.name);
        all
    });
    &ALL
}

/// The algorithm with this name.
///
/// ```
/// let algorithm = earthengine_schema::algorithms::find("Image.addBands").unwrap();
/// assert_eq!(algorithm.arguments[1].name, "srcImg");
/// assert!(algorithm.arguments[2].is_optional);
/// ```
#[must_use]
pub fn find(name: &str) -> Option<&'static Algorithm> {
    let all = all();
    all.binary_search_by_key(&name, |algorithm| algorithm.name).ok().map(|index| &all[index])
}

/// A type without what stands between `<` and `>`.
#[must_use]
pub fn class_of(type_name: &str) -> &str {
    type_name.split('<').next().unwrap_or(type_name)
}

/// `[hidden] [deprecated] Name(argument: Type, optional?: Type = default) -> Type`.
fn parse(line: &'static str) -> Option<Algorithm> {
    let (line, is_hidden) = without(line, "hidden ");
    let (line, is_deprecated) = without(line, "deprecated ");
    let (name, signature) = line.split_at(line.find('(')?);
    let (arguments, returns) = signature.rsplit_once(") -> ")?;
    let arguments = split(arguments.strip_prefix('(')?).into_iter().filter_map(parse_argument).collect();
    Some(Algorithm { name, is_hidden, is_deprecated, arguments, returns: returns.trim(), signature })
}

fn without(line: &'static str, prefix: &str) -> (&'static str, bool) {
    line.strip_prefix(prefix).map_or((line, false), |rest| (rest, true))
}

fn parse_argument(text: &'static str) -> Option<Argument> {
    let (name, rest) = text.trim().split_once(": ")?;
    let (type_name, default) = match rest.split_once(" = ") {
        Some((type_name, default)) => (type_name, Some(default)),
        None => (rest, None),
    };
    let (name, is_optional) = name.strip_suffix('?').map_or((name, false), |name| (name, true));
    Some(Argument { name, type_name, is_optional, default })
}

/// Splits at commas that stand in no brackets and no quotes.
fn split(text: &'static str) -> Vec<&'static str> {
    let (mut parts, mut depth, mut is_quoted, mut start) = (Vec::new(), 0, false, 0);
    for (at, character) in text.char_indices() {
        match character {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '<' | '(' | '[' | '{' => depth += 1,
            '>' | ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        assert_eq!(all().len(), 991);
        assert_eq!(all().iter().filter(|algorithm| !algorithm.is_hidden).count(), 892);
        let arguments = all().iter().map(|algorithm| algorithm.arguments.len()).sum::<usize>();
        let colons = all().iter().map(|algorithm| algorithm.signature.matches(": ").count()).sum::<usize>();
        assert_eq!(arguments, colons);
    }

    #[test]
    fn defaults_with_commas_and_brackets_stay_whole() {
        let columns = find("Collection.randomColumn").unwrap();
        assert_eq!(columns.arguments[4].default, Some("[\"system:index\"]"));
        assert_eq!(
            find("Collection.bounds").unwrap().arguments[2].default,
            Some("Projection(\"EPSG:4326\")")
        );
        assert_eq!(find("Dictionary.keys").unwrap().returns, "List<String>");
        assert!(find("Reducer.and").unwrap().is_deprecated);
        assert_eq!(find("nobody"), None);
    }
}
