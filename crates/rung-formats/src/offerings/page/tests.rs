use super::*;
use proptest::prelude::*;

/// What the fuzzer starts from too.
const PAGE: &str = include_str!("../../../../../fuzz/seeds/page/sample.html");

fn shown(draft: &OfferingDraft) -> String {
    format!(
        "{}\n  {} | {} | {:?} | {:?} h | ${:?} | {:?} | {:?} | {:?}\n  {:?} | {:?}\n  {}",
        draft.place,
        draft.id,
        draft.title,
        draft.provider.as_deref(),
        draft.hours.map(|hours| hours.to_string()),
        draft.price.map(|price| price.to_string()),
        draft.format,
        draft.audience,
        draft.uan.as_ref().map(ToString::to_string),
        draft.availability,
        draft.url,
        draft.notes.join("; ")
    )
}

#[test]
fn a_page_of_courses_and_events() {
    let reading = read_page(PAGE.as_bytes()).unwrap();
    let drafts: Vec<String> = reading.drafts.iter().map(shown).collect();
    insta::assert_snapshot!(format!("{}\n\n{reading}", drafts.join("\n")), @r#"
    script 1 (line 4), @graph[1].mainEntity.hasCourseInstance[0]
      0107-0000-26-030-H07-T | Sterile compounding basics | Some("Sample University") | Some("2.5") h | $Some("0") | Some(Home) | Some(Technician) | Some("0107-0000-26-030-H07-T")
      AnyTime { from: Some(2026-01-01), until: Some(2027-12-31) } | Some("https://example.org/sterile")
      
    script 1 (line 4), @graph[1].mainEntity.hasCourseInstance[1]
      0107-0000-26-030-H07-T-2 | Sterile compounding, live | Some("Sample University") | Some("2.5") h | $None | Some(Home) | Some(Technician) | Some("0107-0000-26-030-H07-T")
      On { day: 2026-12-05, at: Some(18:30:00) } | Some("https://example.org/sterile")
      it has several prices: $25, $40; the page and its activity number disagree on live or home study: the number is taken
    script 1 (line 4), @graph[2]
      0107-0000-26-021-L03-T | Law update | Some("Sample Association") | Some("1.5") h | $Some("19.95") | Some(LiveOnline) | Some(Technician) | Some("0107-0000-26-021-L03-T")
      On { day: 2026-12-05, at: Some(18:30:00) } | None
      its hours, 1.5, stand in its description only
    script 1 (line 4), @graph[4]
      conference | Conference | None | None h | $Some("0") | None | None | None
      On { day: 2027-05-03, at: None } | None
      its price, 100, is in EUR; it lasts from 2027-05-01 to 2027-05-03: the last day is taken

    4 activities, 2 complete; 2 skipped
    script 1 (line 4), @graph[1].mainEntity.hasCourseInstance[1]: "Sterile compounding, live" does not tell its price
    script 1 (line 4), @graph[1].mainEntity.hasCourseInstance[1]: it has several prices: $25, $40
    script 1 (line 4), @graph[1].mainEntity.hasCourseInstance[1]: the page and its activity number disagree on live or home study: the number is taken
    script 1 (line 4), @graph[2]: its hours, 1.5, stand in its description only
    script 1 (line 4), @graph[4]: "Conference" does not tell its hours
    script 1 (line 4), @graph[4]: its price, 100, is in EUR
    script 1 (line 4), @graph[4]: it lasts from 2027-05-01 to 2027-05-03: the last day is taken
    script 1 (line 4), @graph[3]: "Called off" is called off
    script 2 (line 31): tells of no event or course
    script 1 (line 4), @graph[5].name: is missing: an activity needs a name
    script 3 (line 32): this is not JSON: key must be a string at line 1 column 2
    "#);
}

#[test]
fn a_complete_draft_is_an_offering_like_any_other() {
    let reading = read_page(PAGE.as_bytes()).unwrap();
    let offerings: Vec<Offering> = reading.drafts.iter().filter_map(OfferingDraft::offering).collect();
    assert!(!offerings.is_empty());
    assert_eq!(super::super::read(super::super::to_json(&offerings).as_bytes()), Ok(offerings));
}

#[test]
fn a_page_that_tells_nothing_says_what_to_do() {
    insta::assert_snapshot!(read_page(b"<p>Law, 1 hour").unwrap_err(), @"nothing on this page tells a program of an activity (it has no schema.org data): enter the activity by hand, or paste its activity number");
    insta::assert_snapshot!(read_page(&vec![b' '; MAX_PAGE_BYTES + 1]).unwrap_err(), @"the page is 8388609 bytes long; at most 8388608 are read");
    insta::assert_snapshot!(read_page(b"%PDF-1.7").unwrap_err(), @"this is a PDF, not text: give the text that was extracted from it");
}

#[test]
fn what_is_told_twice_or_wrongly_stays_unknown() {
    let read = |json: &str| {
        let page = format!("<script type=application/ld+json>{json}</script>");
        let reading = read_page(page.as_bytes()).unwrap();
        format!("{reading}\n{}", reading.drafts.iter().map(shown).collect::<Vec<_>>().join("\n"))
    };
    let several = read(
        r#"{"@type": "Course", "name": "Two", "description": "0107-0000-26-021-L03-T or 0107-0000-26-022-L03-T, 1 hour or 2 hours",
        "numberOfCredits": "many", "offers": {"price": "a lot", "priceCurrency": "USD"}, "startDate": "soon"}"#,
    );
    let utc = read(
        r#"[{"@type": "Event", "name": "UTC", "startDate": "2026-12-06T00:30:00Z", "numberOfCredits": 2, "offers": {"price": "$5"}},
        {"@type": "Event", "name": "UTC", "startDate": "2026-12-06", "endDate": "2026-12-05"}]"#,
    );
    insta::assert_snapshot!(format!("{several}\n---\n{utc}"), @r#"
    1 activity, 0 complete; 0 skipped
    script 1 (line 1): "Two" does not tell its hours and price
    script 1 (line 1): it names several activity numbers: 0107-0000-26-021-L03-T, 0107-0000-26-022-L03-T
    script 1 (line 1): it names several amounts of hours: 1, 2
    script 1 (line 1), numberOfCredits: "many" is not a number of hours (write 1 or 0.75)
    script 1 (line 1).offers.price: "a lot" is not an amount in dollars (write 55 or 62.40)
    script 1 (line 1), startDate: "soon" is not a date (write YYYY-MM-DD)
    script 1 (line 1)
      two | Two | None | None h | $None | None | None | None
      AnyTime { from: None, until: None } | None
      it names several activity numbers: 0107-0000-26-021-L03-T, 0107-0000-26-022-L03-T; it names several amounts of hours: 1, 2
    ---
    2 activities, 1 complete; 0 skipped
    script 1 (line 1), [0]: its 2 credits are taken for contact hours: check that
    script 1 (line 1), [0]: its time is told in UTC, not in that of its place: check the day and the time
    script 1 (line 1), [1]: "UTC" does not tell its hours and price
    script 1 (line 1), [1].endDate: 2026-12-05 is before startDate, 2026-12-06
    script 1 (line 1), [0]
      utc | UTC | None | Some("2") h | $Some("5") | None | None | None
      On { day: 2026-12-06, at: None } | None
      its 2 credits are taken for contact hours: check that; its time is told in UTC, not in that of its place: check the day and the time
    script 1 (line 1), [1]
      utc-2 | UTC | None | None h | $None | None | None | None
      AnyTime { from: Some(2026-12-06), until: None } | None
    "#);
}

#[test]
fn deep_and_wide_pages_end() {
    let deep = format!("<script type=application/ld+json>{}{}</script>", "[".repeat(5000), "]".repeat(5000));
    assert!(read_page(deep.as_bytes()).unwrap().faults.listed[0].what.contains("recursion"));
    let many = r#"{"@type": "Event", "name": "x"},"#.repeat(3000);
    let wide = format!("<script type=application/ld+json>[{many}1]</script>");
    let reading = read_page(wide.as_bytes()).unwrap();
    assert_eq!(reading.drafts.len(), MOST_DRAFTS);
    let ids: std::collections::HashSet<&str> = reading.drafts.iter().map(|draft| draft.id.as_str()).collect();
    assert_eq!(ids.len(), MOST_DRAFTS);
}

proptest! {
    #[test]
    fn a_bent_page_is_read_or_refused(cut in 0..PAGE.len(), byte in any::<u8>(), bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut bent = PAGE.as_bytes().to_vec();
        bent[cut] = byte;
        for file in [&bent[..], &bent[..cut], &bytes[..]] {
            if let Ok(reading) = read_page(file) {
                let _ = reading.to_string();
                let offerings: Vec<Offering> = reading.drafts.iter().filter_map(OfferingDraft::offering).collect();
                prop_assert_eq!(super::super::read(super::super::to_json(&offerings).as_bytes()), Ok(offerings));
            }
        }
    }
}
