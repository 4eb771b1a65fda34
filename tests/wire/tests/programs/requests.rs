//! `corpus/requests`: exports of videos, with the whole body that the official client sends.

use super::assert_same_graph;
use earthengine::{VideoExport, ee, video_export};
use serde_json::Value;
use std::path::Path;

/// The collection that most requests export.
fn frames() -> ee::ImageCollection {
    ee::ImageCollection::new("LANDSAT/LT05/C02/T1_TOA")
        .filter(ee::Filter::eq("WRS_PATH", 44))
        .filter(ee::Filter::eq("WRS_ROW", 34))
        .filter(ee::Filter::lt("CLOUD_COVER", 30))
        .filter_date("1991-01-01", "2011-12-30")
        .map(|image| image.visualize_with(|options| options.bands(["B4", "B3", "B2"]).min(0.02).max(0.35)))
}

fn roi() -> ee::Geometry {
    ee::Geometry::rectangle([-122.7286, 37.6325, -122.0241, 37.9592])
}

/// Compares an export with the `body` of `corpus/requests/NAME.json`.
fn assert_same_request(name: &str, export: &VideoExport) {
    let mut ours: Value = serde_json::from_str(&export.to_json().unwrap()).unwrap();
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/requests").join(name).with_extension("json");
    let mut corpus: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let mut theirs = corpus["body"].take();
    assert_same_graph(name, &ours["expression"].take(), &theirs["expression"].take());
    // The Python client's own spelling of two numbers.
    for path in ["/priority", "/videoOptions/maxPixelsPerFrame"] {
        if let Some(number) = theirs.pointer_mut(path) {
            *number = number["value"].take();
        }
    }
    for body in [&mut ours, &mut theirs] {
        // 12 and 12.0 are the same number of JSON.
        if let Some(rate) = body.pointer_mut("/videoOptions/framesPerSecond") {
            *rate = rate.as_f64().into();
        }
    }
    assert_eq!(ours, theirs, "{name}");
}

#[test]
fn q01_drive_min() {
    let export = video_export! {
        project: "my-project",
        expression: frames(),
        description: "timelapse",
        drive: { filename_prefix: "timelapse" },
        request_id: "REQUEST-ID",
    };
    assert_same_request("q01_drive_min", &export);
}

#[test]
fn q03_drive_guide() {
    let export = video_export! {
        project: "my-project",
        expression: frames(),
        description: "sfVideo",
        video: { frames_per_second: 12 },
        frame: { region: roi(), dimensions: 720 },
        drive: { filename_prefix: "sfVideo" },
        request_id: "REQUEST-ID",
    };
    assert_same_request("q03_drive_guide", &export);
}

#[test]
fn q05_drive_wh() {
    let export = video_export! {
        project: "my-project",
        expression: frames(),
        description: "t",
        frame: { region: roi(), dimensions: [1280, 720] },
        drive: { filename_prefix: "t" },
        request_id: "REQUEST-ID",
    };
    assert_same_request("q05_drive_wh", &export);
}

#[test]
fn q07_drive_scale_only() {
    let export = video_export! {
        project: "my-project",
        expression: frames(),
        description: "t",
        frame: { scale: 30 },
        drive: { filename_prefix: "t" },
        request_id: "REQUEST-ID",
    };
    assert_same_request("q07_drive_scale_only", &export);
}

#[test]
fn q09_drive_crs() {
    // Four numbers are the same rectangle.
    let export = video_export! {
        project: "my-project",
        expression: frames(),
        description: "t",
        frame: { region: [-122.7286, 37.6325, -122.0241, 37.9592], scale: 30, crs: "EPSG:32610" },
        drive: { filename_prefix: "t" },
        request_id: "REQUEST-ID",
    };
    assert_same_request("q09_drive_crs", &export);
}

#[test]
fn q11_drive_transform_str() {
    let export = video_export! {
        project: "my-project",
        expression: frames(),
        description: "t",
        frame: { region: roi(), crs: "EPSG:4326", crs_transform: [0.001, 0, -123, 0, -0.001, 38] },
        drive: { filename_prefix: "t" },
        request_id: "REQUEST-ID",
    };
    assert_same_request("q11_drive_transform_str", &export);
}

#[test]
fn q13_drive_transform_dims() {
    let export = video_export! {
        project: "my-project",
        expression: frames(),
        description: "t",
        frame: {
            dimensions: [800, 600],
            crs: "EPSG:3857",
            crs_transform: [100, 0, -13660000, 0, -100, 4580000],
        },
        drive: { filename_prefix: "t" },
        request_id: "REQUEST-ID",
    };
    assert_same_request("q13_drive_transform_dims", &export);
}

#[test]
fn q15_drive_limits() {
    let export = video_export! {
        project: "my-project",
        expression: frames(),
        description: "t",
        video: { frames_per_second: 29.97, max_frames: 2500, max_pixels_per_frame: 1e10 },
        frame: { region: roi(), scale: 60 },
        drive: { filename_prefix: "t" },
        priority: 500,
        request_id: "REQUEST-ID",
    };
    assert_same_request("q15_drive_limits", &export);
}

#[test]
fn q17_drive_region_nested() {
    let region = ee::Geometry::polygon([[[-122.7, 37.6], [-122.0, 37.6], [-122.0, 37.9], [-122.7, 37.6]]]);
    let export = video_export! {
        project: "my-project",
        expression: frames(),
        description: "t",
        frame: { region, scale: 90 },
        drive: { filename_prefix: "t" },
        request_id: "REQUEST-ID",
    };
    assert_same_request("q17_drive_region_nested", &export);
}

#[test]
fn q19_drive_region_computed() {
    let export = video_export! {
        project: "my-project",
        expression: frames(),
        description: "t",
        frame: { region: ee::Geometry::point([-122.3, 37.8]).buffer(5000).bounds(), dimensions: 600 },
        drive: { filename_prefix: "t" },
        request_id: "REQUEST-ID",
    };
    assert_same_request("q19_drive_region_computed", &export);
}

#[test]
fn q21_gcs_min() {
    let export = video_export! {
        project: "my-project",
        expression: frames(),
        description: "timelapse",
        cloud_storage: { bucket: "my-bucket", filename_prefix: "timelapse" },
        request_id: "REQUEST-ID",
    };
    assert_same_request("q21_gcs_min", &export);
}

#[test]
fn q23_gcs_scale() {
    let export = video_export! {
        project: "my-project",
        expression: frames(),
        description: "t",
        frame: { region: roi(), scale: 250 },
        cloud_storage: { bucket: "my-bucket", filename_prefix: "t" },
        request_id: "REQUEST-ID",
    };
    assert_same_request("q23_gcs_scale", &export);
}

#[test]
fn q25_plain_collection() {
    let export = video_export! {
        project: "my-project",
        expression: ee::ImageCollection::new([
            ee::Image::rgb(1, 2, 3).byte(),
            ee::Image::rgb(4, 5, 6).byte(),
        ]),
        description: "t",
        frame: { region: roi(), dimensions: 64 },
        drive: { filename_prefix: "t" },
        request_id: "REQUEST-ID",
    };
    assert_same_request("q25_plain_collection", &export);
}

#[test]
fn q27_shared_region() {
    let roi = roi();
    let export = video_export! {
        project: "my-project",
        expression: frames().filter_bounds(&roi).map(|i| i.clip(&roi)),
        description: "t",
        frame: { region: &roi, dimensions: 480 },
        drive: { filename_prefix: "t" },
        request_id: "REQUEST-ID",
    };
    assert_same_request("q27_shared_region", &export);
}
