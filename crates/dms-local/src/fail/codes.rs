//! The references' error codes, as far as the service answers them.

/// An error code of the references with its status and sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// HTTP status.
    pub status: u16,
    /// `DMS.…` or `APIGW.…`.
    pub code: &'static str,
    /// What the reference says.
    pub message: &'static str,
}

macro_rules! codes {
    ($($name:ident = $status:literal $code:literal $message:literal;)*) => {
        impl Code {
            $(#[doc = $message] pub const $name: Self = Self { status: $status, code: $code, message: $message };)*

            const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

codes! {
    BODY_EMPTY = 400 "DMS.00400004" "The request body is empty.";
    BODY_NOT_JSON = 400 "DMS.00400005" "The message body is not in JSON format or contains invalid characters.";
    PRODUCT_ID = 400 "DMS.00400009" "Invalid product_id.";
    UNSUPPORTED_VERSION = 400 "DMS.00400008" "Unsupported version.";
    INSTANCE_NAME = 400 "DMS.00400010" "Invalid instance name. The name must be 4 to 64 characters long. Only letters, digits, underscores (_), and hyphens (-) are allowed.";
    DESCRIPTION = 400 "DMS.00400011" "The instance description can contain a maximum of 1024 characters.";
    PASSWORD = 400 "DMS.00400012" "The password does not meet the complexity requirements.";
    VPC_EMPTY = 400 "DMS.00400013" "vpc_id in the request is empty.";
    SECURITY_GROUP_EMPTY = 400 "DMS.00400014" "security_group_id in the request is empty.";
    USER_NAME = 400 "DMS.00400015" "Invalid username. A username must be 4 to 64 characters long and consist of only letters, digits, and hyphens (-).";
    SUBNET_EMPTY = 400 "DMS.00400016" "subnet_id in the request is empty.";
    JOB_RUNNING = 400 "DMS.00400017" "This DMS instance job task is still running.";
    ENGINE_PRODUCT = 400 "DMS.00400022" "Engine does not match the product id.";
    STATUS_FORBIDS = 400 "DMS.00400026" "This operation is not allowed due to the instance status.";
    INSTANCE_QUOTA = 400 "DMS.00400035" "DMS instance quota of the tenant is insufficient.";
    PERIOD_NUM = 400 "DMS.00400038" "The periodNum parameter in the request must be an integer.";
    QUOTA = 400 "DMS.00400039" "The quota limit has been reached.";
    ZONE_UNKNOWN = 400 "DMS.00400042" "The AZ does not exist.";
    PERIOD_TYPE = 400 "DMS.00400047" "The periodType parameter in the request must be either 2 or 3.";
    ZONE_IPV6 = 400 "DMS.00400049" "The availability zone does not support ipv6.";
    SOLD_OUT = 400 "DMS.00400055" "Resource sold out.";
    NAME_TAKEN = 400 "DMS.00400060" "This instance name already exists.";
    PARAMETER = 400 "DMS.00400062" "Invalid request parameter.";
    ACTION = 400 "DMS.00400064" "The action parameter in the request must be delete or restart.";
    INSTANCES_EMPTY = 400 "DMS.00400065" "The instances parameter in the request is empty.";
    ZONES = 400 "DMS.00400067" "The available_zones parameter in the request must be an array that contains only one AZ ID.";
    ID_REPEATED = 400 "DMS.00400082" "Instance id is repeated.";
    BODY_KEY = 400 "DMS.00400085" "The message body contains invalid characters or is not in JSON format. The error key is <key>.";
    DELETE_FORBIDDEN = 400 "DMS.00400099" "The following instances in the Creating, Starting, Stopping, or Restarting state cannot be deleted.";
    TOO_MANY_IDS = 400 "DMS.00400100" "The instances array can contain a maximum of 50 instance IDs.";
    TOPIC_NAME = 400 "DMS.00400101" "The name of a Kafka topic must be 3 to 200 characters long and start with a letter. Only letters, digits, underscores (_), hyphens (-), and periods (.) are allowed.";
    TOPIC_PARTITIONS = 400 "DMS.00400102" "The number of partitions created for a Kafka topic must be within the range of 1-100.";
    TOPIC_REPLICAS = 400 "DMS.00400103" "The number of replicas created for a Kafka topic must be within the range of 1-3.";
    TOPIC_RETENTION = 400 "DMS.00400105" "The message retention period of a Kafka topic must be within the range of 1-720.";
    WINDOW = 400 "DMS.00400106" "Invalid maintenance time window.";
    SPEC_CODE = 400 "DMS.00400125" "Invalid SPEC_CODE.";
    RETENTION_POLICY = 400 "DMS.00400127" "Instance not support to change retention_policy.";
    PUBLIC_ACCESS = 400 "DMS.00400128" "Invalid public access parameters.";
    DISK_KEY = 400 "DMS.00400136" "Disk encrypted key is null.";
    DISK_SPACE = 400 "DMS.00400500" "Invalid disk space.";
    TOPIC_TAKEN = 400 "DMS.00400800" "Duplicate topic name.";
    UNSUPPORTED_TYPE = 400 "DMS.00400007" "Unsupported type.";
    INSTANCE_ID = 400 "DMS.00400061" "Invalid instance ID format.";
    CONFIG = 400 "DMS.00400063" "Invalid configuration parameter.";
    KAFKA_REFUSED = 400 "DMS.00400800" "Invalid parameter.";
    REPLICAS_EXCEED_BROKERS = 400 "DMS.00400861" "Replication factor larger than available brokers.";
    GROUP_NAME = 400 "DMS.10240007" "The name contains invalid characters.";
    GROUP_NAME_LENGTH = 400 "DMS.10240011" "The name length must be 3 to 64 characters.";
    GROUP_TAKEN = 400 "DMS.10240018" "The consumer group already exists.";
    TASK_ID = 400 "DMS.00400070" "Invalid task ID format.";
    EXTEND_TIMES = 400 "DMS.00400124" "The maximum number of disk expansion times has been reached.";
    TIMESTAMP = 400 "DMS.00400142" "Timestamp is invalid.";
    TOO_MANY_GROUPS = 400 "DMS.10240019" "The number of consumer groups exceeds the upper limit.";
    CONSUMING_FAILED = 400 "DMS.10542204" "Failed to consume messages.";
    GROUP_OFFLINE = 400 "DMS.50050004" "The consumer group is offline.";
    ACCESS_DENIED = 403 "DMS.10240309" "Access denied. You cannot perform operations on DMS.";
    GROUP_UNKNOWN = 404 "DMS.10240405" "The consumption group ID is incorrect or not found.";
    TAG_KEY_LENGTH = 400 "DMS.10240035" "The tag key is empty or too long.";
    TAG_KEY = 400 "DMS.10240036" "The tag key contains invalid characters.";
    TAG_VALUE_LENGTH = 400 "DMS.10240038" "The tag value is too long.";
    TAG_VALUE = 400 "DMS.10240039" "The tag value contains invalid characters.";
    TAG_ACTION = 400 "DMS.10240040" "You can only create or delete tags.";
    PAGE_SIZE = 400 "DMS.10240042" "The number of records on each page for pagination query exceeds the upper limit.";
    PAGE_OFFSET = 400 "DMS.10240043" "The number of skipped records for pagination query exceeds the upper limit.";
    TOO_MANY_TAGS = 400 "DMS.10240044" "A maximum of 20 tags can be created.";
    TAG_REPEATED = 400 "DMS.10240045" "The tag key has been used.";
    MESSAGE_TOO_LARGE = 400 "DMS.10540011" "The message is larger than the size limit.";
    TOKEN_INVALID = 401 "DMS.10240101" "Invalid token.";
    TOKEN_EXPIRED = 401 "DMS.10240102" "Expired token.";
    TOKEN_MISSING = 401 "DMS.10240103" "Missing token.";
    TOKEN_PROJECT = 401 "DMS.10240104" "The project ID and token do not match.";
    GATEWAY_AUTH = 401 "APIGW.0301" "Incorrect IAM authentication information";
    URL_UNKNOWN = 404 "DMS.00404001" "The requested URL does not exist.";
    TASK_UNKNOWN = 404 "DMS.00404001" "There is no such task.";
    INSTANCE_UNKNOWN = 404 "DMS.00404022" "This instance does not exist.";
    TOPIC_UNKNOWN = 404 "DMS.10540401" "The queue name does not exist.";
    FLOW_CONTROL = 404 "DMS.10240407" "The request is too frequent. Flow control is being performed. Please try again later.";
    TAG_UNKNOWN = 404 "DMS.10240426" "No tag containing this key exists.";
    METHOD = 405 "DMS.00405001" "This request method is not allowed.";
    TOO_LARGE = 413 "APIGW.0201" "Request entity too large";
    INTERNAL = 500 "DMS.00500000" "Internal service error.";
    NOT_BUILT = 501 "DMS.00500000" "The local DMS does not answer this operation yet";
    CLUSTER_AWAY = 500 "DMS.00500106" "Internal service error.";
}

impl Code {
    /// The code as the rules of the contract name it; one that has no sentence here is an invalid parameter.
    pub fn named(code: &'static str) -> Self {
        let known = Self::ALL.iter().find(|known| known.code == code).copied();
        known.unwrap_or(Self { code, ..Self::PARAMETER })
    }
}
