//! Roles, settings and the rest of the field: that they are all there, and what a file that is wrong is told.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use rung_catalog::{
    Catalog, Overlay,
    field::{Field, OrderBasis, Reading, RoleTest, Sheet, Strength, TaskKind},
};
use rung_record::Date;

const TODAY: Date = Date::constant(2026, 11, 27);

fn shipped(path: &str) -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalog/");
    std::fs::read_to_string(format!("{root}{path}")).unwrap()
}

/// What loading says of one file of the field changed, with `here` for the line of the change: the shipped files grow.
fn fault(path: &str, from: &str, to: &str) -> String {
    let text = shipped(path);
    let line = text[..text.find(from).unwrap()].matches('\n').count() + 1;
    bent(path, from, to).unwrap_err().replace(&format!("{path}:{line}:"), &format!("{path}:here:"))
}

/// What is to be mended in the field's files.
fn lints(catalog: &Catalog) -> Vec<String> {
    let lints = catalog.lint(TODAY);
    lints.iter().filter(|lint| lint.file.starts_with("field/")).map(ToString::to_string).collect()
}

/// The catalogue with one file of the field changed.
fn bent(path: &str, from: &str, to: &str) -> Result<Catalog, String> {
    let text = shipped(path);
    assert!(text.contains(from), "{path} has no {from}");
    let overlay = Overlay { path: path.to_owned(), text: text.replacen(from, to, 1) };
    Catalog::load(&[overlay]).map_err(|errors| errors.to_string())
}

#[test]
fn the_shipped_files_are_read_when_asked_and_nothing_in_them_is_to_be_mended() {
    let catalog = Catalog::shipped();
    assert_eq!(lints(&catalog), Vec::<String>::new());
}

#[test]
fn every_fact_that_was_gathered_is_there() {
    let catalog = Catalog::shipped();
    let Field { roles, settings, wages, actions, organizations, feeds, onet, steps, questionnaire } =
        catalog.field();

    assert_eq!(roles.roles.len(), 49);
    assert_eq!(roles.ladders.examples.len(), 4);
    assert_eq!(roles.roles.iter().map(|role| role.does.len()).sum::<usize>(), 151);
    assert_eq!(roles.roles.iter().map(|role| role.competencies.len()).sum::<usize>(), 124);
    assert_eq!(roles.roles.iter().map(|role| role.credentials.required.len()).sum::<usize>(), 17);
    assert_eq!(roles.roles.iter().map(|role| role.credentials.any_of.len()).sum::<usize>(), 10);
    assert_eq!(roles.roles.iter().map(|role| role.credentials.preferred.len()).sum::<usize>(), 65);
    let before = roles.roles.iter().filter_map(|role| role.preceded_by.as_ref());
    assert_eq!(before.map(|before| before.roles.len() + before.outside.len()).sum::<usize>(), 80);
    // Ten lines of the 52 gathered said only that no figure was found; they are open questions.
    assert_eq!(roles.roles.iter().map(|role| role.experience.len()).sum::<usize>(), 42);

    assert_eq!(settings.settings.len(), 21);
    assert_eq!(settings.settings.iter().map(|setting| setting.does.len()).sum::<usize>(), 91);
    assert_eq!(settings.settings.iter().map(|setting| setting.prepares_for.len()).sum::<usize>(), 60);

    assert_eq!(wages.national.len(), 6);
    assert_eq!(wages.industries.len(), 5);
    assert_eq!(wages.industry_employment.len(), 7);
    assert_eq!(wages.states.len(), 20 + 12);
    assert_eq!(wages.outlooks.len(), 2);
    assert_eq!(wages.adjacent.len(), 25);
    assert_eq!(wages.surveys.len(), 2);

    assert_eq!(actions.actions.len(), 26);
    assert_eq!(actions.actions.iter().map(|action| action.metrics.len()).sum::<usize>(), 56);
    assert_eq!(actions.actions.iter().map(|action| action.how.len()).sum::<usize>(), 79);
    assert_eq!(actions.actions.iter().map(|action| action.outcomes.len()).sum::<usize>(), 36);
    assert_eq!(actions.charts.len(), 7);
    assert_eq!(actions.chart_rules.len(), 5);

    assert_eq!(organizations.organizations.len(), 16);
    assert_eq!(organizations.organizations.iter().map(|body| body.prices.len()).sum::<usize>(), 2);
    assert_eq!(organizations.events.len(), 10);
    assert_eq!(organizations.publications.len(), 8);
    assert_eq!(organizations.forums.len(), 4);
    assert_eq!(organizations.membership_notes.len(), 1);

    assert_eq!(feeds.feeds.len(), 30);
    assert_eq!(feeds.feeds.iter().filter(|feed| feed.can_be_followed()).count(), 24);
    assert_eq!(feeds.notes.len(), 2);

    assert_eq!(steps.figures.len(), 23);
    assert_eq!(steps.programs.len(), 4);
    assert_eq!(questionnaire.questions.len(), 18);

    assert_eq!(onet.tasks.len(), 21);
    assert_eq!(onet.tasks.iter().filter(|task| task.kind == TaskKind::Core).count(), 13);
    assert_eq!(onet.tasks.iter().map(|task| task.activities.len()).sum::<usize>(), 24);
    assert_eq!(onet.skills.ratings.len(), 35);
    assert_eq!(onet.knowledge.ratings.len(), 33);
    assert_eq!(onet.work_styles.ratings.len(), 16);
    assert_eq!(onet.ability_order.names.len(), 5);
    assert_eq!(onet.abilities_2014.scores.len(), 52);
    assert_eq!(onet.work_activities_2014.scores.len(), 41);
    assert_eq!(onet.work_context_2014.scores.len(), 55);
    assert_eq!(onet.interests.scores.len(), 6);
    assert_eq!(onet.work_values.extents.len(), 6);
    assert_eq!(onet.related.occupations.len(), 20);
    assert_eq!(onet.preparations.iter().map(|asked| asked.answers.len()).sum::<usize>(), 23);
    assert_eq!(onet.preparation_importance.ratings.len(), 2);
    assert_eq!(onet.technology.examples.len(), 22);
    assert_eq!(onet.tools.examples.len(), 46);
    assert_eq!((onet.titles.reported.len(), onet.titles.alternate.len()), (6, 17));

    let counts = catalog.field().sheets().map(|(_, sheet)| sheet.sources().len());
    assert_eq!(counts, [103, 63, 10, 67, 52, 20, 5, 9, 2]);
    let questions = [
        &roles.open_questions,
        &settings.open_questions,
        &wages.open_questions,
        &actions.open_questions,
        &organizations.open_questions,
        &feeds.open_questions,
        &onet.open_questions,
    ];
    assert_eq!(questions.map(Vec::len), [6, 5, 6, 3, 3, 4, 3]);
    // 46 that were gathered, and how much work is asked, of the nineteen that name no figure.
    let of_roles = roles.roles.iter().map(|role| role.open_questions.len()).sum::<usize>();
    assert_eq!(of_roles, 46 + 19);
    assert_eq!(settings.settings.iter().map(|setting| setting.open_questions.len()).sum::<usize>(), 27);
}

#[test]
fn figures_that_stand_in_two_files_agree() {
    let catalog = Catalog::shipped();
    let field = catalog.field();
    let nation = field.wages.newest_national().unwrap();
    let technician = field.role("pharmacy-technician").unwrap().pay.as_ref().unwrap();
    assert_eq!(technician.period, Some(nation.period));
    assert_eq!(technician.annual_median, Some(nation.annual.median));
    assert_eq!(technician.annual_p10, Some(nation.annual.p10));
    assert_eq!(technician.annual_p90, Some(nation.annual.p90));
}

#[test]
fn a_whole_role() {
    let catalog = Catalog::shipped();
    insta::assert_debug_snapshot!(catalog.field().role("immunizing-technician").unwrap(), @r#"
    Role {
        id: immunizing-technician,
        title: "Immunizing technician",
        rung: Specialist,
        work: PatientCare,
        shown_by_credentials: false,
        settings: These(
            [
                community-chain,
                community-grocery-mass,
                community-independent,
            ],
        ),
        credentials: RoleCredentials {
            required: [
                StateLicence,
            ],
            licence_note: None,
            any_of: [],
            any_of_when: None,
            preferred: [
                CredentialId(
                    "ptcb-immunization-administration",
                ),
                CredentialId(
                    "ptcb-cpht",
                ),
            ],
        },
        education: None,
        experience: [
            RoleExperience {
                what: "ACPE practical training with injection technique and emergency reactions; current CPR; at least two hours of ACPE immunization education in each licence period (federal guidance)",
                hours_at_least: None,
                hours_at_most: None,
                length_at_least: None,
                length_at_most: None,
                strength: Described,
                asked_by: None,
                test: None,
                reading: Whole,
            },
        ],
        state_authority_for: [
            immunization,
        ],
        does: [
            "giving vaccines a pharmacist ordered",
            "records and supplies",
        ],
        competencies: [
            "injection technique",
            "emergency response",
            "schedules",
        ],
        pay: None,
        nearby_pay: None,
        preceded_by: Some(
            PrecededBy {
                roles: [
                    pharmacy-technician,
                    certified-pharmacy-technician,
                ],
                outside: [],
                basis: Inferred,
                why: Some(
                    "from the rules",
                ),
            },
        ),
        leads_to: None,
        results: [],
        notes: [
            "childhood vaccines under the federal declaration ended on 2023-05-12 for technicians",
            "a 12th amendment was taught in 2025; its end date was not read",
            "six states allowed technicians before the federal guidance: Idaho, Rhode Island, Utah, Michigan, Washington, Nevada",
        ],
        open_questions: [
            "What does it pay?",
        ],
        confidence: High,
        cite: [mlo-vaccines, ohio-vaccines, tx-prep-act, uconn-prep-act, cphtconnect-2021-01],
    }
    "#);
}

#[test]
fn what_a_role_asks_is_ready_to_be_compared_with_a_record() {
    let catalog = Catalog::shipped();
    let shown: Vec<String> = ["lead-technician", "va-technician", "immunizing-technician"]
        .iter()
        .flat_map(|id| catalog.field().role(id).unwrap().asks())
        .map(|ask| {
            let test = match &ask.test {
                RoleTest::StateLicence => "the state's licence".to_owned(),
                RoleTest::StateAuthority(duty) => format!("the state allows {duty}"),
                RoleTest::Condition(test) if test.is_always() => "nothing".to_owned(),
                RoleTest::Holds(ids) => format!("holds {ids:?}"),
                RoleTest::Condition(test) => format!("{:?}", test.experience.as_ref().unwrap().length),
                RoleTest::Words => "only the words".to_owned(),
            };
            let part = if ask.reading == Reading::Part { ", in part" } else { "" };
            let when = ask.when.map(|when| format!(" ({when})")).unwrap_or_default();
            format!("{:?}: {}{when}: {test}{part}", ask.strength, ask.what)
        })
        .collect();
    insta::assert_snapshot!(shown.join("\n"), @r#"
    Required: the licence, registration or certification that the state's board asks: the state's licence
    Preferred: ptcb-cpht: holds [CredentialId("ptcb-cpht")]
    Described: whatever the licence needs: only the words
    Required: technician work: Some(Months(60))
    Alternative: technician work with state-approved certification: Some(Months(48)), in part
    Required: ptcb-cpht or nha-excpt (above full performance level): holds [CredentialId("ptcb-cpht"), CredentialId("nha-excpt")]
    Described: none required: nothing
    Required: each grade: one year equivalent to the grade below: only the words
    Required: the licence, registration or certification that the state's board asks: the state's licence
    Preferred: ptcb-immunization-administration: holds [CredentialId("ptcb-immunization-administration")]
    Preferred: ptcb-cpht: holds [CredentialId("ptcb-cpht")]
    Required: a state that lets technicians do this: immunization: the state allows immunization
    Described: ACPE practical training with injection technique and emergency reactions; current CPR; at least two hours of ACPE immunization education in each licence period (federal guidance): only the words
    "#);
}

#[test]
fn an_inferred_order_of_roles_is_told_from_a_stated_one() {
    let catalog = Catalog::shipped();
    let basis = |id: &str| catalog.field().role(id).unwrap().preceded_by.as_ref().unwrap().basis;
    assert_eq!(basis("lead-technician"), OrderBasis::Stated);
    assert_eq!(basis("chemotherapy-technician"), OrderBasis::Inferred);
    let next = catalog.field().next_roles(&catalog.field().role("lead-technician").unwrap().id);
    let next: Vec<&str> = next.iter().map(|role| role.id.as_str()).collect();
    assert_eq!(next, ["technician-supervisor", "onboarding-coordinator"]);
    let pbm = catalog.field().role("pbm-technician").unwrap();
    assert!(pbm.asks().iter().all(|ask| ask.strength != Strength::Required));
}

#[test]
fn a_cite_leads_to_its_source() {
    let catalog = Catalog::shipped();
    let roles = &catalog.field().roles;
    let lead = catalog.field().role("lead-technician").unwrap();
    let source = roles.source(lead.cite.iter().next().unwrap()).unwrap();
    assert_eq!(source.title, "Tennessee hospital posting: lead or supervising pharmacy technician");
}

#[test]
fn faults_name_file_line_and_field() {
    let faults = [
        fault("field/roles.toml", "rung = \"trainee\"", "rung = \"beginner\""),
        fault("field/roles.toml", "settings = \"all\"", "settings = \"every\""),
        fault("field/roles.toml", "cite = [\"tn-posting\"]", "cite = [\"tn-postings\"]"),
        fault("field/roles.toml", "cite = [\"tn-posting\"]", "cite = []"),
        fault("field/roles.toml", "preceded_by.basis = \"inferred\"", "preceded_by.basis = \"guessed\""),
        fault("field/roles.toml", "id = \"ma-posting\"", "id = \"cvs-posting\""),
        fault("field/settings.toml", "schedule = ", "shedule = "),
        fault("field/settings.toml", "id = \"community-chain\"", "id = \"Community chain\""),
        fault("field/wages.toml", "p10 = \"17.32\"", "p10 = 17.32"),
        fault("field/wages.toml", "employment_error = \"0.6\"", "employment_error = 0.6"),
        fault("field/wages.toml", "versus_all_technicians = \"14.9\"", "versus_all_technicians = 14.9"),
        fault("field/wages.toml", "period = \"2025-05\"", "period = \"May 2025\""),
        fault("field/actions.toml", "goal = \"down\"", "goal = \"lower\""),
        fault("field/organizations.toml", "month = 10", "month = 13"),
        fault("field/onet.toml", "importance = \"4\"", "importance = \"high\""),
        fault("field/onet.toml", "code = \"31-9095.00\"", "code = \"319095\""),
    ];
    insta::assert_snapshot!(faults.join("\n"), @r#"
    field/roles.toml:here: unknown variant `beginner`, expected one of `trainee`, `entry`, `experienced`, `specialist`, `lead`, `supervisor`, `manager`, `beyond`
    field/roles.toml:here: invalid value: string "every", expected a list of settings, "all" or "other"
    field/roles.toml:here: role lead-technician.cite: "tn-postings" is not a source of this file
    field/roles.toml:here: every fact cites at least one source
    field/roles.toml:here: unknown variant `guessed`, expected `stated` or `inferred`
    field/roles.toml:1: source: two sources are called "cvs-posting"
    field/settings.toml:here: unknown field `shedule`, expected one of `id`, `title`, `does`, `requirements`, `preferred`, `skills`, `usp`, `usp_basis`, `schedule`, `pay`, `pay_note`, `prepares_for`, `notes`, `open_questions`, `confidence`, `cite`
    field/settings.toml:here: "Community chain" is not an id (lower-case letters, digits and hyphens)
    field/wages.toml:here: invalid type: floating point `17.32`, expected dollars such as 55 or "62.40"
    field/wages.toml:here: expected a percentage such as 35 or "18.75"
    field/wages.toml:here: invalid type: floating point `14.9`, expected a difference in percent such as 6 or "-12.8"
    field/wages.toml:here: "May 2025" is not a month (write "2025-05")
    field/actions.toml:here: unknown variant `lower`, expected one of `up`, `down`, `up-then-down`
    field/organizations.toml:here: 13 is not a month (1 to 12)
    field/onet.toml:here: "high" is not a rating from 0 to 7 such as 4 or "4.59"
    field/onet.toml:here: "319095" is not an occupation's code (write "29-2052" or "29-2052.00")
    "#);
}

#[test]
fn a_file_that_the_field_does_not_have_is_told() {
    let overlay = Overlay { path: "field/role.toml".into(), text: String::new() };
    insta::assert_snapshot!(Catalog::load(&[overlay]).unwrap_err(), @"field/role.toml:1: is not a file of the field (they are field/roles.toml, field/settings.toml, field/wages.toml, field/actions.toml, field/organizations.toml, field/feeds.toml, field/onet.toml, field/steps.toml, field/interests.toml)");
}

#[test]
fn ids_that_lead_nowhere_and_circles_are_to_be_mended() {
    let bent = [
        bent("field/roles.toml", "settings = [\"academia\"]", "settings = [\"academy\"]"),
        bent(
            "field/roles.toml",
            "credentials.any_of = [\"ptcb-cpht\"",
            "credentials.any_of = [\"ptcb-cpth\"",
        ),
        bent(
            "field/roles.toml",
            "state_authority_for = [\"immunization\"]",
            "state_authority_for = [\"vaccines\"]",
        ),
        bent(
            "field/roles.toml",
            "nearby_pay.occupation = \"43-3021\"",
            "nearby_pay.occupation = \"43-3022\"",
        ),
        bent("field/roles.toml", "roles = [\"technician-ii\"]", "roles = [\"lead-technician\"]"),
        bent("field/roles.toml", "id = \"diversion-team-manager\"", "id = \"diversion-analyst\""),
        bent("field/roles.toml", "cite = [\"fortis-infusion\"]", "cite = [\"ma-posting\"]"),
        bent("field/roles.toml", "checked = 2026-11-23", "checked = 2025-11-23"),
        bent("field/settings.toml", "industry = \"ambulatory\"", "industry = \"clinics\""),
        bent("field/actions.toml", "chart = \"xmr\"", "chart = \"i\""),
        bent("field/actions.toml", "helps = [\"medication-history-technician\"]", "helps = [\"historian\"]"),
        bent("field/onet.toml", "occupation = \"29-2052.00\"", "occupation = \"29-2053.00\""),
        bent("field/interests.toml", "onet = \"Recognition\"", "onet = \"Fame\""),
        bent(
            "field/roles.toml",
            "preceded_by.outside = [\"outside the profession\"]",
            "preceded_by.outside = []",
        ),
    ];
    let told = bent.map(|load| lints(&load.unwrap()).join("\n"));
    insta::assert_snapshot!(told.join("\n\n"), @r#"
    field/roles.toml: role technician-instructor: names the setting "academy", which is not in the catalogue

    field/roles.toml: role certified-pharmacy-technician: names the credential "ptcb-cpth", which is not in the catalogue

    field/roles.toml: role immunizing-technician: names the duty "vaccines", which is not in the catalogue
    field/interests.toml: question vaccines: speaks for no role

    field/roles.toml: role billing-technician: names the occupation "43-3022", which is not in the catalogue

    field/roles.toml: role technician-iii: comes before itself: technician-iii, after lead-technician, after technician-iii

    field/roles.toml: role diversion-analyst: is there twice
    field/roles.toml: role diversion-analyst: comes before itself: diversion-analyst, after diversion-analyst

    field/roles.toml: source fortis-infusion: supports nothing; leave it out

    field/roles.toml: checked: nobody has looked since 2025-11-23; look again and set the day

    field/settings.toml: setting ambulatory-clinic: names the industry "clinics", which is not in the catalogue

    field/actions.toml: action train-new-staff: names the chart "i", which is not in the catalogue

    field/actions.toml: action medication-history: names the role "historian", which is not in the catalogue

    field/onet.toml: occupation: is 29-2053.00, but the wages are of 29-2052

    field/interests.toml: question standing: names the interest or value "Fame", which is not in the catalogue

    field/roles.toml: role military-pharmacy-specialist: no way leads there from outside the profession; leave `preceded_by` out where nobody knows a way in
    "#);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn a_bent_file_is_refused_or_loads(file in 0..9_usize, cut in 0..80_000_usize, byte in any::<u8>()) {
        let path = Catalog::shipped().field().sheets()[file].0;
        let text = shipped(path);
        let cut = text.floor_char_boundary(cut % text.len());
        let _ = Catalog::load(&[Overlay { path: path.to_owned(), text: text[..cut].to_owned() }]);
        let mut bent = text.into_bytes();
        bent[cut] = byte;
        let text = String::from_utf8_lossy(&bent).into_owned();
        if let Ok(catalog) = Catalog::load(&[Overlay { path: path.to_owned(), text }]) {
            let _ = catalog.lint(TODAY);
        }
    }
}
