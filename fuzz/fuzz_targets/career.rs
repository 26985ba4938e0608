#![no_main]

use libfuzzer_sys::fuzz_target;
use rung_career::{Answer, Limits, parse, solve};

/// A career problem is refused with a path, or solved for a while; what is claimed then, the checker accepts.
fuzz_target!(|data: &[u8]| {
    let Ok(problem) = parse(data) else { return };
    assert_eq!(parse(problem.statement().as_bytes()).as_ref(), Ok(&problem));
    let certificate = match solve(&problem, &Limits::conflicts(50)) {
        Answer::Plan(plan) => serde_json::to_string(&plan.certificate),
        Answer::Impossible(certificate) => serde_json::to_string(&certificate),
        Answer::Unknown => return,
    };
    let certificate = certificate.expect("a certificate is written");
    rung_certificate::check_career(&problem.statement(), &certificate).expect("it is accepted");
});
