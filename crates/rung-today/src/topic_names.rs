//! What the topic designators of activity numbers mean.

use rung_catalog::{Catalog, DesignatedTopic};
use rung_formats::{TopicName, TopicNames};

/// The catalogue's designators, as the readers of files want to know them.
pub fn topic_names(catalog: &Catalog) -> TopicNames {
    let name = |topic: &DesignatedTopic| TopicName {
        code: topic.code.clone(),
        name: topic.name.clone(),
        other_names: Vec::new(),
        topics: topic.topics.clone(),
    };
    catalog.designated_topics.iter().map(name).collect()
}
