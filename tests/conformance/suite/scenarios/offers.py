"""What the region offers: zones, flavours, maintenance windows (K5.9, R5.8)."""

from ..world import check


def zones(world):
    zones = world.kafka.call("list_available_zones").available_zones
    check(len({zone.id for zone in zones}), len(zones), "every zone has an id of its own")
    check(sum(zone.default_az == "true" or zone.default_az is True for zone in zones), 1, "default zones")
    check({zone.sold_out for zone in zones}, {False, True}, "zones with and without room")
    answer = world.rocketmq.call("list_available_zones")
    check([zone.id for zone in answer.available_zones], [zone.id for zone in zones], "one region, the same zones")


def flavours(world):
    products = world.kafka.call("list_engine_products", engine="kafka").products
    check(
        all(product.product_id.endswith(".cluster") or "." in product.product_id for product in products), True, "ids"
    )
    only = world.kafka.call("list_engine_products", engine="kafka", product_id=products[0].product_id).products
    check([product.product_id for product in only], [products[0].product_id], "one flavour by its id")


def windows(world):
    windows = world.kafka.call("show_maintain_windows").maintain_windows
    check(sum(window.default for window in windows), 1, "default windows")
    check(sorted(window.seq for window in windows), list(range(1, len(windows) + 1)), "numbered from one")
