//! Demands as sentences.

use crate::explain::Demand;
use crate::problem::Problem;

impl Problem {
    /// What a step is called, or its number.
    fn called(&self, step: usize) -> String {
        match self.steps.get(step) {
            Some(known) if !known.name.is_empty() => known.name.clone(),
            _ => format!("step {step}"),
        }
    }

    /// A demand as a sentence.
    #[must_use]
    pub fn words(&self, demand: Demand) -> String {
        let number = |value: Option<u32>| value.map_or_else(|| "?".to_owned(), |v| v.to_string());
        match demand {
            Demand::Weeks => format!("everything is done within {} weeks", self.weeks),
            Demand::Capacity => "a week has only so many hours".to_owned(),
            Demand::Resource(k) => match self.resources.get(k) {
                Some(resource) if !resource.name.is_empty() => {
                    format!("there is only so much of {}", resource.name)
                }
                _ => format!("there is only so much of resource {k}"),
            },
            Demand::By => format!("the goals are reached within {} weeks", number(self.by)),
            Demand::Budget => format!("it costs no more than {}", number(self.budget)),
            Demand::MostHours => format!("it takes no more than {} hours", number(self.most_hours)),
            Demand::Certificates => format!("{} of the certificates are chosen", self.choose),
            Demand::Route(k) => format!("one of the routes in groups[{k}] is taken"),
            Demand::List(k) => format!("lists[{k}] is kept"),
            Demand::Load(k) => format!("loads[{k}] is kept"),
            Demand::Must(i) => format!("{} is taken", self.called(i)),
            Demand::From(i) => {
                format!(
                    "{} starts in week {} or later",
                    self.called(i),
                    self.steps.get(i).map_or(0, |s| s.from)
                )
            }
            Demand::Deadline(i) => {
                let deadline = self.steps.get(i).and_then(|s| s.deadline);
                format!("{} is finished within {} weeks", self.called(i), number(deadline))
            }
            Demand::HoldOff(i, k) => match self.steps.get(i).and_then(|s| s.hold_offs.get(k)) {
                Some((from, to)) => {
                    format!("{} does not run in the weeks from {from} to {to}", self.called(i))
                }
                None => format!("{} is held off", self.called(i)),
            },
            Demand::After(i, j) => format!("{} comes after {}", self.called(i), self.called(j)),
            Demand::Within(i, j) => {
                let step = self.steps.get(i);
                let most = step.and_then(|s| s.within.iter().find(|limit| limit.0 == j)).map(|limit| limit.1);
                let (step, before) = (self.called(i), self.called(j));
                format!("{step} starts within {} weeks after {before}", number(most))
            }
            Demand::OneOf(i, k) => {
                let list = self.steps.get(i).and_then(|s| s.one_of.get(k));
                let names: Vec<String> = list.into_iter().flatten().map(|&j| self.called(j)).collect();
                format!("{} comes after one of {}", self.called(i), names.join(", "))
            }
        }
    }
}
