//! Algorithms that belong to no class: `ee.Algorithms.If` is `ee::algorithms::if_`.

earthengine_macros::algorithms!(functions);
