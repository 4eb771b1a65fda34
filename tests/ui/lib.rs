//! What the cases share.

use earthengine::Expression;

/// Some frames.
///
/// # Panics
///
/// Never: the cases are compiled, not run.
#[must_use]
pub fn frames() -> Expression {
    unreachable!("the cases are compiled, not run")
}
