use earthengine::{ee, Expression};
use serde_json::Value;
fn corpus(f: &str) -> Value { serde_json::from_str::<Value>(&std::fs::read_to_string(format!("/work/shared/corpus/{f}.json")).unwrap()).unwrap()["expression"].take() }
#[test]
fn r01() {
    let c = ee::ImageCollection::new("LANDSAT/LT05/C02/T1_TOA").filter(ee::Filter::eq("WRS_PATH", 44)).filter(ee::Filter::eq("WRS_ROW", 34)).filter(ee::Filter::lt("CLOUD_COVER", 30)).filter_date("1991-01-01", "2011-12-30")
      .map(|image| image.visualize_with(|o| o.bands(["B4","B3","B2"]).min(0.02).max(0.35)));
    let j: Value = serde_json::from_str(&Expression::from(c).to_json().unwrap()).unwrap();
    println!("{}", serde_json::to_string_pretty(&j).unwrap());
    println!("{}", serde_json::to_string_pretty(&corpus("realistic/r01_l5_timelapse")).unwrap());
}
