//! What the rules say in Spanish: every reason and question, and where a technician stands. What stays English is in
//! quotation marks here; a page marks it as English.

#![allow(clippy::unwrap_used)] // The helpers of tests are tests too.

use rung_catalog::Catalog;
use rung_record::{Date, Hours, Record};
use rung_rules::{Missing, Question, Reason, Untold, Unwritten, Verdict, evaluate, words};
use rung_words::{Language, Words, quoted};
use std::sync::LazyLock;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::shipped);

fn spanish() -> &'static Words {
    Words::of(Language::Spanish)
}

fn record(rest: &str) -> Record {
    Record::from_json(format!(r#"{{"format": "rung-record/1", {rest}}}"#).as_bytes()).unwrap()
}

fn with_a_credit() -> Record {
    record(
        r#""credits": [{"id": "c1", "completed": "2026-02-11", "hours": 8, "uan": "0001-0000-26-001-H04-T"}]"#,
    )
}

fn lines(said: impl Iterator<Item = String>) -> String {
    said.map(|text| quoted(&text)).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_reason() {
    let reasons = [
        Reason::AfterToday,
        Reason::OutsidePeriod,
        Reason::DeadZone,
        Reason::OutsideWindow,
        Reason::DuplicateOf(0),
        Reason::DuplicateOf(9),
        Reason::NotAccepted,
        Reason::NotAccredited,
        Reason::WrongAudience,
        Reason::WrongFormat,
        Reason::WrongTopic,
        Reason::WrongJurisdiction,
        Reason::CourseTooSmall,
        Reason::NoHours,
        Reason::CapReached,
        Reason::UsedInAddition,
        Reason::UsedEarlier,
    ];
    let record = with_a_credit();
    let said = lines(reasons.into_iter().map(|reason| words::reason(spanish(), reason, &record)));
    insta::assert_snapshot!(said, @r"
    se completó después del día consultado
    se completó fuera del período
    se completó después de presentar la renovación y antes de su aprobación: no cuenta para ningún período
    se completó fuera de los días que considera este requisito
    es la misma actividad que c1, que cuenta una sola vez
    es la misma actividad que otro crédito, que cuenta una sola vez
    aquí no se acepta este tipo de actividad
    no está acreditado por un organismo que la regla nombra
    se hizo para otro público
    no se tomó en el formato que pide la regla
    trata de otro tema
    trata de la ley de otra jurisdicción
    tiene muy pocos créditos académicos o una calificación muy baja
    tu expediente no dice cuántas horas dio
    pasa del máximo que pueden aportar estos créditos
    sus horas cuentan para un requisito que se suma al total
    sus horas ya contaron en un período anterior
    ");
}

#[test]
fn every_question() {
    let duties = ["sterile-compounding".to_owned(), "immunization".to_owned()];
    let told = [
        Untold::FirstIssued,
        Untold::Expires,
        Untold::PrintedExpiry("tx-pharmacy-technician".into()),
        Untold::BirthDate,
        Untold::Duties(&duties),
        Untold::Settings(&duties[..1]),
        Untold::Schools,
        Untold::Programmes,
        Untold::Jobs,
        Untold::HoursAWeek,
        Untold::Confirmed { key: "attest:no-felony", what: None },
        Untold::Confirmed { key: "attest:no-felony", what: Some("declare that there is no felony") },
    ];
    let missing = [
        Missing::Accreditation,
        Missing::Format,
        Missing::Audience,
        Missing::LawOf,
        Missing::Topic,
        Missing::Grade,
        Missing::AcademicCredits,
    ];
    let unwritten = [
        Unwritten::Asked("Ask whether a fee is due."),
        Unwritten::HoursOf("law"),
        Unwritten::Paths("Texas State Board of Pharmacy"),
        Unwritten::Rules("Texas State Board of Pharmacy"),
        Unwritten::Reinstatement,
    ];
    let questions = (told.into_iter().map(Question::Tell))
        .chain(missing.into_iter().map(|missing| Question::AboutCredit(0, missing)))
        .chain([Question::AboutCredit(9, Missing::Format)])
        .chain(unwritten.into_iter().map(Question::Ask));
    let record = with_a_credit();
    let said = lines(questions.map(|question| words::question(spanish(), &question, &record)));
    insta::assert_snapshot!(said, @r"
    Dinos la fecha en que se emitió por primera vez.
    Dinos la fecha en que vence.
    Dinos la fecha de vencimiento impresa en tu tx-pharmacy-technician.
    Dinos tu fecha de nacimiento.
    Dinos qué haces en el trabajo. Aquí importa si eso incluye “sterile compounding” o “immunization”.
    Dinos en qué tipo de lugares trabajas. Aquí importa si eso incluye “sterile compounding”.
    Dinos qué estudios has terminado.
    Dinos qué programas de capacitación has completado, cuándo y quién los reconoce.
    Dinos dónde has trabajado, desde cuándo y cuántas horas por semana.
    Dinos cuántas horas por semana trabajaste en cada empleo.
    Dinos si esto es así: “no felony”.
    Dinos si esto es así: “declare that there is no felony”.
    Dinos quién acredita c1.
    Dinos si c1 fue en vivo o de estudio en casa.
    Dinos si c1 se hizo para técnicos o para farmacéuticos.
    Dinos de qué jurisdicción es la ley que trató c1.
    El número de actividad de c1 (0001-0000-26-001-H04-T) indica un tema distinto del que se escribió. Revisa su certificado.
    Dinos la calificación de c1.
    Dinos cuántos créditos académicos dio c1.
    Dinos si el crédito fue en vivo o de estudio en casa.
    “Ask whether a fee is due.”
    Ninguna fuente dice cuántas horas se piden de “law”. Pregunta a la junta de farmacia.
    El catálogo no dice cómo obtenerla. Pregunta a Texas State Board of Pharmacy.
    El catálogo no tiene las reglas de Texas State Board of Pharmacy para este período. Pregúntales cuáles son.
    Pregunta a la junta de farmacia hasta cuánto tiempo después del vencimiento se puede renovar tarde o reactivar, y qué se pide para eso.
    ");
}

/// Where the record stands on some days: what each obligation comes to, its lines, and where that is written.
fn standing(rest: &str, days: &[&str]) -> String {
    let record = record(rest);
    let on_day = |day: &&str| {
        let on: Date = day.parse().unwrap();
        let status = evaluate(&record, &CATALOG, on);
        let told = status.obligations.iter().flat_map(|own| {
            let lines = own.lines.iter().map(|line| {
                format!(
                    "  {}: {}",
                    spanish().english(&line.requirement.what),
                    words::amounts(spanish(), line)
                )
            });
            let title = words::title(spanish(), own, &CATALOG);
            let verdict = words::verdict(spanish(), own.verdict);
            let first = format!("{day} {title}: {verdict}. {}", words::summary(spanish(), own, &status));
            let source = own.cite().map(|cite| format!("  {}", words::cite(spanish(), &CATALOG, cite)));
            std::iter::once(first).chain(lines).chain(source).collect::<Vec<_>>()
        });
        lines(told)
    };
    days.iter().map(on_day).collect::<Vec<_>>().join("\n")
}

#[test]
fn where_a_technician_stands() {
    let texas = r#""credentials": [
        {"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31"}],
        "credits": [{"id": "c1", "completed": "2026-02-11", "hours": 8, "accreditation": ["acpe"]}]"#;
    insta::assert_snapshot!(standing(texas, &["2026-11-27", "2027-05-30", "2027-08-01", "2029-08-01"]), @r"
    2026-11-27 Texas Registered Pharmacy Technician: no cumplido. Vigente hasta el 2027-05-31 (185 días).
      “continuing education”: 8 de 20 h, 12 h por completar
      “Texas pharmacy law or rules”: 0 de 1 h, 1 h por completar
      “a human-trafficking prevention course approved by Texas HHSC”: 
      “in-service education at work under a pharmacist”: 0 de un máximo de 5 h
      “a first ACLS or PALS course, once a period”: 0 de un máximo de 12 h
      “ACLS or PALS recertification, once a period”: 0 de un máximo de 4 h
      “full business meetings of the board, three hours each”: 0 de un máximo de 6 h
      “22 TAC 297.8, continuing education of technicians”. Revisado el 2026-11-27.
    2027-05-30 Texas Registered Pharmacy Technician: no cumplido. Vigente hasta el 2027-05-31 (1 día).
      “continuing education”: 8 de 20 h, 12 h por completar
      “Texas pharmacy law or rules”: 0 de 1 h, 1 h por completar
      “a human-trafficking prevention course approved by Texas HHSC”: 
      “in-service education at work under a pharmacist”: 0 de un máximo de 5 h
      “a first ACLS or PALS course, once a period”: 0 de un máximo de 12 h
      “ACLS or PALS recertification, once a period”: 0 de un máximo de 4 h
      “full business meetings of the board, three hours each”: 0 de un máximo de 6 h
      “22 TAC 297.8, continuing education of technicians”. Revisado el 2026-11-27.
    2027-08-01 Texas Registered Pharmacy Technician: no cumplido. Venció el 2027-05-31; hay plazo hasta el 2027-08-29 (“late renewal, up to 90 days”).
      “continuing education”: 8 de 20 h, 12 h por completar
      “Texas pharmacy law or rules”: 0 de 1 h, 1 h por completar
      “a human-trafficking prevention course approved by Texas HHSC”: 
      “in-service education at work under a pharmacist”: 0 de un máximo de 5 h
      “a first ACLS or PALS course, once a period”: 0 de un máximo de 12 h
      “ACLS or PALS recertification, once a period”: 0 de un máximo de 4 h
      “full business meetings of the board, three hours each”: 0 de un máximo de 6 h
      “22 TAC 297.8, continuing education of technicians”. Revisado el 2026-11-27.
    2029-08-01 Texas Registered Pharmacy Technician: no cumplido. Venció el 2027-05-31 y hay que obtenerla de nuevo: “register anew, with the certification examination”.
      “22 TAC 297.8, continuing education of technicians”. Revisado el 2026-11-27.
    ");
}

#[test]
fn verdicts_and_lengths_of_time() {
    let verdicts = [Verdict::Met, Verdict::NotMet, Verdict::Unknown];
    let spans =
        ["1 day", "60 days", "1 month", "18 months", "2 years"].iter().filter_map(|span| span.parse().ok());
    let said = (verdicts.into_iter().map(|verdict| words::verdict(spanish(), verdict)))
        .chain(spans.map(|span| words::span(spanish(), span)))
        .chain([words::disclaimer(spanish()), spanish().hours(Hours::from_minutes(90))]);
    insta::assert_snapshot!(lines(said), @r"
    cumplido
    no cumplido
    sin determinar
    1 día
    60 días
    1 mes
    18 meses
    2 años
    Rung informa; no da asesoría legal. Cuando sea importante, pregunta a la junta de farmacia o al organismo certificador.
    1 h 30 min
    ");
}
