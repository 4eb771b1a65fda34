use earthengine::ee;

fn main() {
    let image = ee::Image::new("A");
    let collection = ee::ImageCollection::new("C");
    let _ = collection.map(|image| {
        let _ = image.add(1);
    });
    let _ = (image, collection);
}
