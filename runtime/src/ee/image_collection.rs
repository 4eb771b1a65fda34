//! Collections of images.

use super::convert::class;
use super::date::Instant;
use super::element::{self, Properties};
use super::{Any, Arg, Condition, Geometry, Image, Mapped, Number, Selectors, collection, image};
use crate::ee::options::{DateFilterArgs, ImageLinkCollectionArgs, LimitArgs, MapArgs, SelectArgs, SortArgs};
use crate::expression::graph::Value;

class! {
    /// A collection of images, in order: the frames of a video.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let months = ee::ImageCollection::new("MODIS/061/MOD13A2").select("NDVI").filter_date("2023-01-01", "2024-01-01");
    /// ```
    ImageCollection
}

earthengine_macros::algorithms!(ImageCollection);

impl ImageCollection {
    /// `ee.ImageCollection(x)`: a text becomes `ImageCollection.load`, a list of images `ImageCollection.fromImages`, an
    /// image a collection of it; a value that is a collection emits nothing.
    pub fn new(collection: impl Arg<Self>) -> Self {
        collection.arg()
    }

    /// A collection that was read from JSON as a part of a larger program.
    pub fn from_expression(expression: &crate::Expression) -> Self {
        Self::of(expression.graph())
    }

    /// The first image. Emits `Collection.first`.
    pub fn first(&self) -> Image {
        Image::of(collection::first(self.value()))
    }

    /// The images with these bands alone. Emits `Collection.map` of `Image.select`.
    pub fn select(&self, selectors: impl Arg<Selectors>) -> Self {
        self.select_with(selectors, |options| options)
    }

    /// [`select`](Self::select), with the option `new_names`: what the bands are called then.
    pub fn select_with(
        &self,
        selectors: impl Arg<Selectors>,
        options: impl FnOnce(SelectArgs) -> SelectArgs,
    ) -> Self {
        let (selectors, options) = (selectors.arg().value(), options(SelectArgs::default()).arguments);
        let function = Value::function(|[image]| image::select(image, selectors, options));
        Self::of(collection::map(self.value(), function, Vec::new()))
    }

    /// Adds bands of the images of another collection with the same index. Emits `Collection.map` of
    /// `Image.linkCollection`.
    pub fn link_collection(&self, images: impl Arg<Self>, linked_bands: impl Arg<Any>) -> Self {
        let bands = linked_bands.arg();
        self.link_collection_with(images, |options| options.linked_bands(bands))
    }

    /// [`link_collection`](Self::link_collection) with its options by name.
    pub fn link_collection_with(
        &self,
        images: impl Arg<Self>,
        options: impl FnOnce(ImageLinkCollectionArgs) -> ImageLinkCollectionArgs,
    ) -> Self {
        let images = images.arg();
        self.map(|image| image.link_collection_with(images, options))
    }

    /// The elements for which the filter holds. Emits `Collection.filter(collection, filter)`.
    pub fn filter(&self, filter: impl Arg<Condition>) -> Self {
        Self::of(collection::filter(self.value(), filter.arg().value()))
    }

    /// The elements from `start` until before `end`. See [`Filter::date`](super::Filter::date).
    pub fn filter_date(&self, start: impl Arg<Instant>, end: impl Arg<Instant>) -> Self {
        self.filter(super::Filter::date(start, end))
    }

    /// [`filter_date`](Self::filter_date) with an optional `end`.
    pub fn filter_date_with(
        &self,
        start: impl Arg<Instant>,
        options: impl FnOnce(DateFilterArgs) -> DateFilterArgs,
    ) -> Self {
        self.filter(super::Filter::date_with(start, options))
    }

    /// The elements that touch the geometry. See [`Filter::bounds`](super::Filter::bounds).
    pub fn filter_bounds(&self, geometry: impl Arg<Geometry>) -> Self {
        self.filter(super::Filter::bounds(geometry))
    }

    /// The elements whose property compares so. See [`Filter::metadata`](super::Filter::metadata).
    pub fn filter_metadata(
        &self,
        name: impl Arg<super::String>,
        operator: &str,
        value: impl Arg<Any>,
    ) -> Self {
        self.filter(super::Filter::metadata(name, operator, value))
    }

    /// The first elements. Emits `Collection.limit(collection, limit)`.
    pub fn limit(&self, limit: impl Arg<Number>) -> Self {
        self.limit_with(limit, |options| options)
    }

    /// The first elements, sorted by the property `key`, upwards unless `ascending` is `false`.
    pub fn limit_with(&self, limit: impl Arg<Number>, options: impl FnOnce(LimitArgs) -> LimitArgs) -> Self {
        let options = options(LimitArgs::default()).arguments;
        Self::of(collection::limit(self.value(), limit.arg().value(), options))
    }

    /// Sorts by a property, upwards. Emits `Collection.limit(collection, key)`.
    pub fn sort(&self, property: impl Arg<super::String>) -> Self {
        self.sort_with(property, |options| options)
    }

    /// Sorts by a property; `ascending(false)` sorts downwards.
    pub fn sort_with(
        &self,
        property: impl Arg<super::String>,
        options: impl FnOnce(SortArgs) -> SortArgs,
    ) -> Self {
        let mut options = options(SortArgs::default()).arguments;
        options.push(("key", property.arg().value()));
        Self::of(collection::limit(self.value(), Value::Null, options))
    }

    /// Calls a function on each element, and collects the results. The function is called once, with a value that
    /// stands for each element. Emits `Collection.map(collection, baseAlgorithm)`.
    pub fn map<R: Mapped<Self>>(&self, function: impl FnOnce(Image) -> R) -> R::Output {
        self.map_with(function, |options| options)
    }

    /// [`map`](Self::map), with the option `drop_nulls`: whether results that are null are left out.
    pub fn map_with<R: Mapped<Self>>(
        &self,
        function: impl FnOnce(Image) -> R,
        options: impl FnOnce(MapArgs) -> MapArgs,
    ) -> R::Output {
        let function = Value::function(|[element]| function(Image::of(element)).mapped().value());
        let options = options(MapArgs::default()).arguments;
        R::collected(Any::of(collection::map(self.value(), function, options)))
    }

    /// Calls a function on each element and the result for the element before; `first` stands for that of the first
    /// element. Emits `Collection.iterate(collection, function, first)`.
    pub fn iterate<R: Into<Any>>(&self, function: impl FnOnce(Image, Any) -> R, first: impl Arg<Any>) -> Any {
        let function =
            Value::function(|[element, last]| function(Image::of(element), Any::of(last)).into().value());
        let arguments =
            [("collection", self.value()), ("function", function), ("first", first.arg().value())];
        Any::of(Value::call("Collection.iterate", arguments))
    }

    /// Sets a property. Emits `Element.set`.
    pub fn set(&self, key: impl Arg<super::String>, value: impl Arg<Any>) -> Self {
        Self::of(element::set(self.value(), key.arg().value(), value.arg().value()))
    }

    /// Sets several properties. Emits an `Element.set` for each, or `Element.setMulti` for a dictionary that only the
    /// service knows.
    pub fn set_all(&self, properties: impl Arg<Properties>) -> Self {
        Self::of(element::set_all(self.value(), properties.arg()))
    }
}
