//! Any text as an expression: no panic, and what is read is written as the same expression.

#![no_main]

use earthengine::Expression;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(expression) = Expression::from_json(text) else { return };
    let again = Expression::from_json(&expression.to_json()).expect("what was written is read");
    assert_eq!(again, expression);
});
