//! The client against the emulator, without a socket and without waiting.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must fail")]

use earthengine::private::Phase;
use earthengine::{Expression, Outcome, VideoExport, video_export};
use earthengine_wire::{Plan, World, frames};
use std::time::Duration;

fn export() -> VideoExport {
    video_export! {
        project: "my-project",
        expression: frames(),
        description: "sf-bay",
        cloud_storage: { bucket: "my-frames" },
    }
}

#[test]
fn an_export_is_started_and_waited_for() {
    let world = World::new();
    let client = world.client();
    let done = world.run(async {
        let task = export().start(&client).await?;
        assert_eq!(task.name(), "projects/my-project/operations/EMULATED00000001");
        task.wait().await
    });
    assert_eq!(done.unwrap().destination_uris(), ["https://storage.googleapis.com/my-frames/sf-bay.mp4"]);
    assert_eq!(world.started(), 1);
}

#[test]
fn the_macro_with_a_client_sends_nothing_before_await() {
    let world = World::new();
    let client = world.client();
    let start = video_export! { client: &client, project: "my-project", expression: frames(), drive: {} };
    assert_eq!(world.seen(), []);
    let task = world.run(start.into_future()).unwrap();
    assert_eq!(world.seen()[0].call, "POST /v1alpha/projects/my-project/video:export");
    assert!(task.last_seen().is_some());
}

#[test]
fn progress_shows_each_step_and_then_ends() {
    let world = World::new();
    let client = world.client();
    let seen = world.run(async {
        let task = export().start(&client).await.unwrap();
        let mut progress = task.progress();
        let mut seen = Vec::new();
        while let Some(operation) = progress.next().await {
            let operation = operation.unwrap();
            seen.push((operation.state().to_string(), operation.progress()));
        }
        assert!(progress.next().await.is_none());
        seen
    });
    // Pauses of 5, 7.5, 11.25, 16.875 and 25.3125 seconds; the run takes 60 behind the first 5.
    let expected = [0.0, 0.125, 0.3125, 0.593_75, 1.0];
    assert_eq!(seen.iter().map(|(_, progress)| *progress).collect::<Vec<_>>(), expected, "{seen:?}");
    assert_eq!(seen.last().unwrap().0, "succeeded");
}

#[test]
fn starting_the_same_value_again_is_the_same_export() {
    let world = World::new();
    let client = world.client();
    let export = export();
    let names = world.run(async {
        let first = export.start(&client).await.unwrap();
        let second = export.clone().start(&client).await.unwrap();
        let third = export.clone().with_new_request_id().start(&client).await.unwrap();
        [first, second, third].map(|task| task.name().to_owned())
    });
    assert_eq!(names[0], names[1]);
    assert_ne!(names[0], names[2]);
    assert_eq!(world.started(), 2);
}

#[test]
fn an_answer_that_is_lost_leaves_the_outcome_unknown_and_the_export_startable() {
    let world = World::new();
    let client = world.client();
    let export = export();
    world.plan([Plan::AnswerLost(Phase::Send)]);
    let error = world.run(export.start(&client).into_future()).unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
    assert_eq!(error.request_id(), Some(&export.request_id()));
    assert!(error.to_string().ends_with("; the export may have been started"), "{error}");
    world.run(export.start(&client).into_future()).unwrap();
    assert_eq!(world.started(), 1);
    let bodies: Vec<_> = world.seen().into_iter().map(|seen| seen.body).collect();
    assert_eq!(bodies[0], bodies[1], "the bytes of one export never change");
}

#[test]
fn what_was_not_sent_was_not_started() {
    let world = World::new();
    let client = world.client();
    world.plan([Plan::Lost(Phase::Connect)]);
    let error = world.run(export().start(&client).into_future()).unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotStarted);
    assert!(error.is_connect());
    assert_eq!(error.to_string(), "https://earthengine.googleapis.com: no connection could be made");
    assert_eq!(world.started(), 0);
}

#[test]
fn a_refusal_says_why_and_that_nothing_was_started() {
    let world = World::new();
    let client = world.client();
    world.plan([Plan::Answered(
        403,
        r#"{"error": {"code": 403, "status": "PERMISSION_DENIED", "message": "not yours"}}"#,
    )]);
    let error = world.run(export().start(&client).into_future()).unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotStarted);
    assert!(error.is_permission_denied());
    assert_eq!(error.to_string(), "the service refused the call: PERMISSION_DENIED: not yours");
}

#[test]
fn a_broken_rule_is_found_before_anything_is_sent() {
    let world = World::new();
    let client = world.client();
    let error = world.run(export().description("x".repeat(101)).start(&client).into_future()).unwrap_err();
    assert!(error.is_invalid());
    assert_eq!(error.outcome(), Outcome::NotStarted);
    assert_eq!(world.seen(), []);
}

#[test]
fn no_start_goes_on_past_its_deadline() {
    let world = World::new();
    let client = world.client();
    world.plan([Plan::Silence]);
    let start = export();
    let start = start.start(&client).deadline(Duration::from_secs(7));
    let error = world.run(start.into_future()).unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(world.elapsed(), Duration::from_secs(7));
}

#[test]
fn no_wait_goes_on_past_its_deadline_and_the_export_goes_on() {
    let world = World::new();
    let client = world.client();
    world.run(async {
        let task = export().start(&client).await.unwrap();
        let error = task.wait().deadline(Duration::from_secs(30)).await.unwrap_err();
        assert!(error.is_timeout());
        assert_eq!((error.outcome(), world.elapsed()), (Outcome::Started, Duration::from_secs(30)));
        task.wait().await.unwrap();
    });
}

#[test]
fn following_survives_answers_that_do_not_come() {
    let world = World::new();
    let client = world.client();
    world.run(async {
        let task = export().start(&client).await.unwrap();
        world.plan([
            Plan::Lost(Phase::Connect),
            Plan::Answered(503, "<html>busy</html>"),
            Plan::Answered(200, "not JSON"),
            Plan::AnswerLost(Phase::Timeout),
        ]);
        task.wait().await.unwrap();
    });
}

#[test]
fn following_gives_up_when_no_answer_comes_for_ten_minutes() {
    let world = World::new();
    let client = world.client();
    world.run(async {
        let task = export().start(&client).await.unwrap();
        world.plan((0..100).map(|_| Plan::Lost(Phase::Connect)));
        world.expect_plans_left();
        let error = task.wait().await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Started);
        assert!(error.is_connect());
    });
    let elapsed = world.elapsed().as_secs();
    assert!((600..=660).contains(&elapsed), "{elapsed}");
}

#[test]
fn a_task_is_found_by_its_name_and_a_forgotten_one_is_told() {
    let world = World::new();
    let client = world.client();
    world.run(async {
        let name = export().start(&client).await.unwrap().name().to_owned();
        let found = world.client().task(&name).unwrap();
        assert!(found.last_seen().is_none());
        assert_eq!(found.refresh().await.unwrap().description(), Some("sf-bay"));

        let lost = client.task("projects/my-project/operations/NOBODY").unwrap();
        let error = lost.wait().await.unwrap_err();
        assert!(error.is_operation_gone(), "{error}");
        assert_eq!(error.outcome(), Outcome::Started);
    });
}

#[test]
fn an_export_that_fails_is_an_error_of_waiting_not_of_a_call() {
    let world = World::new();
    let client = world.client();
    world.run(async {
        let task = export().start(&client).await.unwrap();
        world.plan([Plan::Answered(
            200,
            r#"{"name": "projects/my-project/operations/EMULATED00000001", "done": true,
                "error": {"code": 3, "message": "no band B9"}}"#,
        )]);
        let error = task.wait().await.unwrap_err();
        assert!(error.is_export_failed());
        assert_eq!(error.to_string(), "the export failed: INVALID_ARGUMENT: no band B9");
        // It was seen to end: nobody asks again.
        let asked = world.seen().len();
        assert!(task.wait().await.unwrap_err().is_export_failed());
        assert_eq!(world.seen().len(), asked);
    });
}

#[test]
fn a_request_of_more_than_ten_megabytes_is_not_sent() {
    let world = World::new();
    let client = world.client();
    // Well-formed, and larger than the service takes.
    let large =
        format!(r#"{{"result": "0", "values": {{"0": {{"constantValue": "{}"}}}}}}"#, "x".repeat(10_485_761));
    let large = VideoExport::new(
        earthengine::Project::from_static("my-project"),
        Expression::from_json(&large).unwrap(),
        earthengine::DriveDestination::new(),
    );
    let error = world.run(large.start(&client).into_future()).unwrap_err();
    assert!(error.is_invalid() && error.to_string().contains("shorten the expression"), "{error}");
    assert_eq!(world.seen(), []);
}
