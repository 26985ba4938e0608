//! The lines of an obligation, with their proofs: from how the hours were used to what is told.

use crate::{
    assign::Use,
    case::{Candidate, Cap, Case, Slot, Uses, is_elsewhere},
    does_it_count::Passes,
    status::{Counted, Line, Missing, NotCounted, Question, Reason, Untold, Unwritten},
    verdict::Verdict,
};
use rung_catalog::{Ask, Filter, Requirement, Window};
use rung_record::Hours;
use std::borrow::Cow;

/// Turns the uses into lines, in reading order.
pub(crate) struct Printer<'a, 'c, 'j> {
    pub case: &'c Case<'a, 'j>,
    pub candidates: &'c [Candidate],
    pub slots: &'c [Slot<'a>],
    pub caps: &'c [Cap<'a>],
    pub uses: &'c Uses,
}

impl<'a> Printer<'a, '_, '_> {
    /// The lines of some requirements, in reading order.
    pub fn lines_of(&self, requirements: &'a [Requirement]) -> Vec<Line<'a>> {
        let mut lines = Vec::with_capacity(requirements.len());
        for requirement in requirements {
            let own = lines.len();
            self.add_lines(requirement, &mut lines);
            for line in &mut lines[own..] {
                self.consider_alternatives(requirement, line);
            }
        }
        lines
    }

    /// Nearly always one line; one for each year where so much is asked in each.
    fn add_lines(&self, requirement: &'a Requirement, lines: &mut Vec<Line<'a>>) {
        let line = match &requirement.ask {
            Ask::Minimum { .. } => return lines.extend(self.minimum(requirement)),
            Ask::Maximum { .. } => return lines.extend(self.maximum(requirement)),
            Ask::Course { counts, window } => self.course(requirement, counts, window),
            Ask::AcademicCredits { credits, counts, window } => {
                self.academic(requirement, *credits, counts, window)
            }
            Ask::Condition(condition) => {
                let mut answer = self.case.circumstances.answer(condition);
                if let (Verdict::Unknown, Some(key)) = (answer.verdict, &condition.attest) {
                    // The rule's own words say better than the key what is to be attested.
                    answer.questions =
                        vec![Question::Tell(Untold::Confirmed { key, what: Some(&requirement.what) })];
                }
                self.plain(requirement, answer.verdict, answer.questions)
            }
            Ask::Unknown(question) => {
                self.plain(requirement, Verdict::Unknown, vec![Question::Ask(Unwritten::Asked(question))])
            }
            Ask::AllOf(inner) => {
                let all_of = self.lines_of(inner);
                let verdict = all_of.iter().map(|line| line.verdict).fold(Verdict::Met, Verdict::and);
                let questions = all_of.iter().flat_map(|line| line.questions.clone()).collect();
                Line { all_of, ..self.plain(requirement, verdict, questions) }
            }
        };
        lines.push(line);
    }

    /// A line that is not met by itself may be met by one of its alternatives.
    fn consider_alternatives(&self, requirement: &'a Requirement, line: &mut Line<'a>) {
        if requirement.or.is_empty() {
            return;
        }
        line.or = self.lines_of(&requirement.or);
        let alone = line.verdict;
        line.verdict = line.or.iter().map(|other| other.verdict).fold(alone, Verdict::or);
        match line.verdict {
            Verdict::Met => {
                line.questions.clear();
                line.short = Hours::ZERO;
            }
            Verdict::Unknown => {
                line.questions.extend(line.or.iter().flat_map(|other| other.questions.clone()))
            }
            Verdict::NotMet => {}
        }
    }

    fn empty(&self, requirement: &'a Requirement) -> Line<'a> {
        Line {
            requirement,
            id: Cow::Borrowed(&requirement.id),
            verdict: Verdict::Unknown,
            asked: None,
            counted: Hours::ZERO,
            short: Hours::ZERO,
            window: None,
            credits: Vec::new(),
            not_counted: Vec::new(),
            exception: None,
            applies: Verdict::Met,
            or: Vec::new(),
            all_of: Vec::new(),
            questions: Vec::new(),
        }
    }

    /// A line without hours, in the light of whether it applies and of its exceptions.
    fn plain(
        &self,
        requirement: &'a Requirement,
        verdict: Verdict,
        questions: Vec<Question<'a>>,
    ) -> Line<'a> {
        let asked = self.case.asked(requirement, None);
        let exempt = asked.exception.is_some_and(|exception| exception.hours.is_zero());
        let mut line = Line { applies: asked.applies, exception: asked.exception, ..self.empty(requirement) };
        let verdict = if exempt { Verdict::Met } else { verdict };
        line.verdict = asked.applies.negated().or(verdict);
        if asked.in_doubt && line.verdict == Verdict::NotMet {
            line.verdict = Verdict::Unknown;
        }
        if line.verdict == Verdict::Unknown {
            line.questions = asked.questions.into_iter().chain(questions).collect();
        }
        line
    }

    fn minimum(&self, requirement: &'a Requirement) -> impl Iterator<Item = Line<'a>> {
        let slots = self.slots.iter().enumerate();
        let own = slots.filter(move |(_, slot)| std::ptr::eq(slot.requirement, requirement));
        own.map(|(n, slot)| self.slot(n, slot))
    }

    fn slot(&self, n: usize, slot: &Slot<'a>) -> Line<'a> {
        let requirement = slot.requirement;
        let id = match slot.year {
            Some(year) => Cow::Owned(format!("{}-{year}", requirement.id)),
            None => Cow::Borrowed(requirement.id.as_str()),
        };
        let (credits, not_counted) = self.counted(n, slot);
        let counted: Hours = credits.iter().map(|credit| credit.hours).sum();
        let asked = &slot.asked;
        let short = asked.hours.unwrap_or_default().saturating_sub(counted);
        let verdict = self.verdict_of_hours(n, slot, counted);
        let mut questions = Vec::new();
        if verdict == Verdict::Unknown {
            questions.extend(asked.questions.iter().cloned());
            if asked.hours.is_none() {
                questions.push(Question::Ask(Unwritten::HoursOf(&requirement.what)));
            }
            questions.extend(self.doubts(&slot.passes));
        }
        Line {
            id,
            verdict,
            asked: asked.hours,
            counted,
            short,
            window: Some(slot.window),
            credits,
            not_counted,
            exception: asked.exception,
            applies: asked.applies,
            questions,
            ..self.empty(requirement)
        }
    }

    fn verdict_of_hours(&self, n: usize, slot: &Slot<'a>, counted: Hours) -> Verdict {
        let Some(hours) = slot.asked.hours else { return slot.asked.applies.negated().or(Verdict::Unknown) };
        let hopeful = || self.uses.hopeful.as_ref().map(|uses| self.total(n, slot, uses)).unwrap_or_default();
        if counted >= hours {
            Verdict::Met
        } else if slot.asked.in_doubt || slot.asked.applies == Verdict::Unknown || hopeful() >= hours {
            Verdict::Unknown
        } else {
            Verdict::NotMet
        }
    }

    /// Hours that serve the line when every doubt is settled in the technician's favour.
    fn total(&self, n: usize, slot: &Slot<'a>, uses: &[Use]) -> Hours {
        let serves = |(candidate, _): &(usize, &Use)| !matches!(slot.passes[*candidate], Passes::No(_));
        uses.iter().enumerate().filter(serves).map(|(_, own)| part(own, n, slot.in_addition)).sum()
    }

    fn counted(&self, n: usize, slot: &Slot<'a>) -> (Vec<Counted>, Vec<NotCounted>) {
        let mut credits = Vec::new();
        let mut not_counted = Vec::with_capacity(self.candidates.len());
        for ((candidate, own), pass) in self.candidates.iter().zip(&self.uses.sure).zip(&slot.passes) {
            let all = candidate.hours.unwrap_or_default();
            let mut refuse = |hours: Hours, reason: Reason| {
                not_counted.push(NotCounted { credit: candidate.credit, hours, reason })
            };
            match pass {
                Passes::No(reason) if is_elsewhere(*reason) => {}
                Passes::No(reason) => refuse(all, *reason),
                Passes::Perhaps(missing) => refuse(all, doubt_as_reason(*missing)),
                Passes::Yes => {
                    let hours = part(own, n, slot.in_addition);
                    if !hours.is_zero() {
                        credits.push(Counted { credit: candidate.credit, hours, carried: candidate.carried });
                    }
                    let added: Hours =
                        own.in_addition.iter().map(|(_, seconds)| Hours::from_seconds(*seconds)).sum();
                    let left = all.saturating_sub(hours);
                    if !slot.in_addition && !left.is_zero() {
                        if !added.is_zero() {
                            refuse(added, Reason::UsedInAddition);
                        }
                        let capped = left.saturating_sub(added);
                        if !capped.is_zero() {
                            refuse(capped, Reason::CapReached);
                        }
                    }
                }
            }
        }
        (credits, not_counted)
    }

    fn maximum(&self, requirement: &'a Requirement) -> Option<Line<'a>> {
        let cap = self.caps.iter().find(|cap| std::ptr::eq(cap.requirement, requirement))?;
        let mut line = Line {
            verdict: Verdict::Met,
            asked: Some(cap.most),
            window: Some(self.case.days.period),
            ..self.empty(requirement)
        };
        for ((candidate, own), pass) in self.candidates.iter().zip(&self.uses.sure).zip(&cap.passes) {
            if matches!(pass, Passes::No(_)) {
                continue;
            }
            let hours = Hours::from_seconds(own.shared);
            if !hours.is_zero() {
                line.credits.push(Counted { credit: candidate.credit, hours, carried: candidate.carried });
            }
            let added: Hours = own.in_addition.iter().map(|(_, seconds)| Hours::from_seconds(*seconds)).sum();
            let left = candidate.hours.unwrap_or_default().saturating_sub(hours + added);
            if !left.is_zero() && self.serves_any_line(candidate) {
                line.not_counted.push(NotCounted {
                    credit: candidate.credit,
                    hours: left,
                    reason: Reason::CapReached,
                });
            }
        }
        line.counted = line.credits.iter().map(|credit| credit.hours).sum();
        Some(line)
    }

    fn serves_any_line(&self, candidate: &Candidate) -> bool {
        let Some(n) = self.candidates.iter().position(|other| std::ptr::eq(other, candidate)) else {
            return false;
        };
        self.slots.iter().any(|slot| slot.passes[n] == Passes::Yes)
    }

    /// The credits that pass a filter in a window whatever their hours, and the others with their reasons.
    fn sift(
        &self,
        requirement: &'a Requirement,
        counts: &Filter,
        window: &Window,
    ) -> (Line<'a>, Vec<Passes>) {
        let window = self.case.whole_window(window);
        let passes: Vec<Passes> = self
            .candidates
            .iter()
            .map(|candidate| self.case.serves(candidate, window, Some(counts), false))
            .collect();
        let mut line = Line { window: Some(window), ..self.empty(requirement) };
        for (candidate, pass) in self.candidates.iter().zip(&passes) {
            let hours = candidate.hours.unwrap_or_default();
            match pass {
                Passes::Yes => {
                    line.credits.push(Counted { credit: candidate.credit, hours, carried: candidate.carried })
                }
                Passes::No(reason) if is_elsewhere(*reason) => {}
                Passes::No(reason) => {
                    line.not_counted.push(NotCounted { credit: candidate.credit, hours, reason: *reason })
                }
                Passes::Perhaps(missing) => {
                    line.not_counted.push(NotCounted {
                        credit: candidate.credit,
                        hours,
                        reason: doubt_as_reason(*missing),
                    });
                }
            }
        }
        (line, passes)
    }

    fn course(&self, requirement: &'a Requirement, counts: &Filter, window: &Window) -> Line<'a> {
        let (sifted, passes) = self.sift(requirement, counts, window);
        let verdict = passes.iter().map(verdict_of).fold(Verdict::NotMet, Verdict::or);
        self.sifted_line(requirement, sifted, verdict, self.doubts(&passes))
    }

    /// A line that looks at credits whatever their hours.
    fn sifted_line(
        &self,
        requirement: &'a Requirement,
        sifted: Line<'a>,
        verdict: Verdict,
        doubts: Vec<Question<'a>>,
    ) -> Line<'a> {
        let counted = sifted.credits.iter().map(|credit| credit.hours).sum();
        let Line { window, credits, not_counted, .. } = sifted;
        Line { window, credits, not_counted, counted, ..self.plain(requirement, verdict, doubts) }
    }

    fn academic(
        &self,
        requirement: &'a Requirement,
        asked: Hours,
        counts: &Filter,
        window: &Window,
    ) -> Line<'a> {
        let (sifted, passes) = self.sift(requirement, counts, window);
        let sum = |passes_too: fn(&Passes) -> bool| -> Hours {
            let credits = |(candidate, _): (&Candidate, &Passes)| {
                self.case.judge.facts[candidate.credit].credit.academic_credits.unwrap_or_default()
            };
            self.candidates.iter().zip(&passes).filter(|(_, pass)| passes_too(pass)).map(credits).sum()
        };
        let verdict = if sum(|pass| *pass == Passes::Yes) >= asked {
            Verdict::Met
        } else if sum(|pass| !matches!(pass, Passes::No(_))) >= asked {
            Verdict::Unknown
        } else {
            Verdict::NotMet
        };
        self.sifted_line(requirement, sifted, verdict, self.doubts(&passes))
    }

    fn doubts(&self, passes: &[Passes]) -> Vec<Question<'a>> {
        let doubt = |(candidate, pass): (&Candidate, &Passes)| match pass {
            Passes::Perhaps(missing) => Some(Question::AboutCredit(candidate.credit, *missing)),
            _ => None,
        };
        self.candidates.iter().zip(passes).filter_map(doubt).collect()
    }
}

fn part(own: &Use, line: usize, in_addition: bool) -> Hours {
    let seconds = if in_addition {
        own.in_addition.iter().filter(|(at, _)| *at == line).map(|(_, part)| *part).sum()
    } else {
        own.shared
    };
    Hours::from_seconds(seconds)
}

fn verdict_of(pass: &Passes) -> Verdict {
    match pass {
        Passes::Yes => Verdict::Met,
        Passes::No(_) => Verdict::NotMet,
        Passes::Perhaps(_) => Verdict::Unknown,
    }
}

/// Until the doubt is settled the credit is left out for the reason that would hold if it were settled badly.
fn doubt_as_reason(missing: Missing) -> Reason {
    match missing {
        Missing::Accreditation => Reason::NotAccredited,
        Missing::Format => Reason::WrongFormat,
        Missing::Audience => Reason::WrongAudience,
        Missing::LawOf => Reason::WrongJurisdiction,
        Missing::Topic => Reason::WrongTopic,
        Missing::Grade | Missing::AcademicCredits => Reason::CourseTooSmall,
    }
}
