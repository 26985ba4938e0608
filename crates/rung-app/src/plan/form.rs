//! What is wanted and allowed, as a form: goals, dates, hours, money, hold-offs, what matters first.

use crate::shell::{Frame, Visit, Wanted, components, goal_name};
use maud::{Markup, html};
use rung_record::{Date, Hours, Usd, parse_date};
use rung_way::{
    Viewpoint,
    goals::{Aim, Goal, HeldOff, HoldOff, Season, Stretch, Wish, Wishes},
};
use rung_words::{Words, say};
use std::collections::HashMap;

/// More goals than this are not planned for at once.
const MOST_GOALS: usize = 5;
/// Stretches of each kind that are read.
const STRETCHES: usize = 24;

/// What stands in the fields, and what is wrong with it.
#[derive(Default)]
pub struct Form {
    typed: HashMap<String, String>,
    faults: HashMap<String, String>,
}

impl Form {
    /// As it was sent.
    pub fn sent(typed: HashMap<String, String>) -> Self {
        Self { typed, ..Self::default() }
    }

    /// With what is kept, and the goal that an address names.
    pub fn of(wanted: &Wanted, to: Option<&str>, visit: &Visit) -> Self {
        let mut form = Self::default();
        let goals = wanted.aims.iter().map(|aim| (aim.goal.to_string(), aim.by));
        let is_new = |to: &&str| !wanted.aims.iter().any(|aim| aim.goal.to_string() == **to);
        let added = to.filter(is_new).map(|to| (to.to_owned(), None));
        for (n, (goal, by)) in goals.chain(added).take(MOST_GOALS).enumerate() {
            form.put(&format!("goal{n}"), goal);
            form.put(&format!("keep{n}"), "yes");
            form.put_day(&format!("by{n}"), by);
        }
        let wishes = &wanted.wishes;
        form.put("hours", wishes.hours_per_week.map(|own| own.to_string()).unwrap_or_default());
        form.put("budget", wishes.budget.map(|own| own.to_string()).unwrap_or_default());
        form.put_day("through", wishes.through);
        form.put("prefer", wishes.prefer.join(", "));
        form.put("avoid", wishes.avoid.join(", "));
        for (name, wish) in ["first", "second"].iter().zip(&wishes.first) {
            form.put(name, wish.code());
        }
        for (n, own) in wishes.hold_offs.iter().take(STRETCHES).enumerate() {
            form.put(
                &format!("hold{n}-what"),
                if own.what == HeldOff::Exams { "exams" } else { "everything" },
            );
            form.put_stretch(&format!("hold{n}"), own.days, visit.on());
        }
        for (n, own) in wishes.seasons.iter().take(STRETCHES).enumerate() {
            form.put(&format!("season{n}-hours"), own.hours_per_week.to_string());
            form.put_stretch(&format!("season{n}"), own.days, visit.on());
        }
        form
    }

    fn put(&mut self, name: &str, value: impl Into<String>) {
        self.typed.insert(name.to_owned(), value.into());
    }

    fn put_day(&mut self, name: &str, day: Option<Date>) {
        self.put(name, day.map(|day| day.to_string()).unwrap_or_default());
    }

    fn put_stretch(&mut self, name: &str, days: Stretch, on: Date) {
        let (from, to) = match days {
            Stretch::Once(from, to) => (Some(from), Some(to)),
            Stretch::Yearly((month, day), (end_month, end_day)) => {
                self.put(&format!("{name}-yearly"), "yes");
                let turns = i16::from((end_month, end_day) < (month, day));
                (Date::new(on.year(), month, day).ok(), Date::new(on.year() + turns, end_month, end_day).ok())
            }
        };
        self.put_day(&format!("{name}-from"), from);
        self.put_day(&format!("{name}-to"), to);
    }

    fn typed(&self, name: &str) -> &str {
        self.typed.get(name).map_or("", |text| text.trim())
    }

    fn is_ticked(&self, name: &str) -> bool {
        !self.typed(name).is_empty()
    }

    /// What is wanted, when every field can be read; the user's own figures stay as they were.
    pub fn read(&mut self, words: &Words, seen: &Viewpoint<'_>, before: &Wanted) -> Option<Wanted> {
        let aims = self.aims(words, seen);
        let wishes = Wishes {
            hours_per_week: self.hours(words, "hours"),
            seasons: (0..STRETCHES).filter_map(|n| self.season(words, n)).collect(),
            budget: self.dollars(words, "budget"),
            hold_offs: (0..STRETCHES).filter_map(|n| self.hold_off(words, n)).collect(),
            prefer: self.list("prefer"),
            avoid: self.list("avoid"),
            first: self.first(),
            through: self.day(words, seen.on, "through"),
            figures: before.wishes.figures.clone(),
        };
        if aims.is_empty() && self.faults.is_empty() {
            self.fault("add", say!(words, "plan-fault-no-goal"));
        }
        self.faults.is_empty().then_some(Wanted { aims, wishes })
    }

    fn fault(&mut self, name: &str, fault: String) {
        self.faults.insert(name.to_owned(), fault);
    }

    fn aims(&mut self, words: &Words, seen: &Viewpoint<'_>) -> Vec<Aim> {
        let mut aims: Vec<Aim> = Vec::new();
        let kept = (0..MOST_GOALS).filter(|n| self.is_ticked(&format!("keep{n}")));
        let named: Vec<(String, String)> = kept.map(|n| (format!("goal{n}"), format!("by{n}"))).collect();
        for (field, by) in named.into_iter().chain([("add".to_owned(), "add-by".to_owned())]) {
            let text = self.typed(&field).to_owned();
            if text.is_empty() {
                continue;
            }
            match Goal::parse(&text, seen) {
                Ok(goal) => aims.push(Aim { goal, by: self.day(words, seen.on, &by) }),
                Err(unknown) => {
                    let lines = rung_way::words::plan::no_goal(words, &unknown);
                    self.fault(&field, lines.join(" "));
                }
            }
        }
        if let Some(usd) = self.dollars(words, "earn") {
            let per = if self.typed("per") == "year" { "year" } else { "hour" };
            if let Ok(goal) = Goal::parse(&format!("earn:{usd}/{per}"), seen) {
                aims.push(Aim { goal, by: self.day(words, seen.on, "earn-by") });
            }
        }
        aims.dedup_by(|a, b| a.goal == b.goal);
        if aims.len() > MOST_GOALS {
            self.fault("add", say!(words, "plan-fault-many-goals", most = MOST_GOALS));
        }
        aims
    }

    fn day(&mut self, words: &Words, on: Date, name: &str) -> Option<Date> {
        let typed = self.typed(name).to_owned();
        if typed.is_empty() {
            return None;
        }
        match parse_date(&typed) {
            Ok(day) if day >= on => Some(day),
            Ok(day) => {
                self.fault(name, say!(words, "plan-route-past", day = day, on = on));
                None
            }
            Err(_) => {
                self.fault(name, say!(words, "plan-fault-day", typed = &typed));
                None
            }
        }
    }

    fn hours(&mut self, words: &Words, name: &str) -> Option<Hours> {
        let typed = self.typed(name).to_owned();
        if typed.is_empty() {
            return None;
        }
        let hours = typed.parse::<Hours>().ok().filter(|hours| *hours <= Hours::from_whole(168));
        if hours.is_none() {
            self.fault(name, say!(words, "plan-fault-hours", typed = &typed));
        }
        hours
    }

    fn dollars(&mut self, words: &Words, name: &str) -> Option<Usd> {
        let typed = self.typed(name).to_owned();
        if typed.is_empty() {
            return None;
        }
        let dollars = typed.trim_start_matches('$').replace(',', "").parse::<Usd>().ok();
        if dollars.is_none() {
            self.fault(name, say!(words, "plan-fault-dollars", typed = &typed));
        }
        dollars
    }

    fn list(&self, name: &str) -> Vec<String> {
        self.typed(name)
            .split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    }

    fn first(&self) -> Vec<Wish> {
        let mut first: Vec<Wish> =
            ["first", "second"].iter().filter_map(|name| self.typed(name).parse().ok()).collect();
        first.dedup();
        first
    }

    fn stretch(&mut self, words: &Words, name: &str) -> Option<Stretch> {
        let (from, to) =
            (self.typed(&format!("{name}-from")).to_owned(), self.typed(&format!("{name}-to")).to_owned());
        let text = match (parse_date(&from), parse_date(&to)) {
            (Ok(from), Ok(to)) if self.is_ticked(&format!("{name}-yearly")) => {
                format!("{}..{}", from.strftime("%m-%d"), to.strftime("%m-%d"))
            }
            _ => format!("{from}..{to}"),
        };
        let stretch = text.parse().ok();
        if stretch.is_none() {
            self.fault(&format!("{name}-from"), say!(words, "plan-fault-stretch"));
        }
        stretch
    }

    fn hold_off(&mut self, words: &Words, n: usize) -> Option<HoldOff> {
        let what = match self.typed(&format!("hold{n}-what")) {
            "exams" => HeldOff::Exams,
            "everything" => HeldOff::Everything,
            _ => return None,
        };
        Some(HoldOff { days: self.stretch(words, &format!("hold{n}"))?, what })
    }

    fn season(&mut self, words: &Words, n: usize) -> Option<Season> {
        let hours_per_week = self.hours(words, &format!("season{n}-hours"))?;
        Some(Season { days: self.stretch(words, &format!("season{n}"))?, hours_per_week })
    }

    /// The form.
    pub fn show(&self, visit: &Visit) -> Markup {
        let (frame, words) = (&visit.frame, visit.frame.words);
        frame.form("/plan", html! {
            div.want {
                (self.goals(visit))
                fieldset.part {
                    legend { (say!(words, "plan-want-give")) }
                    div.in-two {
                        (self.text("hours", &say!(words, "plan-field-hours"), &say!(words, "plan-hint-hours")))
                        (self.text("budget", &say!(words, "plan-field-budget"), &say!(words, "plan-hint-budget")))
                    }
                }
                fieldset.part {
                    legend { (say!(words, "plan-want-matters")) }
                    div.in-two {
                        (self.choice("first", &say!(words, "plan-field-first"), &say!(words, "plan-wish-usual"), words))
                        (self.choice("second", &say!(words, "plan-field-second"), &say!(words, "plan-wish-usual-then"), words))
                    }
                }
                details.more-fields open[self.has_more()] {
                    summary { (say!(words, "plan-more-wishes")) }
                    (self.more(words))
                }
                div.actions { button.button type="submit" { (say!(words, "plan-make")) } }
            }
        })
    }

    /// What few have: times without exams, seasons with other hours, providers, how far to look.
    fn more(&self, words: &Words) -> Markup {
        html! {
            div.want {
                fieldset.part {
                    legend { (say!(words, "plan-hold-offs")) }
                    p.quiet { (say!(words, "plan-hold-offs-about")) }
                    div.more-rows data-another=(say!(words, "plan-another-hold-off")) {
                        @for n in 0..self.rows("hold") { (self.hold_off_fields(words, n)) }
                    }
                }
                fieldset.part {
                    legend { (say!(words, "plan-seasons")) }
                    p.quiet { (say!(words, "plan-seasons-about")) }
                    div.more-rows data-another=(say!(words, "plan-another-season")) {
                        @for n in 0..self.rows("season") { (self.season_fields(words, n)) }
                    }
                }
                fieldset.part {
                    legend { (say!(words, "plan-want-providers")) }
                    div.in-two {
                        (self.text("prefer", &say!(words, "plan-field-prefer"), &say!(words, "plan-hint-prefer")))
                        (self.text("avoid", &say!(words, "plan-field-avoid"), &say!(words, "plan-hint-prefer")))
                    }
                }
                fieldset.part {
                    legend { (say!(words, "plan-want-through")) }
                    div.in-two { (self.date("through", &say!(words, "plan-field-through"))) }
                }
            }
        }
    }

    /// Rows of a kind of stretch: those that have something in them, and a bare one.
    fn rows(&self, kind: &str) -> usize {
        let is_filled = |n: &usize| {
            let of_row = format!("{kind}{n}-");
            self.typed.iter().any(|(name, text)| name.starts_with(&of_row) && !text.trim().is_empty())
        };
        (0..STRETCHES).rev().find(is_filled).map_or(1, |last| (last + 2).min(STRETCHES))
    }

    fn has_more(&self) -> bool {
        let more = |name: &str| {
            ["hold", "season", "through", "prefer", "avoid"].iter().any(|own| name.starts_with(own))
        };
        self.typed.iter().chain(&self.faults).any(|(name, text)| more(name) && !text.is_empty())
    }

    fn goals(&self, visit: &Visit) -> Markup {
        let (frame, words, seen) = (&visit.frame, visit.frame.words, visit.viewpoint());
        let given: Vec<usize> =
            (0..MOST_GOALS).filter(|n| !self.typed(&format!("goal{n}")).is_empty()).collect();
        html! {
            fieldset.part {
                legend { (say!(words, "plan-goals")) }
                @for n in &given {
                    @let (goal, keep) = (format!("goal{n}"), format!("keep{n}"));
                    @let named = Goal::parse(self.typed(&goal), &seen).map_or_else(|_| self.typed(&goal).to_owned(), |own| goal_name(words, &seen, &own));
                    div.row {
                        div.field {
                            input type="hidden" name=(goal) value=(self.typed(&goal));
                            label.check { input type="checkbox" name=(keep) value="yes" checked[self.is_ticked(&keep)]; span { (named) } }
                            @if let Some(fault) = self.faults.get(&goal) { p.fault { (fault) } }
                        }
                        (self.date(&format!("by{n}"), &say!(words, "plan-field-by")))
                    }
                }
                @if given.len() < MOST_GOALS {
                    div.row {
                        (components::field("add", &say!(words, "plan-field-add"), "", self.faults.get("add").map(String::as_str), |_| html! {
                            select #add name="add" { option value="" { (say!(words, "plan-choose-goal")) } (options(frame, &seen, self.typed("add"))) }
                        }))
                        (self.date("add-by", &say!(words, "plan-field-by")))
                    }
                    div.row.money {
                        (self.text("earn", &say!(words, "plan-field-earn"), ""))
                        (components::field("per", &say!(words, "plan-field-per"), "", None, |_| html! {
                            select #per name="per" {
                                option value="hour" { (say!(words, "plan-per-hour")) }
                                option value="year" selected[self.typed("per") == "year"] { (say!(words, "plan-per-year")) }
                            }
                        }))
                        (self.date("earn-by", &say!(words, "plan-field-by")))
                    }
                }
            }
        }
    }

    fn hold_off_fields(&self, words: &Words, n: usize) -> Markup {
        let name = format!("hold{n}");
        let what = format!("{name}-what");
        html! {
            fieldset.row.stretch {
                legend.sr { (say!(words, "plan-hold-off")) }
                (components::field(&what, &say!(words, "plan-field-hold-off"), "", None, |_| html! {
                    select id=(what) name=(what) {
                        option value="" { (say!(words, "plan-hold-nothing")) }
                        option value="exams" selected[self.typed(&what) == "exams"] { (say!(words, "plan-hold-exams")) }
                        option value="everything" selected[self.typed(&what) == "everything"] { (say!(words, "plan-hold-everything")) }
                    }
                }))
                (self.stretch_fields(words, &name))
            }
        }
    }

    fn season_fields(&self, words: &Words, n: usize) -> Markup {
        let name = format!("season{n}");
        html! {
            fieldset.row.stretch {
                legend.sr { (say!(words, "plan-season")) }
                (self.text(&format!("{name}-hours"), &say!(words, "plan-field-season"), ""))
                (self.stretch_fields(words, &name))
            }
        }
    }

    fn stretch_fields(&self, words: &Words, name: &str) -> Markup {
        let yearly = format!("{name}-yearly");
        html! {
            (self.date(&format!("{name}-from"), &say!(words, "plan-field-from")))
            (self.date(&format!("{name}-to"), &say!(words, "plan-field-to")))
            div.field { label.check { input type="checkbox" name=(yearly) value="yes" checked[self.is_ticked(&yearly)]; span { (say!(words, "plan-every-year")) } } }
        }
    }

    fn text(&self, name: &str, label: &str, hint: &str) -> Markup {
        let fault = self.faults.get(name).map(String::as_str);
        components::field(name, label, hint, fault, |described| {
            html! {
                input id=(name) name=(name) value=(self.typed(name)) maxlength="200" autocomplete="off"
                    aria-invalid=[fault.map(|_| "true")] aria-describedby=[(!described.is_empty()).then_some(described)];
            }
        })
    }

    fn date(&self, name: &str, label: &str) -> Markup {
        let fault = self.faults.get(name).map(String::as_str);
        components::field(name, label, "", fault, |described| {
            html! {
                input type="date" id=(name) name=(name) value=(self.typed(name)) min="1900-01-01" max="2200-12-31"
                    aria-invalid=[fault.map(|_| "true")] aria-describedby=[(!described.is_empty()).then_some(described)];
            }
        })
    }

    fn choice(&self, name: &str, label: &str, usual: &str, words: &Words) -> Markup {
        components::field(name, label, "", None, |_| {
            html! {
                select id=(name) name=(name) {
                    option value="" { (usual) }
                    @for wish in Wish::ALL { option value=(wish.code()) selected[self.typed(name) == wish.code()] { (wish_name(words, wish)) } }
                }
            }
        })
    }
}

/// Roles, credentials and settings, the roles first.
fn options(frame: &Frame, seen: &Viewpoint<'_>, chosen: &str) -> Markup {
    let (words, field) = (frame.words, seen.field());
    let option =
        |value: String, title: &str| html! { option value=(value) selected[value == chosen] { (title) } };
    html! {
        optgroup label=(say!(words, "plan-goal-roles")) lang=[frame.lang_of_english()] {
            @for role in &field.roles.roles { (option(format!("role:{}", role.id), &role.title)) }
        }
        optgroup label=(say!(words, "plan-goal-credentials")) lang=[frame.lang_of_english()] {
            @for own in &seen.catalog.credentials { (option(format!("credential:{}", own.id), &seen.catalog.short_name(own.id.as_str()))) }
        }
        optgroup label=(say!(words, "plan-goal-settings")) lang=[frame.lang_of_english()] {
            @for own in &field.settings.settings { (option(format!("setting:{}", own.id), &own.title)) }
        }
    }
}

fn wish_name(words: &Words, wish: Wish) -> String {
    match wish {
        Wish::Arrival => say!(words, "plan-wish-arrival"),
        Wish::Cost => say!(words, "plan-wish-cost"),
        Wish::Hours => say!(words, "plan-wish-hours"),
        Wish::LateStart => say!(words, "plan-wish-late-start"),
        Wish::Smooth => say!(words, "plan-wish-smooth"),
    }
}
