//! What an order says of an instance of either engine.

/// The [`InstanceSpec`](crate::instance::InstanceSpec) of an order, as far as both engines' bodies have the same
/// fields. The bodies are types of their own, because they follow two tables of the references (K5.1.1, R5.1.1).
/// `$window` is the maintenance window: begin and end.
macro_rules! ordered {
    ($body:expr, $window:expr) => {{
        let (body, (maintain_begin, maintain_end)) = (&$body, $window);
        $crate::instance::InstanceSpec {
            description: body.description.clone().unwrap_or_default(),
            engine_version: body.engine_version.clone(),
            product_id: body.product_id.clone(),
            broker_num: u32::try_from(body.broker_num).unwrap_or_default(),
            storage_space: u64::try_from(body.storage_space).unwrap_or_default(),
            storage_spec_code: body.storage_spec_code.clone(),
            vpc_id: body.vpc_id.clone(),
            subnet_id: body.subnet_id.clone(),
            security_group_id: body.security_group_id.clone(),
            available_zones: body.available_zones.clone(),
            maintain_begin,
            maintain_end,
            enterprise_project_id: body.enterprise_project_id.clone().unwrap_or_else(|| "0".to_owned()),
            ssl_enable: body.ssl_enable.unwrap_or_default(),
            enable_publicip: body.enable_publicip.unwrap_or_default(),
            publicip_id: body.publicip_id.clone().unwrap_or_default(),
            ipv6_enable: body.ipv6_enable.unwrap_or_default(),
            ..$crate::instance::InstanceSpec::default()
        }
    }};
}

pub(super) use ordered;
