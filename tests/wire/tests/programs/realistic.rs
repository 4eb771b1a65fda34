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

#[test]
fn r03_l8_qa_mask() {
    fn mask(image: ee::Image) -> ee::Image {
        let qa = image.select("QA_PIXEL").bitwise_and(31).eq(0);
        let sat = image.select("QA_RADSAT").eq(0);
        let optical = image.select("SR_B.").multiply(0.0000275).add(-0.2);
        let thermal = image.select("ST_B.*").multiply(0.00341802).add(149);
        image
            .add_bands_with(optical, |options| options.overwrite(true))
            .add_bands_with(thermal, |options| options.overwrite(true))
            .update_mask(qa)
            .update_mask(sat)
    }
    let c = ee::ImageCollection::new("LANDSAT/LC08/C02/T1_L2")
        .filter_date("2019-04-01", "2019-10-01")
        .filter_bounds(ee::Geometry::point([11.4, 47.2]));
    let frames = c
        .map(mask)
        .map(|i| i.visualize_with(|options| options.bands(["SR_B4", "SR_B3", "SR_B2"]).min(0).max(0.28)));
    assert_same("realistic/r03_l8_qa_mask", frames);
}

#[test]
fn r06_s2_cloud_shadow() {
    fn join(a: &ee::ImageCollection, b: &ee::ImageCollection, name: &str) -> ee::ImageCollection {
        let j = ee::ImageCollection::new(ee::Join::save_first(name).apply(
            a,
            b,
            ee::Filter::equals_with(|options| options.left_field("system:index").right_field("system:index")),
        ));
        j.map(|i| i.add_bands(ee::Image::new(i.get(name))))
    }
    fn mask(i: ee::Image) -> ee::Image {
        let cdi = ee::algorithms::sentinel2::cdi(&i);
        let cloud =
            i.select("probability").gt(60).and(cdi.lt(-0.4)).or(i.select("B10").multiply(0.0001).gt(0.012));
        let cloud =
            cloud.focal_min(2).focal_max(12).reproject_with(cdi.projection(), |options| options.scale(20));
        let az = ee::Number::new(90).subtract(ee::Number::new(i.get("MEAN_SOLAR_AZIMUTH_ANGLE")));
        let far = cloud
            .directional_distance_transform(az, 40)
            .reproject_with(cdi.projection(), |options| options.scale(100))
            .select("distance")
            .mask();
        i.select(["B4", "B3", "B2"]).update_mask(far.not())
    }
    let roi = ee::Geometry::point([14.3, 40.8]);
    let start = ee::Date::new("2021-04-01");
    let end = start.advance(5, "month");
    let l1c = ee::ImageCollection::new("COPERNICUS/S2")
        .filter_bounds(&roi)
        .filter_date(&start, &end)
        .select(["B7", "B8", "B8A", "B10"]);
    let prob = ee::ImageCollection::new("COPERNICUS/S2_CLOUD_PROBABILITY")
        .filter_date(&start, &end)
        .filter_bounds(&roi);
    let sr = ee::ImageCollection::new("COPERNICUS/S2_SR")
        .filter_date(&start, &end)
        .filter_bounds(&roi)
        .select(["B2", "B3", "B4"]);
    let joined = join(&join(&sr, &prob, "p"), &l1c, "l1c");
    let frames = joined.map(mask).map(|i| i.visualize_with(|options| options.min(0).max(2800)));
    assert_same("realistic/r06_s2_cloud_shadow", frames);
}

#[test]
fn r08_monthly_climatology() {
    let et = ee::ImageCollection::new("MODIS/061/MOD16A2GF").select("ET");
    let month = |m| et.filter(ee::Filter::calendar_range(&m, &m, "month")).mean().set("month", m);
    let frames = ee::ImageCollection::from_images(ee::List::sequence(1, 12).map(month)).map(|i| {
        i.visualize_with(|options| options.min(0).max(320).palette("ffffff,fcd163,99b718,207401,012e01"))
    });
    assert_same("realistic/r08_monthly_climatology", frames);
}

#[test]
fn r11_night_lights() {
    let nl = ee::ImageCollection::new("NOAA/DMSP-OLS/NIGHTTIME_LIGHTS").select("stable_lights");
    let when =
        |y: ee::Number| nl.filter_date(ee::Date::from_ymd(&y, 1, 1), ee::Date::from_ymd(&y, 12, 31)).first();
    let frame = |y| {
        let y = ee::Number::new(y);
        ee::Image::cat([when(y.clone()), when(y.add(5)), when(y.add(10))])
            .visualize_with(|options| options.min(0).max(63))
    };
    let frames = ee::ImageCollection::new(ee::List::sequence(1992, 2003).map(frame));
    assert_same("realistic/r11_night_lights", frames);
}

#[test]
fn r13_sst_anomaly() {
    let sst = ee::ImageCollection::new("NOAA/CDR/OISST/V2_1").select("sst");
    let base =
        sst.filter_date("1991-01-01", "2021-01-01").filter(ee::Filter::calendar_range(7, 7, "month")).mean();
    let frames = sst
        .filter_date("2023-07-01", "2023-08-01")
        .map(|i| {
            i.subtract(&base)
                .multiply(0.01)
                .copy_properties_with(|options| options.source(&i).properties(i.property_names()))
        })
        .map(|i| {
            i.visualize_with(|options| options.min(-4).max(4).palette(["#2166ac", "#f7f7f7", "#b2182b"]))
        });
    assert_same("realistic/r13_sst_anomaly", frames);
}

#[test]
fn r16_cloud_score() {
    fn rescale(img: &ee::Image, ex: &str, lo: f64, hi: f64) -> ee::Image {
        img.expression_with(ex, |e| e.var("img", img)).subtract(lo).divide(hi - lo)
    }
    fn score(img: ee::Image) -> ee::Image {
        let s = ee::Image::new(1).min(rescale(&img, "img.blue", 0.1, 0.3));
        let s = s.min(rescale(&img, "img.red + img.green + img.blue", 0.2, 0.8));
        let s = s.min(rescale(&img, "img.nir + img.swir1 + img.swir2", 0.3, 0.8));
        let s = s.min(rescale(&img, "img.temp", 300.0, 290.0));
        s.min(rescale(&img.normalized_difference(["green", "swir1"]), "img", 0.8, 0.6))
    }
    fn add(img: ee::Image) -> ee::Image {
        let q = score(img.select_with(["B2", "B3", "B4", "B5", "B6", "B7", "B10"], |options| {
            options.new_names(["blue", "green", "red", "nir", "swir1", "swir2", "temp"])
        }));
        img.add_bands(ee::Image::new(1).subtract(q).select_with([0], |options| options.new_names(["clear"])))
    }
    let c =
        ee::ImageCollection::new("LANDSAT/LC08/C02/T1_TOA").filter_date("2018-03-01", "2018-06-01").map(add);
    let frames = ee::ImageCollection::new([c.quality_mosaic("clear"), c.median()])
        .map(|i| i.visualize_with(|options| options.bands(["B4", "B3", "B2"]).max(0.4).gamma(1.6)));
    assert_same("realistic/r16_cloud_score", frames);
}

#[test]
fn r18_ndwi_water() {
    let back = ee::Image::new("CGIAR/SRTM90_V4")
        .visualize_with(|options| options.min(0).max(3000).palette(["222222", "cccccc"]));
    let frame = |i: ee::Image| {
        let w = i.normalized_difference(["B3", "B8"]);
        let water = w
            .update_mask(w.gt(0.15))
            .visualize_with(|options| options.min(0.15).max(0.6).palette(["00ffff", "0000ff"]));
        back.blend(water).set("system:time_start", i.get("system:time_start"))
    };
    let frames = ee::ImageCollection::new("COPERNICUS/S2_SR_HARMONIZED")
        .filter_date("2021-01-01", "2021-12-31")
        .filter_bounds(ee::Geometry::point([-8.05, 52.9]))
        .map(frame);
    assert_same("realistic/r18_ndwi_water", frames);
}

#[test]
fn r21_cumulative_rain() {
    let rain = ee::ImageCollection::new("UCSB-CHG/CHIRPS/DAILY").filter_date("2015-06-01", "2015-10-01");
    let upto = |i: ee::Image| {
        rain.filter_date("2015-06-01", ee::Date::new(i.get("system:time_start")).advance(1, "day")).sum()
    };
    let frames = rain.map(upto).map(|i| {
        i.visualize_with(|options| options.min(0).max(2500).palette(["white", "lightblue", "blue", "navy"]))
    });
    assert_same("realistic/r21_cumulative_rain", frames);
}

#[test]
fn r23_lst_celsius() {
    fn c2(i: ee::Image) -> ee::Image {
        let good = i.select("QC_Day").bitwise_and(3).lte(1);
        i.select("LST_Day_1km").multiply(0.02).subtract(273.15).update_mask(good).copy_properties_with(
            |options| options.source(&i).properties(["system:time_start", "system:index"]),
        )
    }
    let palette = ["040274", "0502a3", "269db1", "3be285", "fff705", "ff6e08", "911003"];
    let frames = ee::ImageCollection::new("MODIS/061/MOD11A1")
        .filter_date("2022-07-01", "2022-07-31")
        .map(c2)
        .map(|i| i.visualize_with(|options| options.min(15).max(50).palette(palette)));
    assert_same("realistic/r23_lst_celsius", frames);
}

#[test]
fn r26_moving_window() {
    let ndvi =
        ee::ImageCollection::new("MODIS/061/MOD13Q1").select("NDVI").filter_date("2019-01-01", "2020-01-01");
    let half = 24;
    let smooth = |i: ee::Image| {
        let d = ee::Date::new(i.get("system:time_start"));
        ndvi.filter_date(d.advance(-half, "day"), d.advance(half, "day"))
            .mean()
            .copy_properties_with(|options| options.source(i).properties(["system:time_start"]))
    };
    let frames = ndvi
        .map(smooth)
        .map(|i| i.visualize_with(|options| options.min(0).max(8500).palette(["white", "darkgreen"])));
    assert_same("realistic/r26_moving_window", frames);
}

#[test]
fn r28_scenario_merge() {
    let base = ee::ImageCollection::new("NASA/NEX-DCP30_ENSEMBLE_STATS")
        .select(["tasmax_median"])
        .filter_date("2030-01-01", "2060-01-01")
        .filter(ee::Filter::calendar_range_with(7, |options| options.field("month")));
    let cold =
        base.map(|i| i.select(()).add_bands_with(i.subtract(273.15), |options| options.overwrite(true)));
    let a = cold
        .filter(r#"scenario == "rcp26""#)
        .select_with(["tasmax_median"], |options| options.new_names(["t"]));
    let b = cold
        .filter(r#"scenario == "rcp85""#)
        .select_with(["tasmax_median"], |options| options.new_names(["t"]));
    let frames = a.merge(b).sort("system:time_start").map(|i| {
        i.visualize_with(|options| {
            options.min(17.5).max(40).palette(["000004", "320A5A", "BB3654", "FCFFA4"])
        })
    });
    assert_same("realistic/r28_scenario_merge", frames);
}

#[test]
fn r31_cluster() {
    let i0 = ee::Image::new("COPERNICUS/S2_SR_HARMONIZED/20200715T101559_20200715T101556_T32TQM");
    let tr = i0.sample_with(|options| {
        options.region(ee::Geometry::rectangle([11.2, 44.3, 11.6, 44.6])).scale(30).num_pixels(3000)
    });
    let km = ee::Clusterer::weka_k_means(8).train(tr);
    let frames = ee::ImageCollection::new([i0]).map(|i| i.cluster(km).random_visualizer());
    assert_same("realistic/r31_cluster", frames);
}

#[test]
fn r33_trend_window() {
    let nl = ee::ImageCollection::new("NOAA/DMSP-OLS/NIGHTTIME_LIGHTS")
        .select("stable_lights")
        .map(|i| i.add_bands(i.metadata("system:time_start").divide(1e18)));
    let fit = |y| {
        let s = ee::Date::from_ymd(ee::Number::new(y), 1, 1);
        let f = nl
            .filter_date(&s, s.advance(6, "year"))
            .select(["system:time_start", "stable_lights"])
            .reduce(ee::Reducer::linear_fit());
        f.visualize_with(|options| options.min(0).max((0.18, 20, -0.18)).bands(["scale", "offset", "scale"]))
    };
    let frames = ee::ImageCollection::new(ee::List::sequence(1992, 2007).map(fit));
    assert_same("realistic/r33_trend_window", frames);
}

#[test]
fn r36_two_panels() {
    let w = ee::Number::new(40000);
    let ic = ee::ImageCollection::new("MODIS/061/MOD13A1").filter_date("2021-01-01", "2021-07-01");
    let frame = |i: ee::Image| {
        let l =
            i.select("NDVI").visualize_with(|options| options.min(0).max(9000).palette(["white", "green"]));
        let r = i
            .select("EVI")
            .visualize_with(|options| options.min(0).max(6000).palette(["white", "purple"]))
            .translate(w, 0);
        l.blend(r)
    };
    assert_same("realistic/r36_two_panels", ic.map(frame));
}

#[test]
fn r38_sensor_harmonise() {
    fn prep(id: &str, src: [&str; 3]) -> ee::ImageCollection {
        ee::ImageCollection::new(id)
            .filter_bounds(ee::Geometry::point([-3.7, 40.4]))
            .select_with(src, |options| options.new_names(["red", "green", "blue"]))
    }
    let a = prep("LANDSAT/LT05/C02/T1_TOA", ["B3", "B2", "B1"]);
    let b = prep("LANDSAT/LE07/C02/T1_TOA", ["B3", "B2", "B1"]);
    let c = prep("LANDSAT/LC08/C02/T1_TOA", ["B4", "B3", "B2"]);
    let frames = a
        .merge(b)
        .merge(c)
        .sort("system:time_start")
        .map(|i| i.visualize_with(|options| options.min(0).max(0.35)));
    assert_same("realistic/r38_sensor_harmonise", frames);
}

#[test]
fn r41_cumulative_cost() {
    let cost = ee::Image::new("ESA/WorldCover/v200/2021")
        .remap([10, 20, 30, 40, 50, 60, 80, 90], [8, 5, 4, 3, 1, 2, 100, 9]);
    let src = ee::Image::empty()
        .byte()
        .paint(ee::FeatureCollection::new(ee::Geometry::point([-18.0, 65.6]).buffer(500)), 1);
    let cc = cost.cumulative_cost(src, 80000);
    let frames = ee::ImageCollection::new([cc.lt(100000), cc.lt(200000), cc.lt(400000)])
        .map(|i| i.self_mask().visualize_with(|options| options.palette("d7191c")));
    assert_same("realistic/r41_cumulative_cost", frames);
}

#[test]
fn r43_mosaic_by_day() {
    let s2 = ee::ImageCollection::new("COPERNICUS/S2_HARMONIZED")
        .filter_bounds(ee::Geometry::rectangle([30, 0, 31, 1]))
        .filter_date("2022-01-01", "2022-03-01");
    let days = ee::List::new(s2.to_list(s2.size()).map(|i| ee::Image::new(i).date().format("YYYY-MM-dd")))
        .distinct();
    let day = |d| {
        let d = ee::Date::new(d);
        s2.filter_date(&d, d.advance(1, "day")).mosaic().set("system:time_start", d.millis())
    };
    let frames = ee::ImageCollection::new(days.map(day))
        .map(|i| i.visualize_with(|options| options.bands(["B4", "B3", "B2"]).max(3000)));
    assert_same("realistic/r43_mosaic_by_day", frames);
}

#[test]
fn r46_sea_ice_stack() {
    let lat = ee::Image::pixel_lon_lat().select("latitude");
    let frames = ee::ImageCollection::new("NOAA/CDR/OISST/V2_1")
        .select("ice")
        .filter_date("2012-01-01", "2012-12-31")
        .filter(ee::Filter::calendar_range(9, 10, "month"))
        .map(|i| {
            i.update_mask(lat.gt(55))
                .multiply(0.01)
                .visualize_with(|options| options.min(0).max(100).palette(["053061", "ffffff"]))
                .blend(lat.mod_(10).lt(0.05).self_mask().visualize_with(|options| options.palette("888888")))
        });
    assert_same("realistic/r46_sea_ice_stack", frames);
}

#[test]
fn r48_population_zoom() {
    let pop = ee::ImageCollection::new("CIESIN/GPWv411/GPW_Population_Density").first();
    let pt = ee::Geometry::point([77.2, 28.6]);
    let palette = ["ffffe7", "86a192", "509791", "307296", "2c4484", "000066"];
    let frame = |r| {
        pop.clip(pt.buffer_with(ee::Number::new(r), |options| options.max_error(100)).bounds())
            .visualize_with(|options| options.min(0).max(5000).palette(palette))
    };
    let frames = ee::ImageCollection::new(
        ee::List::sequence_with(500000, |options| options.end(20000).step(-20000)).map(frame),
    );
    assert_same("realistic/r48_population_zoom", frames);
}

#[test]
fn r51_country_clip() {
    let ken = ee::FeatureCollection::new("FAO/GAUL/2015/level0")
        .filter(ee::Filter::eq("ADM0_NAME", "Kenya"))
        .geometry();
    let palette = ["001137", "0aab1e", "e7eb05", "ff4a2d", "e90000"];
    let frames = ee::ImageCollection::new("UCSB-CHG/CHIRPS/PENTAD")
        .filter_date("2017-01-01", "2018-01-01")
        .map(|i| i.clip(ken).visualize_with(|options| options.min(0).max(112).palette(palette)));
    assert_same("realistic/r51_country_clip", frames);
}

#[test]
fn r53_albedo_weight() {
    let w = ee::Image::new([0.356, 0.13, 0.373, 0.085, 0.072]);
    let frames = ee::ImageCollection::new("LANDSAT/LE07/C02/T1_TOA")
        .filter_date("2002-01-01", "2002-04-01")
        .select(["B1", "B3", "B4", "B5", "B7"])
        .map(|i| {
            i.multiply(w)
                .reduce(ee::Reducer::sum())
                .subtract(0.0018)
                .max(0)
                .visualize_with(|options| options.min(0).max(0.6))
        });
    assert_same("realistic/r53_albedo_weight", frames);
}

#[test]
fn r58_triple_nest() {
    let sites = ee::FeatureCollection::new([
        ee::Feature::new_with(ee::Geometry::point([0, 10]), |options| {
            options.properties(ee::dict! { "k": 1 })
        }),
        ee::Feature::new_with(ee::Geometry::point([5, 15]), |options| {
            options.properties(ee::dict! { "k": 2 })
        }),
    ]);
    let col = ee::ImageCollection::new("MODIS/061/MOD13A2").select("NDVI");
    let per_year = |y| {
        let per_month = |m| {
            let paint = |f: ee::Feature| {
                ee::Feature::new(f).set("v", ee::Number::new(&y).multiply(100).add(ee::Number::new(&m)))
            };
            let s = ee::Date::from_ymd(&y, &m, 1);
            col.filter_date(&s, s.advance(1, "month"))
                .max()
                .paint(sites.map(paint), "v")
                .set("y", &y)
                .set("m", &m)
        };
        ee::List::sequence(1, 12).map(per_month)
    };
    let frames = ee::ImageCollection::new(ee::List::sequence(2003, 2005).map(per_year).flatten())
        .map(|i| i.visualize_with(|options| options.max(9000)));
    assert_same("realistic/r58_triple_nest", frames);
}
