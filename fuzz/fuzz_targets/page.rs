#![no_main]

use libfuzzer_sys::fuzz_target;
use rung_formats::{
    offerings::{page::read_page, read, to_json},
    prefill::credit_from_uan,
};

fuzz_target!(|data: &[u8]| {
    if let Ok(reading) = read_page(data) {
        let _ = reading.to_string();
        let offerings: Vec<_> = reading.drafts.iter().filter_map(|draft| draft.offering()).collect();
        assert_eq!(read(to_json(&offerings).as_bytes()), Ok(offerings));
    }
    if let Ok(text) = std::str::from_utf8(data)
        && let Ok(prefill) = credit_from_uan(text, &rung_fuzz::topic_names())
    {
        assert_eq!(prefill.uan.to_string().parse().as_ref(), Ok(&prefill.uan));
    }
});
