//! `corpus/small`: one form of the language each.

#![allow(
    clippy::approx_constant,
    clippy::excessive_precision,
    clippy::redundant_closure,
    clippy::unreadable_literal,
    reason = "numbers and closures as the programs have them"
)]

use super::assert_same;
use earthengine::ee;

#[test]
fn s01_load_collection() {
    assert_same("small/s01_load_collection", ee::ImageCollection::new("MODIS/061/MOD13A2"));
}

#[test]
fn s03_image_version() {
    let image = ee::Image::load_with("USGS/SRTMGL1_003", |o| o.version(1641990767055141_i64));
    assert_same("small/s03_image_version", image);
}

#[test]
fn s05_image_list() {
    assert_same("small/s05_image_list", ee::Image::new((1, 2.5, "users/x/img")));
}

#[test]
fn s07_ic_from_list() {
    assert_same("small/s07_ic_from_list", ee::ImageCollection::new((ee::Image::new(1), 2, "users/x/c")));
}

#[test]
fn s09_ic_from_ee_list() {
    let images = ee::ImageCollection::new(ee::List::sequence(1, 12).map(|m| ee::Image::constant(m)));
    assert_same("small/s09_ic_from_ee_list", images);
}

#[test]
fn s11_filter_date_one() {
    assert_same(
        "small/s11_filter_date_one",
        ee::ImageCollection::new("A/B").filter_date_with("2019-06-01", |o| o),
    );
}

#[test]
fn s13_filter_bounds() {
    let images = ee::ImageCollection::new("A/B").filter_bounds(ee::Geometry::point([-122.1, 37.2]));
    assert_same("small/s13_filter_bounds", images);
}

#[test]
fn s15_filter_ops() {
    let images = ee::ImageCollection::new("A")
        .filter(ee::Filter::eq("a", 1))
        .filter(ee::Filter::neq("b", "x"))
        .filter(ee::Filter::lt("c", 2.5))
        .filter(ee::Filter::lte("d", 3))
        .filter(ee::Filter::gt("e", 4))
        .filter(ee::Filter::gte("f", -5));
    assert_same("small/s15_filter_ops", images);
}

#[test]
fn s17_filter_lists() {
    let images = ee::ImageCollection::new("A")
        .filter(ee::Filter::in_list("k", ["a", "b"]))
        .filter(ee::Filter::not_null(["q"]))
        .filter(ee::Filter::string_contains("id", "LT05"))
        .filter(ee::Filter::calendar_range(6, 8, "month"))
        .filter(ee::Filter::day_of_year(100, 200));
    assert_same("small/s17_filter_lists", images);
}

#[test]
fn s19_filter_metadata() {
    let images = ee::ImageCollection::new("A")
        .filter_metadata("CLOUD_COVER", "less_than", 30)
        .filter_metadata("k", "not_equals", "v");
    assert_same("small/s19_filter_metadata", images);
}

#[test]
fn s21_map_visualize() {
    let frames = ee::ImageCollection::new("A")
        .map(|i| i.visualize_with(|o| o.bands(["B4", "B3", "B2"]).min(0).max([0.3, 0.4, 0.5]).gamma(1.2)));
    assert_same("small/s21_map_visualize", frames);
}

#[test]
fn s23_visualize_palette() {
    let frames = ee::ImageCollection::new("A").map(|i| {
        i.visualize_with(|o| o.min(-1).max(1).palette(["blue", "white", "green"]))
            .blend(i.visualize_with(|o| o.palette("000000, ffffff").opacity(0.5)))
    });
    assert_same("small/s23_visualize_palette", frames);
}

#[test]
fn s25_ic_select() {
    let images = ee::ImageCollection::new("A")
        .select_with(["B4", "B3"], |o| o.new_names(["red", "green"]))
        .select("red");
    assert_same("small/s25_ic_select", images);
}

#[test]
fn s27_image_math() {
    let image =
        ee::Image::new("A").add(1).subtract("B").multiply([1, 2, 3]).divide(ee::Number::new(4)).pow(0.5);
    assert_same("small/s27_image_math", image);
}

#[test]
fn s29_op_scalar_left() {
    let i = ee::Image::new("A");
    let image = ee::Image::new(1).subtract(&i).divide(ee::Image::new(2.5).add(&i)).multiply(-1);
    assert_same("small/s29_op_scalar_left", image);
    // The same with operators.
    assert_same("small/s29_op_scalar_left", -((1 - &i) / (2.5 + &i)));
}

#[test]
fn s31_number_ops() {
    let n = ee::Number::new(ee::Image::new("A").get("SUN_ELEVATION"));
    let angle = ee::Number::new(90).subtract(&n).multiply(3.14159).divide(180).cos().add(n.mod_(7));
    assert_same("small/s31_number_ops", ee::Image::constant(angle));
}

#[test]
fn s33_limit_sort() {
    let images = ee::ImageCollection::new("A")
        .sort("CLOUD_COVER")
        .limit(10)
        .sort_with("system:time_start", |o| o.ascending(false));
    assert_same("small/s33_limit_sort", images);
}

#[test]
fn s35_reduce() {
    let c = ee::ImageCollection::new("A");
    let combined = ee::Reducer::mean().combine_with(ee::Reducer::min_max(), |o| o.shared_inputs(true));
    let image = c
        .reduce(ee::Reducer::percentile([10, 90]))
        .add_bands(c.reduce(ee::Reducer::std_dev()))
        .add_bands(c.reduce_with(combined, |o| o.parallel_scale(4)));
    assert_same("small/s35_reduce", image);
}

#[test]
fn s37_expression_plain() {
    assert_same("small/s37_expression_plain", ee::Image::new("A").expression("b(0) * 2 + b('x')"));
}

#[test]
fn s39_clip() {
    let image = ee::Image::new("A")
        .clip(ee::Geometry::point([1, 2]).buffer(1000))
        .clip(ee::Feature::new(ee::Geometry::point([3, 4])))
        .clip(ee::FeatureCollection::new("T"))
        .clip_to_collection(ee::FeatureCollection::new("T"));
    assert_same("small/s39_clip", image);
}

#[test]
fn s41_geom_rect() {
    let areas = ee::FeatureCollection::new([
        ee::Geometry::rectangle([-10, -5, 10, 5]),
        ee::Geometry::rectangle([-1, -2, 3, 4]),
        ee::Geometry::rectangle_with([[0, 0], [1, 1]], |o| o.geodesic(false)),
        ee::Geometry::rectangle_with([0, 0, 2, 2], |o| o.proj("EPSG:3857").geodesic(false).even_odd(true)),
    ]);
    assert_same("small/s41_geom_rect", areas);
}

#[test]
fn s43_geom_lines() {
    let shapes = ee::FeatureCollection::new([
        ee::Geometry::multi_point([0, 0, 1, 1]),
        ee::Geometry::line_string([[0, 0], [1, 1]]),
        ee::Geometry::linear_ring([0, 0, 1, 1, 1, 0]),
        ee::Geometry::multi_line_string([[[0, 0], [1, 1]]]),
        ee::Geometry::bbox(170, -20, 190, 20),
        ee::Geometry::point_with([1, 2], |o| o.proj("EPSG:32610")),
    ]);
    assert_same("small/s43_geom_lines", shapes);
}

#[test]
fn s45_feature() {
    let features = ee::FeatureCollection::new([
        ee::Feature::new_with(ee::Geometry::point([0, 0]), |o| {
            o.properties(ee::dict! { "name": "a", "v": 1 })
        }),
        ee::Feature::new_with(ee::Null, |o| o.properties(ee::dict! { "z": [1, 2] })),
    ])
    .map(|f| f.buffer(100).set("area", f.area_with(|o| o.max_error(1))));
    assert_same("small/s45_feature", features);
}

#[test]
fn s47_fc_style() {
    let t = ee::FeatureCollection::new_with_column("T", "geo");
    let image = t.style_with(|o| o.color("red").fill_color("00000000").width(2)).blend(t.draw("blue"));
    assert_same("small/s47_fc_style", image);
}

#[test]
fn s49_dates() {
    let d = ee::Date::from_ymd(2015, 3, 1);
    let image = ee::Image::new(1)
        .set("s", d.format("YYYY-MM"))
        .set("n", d.advance(-1, "week").difference(ee::Date::new("2000-01-01"), "day"))
        .set("m", ee::Date::new(1e12).millis())
        .set("r", ee::DateRange::new("2001-01-01", "2002-01-01").start().get_relative("day", "year"));
    assert_same("small/s49_dates", image);
}

#[test]
fn s51_list_ops() {
    let l = ee::List::new([3, 1, 2]);
    let sum = l.sort().reverse().map(|x| ee::Number::new(x).multiply(2)).reduce(ee::Reducer::sum());
    let image = ee::Image::constant(sum).set("l", l.cat([9]).slice(1, 3).join("-")).set("g", l.get(0));
    assert_same("small/s51_list_ops", image);
}

#[test]
fn s53_iterate() {
    let sum = ee::ImageCollection::new("A")
        .iterate(|i, a| ee::Image::new(a).add(i.multiply(0.5)), ee::Image::new(0));
    assert_same("small/s53_iterate", sum);
}

#[test]
fn s55_closure_helper() {
    let f = |i: &ee::Image, b: &str, s: f64| i.select(b).multiply(s);
    let images = ee::ImageCollection::new("A").map(|i| f(&i, "B1", 0.1).add_bands(f(&i, "B2", 0.2)));
    assert_same("small/s55_closure_helper", images);
}

#[test]
fn s57_kernels() {
    let image = ee::Image::new("A")
        .convolve(ee::Kernel::gaussian_with(3, |o| o.sigma(2).units("pixels").normalize(true)))
        .reduce_neighborhood(
            ee::Reducer::std_dev(),
            ee::Kernel::fixed(3, 3, [[0, 1, 0], [1, 0, 1], [0, 1, 0]]),
        )
        .focal_max_with(|o| o.radius(2).kernel_type("square"))
        .focal_min_with(|o| o.radius(30).units("meters"));
    assert_same("small/s57_kernels", image);
}

#[test]
fn s59_reproject() {
    let i = ee::Image::new("A");
    let image = i
        .resample("bilinear")
        .reproject_with("EPSG:4326", |o| o.scale(1000))
        .add_bands(
            i.reproject_with(ee::Projection::new("EPSG:3857"), |o| o.crs_transform([30, 0, 0, 0, -30, 0])),
        )
        .set_default_projection(i.projection())
        .reduce_resolution_with(ee::Reducer::mean(), |o| o.best_effort(false).max_pixels(256));
    assert_same("small/s59_reproject", image);
}

#[test]
fn s61_arrays() {
    let image = ee::Image::new(ee::Array::new([[1, 2], [3, 4]]))
        .matrix_multiply(ee::Image::new("A").to_array().to_array_with(|o| o.axis(1)))
        .array_project([0])
        .array_flatten([["a", "b"]])
        .add(ee::Image::constant(ee::Array::new([1, 2]).multiply(2).get([0])));
    assert_same("small/s61_arrays", image);
}

#[test]
fn s63_merge_link() {
    let a = ee::ImageCollection::new("A");
    let b = ee::ImageCollection::new("B");
    let images = ee::ImageCollection::new(a.merge(&b).to_list(10))
        .merge(a.link_collection(&b, ["cs"]))
        .merge(a.combine_with(&b, |o| o.overwrite(true)))
        .merge(ee::ImageCollection::new(a.to_bands()));
    assert_same("small/s63_merge_link", images);
}

#[test]
fn s65_remap() {
    let image = ee::Image::new("A")
        .remap_with([1, 2, 3], [10, 20, 30], |o| o.default_value(0).band_name("lc"))
        .set("n", ee::String::new("a_b").split("_").get(1))
        .set("u", ee::String::new("x").to_upper_case().length());
    assert_same("small/s65_remap", image);
}

#[test]
fn s67_copy_props() {
    let images = ee::ImageCollection::new("A").map(|i| {
        let doubled = i.multiply(2).copy_properties_with(|o| o.source(&i).properties(["system:time_start"]));
        ee::Image::new(doubled).rename("x")
    });
    assert_same("small/s67_copy_props", images);
}

#[test]
fn s69_number_forms() {
    let image = ee::Image::new(1)
        .set("a", 1e-7)
        .set("b", 1500000.0)
        .set("c", 255)
        .set("d", -0.25)
        .set("e", 1e21)
        .set("f", 0.1)
        .set("g", 31)
        .set("h", 123456789.123456789);
    assert_same("small/s69_number_forms", image);
}
