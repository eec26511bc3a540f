//! Regions of the cloud and their endpoints, as the official SDKs know them. Both engines share one endpoint.

/// A region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its id, `eu-west-0`; also the name of its default project.
    pub id: &'static str,
    /// Address of DMS, without a slash at the end.
    pub dms: &'static str,
    /// Address of IAM.
    pub iam: &'static str,
    /// Whether the SDKs name the IAM address; otherwise it follows from the pattern of the others.
    pub iam_known: bool,
    /// English name, `""` where it is not known for sure.
    pub en: &'static str,
    /// Chinese name, `""` where it is not known for sure.
    pub zh: &'static str,
}

macro_rules! region {
    ($id:literal, $tld:literal, $iam:ident, $en:literal, $zh:literal) => {
        Region {
            id: $id,
            dms: concat!("https://dms.", $id, ".myhuaweicloud.", $tld),
            iam: concat!("https://iam.", $id, ".myhuaweicloud.", $tld),
            iam_known: region!(@$iam),
            en: $en,
            zh: $zh,
        }
    };
    (@known) => { true };
    (@guessed) => { false };
}

/// All regions that serve DMS, by id. Private and partner editions have endpoints of their own, so an address
/// must always stay editable.
pub static ALL: &[Region] = &[
    region!("ae-ad-1", "com", known, "AE-Abu Dhabi", "阿联酋-阿布扎比"),
    region!("af-north-1", "com", guessed, "AF-Cairo", "非洲-开罗"),
    region!("af-south-1", "com", known, "AF-Johannesburg", "非洲-约翰内斯堡"),
    region!("ap-southeast-1", "com", known, "CN-Hong Kong", "中国-香港"),
    region!("ap-southeast-2", "com", known, "AP-Bangkok", "亚太-曼谷"),
    region!("ap-southeast-3", "com", known, "AP-Singapore", "亚太-新加坡"),
    region!("ap-southeast-4", "com", known, "AP-Jakarta", "亚太-雅加达"),
    region!("ap-southeast-5", "com", guessed, "AP-Manila", "亚太-马尼拉"),
    region!("cn-east-2", "com", known, "CN East-Shanghai2", "华东-上海二"),
    region!("cn-east-3", "com", known, "CN East-Shanghai1", "华东-上海一"),
    region!("cn-east-4", "com", known, "", ""),
    region!("cn-east-5", "com", known, "CN East-Qingdao", "华东-青岛"),
    region!("cn-north-1", "com", known, "CN North-Beijing1", "华北-北京一"),
    region!("cn-north-11", "com", guessed, "", ""),
    region!("cn-north-12", "com", known, "", ""),
    region!("cn-north-2", "com", known, "CN North-Beijing2", "华北-北京二"),
    region!("cn-north-4", "com", known, "CN North-Beijing4", "华北-北京四"),
    region!("cn-north-9", "com", known, "CN North-Ulanqab1", "华北-乌兰察布一"),
    region!("cn-south-1", "com", known, "CN South-Guangzhou", "华南-广州"),
    region!("cn-south-2", "com", known, "CN South-Shenzhen", "华南-深圳"),
    region!("cn-south-4", "com", guessed, "", ""),
    region!("cn-southwest-2", "com", known, "CN Southwest-Guiyang1", "西南-贵阳一"),
    region!("cn-southwest-3", "com", guessed, "", ""),
    region!("eu-west-0", "com", known, "EU-Paris", "欧洲-巴黎"),
    region!("eu-west-101", "eu", known, "EU-Dublin", "欧洲-都柏林"),
    region!("la-north-2", "com", known, "LA-Mexico City2", "拉美-墨西哥城二"),
    region!("la-south-2", "com", known, "LA-Santiago", "拉美-圣地亚哥"),
    region!("me-east-1", "com", known, "ME-Riyadh", "中东-利雅得"),
    region!("my-kualalumpur-1", "com", known, "AP-Kuala Lumpur", "亚太-吉隆坡"),
    region!("na-mexico-1", "com", known, "LA-Mexico City1", "拉美-墨西哥城一"),
    region!("ru-moscow-1", "com", known, "RU-Moscow", "俄罗斯-莫斯科"),
    region!("ru-northwest-2", "com", guessed, "", ""),
    region!("sa-brazil-1", "com", known, "LA-Sao Paulo1", "拉美-圣保罗一"),
    region!("tr-west-1", "com", known, "TR-Istanbul", "土耳其-伊斯坦布尔"),
];

/// The region with this id.
pub fn by_id(id: &str) -> Option<&'static Region> {
    ALL.iter().find(|region| region.id == id)
}

/// The region whose DMS or IAM endpoint this is; a slash at the end does not matter.
pub fn by_endpoint(url: &str) -> Option<&'static Region> {
    let url = url.trim_end_matches('/');
    ALL.iter().find(|region| region.dms == url || region.iam == url)
}
