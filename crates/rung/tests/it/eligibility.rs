use crate::{DAY, code, run, stdout};
use insta::assert_snapshot;

#[test]
fn path_by_path_and_condition_by_condition() {
    let record = "examples/michigan-first-cycle/record.json";
    let output = run(&["eligibility", "tx-pharmacy-technician", "--record", record, "--on", DAY]);
    assert_eq!(code(&output), 1);
    assert_snapshot!(stdout(&output), @"
    Registered Pharmacy Technician                                        ○ not yet

    ○ National certification first
        ◐ high school diploma or equivalent, or working toward it
          to meet it  add your diploma or GED to your record
          to settle   Tell us which schools you have finished.
        ○ a current PTCB or NHA (ExCPT) certification
          to meet it  pass the PTCE or the ExCPT
          then        fingerprints for the state and federal record check
                      application (the fee of 2020; today's was not found), $83
          source      Board page: applying as a technician. Checked 2026-11-27.
                      https://pharmacy.texas.gov/applicants/tech.asp

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn as_json() {
    let record = "examples/three-states/record.json";
    let output = run(&["eligibility", "tx-pharmacy-technician", "--record", record, "--on", DAY, "--json"]);
    assert_eq!(code(&output), 4);
    assert_snapshot!(stdout(&output), @r#"
    {
      "credential": "tx-pharmacy-technician",
      "title": "Registered Pharmacy Technician",
      "verdict": "unknown",
      "paths": [
        {
          "id": "certified",
          "title": "National certification first",
          "verdict": "unknown",
          "conditions": [
            {
              "what": "high school diploma or equivalent, or working toward it",
              "verdict": "unknown",
              "would_meet": "add your diploma or GED to your record",
              "would_settle": [
                "Tell us which schools you have finished."
              ],
              "source": {
                "title": "Pharmacy Tech Scholar: Texas technician requirements",
                "url": "https://pharmacytechscholar.com/texas-pharmacy-technician-requirements/",
                "place": "",
                "tier": "vendor",
                "dated": "2020",
                "checked": "2026-11-27",
                "confidence": "medium"
              }
            },
            {
              "what": "a current PTCB or NHA (ExCPT) certification",
              "verdict": "met",
              "would_meet": "pass the PTCE or the ExCPT",
              "would_settle": null,
              "source": {
                "title": "Board page: applying as a technician",
                "url": "https://pharmacy.texas.gov/applicants/tech.asp",
                "place": "",
                "tier": "board",
                "dated": null,
                "checked": "2026-11-27",
                "confidence": "high"
              }
            }
          ],
          "then": [
            {
              "what": "fingerprints for the state and federal record check",
              "usd": null,
              "source": {
                "title": "22 TAC 297.3, registration",
                "url": "https://texreg.sos.state.tx.us/public/readtac$ext.TacPage?sl=T&app=9&p_dir=P&p_rloc=206206&p_tloc=&p_ploc=1&pg=3&p_tac=&ti=22&pt=15&ch=297&rl=3",
                "place": "",
                "tier": "statute",
                "dated": null,
                "checked": "2026-11-27",
                "confidence": "high"
              }
            },
            {
              "what": "application (the fee of 2020; today's was not found)",
              "usd": "83",
              "source": {
                "title": "Pharmacy Tech Scholar: Texas technician requirements",
                "url": "https://pharmacytechscholar.com/texas-pharmacy-technician-requirements/",
                "place": "",
                "tier": "vendor",
                "dated": "2020",
                "checked": "2026-11-27",
                "confidence": "low"
              }
            }
          ],
          "source": {
            "title": "Board page: applying as a technician",
            "url": "https://pharmacy.texas.gov/applicants/tech.asp",
            "place": "",
            "tier": "board",
            "dated": null,
            "checked": "2026-11-27",
            "confidence": "high"
          }
        }
      ],
      "would_settle": null,
      "note": "Rung informs; it is not legal advice. Where it matters, ask the board or the certifying body."
    }
    "#);
}
