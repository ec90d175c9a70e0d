//! Products of small matrices, the same to the last bit on every machine: sums are taken in a fixed order.

/// Columns and rows that are worked on at once.
const WIDE: usize = 16;
const HIGH: usize = 4;

/// How the left factor lies: `left[row * by_row + inner * by_inner]`.
#[derive(Clone, Copy)]
pub(super) struct Steps {
    by_row: usize,
    by_inner: usize,
}

/// `out += left · right`, all by rows; `left` has `inner` columns, `right` and `out` have `width`.
pub(super) fn add_product(out: &mut [f32], left: &[f32], right: &[f32], inner: usize, width: usize) {
    product(out, left, Steps { by_row: inner, by_inner: 1 }, right, inner, width);
}

/// `out += leftᵀ · right`: `left` has as many columns as `out` has rows.
pub(super) fn add_transposed_product(out: &mut [f32], left: &[f32], right: &[f32], rows: usize, width: usize) {
    product(out, left, Steps { by_row: 1, by_inner: rows }, right, right.len() / width, width);
}

fn product(out: &mut [f32], left: &[f32], steps: Steps, right: &[f32], inner: usize, width: usize) {
    let rows = out.len() / width;
    let mut row = 0;
    while row < rows {
        let high = HIGH.min(rows - row);
        let mut column = 0;
        while column < width {
            let wide = WIDE.min(width - column);
            if high == HIGH && wide == WIDE {
                tile(out, left, steps, right, [row, column], inner, width);
            } else {
                edge(out, left, steps, right, [row, column, high, wide], inner, width);
            }
            column += wide;
        }
        row += high;
    }
}

fn tile(
    out: &mut [f32],
    left: &[f32],
    steps: Steps,
    right: &[f32],
    [row, column]: [usize; 2],
    inner: usize,
    width: usize,
) {
    let mut sums = [[0.0_f32; WIDE]; HIGH];
    for at in 0..inner {
        let values: &[f32; WIDE] = right[at * width + column..][..WIDE].try_into().expect("as wide");
        for (high, sums) in sums.iter_mut().enumerate() {
            let factor = left[(row + high) * steps.by_row + at * steps.by_inner];
            for (sum, value) in sums.iter_mut().zip(values) {
                *sum += factor * value;
            }
        }
    }
    for (high, sums) in sums.iter().enumerate() {
        let target = &mut out[(row + high) * width + column..][..WIDE];
        target.iter_mut().zip(sums).for_each(|(target, sum)| *target += sum);
    }
}

fn edge(
    out: &mut [f32],
    left: &[f32],
    steps: Steps,
    right: &[f32],
    [row, column, high, wide]: [usize; 4],
    inner: usize,
    width: usize,
) {
    for row in row..row + high {
        let mut sums = [0.0_f32; WIDE];
        for at in 0..inner {
            let factor = left[row * steps.by_row + at * steps.by_inner];
            let values = &right[at * width + column..][..wide];
            sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += factor * value);
        }
        let target = &mut out[row * width + column..][..wide];
        target.iter_mut().zip(&sums).for_each(|(target, sum)| *target += sum);
    }
}

/// The transpose of a matrix with `width` columns.
pub(super) fn transpose(matrix: &[f32], width: usize, out: &mut [f32]) {
    let rows = matrix.len() / width;
    for (row, values) in matrix.chunks_exact(width).enumerate() {
        for (column, &value) in values.iter().enumerate() {
            out[column * rows + row] = value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{add_product, add_transposed_product, transpose};

    #[test]
    fn products_are_sums_of_products() {
        let (rows, inner, width) = (7, 5, 37);
        let left: Vec<f32> = (0..rows * inner).map(|at| (at % 11) as f32 - 5.0).collect();
        let right: Vec<f32> = (0..inner * width).map(|at| (at % 7) as f32 - 3.0).collect();
        let mut out = vec![1.0; rows * width];
        add_product(&mut out, &left, &right, inner, width);
        let mut turned = vec![0.0; left.len()];
        transpose(&left, inner, &mut turned);
        let mut again = vec![1.0; rows * width];
        add_transposed_product(&mut again, &turned, &right, rows, width);
        for row in 0..rows {
            for column in 0..width {
                let sum: f32 = (0..inner).map(|at| left[row * inner + at] * right[at * width + column]).sum();
                assert!((out[row * width + column] - sum - 1.0).abs() < 1e-3);
                assert!((again[row * width + column] - sum - 1.0).abs() < 1e-3);
            }
        }
    }
}
