#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let fields = rung_formats::certificate::certificate_fields(text);
    if let Some(completed) = fields.completed {
        let _ = fields.draft(completed, &rung_fuzz::topic_names());
    }
});
