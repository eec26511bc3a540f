//! Which field of the form the service complains about.

/// A field of the form that the service can refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Name,
    Description,
    Version,
    Product,
    Storage,
    Zones,
    Vpc,
    Subnet,
    SecurityGroup,
    PublicIps,
    EncryptionKey,
    User,
    Password,
    Window,
    Tags,
    Periods,
}

/// The field that an error code is about; `None` for an error of the whole request, such as a quota.
pub fn refused_field(code: &str) -> Option<Refused> {
    Some(match code {
        "DMS.00400010" | "DMS.00400060" | "DMS.00400081" => Refused::Name,
        "DMS.00400011" | "DMS.10240010" | "DMS.10240013" => Refused::Description,
        "DMS.00400008" => Refused::Version,
        "DMS.00400009" | "DMS.00400022" | "DMS.00400028" | "DMS.00400029" | "DMS.00400125" => {
            Refused::Product
        }
        "DMS.00400500" => Refused::Storage,
        "DMS.00400042" | "DMS.00400049" | "DMS.00400055" | "DMS.00400067" => Refused::Zones,
        "DMS.00400013" | "DMS.00400068" => Refused::Vpc,
        "DMS.00400016" | "DMS.00400018" | "DMS.00400020" => Refused::Subnet,
        "DMS.00400014" | "DMS.00400046" | "DMS.00400048" => Refused::SecurityGroup,
        "DMS.00400128" => Refused::PublicIps,
        "DMS.00400135" | "DMS.00400136" | "DMS.00400137" => Refused::EncryptionKey,
        "DMS.00400015" => Refused::User,
        "DMS.00400012" | "DMS.00400019" => Refused::Password,
        "DMS.00400106" => Refused::Window,
        "DMS.10240004" | "DMS.10240035" | "DMS.10240036" | "DMS.10240038" | "DMS.10240039"
        | "DMS.10240044" | "DMS.10240045" => Refused::Tags,
        "DMS.00400021" | "DMS.00400038" | "DMS.00400047" => Refused::Periods,
        _ => return None,
    })
}

/// Whether the service says that another instance has this name.
pub fn is_duplicate_name(code: &str) -> bool {
    matches!(code, "DMS.00400060" | "DMS.00400081")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complaints_reach_their_field() {
        assert_eq!(refused_field("DMS.00400060"), Some(Refused::Name));
        assert_eq!(refused_field("DMS.00400012"), Some(Refused::Password));
        assert_eq!(refused_field("DMS.00400035"), None, "a quota is nobody's fault");
        assert_eq!(refused_field(""), None);
    }
}
