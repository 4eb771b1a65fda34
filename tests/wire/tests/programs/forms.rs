//! Forms that the corpus does not have, by the rules of the official client: GeoJSON, what is empty, calls by name.

use super::assert_same_graph;
use earthengine::ee;
use serde_json::{Value, json};

fn assert_encodes(program: impl Into<ee::Any>, expected: &Value) {
    let ours: Value = serde_json::from_str(&earthengine::private::encode(program).unwrap()).unwrap();
    assert_same_graph("a form", &ours, &json!({ "result": "0", "values": { "0": expected } }));
}

fn called(function: &str, arguments: &Value) -> Value {
    json!({ "functionInvocationValue": { "functionName": function, "arguments": arguments } })
}

fn point() -> ee::Dict {
    ee::dict! { "type": "Point", "coordinates": [1, 2] }
}

fn encoded_point() -> Value {
    called("GeometryConstructors.Point", &json!({ "coordinates": { "constantValue": [1, 2] } }))
}

#[test]
fn a_geometry_is_sent_as_it_is() {
    let ring = json!({ "constantValue": [[[0, 0], [1, 0], [1, 1]]] });
    let area = ee::dict! { "type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1]]] };
    let polygon = called("GeometryConstructors.Polygon", &json!({ "coordinates": ring }));
    assert_encodes(ee::Geometry::new(area), &polygon);

    let area = ee::dict! {
        "type": "Polygon",
        "coordinates": [[[0, 0], [1, 0], [1, 1]]],
        "crs": ee::dict! { "type": "name", "properties": ee::dict! { "name": "EPSG:3857" } },
        "evenOdd": false,
    };
    let crs = called("Projection", &json!({ "crs": { "constantValue": "EPSG:3857" } }));
    let arguments = json!({ "coordinates": ring, "crs": crs, "evenOdd": { "constantValue": false } });
    assert_encodes(ee::Geometry::new(area), &called("GeometryConstructors.Polygon", &arguments));
}

#[test]
fn a_feature_has_its_properties_and_its_id() {
    let site = ee::dict! {
        "type": "Feature",
        "geometry": point(),
        "id": "a",
        "properties": ee::dict! { "v": 1 },
    };
    let metadata = json!({ "constantValue": { "system:index": "a", "v": 1 } });
    let feature = called("Feature", &json!({ "geometry": encoded_point(), "metadata": metadata }));
    assert_encodes(ee::Feature::new(&site), &feature);

    let sites = ee::dict! { "type": "FeatureCollection", "features": [site] };
    let features = json!({ "features": { "arrayValue": { "values": [feature] } } });
    assert_encodes(ee::FeatureCollection::new(sites), &called("Collection", &features));
}

#[test]
fn no_properties_are_left_out() {
    let feature = called("Feature", &json!({ "geometry": encoded_point() }));
    assert_encodes(ee::Feature::new(point()), &feature);
    assert_encodes(ee::Feature::new_with(point(), |o| o.properties(ee::dict! {})), &feature);
}

#[test]
fn a_list_and_a_dictionary_may_be_empty() {
    let empty = called(
        "Element.set",
        &json!({
            "object": called("Image.constant", &json!({ "value": { "constantValue": 1 } })),
            "key": { "constantValue": "k" },
            "value": { "constantValue": [[], {}] },
        }),
    );
    let image = ee::Image::new(1).set("k", ee::list![ee::list![], ee::dict! {}]);
    assert_encodes(image, &empty);
}

#[test]
fn what_is_no_geojson_is_refused() {
    for geojson in [
        ee::dict! { "type": "Point" },
        ee::dict! { "type": "Point", "coordinates": [[1, 2]] },
        ee::dict! { "type": "Rectangle", "coordinates": [[1, 2], [3, 4]] },
        ee::dict! { "type": "Feature", "geometry": ee::Null },
    ] {
        assert!(earthengine::private::encode(ee::Geometry::new(geojson)).is_err());
    }
}

#[test]
fn a_call_by_name_is_what_it_is_given_to() {
    let unknown = called("My.name", &json!({ "x": { "constantValue": 1 } }));
    assert_encodes(ee::String::new(ee::call("My.name").with("x", 1)), &unknown);
    assert_encodes(ee::Image::new(ee::call("My.name").with("x", 1)), &unknown);
    // The catalogue knows that this one returns a number.
    let number = called("Number.abs", &json!({ "input": { "constantValue": 1 } }));
    let image = called("Image.constant", &json!({ "value": number }));
    assert_encodes(ee::Image::new(ee::call("Number.abs").with("input", 1)), &image);
}

#[test]
fn the_source_of_properties_is_positional_on_images_too() {
    let image = ee::Image::new(1).copy_properties(ee::Image::new(2));
    let [one, two] =
        [1, 2].map(|value| called("Image.constant", &json!({ "value": { "constantValue": value } })));
    assert_encodes(image, &called("Image.copyProperties", &json!({ "destination": one, "source": two })));
}
