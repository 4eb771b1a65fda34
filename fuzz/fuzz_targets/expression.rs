//! Any text as an expression: no panic; what is read is written as the same expression; and as a part of a program it
//! is encoded to one that is well-formed, and stays as it is from then on.

#![no_main]

use earthengine::{Expression, ee};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(expression) = Expression::from_json(text) else { return };
    let written = expression.to_json().expect("what was read is written");
    assert_eq!(Expression::from_json(&written).expect("what was written is read"), expression);

    // A function that is its own argument's scope twice, and the like, may have names that no program gives.
    let Ok(once) = encoded(&expression) else { return };
    let once = Expression::from_json(&once).expect("what was encoded is read");
    let twice = encoded(&once).expect("what was encoded is encoded again");
    assert_eq!(Expression::from_json(&twice).expect("and read again"), once);
});

fn encoded(expression: &Expression) -> Result<String, earthengine::InvalidValue> {
    Expression::from(ee::ImageCollection::from_expression(expression)).to_json()
}
