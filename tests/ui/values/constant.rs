use earthengine::{BucketName, Priority};

const URGENT: Priority = Priority::from_static(20_000);
const BUCKET: BucketName = BucketName::from_static("goog-frames");

fn main() {
    println!("{URGENT} {BUCKET}");
}
