use crate::{CATALOG, english};
use proptest::prelude::*;
use rung_way::{
    interests::{Answers, Liking, Score, scores},
    words,
};

fn answers(json: &str) -> Answers {
    Answers::from_json(json, &CATALOG.field().questionnaire).unwrap()
}

#[test]
fn a_score_says_what_it_comes_from() {
    let answers = answers(r#"{"mixing": 2, "clean-room": 1, "regular-hours": 2, "teaching": -1}"#);
    let role = CATALOG.field().role("sterile-compounding-technician").unwrap();
    let score = Score::of(&CATALOG.field().questionnaire, &answers, role).unwrap();
    let said: Vec<String> = score
        .because
        .iter()
        .map(|own| format!("{:+}: {}", own.points, words::said(english(), own)))
        .collect();
    insta::assert_snapshot!(format!("{} of {}, {} of 100\n{}", score.points, score.most, score.percent(), said.join("\n")), @"
    1 of 6, 58 of 100
    +2: You said: very much. Measure, mix and prepare medicines with my own hands, exactly by the formula.
    +1: You said: rather. Work gowned and gloved in a clean room, where every movement has a rule.
    -2: You said: very much. Have regular hours, without nights and weekends.
    ");
}

#[test]
fn no_answer_gives_no_score() {
    assert!(scores(CATALOG.field(), &Answers::default()).iter().all(Option::is_none));
    let all = scores(CATALOG.field(), &answers(r#"{"vaccines": 2}"#));
    assert_eq!(all.iter().flatten().count(), 1);
}

#[test]
fn every_role_can_be_liked_and_disliked() {
    let questionnaire = &CATALOG.field().questionnaire;
    let all = |points| {
        let each =
            questionnaire.questions.iter().map(|own| (own.id.to_string(), Liking::new(points).unwrap()));
        scores(CATALOG.field(), &Answers(each.collect()))
    };
    assert!(all(2).iter().all(Option::is_some));
    assert!(all(0).iter().flatten().all(|score| score.percent() == 50));
}

#[test]
fn answers_that_are_none_are_told() {
    let fault = |json| Answers::from_json(json, &CATALOG.field().questionnaire).unwrap_err();
    insta::assert_snapshot!(fault(r#"{"mixing": 3}"#), @"3 is no answer (a whole number from -2 to 2) at line 1 column 13");
    assert!(
        fault(r#"{"juggling": 1}"#)
            .starts_with("\"juggling\" is not a question (they are mixing, clean-room, ")
    );
    assert!(Answers::from_json(r#"{}"#, &CATALOG.field().questionnaire).unwrap().0.is_empty());
    let first = Answers::default().next(&CATALOG.field().questionnaire).unwrap();
    assert_eq!(first.id.as_str(), "mixing");
}

proptest! {
    #[test]
    fn a_score_lies_between_its_bounds_and_turns_with_the_answers(points in prop::collection::vec(-2_i64..=2, 18)) {
        let questionnaire = &CATALOG.field().questionnaire;
        let make = |sign: i64| {
            let each = questionnaire.questions.iter().zip(&points);
            Answers(each.map(|(own, points)| (own.id.to_string(), Liking::new(sign * points).unwrap())).collect())
        };
        let (one, other) = (scores(CATALOG.field(), &make(1)), scores(CATALOG.field(), &make(-1)));
        for (one, other) in one.iter().zip(&other) {
            let (one, other) = (one.as_ref().unwrap(), other.as_ref().unwrap());
            prop_assert!((0..=100).contains(&one.percent()));
            prop_assert_eq!((one.points, one.most), (-other.points, other.most));
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,40}|[{}\":a-z0-9,-]{0,40}") {
        let _ = Answers::from_json(&text, &CATALOG.field().questionnaire);
    }
}
