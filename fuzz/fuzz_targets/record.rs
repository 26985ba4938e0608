#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(record) = rung_record::Record::from_json(data) {
        let written = record.to_json();
        let again = rung_record::Record::from_json(written.as_bytes()).expect("what was written is read");
        assert_eq!(again, record);
        assert_eq!(again.to_json(), written);
    }
});
