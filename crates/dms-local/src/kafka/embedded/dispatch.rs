//! Which request is answered by what.

use bytes::BytesMut;
use kafka_protocol::messages::api_versions_response::ApiVersion;
use kafka_protocol::messages::{self as m, ApiKey};

use super::core::{Core, OffsetKey};
use super::producers::Producer;
use super::shared::Shared;
use super::wire::{Broken, Call};
use super::{describe, groups, metadata, reassign, records, rights, topics};
use crate::kafka::SERVICE_CLIENT;

/// The connection that a request came from.
pub(super) struct Peer {
    /// The broker it was sent to.
    pub broker: i32,
    /// The client's address as Kafka shows it, with a leading slash.
    pub host: String,
    /// The client's address and port.
    pub address: String,
    /// Number of the connection.
    pub connection: u64,
    /// Who logged in; empty where nobody has to.
    pub user: String,
}

/// Answers one request. `None` where the client wants no answer.
pub(super) async fn answer(
    shared: &Shared,
    peer: &Peer,
    call: &mut Call,
) -> Result<Option<BytesMut>, Broken> {
    let version = call.version;
    let frame = match call.key {
        ApiKey::Produce => {
            let mut request: m::ProduceRequest = call.read()?;
            let refused = rights::refuse_produce(shared, &peer.user, &mut request);
            let mut response = match request.topic_data.is_empty() {
                true => m::ProduceResponse::default(),
                false => shared.change(|core| records::produce(core, &request, version)).await?,
            };
            note_producer(shared, peer, &call.client_id, &response);
            response.responses.extend(refused);
            shared.appended.send_modify(|count| *count += 1);
            if request.acks == 0 {
                return Ok(None);
            }
            call.reply(&response)
        }
        ApiKey::Fetch => {
            let mut request: m::FetchRequest = call.read()?;
            let refused = rights::refuse_fetch(shared, &peer.user, &mut request);
            let mut response = records::fetch(shared, &request).await;
            response.responses.extend(refused);
            call.reply(&response)
        }
        ApiKey::JoinGroup => {
            let request: m::JoinGroupRequest = call.read()?;
            let response = groups::join(shared, &request, version, &call.client_id, &peer.host).await;
            call.reply(&response)
        }
        ApiKey::SyncGroup => {
            let request: m::SyncGroupRequest = call.read()?;
            call.reply(&groups::sync(shared, &request, version).await)
        }
        ApiKey::EndTxn => {
            let request: m::EndTxnRequest = call.read()?;
            let response = shared.change(|core| end_transaction(core, &request, version)).await?;
            shared.appended.send_modify(|count| *count += 1);
            call.reply(&response)
        }
        ApiKey::ApiVersions => api_versions(shared, call),
        _ => shared.change(|core| at_once(core, shared, peer, call)).await?,
    };
    frame.map(Some)
}

/// Notes the topics that a client, other than this service itself, has sent to.
fn note_producer(shared: &Shared, peer: &Peer, client: &str, response: &m::ProduceResponse) {
    if client == SERVICE_CLIENT {
        return;
    }
    for topic in &response.responses {
        if topic.partition_responses.iter().any(|partition| partition.error_code == 0) {
            let since = || shared.lock().engine.now_ms();
            let producer = || Producer { address: peer.address.clone(), broker: peer.broker, since: since() };
            shared.producers.sent(peer.connection, &topic.name, producer);
        }
    }
}

/// What the engine can, and what this broker adds.
fn api_versions(shared: &Shared, call: &mut Call) -> Result<BytesMut, Broken> {
    const UNSUPPORTED_VERSION: i16 = 35;
    const NEWEST: i16 = 3;
    let mut response = shared.lock().engine.handle_api_versions(call.version.min(NEWEST));
    let describe = ApiVersion::default().with_api_key(ApiKey::DescribeTopicPartitions as i16);
    response.api_keys.push(describe.with_min_version(0).with_max_version(0));
    for key in [ApiKey::AlterPartitionReassignments, ApiKey::ListPartitionReassignments] {
        let own = ApiVersion::default().with_api_key(key as i16);
        response.api_keys.push(own.with_min_version(0).with_max_version(0));
    }
    if call.version > NEWEST {
        // As Kafka: in the oldest form, which every client can read, so that it asks again.
        response.error_code = UNSUPPORTED_VERSION;
        return call.reply_as(&response, 0);
    }
    let _software: m::ApiVersionsRequest = call.read()?;
    call.reply(&response)
}

/// Requests that need no waiting.
fn at_once(core: &mut Core, shared: &Shared, peer: &Peer, call: &mut Call) -> Result<BytesMut, Broken> {
    let version = call.version;
    match call.key {
        ApiKey::Metadata => {
            let request = call.read()?;
            call.reply(&metadata::metadata(core, &shared.cluster_id, &request, version))
        }
        ApiKey::DescribeTopicPartitions => {
            let request = call.read()?;
            call.reply(&describe::topic_partitions(core, &request))
        }
        ApiKey::DescribeCluster => {
            let request = call.read()?;
            call.reply(&metadata::cluster(core, &shared.cluster_id, &request))
        }
        ApiKey::FindCoordinator => {
            let request = call.read()?;
            call.reply(&metadata::find_coordinator(core, &request, version))
        }
        ApiKey::ListGroups => {
            let request = call.read()?;
            call.reply(&metadata::groups(core, &request, version, peer.broker))
        }
        ApiKey::DescribeLogDirs => {
            let request = call.read()?;
            call.reply(&metadata::log_dirs(core, &request, peer.broker))
        }
        ApiKey::CreateTopics => {
            let request = call.read()?;
            call.reply(&topics::create(core, &request, version))
        }
        ApiKey::DeleteTopics => {
            let request = call.read()?;
            call.reply(&topics::delete(core, &request, version))
        }
        ApiKey::CreatePartitions => {
            let request = call.read()?;
            call.reply(&topics::extend(core, &request, version))
        }
        ApiKey::AlterPartitionReassignments => {
            let request = call.read()?;
            call.reply(&reassign::alter(core, &request))
        }
        ApiKey::ListPartitionReassignments => {
            let _request: m::ListPartitionReassignmentsRequest = call.read()?;
            call.reply(&reassign::ongoing())
        }
        ApiKey::ListOffsets => {
            let request = call.read()?;
            call.reply(&records::list_offsets(core, &request))
        }
        ApiKey::Heartbeat => {
            let request = call.read()?;
            call.reply(&groups::heartbeat(core, &request, version))
        }
        _ => match changing(core, call) {
            Some(reply) => reply,
            None => reading(core, call),
        },
    }
}

/// Requests that the engine answers alone, but whose changes have to be written.
fn changing(core: &mut Core, call: &mut Call) -> Option<Result<BytesMut, Broken>> {
    let version = call.version;
    let reply = match call.key {
        ApiKey::OffsetCommit => call.read::<m::OffsetCommitRequest>().and_then(|request| {
            for topic in &request.topics {
                for partition in &topic.partitions {
                    core.offset_changed(key(&request.group_id, &topic.name, partition.partition_index));
                }
            }
            call.reply(&core.engine.handle_offset_commit(&request, version))
        }),
        ApiKey::OffsetDelete => call.read::<m::OffsetDeleteRequest>().and_then(|request| {
            for topic in &request.topics {
                for partition in &topic.partitions {
                    core.offset_changed(key(&request.group_id, &topic.name, partition.partition_index));
                }
            }
            call.reply(&core.engine.handle_offset_delete(&request, version))
        }),
        ApiKey::DeleteGroups => call.read::<m::DeleteGroupsRequest>().and_then(|request| {
            let response = core.engine.handle_delete_groups(&request, version);
            for result in response.results.iter().filter(|result| result.error_code == 0) {
                core.group_deleted(&result.group_id);
            }
            call.reply(&response)
        }),
        ApiKey::DeleteRecords => call.read::<m::DeleteRecordsRequest>().and_then(|request| {
            request.topics.iter().for_each(|topic| core.log_changed(&topic.name));
            call.reply(&core.engine.handle_delete_records(&request, version))
        }),
        ApiKey::InitProducerId => call.read::<m::InitProducerIdRequest>().and_then(|request| {
            core.meta_changed();
            // A new instance of a transactional producer aborts what the old one left open.
            if let Some(id) = &request.transactional_id {
                transaction_changed(core, id, false);
            }
            call.reply(&core.engine.handle_init_producer_id(&request, version))
        }),
        ApiKey::AlterConfigs => call.read::<m::AlterConfigsRequest>().and_then(|request| {
            request.resources.iter().for_each(|resource| core.topic_changed(&resource.resource_name));
            core.meta_changed();
            call.reply(&core.engine.handle_alter_configs(&request, version))
        }),
        ApiKey::IncrementalAlterConfigs => {
            call.read::<m::IncrementalAlterConfigsRequest>().and_then(|request| {
                request.resources.iter().for_each(|resource| core.topic_changed(&resource.resource_name));
                core.meta_changed();
                call.reply(&core.engine.handle_incremental_alter_configs(&request, version))
            })
        }
        _ => return None,
    };
    Some(reply)
}

/// Requests that the engine answers alone and that leave nothing to write.
fn reading(core: &mut Core, call: &mut Call) -> Result<BytesMut, Broken> {
    macro_rules! engine {
        ($($key:ident => $handler:ident($request:ident)),+ $(,)?) => {
            match call.key {
                $(ApiKey::$key => {
                    let request: m::$request = call.read()?;
                    call.reply(&core.engine.$handler(&request, call.version))
                })+
                ApiKey::DescribeAcls | ApiKey::CreateAcls | ApiKey::DeleteAcls => acls(call),
                other => Err(Broken::Operation(other as i16)),
            }
        };
    }
    engine! {
        LeaveGroup => handle_leave_group(LeaveGroupRequest),
        OffsetFetch => handle_offset_fetch(OffsetFetchRequest),
        DescribeGroups => handle_describe_groups(DescribeGroupsRequest),
        DescribeConfigs => handle_describe_configs(DescribeConfigsRequest),
        OffsetForLeaderEpoch => handle_offset_for_leader_epoch(OffsetForLeaderEpochRequest),
        AddPartitionsToTxn => handle_add_partitions_to_txn(AddPartitionsToTxnRequest),
        AddOffsetsToTxn => handle_add_offsets_to_txn(AddOffsetsToTxnRequest),
        TxnOffsetCommit => handle_txn_offset_commit(TxnOffsetCommitRequest),
        DescribeTransactions => handle_describe_transactions(DescribeTransactionsRequest),
        ListTransactions => handle_list_transactions(ListTransactionsRequest),
        DescribeProducers => handle_describe_producers(DescribeProducersRequest),
        SaslHandshake => handle_sasl_handshake(SaslHandshakeRequest),
        SaslAuthenticate => handle_sasl_authenticate(SaslAuthenticateRequest),
    }
}

/// As a broker without an authorizer answers.
fn acls(call: &mut Call) -> Result<BytesMut, Broken> {
    const SECURITY_DISABLED: i16 = 54;
    let reason = || Some(metadata::text("No Authorizer is configured on the broker"));
    match call.key {
        ApiKey::DescribeAcls => {
            let _filter: m::DescribeAclsRequest = call.read()?;
            let response = m::DescribeAclsResponse::default();
            call.reply(&response.with_error_code(SECURITY_DISABLED).with_error_message(reason()))
        }
        ApiKey::CreateAcls => {
            let request: m::CreateAclsRequest = call.read()?;
            let results = request.creations.iter().map(|_| {
                let result = m::create_acls_response::AclCreationResult::default();
                result.with_error_code(SECURITY_DISABLED).with_error_message(reason())
            });
            call.reply(&m::CreateAclsResponse::default().with_results(results.collect()))
        }
        _ => {
            let request: m::DeleteAclsRequest = call.read()?;
            let results = request.filters.iter().map(|_| {
                let result = m::delete_acls_response::DeleteAclsFilterResult::default();
                result.with_error_code(SECURITY_DISABLED).with_error_message(reason())
            });
            call.reply(&m::DeleteAclsResponse::default().with_filter_results(results.collect()))
        }
    }
}

fn end_transaction(core: &mut Core, request: &m::EndTxnRequest, version: i16) -> m::EndTxnResponse {
    transaction_changed(core, &request.transactional_id, request.committed);
    core.engine.handle_end_txn(request, version)
}

/// Notes what the end of a transaction is about to change: markers in its partitions and, when it commits, offsets.
fn transaction_changed(core: &mut Core, id: &str, committed: bool) {
    let partitions = core.engine.txn_partitions.get(id);
    let topics: Vec<String> = partitions.into_iter().flatten().map(|(topic, _)| topic.clone()).collect();
    topics.iter().for_each(|topic| core.log_changed(topic));
    if committed {
        let pending = core.engine.txn_pending_offsets.get(id);
        let keys: Vec<OffsetKey> = pending.into_iter().flatten().map(|offset| offset.key.clone()).collect();
        keys.into_iter().for_each(|key| core.offset_changed(key));
    }
}

fn key(group: &str, topic: &str, partition: i32) -> OffsetKey {
    (group.to_owned(), topic.to_owned(), partition)
}
