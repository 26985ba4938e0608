use crate::{BODY, catalog, english, keeping, state, today};
use insta::assert_snapshot;
use rung_atlas::Glance;
use rung_catalog::Catalog;

/// What a state asks, line by line; a question mark before what no source tells.
fn glance(catalog: &Catalog, id: &str) -> String {
    let glance = Glance::of(catalog, catalog.authority(id).unwrap(), today());
    let line = |(name, says, is_unknown): (String, String, bool)| {
        format!("{} {name}: {says}", if is_unknown { "?" } else { "-" })
    };
    glance.in_words(english()).map(line).join("\n")
}

fn of_rules(renewal: &str) -> String {
    let text = keeping("aa", "Alpha", renewal);
    glance(&catalog(&[("jurisdictions/aa.toml", &text), BODY]), "aa")
}

const RENEWAL: &str = "[[credential.renewal]]\nid = \"now\"\ncite = \"rule\"\n";

#[test]
fn an_ordinary_state() {
    assert_snapshot!(of_rules(&format!("{RENEWAL}
        [[credential.renewal.requirement]]
        id = \"total\"
        what = \"continuing education\"
        minimum = 20
        [[credential.renewal.requirement]]
        id = \"live\"
        what = \"live hours\"
        minimum = 4
        counts = {{ formats = [\"live\", \"live-online\"] }}
        [[credential.renewal.requirement]]
        id = \"law\"
        what = \"law\"
        minimum = 1
        counts = {{ topics = [\"law\"] }}
    ")), @"
    - Credential: Pharmacy Technician
    - Continuing education: 20 h in a period (10 h a year)
    - Live hours: 4 h in a period (2 h a year)
    - National certification to get it: Not required
    - National certification to keep it: Not required
    ? Giving vaccines: Not known
    ");
}

#[test]
fn a_text_that_asks_nothing_is_not_the_same_as_no_text() {
    assert_snapshot!(of_rules(RENEWAL), @"
    - Credential: Pharmacy Technician
    - Continuing education: None
    - Live hours: None
    - National certification to get it: Not required
    - National certification to keep it: Not required
    ? Giving vaccines: Not known
    ");
    assert_snapshot!(of_rules(""), @"
    - Credential: Pharmacy Technician
    ? Continuing education: Not known
    ? Live hours: Not known
    - National certification to get it: Not required
    ? National certification to keep it: Not known
    ? Giving vaccines: Not known
    ");
}

#[test]
fn hours_that_no_source_tells_are_not_known() {
    assert_snapshot!(of_rules(&format!("{RENEWAL}
        [[credential.renewal.requirement]]
        id = \"total\"
        what = \"continuing education\"
        hours_unknown = true
    ")), @"
    - Credential: Pharmacy Technician
    ? Continuing education: Not known
    ? Live hours: Not known
    - National certification to get it: Not required
    - National certification to keep it: Not required
    ? Giving vaccines: Not known
    ");
    assert_snapshot!(of_rules(&format!("{RENEWAL}
        [[credential.renewal.requirement]]
        id = \"first-cycle\"
        what = \"the first cycle\"
        unknown = \"Are any hours due already? Ask the board.\"
    ")), @"
    - Credential: Pharmacy Technician
    ? Continuing education: Not known
    ? Live hours: Not known
    - National certification to get it: Not required
    - National certification to keep it: Not required
    ? Giving vaccines: Not known
    ");
}

#[test]
fn so_much_in_each_calendar_year() {
    assert_snapshot!(of_rules(&format!("{RENEWAL}
        [[credential.renewal.requirement]]
        id = \"total\"
        what = \"continuing education\"
        minimum = 5
        window = \"each-calendar-year\"
    ")), @"
    - Credential: Pharmacy Technician
    - Continuing education: 10 h in a period (5 h a year)
    - Live hours: None
    - National certification to get it: Not required
    - National certification to keep it: Not required
    ? Giving vaccines: Not known
    ");
}

#[test]
fn hours_in_addition_come_on_top() {
    assert_snapshot!(of_rules(&format!("{RENEWAL}
        [[credential.renewal.requirement]]
        id = \"total\"
        what = \"continuing education\"
        minimum = 20
        [[credential.renewal.requirement]]
        id = \"safety\"
        what = \"safety\"
        minimum = 2
        counts = {{ topics = [\"patient-safety\"] }}
        in_addition = true
    ")), @"
    - Credential: Pharmacy Technician
    - Continuing education: 22 h in a period (11 h a year)
    - Live hours: None
    - National certification to get it: Not required
    - National certification to keep it: Not required
    ? Giving vaccines: Not known
    ");
}

#[test]
fn a_duty_with_its_own_clock_is_added() {
    assert_snapshot!(of_rules("
        [[credential.renewal]]
        id = \"education\"
        duty = \"ce\"
        clock = { length = \"1 year\", ends = { fixed-day = { month = 12, day = 31, years = \"every\" } } }
        cite = \"rule\"
        [[credential.renewal.requirement]]
        id = \"total\"
        what = \"continuing education\"
        minimum = 10
        [[credential.renewal]]
        id = \"now\"
        cite = \"rule\"
        [[credential.renewal.requirement]]
        id = \"law\"
        what = \"law\"
        minimum = 2
        counts = { topics = [\"law\"] }
    "), @"
    - Credential: Pharmacy Technician
    - Continuing education: 12 h in a period (11 h a year)
    - Live hours: None
    - National certification to get it: Not required
    - National certification to keep it: Not required
    ? Giving vaccines: Not known
    ");
}

#[test]
fn what_is_asked_after_the_first_period_is_asked_of_everybody_and_what_some_owe_is_not() {
    assert_snapshot!(of_rules(&format!("{RENEWAL}
        [[credential.renewal.requirement]]
        id = \"total\"
        what = \"continuing education\"
        minimum = 20
        applies_if = {{ first_period = false }}
        [[credential.renewal.requirement]]
        id = \"first-cycle\"
        what = \"the first cycle\"
        unknown = \"How many in the first? Ask the board.\"
        applies_if = {{ first_period = true }}
        [[credential.renewal.requirement]]
        id = \"old\"
        what = \"those of before 2010\"
        minimum = 40
        applies_if = {{ issued = {{ before = 2010-01-01 }} }}
        [[credential.renewal.requirement]]
        id = \"vaccines\"
        what = \"vaccines\"
        minimum = 30
        applies_if = {{ duty = [\"immunization\"] }}
        [[credential.renewal.requirement]]
        id = \"remote\"
        what = \"certification of those who dispense from afar\"
        condition = {{ holds = [\"body-cert\"] }}
        applies_if = {{ duty = [\"remote-dispensing\"], silent_is_no = true }}
    ")), @"
    - Credential: Pharmacy Technician
    - Continuing education: 20 h in a period (10 h a year)
    - Live hours: None
    - National certification to get it: Not required
    - National certification to keep it: Not required
    ? Giving vaccines: Not known
    ");
}

#[test]
fn certification_to_keep_it_or_one_of_the_ways_or_not_known() {
    let certification = |line: &str| {
        let rules = format!(
            "{RENEWAL}[[credential.renewal.requirement]]\nid = \"certification\"\nwhat = \"certification\"\n{line}"
        );
        of_rules(&rules).lines().nth(4).unwrap().to_owned()
    };
    assert_snapshot!(certification("condition = { holds = [\"body-cert\"] }"), @"- National certification to keep it: Required");
    assert_snapshot!(certification("condition = { any = [{ holds = [\"body-cert\"] }, { attest = \"attest:other\" }] }"), @"- National certification to keep it: One of the ways");
    assert_snapshot!(certification("unknown = \"Must it be active? Ask the board.\""), @"? National certification to keep it: Not known");
    assert_snapshot!(certification("minimum = 20\n[[credential.renewal.requirement.or]]\nid = \"held\"\nwhat = \"held\"\ncondition = { holds = [\"body-cert\"] }"), @"- National certification to keep it: One of the ways");
}

#[test]
fn certification_to_get_it() {
    let paths = |conditions: &[&str]| {
        let path = |(n, condition): (usize, &&str)| {
            format!("[[credential.path]]\nid = \"p{n}\"\ntitle = \"Way {n}\"\ncite = \"rule\"\n{condition}")
        };
        let credential =
            "[[credential]]\nid = \"aa-technician\"\ntitle = \"Technician\"\nkind = \"license\"\n";
        let text = credential.to_owned() + &conditions.iter().enumerate().map(path).collect::<String>();
        let text = state("aa", "Alpha", &text);
        glance(&catalog(&[("jurisdictions/aa.toml", &text), BODY]), "aa").lines().nth(3).unwrap().to_owned()
    };
    let certified = "[[credential.path.condition]]\nwhat = \"certified\"\nif = { holds = [\"body-cert\"] }\nwould_meet = \"pass\"\n";
    assert_snapshot!(paths(&[certified]), @"- National certification to get it: Required");
    assert_snapshot!(paths(&[certified, ""]), @"- National certification to get it: One of the ways");
    assert_snapshot!(paths(&[""]), @"- National certification to get it: Not required");
    assert_snapshot!(paths(&[]), @"? National certification to get it: Not known");
}

#[test]
fn a_state_without_a_credential() {
    assert_snapshot!(glance(&Catalog::shipped(), "de"), @"
    - Credential: None: the board gives none
    - Continuing education: None
    - Live hours: None
    - National certification to get it: Not required
    - National certification to keep it: Not required
    - Giving vaccines: Allowed on terms
    ");
}

#[test]
fn shipped_states_that_are_easily_told_wrong() {
    let catalog = Catalog::shipped();
    // National certification to keep the licence, and no hours of the board's own.
    assert_snapshot!(glance(&catalog, "co"), @"
    - Credential: Certified Pharmacy Technician (state certification)
    - Continuing education: None
    - Live hours: None
    - National certification to get it: Required
    - National certification to keep it: Required
    - Giving vaccines: Allowed on terms
    ");
    // Twelve hours in two years, and the board's extra hour of law within them.
    assert_snapshot!(glance(&catalog, "nv"), @"
    - Credential: Pharmaceutical Technician
    - Continuing education: 12 h in a period (6 h a year)
    - Live hours: None
    - National certification to get it: One of the ways
    - National certification to keep it: One of the ways
    - Giving vaccines: Allowed on terms
    ");
    // Two clocks: a yearly registration that asks no hours, and an education cycle of two years.
    assert_snapshot!(glance(&catalog, "mn"), @"
    - Credential: Pharmacy Technician
    - Continuing education: 20 h in a period (10 h a year)
    - Live hours: None
    - National certification to get it: Not required
    - National certification to keep it: Not required
    - Giving vaccines: Allowed on terms
    ");
    // Nobody has found whether the first cycle of the new rules asks hours.
    assert_snapshot!(glance(&catalog, "vt"), @"
    - Credential: Registered Pharmacy Technician
    ? Continuing education: Not known
    ? Live hours: Not known
    - National certification to get it: One of the ways
    - National certification to keep it: Not required
    - Giving vaccines: Allowed on terms
    ");
}

#[test]
fn every_jurisdiction_has_one_by_name() {
    let catalog = Catalog::shipped();
    let all = Glance::of_all(&catalog, today());
    assert_eq!(all.len(), 51);
    assert!(all.windows(2).all(|pair| pair[0].authority.name < pair[1].authority.name));
}
