//! Geometries.

use super::convert::{casts, class};
use super::{Arg, List, Number};
use crate::ee::options::GeometryArgs;
use crate::expression::graph::{Kind, Value};

class! {
    /// Points, lines or areas on the Earth.
    ///
    /// ```
    /// use earthengine::ee;
    ///
    /// let here = ee::Geometry::point([11.4, 47.2]).buffer(1000);
    /// let bay = ee::Geometry::rectangle([-122.7, 37.6, -122.0, 37.9]);
    /// ```
    ///
    /// Coordinates are longitude and latitude in degrees. They are lists of pairs, as deep as the kind of geometry
    /// has it, or flat lists of numbers. What is wrong with them is said when the request is encoded.
    Geometry
}

earthengine_macros::algorithms!(Geometry);

class! {
    /// What `ee::Geometry::new` takes. Unlike an argument that is a geometry, a collection is not turned into one: it is
    /// taken for one.
    ToGeometry
}

casts! { ToGeometry: Geometry super::Feature super::FeatureCollection super::ImageCollection super::Image super::Element
super::Dictionary super::Any }

impl From<super::Dict> for ToGeometry {
    fn from(geojson: super::Dict) -> Self {
        Self(Geometry::from(geojson).0)
    }
}

impl From<super::Call> for ToGeometry {
    fn from(call: super::Call) -> Self {
        Self(Geometry::from(call).0)
    }
}

/// The constructors of each kind. Coordinates that are computed, and options other than `even_odd`, are left to the
/// service: they emit `GeometryConstructors.KIND(coordinates, …)` as it is given.
impl Geometry {
    /// A point: `[longitude, latitude]`.
    pub fn point(coordinates: impl Arg<List>) -> Self {
        Self::construct(Shape::Point, &coordinates.arg(), GeometryArgs::default())
    }

    /// [`point`](Self::point) with options.
    pub fn point_with(
        coordinates: impl Arg<List>,
        options: impl FnOnce(GeometryArgs) -> GeometryArgs,
    ) -> Self {
        Self::construct(Shape::Point, &coordinates.arg(), options(GeometryArgs::default()))
    }

    /// Several points.
    pub fn multi_point(coordinates: impl Arg<List>) -> Self {
        Self::construct(Shape::MultiPoint, &coordinates.arg(), GeometryArgs::default())
    }

    /// [`multi_point`](Self::multi_point) with options.
    pub fn multi_point_with(
        coordinates: impl Arg<List>,
        options: impl FnOnce(GeometryArgs) -> GeometryArgs,
    ) -> Self {
        Self::construct(Shape::MultiPoint, &coordinates.arg(), options(GeometryArgs::default()))
    }

    /// A line through points.
    pub fn line_string(coordinates: impl Arg<List>) -> Self {
        Self::construct(Shape::LineString, &coordinates.arg(), GeometryArgs::default())
    }

    /// [`line_string`](Self::line_string) with options.
    pub fn line_string_with(
        coordinates: impl Arg<List>,
        options: impl FnOnce(GeometryArgs) -> GeometryArgs,
    ) -> Self {
        Self::construct(Shape::LineString, &coordinates.arg(), options(GeometryArgs::default()))
    }

    /// A closed line.
    pub fn linear_ring(coordinates: impl Arg<List>) -> Self {
        Self::construct(Shape::LinearRing, &coordinates.arg(), GeometryArgs::default())
    }

    /// [`linear_ring`](Self::linear_ring) with options.
    pub fn linear_ring_with(
        coordinates: impl Arg<List>,
        options: impl FnOnce(GeometryArgs) -> GeometryArgs,
    ) -> Self {
        Self::construct(Shape::LinearRing, &coordinates.arg(), options(GeometryArgs::default()))
    }

    /// Several lines.
    pub fn multi_line_string(coordinates: impl Arg<List>) -> Self {
        Self::construct(Shape::MultiLineString, &coordinates.arg(), GeometryArgs::default())
    }

    /// [`multi_line_string`](Self::multi_line_string) with options.
    pub fn multi_line_string_with(
        coordinates: impl Arg<List>,
        options: impl FnOnce(GeometryArgs) -> GeometryArgs,
    ) -> Self {
        Self::construct(Shape::MultiLineString, &coordinates.arg(), options(GeometryArgs::default()))
    }

    /// A rectangle: `[west, south, east, north]`, or two corners. It is sent as a polygon.
    pub fn rectangle(coordinates: impl Arg<List>) -> Self {
        Self::construct(Shape::Rectangle, &coordinates.arg(), GeometryArgs::default())
    }

    /// [`rectangle`](Self::rectangle) with options.
    pub fn rectangle_with(
        coordinates: impl Arg<List>,
        options: impl FnOnce(GeometryArgs) -> GeometryArgs,
    ) -> Self {
        Self::construct(Shape::Rectangle, &coordinates.arg(), options(GeometryArgs::default()))
    }

    /// An area: its border, and then the borders of holes.
    pub fn polygon(coordinates: impl Arg<List>) -> Self {
        Self::construct(Shape::Polygon, &coordinates.arg(), GeometryArgs::default())
    }

    /// [`polygon`](Self::polygon) with options.
    pub fn polygon_with(
        coordinates: impl Arg<List>,
        options: impl FnOnce(GeometryArgs) -> GeometryArgs,
    ) -> Self {
        Self::construct(Shape::Polygon, &coordinates.arg(), options(GeometryArgs::default()))
    }

    /// Several areas.
    pub fn multi_polygon(coordinates: impl Arg<List>) -> Self {
        Self::construct(Shape::MultiPolygon, &coordinates.arg(), GeometryArgs::default())
    }

    /// [`multi_polygon`](Self::multi_polygon) with options.
    pub fn multi_polygon_with(
        coordinates: impl Arg<List>,
        options: impl FnOnce(GeometryArgs) -> GeometryArgs,
    ) -> Self {
        Self::construct(Shape::MultiPolygon, &coordinates.arg(), options(GeometryArgs::default()))
    }
}

/// The kinds of geometry that have coordinates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Point,
    MultiPoint,
    LineString,
    LinearRing,
    MultiLineString,
    Rectangle,
    Polygon,
    MultiPolygon,
}

impl Shape {
    const ALL: [Self; 8] = [
        Self::Point,
        Self::MultiPoint,
        Self::LineString,
        Self::LinearRing,
        Self::MultiLineString,
        Self::Rectangle,
        Self::Polygon,
        Self::MultiPolygon,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Point => "Point",
            Self::MultiPoint => "MultiPoint",
            Self::LineString => "LineString",
            Self::LinearRing => "LinearRing",
            Self::MultiLineString => "MultiLineString",
            Self::Rectangle => "Rectangle",
            Self::Polygon => "Polygon",
            Self::MultiPolygon => "MultiPolygon",
        }
    }

    /// How many lists are around a number.
    fn levels(self) -> usize {
        match self {
            Self::Point => 1,
            Self::MultiPoint | Self::LineString | Self::LinearRing | Self::Rectangle => 2,
            Self::MultiLineString | Self::Polygon => 3,
            Self::MultiPolygon => 4,
        }
    }

    fn has_even_odd(self) -> bool {
        matches!(self, Self::Rectangle | Self::Polygon | Self::MultiPolygon)
    }
}

impl Geometry {
    /// `ee.Geometry(x)`: a GeoJSON dictionary, or a value that is a geometry, which emits nothing.
    pub fn new(geometry: impl Arg<ToGeometry>) -> Self {
        Self(geometry.arg().value())
    }

    /// The area between two longitudes and two latitudes, as `ee.Geometry.BBox`. An east that is less than west is
    /// meant across the 180th meridian.
    #[allow(clippy::similar_names, reason = "west and east")]
    pub fn bbox(
        west: impl Arg<Number>,
        south: impl Arg<Number>,
        east: impl Arg<Number>,
        north: impl Arg<Number>,
    ) -> Self {
        let [west, south, east, north] =
            [west.arg().value(), south.arg().value(), east.arg().value(), north.arg().value()];
        let numbers = [&west, &south, &east, &north].map(number);
        let [Some(west), Some(south), Some(east), Some(north)] = numbers else {
            let arguments = [("west", west), ("south", south), ("east", east), ("north", north)];
            return Self::of(Value::call("GeometryConstructors.BBox", arguments));
        };
        if [west, south, east, north].iter().any(|number| number.is_nan()) {
            return Self::of(Value::invalid("ee::Geometry::bbox: NaN is no coordinate"));
        }
        let (west, east) = longitudes(west, east);
        let corners =
            [(west, south.max(-90.0)), (east, north.min(90.0))].map(|(x, y)| [x, y].map(Value::Float));
        let arguments = [("coordinates", Value::list([ring(&corners)])), ("geodesic", Value::Bool(false))];
        Self::of(Value::call("GeometryConstructors.Polygon", arguments))
    }

    /// Several geometries in one. Emits `GeometryConstructors.MultiGeometry(geometries)`.
    pub fn multi_geometry(geometries: impl Arg<List>) -> Self {
        let arguments = [("geometries", geometries.arg().value())];
        Self::of(Value::call("GeometryConstructors.MultiGeometry", arguments))
    }

    fn construct(shape: Shape, coordinates: &List, options: GeometryArgs) -> Self {
        Self::of(construct(shape, coordinates.value(), options.arguments))
    }
}

/// What is computed, or has an option that only the service can judge, is sent as it is; the rest is put in order
/// here, as the official clients do.
fn construct(shape: Shape, coordinates: Value, mut options: Vec<(&'static str, Value)>) -> Value {
    options.retain(|(_, value)| !matches!(value, Value::Null));
    let literal = literal(&coordinates);
    let is_plain = options.iter().all(|(name, _)| *name == "evenOdd");
    let Some(literal) = literal.filter(|_| is_plain) else {
        options.push(("coordinates", coordinates));
        return Value::call(format!("GeometryConstructors.{}", shape.name()), options);
    };
    let ordered = match nested(literal, shape.levels()) {
        Ok(ordered) => ordered,
        Err(words) => return Value::invalid(format!("ee::Geometry: {}: {words}", shape.name())),
    };
    let (shape, ordered) = match (shape, ordered) {
        (Shape::Rectangle, Coordinates::List(corners)) => match rectangle(&corners) {
            Ok(polygon) => (Shape::Polygon, polygon),
            Err(words) => return Value::invalid(format!("ee::Geometry: Rectangle: {words}")),
        },
        (shape, ordered) => (shape, ordered.into_value()),
    };
    if shape.has_even_odd() && options.is_empty() {
        options.push(("evenOdd", Value::Bool(true)));
    }
    options.push(("coordinates", Value::node(Kind::Reference(ordered))));
    Value::call(format!("GeometryConstructors.{}", shape.name()), options)
}

/// Coordinates that are all numbers.
enum Coordinates {
    Number(Value),
    List(Vec<Coordinates>),
}

impl Coordinates {
    fn into_value(self) -> Value {
        match self {
            Self::Number(number) => number,
            Self::List(items) => Value::raw_list(items.into_iter().map(Self::into_value)),
        }
    }

    /// How many lists are around the numbers; `None` if that differs, or is deeper than any geometry.
    fn levels(&self) -> Option<usize> {
        match self {
            Self::Number(_) => Some(0),
            Self::List(items) => {
                let mut inner = items.iter().map(Self::levels);
                let first = inner.next()??;
                inner.all(|levels| levels == Some(first)).then_some(first + 1)
            }
        }
    }
}

/// The numbers in nested lists; `None` if something is computed. Deeper than any geometry is no coordinate.
fn literal(value: &Value) -> Option<Coordinates> {
    fn read(value: &Value, depth: usize) -> Option<Coordinates> {
        match value {
            Value::Int(_) | Value::Float(_) => Some(Coordinates::Number(value.clone())),
            Value::Node(node) if depth < 6 => match &node.kind {
                Kind::List(items) => {
                    let items: Option<_> = items.iter().map(|item| read(item, depth + 1)).collect();
                    items.map(Coordinates::List)
                }
                Kind::Reference(inner) => read(inner, depth + 1),
                _ => None,
            },
            _ => None,
        }
    }
    read(value, 0)
}

/// Pairs flat numbers, and adds the outer lists that are missing.
fn nested(coordinates: Coordinates, wanted: usize) -> Result<Coordinates, String> {
    let mut coordinates = match coordinates {
        Coordinates::List(numbers)
            if wanted > 1 && numbers.iter().all(|item| matches!(item, Coordinates::Number(_))) =>
        {
            if numbers.len() % 2 != 0 {
                return Err(format!("{} numbers are no pairs of longitude and latitude", numbers.len()));
            }
            let (mut pairs, mut numbers) = (Vec::new(), numbers.into_iter());
            while let (Some(x), Some(y)) = (numbers.next(), numbers.next()) {
                pairs.push(Coordinates::List(vec![x, y]));
            }
            if pairs.is_empty() {
                return Err("there are no coordinates".to_owned());
            }
            Coordinates::List(pairs)
        }
        other => other,
    };
    let Some(mut levels) = coordinates.levels() else {
        return Err("the lists of coordinates are not equally deep".to_owned());
    };
    while levels < wanted && levels > 0 {
        coordinates = Coordinates::List(vec![coordinates]);
        levels += 1;
    }
    if levels != wanted {
        return Err(format!("the coordinates are {levels} lists deep; they must be {wanted}"));
    }
    Ok(coordinates)
}

fn rectangle(corners: &[Coordinates]) -> Result<Value, String> {
    let point = |corner: &Coordinates| match corner {
        Coordinates::List(point) => match point.as_slice() {
            [Coordinates::Number(x), Coordinates::Number(y)] => Some([x.clone(), y.clone()]),
            _ => None,
        },
        Coordinates::Number(_) => None,
    };
    let points: Option<Vec<_>> = corners.iter().map(point).collect();
    match points.as_deref() {
        Some([first, second]) => Ok(Value::raw_list([ring(&[first.clone(), second.clone()])])),
        _ => Err("it has two corners, `[west, south, east, north]`".to_owned()),
    }
}

/// The four corners, in the order of the official clients.
fn ring([[x1, y1], [x2, y2]]: &[[Value; 2]; 2]) -> Value {
    let corner = |x: &Value, y: &Value| Value::raw_list([x.clone(), y.clone()]);
    Value::raw_list([corner(x1, y2), corner(x1, y1), corner(x2, y1), corner(x2, y2)])
}

#[allow(clippy::cast_precision_loss, reason = "degrees are small")]
fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Int(number) => Some(*number as f64),
        Value::Float(number) => Some(*number),
        _ => None,
    }
}

/// All around is -180 to 180; else both between -180 and 180, and east not before west.
fn longitudes(west: f64, east: f64) -> (f64, f64) {
    if east - west >= 360.0 {
        return (-180.0, 180.0);
    }
    let canonical = |longitude: f64| match longitude % 360.0 {
        longitude if longitude > 180.0 => longitude - 360.0,
        longitude if longitude <= -180.0 => longitude + 360.0,
        longitude => longitude,
    };
    let (west, east) = (canonical(west), canonical(east));
    (west, if east < west { east + 360.0 } else { east })
}

/// A GeoJSON dictionary. It is sent as it is: only the named constructors put coordinates in order and say how
/// polygons are filled.
pub(super) fn from_geojson(geojson: &Value) -> Value {
    let invalid = || {
        Value::invalid("ee::Geometry: the dictionary is no GeoJSON geometry with `type` and `coordinates`")
    };
    let Some(Value::Text(kind)) = geojson.entry("type") else { return invalid() };
    let (name, own) = if &**kind == "GeometryCollection" {
        let geometries = geojson.entry("geometries").and_then(Value::as_node).map(|node| &node.kind);
        let Some(Kind::List(geometries)) = geometries else { return invalid() };
        ("MultiGeometry", ("geometries", Value::list(geometries.iter().map(from_geojson))))
    } else {
        let shape = Shape::ALL.into_iter().find(|shape| shape.name() == &**kind);
        let (Some(shape), Some(coordinates)) = (shape, geojson.entry("coordinates")) else {
            return invalid();
        };
        if shape == Shape::Rectangle || !is_as_deep_as(shape, coordinates) {
            return invalid();
        }
        (shape.name(), ("coordinates", Value::node(Kind::Reference(coordinates.clone()))))
    };
    let mut arguments = vec![own];
    for name in ["geodesic", "evenOdd"] {
        arguments.extend(geojson.entry(name).map(|value| (name, value.clone())));
    }
    if let Some(crs) = geojson.entry("crs") {
        let Some(name @ Value::Text(_)) = crs.entry("properties").and_then(|named| named.entry("name"))
        else {
            return Value::invalid(
                "ee::Geometry: the `crs` of the GeoJSON has no name; write \
                 `{ \"type\": \"name\", \"properties\": { \"name\": \"EPSG:4326\" } }`",
            );
        };
        arguments.push(("crs", Value::call("Projection", [("crs", name.clone())])));
    }
    Value::call(format!("GeometryConstructors.{name}"), arguments)
}

/// Whether coordinates are numbers in as many lists as the shape has; several points, lines or areas may be none.
fn is_as_deep_as(shape: Shape, coordinates: &Value) -> bool {
    match literal(coordinates) {
        Some(Coordinates::List(items)) if items.is_empty() => {
            matches!(shape, Shape::MultiPoint | Shape::MultiLineString | Shape::MultiPolygon)
        }
        Some(coordinates) => coordinates.levels() == Some(shape.levels()),
        None => false,
    }
}
