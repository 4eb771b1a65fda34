//! The same through a real socket: the few things that only a socket can show.

use earthengine::{Client, Outcome, video_export};
use earthengine_emulator::Emulator;
use earthengine_wire::frames;

#[tokio::test]
async fn an_export_goes_its_way_through_a_socket() {
    let emulator = Emulator::builder().speed(1000.0).start().await.unwrap();
    let client = Client::emulator(&emulator.host()).unwrap();
    let export = video_export! { project: "my-project", expression: frames(), drive: {} };
    let task = export.start(&client).await.unwrap();
    task.wait().await.unwrap();
    assert_eq!(emulator.started(), 1);
}

#[tokio::test]
async fn nobody_at_the_address_is_a_connection_that_could_not_be_made() {
    // The port was free a moment ago, and nobody listens there.
    let host = Emulator::start().await.unwrap().host();
    let client = Client::emulator(&host).unwrap();
    let export = video_export! { project: "my-project", expression: frames(), drive: {} };
    let error = export.start(&client).await.unwrap_err();
    assert!(error.is_connect(), "{error:?}");
    assert_eq!(error.outcome(), Outcome::NotStarted);
}
