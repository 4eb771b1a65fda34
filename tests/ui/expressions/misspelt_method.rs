use earthengine::ee;

fn main() {
    let image = ee::Image::new("A");
    let collection = ee::ImageCollection::new("C");
    let _ = image.normalized_diference(["B4", "B3"]);
    let _ = (image, collection);
}
