#![no_main]

use libfuzzer_sys::fuzz_target;
use rung_formats::offerings::{read, to_json};

fuzz_target!(|data: &[u8]| {
    if let Ok(offerings) = read(data) {
        assert_eq!(read(to_json(&offerings).as_bytes()), Ok(offerings));
    }
});
