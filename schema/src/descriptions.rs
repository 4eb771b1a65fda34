//! What the algorithms do that people use most, in our own words.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What an algorithm does, if it is one of those.
///
/// ```
/// use earthengine_schema::descriptions::about;
///
/// assert!(about("Image.addBands").is_some());
/// assert_eq!(about("Image.unknown"), None);
/// ```
#[must_use]
pub fn about(algorithm: &str) -> Option<&'static str> {
    static ALL: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        let lines = include_str!("descriptions.txt").lines().filter(|line| !line.starts_with('#'));
        lines.filter_map(|line| line.split_once(": ")).collect()
    });
    ALL.get(algorithm).copied()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_description_is_of_an_algorithm_and_a_sentence() {
        let lines = include_str!("descriptions.txt").lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let (name, words) = line.split_once(": ").unwrap();
            assert!(crate::algorithms::find(name).is_some(), "{name}");
            assert!(words.ends_with('.'), "{line}");
        }
    }
}
