//! Tags of both engines' instances (K5.8, R5.7).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use dms_api::models::{ProjectTag, ProjectTagList, Tag, TagList};
use dms_api::ops::shared::ChangeTagsBody;
use dms_api::rules;

use super::instances::{self, engine_of};
use crate::call::Call;
use crate::fail::{Code, Fail, check};
use crate::service::Service;

/// `ChangeTags`: all or none.
pub async fn change(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let instance = instances::own(&service, &call).await?;
    let body: ChangeTagsBody = call.body()?;
    if body.tags.is_empty() {
        return Err(Code::PARAMETER.because("tags"));
    }
    match body.action.as_str() {
        ChangeTagsBody::CREATE => {
            check(rules::tags(&body.tags))?;
            let tags = body.tags.into_iter().map(|tag| (tag.key, tag.value)).collect();
            let added = service.store.add_tags(instance.id, tags, rules::TAGS_PER_INSTANCE).await?;
            added.map_err(|_| Code::TOO_MANY_TAGS.into())
        }
        ChangeTagsBody::DELETE => {
            let keys = body.tags.into_iter().map(|tag| tag.key).collect();
            match service.store.remove_tags(instance.id, keys).await?.first() {
                Some(missing) => Err(Code::TAG_UNKNOWN.because(missing)),
                None => Ok(()),
            }
        }
        _ => Err(Code::TAG_ACTION.into()),
    }
}

/// `ListTags`.
pub async fn list(service: Arc<Service>, call: Call) -> Result<TagList, Fail> {
    let instance = instances::own(&service, &call).await?;
    let tags = service.store.tags(instance.id).await?;
    Ok(TagList { tags: tags.into_iter().map(|(key, value)| Tag { key, value }).collect() })
}

/// `ListProjectTags`.
pub async fn list_of_project(service: Arc<Service>, call: Call) -> Result<ProjectTagList, Fail> {
    let engine = engine_of(call.spec);
    let all = service.store.all_instances().await?;
    let ours = all.into_iter().filter(|i| i.project_id == call.param("project_id") && i.engine == engine);
    let mut tags = service.store.tags_of_all().await?;
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (key, value) in ours.filter_map(|i| tags.remove(&i.id)).flatten() {
        keys.entry(key).or_default().insert(value);
    }
    let tags = keys.into_iter().map(|(key, values)| ProjectTag {
        key,
        values: values.into_iter().collect(),
        ..Default::default()
    });
    Ok(ProjectTagList { tags: tags.collect() })
}
