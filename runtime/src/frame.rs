//! Region, size and projection of the frames.

use crate::values::require;
use crate::{Crs, InvalidValue, Scale, ee};
use earthengine_schema::{messages, rules};

/// The part of the Earth that the frames show, their size and their projection.
///
/// None of it is a field of the request. It is folded into the expression when the request is encoded, in the
/// way in which the official clients do it; an [`Expression`](crate::Expression) that was read from JSON is sent
/// as it is and takes no frame. `dimensions` and `scale` exclude each other.
///
/// ```
/// # use earthengine::{Dimensions, Frame, Region};
/// let frame = Frame::new()
///     .region(Region::try_from([-122.7, 37.6, -122.0, 37.9])?)
///     .dimensions(Dimensions::try_from(720)?);
/// # Ok::<(), earthengine::InvalidValue>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Frame {
    region: Option<Region>,
    dimensions: Option<Dimensions>,
    scale: Option<Scale>,
    crs: Option<Crs>,
    crs_transform: Option<CrsTransform>,
}

impl Frame {
    /// A frame that leaves everything to the defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// The part of the Earth that is shown; absent: all that the images cover.
    pub fn region(mut self, region: impl Into<Region>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// The size of a frame in pixels. Excludes `scale`.
    pub fn dimensions(mut self, dimensions: Dimensions) -> Self {
        self.dimensions = Some(dimensions);
        self
    }

    /// Metres per pixel. Excludes `dimensions`.
    pub fn scale(mut self, scale: Scale) -> Self {
        self.scale = Some(scale);
        self
    }

    /// The coordinate reference system of the frames; absent: `SR-ORG:6627`.
    pub fn crs(mut self, crs: Crs) -> Self {
        self.crs = Some(crs);
        self
    }

    /// The affine transform from pixels to the coordinate reference system.
    pub fn crs_transform(mut self, crs_transform: CrsTransform) -> Self {
        self.crs_transform = Some(crs_transform);
        self
    }

    /// Puts the frame into each image, exactly as the official clients do when they export a video.
    pub(crate) fn fold(&self, frames: &ee::ImageCollection) -> Result<ee::ImageCollection, InvalidValue> {
        if self.dimensions.is_some() && self.scale.is_some() {
            return Err(InvalidValue::new(messages::exclusive_keys("dimensions", "scale")));
        }
        Ok(frames.map(|image| self.fold_image(&image)))
    }

    fn fold_image(&self, image: &ee::Image) -> ee::Image {
        let Self { region, dimensions, scale, crs, crs_transform } = self;
        let crs = ee::Projection::new(crs.as_ref().map_or(DEFAULT_CRS, Crs::as_str));
        let Some(CrsTransform(transform)) = crs_transform else {
            let image =
                image.set_default_projection_with(crs, |options| options.crs_transform([1, 0, 0, 0, -1, 0]));
            return clip(&image, region.as_ref().map(Region::geometry), *dimensions, *scale);
        };
        let image = image.reproject_with(crs, |options| options.crs_transform(transform));
        match (region, dimensions, scale) {
            // A rectangle of pixels: where it is, the transform says.
            (None, Some(Dimensions(Size::WidthAndHeight(width, height))), None) => {
                let pixels = ee::Geometry::rectangle_with([0, 0, *width, *height], |options| {
                    options.proj(image.projection()).geodesic(false).even_odd(true)
                });
                image.clip_to_bounds_and_scale_with(|options| options.geometry(pixels))
            }
            _ => clip(&image, region.as_ref().map(Region::geometry), *dimensions, *scale),
        }
    }
}

/// What the official clients always say of a video.
const DEFAULT_CRS: &str = "SR-ORG:6627";

/// Cuts out the region and gives it a size.
fn clip(
    image: &ee::Image,
    region: Option<ee::Geometry>,
    dimensions: Option<Dimensions>,
    scale: Option<Scale>,
) -> ee::Image {
    if dimensions.is_none() && scale.is_none() {
        return match region {
            Some(region) => image.clip(region),
            None => image.clone(),
        };
    }
    image.clip_to_bounds_and_scale_with(|mut options| {
        if let Some(region) = region {
            options = options.geometry(region);
        }
        options = match dimensions {
            Some(Dimensions(Size::LongerSide(side))) => options.max_dimension(side),
            Some(Dimensions(Size::WidthAndHeight(width, height))) => options.width(width).height(height),
            None => options,
        };
        match scale {
            Some(scale) => options.scale(scale.get()),
            None => options,
        }
    })
}

/// The part of the Earth that the frames show: a geometry, or a rectangle in degrees, `[west, south, east, north]`.
///
/// Latitudes are -90 to 90. Source: the official clients, which fold it into the expression.
///
/// ```
/// # use earthengine::{Region, ee};
/// const BAY: Region = Region::from_static([-122.7, 37.6, -122.0, 37.9]);
/// let around = Region::from(ee::Geometry::point([-122.3, 37.8]).buffer(5000).bounds());
/// assert!(Region::try_from([-122.7, 95.0, -122.0, 37.9]).is_err());
/// ```
#[derive(Clone, Debug)]
pub struct Region(Place);

#[derive(Clone, Debug)]
enum Place {
    Rectangle([f64; 4]),
    Geometry(ee::Geometry),
}

impl Region {
    /// Takes a rectangle that is known when the program is compiled.
    ///
    /// # Panics
    ///
    /// If a latitude is out of range or a number is not finite; in a constant, that is an error of the compiler.
    #[must_use]
    #[track_caller]
    pub const fn from_static(rectangle: [f64; 4]) -> Self {
        if let Err((violation, _)) = rules::region(rectangle) {
            require(Err(violation));
        }
        Self(Place::Rectangle(rectangle))
    }

    fn geometry(&self) -> ee::Geometry {
        match &self.0 {
            Place::Rectangle(rectangle) => ee::Geometry::rectangle(rectangle),
            Place::Geometry(geometry) => geometry.clone(),
        }
    }
}

impl TryFrom<[f64; 4]> for Region {
    type Error = InvalidValue;

    fn try_from(rectangle: [f64; 4]) -> Result<Self, InvalidValue> {
        match rules::region(rectangle) {
            Ok(()) => Ok(Self(Place::Rectangle(rectangle))),
            Err((violation, number)) => Err(InvalidValue::number(violation, number)),
        }
    }
}

impl From<ee::Geometry> for Region {
    fn from(geometry: ee::Geometry) -> Self {
        Self(Place::Geometry(geometry))
    }
}

impl From<&ee::Geometry> for Region {
    fn from(geometry: &ee::Geometry) -> Self {
        geometry.clone().into()
    }
}

/// The size of a frame in pixels.
///
/// One number is the longer side, the other follows from the region; two are width and height. At least 1.
/// Source: the official clients, which fold it into the expression.
///
/// ```
/// # use earthengine::Dimensions;
/// assert!(Dimensions::try_from(720).is_ok());
/// assert!(Dimensions::try_from([1920, 1080]).is_ok());
/// assert!(Dimensions::try_from([1920, 0]).is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dimensions(Size);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Size {
    LongerSide(i64),
    WidthAndHeight(i64, i64),
}

impl Dimensions {
    /// Takes the longer side, known when the program is compiled.
    ///
    /// # Panics
    ///
    /// If it is out of range; in a constant, that is an error of the compiler.
    #[must_use]
    #[track_caller]
    pub const fn from_static(longer_side: i64) -> Self {
        require(rules::DIMENSIONS.check(longer_side));
        Self(Size::LongerSide(longer_side))
    }

    /// Takes width and height, known when the program is compiled.
    ///
    /// # Panics
    ///
    /// If one is out of range; in a constant, that is an error of the compiler.
    #[must_use]
    #[track_caller]
    pub const fn from_static_size([width, height]: [i64; 2]) -> Self {
        require(rules::DIMENSIONS.check(width));
        require(rules::DIMENSIONS.check(height));
        Self(Size::WidthAndHeight(width, height))
    }
}

impl TryFrom<i64> for Dimensions {
    type Error = InvalidValue;

    fn try_from(longer_side: i64) -> Result<Self, InvalidValue> {
        let checked = rules::DIMENSIONS.check(longer_side);
        checked.map_err(|violation| InvalidValue::number(violation, longer_side))?;
        Ok(Self(Size::LongerSide(longer_side)))
    }
}

impl TryFrom<[i64; 2]> for Dimensions {
    type Error = InvalidValue;

    fn try_from([width, height]: [i64; 2]) -> Result<Self, InvalidValue> {
        Self::try_from(width)?;
        Self::try_from(height)?;
        Ok(Self(Size::WidthAndHeight(width, height)))
    }
}

/// The six numbers of the affine transform from pixels to the coordinate reference system: x scale, x shear,
/// x translation, y shear, y scale, y translation.
///
/// Source: the official clients, which fold it into the expression.
///
/// ```
/// # use earthengine::CrsTransform;
/// const TRANSFORM: CrsTransform = CrsTransform::from_static([30.0, 0.0, 399_960.0, 0.0, -30.0, 4_200_000.0]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CrsTransform([f64; 6]);

impl CrsTransform {
    /// Takes six numbers that are known when the program is compiled.
    ///
    /// # Panics
    ///
    /// If one is not finite; in a constant, that is an error of the compiler.
    #[must_use]
    #[track_caller]
    pub const fn from_static(numbers: [f64; 6]) -> Self {
        if let Err((violation, _)) = rules::crs_transform(numbers) {
            require(Err(violation));
        }
        Self(numbers)
    }
}

impl TryFrom<[f64; 6]> for CrsTransform {
    type Error = InvalidValue;

    fn try_from(numbers: [f64; 6]) -> Result<Self, InvalidValue> {
        match rules::crs_transform(numbers) {
            Ok(()) => Ok(Self(numbers)),
            Err((violation, number)) => Err(InvalidValue::number(violation, number)),
        }
    }
}
