//! What the region offers: zones, flavours, maintenance windows (K5.9, R5.8).

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::AvailableZoneList;
use dms_api::models::kafka::{MaintainWindowList, ProductList};

use crate::auth::identity;
use crate::call::Call;
use crate::fail::{Code, Fail};
use crate::service::Service;
use crate::tables::{products, windows, zones};

/// `kafka.ListMaintainWindows`.
pub async fn maintain_windows(_: Arc<Service>, _: Call) -> Result<MaintainWindowList, Fail> {
    Ok(MaintainWindowList { maintain_windows: windows::answer() })
}

/// `ListAvailableZones` of both engines.
pub async fn zones(_: Arc<Service>, _: Call) -> Result<AvailableZoneList, Fail> {
    Ok(AvailableZoneList { region_id: identity::REGION.to_owned(), available_zones: zones::answer() })
}

/// `kafka.ListProducts`, for either engine.
pub async fn products(_: Arc<Service>, call: Call) -> Result<ProductList, Fail> {
    let name = call.param("engine");
    let engine = Engine::parse(name).ok_or_else(|| Code::PARAMETER.because("engine"))?;
    let wanted = call.query("product_id");
    let mut flavours = products::answer(engine);
    flavours.retain(|product| wanted.is_none_or(|id| id == product.product_id));
    Ok(ProductList {
        engine: name.to_owned(),
        versions: products::versions(engine).iter().map(|&version| version.to_owned()).collect(),
        products: flavours,
    })
}
