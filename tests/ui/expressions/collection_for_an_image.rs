use earthengine::ee;

fn main() {
    let image = ee::Image::new("A");
    let collection = ee::ImageCollection::new("C");
    let _ = image.add(&collection);
    let _ = (image, collection);
}
