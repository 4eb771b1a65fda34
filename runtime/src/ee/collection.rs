//! Collections of features, and what all collections share.

use super::convert::class;
use super::date::Instant;
use super::element::{self, Properties};
use super::{Any, Arg, Condition, Element, Feature, Geometry, Mapped, Number, Selectors};
use crate::ee::options::{DateFilterArgs, LimitArgs, MapArgs, SelectFeaturesArgs, SortArgs};
use crate::expression::graph::Value;

pub(super) fn filter(collection: Value, filter: Value) -> Value {
    Value::call("Collection.filter", [("collection", collection), ("filter", filter)])
}

pub(super) fn limit(collection: Value, limit: Value, options: Vec<(&'static str, Value)>) -> Value {
    let mut arguments = vec![("collection", collection), ("limit", limit)];
    arguments.extend(options);
    Value::call("Collection.limit", arguments)
}

pub(super) fn map(collection: Value, function: Value, options: Vec<(&'static str, Value)>) -> Value {
    let mut arguments = vec![("collection", collection), ("baseAlgorithm", function)];
    arguments.extend(options);
    Value::call("Collection.map", arguments)
}

pub(super) fn first(collection: Value) -> Value {
    Value::call("Collection.first", [("collection", collection)])
}

class! {
    /// A collection of features: a table.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let kenya = ee::FeatureCollection::new("FAO/GAUL/2015/level0")
    ///     .filter(ee::Filter::eq("ADM0_NAME", "Kenya"))
    ///     .geometry();
    /// ```
    FeatureCollection
}

earthengine_macros::algorithms!(FeatureCollection);

impl FeatureCollection {
    /// `ee.FeatureCollection(x)`: a text becomes `Collection.loadTable`, a list of features or geometries `Collection`;
    /// a value that is a collection emits nothing.
    pub fn new(collection: impl Arg<Self>) -> Self {
        collection.arg()
    }

    /// `ee.FeatureCollection(id, column)`: a table whose geometry is in this column.
    pub fn new_with_column(id: impl Arg<super::String>, column: impl Arg<super::String>) -> Self {
        let arguments = [("tableId", id.arg().value()), ("geometryColumn", column.arg().value())];
        Self::of(Value::call("Collection.loadTable", arguments))
    }

    /// The table with this id. Emits `Collection.loadTable(tableId)`.
    pub fn load(id: impl Arg<super::String>) -> Self {
        Self::of(Value::call("Collection.loadTable", [("tableId", id.arg().value())]))
    }

    /// A collection that was read from JSON as a part of a larger program.
    pub fn from_expression(expression: &crate::Expression) -> Self {
        Self::of(expression.graph())
    }

    /// The first feature. Emits `Collection.first`; say `ee::Feature::new(…)` to use its geometry.
    pub fn first(&self) -> Element {
        Element::of(self::first(self.value()))
    }

    /// The features with these properties alone. Emits `Collection.map` of `Feature.select`.
    pub fn select(&self, properties: impl Arg<Selectors>) -> Self {
        self.select_with(properties, |options| options)
    }

    /// [`select`](Self::select), with the options `new_properties` and `retain_geometry`.
    pub fn select_with(
        &self,
        properties: impl Arg<Selectors>,
        options: impl FnOnce(SelectFeaturesArgs) -> SelectFeaturesArgs,
    ) -> Self {
        let (properties, options) =
            (properties.arg().value(), options(SelectFeaturesArgs::default()).arguments);
        let function = Value::function(|[feature]| {
            let mut arguments = vec![
                ("input", feature),
                ("propertySelectors", properties),
                ("retainGeometry", Value::Bool(true)),
            ];
            arguments.extend(options);
            Value::call("Feature.select", arguments)
        });
        Self::of(self::map(self.value(), function, Vec::new()))
    }

    /// The elements for which the filter holds. Emits `Collection.filter(collection, filter)`.
    pub fn filter(&self, filter: impl Arg<Condition>) -> Self {
        Self::of(self::filter(self.value(), filter.arg().value()))
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
        Self::of(self::limit(self.value(), limit.arg().value(), options))
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
        Self::of(self::limit(self.value(), Value::Null, options))
    }

    /// Calls a function on each element, and collects the results. The function is called once, with a value that
    /// stands for each element. Emits `Collection.map(collection, baseAlgorithm)`.
    pub fn map<R: Mapped<Self>>(&self, function: impl FnOnce(Feature) -> R) -> R::Output {
        self.map_with(function, |options| options)
    }

    /// [`map`](Self::map), with the option `drop_nulls`: whether results that are null are left out.
    pub fn map_with<R: Mapped<Self>>(
        &self,
        function: impl FnOnce(Feature) -> R,
        options: impl FnOnce(MapArgs) -> MapArgs,
    ) -> R::Output {
        let function = Value::function(|[element]| function(Feature::of(element)).mapped().value());
        let options = options(MapArgs::default()).arguments;
        R::collected(Any::of(self::map(self.value(), function, options)))
    }

    /// Calls a function on each element and the result for the element before; `first` stands for that of the first
    /// element. Emits `Collection.iterate(collection, function, first)`.
    pub fn iterate<R: Into<Any>>(
        &self,
        function: impl FnOnce(Feature, Any) -> R,
        first: impl Arg<Any>,
    ) -> Any {
        let function =
            Value::function(|[element, last]| function(Feature::of(element), Any::of(last)).into().value());
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
