/// Sorts by a number that is made of each item; items of one number keep their order.
///
/// One sort for all kinds of items: the standard library's is compiled anew for each, four kilobytes every time.
pub(crate) fn sort_by_number<T>(list: &mut [T], number: impl Fn(&T) -> u128) {
    if list.is_sorted_by_key(&number) {
        return;
    }
    let mut keys: Vec<(u128, u32)> = list.iter().map(number).zip(0..).collect();
    keys.sort_unstable();
    let mut order: Vec<u32> = keys.into_iter().map(|(_, from)| from).collect();
    // Each place takes its item from the place named in `order`; a cycle of places begins and ends at `first`, whose own
    // item is carried along.
    for first in 0..order.len() {
        let mut at = first;
        loop {
            let from = std::mem::replace(&mut order[at], at as u32) as usize;
            if from == first {
                break;
            }
            list.swap(at, from);
            at = from;
        }
    }
}

/// A number that sorts as `f32::total_cmp` does.
pub(crate) const fn ordered(value: f32) -> u32 {
    let bits = value.to_bits();
    if bits >> 31 == 0 { bits | 1 << 31 } else { !bits }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{ordered, sort_by_number};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(list in proptest::collection::vec((0_u8..20, any::<u16>()), 0..60)) {
            let mut expected = list.clone();
            expected.sort_by_key(|item| item.0);
            let mut sorted = list;
            sort_by_number(&mut sorted, |item| u128::from(item.0));
            prop_assert_eq!(sorted, expected);
        }

        #[test]
        fn floats_have_their_order(a in any::<f32>(), b in any::<f32>()) {
            prop_assert_eq!(ordered(a).cmp(&ordered(b)), a.total_cmp(&b));
        }
    }
}
