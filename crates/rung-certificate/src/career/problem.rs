//! The problem as the file has it.

use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Problem {
    #[serde(rename = "T")]
    pub(super) weeks: i64,
    pub(super) cap: Capacity,
    #[serde(default)]
    pub(super) resources: Vec<Resource>,
    pub(super) steps: Vec<Step>,
    #[serde(default)]
    pub(super) cert: Vec<usize>,
    #[serde(default)]
    pub(super) choose: usize,
    #[serde(default)]
    pub(super) groups: Vec<Vec<usize>>,
    #[serde(default)]
    pub(super) lists: Vec<List>,
    #[serde(default)]
    pub(super) loads: Vec<Load>,
    #[serde(default)]
    pub(super) goals: Vec<usize>,
    pub(super) by: Option<i64>,
    pub(super) budget: Option<i64>,
    pub(super) most_hours: Option<i64>,
    pub(super) objectives: Option<Vec<String>>,
    #[serde(default)]
    pub(super) agreed: Vec<Option<i64>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Capacity {
    Every(i64),
    Weekly(Vec<i64>),
}

#[derive(Deserialize)]
pub(super) struct Resource {
    pub(super) cap: Capacity,
}

#[derive(Deserialize)]
pub(super) struct Step {
    #[serde(default)]
    pub(super) kind: String,
    pub(super) d: i64,
    #[serde(default)]
    pub(super) w: i64,
    #[serde(default)]
    pub(super) cost: i64,
    #[serde(default)]
    pub(super) uses: Vec<i64>,
    #[serde(default)]
    pub(super) and_: Vec<usize>,
    #[serde(default)]
    pub(super) or_: Vec<Vec<usize>>,
    #[serde(default)]
    pub(super) waits: Vec<(usize, i64)>,
    #[serde(default)]
    pub(super) within: Vec<(usize, i64)>,
    #[serde(default)]
    pub(super) from: i64,
    pub(super) dl: Option<i64>,
    #[serde(default)]
    pub(super) not: Vec<(i64, i64)>,
}

#[derive(Deserialize)]
pub(super) struct List {
    pub(super) of: Vec<usize>,
    #[serde(default)]
    pub(super) at_least: usize,
    pub(super) at_most: Option<usize>,
}

#[derive(Deserialize)]
pub(super) struct Load {
    pub(super) from: i64,
    pub(super) to: i64,
    #[serde(default)]
    pub(super) at_least: i64,
    pub(super) at_most: Option<i64>,
}
