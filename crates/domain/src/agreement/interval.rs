//! The ends of 95 % intervals.

/// The normal distribution's 97.5th percentile.
const Z: f64 = 1.959_963_984_540_054;

/// Wilson's 95 % interval of a share (Wilson 1927); none of nothing, nor of more than all.
pub fn wilson(successes: u64, of: u64) -> Option<(f64, f64)> {
    if of == 0 || successes > of {
        return None;
    }
    let (n, share, z2) = (of as f64, successes as f64 / of as f64, Z * Z);
    let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z / (1.0 + z2 / n) * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    Some(((middle - half).max(0.0), (middle + half).min(1.0)))
}

/// `value` ± Student's t of `n` − 1 times the root of `variance`, up to 1; none without a spread to judge from.
pub(super) fn interval(value: f64, variance: f64, n: f64) -> Option<(f64, f64)> {
    if n < 2.0 || variance.is_nan() || variance <= 1e-20 {
        return None;
    }
    let half = student(n - 1.0) * variance.sqrt();
    Some((value - half, (value + half).min(1.0)))
}

/// The 97.5th percentile of Student's t.
pub(super) fn student(freedom: f64) -> f64 {
    if freedom > 500.0 {
        // Abramowitz & Stegun 26.7.5; off by less than 1e-9 here.
        let odd = [Z, Z.powi(3), Z.powi(5), Z.powi(7)];
        return odd[0]
            + (odd[1] + odd[0]) / (4.0 * freedom)
            + (5.0 * odd[2] + 16.0 * odd[1] + 3.0 * odd[0]) / (96.0 * freedom.powi(2))
            + (3.0 * odd[3] + 19.0 * odd[2] + 17.0 * odd[1] - 15.0 * odd[0]) / (384.0 * freedom.powi(3));
    }
    let (mut low, mut high) = (1.0, 13.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if within(middle, freedom as u32) < 0.95 { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// How likely Student's t is between −`t` and `t`: the finite sums of Abramowitz & Stegun 26.7.3 and 26.7.4.
fn within(t: f64, freedom: u32) -> f64 {
    let angle = (t / f64::from(freedom).sqrt()).atan();
    let (sin, cos) = angle.sin_cos();
    let odd = freedom % 2 == 1;
    let first = if odd { cos } else { 1.0 };
    // Each term is the one before times cos² and a fraction whose parts grow by two.
    let (mut term, mut sum, mut k) = (first, 0.0, if odd { 1.0 } else { 0.0 });
    for _ in 0..(freedom.saturating_sub(u32::from(odd)) / 2) {
        sum += term;
        term *= cos * cos * (k + 1.0) / (k + 2.0);
        k += 2.0;
    }
    if odd { std::f64::consts::FRAC_2_PI * (angle + sin * sum) } else { sin * sum }
}
