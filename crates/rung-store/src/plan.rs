//! Settings, and what the plan is made from: budget, hours a week, activities that can be taken.

use crate::{Basis, Change, Kind, Part, PersonId, Store, StoreError};
use jiff::civil::Date;
use rung_formats::offerings::{self, Offering};
use rung_record::{CreditId, Hours, Problems, Usd};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// An activity that can be taken, and what the person makes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedOffering {
    /// The activity.
    pub offering: Offering,
    /// What is planned with it.
    pub state: OfferingState,
}

/// What the person makes of an offering.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum OfferingState {
    /// Nothing yet: the plan may choose it.
    #[default]
    Open,
    /// To be taken, on a day if one is set.
    Planned(Option<Date>),
    /// The seat is taken, on a day if one is set.
    Registered(Option<Date>),
    /// Taken; the credit that it became.
    Done(CreditId),
}

impl PlannedOffering {
    /// An offering that was just imported.
    pub fn open(offering: Offering) -> Self {
        Self { offering, state: OfferingState::Open }
    }
}

impl Part for PlannedOffering {
    const KIND: Kind = Kind::Offering;

    fn own_id(&self) -> Option<&str> {
        Some(&self.offering.id)
    }

    fn to_body(&self) -> Value {
        let offering = serde_json::to_value(&self.offering).unwrap_or_default();
        match &self.state {
            OfferingState::Open => json!({"offering": offering}),
            OfferingState::Planned(on) => json!({"offering": offering, "state": "planned", "on": on}),
            OfferingState::Registered(on) => json!({"offering": offering, "state": "registered", "on": on}),
            OfferingState::Done(credit) => json!({"offering": offering, "state": "done", "credit": credit}),
        }
    }

    fn from_body(_id: &str, mut body: Value) -> Result<Self, Problems> {
        let file = json!({"format": offerings::FORMAT, "offerings": [body["offering"].take()]});
        let offering = offerings::read_json(file.to_string().as_bytes())?.pop();
        let offering = offering.ok_or_else(|| Problems::one("the offering is empty"))?;
        let on = body["on"].as_str().map(rung_record::parse_date).transpose().map_err(Problems::one)?;
        let state = match body["state"].as_str() {
            None => OfferingState::Open,
            Some("planned") => OfferingState::Planned(on),
            Some("registered") => OfferingState::Registered(on),
            Some("done") => OfferingState::Done(body["credit"].as_str().unwrap_or_default().into()),
            Some(other) => return Err(Problems::one(format!("\"{other}\" is not a state of an offering"))),
        };
        Ok(Self { offering, state })
    }
}

/// What the plan may cost; none where nobody has said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlanSettings {
    /// In dollars, until everything is met.
    pub budget: Option<Usd>,
    /// Hours for education in a week.
    pub hours_a_week: Option<Hours>,
}

/// The setting's name.
pub(crate) const PLAN: &str = "plan";

impl PlanSettings {
    /// What the setting says.
    pub(crate) fn of(setting: &Value) -> Self {
        Self {
            budget: setting["budget"].as_str().and_then(|text| text.parse().ok()),
            hours_a_week: setting["hours_a_week"].as_str().and_then(|text| text.parse().ok()),
        }
    }
}

impl Change {
    /// Sets the plan's budget and hours.
    #[must_use]
    pub fn put_plan_settings(self, plan: PlanSettings) -> Self {
        self.put_setting(PLAN, json!({"budget": plan.budget, "hours_a_week": plan.hours_a_week}))
    }

    /// Takes offerings in, as a file is imported: what has the same id is replaced, but what is planned with it stays.
    #[must_use]
    pub fn import_offerings(
        mut self,
        offerings: Vec<Offering>,
        known: &[crate::Kept<PlannedOffering>],
    ) -> Self {
        let by_id: HashMap<&str, &crate::Kept<PlannedOffering>> =
            known.iter().map(|known| (known.id.as_str(), known)).collect();
        for offering in offerings {
            self = match by_id.get(offering.id.as_str()) {
                Some(known) => {
                    let again = PlannedOffering { offering, state: known.value.state.clone() };
                    self.put(&known.id, &again, Basis::At(known.version))
                }
                None => self.add(&PlannedOffering::open(offering)),
            };
        }
        self
    }
}

impl Store {
    /// All settings of the pages, by name.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn settings(&self, person: PersonId) -> Result<Map<String, Value>, StoreError> {
        let entries = self.entries(person, Kind::Setting).await?;
        Ok(entries.into_iter().map(|entry| (entry.id, entry.body)).collect())
    }

    /// The plan's budget and hours.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn plan_settings(&self, person: PersonId) -> Result<PlanSettings, StoreError> {
        let entry = self.entry(person, Kind::Setting, PLAN).await?;
        Ok(entry.map_or_else(PlanSettings::default, |entry| PlanSettings::of(&entry.body)))
    }
}
