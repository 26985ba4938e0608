#![no_main]

use libfuzzer_sys::fuzz_target;
use rung_formats::csv_import::{Mapping, read_credits, read_sheet};

fuzz_target!(|data: &[u8]| {
    let Ok(sheet) = read_sheet(data) else { return };
    let mapping = Mapping::guess(&sheet, &[""; 0]).expect("nothing was said");
    let _ = mapping.to_string();
    if let Ok(reading) = read_credits(&sheet, &mapping, &rung_fuzz::topic_names()) {
        let _ = reading.to_string();
        rung_fuzz::import_twice(reading.drafts);
    }
});
