//! What would meet what a role asks, and what it takes to be in it.

use super::{Need, Never, Reason, Remedies, Supposed};
use crate::{
    figure::Reference,
    steps::{Deed, Gain, Step, Task},
};
use rung_catalog::{
    Allowed, Authority, Condition, Duty,
    field::{Reading, Role, RoleAsk, RoleTest, Rung, Strength},
};
use rung_record::{CredentialId, Hours};

impl Remedies<'_> {
    /// What would meet one ask of a role.
    pub fn ask(&mut self, role: &Role, ask: &RoleAsk<'_>) -> Need {
        let words = || Supposed::Meets { what: ask.what.clone() }.alone();
        if ask.when.is_some() {
            return words();
        }
        let need = match &ask.test {
            RoleTest::StateLicence => self.state_licence(role),
            RoleTest::StateAuthority(duty) => self.state_authority(duty.as_str()),
            RoleTest::Holds(ids) => self.holds(ids),
            RoleTest::Condition(condition) => self.condition(condition),
            RoleTest::Words => words(),
        };
        let need = if ask.reading == Reading::Part { Need::all([need, words()]) } else { need };
        let sheet = &self.seen.catalog.field().roles;
        let source = Reference::of_field(sheet, &role.cite, role.confidence);
        need.because(Reason { of: role.title.clone(), what: ask.what.clone(), source })
    }

    /// What would meet all that a role requires or is described to ask, any of its alternatives.
    pub fn asks(&mut self, role: &Role) -> Need {
        let mut groups: Vec<Vec<Need>> = Vec::new();
        for ask in role.asks() {
            match ask.strength {
                Strength::Required | Strength::Described => groups.push(vec![self.ask(role, &ask)]),
                Strength::Alternative => {
                    let need = self.ask(role, &ask);
                    match groups.last_mut() {
                        Some(group) => group.push(need),
                        None => groups.push(vec![need]),
                    }
                }
                Strength::Preferred | Strength::Credential => {}
            }
        }
        Need::all(groups.into_iter().map(Need::any))
    }

    /// A position in the role, once what it asks is met.
    pub fn role(&mut self, role: &Role) -> Need {
        if self.seen.standing(role).is_some_and(crate::Standing::is_now) {
            return Need::Nothing;
        }
        let asks = self.asks(role);
        let key = format!("position:{}", role.id);
        let hours_per_week = self.figures.hours(&["work-week"]).value;
        let setting = role.settings.named().first().map(ToString::to_string);
        self.step(&key, |own| own.position(role, &key, setting, hours_per_week, asks))
    }

    /// A position in a setting, in any role there that a technician can come into from outside it.
    pub fn setting(&mut self, id: &rung_catalog::field::SettingId) -> Need {
        let on = self.seen.on;
        let works_there = self.seen.record.work.iter().any(|work| {
            work.setting.as_deref() == Some(id.as_str()) && work.until.is_none_or(|until| on <= until)
        });
        if works_there {
            return Need::Nothing;
        }
        let roles: Vec<&Role> = self.seen.field().roles.roles.iter().collect();
        let fits = |role: &&&Role| role.settings.includes(id) && role.rung <= Rung::Specialist;
        let hours_per_week = self.figures.hours(&["work-week"]).value;
        let each: Vec<Need> = roles
            .iter()
            .filter(fits)
            .map(|role| {
                let asks = self.asks(role);
                let key = format!("position:{}:{id}", role.id);
                self.step(&key, |own| own.position(role, &key, Some(id.to_string()), hours_per_week, asks))
            })
            .collect();
        Need::any(each)
    }

    fn position(
        &self,
        role: &Role,
        key: &str,
        setting: Option<String>,
        hours_per_week: Hours,
        asks: Need,
    ) -> (Step, Need) {
        let of_role = format!("position:{}", role.id);
        let deed = Deed::Position { role: Some(role.id.to_string()), setting: setting.clone() };
        let step = self.plain(key, deed, role.title.clone(), &[&of_role, "position"]);
        let gain =
            Gain::Work { role: Some(role.id.to_string()), setting, duties: Vec::new(), hours_per_week };
        let sheet = &self.seen.catalog.field().roles;
        let source = Reference::of_field(sheet, &role.cite, role.confidence);
        (Step { gains: vec![gain], source, ..step }, asks)
    }

    /// A responsibility of the catalogue.
    pub fn action(&mut self, action: &rung_catalog::field::Action) -> Need {
        let key = format!("action:{}", action.id);
        self.step(&key, |own| {
            let deed = Deed::Action { action: action.id.to_string() };
            let mut step = own.plain(&key, deed, action.title.clone(), &[&key, "action"]);
            let sheet = &own.seen.catalog.field().actions;
            let confidence = action.confidence.unwrap_or(sheet.confidence);
            step.source = Reference::of_field(sheet, &action.cite, confidence);
            step.tasks = (action.how.iter())
                .filter_map(|what| Some(Task { what: what.clone(), source: step.source.clone()? }))
                .collect();
            (step, Need::Nothing)
        })
    }

    /// The licence of one of the states.
    fn state_licence(&mut self, role: &Role) -> Need {
        if self.seen.states.is_empty() {
            return Supposed::Licence.alone();
        }
        let is_trainee = role.rung == Rung::Trainee;
        let states: Vec<&Authority> = self.seen.states.clone();
        let each: Vec<Need> = states.into_iter().map(|state| self.licence_of(state, is_trainee)).collect();
        Need::any(each)
    }

    fn licence_of(&mut self, state: &Authority, is_trainee: bool) -> Need {
        let own = self.seen.catalog.credentials_of(state);
        let fits: Vec<CredentialId> =
            own.filter(|known| is_trainee || !known.trainee).map(|known| known.id.clone()).collect();
        if fits.is_empty() {
            return match &state.no_credential {
                Some(_) => Need::Nothing,
                None => Need::Never(Never::NoPath { name: state.name.clone(), body: state.body.clone() }),
            };
        }
        let each: Vec<Need> = fits.iter().map(|id| self.credential(id.as_str())).collect();
        Need::any(each)
    }

    /// A state that lets technicians do it, on its terms.
    fn state_authority(&mut self, duty: &str) -> Need {
        let states: Vec<&Authority> = self.seen.states.clone();
        let each: Vec<Need> = states.into_iter().map(|state| self.authority_of(state, duty)).collect();
        if each.is_empty() {
            let duty = crate::words::duty_name(self.seen.catalog, duty).to_owned();
            return Supposed::Allows { duty }.alone();
        }
        Need::any(each)
    }

    fn authority_of(&mut self, state: &Authority, duty: &str) -> Need {
        let name = crate::words::duty_name(self.seen.catalog, duty).to_owned();
        let on = self.seen.on;
        let own: Vec<&Duty> =
            state.duties.iter().filter(|own| own.kind == duty && own.in_force_on(on)).collect();
        let each: Vec<Need> = own
            .into_iter()
            .map(|own| match own.allowed {
                Allowed::No => {
                    Need::Never(Never::Forbidden { state: state.name.clone(), duty: name.clone() })
                }
                Allowed::Unknown => {
                    let ask = || format!("{} ({}): {name}?", state.body, state.name);
                    let question = own.question.clone().unwrap_or_else(ask);
                    Need::Never(Never::Unsettled { question })
                }
                Allowed::Yes | Allowed::Conditions => self.terms(own),
            })
            .collect();
        if each.is_empty() {
            return Need::Never(Never::Unsettled {
                question: format!("{} ({}): {name}?", state.body, state.name),
            });
        }
        Need::any(each)
    }

    fn terms(&mut self, duty: &Duty) -> Need {
        let mut needs = Vec::new();
        if !duty.who.is_empty() {
            needs.push(self.condition(&Condition { holds: duty.who.clone(), ..Condition::default() }));
        }
        if let Some(condition) = &duty.condition {
            needs.push(self.condition(condition));
        }
        if !duty.terms.is_empty() {
            needs.push(Supposed::Meets { what: duty.terms.join("; ") }.alone());
        }
        Need::all(needs)
    }
}
