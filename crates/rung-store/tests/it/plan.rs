use crate::{
    change::credit,
    home::{Home, note, on_both},
};
use rung_formats::offerings;
use rung_store::{Basis, Change, LedgerQuery, OfferingState, PlanSettings, PlannedOffering};

on_both!(
    offerings_are_planned_registered_done_and_imported_again,
    budget_and_hours_are_kept,
    the_ledger_pages_by_day,
);

const OFFERINGS: &[u8] = br#"{"format": "rung-offerings/1", "offerings": [
    {"id": "law", "title": "Law", "hours": "1.5", "price": "19.95", "topics": ["law"], "law_of": "TX",
     "available_until": "2027-06-30"},
    {"id": "live", "title": "Live", "hours": 2, "price": 0, "on": "2027-01-05T18:30"}]}"#;

async fn offerings_are_planned_registered_done_and_imported_again(home: Home) {
    let read = offerings::read_json(OFFERINGS).unwrap();
    let import = Change::new().import_offerings(read.clone(), &[]);
    home.store.change(home.me, &note("Imported"), import).await.unwrap();
    let kept = home.store.parts::<PlannedOffering>(home.me).await.unwrap();
    assert_eq!(kept.iter().map(|it| it.value.offering.clone()).collect::<Vec<_>>(), read);

    let day = "2027-01-05".parse().unwrap();
    for state in [
        OfferingState::Planned(None),
        OfferingState::Registered(Some(day)),
        OfferingState::Done("c1".into()),
        OfferingState::Open,
        OfferingState::Planned(Some(day)),
    ] {
        let now = home.store.part::<PlannedOffering>(home.me, "live").await.unwrap().unwrap();
        let next = PlannedOffering { state: state.clone(), ..now.value };
        let change = Change::new().put("live", &next, Basis::At(now.version));
        home.store.change(home.me, &note("State"), change).await.unwrap();
        let kept = home.store.part::<PlannedOffering>(home.me, "live").await.unwrap().unwrap();
        assert_eq!(kept.value.state, state);
    }

    let known = home.store.parts::<PlannedOffering>(home.me).await.unwrap();
    let again = Change::new().import_offerings(read, &known);
    home.store.change(home.me, &note("Again"), again).await.unwrap();
    let kept = home.store.parts::<PlannedOffering>(home.me).await.unwrap();
    assert_eq!(kept, known, "the same file changes nothing, and what was planned stays");
    assert!(home.store.record(home.me).await.unwrap().record.extra.is_empty(), "no part of the record");
}

async fn budget_and_hours_are_kept(home: Home) {
    assert_eq!(home.store.plan_settings(home.me).await.unwrap(), PlanSettings::default());
    let plan =
        PlanSettings { budget: Some("30.50".parse().unwrap()), hours_a_week: Some("2.5".parse().unwrap()) };
    home.store.change(home.me, &note("Plan"), Change::new().put_plan_settings(plan)).await.unwrap();
    assert_eq!(home.store.plan_settings(home.me).await.unwrap(), plan);
    assert!(home.store.settings(home.me).await.unwrap().contains_key("plan"));
}

async fn the_ledger_pages_by_day(home: Home) {
    let mut change = Change::new();
    for n in 0..25 {
        change = change.add(&credit(&format!("c{n}"), &format!("202{}-03-{:02}", n % 3, n + 1)));
    }
    home.store.change(home.me, &note("Many"), change).await.unwrap();
    let days = async |query: LedgerQuery| {
        let page = home.store.ledger(home.me, &query).await.unwrap();
        let days: Vec<String> = page.credits.iter().map(|it| it.value.completed.to_string()).collect();
        (page.total, days.join(" "))
    };
    let (from, until) = (Some("2021-01-01".parse().unwrap()), Some("2021-12-31".parse().unwrap()));
    let query = LedgerQuery { from, until, page: 0, size: 3 };
    assert_eq!(days(query).await, (8, "2021-03-23 2021-03-20 2021-03-17".to_owned()));
    assert_eq!(days(LedgerQuery { page: 2, ..query }).await, (8, "2021-03-05 2021-03-02".to_owned()));
    assert_eq!(days(LedgerQuery { page: 9, ..query }).await, (8, String::new()));
    assert_eq!(days(LedgerQuery::default()).await.0, 25);
    assert_eq!(home.store.credit_years(home.me).await.unwrap(), [(2022, 8), (2021, 8), (2020, 9)]);
}
