//! `corpus/large`: families of programs that grow with a number.

use super::assert_same;
use earthengine::ee;
use std::f64::consts::PI;

fn chain(n: i32) -> ee::Image {
    let mut image = ee::Image::new("A");
    for i in 0..n {
        image = image.add(i);
    }
    image
}

#[test]
fn l01_chain_16() {
    assert_same("large/l01_chain_16", chain(16));
}

#[test]
fn l02_chain_17() {
    assert_same("large/l02_chain_17", chain(17));
}

#[test]
fn l04_chain_100() {
    assert_same("large/l04_chain_100", chain(100));
}

#[test]
fn l06_chain_unary_35() {
    let mut image = ee::Image::new("A");
    for i in 0..35 {
        image = if i % 2 == 1 { image.sin() } else { image.cos() };
    }
    assert_same("large/l06_chain_unary_35", image);
}

#[test]
fn l08_chain_list_40() {
    let mut nested = ee::List::new([1]);
    for i in 0..40 {
        nested = ee::List::new((nested, i));
    }
    assert_same("large/l08_chain_list_40", ee::Image::new(1).set("l", nested));
}

#[test]
fn l09_double_20() {
    let mut image = ee::Image::new("A");
    for _ in 0..20 {
        image = image.add(&image);
    }
    assert_same("large/l09_double_20", image);
}

#[test]
fn l11_fib_50() {
    let (mut a, mut b) = (ee::Image::new("A"), ee::Image::new("B"));
    for _ in 0..50 {
        (a, b) = (b.clone(), a.multiply(b));
    }
    assert_same("large/l11_fib_50", b);
}

#[test]
fn l13_wide_24() {
    let base = ee::Image::new("DEM");
    let palette = ["black", "gray", "white"];
    let frames: Vec<_> = (0..24)
        .map(|i| {
            ee::Terrain::hillshade_with(&base, |o| o.azimuth(f64::from(i) * 360.0 / 24.0).elevation(45))
                .visualize_with(|o| o.min(0).max(255).palette(palette))
        })
        .collect();
    assert_same("large/l13_wide_24", ee::ImageCollection::new(frames));
}

#[test]
fn l16_bands_60() {
    let mut image = ee::Image::new("A").select("b0");
    for i in 1..60 {
        let band = ee::Image::new("A").select(format!("b{i}")).multiply(0.5 + f64::from(i));
        image = image.add_bands(band);
    }
    assert_same("large/l16_bands_60", ee::ImageCollection::new([image]));
}

#[test]
fn l18_nest_2() {
    fn level(depth: i32, outer: &[ee::Any]) -> ee::Any {
        if depth == 2 {
            let mut total = ee::Number::new(&outer[0]);
            for value in &outer[1..] {
                total = total.add(ee::Number::new(value));
            }
            return total.into();
        }
        ee::List::new([depth, depth + 1]).map(|x| level(depth + 1, &[outer, &[x]].concat())).into()
    }
    assert_same("large/l18_nest_2", ee::Image::constant(level(0, &[])));
}

#[test]
fn l21_nest_ic_3() {
    fn level(shared: &ee::ImageCollection, depth: i32, outer: &[ee::Image]) -> ee::Image {
        if depth == 3 {
            let mut image = outer[0].clone();
            for other in &outer[1..] {
                image = image.subtract(other);
            }
            return image;
        }
        shared.map(|i| level(shared, depth + 1, &[outer, &[i]].concat())).mean()
    }
    let shared = ee::ImageCollection::new("C");
    assert_same("large/l21_nest_ic_3", ee::ImageCollection::new([level(&shared, 0, &[])]));
}

#[test]
fn l23_siblings_8() {
    let shared = ee::ImageCollection::new("C");
    let frame = |image: ee::Image| {
        let parts: Vec<_> = (0..8).map(|q| shared.map(|j| j.subtract(&image).multiply(q)).mean()).collect();
        image.add_bands(ee::Image::cat(parts))
    };
    assert_same("large/l23_siblings_8", ee::ImageCollection::new("A").map(frame));
}

#[test]
fn l24_polygon_500() {
    let round = |number: f64| (number * 1e6).round() / 1e6;
    let ring: Vec<_> = (0..500)
        .map(|i| 2.0 * PI * f64::from(i) / 500.0)
        .map(|angle| [round(10.0 * angle.cos()), round(5.0 * angle.sin())])
        .collect();
    let area = ee::Geometry::polygon([ring]);
    let images = ee::ImageCollection::new("A").filter_bounds(&area).map(|i| i.clip(&area));
    assert_same("large/l24_polygon_500", images);
}

#[test]
fn l26_remap_2000() {
    let before: Vec<_> = (0..2000).collect();
    let after: Vec<_> = before.iter().map(|i| i * 7919 % 251).collect();
    let images = ee::ImageCollection::new("A").map(|i| i.remap_with(&before, &after, |o| o.default_value(0)));
    assert_same("large/l26_remap_2000", images);
}

#[test]
fn l27_strings_60() {
    // The bands that Python's `random.Random(60)` chooses: `a` is `band_0`.
    const CHOICES: &str = "jjseihpokbcvfembhuanfejtuveqtrsbtsdjeashjhricheiggsudqkplmcqudbarccfmkrrmmrfkkocqsmaoiqedhnrcrnbqpandbsuvgcflvnpevhsapkuhakipkchjkhrruufqlibfmpgqkgqddvehcaroduhrrhngsunrmrrjajfsllo";
    let mut image = ee::Image::new("A");
    for three in CHOICES.as_bytes().chunks(3) {
        let bands: Vec<_> = three.iter().map(|letter| format!("band_{}", letter - b'a')).collect();
        image = image.select_with(bands, |o| o.new_names(["r", "g", "b"]));
    }
    assert_same("large/l27_strings_60", ee::ImageCollection::new([image]));
}

#[test]
fn l28_props_150() {
    let values = (0..150).map(|i| {
        let inner = ee::dict! { "z": i % 3, "a": [i % 5, i % 2] };
        (format!("k{i:03}"), ee::list![i, format!("v{}", i % 7), inner])
    });
    let image = ee::Image::new(1).set_all(values.collect::<ee::Dict>());
    assert_same("large/l28_props_150", ee::ImageCollection::new([image]));
}
