//! Faults of the field's files that read: ids that lead nowhere, facts twice, sources for nothing, roles in a circle.

use super::{Field, Places, RoleId, Sheet};
use crate::{Catalog, Lint};
use jiff::ToSpan;
use rung_record::{CredentialId, Date};
use std::collections::{HashMap, HashSet};

/// Everything to mend in the field's files, as of `on`.
pub(crate) fn lint(catalog: &Catalog, on: Date) -> Vec<Lint> {
    let field = catalog.field();
    let mut lints = Vec::new();
    for (file, sheet) in field.sheets() {
        let found = age(sheet, on).into_iter().chain(twice(sheet)).chain(uncited(sheet));
        lints.extend(found.map(|(place, what)| Lint { file: file.to_owned(), place, what }));
    }
    let links = role_links(catalog, field)
        .into_iter()
        .chain(setting_links(field))
        .chain(action_links(field))
        .chain(step_figures(catalog, field))
        .chain(questions(catalog, field))
        .chain(occupations(field));
    lints.extend(links);
    lints.extend(circle(field));
    lints.extend(unreachable(field));
    lints
}

type Found = (String, String);

fn age(sheet: &dyn Sheet, on: Date) -> Option<Found> {
    let checked = sheet.checked();
    let what = if checked > on {
        format!("{checked} lies in the future")
    } else if checked.saturating_add(12.months()) < on {
        format!("nobody has looked since {checked}; look again and set the day")
    } else {
        return None;
    };
    Some(("checked".to_owned(), what))
}

fn twice(sheet: &dyn Sheet) -> Vec<Found> {
    let mut seen = HashSet::new();
    let again = |(name, _): (String, _)| (!seen.insert(name.clone())).then_some(name);
    sheet.entries().into_iter().filter_map(again).map(|name| (name, "is there twice".to_owned())).collect()
}

fn uncited(sheet: &dyn Sheet) -> Vec<Found> {
    let entries = sheet.entries();
    let cited: HashSet<&str> =
        entries.iter().flat_map(|(_, cites)| cites.iter()).map(|cite| cite.source.as_str()).collect();
    let idle = sheet.sources().iter().filter(|source| !cited.contains(source.id.as_str()));
    idle.map(|source| (format!("source {}", source.id), "supports nothing; leave it out".to_owned()))
        .collect()
}

fn lint_of(file: &str, place: String, kind: &str, id: impl std::fmt::Display) -> Lint {
    Lint {
        file: file.to_owned(),
        place,
        what: format!("names the {kind} \"{id}\", which is not in the catalogue"),
    }
}

fn role_links(catalog: &Catalog, field: &Field) -> Vec<Lint> {
    let mut lints = Vec::new();
    for role in &field.roles.roles {
        let mut add = |kind: &str, id: &dyn std::fmt::Display| {
            lints.push(lint_of(super::ROLES, format!("role {}", role.id), kind, id));
        };
        role.settings
            .named()
            .iter()
            .filter(|id| field.setting(id.as_str()).is_none())
            .for_each(|id| add("setting", id));
        let before = role.preceded_by.iter().flat_map(|before| &before.roles);
        let after = role.leads_to.iter().flat_map(|next| &next.roles);
        before.chain(after).filter(|id| field.role(id.as_str()).is_none()).for_each(|id| add("role", id));
        let tests = role
            .experience
            .iter()
            .filter_map(|work| work.test.as_ref())
            .chain(role.education.iter().filter_map(|school| school.test.as_ref()))
            .flat_map(crate::Condition::walk)
            .flat_map(|test| test.holds.iter().chain(test.holds_at_least.iter().flat_map(|some| &some.of)));
        let unknown = |id: &&CredentialId| catalog.credential(id.as_str()).is_none();
        role.credentials.named().chain(tests).filter(unknown).for_each(|id| add("credential", id));
        role.state_authority_for
            .iter()
            .filter(|duty| !catalog.duty_kinds.iter().any(|kind| kind.id == duty.as_str()))
            .for_each(|duty| add("duty", duty));
        role.nearby_pay
            .iter()
            .filter(|near| field.wages.adjacent(&near.occupation).is_none())
            .for_each(|near| add("occupation", &near.occupation));
    }
    lints
}

/// A figure cites a source or says why it is assumed; what has no step is asked somewhere; what a program ends with is in the catalogue.
fn step_figures(catalog: &Catalog, field: &Field) -> Vec<Lint> {
    let lint =
        |place: String, what: &str| Lint { file: super::STEPS.to_owned(), place, what: what.to_owned() };
    let mut lints = Vec::new();
    for figure in &field.steps.figures {
        let place = format!("figure {}", figure.key);
        match (&figure.cite, &figure.why) {
            (None, None) => lints.push(lint(place, "has neither a source (`cite`) nor a reason (`why`)")),
            (Some(_), Some(_)) => lints.push(lint(place, "has a source: leave `why` out")),
            _ => {}
        }
    }
    for key in field.steps.no_step.iter().filter(|key| catalog.attested(key).is_none()) {
        lints.push(lint_of(super::STEPS, "no_step".to_owned(), "attestation", key));
    }
    for program in &field.steps.programs {
        for id in program.credential.iter().filter(|id| catalog.credential(id.as_str()).is_none()) {
            lints.push(lint_of(super::STEPS, format!("program {}", program.id), "credential", id));
        }
    }
    lints
}

/// What a question is after and what it names is there; it speaks of a role, and each role is spoken of.
fn questions(catalog: &Catalog, field: &Field) -> Vec<Lint> {
    let asked = &field.questionnaire.questions;
    let lint =
        |place: String, what: &str| Lint { file: super::INTERESTS.to_owned(), place, what: what.to_owned() };
    let mut lints = Vec::new();
    for question in asked {
        let place = format!("question {}", question.id);
        let mut add = |kind: &str, id: &dyn std::fmt::Display| {
            lints.push(lint_of(super::INTERESTS, place.clone(), kind, id))
        };
        let interests = field.onet.interests.scores.iter().map(|score| &score.name);
        let values = field.onet.work_values.extents.iter().map(|value| &value.name);
        if !interests.chain(values).any(|name| *name == question.onet) {
            add("interest or value", &question.onet);
        }
        for filter in [&question.speaks_for, &question.against] {
            filter
                .settings
                .iter()
                .filter(|id| field.setting(id.as_str()).is_none())
                .for_each(|id| add("setting", id));
            let unknown = |id: &&CredentialId| catalog.credential(id.as_str()).is_none();
            filter.credentials.iter().filter(unknown).for_each(|id| add("credential", id));
            let unknown =
                |duty: &&super::DutyId| !catalog.duty_kinds.iter().any(|kind| kind.id == duty.as_str());
            filter.duties.iter().filter(unknown).for_each(|id| add("duty", id));
        }
        if !field.roles.roles.iter().any(|role| question.direction(role) > 0) {
            lints.push(lint(place, "speaks for no role"));
        }
    }
    let silent = field.roles.roles.iter().filter(|role| asked.iter().all(|own| own.direction(role) == 0));
    lints.extend(silent.map(|role| lint(format!("role {}", role.id), "no question speaks of it")));
    lints
}

/// Roles that no way leads to: neither from outside nor from a role that can itself be reached.
fn unreachable(field: &Field) -> Vec<Lint> {
    let roles = &field.roles.roles;
    let mut reached: HashSet<&str> = HashSet::new();
    loop {
        let before = reached.len();
        for role in roles {
            let from_outside = role.preceded_by.as_ref().is_some_and(|before| !before.outside.is_empty());
            let from_role = roles.iter().any(|other| {
                let named = other.leads_to.iter().any(|next| next.roles.contains(&role.id))
                    || role.preceded_by.iter().any(|before| before.roles.contains(&other.id));
                named && reached.contains(other.id.as_str())
            });
            if from_outside || from_role {
                reached.insert(role.id.as_str());
            }
        }
        if reached.len() == before {
            break;
        }
    }
    let left = roles.iter().filter(|role| !reached.contains(role.id.as_str()) && role.preceded_by.is_some());
    left.map(|role| Lint {
        file: super::ROLES.to_owned(),
        place: format!("role {}", role.id),
        what: "no way leads there from outside the profession; leave `preceded_by` out where nobody knows a way in".to_owned(),
    })
    .collect()
}

fn setting_links(field: &Field) -> Vec<Lint> {
    let mut lints = Vec::new();
    for setting in &field.settings.settings {
        let place = format!("setting {}", setting.id);
        for id in setting.prepares_for.iter().filter(|id| field.role(id.as_str()).is_none()) {
            lints.push(lint_of(super::SETTINGS, place.clone(), "role", id));
        }
        for pay in setting.pay.iter().filter(|pay| field.wages.industry(&pay.industry).is_none()) {
            lints.push(lint_of(super::SETTINGS, place.clone(), "industry", &pay.industry));
        }
        let empty = field.roles.roles.iter().all(|role| {
            matches!(role.settings, Places::All | Places::Other) || !role.settings.includes(&setting.id)
        });
        if empty {
            let what = "no role is found in it".to_owned();
            lints.push(Lint { file: super::SETTINGS.to_owned(), place, what });
        }
    }
    lints
}

fn action_links(field: &Field) -> Vec<Lint> {
    let mut lints = Vec::new();
    for action in &field.actions.actions {
        let place = format!("action {}", action.id);
        for id in action.helps.iter().filter(|id| field.role(id.as_str()).is_none()) {
            lints.push(lint_of(super::ACTIONS, place.clone(), "role", id));
        }
        for metric in &action.metrics {
            let known = field.actions.charts.iter().any(|chart| chart.id == metric.chart);
            if !known {
                lints.push(lint_of(super::ACTIONS, place.clone(), "chart", &metric.chart));
            }
        }
    }
    lints
}

/// The wages and O*NET speak of one occupation.
fn occupations(field: &Field) -> Option<Lint> {
    let (wages, onet) = (&field.wages.occupation, &field.onet.occupation);
    (wages.six_digits() != onet.six_digits()).then(|| Lint {
        file: super::ONET.to_owned(),
        place: "occupation".to_owned(),
        what: format!("is {onet}, but the wages are of {wages}"),
    })
}

/// A role that, step by step, comes before itself.
fn circle(field: &Field) -> Option<Lint> {
    let before: HashMap<&RoleId, &[RoleId]> = field
        .roles
        .roles
        .iter()
        .filter_map(|role| Some((&role.id, role.preceded_by.as_ref()?.roles.as_slice())))
        .collect();
    let path = field.roles.roles.iter().find_map(|role| way_back(&role.id, &before))?;
    let shown: Vec<&str> = path.iter().map(|id| id.as_str()).collect();
    Some(Lint {
        file: super::ROLES.to_owned(),
        place: format!("role {}", path[0]),
        what: format!("comes before itself: {}", shown.join(", after ")),
    })
}

/// The steps from `start` through what comes before it back to `start`.
fn way_back<'a>(start: &'a RoleId, before: &HashMap<&'a RoleId, &'a [RoleId]>) -> Option<Vec<&'a RoleId>> {
    let mut seen = HashSet::new();
    let mut paths = vec![vec![start]];
    while let Some(path) = paths.pop() {
        for id in before.get(path[path.len() - 1]).copied().unwrap_or_default() {
            let longer = [path.as_slice(), &[id]].concat();
            if id == start {
                return Some(longer);
            }
            if seen.insert(id) {
                paths.push(longer);
            }
        }
    }
    None
}
