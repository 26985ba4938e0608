//! The problem, read by the checker itself.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{Problem, Refusal, Row, refuse};

/// Numbers of a problem must be smaller than this.
const LARGEST_NUMBER: i64 = 1 << 40;

#[derive(Deserialize)]
struct Instance {
    #[serde(rename = "A")]
    activities: Vec<Activity>,
    #[serde(rename = "O")]
    obligations: Vec<Obligation>,
}

#[derive(Deserialize)]
struct Activity {
    h: i64,
    cost: i64,
    topic: String,
    live: bool,
    tech: bool,
}

#[derive(Deserialize)]
struct Obligation {
    #[serde(rename = "T")]
    total: i64,
    subs: Map<String, Value>,
    caps: Map<String, Value>,
    elig: Vec<usize>,
}

/// The problem of a bare continuing-education instance (JSON).
///
/// Columns: the activities, then for each obligation its *classes* under a cap (activities alike in every attribute that
/// the obligation mentions), in the order of their first activity: the half-hours of the class that count. Rows: for each
/// obligation, "counted is no more than taken" for these classes, the total, the minimums, the caps that touch a class.
///
/// # Errors
/// What cannot be read.
pub fn ce_problem(text: &str) -> Result<Problem, Refusal> {
    let instance: Instance = read(text)?;
    let activities = &instance.activities;
    let mut problem = Problem {
        lower: vec![0; activities.len()],
        upper: vec![1; activities.len()],
        rows: Vec::new(),
        objectives: Vec::new(),
    };
    if activities
        .iter()
        .any(|a| !(0..LARGEST_NUMBER).contains(&a.h) || !(0..LARGEST_NUMBER).contains(&a.cost))
    {
        return refuse("hours or cost out of range");
    }
    for obligation in &instance.obligations {
        add_obligation(&mut problem, activities, obligation)?;
    }
    let columns = problem.lower.len();
    for (name, of) in [("cost", (|a| a.cost) as fn(&Activity) -> i64), ("half_hours", |a| a.h)] {
        let mut cost: Vec<i64> = activities.iter().map(of).collect();
        cost.resize(columns, 0);
        problem.objectives.push((name.to_owned(), cost));
    }
    for row in &mut problem.rows {
        clip(row, &problem.lower, &problem.upper);
    }
    Ok(problem)
}

fn add_obligation(problem: &mut Problem, activities: &[Activity], o: &Obligation) -> Result<(), Refusal> {
    let (minimums, caps) = (limits(&o.subs)?, limits(&o.caps)?);
    // The classes: which minimums and caps they fall under, and their activities.
    let mut classes: Vec<(Vec<bool>, Vec<bool>, Vec<usize>)> = Vec::new();
    let mut known: HashMap<(Vec<bool>, Vec<bool>), usize> = HashMap::new();
    let mut listed = vec![false; activities.len()];
    for &j in &o.elig {
        match listed.get_mut(j) {
            Some(seen) if !*seen => *seen = true,
            _ => return refuse(format!("activity {j} is listed twice or does not exist")),
        }
        let under = |list: &[(&str, i64)]| -> Result<Vec<bool>, Refusal> {
            list.iter().map(|(attribute, _)| has(&activities[j], attribute)).collect()
        };
        let key = (under(&minimums)?, under(&caps)?);
        let class = *known.entry(key.clone()).or_insert_with(|| {
            classes.push((key.0, key.1, Vec::new()));
            classes.len() - 1
        });
        classes[class].2.push(j);
    }
    let mut counted: Vec<Vec<(usize, i64)>> = Vec::new();
    for (_, under_caps, members) in &classes {
        let mut taken: Vec<(usize, i64)> = members.iter().map(|&j| (j, activities[j].h)).collect();
        let smallest = caps.iter().zip(under_caps).filter(|(_, under)| **under).map(|(cap, _)| cap.1).min();
        let Some(smallest) = smallest else {
            counted.push(taken);
            continue;
        };
        let column = problem.lower.len();
        problem.lower.push(0);
        problem.upper.push(smallest.min(taken.iter().map(|t| t.1).sum()));
        taken.push((column, -1));
        problem.rows.push(Row { terms: taken, least: 0 });
        counted.push(vec![(column, 1)]);
    }
    let sum = |belongs: &dyn Fn(usize) -> bool| -> Vec<(usize, i64)> {
        (0..classes.len()).filter(|&k| belongs(k)).flat_map(|k| counted[k].iter().copied()).collect()
    };
    problem.rows.push(Row { terms: sum(&|_| true), least: limit(o.total)? });
    for (i, (_, least)) in minimums.iter().enumerate() {
        problem.rows.push(Row { terms: sum(&|k| classes[k].0[i]), least: *least });
    }
    for (i, (_, most)) in caps.iter().enumerate() {
        let terms: Vec<_> = sum(&|k| classes[k].1[i]).into_iter().map(|(j, a)| (j, -a)).collect();
        if !terms.is_empty() {
            problem.rows.push(Row { terms, least: -most });
        }
    }
    Ok(())
}

fn limits(by_attribute: &Map<String, Value>) -> Result<Vec<(&str, i64)>, Refusal> {
    let entries = by_attribute.iter();
    entries.map(|(name, v)| Ok((name.as_str(), limit(v.as_i64().unwrap_or(-1))?))).collect()
}

fn limit(number: i64) -> Result<i64, Refusal> {
    if (0..LARGEST_NUMBER).contains(&number) { Ok(number) } else { refuse("a limit is out of range") }
}

fn has(activity: &Activity, attribute: &str) -> Result<bool, Refusal> {
    Ok(match attribute {
        "live" => activity.live,
        "home" => !activity.live,
        "tech" => activity.tech,
        "nontech" => !activity.tech,
        "topical" => activity.topic != "general",
        _ => match attribute.strip_prefix("topic:") {
            Some(topic) => activity.topic == topic,
            None => return refuse(format!("unknown attribute {attribute}")),
        },
    })
}

#[derive(Deserialize)]
struct Model {
    columns: Vec<(i64, i64)>,
    rows: Vec<ModelRow>,
    objectives: Vec<ModelObjective>,
}

#[derive(Deserialize)]
struct ModelRow {
    terms: Vec<(usize, i64)>,
    at_least: Option<i64>,
    at_most: Option<i64>,
}

#[derive(Deserialize)]
struct ModelObjective {
    name: String,
    terms: Vec<(usize, i64)>,
}

/// The problem of a model stated as rows (JSON):
/// `{"columns": [[lower, upper], …], "rows": [{"terms": [[column, coefficient], …], "at_least": 3}, …],
/// "objectives": [{"name": "cost", "terms": […]}]}`; a row has either `at_least` or `at_most`.
///
/// # Errors
/// What cannot be read.
pub fn model_problem(text: &str) -> Result<Problem, Refusal> {
    let model: Model = read(text)?;
    let (lower, upper): (Vec<i64>, Vec<i64>) = model.columns.into_iter().unzip();
    let mut problem = Problem { rows: Vec::new(), objectives: Vec::new(), lower, upper };
    let columns = problem.lower.len();
    let small = |n: i64| (-LARGEST_NUMBER..LARGEST_NUMBER).contains(&n);
    // Each column at most once: clipping relies on it.
    let sound = |terms: &[(usize, i64)]| {
        let mut seen = HashSet::new();
        terms.iter().all(|&(j, a)| j < columns && small(a) && seen.insert(j))
    };
    if !problem.lower.iter().chain(&problem.upper).all(|&bound| small(bound)) {
        return refuse("a bound is out of range");
    }
    for (i, row) in model.rows.into_iter().enumerate() {
        let (sign, least) = match (row.at_least, row.at_most) {
            (Some(least), None) if small(least) => (1, least),
            (None, Some(most)) if small(most) => (-1, -most),
            _ => return refuse(format!("row {i} needs one limit, in range")),
        };
        if !sound(&row.terms) {
            return refuse(format!("row {i} has a term out of range"));
        }
        let mut row = Row { terms: row.terms.iter().map(|&(j, a)| (j, sign * a)).collect(), least };
        clip(&mut row, &problem.lower, &problem.upper);
        problem.rows.push(row);
    }
    for objective in model.objectives {
        if !sound(&objective.terms) {
            return refuse(format!("objective {} has a term out of range", objective.name));
        }
        let mut cost = vec![0; columns];
        for (j, c) in objective.terms {
            cost[j] = c;
        }
        problem.objectives.push((objective.name, cost));
    }
    Ok(problem)
}

/// Clipping, as the crate's documentation explains.
fn clip(row: &mut Row, lower: &[i64], upper: &[i64]) {
    let worst = |&(j, a): &(usize, i64)| i128::from(a) * i128::from(if a > 0 { lower[j] } else { upper[j] });
    let lack = i128::from(row.least) - row.terms.iter().map(worst).sum::<i128>();
    for (j, a) in &mut row.terms {
        if lack > 0 && (lower[*j], upper[*j]) == (0, 1) && i128::from(*a) > lack {
            *a = lack as i64;
        }
    }
}

fn read<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, Refusal> {
    serde_json::from_str(text).map_err(|e| Refusal(format!("the problem cannot be read: {e}")))
}
