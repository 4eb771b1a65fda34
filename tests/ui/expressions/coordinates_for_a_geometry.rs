use earthengine::ee;

fn main() {
    let image = ee::Image::new("A");
    let collection = ee::ImageCollection::new("C");
    let _ = collection.filter_bounds([11.4, 47.2]);
    let _ = (image, collection);
}
