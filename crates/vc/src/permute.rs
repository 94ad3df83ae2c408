//! Every order of a few things, one after the other.

/// Puts `items` into the next order, counting as in a dictionary; `false` after the last.
/// Start from sorted items to meet every order once.
pub(crate) fn next<T: Ord>(items: &mut [T]) -> bool {
    let Some(pivot) = items.windows(2).rposition(|pair| pair[0] < pair[1]) else {
        return false;
    };
    let swap = items.iter().rposition(|item| *item > items[pivot]).expect("the item after the pivot is greater");
    items.swap(pivot, swap);
    items[pivot + 1..].reverse();
    true
}

#[cfg(test)]
mod tests {
    #[test]
    fn meets_every_order_once() {
        let mut items = [1, 2, 3];
        let mut seen = vec![items];
        while super::next(&mut items) {
            seen.push(items);
        }
        assert_eq!(seen.len(), 6);
        assert!(seen.is_sorted());
        assert!(!super::next::<u8>(&mut []));
    }
}
