//! `corpus/realistic`: programs as the public guides have them.

use super::assert_same;
use earthengine::ee;

#[test]
fn r01_l5_timelapse() {
    let frames = ee::ImageCollection::new("LANDSAT/LT05/C02/T1_TOA")
        .filter(ee::Filter::eq("WRS_PATH", 44))
        .filter(ee::Filter::eq("WRS_ROW", 34))
        .filter(ee::Filter::lt("CLOUD_COVER", 30))
        .filter_date("1991-01-01", "2011-12-30")
        .map(|image| image.visualize_with(|options| options.bands(["B4", "B3", "B2"]).min(0.02).max(0.35)));
    assert_same("realistic/r01_l5_timelapse", frames);
}
