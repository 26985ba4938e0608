//! Roles and settings as views: what they are like, whatever the record.
//!
//! Everything is the catalogue's own words, with where it was read ([`Role::cite`], [`Setting::cite`] and the cites of
//! pay); nothing is decided here but what belongs together.

use crate::{graph::CareerGraph, pay::Pay};
use rung_catalog::field::{
    AdjacentOccupation, Field, IndustryWages, NearbyPay, Places, Role, Setting, SettingPay,
};

/// What a role is like.
#[derive(Clone, Debug)]
pub struct RoleView<'a> {
    /// The role: its duties, asks, competencies, notes and sources.
    pub role: &'a Role,
    /// Where it is found by name; none for a role that is found everywhere, or nowhere that is described.
    pub settings: Vec<&'a Setting>,
    /// Hours and shifts of those settings, as far as they are told.
    pub hours: Vec<(&'a Setting, &'a str)>,
    /// What it pays, by a source that speaks of it.
    pub pay: Option<Pay<'a>>,
    /// What an occupation near it pays; never the pay of the role.
    pub nearby: Option<(&'a NearbyPay, &'a AdjacentOccupation)>,
    /// Roles that come before it, as indices of the graph's edges.
    pub before: Vec<usize>,
    /// Roles that may follow.
    pub after: Vec<usize>,
}

impl<'a> RoleView<'a> {
    /// Of a role of the graph.
    pub fn of(field: &'a Field, graph: &CareerGraph<'a>, role: usize) -> Self {
        let own = graph.roles[role];
        let settings: Vec<&Setting> =
            own.settings.named().iter().filter_map(|id| field.setting(id.as_str())).collect();
        let edges = |is_it: &dyn Fn(&crate::graph::Edge<'_>) -> bool| {
            graph.edges.iter().enumerate().filter(|(_, edge)| is_it(edge)).map(|(n, _)| n).collect()
        };
        Self {
            role: own,
            hours: settings
                .iter()
                .filter_map(|setting| Some((*setting, setting.schedule.as_deref()?)))
                .collect(),
            settings,
            pay: Pay::of(own),
            nearby: own
                .nearby_pay
                .as_ref()
                .and_then(|near| Some((near, field.wages.adjacent(&near.occupation)?))),
            before: edges(&|edge| edge.to == role),
            after: edges(&|edge| edge.from == role),
        }
    }
}

/// What a setting is like.
#[derive(Clone, Debug)]
pub struct SettingView<'a> {
    /// The setting: its duties, requirements, hours, notes and sources.
    pub setting: &'a Setting,
    /// What technicians earn in the industries in which it falls.
    pub pay: Vec<(&'a SettingPay, &'a IndustryWages)>,
    /// Roles that are found in it by name, in the order of the catalogue.
    pub roles: Vec<&'a Role>,
    /// Roles that are found everywhere.
    pub everywhere: Vec<&'a Role>,
    /// Roles that its work prepares for: Rung's reading, not a statement of a source.
    pub prepares_for: Vec<&'a Role>,
}

impl<'a> SettingView<'a> {
    /// Of a setting.
    pub fn of(field: &'a Field, setting: &'a Setting) -> Self {
        let roles = || field.roles.roles.iter();
        Self {
            setting,
            pay: (setting.pay.iter())
                .filter_map(|pay| Some((pay, field.wages.industry(&pay.industry)?)))
                .collect(),
            roles: roles().filter(|role| role.settings.named().contains(&setting.id)).collect(),
            everywhere: roles().filter(|role| role.settings == Places::All).collect(),
            prepares_for: setting.prepares_for.iter().filter_map(|id| field.role(id.as_str())).collect(),
        }
    }
}
