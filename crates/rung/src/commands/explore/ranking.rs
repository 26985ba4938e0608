//! Roles in an order.

use super::{By, RolesArgs, interests};
use crate::{
    failure::{End, Failure},
    output::{self, Page, english},
    term::{Style, Terminal, Text},
};
use rung_catalog::field::{Setting, SettingId};
use rung_way::{
    CareerGraph, Ranking, Ranks,
    answer::{self, Telling},
    figure::OwnFigures,
    interests::{Score, scores},
    pay::{BasePay, Pay},
    prospects, words,
};
use serde_json::{Value, json};

/// Everything that a list of roles tells.
struct Told<'t, 'a> {
    telling: Telling<'t, 'a>,
    graph: &'t CareerGraph<'a>,
    ranks: &'t Ranks<'a>,
    scores: &'t [Option<Score<'a>>],
    ranking: Ranking,
    by: By,
}

pub fn run(args: &RolesArgs, terminal: Terminal) -> Result<End, Failure> {
    let seen = args.from.read()?;
    let viewpoint = args.from.viewpoint(&seen)?;
    let field = seen.catalog.field();
    let setting = args.setting.as_deref().map(|id| setting(field, id)).transpose()?;
    let answers = match args.by {
        By::Interest => interests::read(&args.answers, args.from.record.data(), &field.questionnaire)?,
        By::Closeness | By::Pay => Default::default(),
    };
    if args.by == By::Interest && answers.0.is_empty() {
        return Err(Failure::new(End::Open, "no question about your interests is answered yet")
            .hint("`rung explore interests` asks them"));
    }
    let all = prospects(&viewpoint, &OwnFigures::new());
    let graph = CareerGraph::of(&seen.catalog);
    let place = graph.place(&viewpoint);
    let ranks = Ranks::new(&all, &graph, &place, BasePay::of(&viewpoint));
    let scores = scores(field, &answers);
    let mut ranking = match args.by {
        By::Closeness => ranks.by_closeness(),
        By::Pay => ranks.by_pay(),
        By::Interest => ranks.by_interest(&scores),
    };
    if let Some(setting) = setting {
        keep_in(&mut ranking, &graph, &setting.id);
    }
    let telling = Telling { seen: &viewpoint, words: english(), nodes: &all.nodes };
    let told = Told { telling, graph: &graph, ranks: &ranks, scores: &scores, ranking, by: args.by };
    if args.json.json {
        output::print_json(&as_json(&told, setting))?;
    } else {
        let mut page = Page::new(terminal);
        show(&mut page, &told, setting);
        page.print()?;
    }
    Ok(End::Done)
}

fn setting<'a>(field: &'a rung_catalog::field::Field, id: &str) -> Result<&'a Setting, Failure> {
    let all = &field.settings.settings;
    let called =
        |own: &&Setting| own.id.as_str().eq_ignore_ascii_case(id) || own.title.eq_ignore_ascii_case(id);
    all.iter().find(called).ok_or_else(|| {
        let known: Vec<&str> = all.iter().map(|own| own.id.as_str()).collect();
        Failure::usage(format!("the catalogue has no practice setting \"{id}\""))
            .hint(format!("it has {}", known.join(", ")))
    })
}

fn keep_in(ranking: &mut Ranking, graph: &CareerGraph<'_>, setting: &SettingId) {
    for list in [&mut ranking.order, &mut ranking.not_judged, &mut ranking.here, &mut ranking.behind] {
        list.retain(|n| graph.roles[*n].settings.includes(setting));
    }
}

fn as_json(told: &Told<'_, '_>, setting: Option<&Setting>) -> Value {
    let all = &told.ranks.prospects.all;
    let list = |list: &[usize]| -> Vec<Value> {
        let one = |n: &usize| {
            let (closeness, gain) = (&told.ranks.closeness[*n], told.ranks.gains[*n].as_ref());
            answer::ranked(told.telling, &all[*n], closeness, gain, told.scores[*n].as_ref())
        };
        list.iter().map(one).collect()
    };
    let by = match told.by {
        By::Closeness => "closeness",
        By::Pay => "pay",
        By::Interest => "interest",
    };
    json!({
        "on": told.telling.seen.on,
        "by": by,
        "setting": setting.map(|own| own.id.as_str()),
        "base_pay": told.ranks.base.as_ref().map(|base| answer::base_pay(told.telling, base)),
        "roles": list(&told.ranking.order),
        "not_judged": list(&told.ranking.not_judged),
        "here": list(&told.ranking.here),
        "behind": list(&told.ranking.behind),
        "about": (told.by == By::Interest).then(|| told.telling.seen.field().questionnaire.about.of("en")),
        "note": rung_rules::words::disclaimer(english()),
    })
}

fn show(page: &mut Page, told: &Told<'_, '_>, setting: Option<&Setting>) {
    let title = match told.by {
        By::Closeness => "Roles, the closest first",
        By::Pay => "Roles by pay for the effort",
        By::Interest => "Roles by what you like and value",
    };
    page.line(
        &Text::new().with(Style::Bold, title).with(Style::Dim, &format!(" · {}", told.telling.seen.on)),
    );
    if let Some(setting) = setting {
        page.text(0, Style::Plain, &setting.title);
        if let Some(hours) = &setting.schedule {
            page.labelled(2, 10, "hours", Style::Plain, hours);
        }
    }
    match (told.by, &told.ranks.base) {
        (By::Pay, Some(base)) => {
            page.text(
                0,
                Style::Dim,
                &format!("Measured against {}.", words::base_pay(told.telling.words, base)),
            );
        }
        (By::Interest, _) => page.text(0, Style::Dim, told.telling.seen.field().questionnaire.about.of("en")),
        _ => {}
    }
    for (n, role) in told.ranking.order.iter().enumerate() {
        page.gap();
        show_role(page, told, *role, n + 1);
    }
    let apart = match told.by {
        By::Closeness => "",
        By::Pay => "Not ranked: no source tells what they pay",
        By::Interest => "Not ranked: none of your answers speaks of them",
    };
    let lists = [
        ("You are in these now", &told.ranking.here),
        ("Behind you", &told.ranking.behind),
        (apart, &told.ranking.not_judged),
    ];
    for (title, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        page.gap();
        page.line(&Text::new().with(Style::Bold, title));
        let titles: Vec<&str> = list.iter().map(|n| told.graph.roles[*n].title.as_str()).collect();
        page.text(2, Style::Plain, &titles.join("; "));
    }
    page.gap();
    page.text(0, Style::Dim, &rung_rules::words::disclaimer(english()));
}

/// Three answers for a role and three against it say enough.
const MOST_SAID: usize = 3;

fn show_role(page: &mut Page, told: &Told<'_, '_>, role: usize, number: usize) {
    const COLUMN: usize = 4;
    let own = told.graph.roles[role];
    let verdict = told.ranks.prospects.all[role].gap.verdict;
    let mut head =
        Text::plain(&format!("{number:>2}. ")).with(Style::Is(verdict), page.terminal.sign(verdict));
    head.push(Style::Bold, &format!(" {}", own.title));
    head.push(Style::Dim, &format!(" · {}", own.id));
    page.line(&head);
    let closeness = &told.ranks.closeness[role];
    let steps = match closeness.steps {
        usize::MAX => "no way from your roles is known".to_owned(),
        1 => "1 step away".to_owned(),
        steps => format!("{steps} steps away"),
    };
    let left = words::left(told.telling.words, &told.ranks.prospects.all[role].left);
    page.text(COLUMN, Style::Plain, &format!("{steps}; {left}"));
    if let (By::Pay, Some(pay)) = (told.by, Pay::of(own)) {
        page.text(COLUMN, Style::Plain, &words::pay(told.telling.words, &pay));
    }
    if let (By::Interest, Some(score)) = (told.by, &told.scores[role]) {
        page.text(
            COLUMN,
            Style::Plain,
            &format!("{} of 100 by {} answers", score.percent(), score.because.len()),
        );
        let mut said: Vec<_> = score.because.iter().filter(|said| said.points != 0).collect();
        said.sort_by_key(|said| std::cmp::Reverse(said.points.abs()));
        for said in said.into_iter().take(MOST_SAID) {
            let sign = if said.points > 0 { "+" } else { "−" };
            page.labelled(COLUMN, COLUMN + 2, sign, Style::Plain, &words::said(told.telling.words, said));
        }
    }
}
