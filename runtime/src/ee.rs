//! Earth Engine's algorithms as typed Rust, encoded to the graph that Google's own clients produce.
//!
//! ```
//! use earthengine::ee;
//!
//! let frames = ee::ImageCollection::new("LANDSAT/LT05/C02/T1_TOA")
//!     .filter(ee::Filter::eq("WRS_PATH", 44))
//!     .filter_date("1991-01-01", "2011-12-30")
//!     .map(|image| image.visualize_with(|options| options.bands(["B4", "B3", "B2"]).min(0.02).max(0.35)));
//! ```
//!
//! * Each class of Earth Engine is a type: `ee.Image(x)` is `ee::Image::new(x)`, casts included.
//! * Names are as in Rust: `filterDate` is `filter_date`. Searching this documentation for Earth Engine's own name
//!   finds it.
//! * Required arguments are positional. `visualize_with(|options| options.min(0.02).max(0.35))` gives optional ones;
//!   `visualize()` is the same without them.
//! * A parameter takes whatever Earth Engine would take in its place: `image.add(1)`, `image.add(&other)`,
//!   `image.add("users/me/asset")`. Lists are arrays, slices, `Vec`s, and for mixed items tuples or [`list!`].
//! * A function that is mapped is an ordinary closure or function. It is called once, with a value that stands for
//!   each element.
//! * Nothing is computed here: a value is a piece of a program that the service runs. Cloning one is cheap.
//! * What the compiler cannot see, such as a number that is not finite, is an error when the request is encoded.

mod any;
mod array;
mod collection;
mod convert;
mod date;
mod dictionary;
mod element;
mod feature;
mod filter;
mod geometry;
mod image;
mod image_collection;
mod list;
mod number;
mod operators;
mod others;
mod promote;
mod string;

pub mod algorithms;
pub mod options;

pub use any::{Any, Boolean, Call, Dict, Null, call};
pub use array::Array;
pub use collection::FeatureCollection;
pub use convert::{Arg, Mapped};
pub use date::{Date, DateRange, Instant};
pub use dictionary::Dictionary;
pub use element::{Element, Properties};
pub use feature::{Feature, ToFeature};
pub use filter::{Condition, Filter, Filters};
pub use geometry::{Geometry, ToGeometry};
pub use image::{ClipTo, Image, Selectors};
pub use image_collection::ImageCollection;
pub use list::List;
pub use number::Number;
pub use others::{
    Blob, Classifier, Clusterer, ConfusionMatrix, ErrorMargin, Join, Kernel, Model, PixelType, Projection,
    Reducer, Terrain,
};
pub use string::String;

pub use crate::{__dict as dict, __list as list};

/// A list of mixed items: `ee::list![1, "a", [2.5]]`.
///
/// ```
/// use earthengine::ee;
///
/// let bands = ee::List::new(ee::list!["B4", 3, [2.5]]);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __list {
    // Nothing tells the type of no items.
    () => {
        [] as [$crate::ee::Any; 0]
    };
    ($($item:expr),* $(,)?) => {
        [$($crate::ee::Any::from($item)),*]
    };
}

/// A dictionary: `ee::dict! { "name": "a", "v": 1 }`; a key that is computed stands in parentheses.
///
/// ```
/// use earthengine::ee;
///
/// let point = ee::Geometry::point([11.4, 47.2]);
/// let site = ee::Feature::new_with(point, |site| site.properties(ee::dict! { "name": "a", "v": 1 }));
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __dict {
    ($($key:tt : $value:expr),* $(,)?) => {
        <$crate::ee::Dict as ::std::iter::FromIterator<(::std::string::String, $crate::ee::Any)>>::from_iter(
            [$((::std::string::String::from($key), $crate::ee::Any::from($value))),*],
        )
    };
}
