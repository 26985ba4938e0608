//! What to do, and what would differ, in Spanish: one of each kind. What stays English is in quotation marks here; a page
//! marks it as English.

#![allow(clippy::unwrap_used)] // The helpers of tests are tests too.

use jiff::civil::time;
use rung_atlas::Address;
use rung_catalog::{Catalog, Credential, Requirement};
use rung_planner::ce::NamedDemand;
use rung_record::{Date, Hours, Record, Usd};
use rung_rules::{Question, Route, Untold, Unwritten, Verdict, evaluate};
use rung_today::{
    Planned, Stand,
    agenda::{Amount, AskedChange, Kind, Pace, ShortLine, Todo, Urgency, words},
    calendar::events,
    ladder::{Level, in_words},
    ledger::{use_in_words, uses_of},
    what_if::{Ask, Day, Difference, Whose, sentence},
};
use rung_words::{Language, Words, quoted};
use std::sync::LazyLock;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::shipped);

fn spanish() -> &'static Words {
    Words::of(Language::Spanish)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn texas() -> &'static Credential {
    CATALOG.credential("tx-pharmacy-technician").unwrap()
}

fn requirement(n: usize) -> &'static Requirement {
    &texas().renewals.last().unwrap().requirements[n]
}

fn record() -> Record {
    Record::from_json(
        br#"{"format": "rung-record/1", "credentials": [
            {"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31"}],
            "credits": [
                {"id": "c1", "completed": "2026-02-11", "title": "Safety", "hours": 8, "accreditation": ["acpe"]},
                {"id": "c2", "completed": "2024-02-11", "title": "Old", "hours": 2},
                {"id": "c3", "completed": "2026-03-11", "title": "Talk", "hours": 2, "kind": "presentation"}]}"#,
    )
    .unwrap()
}

fn activity(stand: Stand, on: &str, at: Option<i8>, hours: Option<u64>) -> Planned {
    Planned {
        id: "a1".into(),
        title: "Sterile Compounding".into(),
        on: day(on),
        at: at.map(|hour| time(hour, 30, 0, 0)),
        hours: hours.map(Hours::from_whole),
        url: None,
        stand,
    }
}

fn short_line(n: usize, short: u64, asked: Option<u64>) -> ShortLine<'static> {
    ShortLine {
        requirement: requirement(n),
        id: requirement(n).id.as_str().into(),
        short: Hours::from_whole(short),
        asked: asked.map(Hours::from_whole),
    }
}

fn change(n: usize, before: Option<Amount>, after: Option<Amount>) -> AskedChange<'static> {
    AskedChange { requirement: requirement(n), id: requirement(n).id.as_str().into(), before, after }
}

fn hours(count: u64) -> Option<Amount> {
    Some(Amount::Hours(Hours::from_whole(count)))
}

/// One of every kind, and more where the words differ.
fn kinds() -> Vec<Kind<'static>> {
    let open = texas().reinstatement.as_ref().unwrap();
    let rules = texas().renewals.last().unwrap();
    let fees = || rules.fees.iter().take(1).collect::<Vec<_>>();
    let renew = |ready, opens, file_by: Option<&str>| Kind::Renew {
        opens: Some(day(opens)),
        file_by: file_by.map(day),
        expires: day("2027-05-31"),
        ready,
        fees: fees(),
    };
    let pace = Pace { short: Hours::from_whole(12), months: 6 };
    let earn = |lines: Vec<ShortLine<'static>>, least, pace, by| Kind::Earn {
        lines,
        least: Hours::from_whole(least),
        pace,
        by: day(by),
    };
    let changes = vec![
        change(0, hours(20), hours(10)),
        change(0, None, hours(1)),
        change(0, None, Some(Amount::Plain)),
        change(0, hours(1), None),
    ];
    let rules_change = |in_this_period, changes| Kind::RulesChange {
        from: day("2027-01-01"),
        rules,
        in_this_period,
        changes,
    };
    let path = &CATALOG.credential("ptcb-cpht").unwrap().paths[0];
    vec![
        Kind::Reinstate {
            expired: Some(day("2026-11-01")),
            stage: open.stages.first(),
            by: Some(day("2026-12-01")),
            ready: Verdict::Met,
            fees: fees(),
        },
        Kind::Reinstate { expired: None, stage: None, by: None, ready: Verdict::NotMet, fees: Vec::new() },
        Kind::SendAgain { filed: day("2026-11-01"), returned: day("2026-11-20") },
        renew(Verdict::Met, "2026-11-01", None),
        renew(Verdict::NotMet, "2026-12-01", Some("2027-05-01")),
        renew(Verdict::Unknown, "2026-11-01", Some("2026-11-20")),
        earn(vec![short_line(0, 12, Some(20))], 12, Some(pace), "2027-05-31"),
        earn(vec![short_line(0, 1, None); 5], 5, None, "2026-11-28"),
        earn(vec![short_line(1, 0, None)], 0, None, "2026-11-01"),
        earn(vec![short_line(1, 0, None); 2], 0, None, "2026-11-27"),
        Kind::Do(activity(Stand::Registered, "2026-12-04", Some(9), Some(2))),
        Kind::Do(activity(Stand::Planned, "2026-11-28", None, None)),
        Kind::Do(activity(Stand::Planned, "2026-11-01", None, None)),
        Kind::Answer { question: Question::Tell(Untold::BirthDate), settles: 1 },
        Kind::Answer { question: Question::Tell(Untold::Jobs), settles: 3 },
        Kind::Answer { question: Question::Ask(Unwritten::Reinstatement), settles: 1 },
        Kind::Await { filed: day("2026-11-01"), dead_zone: false },
        Kind::Await { filed: day("2026-11-01"), dead_zone: true },
        rules_change(true, changes),
        rules_change(false, Vec::new()),
        Kind::Coming {
            what: "una tarifa nueva".into(),
            address: Address::authority(&CATALOG.authorities[0]),
        },
        Kind::StartOver { expired: Some(day("2020-01-01")) },
        Kind::Document { credits: vec![0] },
        Kind::Document { credits: vec![0, 1, 2, 0] },
        Kind::Apply { level: Level::Certified, path, is_new: true },
        Kind::Apply { level: Level::Certified, path, is_new: false },
    ]
}

#[test]
fn every_kind_of_todo() {
    let (record, on) = (record(), day("2026-11-27"));
    let say = |kind: Kind<'static>| {
        let code = kind.code();
        let bites = Some(day("2027-01-01"));
        let todo = Todo { kind, about: Some(texas()), duty: "", bites, urgency: Urgency::Soon, cite: None };
        format!(
            "[{code}] {}\n    {}\n    {}",
            quoted(&words::title(spanish(), &todo, &CATALOG)),
            quoted(&words::why(spanish(), &todo, &record, on)),
            quoted(&words::what_to_do(spanish(), &todo, &record, on)),
        )
    };
    let said: Vec<String> = kinds().into_iter().map(say).collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    [reinstate] Reactiva Texas Registered Pharmacy Technician
        Venció el 2026-11-01; hay plazo hasta el 2026-12-01 (quedan 4 días): “late renewal, up to 90 days”.
        Tienes todo lo que se pide: presenta la solicitud ahora.
    [reinstate] Reactiva Texas Registered Pharmacy Technician
        Venció. Ninguna fuente dice hasta cuándo hay plazo: reactivación.
        Cumple lo que se pide y luego presenta la solicitud.
    [send-again] Envía de nuevo la renovación de Texas Registered Pharmacy Technician
        Se presentó el 2026-11-01 y la devolvieron el 2026-11-20; no está renovada.
        Corrige lo que piden, envíala de nuevo y anota la fecha.
    [renew] Renueva Texas Registered Pharmacy Technician
        Se puede renovar desde el 2026-11-01. Está vigente hasta el 2027-05-31 (quedan 185 días).
        Tienes todo lo que se pide: presenta la solicitud ahora y anota la fecha en que la presentaste.
    [renew] Renueva Texas Registered Pharmacy Technician
        Se puede renovar desde el 2026-12-01. Presenta la solicitud a más tardar el 2027-05-01 (quedan 155 días); está vigente hasta el 2027-05-31.
        Cumple primero lo que falta; luego presenta la solicitud desde el 2026-12-01 y anota la fecha en que la presentaste.
    [renew] Renueva Texas Registered Pharmacy Technician
        Se puede renovar desde el 2026-11-01. Ya pasó el día para presentar la solicitud a tiempo, el 2026-11-20; está vigente hasta el 2027-05-31 (quedan 185 días).
        Aclara primero lo que no se sabe; luego presenta la solicitud y anota la fecha en que la presentaste.
    [earn] Completa 12 h para Texas Registered Pharmacy Technician
        12 h de 20 h por completar: “continuing education”. El último día es el 2027-05-31 (quedan 185 días). Son 2 h al mes.
        Elige actividades que cuenten, o deja que un plan las elija.
    [earn] Completa 5 h para Texas Registered Pharmacy Technician
        1 h por completar: “continuing education”; 1 h por completar: “continuing education”; 1 h por completar: “continuing education”; y 2 más. El último día es el 2026-11-28 (queda 1 día).
        Elige actividades que cuenten, o deja que un plan las elija.
    [earn] Falta para Texas Registered Pharmacy Technician: “Texas pharmacy law or rules”
        “Texas pharmacy law or rules”. El plazo terminó el 2026-11-01.
        Pregunta a la junta de farmacia qué se puede hacer.
    [earn] Cumple 2 requisitos de Texas Registered Pharmacy Technician
        “Texas pharmacy law or rules”; “Texas pharmacy law or rules”. El último día es el 2026-11-27 (hoy).
        Mira con qué se cumpliría.
    [do] Asiste a: Sterile Compounding
        Está planeado para el 2026-12-04 a las 09:30 (quedan 7 días), 2 h.
        Tómala y guarda el certificado.
    [do] Toma: Sterile Compounding
        Está planeado para el 2026-11-28 (queda 1 día).
        Inscríbete o tómala.
    [do] Toma: Sterile Compounding
        Estaba planeado para el 2026-11-01.
        Anótala como crédito si la tomaste; muévela o quítala si no.
    [answer] Responde una pregunta
        Sin eso no se puede determinar un resultado.
        Dinos tu fecha de nacimiento.
    [answer] Responde una pregunta que aclara 3 resultados
        Sin eso no se pueden determinar 3 resultados.
        Dinos dónde has trabajado, desde cuándo y cuántas horas por semana.
    [answer] Pregunta a Texas State Board of Pharmacy
        Sin eso no se puede determinar un resultado.
        Pregunta a la junta de farmacia hasta cuánto tiempo después del vencimiento se puede renovar tarde o reactivar, y qué se pide para eso.
    [await] Espera la aprobación de Texas Registered Pharmacy Technician
        Se presentó el 2026-11-01 y todavía no está aprobada.
        Anota la fecha de la aprobación cuando llegue.
    [await] Espera la aprobación de Texas Registered Pharmacy Technician
        Se presentó el 2026-11-01 y todavía no está aprobada. Los créditos que completes desde entonces no cuentan para ningún período hasta que se apruebe.
        Anota la fecha de la aprobación cuando llegue. No tomes cursos hasta entonces.
    [rules-change] Desde el 2027-01-01 rigen otras reglas para Texas Registered Pharmacy Technician
        Se aplican a las solicitudes que se presenten desde el 2027-01-01. 10 h en vez de 20 h: “continuing education”; nuevo, 1 h: “continuing education”; nuevo: “continuing education”; 1 cambio más.
        Lee lo que piden y planéalo.
    [rules-change] Desde el 2027-01-01 rigen otras reglas para Texas Registered Pharmacy Technician
        Rigen en el período que comienza el 2027-01-01. En lo que te toca, se pide lo mismo.
        Lee lo que piden y planéalo.
    [coming] Cambia Texas Registered Pharmacy Technician
        Desde el 2027-01-01: una tarifa nueva
        Lee lo que cambia.
    [start-over] Texas Registered Pharmacy Technician ya no está vigente
        Venció el 2020-01-01 y hay que obtenerla de nuevo: “register anew, with the certification examination”.
        Mira qué se necesita para obtenerla otra vez.
    [document] Guarda el certificado de un crédito para Texas Registered Pharmacy Technician
        Cuentan aquí y no hay certificado guardado, que una auditoría puede pedir: Safety.
        Agrega el certificado a cada crédito.
    [document] Guarda los certificados de 4 créditos para Texas Registered Pharmacy Technician
        Cuentan aquí y no hay certificado guardado, que una auditoría puede pedir: Safety; Old; Talk y 1 más.
        Agrega el certificado a cada crédito.
    [apply] Puedes solicitar Texas Registered Pharmacy Technician
        Desde hace poco cumples todas las condiciones (“A recognized training program”).
        La solicitud pide: “proof that the program is finished, dated after its end, within 60 days of the application; disclose a criminal record and board actions, judged case by case within about four weeks; agree to PTCB's certification policies; pass the PTCE within 90 days of authorization”.
    [apply] Puedes solicitar Texas Registered Pharmacy Technician
        Cumples todas las condiciones (“A recognized training program”).
        La solicitud pide: “proof that the program is finished, dated after its end, within 60 days of the application; disclose a criminal record and board actions, judged case by case within about four weeks; agree to PTCB's certification policies; pass the PTCE within 90 days of authorization”.
    ");
}

#[test]
fn every_urgency_and_rung() {
    let urgencies = [Urgency::Now, Urgency::Soon, Urgency::Later, Urgency::Someday];
    let said: Vec<String> = (urgencies.into_iter().map(|own| words::urgency(spanish(), own)))
        .chain(Level::ALL.into_iter().map(|level| level.name(spanish())))
        .chain([in_words(spanish(), &rung_today::ladder(&record(), &CATALOG, day("2026-11-27")))])
        .collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    Ahora
    Pronto
    Más adelante
    Cuando quieras
    En formación
    Técnico
    Certificado
    Avanzado
    Estás en el peldaño “Técnico”. Sigue “Certificado”: aún no se sabe si puedes presentar la solicitud.
    ");
}

#[test]
fn every_difference() {
    let whose = Whose { credential: texas(), duty: "" };
    let what = requirement(0).what.as_str();
    let ask = |lines| Ask { whose, lines, by: Some(day("2027-05-31")) };
    let lines = |count| vec![(what, Some(Hours::from_whole(2))); count];
    let moved = |of, before, after| Difference::Day { whose, day: of, before, after };
    let (one, two) = (Some(day("2027-05-31")), Some(day("2027-08-31")));
    let verdict = |before, after, short| Difference::Verdict {
        whose,
        what,
        before,
        after,
        short: Hours::from_whole(short),
    };
    let (ten, twelve) = (Hours::from_whole(10), Hours::from_whole(12));
    let (cheap, dear) = (Usd::from_dollars(50), Usd::from_cents(6250));
    let credential = texas();
    let eligible = |after| Difference::Eligible { credential, before: Verdict::NotMet, after };
    let because = vec![
        NamedDemand::Budget(Some(cheap)),
        NamedDemand::HoursPerWeek(Some(ten)),
        NamedDemand::Requirement {
            hours: Some(ten),
            what,
            credential: &credential.title,
            by: day("2027-05-31"),
        },
        NamedDemand::Cap { most: ten, what, credential: &credential.title },
    ];
    let all = [
        Difference::AskedNew(ask(lines(1))),
        Difference::AskedNew(ask(lines(6))),
        Difference::AskedNew(ask(Vec::new())),
        Difference::AskedNoMore(ask(lines(1))),
        Difference::AskedNoMore(ask(vec![(what, None); 2])),
        Difference::AskedOtherwise { whose, change: change(0, hours(20), hours(10)) },
        Difference::Route { whose, before: Route::Renew, after: Route::Reinstate },
        Difference::Route { whose, before: Route::None, after: Route::StartOver },
        moved(Day::Opens, one, two),
        moved(Day::FileBy, None, one),
        moved(Day::Expires, one, None),
        moved(Day::ReinstateBy, one, two),
        verdict(Verdict::NotMet, Verdict::Met, 0),
        verdict(Verdict::Met, Verdict::NotMet, 1),
        verdict(Verdict::Met, Verdict::NotMet, 0),
        verdict(Verdict::Unknown, Verdict::NotMet, 0),
        verdict(Verdict::Met, Verdict::Unknown, 0),
        Difference::Short { whose, what, before: ten, after: twelve },
        Difference::Short { whose, what, before: twelve, after: ten },
        Difference::Fees { whose, before: cheap, after: dear },
        Difference::Fees { whose, before: dear, after: cheap },
        eligible(Verdict::Met),
        eligible(Verdict::NotMet),
        eligible(Verdict::Unknown),
        Difference::Cost { before: cheap, after: dear },
        Difference::Cost { before: dear, after: cheap },
        Difference::PlanHours { before: ten, after: twelve },
        Difference::Finish { before: one, after: None },
        Difference::Plan { there_is: true, because: Vec::new() },
        Difference::Plan { there_is: false, because: Vec::new() },
        Difference::Plan { there_is: false, because },
    ];
    let said: Vec<String> =
        all.iter().map(|difference| quoted(&sentence(spanish(), difference, &CATALOG))).collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    Texas Registered Pharmacy Technician pide 2 h de “continuing education” a más tardar el 2027-05-31, que ahora no se pide.
    Texas Registered Pharmacy Technician pide 2 h de “continuing education”, 2 h de “continuing education”, 2 h de “continuing education”, 2 h de “continuing education” y 2 más a más tardar el 2027-05-31, que ahora no se pide.
    Texas Registered Pharmacy Technician pide la renovación a más tardar el 2027-05-31, que ahora no se pide.
    Texas Registered Pharmacy Technician ya no pide nada (2 h a más tardar el 2027-05-31).
    Texas Registered Pharmacy Technician ya no pide nada (2 requisitos a más tardar el 2027-05-31).
    Texas Registered Pharmacy Technician: 10 h en vez de 20 h: “continuing education”.
    Texas Registered Pharmacy Technician está vencida y se puede reactivar (ahora se puede renovar).
    Texas Registered Pharmacy Technician ya no está vigente y hay que obtenerla de nuevo (ahora no pide nada).
    Texas Registered Pharmacy Technician: primer día para renovar, el 2027-08-31 en vez del 2027-05-31.
    Texas Registered Pharmacy Technician: último día para renovar a tiempo, el 2027-05-31.
    Texas Registered Pharmacy Technician: vencimiento, no se sabe cuándo.
    Texas Registered Pharmacy Technician: último día para reactivar, el 2027-08-31 en vez del 2027-05-31.
    Ahora se cumple: “continuing education” (Texas Registered Pharmacy Technician).
    Ya no se cumple: “continuing education” (Texas Registered Pharmacy Technician), 1 h por completar.
    Ya no se cumple: “continuing education” (Texas Registered Pharmacy Technician).
    No se cumple: “continuing education” (Texas Registered Pharmacy Technician).
    Ya no se sabe: “continuing education” (Texas Registered Pharmacy Technician).
    2 h más por completar de “continuing education” (Texas Registered Pharmacy Technician).
    2 h menos por completar de “continuing education” (Texas Registered Pharmacy Technician).
    $12.50 más en cuotas de Texas Registered Pharmacy Technician ($62.50 en vez de $50).
    $12.50 menos en cuotas de Texas Registered Pharmacy Technician ($50 en vez de $62.50).
    Puedes solicitar Texas Registered Pharmacy Technician.
    Ya no puedes solicitar Texas Registered Pharmacy Technician.
    No se sabe si puedes solicitar Texas Registered Pharmacy Technician.
    $12.50 más por el plan ($62.50 en vez de $50).
    $12.50 menos por el plan ($50 en vez de $62.50).
    El plan toma 12 h en vez de 10 h.
    El plan termina: de inmediato en vez de 2027-05-31.
    Hay un plan que lo logra; ahora no hay ninguno.
    Ningún plan lo logra.
    Ningún plan lo logra: no se puede cumplir todo a la vez: un presupuesto de $50, 10 h por semana, 10 h de “continuing education” para Registered Pharmacy Technician a más tardar el 2027-05-31, un máximo de 10 h de “continuing education” para Registered Pharmacy Technician.
    ");
}

#[test]
fn where_a_credit_counts() {
    let (record, on) = (record(), day("2026-11-27"));
    let status = evaluate(&record, &CATALOG, on);
    let said: Vec<String> = (0..record.credits.len())
        .flat_map(|credit| uses_of(&status, credit))
        .flat_map(|own| use_in_words(spanish(), &status, &own))
        .map(|text| quoted(&text))
        .collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    Cuenta 8 h para “continuing education”.
    No cuenta para “Texas pharmacy law or rules”: trata de otro tema.
    No cuenta para “a human-trafficking prevention course approved by Texas HHSC”: trata de otro tema.
    Aquí no cuenta para nada: se completó fuera del período.
    No cuenta para “continuing education”: aquí no se acepta este tipo de actividad.
    No cuenta para “Texas pharmacy law or rules”: aquí no se acepta este tipo de actividad.
    No cuenta para “a human-trafficking prevention course approved by Texas HHSC”: trata de otro tema.
    ");
}

#[test]
fn a_calendar() {
    let (record, on) = (record(), day("2026-11-27"));
    let status = evaluate(&record, &CATALOG, on);
    let planned = [activity(Stand::Registered, "2026-12-04", Some(9), Some(2))];
    let said: Vec<String> = events(spanish(), &status, &planned, &[])
        .iter()
        .map(|event| {
            format!(
                "{} {}\n{}",
                event.days.from,
                event.title,
                event.description.as_deref().unwrap_or_default()
            )
        })
        .collect();
    insta::assert_snapshot!(said.join("\n\n"), @r"
    2026-12-04 Asiste a: Sterile Compounding
    2 h de educación continua.

    2027-05-31 Renueva Texas Registered Pharmacy Technician: último día
    Falta:
    - “continuing education”: 8 de 20 h, 12 h por completar
    - “Texas pharmacy law or rules”: 0 de 1 h, 1 h por completar
    - “a human-trafficking prevention course approved by Texas HHSC”: no cumplido
    Fuente: “22 TAC 297.8, continuing education of technicians”. Revisado el 2026-11-27.
    ");
}
