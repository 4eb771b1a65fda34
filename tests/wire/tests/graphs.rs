//! Large, deep and odd programs: what is built, encoded, read and dropped without recursion, and what is refused.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must fail")]

use earthengine::{Expression, ee};
use serde_json::{Value, json};

/// Runs on a stack of two megabytes, which recursion would overflow.
fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(2 << 20).spawn(test).unwrap().join().unwrap();
}

fn encoded(collection: ee::ImageCollection) -> Value {
    serde_json::from_str(&Expression::from(collection).to_json().unwrap()).unwrap()
}

fn refusal(collection: ee::ImageCollection) -> String {
    Expression::from(collection).to_json().unwrap_err().to_string()
}

fn one(image: impl Into<ee::Image>) -> ee::ImageCollection {
    ee::ImageCollection::new([image.into()])
}

#[test]
fn a_chain_of_100_000_calls_builds_encodes_decodes_and_drops() {
    on_a_small_stack(|| {
        let mut image = ee::Image::new("A");
        for number in 0..100_000 {
            image = image.add(number);
        }
        let json = Expression::from(one(&image)).to_json().unwrap();
        drop(image);
        let read = Expression::from_json(&json).unwrap();
        let again = Expression::from(ee::ImageCollection::from_expression(&read));
        assert_eq!(again.to_json().unwrap().len(), json.len());
    });
}

#[test]
fn lists_and_functions_may_be_as_deep_as_calls() {
    on_a_small_stack(|| {
        let mut list = ee::List::new([1]);
        for _ in 0..100_000 {
            list = ee::List::new([list]);
        }
        drop(Expression::from(one(ee::Image::new(1).set("list", list))).to_json().unwrap());
        let deep =
            ee::ImageCollection::new("A").map(|image| (0..100_000).fold(image, |image, _| image.sin()));
        drop(Expression::from(deep).to_json().unwrap());
    });
}

#[test]
fn a_value_used_twice_is_one_value() {
    let mut image = ee::Image::new("A");
    for _ in 0..200 {
        image = image.add(&image);
    }
    let expression = encoded(one(image));
    // 2^200 paths, and 200 additions.
    let values = expression["values"].as_object().unwrap().len();
    assert!((200..=202).contains(&values), "{values}");
}

#[test]
fn maps_in_maps_are_named_by_their_depth() {
    fn nested(depth: usize, list: &ee::List, sum: &ee::Number) -> ee::List {
        list.map(|item| {
            let sum = sum.add(ee::Number::new(item));
            if depth == 0 { ee::Any::from(sum) } else { nested(depth - 1, list, &sum).into() }
        })
    }
    for depth in [6, 64, 1000] {
        let list = nested(depth, &ee::List::new([1, 2]), &ee::Number::new(0));
        let text = encoded(one(ee::Image::constant(list))).to_string();
        for level in [0, depth] {
            assert!(text.contains(&format!("_MAPPING_VAR_{level}_0")), "{level} of {depth}");
        }
        assert!(!text.contains(&format!("_MAPPING_VAR_{}_0", depth + 1)), "{depth}");
    }
}

/// Two maps that look alike become one when they are encoded: counting them as written would give 512.
#[test]
fn equal_maps_count_once() {
    let shared = ee::ImageCollection::new("C");
    let frames = ee::ImageCollection::new("A")
        .map(|image| (0..512).fold(image, |image, _| image.add(shared.map(|other| other.sin()).mean())));
    let text = encoded(frames).to_string();
    assert!(text.contains("_MAPPING_VAR_1_0"), "{text}");
    assert!(!text.contains("_MAPPING_VAR_2_0"), "{text}");
}

/// The two inner maps differ by which argument of the outer function they use.
#[test]
fn maps_that_differ_by_an_outer_argument_are_counted_as_the_official_client_does() {
    let shared = ee::ImageCollection::new("C");
    let sum = ee::ImageCollection::new("A").iterate(
        |image, last| {
            let last = ee::Image::new(last);
            shared.map(|other| other.add(&image)).mean().add(shared.map(|other| other.add(&last)).mean())
        },
        ee::Image::new(0),
    );
    let text = encoded(one(ee::Image::new(sum))).to_string();
    // While they are counted, the outer arguments have no names and both maps are one: so the outer function is
    // number 1. Then they are two, and both number 0.
    assert!(text.contains("_MAPPING_VAR_1_1") && !text.contains("_MAPPING_VAR_2_0"), "{text}");
    assert_eq!(text.matches(r#"["_MAPPING_VAR_0_0"]"#).count(), 2, "{text}");
}

#[test]
fn the_bytes_are_the_same_on_every_run() {
    let program = || {
        let shared = ee::Image::new("A");
        Expression::from(ee::ImageCollection::new([shared.add(1), shared.add(2)]).map(|image| image.abs()))
            .to_json()
    };
    assert_eq!(program().unwrap(), program().unwrap());
}

#[test]
fn integers_that_a_double_does_not_have_are_written_as_text() {
    let text = encoded(one(ee::Image::new(1)
        .set("a", 9_007_199_254_740_993_i64)
        .set("b", 9_007_199_254_740_992_i64)))
    .to_string();
    assert!(text.contains(r#"{"integerValue":"9007199254740993"}"#), "{text}");
    assert!(text.contains(r#"{"constantValue":9007199254740992}"#), "{text}");
    let text = encoded(one(ee::Image::new(1).set("a", [1, i64::MAX]))).to_string();
    assert!(text.contains("arrayValue"), "a list with such an integer is no constant: {text}");
}

#[test]
fn a_text_used_twice_is_lifted_and_a_number_is_copied() {
    let text = encoded(one(ee::Image::new(7).set("a", "twice").set("b", "twice").set("c", 7))).to_string();
    assert_eq!(text.matches("twice").count(), 1, "{text}");
    assert_eq!(text.matches(r#"{"constantValue":7}"#).count(), 2, "{text}");
}

#[test]
fn what_the_compiler_cannot_see_is_said_when_it_is_encoded() {
    let mut leaked = None;
    let maps = ee::ImageCollection::new("A").map(|image| {
        leaked = Some(image.clone());
        image
    });
    assert!(Expression::from(maps).to_json().is_ok());
    let leaked = refusal(one(leaked.unwrap()));
    assert!(leaked.contains("outside of the function"), "{leaked}");

    let nan = refusal(one(ee::Image::new("A").add(f64::NAN)));
    assert_eq!(
        nan,
        "expression: Image.constant: `value`: NaN is no number that Earth Engine takes; give a finite one"
    );
    let odd = refusal(ee::ImageCollection::new("A").filter_bounds(ee::Geometry::polygon([1, 2, 3])));
    assert!(odd.contains("Polygon: 3 numbers are no pairs"), "{odd}");
    let uneven =
        refusal(ee::ImageCollection::new("A").filter_bounds(ee::Geometry::line_string(ee::list![[0, 1], 2])));
    assert!(uneven.contains("not equally deep"), "{uneven}");
    let operator = refusal(ee::ImageCollection::new("A").filter_metadata("a", "<", 1));
    assert!(operator.contains("`<` is no operator"), "{operator}");
    let empty = refusal(one(ee::Image::from(Vec::<i32>::new())));
    assert!(empty.contains("without items"), "{empty}");
}

#[test]
fn an_expression_that_was_read_is_a_part_of_a_larger_one() {
    let own = Expression::from(ee::ImageCollection::new("A").map(|image| image.add(1)));
    let read = Expression::from_json(&own.to_json().unwrap()).unwrap();
    let larger = |part: ee::ImageCollection| encoded(part.map(|image| image.sqrt()));
    let spliced = larger(ee::ImageCollection::from_expression(&read));
    let whole = larger(ee::ImageCollection::new("A").map(|image| image.add(1)));
    assert_eq!(spliced, whole);
}

#[test]
fn algorithms_that_the_catalogue_lacks_are_called_by_name() {
    let image =
        ee::Image::new(ee::call("Image.brandNew").with("input", ee::Image::new(1)).with("none", ee::Null));
    let call =
        &encoded(one(image))["values"]["0"]["functionInvocationValue"]["arguments"]["images"]["arrayValue"];
    assert_eq!(
        call["values"][0]["functionInvocationValue"]["functionName"],
        json!("Image.brandNew"),
        "{call}"
    );
    assert!(!call.to_string().contains("none"), "null is the same as not giving it: {call}");
}

/// As an argument, a collection becomes its geometry; given to a constructor, it is only taken for something else.
#[test]
fn constructors_cast_a_collection_and_arguments_promote_it() {
    let table = ee::FeatureCollection::new("T");
    let cast = one(ee::Image::new(1).set("a", ee::Feature::new(&table)).set("b", ee::Geometry::new(&table)));
    assert!(!encoded(cast).to_string().contains("Collection.geometry"));
    let promoted = encoded(ee::ImageCollection::new("A").filter_bounds(&table)).to_string();
    assert!(promoted.contains("Collection.geometry"), "{promoted}");
    let feature = encoded(one(ee::Image::new(1).set("a", ee::Feature::new(ee::Geometry::point([1, 2])))));
    assert!(feature.to_string().contains(r#""functionName":"Feature""#), "{feature}");
}

#[test]
fn a_choice_takes_its_three_arguments_by_position() {
    let choice = ee::algorithms::if_(ee::Number::new(1).gt(0), ee::Image::new("A"), ee::Image::new("B"));
    let text = encoded(one(ee::Image::new(choice))).to_string();
    assert!(text.contains(r#""trueCase""#) && text.contains(r#""functionName":"If""#), "{text}");
}

/// `List([…])` is one more reference to the list: used twice, and the list itself once more, both are values.
#[test]
fn a_list_of_the_service_is_not_the_literal_that_it_holds() {
    let list = ee::List::new(["a"]);
    let image = ee::Image::new(7).set("x", &list).set("y", &list).set("z", ["a"]);
    let expression = encoded(one(image));
    let values = expression["values"].as_object().unwrap();
    let references = values.values().filter(|node| node.get("valueReference").is_some()).count();
    assert_eq!((values.len(), references), (3, 1), "{expression}");
}

#[test]
fn one_is_written_the_same_with_and_without_a_fraction() {
    assert_eq!(encoded(one(ee::Image::new(1.0))), encoded(one(ee::Image::new(1))));
    assert_eq!(encoded(one(ee::Image::new(-0.0))), encoded(one(ee::Image::new(0))));
    assert!(
        encoded(one(ee::Image::new(1e21))).to_string().contains("1e+21"),
        "beyond 2^53 it stays as it is"
    );
}

#[test]
fn a_default_that_the_official_client_writes_is_written() {
    let list = ee::List::new([1]);
    for list in [list.map(|item| item), list.map_with(|item| item, |options| options)] {
        let text = encoded(one(ee::Image::constant(list))).to_string();
        assert!(text.contains(r#""dropNulls":{"constantValue":false}"#), "{text}");
    }
    let text = encoded(one(ee::Image::new("A").distance())).to_string();
    assert!(text.contains(r#""skipMasked":{"constantValue":true}"#), "{text}");
}
