//! Filters.

use super::convert::{casts, class};
use super::date::Instant;
use super::{Any, Arg, DateRange, Geometry, List};
use crate::ee::options::{BoundsArgs, DateFilterArgs, InListArgs};
use crate::expression::graph::Value;

class! {
    /// A condition on the properties of an element.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let summer = ee::Filter::and([ee::Filter::gte("month", 6), ee::Filter::lt("month", 9)]);
    /// ```
    Filter
}

earthengine_macros::algorithms!(Filter);

class! {
    /// What `filter` takes: an `ee::Filter`, or the text of an expression.
    Condition
}

impl<T: Into<Filter>> From<T> for Condition {
    fn from(filter: T) -> Self {
        Self(filter.into().0)
    }
}

class! {
    /// Several filters: an array, a slice, a `Vec` or a tuple of them, or an `ee::List`.
    Filters
}

casts! { Filters: List Any }

impl From<Filter> for Filters {
    fn from(filter: Filter) -> Self {
        [filter].into()
    }
}

impl<X: Into<Filter>, const N: usize> From<[X; N]> for Filters {
    fn from(filters: [X; N]) -> Self {
        Self(Value::list(filters.into_iter().map(|filter| filter.into().0)))
    }
}

impl<X: Clone + Into<Filter>> From<&[X]> for Filters {
    fn from(filters: &[X]) -> Self {
        filters.to_vec().into()
    }
}

impl<X: Into<Filter>> From<Vec<X>> for Filters {
    fn from(filters: Vec<X>) -> Self {
        Self(Value::list(filters.into_iter().map(|filter| filter.into().0)))
    }
}

impl<A: Into<Filter>, B: Into<Filter>> From<(A, B)> for Filters {
    fn from((a, b): (A, B)) -> Self {
        [a.into(), b.into()].into()
    }
}

impl<A: Into<Filter>, B: Into<Filter>, C: Into<Filter>> From<(A, B, C)> for Filters {
    fn from((a, b, c): (A, B, C)) -> Self {
        [a.into(), b.into(), c.into()].into()
    }
}

/// `function(leftField = name, rightValue = value)`.
fn compare(function: &'static str, name: impl Arg<super::String>, value: impl Arg<Any>) -> Filter {
    let arguments = [("leftField", name.arg().value()), ("rightValue", value.arg().value())];
    Filter::of(Value::call(function, arguments))
}

#[allow(clippy::should_implement_trait, reason = "Earth Engine's names")]
impl Filter {
    /// `ee.Filter(x)`: a value that is a filter, or a list of filters that must all hold.
    pub fn new(filter: impl Arg<Self>) -> Self {
        filter.arg()
    }

    /// The property equals the value. Emits `Filter.equals(leftField, rightValue)`.
    pub fn eq(name: impl Arg<super::String>, value: impl Arg<Any>) -> Self {
        compare("Filter.equals", name, value)
    }

    /// The property does not equal the value. Emits `Filter.not` of `Filter.equals`.
    pub fn neq(name: impl Arg<super::String>, value: impl Arg<Any>) -> Self {
        Self::eq(name, value).not()
    }

    /// The property is less than the value. Emits `Filter.lessThan(leftField, rightValue)`.
    pub fn lt(name: impl Arg<super::String>, value: impl Arg<Any>) -> Self {
        compare("Filter.lessThan", name, value)
    }

    /// The property is not less than the value. Emits `Filter.not` of `Filter.lessThan`.
    pub fn gte(name: impl Arg<super::String>, value: impl Arg<Any>) -> Self {
        Self::lt(name, value).not()
    }

    /// The property is greater than the value. Emits `Filter.greaterThan(leftField, rightValue)`.
    pub fn gt(name: impl Arg<super::String>, value: impl Arg<Any>) -> Self {
        compare("Filter.greaterThan", name, value)
    }

    /// The property is not greater than the value. Emits `Filter.not` of `Filter.greaterThan`.
    pub fn lte(name: impl Arg<super::String>, value: impl Arg<Any>) -> Self {
        Self::gt(name, value).not()
    }

    /// All filters hold. Emits `Filter.and(filters)`.
    pub fn and(filters: impl Arg<Filters>) -> Self {
        Self::of(Value::call("Filter.and", [("filters", filters.arg().value())]))
    }

    /// At least one filter holds. Emits `Filter.or(filters)`.
    pub fn or(filters: impl Arg<Filters>) -> Self {
        Self::of(Value::call("Filter.or", [("filters", filters.arg().value())]))
    }

    /// The property is one of the items. Emits `Filter.listContains` with left and right exchanged.
    pub fn in_list(left_field: impl Arg<super::String>, right_value: impl Arg<Any>) -> Self {
        let (field, list) = (left_field.arg(), right_value.arg());
        Self::in_list_with(|options| options.left_field(field).right_value(list))
    }

    /// [`in_list`](Self::in_list) with its arguments by name.
    pub fn in_list_with(options: impl FnOnce(InListArgs) -> InListArgs) -> Self {
        let exchanged = options(InListArgs::default()).arguments.into_iter().map(|(name, value)| {
            let name = match name {
                "leftField" => "rightField",
                "rightValue" => "leftValue",
                "rightField" => "leftField",
                _ => "rightValue",
            };
            (name, value)
        });
        Self::of(Value::call("Filter.listContains", exchanged))
    }

    /// The element begins in this time: from `start` until before `end`. Emits `Filter.dateRangeContains` of a
    /// `DateRange` and `system:time_start`.
    pub fn date(start: impl Arg<Instant>, end: impl Arg<Instant>) -> Self {
        let end = end.arg();
        Self::date_with(start, |options| options.end(end))
    }

    /// [`date`](Self::date) with an optional `end`: without it, one millisecond from `start`.
    pub fn date_with(
        start: impl Arg<Instant>,
        options: impl FnOnce(DateFilterArgs) -> DateFilterArgs,
    ) -> Self {
        let mut range = vec![("start", start.arg().value())];
        range.extend(options(DateFilterArgs::default()).arguments);
        let range = DateRange::of(Value::call("DateRange", range));
        let arguments = [("leftValue", range.value()), ("rightField", Value::text("system:time_start"))];
        Self::of(Value::call("Filter.dateRangeContains", arguments))
    }

    /// The element touches the geometry. Emits `Filter.intersects(leftField = ".all", rightValue = Feature(geometry))`.
    pub fn bounds(geometry: impl Arg<Geometry>) -> Self {
        Self::bounds_with(geometry, |options| options)
    }

    /// [`bounds`](Self::bounds) with an optional `error_margin`.
    pub fn bounds_with(geometry: impl Arg<Geometry>, options: impl FnOnce(BoundsArgs) -> BoundsArgs) -> Self {
        let feature = Value::call("Feature", [("geometry", geometry.arg().value())]);
        let mut arguments = vec![("leftField", Value::text(".all")), ("rightValue", feature)];
        arguments.extend(options(BoundsArgs::default()).arguments);
        Self::of(Value::call("Filter.intersects", arguments))
    }

    /// The same as [`bounds`](Self::bounds).
    pub fn geometry(geometry: impl Arg<Geometry>) -> Self {
        Self::bounds(geometry)
    }

    /// What `filterMetadata(name, operator, value)` filters by. `operator` is `equals`, `less_than`, `greater_than`,
    /// `contains`, `starts_with` or `ends_with`, each also with `not_` before it.
    pub fn metadata(name: impl Arg<super::String>, operator: &str, value: impl Arg<Any>) -> Self {
        let (is_negated, operator) =
            operator.strip_prefix("not_").map_or((false, operator), |operator| (true, operator));
        let function = match operator {
            "equals" => "Filter.equals",
            "less_than" => "Filter.lessThan",
            "greater_than" => "Filter.greaterThan",
            "contains" => "Filter.stringContains",
            "starts_with" => "Filter.stringStartsWith",
            "ends_with" => "Filter.stringEndsWith",
            other => {
                let words =
                    format!("filter_metadata: `{}` is no operator; write `equals`", other.escape_debug());
                return Self::of(Value::invalid(words));
            }
        };
        let filter = compare(function, name, value);
        if is_negated { filter.not() } else { filter }
    }
}
