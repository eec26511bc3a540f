//! What the demo's messages say: JSON made of numbers, so that number N is always the same message.

use bytes::Bytes;
use dms_api::time;
use serde_json::{Value, json};

use crate::kafka::NewRecord;

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An order.
    Order,
    /// A payment.
    Payment,
    /// A parcel.
    Shipment,
    /// Stock of an article.
    Stock,
    /// A click.
    Click,
    /// A line of a log.
    Log,
    /// What a label scanner read: bytes, and now and then nothing.
    Scan,
}

const CUSTOMERS: [&str; 8] =
    ["王芳", "Anna Keller", "李伟", "Tom Bright", "陈静", "Sofia Rossi", "张敏", "Yusuf Demir"];
const CITIES: [&str; 6] = ["Zürich", "上海", "Hamburg", "深圳", "Lyon", "Oslo"];
const ARTICLES: [(&str, &str, u64); 6] = [
    ("TEA-250", "Green tea 250 g", 1250),
    ("CUP-001", "Porcelain cup", 1890),
    ("LMP-014", "Desk lamp", 5900),
    ("BAG-220", "Canvas bag", 3450),
    ("BOOK-77", "Lakes of the north", 2800),
    ("KB-87", "机械键盘", 42900),
];
const PAGES: [&str; 6] = ["/", "/search", "/tea", "/lamps", "/cart", "/checkout"];
const SERVICES: [&str; 5] = ["checkout", "catalogue", "payments", "search", "gateway"];

/// Message number `n` of its kind, as of `at` (milliseconds since 1970).
pub fn record(kind: Kind, n: u64, at: i64) -> NewRecord {
    let mut dice = Dice(n.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03);
    if kind == Kind::Scan {
        return scan(n, at, &mut dice);
    }
    let (key, value) = match kind {
        Kind::Order => order(n, at, &mut dice),
        Kind::Payment => payment(n, at, &mut dice),
        Kind::Shipment => shipment(n, at, &mut dice),
        Kind::Stock => stock(at, &mut dice),
        Kind::Click => click(at, &mut dice),
        Kind::Log | Kind::Scan => log(at, &mut dice),
    };
    let trace = format!("{:016x}", dice.next());
    NewRecord {
        key: Some(Bytes::from(key)),
        value: Some(Bytes::from(value.to_string())),
        headers: vec![
            ("trace-id".to_owned(), Bytes::from(trace)),
            ("content-type".to_owned(), Bytes::from_static(b"application/json")),
        ],
        timestamp: Some(at),
    }
}

fn order(n: u64, at: i64, dice: &mut Dice) -> (String, Value) {
    let items: Vec<Value> = (0..=dice.below(3))
        .map(|_| {
            let (sku, name, price) = *dice.pick(&ARTICLES);
            json!({ "sku": sku, "name": name, "quantity": 1 + dice.below(4), "price": money(price) })
        })
        .collect();
    let customer = dice.below(900);
    let value = json!({
        "order_id": format!("SO-{:07}", 4_200_000 + n),
        "customer": { "id": format!("C-{customer:04}"), "name": dice.pick(&CUSTOMERS), "city": dice.pick(&CITIES) },
        "items": items,
        "currency": "CHF",
        "status": dice.pick(&["CREATED", "CREATED", "PAID", "SHIPPED", "CANCELLED"]),
        "created_at": time::iso(at),
    });
    (format!("C-{customer:04}"), value)
}

fn payment(n: u64, at: i64, dice: &mut Dice) -> (String, Value) {
    let order = format!("SO-{:07}", 4_200_000 + n);
    let value = json!({
        "payment_id": format!("P-{:016x}", dice.next()),
        "order_id": order,
        "amount": money(1000 + dice.below(90_000)),
        "currency": "CHF",
        "method": dice.pick(&["card", "alipay", "wechat_pay", "twint", "invoice"]),
        "result": dice.pick(&["APPROVED", "APPROVED", "APPROVED", "DECLINED"]),
        "at": time::iso(at),
    });
    (order, value)
}

fn shipment(n: u64, at: i64, dice: &mut Dice) -> (String, Value) {
    let order = format!("SO-{:07}", 4_200_000 + n);
    let value = json!({
        "order_id": order,
        "carrier": dice.pick(&["SwissPost", "SF Express", "DHL"]),
        "tracking": format!("{:012}", dice.below(1_000_000_000_000)),
        "state": dice.pick(&["LABELLED", "PICKED_UP", "IN_TRANSIT", "DELIVERED"]),
        "city": dice.pick(&CITIES),
        "at": time::iso(at),
    });
    (order, value)
}

fn stock(at: i64, dice: &mut Dice) -> (String, Value) {
    let (sku, name, _) = *dice.pick(&ARTICLES);
    let value = json!({ "sku": sku, "name": name, "warehouse": dice.pick(&CITIES), "left": dice.below(500), "at": time::iso(at) });
    (sku.to_owned(), value)
}

fn click(at: i64, dice: &mut Dice) -> (String, Value) {
    let session = format!("{:012x}", dice.below(1 << 40));
    let value = json!({
        "session": session,
        "page": dice.pick(&PAGES),
        "x": dice.below(1440),
        "y": dice.below(900),
        "agent": dice.pick(&["Chrome/141", "Safari/19", "Firefox/145", "MicroMessenger/8"]),
        "country": dice.pick(&["CH", "CN", "DE", "FR", "NO"]),
        "at": time::iso(at),
    });
    (session, value)
}

fn log(at: i64, dice: &mut Dice) -> (String, Value) {
    let service = *dice.pick(&SERVICES);
    let (level, message) = *dice.pick(&[
        ("INFO", "request served"),
        ("INFO", "request served"),
        ("INFO", "cache refreshed"),
        ("WARN", "slow query: 1.8 s"),
        ("ERROR", "upstream timed out after 3 attempts"),
    ]);
    let value = json!({
        "ts": time::iso(at),
        "level": level,
        "service": service,
        "message": message,
        "ms": dice.below(900),
        "trace_id": format!("{:016x}", dice.next()),
    });
    (service.to_owned(), value)
}

/// A key every third time, bytes that are no UTF-8, a deletion of the key every tenth time.
fn scan(n: u64, at: i64, dice: &mut Dice) -> NewRecord {
    let key = dice.next().to_be_bytes().to_vec();
    let frame: Vec<u8> = (0..6).flat_map(|_| dice.next().to_be_bytes()).collect();
    NewRecord {
        key: (n.is_multiple_of(3) || n % 10 == 7).then(|| Bytes::from(key)),
        value: (n % 10 != 7).then(|| Bytes::from(frame)),
        headers: vec![("content-type".to_owned(), Bytes::from_static(b"application/octet-stream"))],
        timestamp: Some(at),
    }
}

fn money(cents: u64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// A small generator of numbers that look random (splitmix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    fn pick<'t, T, const N: usize>(&mut self, of: &'t [T; N]) -> &'t T {
        // N is never 0 and the index is always below it.
        &of[usize::try_from(self.below(N as u64)).unwrap_or_default() % N]
    }
}
