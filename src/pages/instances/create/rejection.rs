//! Which field of the form the service complains about.

/// The JSON key of the field that an error code is about; `None` for an error of the whole request, such as a
/// quota.
pub fn refused_field(code: &str) -> Option<&'static str> {
    Some(match code {
        "DMS.00400010" | "DMS.00400060" | "DMS.00400081" => "name",
        "DMS.00400011" | "DMS.10240010" | "DMS.10240013" => "description",
        "DMS.00400008" => "engine_version",
        "DMS.00400009" | "DMS.00400022" | "DMS.00400028" | "DMS.00400029" => "product_id",
        "DMS.00400125" => "storage_spec_code",
        "DMS.00400500" => "storage_space",
        "DMS.00400042" | "DMS.00400049" | "DMS.00400055" | "DMS.00400067" => "available_zones",
        "DMS.00400013" | "DMS.00400068" => "vpc_id",
        "DMS.00400016" | "DMS.00400018" | "DMS.00400020" => "subnet_id",
        "DMS.00400014" | "DMS.00400046" | "DMS.00400048" => "security_group_id",
        "DMS.00400128" => "publicip_id",
        "DMS.00400135" | "DMS.00400136" | "DMS.00400137" => "disk_encrypted_key",
        "DMS.00400015" => "access_user",
        "DMS.00400012" | "DMS.00400019" => "password",
        "DMS.00400106" => "maintain_begin",
        "DMS.10240004" | "DMS.10240035" | "DMS.10240036" | "DMS.10240038" | "DMS.10240039"
        | "DMS.10240044" | "DMS.10240045" => "tags",
        "DMS.00400038" | "DMS.00400047" => "period_num",
        _ => return None,
    })
}

/// Whether the service says that another instance has this name.
pub fn is_duplicate_name(code: &str) -> bool {
    matches!(code, "DMS.00400060" | "DMS.00400081")
}

#[cfg(test)]
mod tests {
    use dms_api::rules::{Problem, dms_code};

    use super::*;

    #[test]
    fn what_the_rules_complain_about_with_a_code_of_its_own_comes_back_to_its_field() {
        let general = dms_code("no such field", &Problem::Unknown);
        for field in
            ["name", "description", "engine_version", "product_id", "storage_space", "password", "vpc_id"]
        {
            let code = dms_code(field, &Problem::Required);
            assert_ne!(code, general, "{field}");
            assert_eq!(refused_field(code), Some(field), "{code}");
        }
    }

    #[test]
    fn a_quota_is_no_fields_fault() {
        assert_eq!(refused_field("DMS.00400035"), None);
        assert_eq!(refused_field(""), None);
    }
}
