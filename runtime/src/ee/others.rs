//! The classes that have nothing but their constructors and the catalogue.

use super::convert::class;
use super::{Any, Arg};
use crate::ee::options::{ConfusionMatrixArgs, ErrorMarginArgs, PixelTypeArgs, ProjectionArgs};
use crate::expression::graph::Value;

class! {
    /// A file in Cloud Storage that the service reads.
    Blob
}

earthengine_macros::algorithms!(Blob);

impl Blob {
    /// `ee.Blob(url)`. Emits `Blob(url)`.
    pub fn new(url: impl Arg<Self>) -> Self {
        url.arg()
    }
}

class! {
    /// What sorts pixels into classes after it was trained.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let forest = ee::Classifier::smile_random_forest(10);
    /// ```
    Classifier
}

earthengine_macros::algorithms!(Classifier);

impl Classifier {
    /// `ee.Classifier(x)`: a value that is a classifier; emits nothing.
    pub fn new(classifier: impl Arg<Self>) -> Self {
        classifier.arg()
    }
}

class! {
    /// What sorts pixels into clusters of its own finding.
    Clusterer
}

earthengine_macros::algorithms!(Clusterer);

impl Clusterer {
    /// `ee.Clusterer(x)`: a value that is a clusterer; emits nothing.
    pub fn new(clusterer: impl Arg<Self>) -> Self {
        clusterer.arg()
    }
}

class! {
    /// How often each class was taken for which other one.
    ConfusionMatrix
}

earthengine_macros::algorithms!(ConfusionMatrix);

impl ConfusionMatrix {
    /// `ee.ConfusionMatrix(array)`. Emits `ConfusionMatrix(array)`.
    pub fn new(array: impl Arg<Self>) -> Self {
        array.arg()
    }

    /// `ee.ConfusionMatrix(array, order)`. Emits `ConfusionMatrix(array, order)`.
    pub fn new_with(
        array: impl Arg<Any>,
        options: impl FnOnce(ConfusionMatrixArgs) -> ConfusionMatrixArgs,
    ) -> Self {
        let mut arguments = vec![("array", array.arg().value())];
        arguments.extend(options(ConfusionMatrixArgs::default()).arguments);
        Self::of(Value::call("ConfusionMatrix", arguments))
    }
}

class! {
    /// How far a computed geometry may be from the exact one.
    ErrorMargin
}

earthengine_macros::algorithms!(ErrorMargin);

impl ErrorMargin {
    /// `ee.ErrorMargin(value)`, in metres. Emits `ErrorMargin(value)`.
    pub fn new(value: impl Arg<Self>) -> Self {
        value.arg()
    }

    /// `ee.ErrorMargin(value, unit)`. Emits `ErrorMargin(value, unit)`.
    pub fn new_with(
        value: impl Arg<super::Number>,
        options: impl FnOnce(ErrorMarginArgs) -> ErrorMarginArgs,
    ) -> Self {
        let mut arguments = vec![("value", value.arg().value())];
        arguments.extend(options(ErrorMarginArgs::default()).arguments);
        Self::of(Value::call("ErrorMargin", arguments))
    }
}

class! {
    /// How two collections are joined.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let same = ee::Filter::equals_with(|options| {
    ///     options.left_field("system:index").right_field("system:index")
    /// });
    /// let joined = ee::Join::save_first("clouds").apply(
    ///     ee::ImageCollection::new("COPERNICUS/S2_SR"),
    ///     ee::ImageCollection::new("COPERNICUS/S2_CLOUD_PROBABILITY"),
    ///     same,
    /// );
    /// ```
    Join
}

earthengine_macros::algorithms!(Join);

impl Join {
    /// `ee.Join(x)`: a value that is a join; emits nothing.
    pub fn new(join: impl Arg<Self>) -> Self {
        join.arg()
    }
}

class! {
    /// The neighbours of a pixel, and their weights.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let smooth = ee::Image::new("USGS/SRTMGL1_003").convolve(ee::Kernel::gaussian(3, 2));
    /// ```
    Kernel
}

earthengine_macros::algorithms!(Kernel);

impl Kernel {
    /// `ee.Kernel(x)`: a value that is a kernel; emits nothing.
    pub fn new(kernel: impl Arg<Self>) -> Self {
        kernel.arg()
    }
}

class! {
    /// A model that was trained elsewhere.
    Model
}

earthengine_macros::algorithms!(Model);

impl Model {
    /// `ee.Model(x)`: a value that is a model; emits nothing.
    pub fn new(model: impl Arg<Self>) -> Self {
        model.arg()
    }
}

class! {
    /// The type of the numbers in a band.
    PixelType
}

earthengine_macros::algorithms!(PixelType);

impl PixelType {
    /// `ee.PixelType(precision)`. Emits `PixelType(precision)`.
    pub fn new(precision: impl Arg<Self>) -> Self {
        precision.arg()
    }

    /// `ee.PixelType(precision, minValue, maxValue, dimensions)`. Emits `PixelType` with what is given.
    pub fn new_with(precision: impl Arg<Any>, options: impl FnOnce(PixelTypeArgs) -> PixelTypeArgs) -> Self {
        let mut arguments = vec![("precision", precision.arg().value())];
        arguments.extend(options(PixelTypeArgs::default()).arguments);
        Self::of(Value::call("PixelType", arguments))
    }
}

class! {
    /// A coordinate reference system with a transform from pixels.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let web_mercator = ee::Projection::new("EPSG:3857");
    /// ```
    Projection
}

earthengine_macros::algorithms!(Projection);

impl Projection {
    /// `ee.Projection(crs)`. Emits `Projection(crs)`.
    pub fn new(crs: impl Arg<Self>) -> Self {
        crs.arg()
    }

    /// `ee.Projection(crs, transform)`. Emits `Projection` with what is given.
    pub fn new_with(crs: impl Arg<Any>, options: impl FnOnce(ProjectionArgs) -> ProjectionArgs) -> Self {
        let mut arguments = vec![("crs", crs.arg().value())];
        arguments.extend(options(ProjectionArgs::default()).arguments);
        Self::of(Value::call("Projection", arguments))
    }
}

class! {
    /// What makes one value of many.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let median = ee::ImageCollection::new("LANDSAT/LT05/C02/T1_TOA").reduce(ee::Reducer::median());
    /// ```
    Reducer
}

earthengine_macros::algorithms!(Reducer);

impl Reducer {
    /// `ee.Reducer(x)`: a value that is a reducer; emits nothing.
    pub fn new(reducer: impl Arg<Self>) -> Self {
        reducer.arg()
    }
}

/// Slopes, aspects and shades of an elevation: `ee.Terrain`, which has nothing but functions.
#[derive(Clone, Copy, Debug)]
pub enum Terrain {}

earthengine_macros::algorithms!(Terrain);
