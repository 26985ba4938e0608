#![no_main]

use libfuzzer_sys::fuzz_target;
use rung_record::Uan;

fuzz_target!(|text: &str| {
    if let Ok(uan) = text.parse::<Uan>() {
        assert_eq!(uan.to_string().parse(), Ok(uan.clone()));
        assert!(uan.is_same_activity(&uan.sibling()));
        rung_formats::uan::explain(&uan, &rung_fuzz::topic_names()).to_string();
    }
});
