//! What becomes of a value where a class is wanted: the official clients' promotion of arguments.

use super::geometry::from_geojson;
use crate::expression::graph::{Kind, Name, Value};

/// A value of unknown class where `target` is wanted: the class is what the node tells.
pub(super) fn promote(target: &str, value: Value) -> Value {
    if value.is_raw() {
        return promote_raw(target, value);
    }
    let class = value.result_class().unwrap_or("Any");
    promote_computed(target, class, value)
}

/// A call by name where `target` is wanted: what an unknown algorithm returns is what it is said to be.
pub(super) fn promote_call(target: &str, call: Value) -> Value {
    if call.result_class().is_some() { promote(target, call) } else { call }
}

/// A literal: it has no class before this.
fn promote_raw(target: &str, value: Value) -> Value {
    use Kind::{Dictionary, List};
    let kind = value.as_node().map(|node| &node.kind);
    match (target, &value, kind) {
        (_, Value::Null, _) => value,
        ("Image", Value::Bool(_) | Value::Int(_) | Value::Float(_), _) => constant(value),
        ("Image", Value::Text(_), _) => load("Image.load", value),
        ("Image", _, Some(List(items))) => add_bands(items.iter().map(|item| promote("Image", item.clone()))),
        ("ImageCollection", Value::Text(_), _) => load("ImageCollection.load", value),
        ("ImageCollection", _, Some(List(items))) => {
            from_images(Value::list(items.iter().map(|item| promote("Image", item.clone()))))
        }
        ("FeatureCollection", Value::Text(_), _) => Value::call("Collection.loadTable", [("tableId", value)]),
        ("FeatureCollection", _, Some(List(items))) => {
            collection(Value::list(items.iter().map(|item| promote("Feature", item.clone()))))
        }
        ("FeatureCollection", _, Some(Dictionary(_))) => geojson_collection(&value),
        ("Feature", _, Some(Dictionary(_))) => geojson_feature(&value),
        ("Geometry", _, Some(Dictionary(_))) => from_geojson(&value),
        ("List", _, Some(List(_))) => Value::node(Kind::Reference(value)),
        ("Filter", _, Some(List(items))) => match &**items {
            [only] => only.clone(),
            _ => Value::call("Filter.and", [("filters", Value::node(Kind::Reference(value)))]),
        },
        ("Dictionary", _, kind) if !matches!(kind, Some(Dictionary(_))) => {
            Value::call("Dictionary", [("input", value)])
        }
        _ => match constructor(target) {
            Some(argument) => Value::call(target.to_owned(), [(argument, value)]),
            None => value,
        },
    }
}

/// The result of a call, an argument of a function, or a value that was given a class.
pub(super) fn promote_computed(target: &str, class: &str, value: Value) -> Value {
    let is_collection = matches!(class, "ImageCollection" | "FeatureCollection" | "Collection");
    match (target, class) {
        _ if target == class => value,
        ("Image", "Number" | "Array") => constant(value),
        ("Image", "String") => load("Image.load", value),
        ("ImageCollection", "String") => load("ImageCollection.load", value),
        ("ImageCollection", "List") => from_images(value),
        ("ImageCollection", "Image") => from_images(Value::list([value])),
        ("FeatureCollection", "Geometry") => collection(Value::list([feature(value)])),
        ("FeatureCollection", "Feature") => collection(Value::list([value])),
        ("FeatureCollection", "List") => collection(value),
        ("Feature", _) if is_collection => feature(geometry_of(value)),
        ("Feature" | "Element", "Geometry") => feature(value),
        ("Geometry", _) if is_collection => geometry_of(value),
        ("String" | "Dictionary", _) => Value::call(target.to_owned(), [("input", value)]),
        _ => match constructor(target) {
            Some(argument) => Value::call(target.to_owned(), [(argument, value)]),
            None => value,
        },
    }
}

/// The first argument of a constructor that the service has.
fn constructor(class: &str) -> Option<&'static str> {
    Some(match class {
        "Array" => "values",
        "Blob" => "url",
        "ConfusionMatrix" => "array",
        "Date" | "ErrorMargin" => "value",
        "DateRange" => "start",
        "PixelType" => "precision",
        "Projection" => "crs",
        _ => return None,
    })
}

fn constant(value: Value) -> Value {
    Value::call("Image.constant", [("value", value)])
}

fn load(function: &'static str, id: Value) -> Value {
    Value::call(function, [("id", id)])
}

/// Each image adds its bands to those before it.
pub(super) fn add_bands(images: impl IntoIterator<Item = Value>) -> Value {
    let add = |bands, image| Value::call("Image.addBands", [("dstImg", bands), ("srcImg", image)]);
    let images = images.into_iter().reduce(add);
    images.unwrap_or_else(|| Value::invalid("ee::Image: a list without items is no image; give at least one"))
}

fn from_images(images: Value) -> Value {
    Value::call("ImageCollection.fromImages", [("images", images)])
}

fn collection(features: Value) -> Value {
    Value::call("Collection", [("features", features)])
}

fn feature(geometry: Value) -> Value {
    Value::call("Feature", [("geometry", geometry)])
}

/// A GeoJSON feature collection; what else has a geometry is the one feature of the collection.
fn geojson_collection(geojson: &Value) -> Value {
    let features = geojson.entry("features").and_then(Value::as_node).map(|node| &node.kind);
    let features = match features {
        Some(Kind::List(features)) if is_geojson(geojson, "FeatureCollection") => features.iter().collect(),
        _ => vec![geojson],
    };
    collection(Value::list(features.into_iter().map(|feature| promote("Feature", feature.clone()))))
}

/// A GeoJSON feature, whose `id` becomes the property `system:index`, or a GeoJSON geometry.
fn geojson_feature(geojson: &Value) -> Value {
    if !is_geojson(geojson, "Feature") {
        return feature(from_geojson(geojson));
    }
    let geometry = geojson.entry("geometry").map_or(Value::Null, Value::clone);
    let properties = geojson.entry("properties").cloned();
    let properties = properties.unwrap_or_else(|| Value::dictionary([]));
    let properties = match (geojson.entry("id"), properties.as_node().map(|node| &node.kind)) {
        (Some(_), Some(Kind::Dictionary(_))) if properties.entry("system:index").is_some() => Value::invalid(
            "ee::Feature: the GeoJSON has an `id` and a property `system:index`; give one of them",
        ),
        (Some(id), Some(Kind::Dictionary(items))) => {
            let index = (Name::Borrowed("system:index"), id.clone());
            Value::dictionary(items.iter().cloned().chain([index]))
        }
        _ => properties,
    };
    Value::call("Feature", [("geometry", from_geojson(&geometry)), ("metadata", properties)])
}

fn is_geojson(value: &Value, kind: &str) -> bool {
    matches!(value.entry("type"), Some(Value::Text(text)) if &**text == kind)
}

fn geometry_of(collection: Value) -> Value {
    Value::call("Collection.geometry", [("collection", collection)])
}
