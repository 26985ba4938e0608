use crate::{DAY, code, command, file, run, scratch, stderr, stdout};
use insta::assert_snapshot;
use serde_json::Value;
use std::{fs, path::PathBuf};

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&stdout(&run(args))).unwrap()
}

/// A made-up state laid over the shipped rules: what it says changes only here.
const OWN: &str = r#"
id = "zz"
name = "Zenith"
body = "Zenith Board of Pharmacy"
checked = 2026-11-01
confidence = "high"
month_ends = "last-day"
open_questions = ["Does the board read our letters?"]

[[source]]
id = "rule"
title = "Zenith rule 7"
url = "https://example.com/rule"
tier = "statute"
dated = "2026"

[[source]]
id = "page"
title = "The board's page"
tier = "board"

[[duty]]
id = "immunization"
allowed = "conditions"
terms = ["a course of four hours"]
from = 2026-01-01
cite = "rule 9"

[[duty]]
id = "product-verification"
allowed = "unknown"
question = "May technicians check one another's work? Ask the board."

[[change]]
date = "2028"
what = "the fee rises"
cite = "page"

[[credential]]
id = "zz-technician"
title = "Pharmacy Technician"
kind = "license"
term = { length = "2 years", ends = "printed" }
notes = ["A trap."]

[[credential.path]]
id = "apply"
title = "Application"
cite = "page"
  [[credential.path.condition]]
  what = "18 years of age"
  if = { age_at_least = 18 }
  would_meet = "wait"

[[credential.fee]]
what = "application"
usd = 50
cite = "page"
confidence = "low"

[[credential.renewal]]
id = "old"
until = 2026-12-31
cite = "rule 7"
  [[credential.renewal.requirement]]
  id = "total"
  what = "continuing education"
  minimum = 10

[[credential.renewal]]
id = "new"
from = 2027-01-01
cite = ["rule 8", "page news"]
  [[credential.renewal.requirement]]
  id = "total"
  what = "continuing education"
  minimum = 20
  [[credential.renewal.requirement]]
  id = "sterile"
  what = "sterile work, for those who do it"
  hours_unknown = true
  applies_if = { duty = ["compounding"] }
"#;

/// A directory of rules with Zenith in it.
fn zenith(name: &str, text: &str) -> PathBuf {
    let dir = scratch(name);
    fs::create_dir(dir.join("jurisdictions")).unwrap();
    file(&dir, "jurisdictions/zz.toml", text.as_bytes());
    dir
}

/// The answer of a catalogue command about Zenith.
fn of_zenith(name: &str, args: &[&str]) -> String {
    let dir = zenith(name, OWN);
    stdout(&run(&[&["catalog"], args, &["--on", DAY, "--catalog", dir.to_str().unwrap()]].concat()))
}

#[test]
fn the_credentials_of_a_state() {
    assert_snapshot!(stdout(&run(&["catalog", "list", "--state", "tx"])), @"
    Texas · Texas State Board of Pharmacy        checked 2026-11-27, confidence high
      tx-pharmacy-technician          Registered Pharmacy Technician
      tx-pharmacy-technician-trainee  Pharmacy Technician Trainee
    ");
    assert_snapshot!(stdout(&run(&["catalog", "list", "sterile"])), @"
    ASHP · American Society of Health-System Pharmacists
      checked 2026-11-27, confidence high
      ashp-compounding-sterile-preparations  Practical Training in Compounding
                                             Sterile Preparations Certificate

    NPTA · National Pharmacy Technician Association
      checked 2026-11-23, confidence medium
      npta-sterile-products                  Sterile Products (IV) certification
                                             course

    PTCB · Pharmacy Technician Certification Board
      checked 2026-11-27, confidence high
      ptcb-cspt                              Certified Compounded Sterile
                                             Preparation Technician (CSPT)
      ptcb-nonsterile-compounding            Nonsterile Compounding Certificate

    RxCe · RxCe, accredited provider of continuing education
      checked 2026-11-27, confidence medium
      rxce-nonsterile-compounding            Nonsterile Compounding Certificate
                                             Program for pharmacy technicians
    ");
    let none = run(&["catalog", "list", "--state", "ZZ"]);
    assert_eq!(code(&none), 2);
}

#[test]
fn bodies_duties_and_roles_are_listed_too() {
    assert_snapshot!(stdout(&run(&["catalog", "list", "bodies", "--on", DAY])), @"
    aha     American Heart Association
            1 credential; checked 2026-11-23, confidence high
    apexus  Apexus, prime vendor of the 340B program
            1 credential; checked 2026-11-27, confidence high
    ashp    American Society of Health-System Pharmacists
            4 credentials; checked 2026-11-27, confidence high
    nha     National Healthcareer Association
            1 credential; checked 2026-11-27, confidence high
    npta    National Pharmacy Technician Association
            2 credentials; checked 2026-11-23, confidence medium
    ptcb    Pharmacy Technician Certification Board
            15 credentials; checked 2026-11-27, confidence high
    rxce    RxCe, accredited provider of continuing education
            1 credential; checked 2026-11-27, confidence medium
    ");
    assert_snapshot!(stdout(&run(&["catalog", "list", "duties", "vaccines", "--state", "tx", "--on", DAY])), @"
    immunization               Giving vaccines: Administering vaccines, and the
                               emergency medicines that go with them.
                               not allowed
    medication-administration  Giving medicines: Administering medicines other
                               than vaccines.
    ");
    assert_eq!(
        json(&["catalog", "list", "jurisdictions", "--json"])["jurisdictions"].as_array().unwrap().len(),
        51
    );
    for shelf in ["roles", "settings", "actions", "organizations", "feeds"] {
        let listed = json(&["catalog", "list", shelf, "--json"])[shelf].clone();
        assert!(listed.as_array().unwrap().len() > 5, "{shelf}");
    }
}

#[test]
fn a_credential_in_plain_words() {
    assert_snapshot!(of_zenith("show_credential", &["show", "zz-technician"]), @"
    Pharmacy Technician · zz-technician
    Zenith · Zenith Board of Pharmacy            checked 2026-11-01, confidence high

    About it
      • Kind · kind
        License.
      • Term · term
        2 years, ends on the day printed on it.
        [1] 8, also [2] news · confidence high
      • Note · note/a-trap
        A trap.

    To get it
      Application
      • 18 years of age · path/apply/condition/18-years-of-age
        You are 18 or older. What meets it: wait.
        [2] · confidence high

    Fees
      • Fee: application · fee/application
        $50.
        [2] · confidence low

    To keep it
      Renewal: periods that end until 2026-12-31
      • continuing education · old/total
        At least 10 h.
        [1] 7 · confidence high

    After expiry
      ◐ After expiry · after-expiry
        No source tells what is open after it expires.
        not known: no source

    2 facts are not in force on 2026-11-23. Show all with --all.

    What changes next
      2027-01-01  Pharmacy Technician: new rules for keeping it: continuing
                  education; sterile work, for those who do it.
                  [1] 8, also [2] news · confidence high
      2028        The fee rises.
                  [2] · confidence high

    Not settled yet
      ◐ Does the board read our letters?

    Sources
      [1]  Zenith rule 7 (statute, dated 2026). Checked 2026-11-01.
           https://example.com/rule
      [2]  The board's page (board). Checked 2026-11-01.

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn a_jurisdiction_in_plain_words() {
    assert_snapshot!(of_zenith("show_state", &["show", "Zenith"]), @"
    Zenith · Zenith Board of Pharmacy            checked 2026-11-01, confidence high
    jurisdictions/zz

    At a glance
      • Credential                          Pharmacy Technician
      • Continuing education                10 h in a period (5 h a year)
      • Live hours                          None
      • National certification to get it    Not required
      • National certification to keep it   Not required
      • Giving vaccines                     Allowed on terms

    Credentials
      zz-technician  Pharmacy Technician

    About it
      • Lengths in months · month-ends
        A month from 31 January ends on the last day of February. That is Rung's
        reading; no text says it.

    What technicians may do
      • Giving vaccines · duties/immunization
        Allowed on terms. On these terms: a course of four hours.
        [1] 9 · confidence high · in force from 2026-01-01
      ◐ Final product check · duties/product-verification
        Not known. May technicians check one another's work? Ask the board.
        not known: no source

    What changes next
      2027-01-01  Pharmacy Technician: new rules for keeping it: continuing
                  education; sterile work, for those who do it.
                  [1] 8, also [2] news · confidence high
      2028        The fee rises.
                  [2] · confidence high

    Not settled yet
      ◐ Does the board read our letters?

    Sources
      [1]  Zenith rule 7 (statute, dated 2026). Checked 2026-11-01.
           https://example.com/rule
      [2]  The board's page (board). Checked 2026-11-01.

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn one_fact_with_its_sources_in_full() {
    assert_snapshot!(of_zenith("show_fact", &["show", "zz-technician/new/total"]), @"
    Zenith · Pharmacy Technician
    credentials/zz-technician

    To keep it
      Renewal: periods that end from 2027-01-01
      • continuing education · new/total
        At least 20 h.
        [1] 8, also [2] news · confidence high

    Sources
      [1]  Zenith rule 7 (statute, dated 2026). Checked 2026-11-01.
           https://example.com/rule
      [2]  The board's page (board). Checked 2026-11-01.

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn a_role() {
    assert_snapshot!(stdout(&run(&["catalog", "show", "roles/pharmacy-technician-trainee"])), @"
    Pharmacy technician trainee
    roles/pharmacy-technician-trainee · checked 2026-11-23, confidence high

      Rung                  Trainee.
      Found in              Community pharmacy: chain drug store; Community
                            pharmacy: independent; Community pharmacy: grocery,
                            warehouse club and mass merchandiser; Hospital:
                            inpatient; Hospital: outpatient, discharge and employee
                            pharmacy.
      What one does         Employer training program; limited duties until
                            registration, licence or certification is complete.
      Required              Trainee or temporary registration where the state has
                            one.
      Asked                 High school diploma or equivalent.
                            None at entry.
      For its credential    Massachusetts posting: trainee must pass an exam after
                            at least 500 and at most 1500 hours, or one year, at
                            least 500 h, at most 1500 h.
      Competencies          Accuracy; customer service; written procedures.
      ◐ Pay                 No source tells what it pays.
      Comes after           Outside the profession; pharmacy aide (inferred,
                            pharmacy aide is the first related occupation in O*NET).
      Leads to              Pharmacy technician (registered or licensed).

    Sources
      CVS Health posting: Pharmacy Technician, Columbia, Tennessee
        https://www.learn4good.com/jobs/columbia/tennessee/healthcare/4749286308/e
      Massachusetts medical center posting: Employee Pharmacy Technician
        https://saeconnect.com/jobs/140266223-employee-pharmacy-technician
      O*NET 29.3 Database, occupation 29-2052.00
        https://github.com/eugene-maina72/Phase_5_Capstone_Project-SmartPath/tree/826ec4e

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn a_cited_zero_does_not_look_like_what_nobody_knows() {
    let of = |id: &str| stdout(&run(&["catalog", "show", id, "--on", DAY]));
    let line =
        |text: &str| text.lines().find(|line| line.contains("Continuing education")).unwrap().to_owned();
    assert_snapshot!(line(&of("hi")), @"  • Continuing education                None");
    assert_snapshot!(line(&of("id")), @"  ◐ Continuing education                Not known");
}

#[test]
fn nothing_is_called_so() {
    assert_snapshot!(stderr(&run(&["catalog", "show", "tx-pharmacy-technicain"])), @r#"
    error: nothing in the catalogue is called "tx-pharmacy-technicain"

    hint: did you mean `tx-pharmacy-technician` or `tn-pharmacy-technician` or `ak-pharmacy-technician`? `rung catalog list` shows every credential, `rung catalog search WORDS` finds by words
    "#);
    assert_eq!(code(&run(&["catalog", "show", "nowhere"])), 2);
}

#[test]
fn everything_can_be_shown_both_ways() {
    let credentials = json(&["catalog", "list", "--json"])["credentials"].clone();
    let credentials = credentials.as_array().unwrap();
    assert_eq!(credentials.len(), 110);
    // A process each takes long: every seventh stands for the others, which rung-atlas tests.
    for credential in credentials.iter().step_by(7) {
        let id = credential["id"].as_str().unwrap();
        assert!(stdout(&run(&["catalog", "show", id, "--all"])).contains(id));
        let shown = json(&["catalog", "show", id, "--json"]);
        assert_eq!(shown["id"], id);
        assert!(!shown["facts"].as_array().unwrap().is_empty());
    }
}

fn search_zenith() -> String {
    let dir = zenith("search", OWN);
    stdout(&run(&["catalog", "search", "Zenith", "steril", "--catalog", dir.to_str().unwrap()]))
}

#[test]
fn found_by_words() {
    assert_snapshot!(search_zenith(), @"
    sterile work, for those who do it · Zenith · Pharmacy Technician
      Hours; how many, no source tells. Asked only if your work includes
      compounding.
      zz-technician/new/sterile
    ");
    let nothing = run(&["catalog", "search", "zebra"]);
    assert_eq!(code(&nothing), 1);
    assert_eq!(stdout(&nothing), "Nothing in the catalogue has all of these words.\n");
    let first = json(&["catalog", "search", "Ohio", "law", "--json"])["results"][0]["address"].clone();
    assert_eq!(first, "credentials/oh-registered-pharmacy-technician/current/law");
}

#[test]
fn the_map() {
    assert_snapshot!(stdout(&run(&["catalog", "map", "--on", DAY])), @"
    Hours of continuing education a year · 2026-11-23

    AK                                                                    ME
    5                                                                     0

                                                                   VT     NH
                                                                   ?      0

    WA     ID     MT     ND     MN     IL     WI     MI     NY     RI     MA
    10     ?      ?      10     10     10     0      10     ?      ?      0

    OR     NV     WY     SD     IA     IN     OH     PA     NJ     CT
    10     6      6      6      0      ?      5      ?      0      0

    CA     UT     CO     NE     MO     KY     WV     VA     MD     DE
    0.5    10     0      0      0      0      0      5      10     –

           AZ     NM     KS     AR     TN     NC     SC     DC
           10     0      10     0      0      0      10     10

                         OK     LA     MS     AL     GA
                         0      10     0      3      10

    HI                   TX                                 FL
    0                    10                                 10

    0: none asked, and a text says so. ?: no source tells. 8/p: in a period whose
    length is not known. –: no credential that the catalogue knows. Trainees, first
    periods and single duties aside.
    ");
    assert_snapshot!(stdout(&run(&["catalog", "map", "--by", "vaccines", "--table", "--on", DAY])), @"
    Giving vaccines · 2026-11-23

    AL  Alabama               Not known
    AK  Alaska                Allowed on terms
    AZ  Arizona               Not known
    AR  Arkansas              Allowed on terms
    CA  California            Allowed on terms
    CO  Colorado              Allowed on terms
    CT  Connecticut           Allowed on terms
    DE  Delaware              Allowed on terms
    DC  District of Columbia  Not allowed
    FL  Florida               Allowed on terms
    GA  Georgia               Allowed on terms
    HI  Hawaii                Allowed on terms
    ID  Idaho                 Allowed on terms
    IL  Illinois              Allowed on terms
    IN  Indiana               Allowed on terms
    IA  Iowa                  Allowed on terms
    KS  Kansas                Allowed on terms
    KY  Kentucky              Not known
    LA  Louisiana             Allowed on terms
    ME  Maine                 Allowed on terms
    MD  Maryland              Allowed on terms
    MA  Massachusetts         Allowed on terms
    MI  Michigan              Not known
    MN  Minnesota             Allowed on terms
    MS  Mississippi           Not known
    MO  Missouri              Allowed on terms
    MT  Montana               Allowed on terms
    NE  Nebraska              Not known
    NV  Nevada                Allowed on terms
    NH  New Hampshire         Allowed on terms
    NJ  New Jersey            Allowed on terms
    NM  New Mexico            Allowed on terms
    NY  New York              Not known
    NC  North Carolina        Allowed on terms
    ND  North Dakota          Not known
    OH  Ohio                  Allowed on terms
    OK  Oklahoma              Allowed on terms
    OR  Oregon                Allowed on terms
    PA  Pennsylvania          Allowed on terms
    RI  Rhode Island          Allowed on terms
    SC  South Carolina        Allowed on terms
    SD  South Dakota          Not known
    TN  Tennessee             Not known
    TX  Texas                 Not allowed
    UT  Utah                  Allowed on terms
    VT  Vermont               Allowed on terms
    VA  Virginia              Allowed on terms
    WA  Washington            Allowed on terms
    WV  West Virginia         Allowed on terms
    WI  Wisconsin             Allowed on terms
    WY  Wyoming               Allowed on terms

    yes: allowed. terms: allowed on terms. no: a text forbids it. ?: no source
    tells. The best that any technician of the jurisdiction may.
    ");
    let all = json(&["catalog", "map", "--by", "certification", "--json", "--on", DAY]);
    assert_eq!(all["jurisdictions"].as_array().unwrap().len(), 51);
}

#[test]
fn two_credentials_side_by_side_and_below_each_other() {
    let args = ["compare", "zz-technician", "de-x"];
    let failed = run(&[&["catalog"], &args[..]].concat());
    assert_eq!(code(&failed), 2);
    let dir = zenith("compare", OWN);
    let args = [
        "catalog",
        "compare",
        "zz-technician",
        "ct-pharmacy-technician",
        "--on",
        DAY,
        "--catalog",
        dir.to_str().unwrap(),
    ];
    assert_snapshot!(stdout(&run(&args)), @"
    Pharmacy Technician (Zenith) and Registered Pharmacy Technician (Connecticut)
    2026-11-23

                        Pharmacy Technician (Zenith)  Registered Pharmacy
                                                      Technician (Connecticut)
                        zz-technician                 ct-pharmacy-technician

    About it
    ≠ Kind              License.                      Registration.
    ≠ Term              2 years, ends on the day      12 months, ends on March 31
                        printed on it. [1]            of every year. [2]

    To get it
    ≠ 18 years of age   You are 18 or older. What     (nothing told)
                        meets it: wait. [3]
    ≠ a post in a       (nothing told)                What meets it: find a post
      Connecticut                                     in a Connecticut pharmacy.
      pharmacy                                        [4]
    ≠ register within   (nothing told)                Part of the application. It
      30 days of                                      costs $100. [5]
      starting
    ≠ the initial       (nothing told)                Part of the application. [6]
      training that the
      pharmacist
      manager sets
    ≠ disclose felony   (nothing told)                Part of the application. [4]
      convictions;
      there is no
      automatic record
      check

    Fees
    ≠ Fee: application  $50. [3]                      (nothing told)

    To keep it
    ≠ continuing        At least 10 h. [1]            (nothing told)
      education
    ≠ Nothing asked     (nothing told)                Nothing is asked. [7]
    ≠ Fee: renewal      (nothing told)                $50. [5]

    After expiry
    = After expiry      ◐ No source tells what is     ◐ No source tells what is
                        open after it expires.        open after it expires.

    11 of 12 lines differ.

    Sources
      [1]  Zenith rule 7 (statute, dated 2026). Checked 2026-11-01.
           https://example.com/rule
      [2]  Public Act 98-31 (statute, dated 1998). Checked 2026-11-27.
           http://www.cga.ct.gov/ps98/Act/pa/1998PA-00031-R00SB-00349-PA.htm
      [3]  The board's page (board). Checked 2026-11-01.
      [4]  A second vendor's page on Connecticut (vendor, dated 2025). Checked
           2026-11-27.
           https://pharmacytechacademy.com/connecticut-pharmacy-tech-requirements
      [5]  A vendor's page on Connecticut (vendor). Checked 2026-11-27.
           https://pharmacytechscholar.com/?p=3076311
      [6]  Department form that gives C.G.S. 20-598a (board). Checked 2026-11-27.
           https://docsbay.net/doc/478481/Commission-of-Pharmacy
      [7]  A third vendor's page on Connecticut (vendor, dated 2022). Checked
           2026-11-27.
           https://www.pharmacytechpros.com/connecticut-pharmacy-tech.html

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
    let narrow = command(&args).env("COLUMNS", "50").arg("--differences").output().unwrap();
    assert_snapshot!(stdout(&narrow), @"
    Pharmacy Technician (Zenith) and Registered
    Pharmacy Technician (Connecticut)
    2026-11-23

    About it
    ≠ Kind
        Pharmacy Technician (Zenith)
          License.
        Registered Pharmacy Technician (Connecticut)
          Registration.
    ≠ Term
        Pharmacy Technician (Zenith)
          2 years, ends on the day printed on it. [1]
        Registered Pharmacy Technician (Connecticut)
          12 months, ends on March 31 of every year.
          [2]

    To get it
    ≠ 18 years of age
        Pharmacy Technician (Zenith)
          You are 18 or older. What meets it: wait.
          [3]
        Registered Pharmacy Technician (Connecticut)
          (nothing told)
    ≠ a post in a Connecticut pharmacy
        Pharmacy Technician (Zenith)
          (nothing told)
        Registered Pharmacy Technician (Connecticut)
          What meets it: find a post in a Connecticut
          pharmacy. [4]
    ≠ register within 30 days of starting
        Pharmacy Technician (Zenith)
          (nothing told)
        Registered Pharmacy Technician (Connecticut)
          Part of the application. It costs $100. [5]
    ≠ the initial training that the pharmacist manager
      sets
        Pharmacy Technician (Zenith)
          (nothing told)
        Registered Pharmacy Technician (Connecticut)
          Part of the application. [6]
    ≠ disclose felony convictions; there is no
      automatic record check
        Pharmacy Technician (Zenith)
          (nothing told)
        Registered Pharmacy Technician (Connecticut)
          Part of the application. [4]

    Fees
    ≠ Fee: application
        Pharmacy Technician (Zenith)
          $50. [3]
        Registered Pharmacy Technician (Connecticut)
          (nothing told)

    To keep it
    ≠ continuing education
        Pharmacy Technician (Zenith)
          At least 10 h. [1]
        Registered Pharmacy Technician (Connecticut)
          (nothing told)
    ≠ Nothing asked
        Pharmacy Technician (Zenith)
          (nothing told)
        Registered Pharmacy Technician (Connecticut)
          Nothing is asked. [7]
    ≠ Fee: renewal
        Pharmacy Technician (Zenith)
          (nothing told)
        Registered Pharmacy Technician (Connecticut)
          $50. [5]

    11 of 12 lines differ.

    Sources
      [1]  Zenith rule 7 (statute, dated 2026).
           Checked 2026-11-01.
           https://example.com/rule
      [2]  Public Act 98-31 (statute, dated 1998).
           Checked 2026-11-27.
           http://www.cga.ct.gov/ps98/Act/pa/1998PA-00031-R00SB-00349-PA.htm
      [3]  The board's page (board). Checked
           2026-11-01.
      [4]  A second vendor's page on Connecticut
           (vendor, dated 2025). Checked 2026-11-27.
           https://pharmacytechacademy.com/connecticut-pharmacy-tech-requirements
      [5]  A vendor's page on Connecticut (vendor).
           Checked 2026-11-27.
           https://pharmacytechscholar.com/?p=3076311
      [6]  Department form that gives C.G.S. 20-598a
           (board). Checked 2026-11-27.
           https://docsbay.net/doc/478481/Commission-of-Pharmacy
      [7]  A third vendor's page on Connecticut
           (vendor, dated 2022). Checked 2026-11-27.
           https://www.pharmacytechpros.com/connecticut-pharmacy-tech.html

    Rung informs; it is not legal advice. Where it
    matters, ask the board or the certifying body.
    ");
}

#[test]
fn a_state_and_a_credential_cannot_be_compared() {
    assert_snapshot!(stderr(&run(&["catalog", "compare", "Texas", "ptcb-cpht"])), @r#"
    error: "Texas" and "ptcb-cpht" cannot be laid side by side

    hint: name two jurisdictions, or two credentials; `rung catalog list` shows them
    "#);
}

#[test]
fn what_changes_next_and_what_changed() {
    assert_snapshot!(of_zenith("changes", &["changes", "--state", "zz"]), @"
    What changes next · 2026-11-23

    2027-01-01  Zenith
                Pharmacy Technician: new rules for keeping it: continuing education;
                sterile work, for those who do it.
                [1] 8, also [2] news · confidence high · zz-technician/new/total

    2028        Zenith
                The fee rises.
                [2] · confidence high · zz

    Sources
      [1]  Zenith rule 7 (statute, dated 2026). Checked 2026-11-01.
           https://example.com/rule
      [2]  The board's page (board). Checked 2026-11-01.

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
    assert_snapshot!(of_zenith("past_changes", &["changes", "--state", "Zenith", "--past"]), @"
    What changed · 2026-11-23

    2026-01-01  Zenith
                What technicians may do: Giving vaccines.
                [1] 9 · confidence high · zz/duties/immunization

    Sources
      [1]  Zenith rule 7 (statute, dated 2026). Checked 2026-11-01.
           https://example.com/rule

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn what_changed_between_two_catalogues_and_whom_it_touches() {
    let dir = scratch("diff");
    fs::create_dir(dir.join("records")).unwrap();
    let held = r#""credentials": [{"credential": "zz-technician", "issued": "2020-01-01", "expires": "2026-12-31"}],
        "credits": [{"id": "c1", "completed": "2026-02-01", "hours": "10", "kind": "ce", "accreditation": ["acpe"]}]"#;
    let touched = format!(r#"{{"format": "rung-record/1", "person": {{"name": "Sample: Zoe"}}, {held}}}"#);
    file(&dir, "records/zoe.json", touched.as_bytes());
    file(
        &dir,
        "records/nobody.json",
        br#"{"format": "rung-record/1", "person": {"name": "Sample: Nobody"}}"#,
    );
    file(&dir, "records/other.json", b"[1, 2, 3]");
    let (old, new) =
        (zenith("diff_old", OWN), zenith("diff_new", &OWN.replace("minimum = 10", "minimum = 12")));
    let (old, new, records) = (old.to_str().unwrap(), new.to_str().unwrap(), dir.join("records"));
    let args = ["catalog", "diff", old, new, "--on", DAY, "--records", records.to_str().unwrap()];
    let output = run(&args);
    assert_eq!(code(&output), 1);
    assert_snapshot!(stdout(&output).replace(&format!("{}/", dir.display()), ""), @"
    One difference.

    Zenith · Pharmacy Technician · credentials/zz-technician
      continuing education · changed · old/total
        - At least 10 h. (in force until 2026-12-31) [Zenith rule 7, 7; confidence
          high]
        + At least 12 h. (in force until 2026-12-31) [Zenith rule 7, 7; confidence
          high]

    1 of 2 records answer otherwise · 2026-11-23

    Sample: Zoe · records/zoe.json
      Pharmacy Technician · zz-technician
        met → not met
        continuing education
          - met: 10 of 10 h; by c1 10 h
          + not met: 10 of 12 h, 2 h short; by c1 10 h
    ");
    let as_json = json(&[&args[..], &["--json"]].concat());
    assert_eq!(as_json["differences"][0]["address"], "credentials/zz-technician/old/total");
    assert_eq!(as_json["records"][1]["effects"][0]["before"], "met");
    assert_eq!(as_json["records"][1]["effects"][0]["after"], "not met");

    let same = run(&["catalog", "diff", old, old]);
    assert_eq!((code(&same), stdout(&same).as_str()), (0, "The two say the same.\n"));
    let gone = stdout(&run(&["catalog", "diff", old, "shipped"]));
    assert!(gone.contains("gone, with"), "{gone}");
}

#[test]
fn a_whole_catalogue_is_compared_as_it_is_and_not_laid_over_the_shipped_one() {
    assert_eq!(code(&run(&["catalog", "diff", "shipped", "catalog"])), 0);
    let dir = zenith("diff_whole", OWN);
    fs::copy(crate::root().join("catalog/acpe.toml"), dir.join("acpe.toml")).unwrap();
    let gone = json(&["catalog", "diff", "shipped", dir.to_str().unwrap(), "--json"]);
    let gone = gone["differences"].as_array().unwrap().iter().filter(|one| one["after"].is_null()).count();
    assert!(gone > 2_000, "{gone}");
}

#[test]
fn a_directory_without_records_is_refused() {
    let output = run(&["catalog", "diff", "shipped", "shipped", "--records", "catalog"]);
    assert_eq!(code(&output), 3);
    assert_snapshot!(stderr(&output), @r#"
    error: catalog holds no records

    hint: a record is a .json file with "format": "rung-record/1"
    "#);
}

#[test]
fn no_line_of_the_catalogue_is_wider_than_the_terminal_unless_it_is_one_word() {
    for args in [
        &["show", "ptcb-cpht", "--all"][..],
        &["show", "nv"],
        &["show", "roles/lead-technician"],
        &["compare", "tx", "oh"],
        &["changes", "--past"],
        &["map"],
        &["search", "law"],
        &["list"],
        &["list", "jurisdictions"],
        &["diff", "shipped", "shipped"],
    ] {
        for columns in ["40", "60", "80", "100"] {
            let day = if args[0] == "search" { &[][..] } else { &["--on", DAY][..] };
            let all = [&["catalog"][..], args, day].concat();
            let output = command(&all).env("COLUMNS", columns).output().unwrap();
            let most: usize = columns.parse().unwrap();
            for line in stdout(&output).lines() {
                let is_one_word = line.split_whitespace().count() == 1;
                assert!(line.chars().count() <= most || is_one_word, "{args:?} at {columns}: {line}");
            }
        }
    }
}

#[test]
fn without_unicode_everything_is_ascii() {
    for args in [&["show", "ak"][..], &["compare", "ak", "hi"], &["map"]] {
        let all = [&["catalog"], args, &["--on", DAY]].concat();
        let output = command(&all).env("LANG", "C").output().unwrap();
        assert!(stdout(&output).is_ascii(), "{args:?}");
    }
}

#[test]
fn the_shipped_rules_hold_together() {
    // On the last day on which somebody looked at a file.
    let all = json(&["catalog", "list", "--json"]);
    let checked = all["credentials"].as_array().unwrap().iter().map(|one| one["checked"].as_str().unwrap());
    let output = run(&["catalog", "check", "--on", checked.max().unwrap()]);
    assert_eq!(code(&output), 0, "{}", stdout(&output));
}

#[test]
fn a_credential_with_too_few_scenarios_is_found() {
    let dir = zenith("few_scenarios", OWN);
    let output = run(&["catalog", "check", "--on", "2026-11-27", "--catalog", dir.to_str().unwrap()]);
    assert_eq!(code(&output), 1);
    let text = stdout(&output);
    assert!(
        text.contains("1 credentials with too few scenarios:\n  zz-technician: 0 of at least 3"),
        "{text}"
    );
}

#[test]
fn a_scenario_that_comes_out_otherwise_is_found() {
    let dir = scratch("catalog_check");
    std::fs::create_dir(dir.join("jurisdictions")).unwrap();
    let scenarios = b"[[scenario]]\nname = \"Two hours are enough\"\non = 2026-11-23\ncredential = \"tx-pharmacy-technician\"\n\
        verdict = \"met\"\n  [scenario.record]\n  credentials = [{ credential = \"tx-pharmacy-technician\", issued = \
        \"2021-06-01\", expires = \"2027-05-31\" }]\n";
    file(&dir, "jurisdictions/own.scenarios.toml", scenarios);
    let output = run(&["catalog", "check", "--on", DAY, "--catalog", dir.to_str().unwrap()]);
    assert_eq!(code(&output), 1);
    let text = stdout(&output);
    assert!(text.contains("1 scenarios that come out otherwise:\n  jurisdictions/own.scenarios.toml: \"Two hours are enough\""), "{text}");
}

#[test]
fn a_schema_for_the_editor() {
    for kind in rung_catalog::FileSchema::ALL {
        assert_eq!(stdout(&run(&["catalog", "schema", kind.name])), kind.text);
    }
    assert_eq!(stdout(&run(&["catalog", "schema"])), stdout(&run(&["catalog", "schema", "authority"])));
    assert_eq!(code(&run(&["catalog", "schema", "board"])), 2);
}

#[test]
fn schemas_and_settings_for_a_directory_of_rules() {
    let dir = scratch("catalog_schema");
    let read = |name: &str| std::fs::read_to_string(dir.join(name)).unwrap();
    file(&dir, "tombi.toml", b"# our own\n");
    assert_eq!(stdout(&run(&["catalog", "schema", "--out", dir.to_str().unwrap()])), "");
    assert_eq!(read("tombi.toml"), "# our own\n");

    std::fs::remove_file(dir.join("tombi.toml")).unwrap();
    run(&["catalog", "schema", "--out", dir.to_str().unwrap()]);
    for kind in rung_catalog::FileSchema::ALL {
        let schema = format!("schema/{}", kind.file_name());
        assert_eq!(read(&schema), kind.text);
        assert!(read("tombi.toml").contains(&schema), "{schema}");
    }
}
