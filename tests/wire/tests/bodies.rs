//! The bytes that are sent, pinned; and the bodies of the official clients, read.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must fail")]

use earthengine::{ExportVideoRequest, Expression, RequestId, VideoExport, video_export};
use earthengine_wire::{frames, post};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Compares with `golden/NAME.json`. `UPDATE_GOLDEN=1` writes it anew.
fn assert_golden(name: &str, export: &VideoExport) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(name).with_extension("json");
    let json: Value = serde_json::from_str(&export.to_json().unwrap()).unwrap();
    let text = serde_json::to_string_pretty(&json).unwrap() + "\n";
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    assert_eq!(text, std::fs::read_to_string(&path).unwrap(), "{name}");
}

const ID: RequestId = RequestId::from_static("fixed-id");

#[test]
fn the_smallest_export() {
    assert_golden(
        "smallest",
        &video_export! { project: "my-project", expression: frames(), drive: {}, request_id: "fixed-id" },
    );
}

#[test]
fn every_key_to_cloud_storage() {
    assert_golden(
        "every_key",
        &video_export! {
            project: "my-project",
            expression: frames(),
            description: "sf-bay",
            video: { frames_per_second: 12, max_frames: 500, max_pixels_per_frame: 1e8 },
            format: MP4,
            cloud_storage: {
                bucket: "my-frames",
                filename_prefix: "timelapse/",
                permissions: PUBLIC,
                bucket_cors_uris: ["https://example.com"],
            },
            request_id: ID,
            workload_tag: "timelapse",
            priority: 200,
        },
    );
}

#[test]
fn a_job_has_its_id_and_its_tag() {
    assert_golden(
        "job",
        &video_export! {
            project: "my-project",
            expression: frames(),
            description: "sf-bay",
            drive: { folder: "timelapse" },
            job: "sf-bay-2011",
        },
    );
}

#[test]
fn a_base_gives_what_is_not_said() {
    let base = video_export! {
        project: "my-project",
        expression: frames(),
        description: "base",
        drive: { folder: "timelapse" },
        job: "not-taken",
    };
    #[allow(deprecated)]
    let export = video_export! { gcs: { bucket: "my-frames" }, request_id: ID, ..base };
    assert_golden("base", &export);
}

#[test]
fn the_macro_and_the_setters_give_equal_values() {
    use earthengine::*;
    let by_macro = video_export! {
        project: "my-project",
        expression: frames(),
        video: { max_frames: 7 },
        drive: { filename_prefix: "a" },
        request_id: ID,
        priority: 5,
    };
    let by_setters = VideoExport::new(
        Project::from_static("my-project"),
        frames(),
        DriveDestination::new().filename_prefix(FilenamePrefix::from_static("a")),
    )
    .video(VideoOptions::new().max_frames(MaxFrames::from_static(7)))
    .with_request_id(ID)
    .priority(Priority::from_static(5));
    assert_eq!(by_macro, by_setters);
}

#[test]
fn a_clone_keeps_the_id_and_a_base_does_not_give_it() {
    let export = video_export! { project: "my-project", expression: frames(), drive: {} };
    assert_eq!(export.clone().request_id(), export.request_id());
    let other = video_export! { ..export.clone() };
    assert_ne!(other.request_id(), export.request_id());
}

fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/requests");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 14, "the corpus is not all there");
    files
}

#[test]
fn what_the_official_client_sends_is_read_and_written_by_the_reference() {
    for file in corpus() {
        let text = std::fs::read_to_string(&file).unwrap();
        let program: Value = serde_json::from_str(&text).unwrap();
        let request: ExportVideoRequest = serde_json::from_value(program["body"].clone())
            .unwrap_or_else(|error| panic!("{file:?}: {error}"));
        let mut written = serde_json::to_value(&request).unwrap();
        // The Python client's own spelling of two numbers.
        let mut sent = program["body"].clone();
        for path in ["/priority", "/videoOptions/maxPixelsPerFrame"] {
            if let Some(number) = sent.pointer_mut(path) {
                *number = number["value"].take();
            }
        }
        assert_same(&mut sent, &mut written, &file);
    }
}

fn assert_same(sent: &mut Value, written: &mut Value, file: &Path) {
    for value in [&mut *sent, &mut *written] {
        // 12 and 12.0 are the same number of JSON.
        if let Some(rate) = value.pointer_mut("/videoOptions/framesPerSecond") {
            *rate = rate.as_f64().into();
        }
    }
    assert_eq!(sent, written, "{}", file.display());
}

#[test]
fn the_emulator_takes_what_the_official_client_sends() {
    for file in corpus() {
        let text = std::fs::read_to_string(&file).unwrap();
        let program: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(post("my-project", program["body"].to_string()).0, 200, "{file:?}");
    }
}

/// A body with one change: `path` is set to `value`, or taken away.
fn changed(path: &str, value: Option<Value>) -> String {
    let export = video_export! {
        project: "my-project",
        expression: frames(),
        description: "a",
        video: { max_frames: 5 },
        cloud_storage: { bucket: "my-frames" },
        priority: 5,
    };
    let mut body: Value = serde_json::from_str(&export.to_json().unwrap()).unwrap();
    let (parent, name) = path.rsplit_once('/').unwrap();
    let parent = body.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    match value {
        Some(value) => drop(parent.insert(name.to_owned(), value)),
        None => drop(parent.remove(name).unwrap()),
    }
    body.to_string()
}

/// What breaks a rule is refused alike by the type and by the emulator.
#[test]
fn a_body_that_breaks_a_rule_is_refused_in_the_same_words() {
    for (path, value, words) in [
        ("/priority", Some(20_000.into()), "priority 20000 is out of range; it must be between 0 and 9999"),
        ("/videoOptions/maxFrames", Some(0.into()), "max_frames 0 is out of range; it must be between 1 and"),
        ("/requestId", Some("a b".into()), "request_id `a b` is not 1 to 60 letters"),
        ("/workloadTag", Some("A".into()), "workload_tag `A` is not a workload tag"),
        (
            "/fileExportOptions/fileFormat",
            Some("GIF".into()),
            "format `GIF` is not supported by video exports",
        ),
        (
            "/fileExportOptions/cloudStorageDestination/bucket",
            Some("-a-".into()),
            "does not begin and end with",
        ),
        ("/fileExportOptions/cloudStorageDestination/permissions", Some("ALL".into()), "is not a permission"),
        (
            "/fileExportOptions/driveDestination",
            Some(serde_json::json!({})),
            "two destinations: `driveDestination`",
        ),
        ("/fileExportOptions/cloudStorageDestination", None, "no destination; write"),
    ] {
        let body = changed(path, value);
        let read = serde_json::from_str::<ExportVideoRequest>(&body).unwrap_err().to_string();
        assert!(read.contains(words), "{path}: the type says {read}");
        let (status, answer) = post("my-project", body);
        let refused = answer["error"]["message"].as_str().unwrap();
        assert_eq!(status, 400, "{path}");
        assert!(refused.contains(words), "{path}: the emulator says {refused}");
    }
}

#[test]
fn a_name_that_the_reference_does_not_have_is_refused() {
    for path in ["/fps", "/videoOptions/fps", "/fileExportOptions/cloudStorageDestination/path"] {
        let body = changed(path, Some(1.into()));
        let name = path.rsplit_once('/').unwrap().1;
        let read = serde_json::from_str::<ExportVideoRequest>(&body).unwrap_err().to_string();
        assert!(read.contains(&format!("unknown field `{name}`")), "{read}");
        assert_eq!(post("my-project", body).0, 400, "{path}");
    }
}

#[test]
fn an_expression_read_from_json_is_sent_as_it_is() {
    let json = r#"{"result":"0","values":{"0":{"constantValue":[1.0,0.1,1e300,-0.0,12345678901234567]}}}"#;
    let sent = Expression::from_json(json).unwrap().to_json().unwrap();
    assert_eq!(
        sent,
        r#"{"result":"0","values":{"0":{"constantValue":[1.0,0.1,1e+300,-0.0,12345678901234567]}}}"#
    );
}
