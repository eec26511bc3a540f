//! Consumer groups of a RocketMQ instance: `/rocketmq/{instance}/groups`, `…/new`, `…/{group}`, `…/{group}/reset`.
