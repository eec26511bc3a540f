//! The networks of the account: DMS shows their names, and gets only their ids.

/// A named thing of the network service.
#[derive(Debug)]
pub struct Named {
    /// UUID.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// Address range, for subnets.
    pub cidr: &'static str,
}

/// Virtual private clouds.
pub static VPCS: [Named; 2] = [
    Named { id: "3db8490c-4d6d-4d8f-8d3f-047b0de4c5cf", name: "vpc-lakeside", cidr: "192.168.0.0/16" },
    Named { id: "b5c6a1f2-0d1e-4f3a-8b7c-6d5e4f3a2b1c", name: "vpc-staging", cidr: "10.20.0.0/16" },
];

/// Subnets.
pub static SUBNETS: [Named; 2] = [
    Named { id: "0a0f1fcb-f019-458d-b9e5-301867394d50", name: "subnet-messaging", cidr: "192.168.1.0/24" },
    Named { id: "5e4f3a2b-1c0d-4e9f-8a7b-6c5d4e3f2a1b", name: "subnet-staging", cidr: "10.20.1.0/24" },
];

/// Security groups.
pub static SECURITY_GROUPS: [Named; 2] = [
    Named { id: "23c5977f-ff33-4b95-a73e-08d8a0bc4e6c", name: "Sys-default", cidr: "" },
    Named { id: "aa75ae22-5c1d-4e8b-9f30-a9dec8c73220", name: "messaging-only", cidr: "" },
];

/// The name behind an id; ids that are not ours are taken as they are, like an unknown network's.
pub fn name_of(known: &'static [Named], id: &str) -> &'static str {
    known.iter().find(|named| named.id == id).map_or("unnamed", |named| named.name)
}

/// The address range of a subnet.
pub fn cidr_of(id: &str) -> &'static str {
    SUBNETS.iter().find(|subnet| subnet.id == id).map_or("192.168.0.0/24", |subnet| subnet.cidr)
}
