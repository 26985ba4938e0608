//! What can be taken, and when it would serve which lines.
//!
//! Time is cut wherever an obligation or a line begins or ends. Between two cuts an offering serves the same lines on
//! every day, so one choice stands for all those days; neighbouring stretches in which it serves the same are one
//! choice too.

use jiff::{ToSpan, civil::Date};
use rung_catalog::{Ask, Filter};
use rung_formats::offerings::{Availability, Offering};
use rung_record::{Audience, Credit, CreditId, CreditKind, Format, Hours, Period, Topic};
use rung_rules::{DemandedLine, Demands, Service};

/// Something for which no offering is known: what it must be like.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    /// What it is for, in the words of the rule; none when any continuing education for technicians does.
    pub what: Option<String>,
    /// The kind of activity that would do.
    pub kind: CreditKind,
    /// The subject that it must be about.
    pub topic: Option<Topic>,
    /// Whose law it must be about.
    pub law_of: Option<String>,
    /// The format it must have; any when none.
    pub format: Option<Format>,
    /// Whether it is a course for which hours do not matter.
    pub is_course: bool,
}

impl Need {
    /// What it is called in a model, for whoever reads a proof.
    pub(super) fn name(&self) -> &str {
        self.what.as_deref().unwrap_or("continuing education for technicians")
    }
}

/// Something that may be in the plan.
pub(super) struct Choice {
    pub what: What,
    /// The first and last day on which it serves what `services` says.
    pub days: Period,
    /// For each demand.
    pub services: Vec<Service>,
}

/// An offering by index, or a need by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Offering(usize),
    Need(usize),
}

/// All choices.
pub(super) struct Options<'o> {
    pub offerings: &'o [Offering],
    pub needs: Vec<Need>,
    pub choices: Vec<Choice>,
}

impl<'o> Options<'o> {
    pub fn gather(demands: &Demands<'_>, on: Date, offerings: &'o [Offering]) -> Self {
        let stretches = stretches(demands, on);
        let mut options = Self { offerings, needs: Vec::new(), choices: Vec::new() };
        for (n, offering) in offerings.iter().enumerate() {
            options.add(demands, &stretches, What::Offering(n), available(offering), |day| {
                offering.credit(CreditId(String::new()), day)
            });
        }
        let always = Period { from: on, end: Date::MAX };
        for (d, demand) in demands.list.iter().enumerate() {
            for (l, line) in demand.lines.iter().enumerate() {
                let credit = ideal_credit(demands, d, line);
                let known = options.needs.len();
                let need = need_for(line, &credit);
                if options.needs.contains(&need) {
                    continue;
                }
                options.needs.push(need);
                options.add(demands, &stretches, What::Need(known), always, |day| Credit {
                    completed: day,
                    ..credit.clone()
                });
                options.serve_own_line(demands, &stretches, known, d, l);
            }
        }
        options
    }

    /// Adds a choice for every run of stretches in which the credit serves the same lines.
    fn add(
        &mut self,
        demands: &Demands<'_>,
        stretches: &[Period],
        what: What,
        available: Period,
        credit: impl Fn(Date) -> Credit,
    ) {
        let mut last: Option<Choice> = None;
        for stretch in stretches {
            let days = stretch.intersection(available);
            if days.is_empty() {
                continue;
            }
            let credit = credit(days.from);
            let services: Vec<Service> = (0..demands.list.len())
                .map(|d| {
                    if demands.list[d].days.contains(days.from) {
                        demands.service(d, &credit)
                    } else {
                        Service::default()
                    }
                })
                .collect();
            match &mut last {
                Some(choice) if choice.services == services && choice.days.end == days.from => {
                    choice.days.end = days.end
                }
                _ => self.choices.extend(last.replace(Choice { what, days, services }).filter(is_useful)),
            }
        }
        self.choices.extend(last.filter(is_useful));
    }

    /// A rule may be too odd for [`ideal_credit`]; then the need serves just the line it was made for.
    fn serve_own_line(
        &mut self,
        demands: &Demands<'_>,
        stretches: &[Period],
        need: usize,
        demand: usize,
        line: usize,
    ) {
        let asked = &demands.list[demand].lines[line];
        let bit = Service::bit(line);
        let own = |service: &Service| {
            if asked.asked.is_some() { service.lines & bit != 0 } else { service.courses & bit != 0 }
        };
        let of_need = |choice: &&Choice| choice.what == What::Need(need);
        if bit == 0 || self.choices.iter().filter(of_need).any(|choice| own(&choice.services[demand])) {
            return;
        }
        for stretch in stretches {
            let days = stretch.intersection(asked.window).intersection(demands.list[demand].days);
            if days.is_empty() {
                continue;
            }
            let mut services = vec![Service::default(); demands.list.len()];
            let service = &mut services[demand];
            *(if asked.asked.is_some() { &mut service.lines } else { &mut service.courses }) |= bit;
            self.choices.push(Choice { what: What::Need(need), days, services });
        }
    }

    /// Hours of one unit of a choice: an offering's, or one second of a need.
    pub fn hours(&self, choice: &Choice) -> Hours {
        match choice.what {
            What::Offering(n) => self.offerings[n].hours,
            What::Need(n) if self.needs[n].is_course => Hours::ZERO,
            What::Need(_) => Hours::from_seconds(1),
        }
    }
}

fn is_useful(choice: &Choice) -> bool {
    choice.services.iter().any(|service| service.lines != 0 || service.courses != 0)
}

fn available(offering: &Offering) -> Period {
    match offering.availability {
        Availability::On { day, .. } => Period::inclusive(day, day),
        Availability::AnyTime { from, until } => Period {
            from: from.unwrap_or(Date::MIN),
            end: until.map_or(Date::MAX, |until| until.saturating_add(1.day())),
        },
    }
}

/// The days from today to the last deadline, cut wherever something begins or ends.
fn stretches(demands: &Demands<'_>, on: Date) -> Vec<Period> {
    let windows =
        |demand: &rung_rules::Demand<'_>| demand.lines.iter().map(|line| line.window).collect::<Vec<_>>();
    let mut cuts: Vec<Date> = (demands.list.iter())
        .flat_map(|demand| windows(demand).into_iter().chain([demand.days]))
        .flat_map(|days| [days.from, days.end])
        .chain([on])
        .filter(|cut| *cut >= on)
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2).map(|pair| Period { from: pair[0], end: pair[1] }).collect()
}

/// A credit made to serve a line: accredited by everybody the rules name, for technicians, on its first topic.
fn ideal_credit(demands: &Demands<'_>, demand: usize, line: &DemandedLine<'_>) -> Credit {
    let mut credit = Credit {
        id: CreditId(String::new()),
        completed: line.window.from,
        title: None,
        provider: None,
        hours: Some(Hours::from_whole(1)),
        uan: None,
        kind: CreditKind::Ce,
        accreditation: Some(vec!["acpe".to_owned()]),
        format: Some(Format::Home),
        topics: Vec::new(),
        law_of: None,
        audience: Some(Audience::Technician),
        academic_credits: None,
        grade: None,
        extra: serde_json::Map::new(),
    };
    let accepts = demands.list[demand].obligation.rules.map(|rules| &rules.accepts);
    let counts = match &line.requirement.ask {
        Ask::Minimum { counts, .. } | Ask::Course { counts, .. } => Some(counts),
        _ => None,
    };
    for filter in accepts.into_iter().chain(counts) {
        satisfy(&mut credit, filter);
    }
    credit
}

fn satisfy(credit: &mut Credit, filter: &Filter) {
    if !filter.kinds.is_empty() && !filter.kinds.contains(&credit.kind) {
        credit.kind = filter.kinds[0];
    }
    if let Some(bodies) = &mut credit.accreditation {
        bodies.extend(filter.accreditation.iter().filter(|body| *body != "acpe").cloned());
    }
    if let (Some(format), false) = (filter.formats.first(), filter.formats.contains(&Format::Home)) {
        credit.format = Some(*format);
    }
    if let (Some(audience), false) =
        (filter.audience.first(), filter.audience.contains(&Audience::Technician))
    {
        credit.audience = Some(*audience);
    }
    credit.topics.extend(filter.topics.first().cloned());
    if filter.law_of.is_some() {
        credit.law_of.clone_from(&filter.law_of);
    }
    if let Some(first) = filter.any.first() {
        satisfy(credit, first);
    }
}

fn need_for(line: &DemandedLine<'_>, credit: &Credit) -> Need {
    let asks_format = credit.format != Some(Format::Home);
    let is_plain = credit.topics.is_empty() && !asks_format && credit.kind == CreditKind::Ce;
    Need {
        what: (!is_plain).then(|| line.requirement.what.clone()),
        kind: credit.kind,
        topic: credit.topics.first().cloned(),
        law_of: credit.law_of.clone(),
        format: credit.format.filter(|_| asks_format),
        is_course: line.asked.is_none(),
    }
}
