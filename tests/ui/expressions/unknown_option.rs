use earthengine::ee;

fn main() {
    let image = ee::Image::new("A");
    let collection = ee::ImageCollection::new("C");
    let _ = image.visualize_with(|options| options.palete(["red"]));
    let _ = (image, collection);
}
