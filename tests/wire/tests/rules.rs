//! The shared table of cases, as values at run time, as bodies that are read, and as bodies that are sent.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must fail")]

use earthengine::{
    BucketName, Destination, DriveDestination, ExportVideoRequest, FilenamePrefix, FramesPerSecond,
    InvalidValue, MaxFrames, MaxPixelsPerFrame, Priority, Project, RequestId, VideoExport, WorkloadTag,
};
use earthengine_wire::{World, frames, post};
use serde_json::{Value, json};

struct Case {
    key: &'static str,
    is_accepted: bool,
    value: Value,
}

fn cases() -> Vec<Case> {
    let table = include_str!("../../../schema/cases.txt");
    let cases = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let cases: Vec<_> = cases
        .map(|line| {
            let [key, verdict, value] = line.splitn(3, ' ').collect::<Vec<_>>().try_into().unwrap();
            Case { key, is_accepted: verdict == "accept", value: serde_json::from_str(value).unwrap() }
        })
        .collect();
    assert!(cases.len() > 80, "the table was not read: {}", cases.len());
    cases
}

/// The value at run time, by the type that the key has.
fn typed(key: &str, value: &Value) -> Result<(), InvalidValue> {
    let text = || value.as_str().unwrap();
    let integer = || value.as_i64().unwrap();
    match key {
        "project" => text().parse::<Project>().map(drop),
        "description" => {
            let export =
                VideoExport::new(Project::from_static("my-project"), frames(), DriveDestination::new());
            export.description(text()).to_json().map(drop)
        }
        "video.frames_per_second" => FramesPerSecond::try_from(value.as_f64().unwrap()).map(drop),
        "video.max_frames" => MaxFrames::try_from(integer()).map(drop),
        "video.max_pixels_per_frame" => MaxPixelsPerFrame::try_from(integer()).map(drop),
        "drive.filename_prefix" => text().parse::<FilenamePrefix>().map(drop),
        "cloud_storage.bucket" => text().parse::<BucketName>().map(drop),
        "request_id" => text().parse::<RequestId>().map(drop),
        "workload_tag" => text().parse::<WorkloadTag>().map(drop),
        "priority" => Priority::try_from(integer()).map(drop),
        other => panic!("no type for {other}"),
    }
}

#[test]
fn values_at_run_time_keep_the_rules() {
    for Case { key, is_accepted, value } in cases() {
        let checked = typed(key, &value);
        assert_eq!(checked.is_ok(), is_accepted, "{key} {value}: {checked:?}");
    }
}

/// A body with the value in its place.
fn body(key: &str, value: &Value) -> Value {
    let mut body = json!({
        "expression": serde_json::from_str::<Value>(&frames().to_json().unwrap()).unwrap(),
        "fileExportOptions": { "fileFormat": "MP4", "driveDestination": {} },
    });
    match key {
        "description" => body["description"] = value.clone(),
        "video.frames_per_second" => body["videoOptions"] = json!({ "framesPerSecond": value }),
        "video.max_frames" => body["videoOptions"] = json!({ "maxFrames": value }),
        "video.max_pixels_per_frame" => {
            body["videoOptions"] = json!({ "maxPixelsPerFrame": value.to_string() });
        }
        "drive.filename_prefix" => {
            body["fileExportOptions"]["driveDestination"] = json!({ "filenamePrefix": value });
        }
        "cloud_storage.bucket" => {
            body["fileExportOptions"] = json!({ "cloudStorageDestination": { "bucket": value } });
        }
        "request_id" => body["requestId"] = value.clone(),
        "workload_tag" => body["workloadTag"] = value.clone(),
        "priority" => body["priority"] = value.clone(),
        other => panic!("no place for {other}"),
    }
    body
}

#[test]
fn bodies_that_are_read_keep_the_rules() {
    // A project is not a part of a body.
    for Case { key, is_accepted, value } in cases() {
        if key != "project" {
            let read = ExportVideoRequest::from_json(&body(key, &value).to_string());
            assert_eq!(read.is_ok(), is_accepted, "{key} {value}: {read:?}");
        }
    }
}

#[test]
fn the_emulator_keeps_the_rules() {
    for Case { key, is_accepted, value } in cases().iter().filter(|case| case.key != "project") {
        let (status, answer) = post("my-project", body(key, value).to_string());
        assert_eq!(status, if *is_accepted { 200 } else { 400 }, "{key} {value}: {answer}");
        if !is_accepted {
            let words = typed(key, value).unwrap_err().to_string();
            let message = answer["error"]["message"].as_str().unwrap();
            assert!(message.ends_with(&words), "the emulator says {message}, the type {words}");
        }
    }
}

#[test]
fn a_name_that_is_none_reaches_no_other_address() {
    let world = World::new();
    for name in ["my-project/../x", "my-project?x", "my-project#x", "my-project%2fx", "a\\b-project"] {
        assert!(name.parse::<Project>().is_err(), "{name}");
        assert!(world.client().task(&format!("projects/{name}/operations/a")).is_err(), "{name}");
    }
}

#[test]
fn a_body_that_is_wrong_is_refused_with_the_path() {
    for (pointer, value, message) in [
        ("/priority", json!(20_000), "priority: priority 20000 is out of range"),
        ("/priority", json!([]), "priority: expected a number, found []"),
        ("/videoOptions", json!({ "fps": 5 }), "videoOptions.fps: unknown field `fps`"),
        (
            "/fileExportOptions/driveDestination/filenamePrefix",
            json!("a\nb"),
            "filename_prefix `a\\nb` contains",
        ),
        ("/expression", json!({ "result": "0" }), "expression: missing field `values`"),
    ] {
        let mut body = body("priority", &json!(5));
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        body.pointer_mut(parent).unwrap()[name] = value;
        let error = ExportVideoRequest::from_json(&body.to_string()).unwrap_err().to_string();
        assert!(error.contains(message), "{error}");
    }
    let error = ExportVideoRequest::from_json("{").unwrap_err().to_string();
    assert!(error.contains("EOF"), "{error}");
}

#[test]
fn a_destination_is_read_back_as_it_was_written() {
    let export =
        VideoExport::new(Project::from_static("my-project"), frames(), DriveDestination::new().folder("a"));
    let read = ExportVideoRequest::from_json(&export.to_json().unwrap()).unwrap();
    assert_eq!(read.file_export_options.destination, Destination::from(DriveDestination::new().folder("a")));
}
