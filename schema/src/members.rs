//! Which algorithms are members of which class, by the rules by which the official clients look a member up.

use crate::algorithms::{self, Algorithm, Argument, class_of};
use crate::names::{rust_name, rust_name_with};
use std::collections::BTreeMap;

/// The classes that have members of the catalogue. `Terrain` is a name for static functions only.
pub const CLASSES: [&str; 26] = [
    "Array",
    "Blob",
    "Classifier",
    "Clusterer",
    "ConfusionMatrix",
    "Date",
    "DateRange",
    "Dictionary",
    "Element",
    "ErrorMargin",
    "Feature",
    "FeatureCollection",
    "Filter",
    "Geometry",
    "Image",
    "ImageCollection",
    "Join",
    "Kernel",
    "List",
    "Model",
    "Number",
    "PixelType",
    "Projection",
    "Reducer",
    "String",
    "Terrain",
];

/// Members that are written by hand, because Earth Engine's clients do more for them than call the algorithm.
const BY_HAND: &[(&str, &[&str])] = &[
    ("Dictionary", &["map"]),
    ("Element", &["set"]),
    ("Feature", &["set"]),
    ("FeatureCollection", &["set", "filter", "limit", "map", "iterate", "first", "select"]),
    ("Filter", &["eq", "neq", "lt", "lte", "gt", "gte", "and", "or", "inList"]),
    ("Image", &["set", "select", "rename", "cat", "rgb", "clip"]),
    ("ImageCollection", &["set", "filter", "limit", "map", "iterate", "first"]),
    ("List", &["map", "iterate"]),
];

/// Optional arguments that people give by position: they are positional here too, in the form without options.
const POSITIONAL: &[(&str, &[&str])] = &[
    ("Date.format", &["format"]),
    ("Element.copyProperties", &["source"]),
    ("Element.set", &["value"]),
    ("Filter.calendarRange", &["end", "field"]),
    ("Filter.contains", COMPARED),
    ("Filter.dateRangeContains", COMPARED),
    ("Filter.disjoint", COMPARED),
    ("Filter.equals", COMPARED),
    ("Filter.greaterThan", COMPARED),
    ("Filter.greaterThanOrEquals", COMPARED),
    ("Filter.hasType", COMPARED),
    ("Filter.intersects", COMPARED),
    ("Filter.isContained", COMPARED),
    ("Filter.lessThan", COMPARED),
    ("Filter.lessThanOrEquals", COMPARED),
    ("Filter.listContains", COMPARED),
    ("Filter.notEquals", COMPARED),
    ("Filter.stringContains", COMPARED),
    ("Filter.stringEndsWith", COMPARED),
    ("Filter.stringStartsWith", COMPARED),
    ("Image.copyProperties", &["source"]),
    ("If", &["condition", "trueCase", "falseCase"]),
    ("Image.focalMax", &["radius"]),
    ("Image.focalMean", &["radius"]),
    ("Image.focalMedian", &["radius"]),
    ("Image.focalMin", &["radius"]),
    ("Image.focalMode", &["radius"]),
    ("Image.linkCollection", &["linkedBands"]),
    ("Image.normalizedDifference", &["bandNames"]),
    ("Image.paint", &["color"]),
    ("Image.resample", &["mode"]),
    ("IsEqual", &["left", "right"]),
    ("Kernel.fixed", &["width", "height"]),
    ("Kernel.gaussian", &["sigma"]),
    ("List.join", &["separator"]),
    ("List.sequence", &["end"]),
    ("List.slice", &["end"]),
];

const COMPARED: &[&str] = &["leftField", "rightValue"];

/// Defaults that the official Python client writes into a call that does not give the argument.
const WRITTEN_DEFAULTS: &[(&str, &str, WrittenDefault)] = &[
    ("FeatureCollection.runBigQuery", "maxBytesBilled", WrittenDefault::Integer(100_000_000_000)),
    ("Image.distance", "skipMasked", WrittenDefault::Bool(true)),
    ("List.join", "separator", WrittenDefault::Text("")),
    ("List.map", "dropNulls", WrittenDefault::Bool(false)),
];

/// A default that is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenDefault {
    /// An integer.
    Integer(i64),
    /// A boolean.
    Bool(bool),
    /// A text.
    Text(&'static str),
}

/// An algorithm as a member of a class.
#[derive(Clone, Debug)]
pub struct Member {
    /// The name of the class; empty for functions of no class.
    pub class: &'static str,
    /// Earth Engine's name of the member, such as `addBands`.
    pub name: String,
    /// What it calls.
    pub algorithm: &'static Algorithm,
    /// Whether the first argument is the receiver.
    pub is_method: bool,
}

impl Member {
    /// The Rust name of the form without options.
    #[must_use]
    pub fn rust_name(&self) -> String {
        rust_name(&self.name)
    }

    /// The Rust name of the form with options.
    #[must_use]
    pub fn rust_name_with(&self) -> String {
        rust_name_with(&self.name)
    }

    /// The arguments without the receiver.
    #[must_use]
    pub fn arguments(&self) -> &'static [Argument] {
        self.algorithm.arguments.get(usize::from(self.is_method)..).unwrap_or_default()
    }

    /// Whether an argument is given by position in the form without options.
    #[must_use]
    pub fn is_positional(&self, argument: &Argument) -> bool {
        !argument.is_optional || positional(self.algorithm.name).contains(&argument.name)
    }

    /// The type of the result: a class of Earth Engine, or `Any`.
    #[must_use]
    pub fn returns(&self) -> &'static str {
        let returned = result_class(self.algorithm.returns);
        let keeps_receiver = self.is_method
            && ((is_collection(self.class) && is_collection(returned))
                || (is_element(self.class) && returned == "Element"));
        if keeps_receiver { self.class } else { returned }
    }
}

/// The optional arguments of an algorithm that people give by position.
#[must_use]
pub fn positional(algorithm: &str) -> &'static [&'static str] {
    POSITIONAL.iter().find(|(name, _)| *name == algorithm).map_or(&[], |(_, arguments)| arguments)
}

/// The default that a call writes out for an argument that was not given.
pub fn written_defaults(algorithm: &str) -> impl Iterator<Item = (&'static str, WrittenDefault)> {
    let known = WRITTEN_DEFAULTS.iter().filter(move |(name, ..)| *name == algorithm);
    known.map(|(_, argument, value)| (*argument, *value))
}

/// The class of a value of this type; `Any` where the type says nothing.
#[must_use]
pub fn result_class(type_name: &'static str) -> &'static str {
    match class_of(type_name) {
        "Integer" | "Long" | "Float" | "Number" | "Short" | "Byte" => "Number",
        "Boolean" | "Object" | "Any" | "Algorithm" | "SelectorSet" | "Rectangle" | "<any>" => "Any",
        "Collection" => "FeatureCollection",
        class => class,
    }
}

/// The type of a parameter: a class of Earth Engine, `Boolean`, or `Any`.
#[must_use]
pub fn parameter_class(type_name: &'static str) -> &'static str {
    if type_name == "Boolean" { "Boolean" } else { result_class(type_name) }
}

fn is_collection(class: &str) -> bool {
    matches!(class, "ImageCollection" | "FeatureCollection" | "Collection")
}

fn is_element(class: &str) -> bool {
    matches!(class, "Image" | "Feature" | "Element") || is_collection(class)
}

fn is_method(class: &str, algorithm: &Algorithm) -> bool {
    algorithm.arguments.first().is_some_and(|first| match class_of(first.type_name) {
        "Object" => false,
        "Element" => is_element(class),
        "FeatureCollection" | "Collection" if is_collection(class) => true,
        type_name => type_name == class,
    })
}

/// The members of a class that come from the catalogue, by Earth Engine's names; hidden ones and those that are
/// written by hand are left out.
#[must_use]
pub fn members(class: &'static str) -> Vec<Member> {
    let by_hand = BY_HAND.iter().find(|(name, _)| *name == class).map_or(&[] as &[&str], |(_, names)| names);
    let mut members = BTreeMap::new();
    for (prefix, begin) in prefixes(class) {
        let own =
            algorithms::all().iter().filter(|algorithm| algorithm.prefix() == prefix && !algorithm.is_hidden);
        for algorithm in own {
            let name = format!("{begin}{}", algorithm.member());
            if !by_hand.contains(&name.as_str()) {
                let is_method = is_method(class, algorithm);
                members.entry(name.clone()).or_insert(Member { class, name, algorithm, is_method });
            }
        }
    }
    members.into_values().collect()
}

/// Where the members of a class are looked up, the first hit first, and how their names begin.
fn prefixes(class: &str) -> Vec<(&str, &'static str)> {
    let mut prefixes = vec![(class, "")];
    if class == "ImageCollection" {
        prefixes.push(("reduce", ""));
    }
    if is_collection(class) {
        prefixes.extend([("Collection", ""), ("AggregateFeatureCollection", "aggregate_")]);
    }
    if is_element(class) {
        prefixes.push(("Element", ""));
    }
    if class == "Geometry" {
        prefixes.retain(|(prefix, _)| *prefix == "Geometry");
    }
    prefixes
}

/// The visible algorithms that are members of no class, such as `If` and `Landsat.TOA`.
#[must_use]
pub fn functions() -> Vec<Member> {
    // Constructors of classes, and what is reached through a class.
    let is_reached = |algorithm: &Algorithm| {
        let prefix = algorithm.prefix();
        CLASSES.contains(&prefix)
            || (prefix.is_empty() && CLASSES.contains(&algorithm.name) && algorithm.name != "Terrain")
            || ["Collection", "AggregateFeatureCollection", "reduce", "GeometryConstructors"]
                .contains(&prefix)
            || algorithm.name == "Collection"
    };
    let functions =
        algorithms::all().iter().filter(|algorithm| !algorithm.is_hidden && !is_reached(algorithm));
    functions
        .map(|algorithm| Member {
            class: "",
            name: algorithm.member().to_owned(),
            algorithm,
            is_method: false,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_two_members_of_a_class_have_one_name() {
        for class in CLASSES {
            let mut names = HashSet::new();
            for member in members(class) {
                assert!(names.insert(member.rust_name()), "{class}.{}", member.name);
                if member.arguments().iter().any(|argument| argument.is_optional) {
                    assert!(names.insert(member.rust_name_with()), "{class}.{} with options", member.name);
                }
            }
        }
    }

    #[test]
    fn members_are_found_as_the_official_clients_find_them() {
        let find = |class, name: &str| members(class).into_iter().find(|member| member.name == name).unwrap();
        assert_eq!(find("ImageCollection", "mean").algorithm.name, "reduce.mean");
        assert_eq!(find("ImageCollection", "size").algorithm.name, "Collection.size");
        assert_eq!(
            find("ImageCollection", "aggregate_array").algorithm.name,
            "AggregateFeatureCollection.array"
        );
        assert_eq!(find("Image", "get").algorithm.name, "Element.get");
        assert_eq!(find("ImageCollection", "distinct").returns(), "ImageCollection");
        assert!(find("Image", "add").is_method);
        assert!(!find("Image", "constant").is_method);
        assert!(!find("Terrain", "slope").is_method);
        assert_eq!(find("Number", "add").returns(), "Number");
    }

    #[test]
    fn thirty_one_functions_are_of_no_class() {
        let names: Vec<_> = functions().iter().map(|function| function.algorithm.name).collect();
        assert_eq!(names.len(), 31, "{names:?}");
    }

    #[test]
    fn what_is_positional_on_an_element_is_so_on_an_image() {
        for (name, arguments) in POSITIONAL {
            let image = name.replace("Element.", "Image.");
            assert!(algorithms::find(&image).is_none() || positional(&image) == *arguments, "{image}");
        }
    }

    #[test]
    fn what_is_positional_and_what_is_written_out_is_in_the_catalogue() {
        for (name, arguments) in POSITIONAL {
            let algorithm = algorithms::find(name).unwrap();
            for argument in *arguments {
                assert!(algorithm.arguments.iter().any(|known| known.name == *argument), "{name} {argument}");
            }
        }
        for (name, argument, _) in WRITTEN_DEFAULTS {
            let algorithm = algorithms::find(name).unwrap();
            assert!(algorithm.arguments.iter().any(|known| known.name == *argument), "{name} {argument}");
        }
    }
}
