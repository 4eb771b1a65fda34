//! From Earth Engine's names to Rust's: by one rule, and a short list of exceptions.

/// The Rust name of a method, function or argument.
///
/// A word ends before an upper-case letter that follows a lower-case one or a digit, and before the last upper-case
/// letter of a run that a lower-case one follows. A name that is a keyword of Rust gets an underscore.
///
/// ```
/// use earthengine_schema::names::rust_name;
///
/// assert_eq!(rust_name("reduceToVectors"), "reduce_to_vectors");
/// assert_eq!(rust_name("matrixLUDecomposition"), "matrix_lu_decomposition");
/// assert_eq!(rust_name("fromYMD"), "from_ymd");
/// assert_eq!(rust_name("where"), "where_");
/// ```
#[must_use]
pub fn rust_name(name: &str) -> String {
    let name = words(name);
    if KEYWORDS.contains(&name.as_str()) { name + "_" } else { name }
}

/// The Rust name of the form of a method that takes optional arguments.
#[must_use]
pub fn rust_name_with(name: &str) -> String {
    words(name) + "_with"
}

const KEYWORDS: [&str; 9] = ["as", "if", "in", "loop", "match", "mod", "self", "type", "where"];

/// Names that the rule does not fit.
const EXCEPTIONS: [(&str, &str); 1] = [("BBox", "bbox")];

fn words(name: &str) -> String {
    if let Some((_, exception)) = EXCEPTIONS.iter().find(|(known, _)| *known == name) {
        return (*exception).to_owned();
    }
    let characters: Vec<char> = name.chars().collect();
    let mut words = String::new();
    for (at, character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| characters[before]);
        let is_followed_by_lower = characters.get(at + 1).is_some_and(char::is_ascii_lowercase);
        let ends_word = match before {
            Some(before) if character.is_ascii_uppercase() => {
                before.is_ascii_lowercase()
                    || before.is_ascii_digit()
                    || (before.is_ascii_uppercase() && is_followed_by_lower)
            }
            _ => false,
        };
        if ends_word {
            words.push('_');
        }
        words.push(character.to_ascii_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_rule() {
        for (name, rust) in [
            ("toUint8", "to_uint8"),
            ("TOA", "toa"),
            ("GMeans", "g_means"),
            ("smileKNN", "smile_knn"),
            ("wekaKMeans", "weka_k_means"),
            ("BBox", "bbox"),
            ("mod", "mod_"),
            ("bitwiseAnd", "bitwise_and"),
            ("count_distinct", "count_distinct"),
            ("LandTrendr", "land_trendr"),
            ("fromS2CellId", "from_s2_cell_id"),
            ("If", "if_"),
        ] {
            assert_eq!(rust_name(name), rust);
        }
        assert_eq!(rust_name_with("where"), "where_with");
    }
}
