use earthengine::ee;

fn main() {
    let image = ee::Image::new("A");
    let collection = ee::ImageCollection::new("C");
    let _ = collection.map(|image, other| image);
    let _ = (image, collection);
}
