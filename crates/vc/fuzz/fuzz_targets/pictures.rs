//! Pictures: what is read out of any bytes can be baked into the same picture again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vc::bake::{Existing, bake, unbake};

fuzz_target!(|bytes: &[u8]| {
    if unbake(bytes).is_ok()
        && let Ok(baked) = bake(bytes, "{}", Existing::Replace)
    {
        assert_eq!(unbake(&baked).unwrap().as_deref(), Some("{}"));
    }
});
