//! The one sort of the app. Each sort of another type would be 8 kB of code, so every list is ordered through this
//! one, by the numbers of its items.

use std::cmp::Ordering;

/// The numbers `0..len`, sorted stably. Descending turns the comparison round, not the result, so that rows that
/// compare equal keep their order.
pub fn sorted(len: usize, descending: bool, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..u32::try_from(len).unwrap_or(u32::MAX)).collect();
    order.sort_by(|a, b| {
        let (a, b) = if descending { (b, a) } else { (a, b) };
        compare(*a as usize, *b as usize)
    });
    order
}

/// `items` in order, stably.
pub fn in_order<T: Clone>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let by = |a: usize, b: usize| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    let order = sorted(items.len(), false, &by);
    order.into_iter().filter_map(|i| items.get(i as usize).cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_rows_keep_their_order_both_ways() {
        let values = [2, 1, 2, 1];
        let by = |a: usize, b: usize| values[a].cmp(&values[b]);
        assert_eq!(sorted(4, false, &by), [1, 3, 0, 2]);
        assert_eq!(sorted(4, true, &by), [0, 2, 1, 3]);
    }
}
