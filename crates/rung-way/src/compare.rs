//! Two or three roles side by side, line by line.

use crate::{
    gap::{Line, gap},
    graph::CareerGraph,
    pay::Pay,
    places::RoleView,
    viewpoint::Viewpoint,
    words,
};
use rung_catalog::field::{Places, Role, RoleExperience, RoleTest, Strength};
use rung_rules::Verdict;
use rung_words::Words;

/// What a line of a comparison is about, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// How far up it is, and what sets its work apart.
    Rung,
    /// What one does.
    Does,
    /// What is required, or does instead.
    Requires,
    /// What is described, or welcome.
    Welcomes,
    /// What one must be good at.
    Competencies,
    /// What it pays.
    Pay,
    /// Where it is found.
    Settings,
    /// Hours and shifts there.
    Hours,
    /// What comes before it.
    Before,
    /// What may follow.
    After,
}

impl Aspect {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Rung,
        Self::Does,
        Self::Requires,
        Self::Welcomes,
        Self::Competencies,
        Self::Pay,
        Self::Settings,
        Self::Hours,
        Self::Before,
        Self::After,
    ];
}

/// A line of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is about.
    pub aspect: Aspect,
    /// What each role says, in the order in which they were given; empty where nothing is told.
    pub cells: Vec<Vec<Item>>,
}

/// One thing that a role says.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// In words.
    pub says: String,
    /// Whether the record meets it; none where there is nothing to meet.
    pub verdict: Option<Verdict>,
    /// Whether every role of the comparison says the same.
    pub is_shared: bool,
}

impl Row {
    /// Whether the roles say different things.
    pub fn differs(&self) -> bool {
        self.cells.iter().flatten().any(|item| !item.is_shared)
    }
}

/// Lays roles side by side, by their indices in the graph; aspects of which none of them tells are left out.
pub fn compare_roles<'a>(
    seen: &Viewpoint<'a>,
    graph: &CareerGraph<'a>,
    roles: &[usize],
    words: &Words,
) -> Vec<Row> {
    let views: Vec<RoleView<'a>> =
        roles.iter().map(|role| RoleView::of(seen.field(), graph, *role)).collect();
    let row = |aspect| {
        let cells = views.iter().map(|view| cell(seen, graph, view, aspect, words)).collect();
        Row { aspect, cells: shared(cells) }
    };
    Aspect::ALL.into_iter().map(row).filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect()
}

fn shared(mut cells: Vec<Vec<Item>>) -> Vec<Vec<Item>> {
    let says: Vec<Vec<String>> =
        cells.iter().map(|cell| cell.iter().map(|item| item.says.clone()).collect()).collect();
    for item in cells.iter_mut().flatten() {
        item.is_shared = says.iter().all(|other| other.contains(&item.says));
    }
    cells
}

fn cell<'a>(
    seen: &Viewpoint<'a>,
    graph: &CareerGraph<'a>,
    view: &RoleView<'a>,
    aspect: Aspect,
    words: &Words,
) -> Vec<Item> {
    let role = view.role;
    let plain = |says: String| Item { says, verdict: None, is_shared: false };
    let titled = |role: usize| plain(graph.roles[role].title.clone());
    match aspect {
        Aspect::Rung => {
            vec![plain(format!("{}; {}", words::rung(words, role.rung), words::work(words, role.work)))]
        }
        Aspect::Does => role.does.iter().cloned().map(plain).collect(),
        Aspect::Requires => {
            asks(seen, role, words, |strength| matches!(strength, Strength::Required | Strength::Alternative))
        }
        Aspect::Welcomes => {
            asks(seen, role, words, |strength| matches!(strength, Strength::Preferred | Strength::Described))
        }
        Aspect::Competencies => role.competencies.iter().cloned().map(plain).collect(),
        Aspect::Pay => pay(view, words).into_iter().map(plain).collect(),
        Aspect::Settings => match &role.settings {
            Places::All => vec![plain(words::everywhere(words))],
            Places::Other => vec![plain(words::elsewhere(words))],
            Places::These(_) => view.settings.iter().map(|setting| plain(setting.title.clone())).collect(),
        },
        Aspect::Hours => {
            view.hours.iter().map(|(setting, says)| plain(format!("{}: {says}", setting.title))).collect()
        }
        Aspect::Before => {
            let outside =
                role.preceded_by.iter().flat_map(|before| before.outside.iter().cloned().map(plain));
            view.before.iter().map(|edge| titled(graph.edges[*edge].from)).chain(outside).collect()
        }
        Aspect::After => {
            let titles = role.leads_to.iter().flat_map(|next| next.titles.iter().cloned().map(plain));
            view.after.iter().map(|edge| titled(graph.edges[*edge].to)).chain(titles).collect()
        }
    }
}

fn pay(view: &RoleView<'_>, words: &Words) -> Vec<String> {
    let own = view.pay.as_ref().map(|pay: &Pay<'_>| words::pay(words, pay));
    let near = view.nearby.map(|(_, beside)| words::nearby_pay(words, beside));
    own.or_else(|| Some(words::pay_not_known(words))).into_iter().chain(near).collect()
}

fn asks(seen: &Viewpoint<'_>, role: &Role, words: &Words, fits: impl Fn(Strength) -> bool) -> Vec<Item> {
    let gap = gap(seen, role);
    let lines = gap.lines.iter().filter(|line| fits(line.ask.strength));
    lines
        .map(|line| Item {
            says: asked(seen, role, line, words),
            verdict: Some(line.verdict),
            is_shared: false,
        })
        .collect()
}

/// What a line asks, with credentials by their names, amounts of work and who asks.
pub fn asked(seen: &Viewpoint<'_>, role: &Role, line: &Line<'_>, words: &Words) -> String {
    let what = match &line.ask.test {
        RoleTest::Holds(ids) => {
            let names: Vec<String> = ids.iter().map(|id| seen.catalog.short_name(id.as_str())).collect();
            words.either(&names)
        }
        RoleTest::StateAuthority(duty) => {
            words::asked_duty(words, words::duty_name(seen.catalog, duty.as_str()))
        }
        RoleTest::StateLicence | RoleTest::Condition(_) | RoleTest::Words => line.ask.what.clone(),
    };
    let own = work_of(role, line).map(|work| words::amounts(words, work)).unwrap_or_default();
    let when = line.ask.when.map(|when| words::only_when(words, when)).unwrap_or_default();
    format!("{what}{own}{when}")
}

/// The line of work that an ask comes from: work comes last among the asks.
fn work_of<'r>(role: &'r Role, line: &Line<'_>) -> Option<&'r RoleExperience> {
    let before = role.asks().len() - role.experience.len();
    role.experience.get(line.index.checked_sub(before)?)
}
