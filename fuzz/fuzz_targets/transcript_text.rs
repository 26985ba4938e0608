#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(transcript) = rung_formats::transcript::read_text(text, &rung_fuzz::topic_names()) {
        let _ = transcript.to_string();
        rung_fuzz::import_twice(transcript.reading.drafts);
    }
});
