#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(transcript) = rung_formats::transcript::read_csv(data, &rung_fuzz::topic_names()) {
        let _ = transcript.to_string();
        rung_fuzz::import_twice(transcript.reading.drafts);
    }
});
