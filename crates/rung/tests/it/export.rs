use crate::{run, stdout};
use insta::assert_snapshot;

#[test]
fn credits_as_a_table() {
    let output = run(&["export", "--record", "examples/nevada-in-service/record.json", "--format", "csv"]);
    assert_snapshot!(stdout(&output).replace("\r\n", "\n"), @"
    id,completed,title,provider,hours,uan,kind,accreditation,format,topics,law_of,audience,academic_credits,grade
    c1,2026-11-05,In-service: pump library,Sample Desert Hospital,3,,in-service,,,,,,,
    c2,2026-11-10,High-alert drugs,Sample University,5,9999-0000-26-031-H05-T,ce,acpe,home,patient-safety,,technician,,
    c3,2026-11-12,Antibiotic stewardship,Sample University,4,9999-0000-26-032-H01-T,ce,acpe,home,disease-therapy,,technician,,
    c4,2026-11-14,Sterile compounding today,Sample University,3,9999-0000-26-033-H07-T,ce,acpe,home,,,technician,,
    c5,2026-11-18,Nevada law for technicians,Nevada State Board of Pharmacy,1,,ce,board:nv,home,law,NV,,,
    ");
}

#[test]
fn completions_and_manual() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(stdout(&run(&["completions", shell])).contains("eligibility"), "{shell}");
    }
    assert!(stdout(&run(&["man"])).starts_with(".ie"));
    let dir = crate::scratch("man");
    assert_eq!(stdout(&run(&["man", "--out", dir.to_str().unwrap()])), "");
    for page in ["rung.1", "rung-status.1", "rung-catalog-show.1"] {
        assert!(dir.join(page).exists(), "{page}");
    }
}
