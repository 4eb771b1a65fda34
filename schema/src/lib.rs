//! What the Earth Engine API says about a video export, as data.
//!
//! This crate belongs to [`earthengine`](https://docs.rs/earthengine) and is not meant to be used alone.
//! It is the only home of the API's facts: `video_export!` checks a literal with the functions of [`rules`]
//! when it expands, the types of the runtime crate call the same functions on values that are known only
//! when the program runs, and the emulator refuses by them. So one mistake has one wording everywhere.
//!
//! * [`fields`]: the keys of a request, their names on the wire, and what each takes.
//! * [`rules`]: one `const fn` per rule.
//! * [`violation`]: the wording of each broken rule.
//! * [`messages`]: the wording of each mistake in keys and their places.

pub mod algorithms;
pub mod descriptions;
pub mod fields;
pub mod members;
pub mod messages;
pub mod names;
pub mod rules;
pub mod violation;

pub use violation::Violation;
