use super::wilson;

/// Fewer paired decisions than this raise no alarm.
pub const FEWEST: u64 = 20;

/// How agreement stands (2.13.10).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// Fewer than 20 paired decisions, or nothing can be computed: no alarm.
    TooFew,
    /// α or AC1 at least 0.80.
    Green,
    /// From 0.67.
    Amber,
    /// Below: no new work for outliers, recalibrate, look at the criterion's words.
    Red,
}

impl Light {
    /// The name in documents.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooFew => "too_few",
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
        }
    }
}

/// By the better of α and AC1, of `n` paired decisions.
pub fn light(n: u64, alpha: Option<f64>, ac1: Option<f64>) -> Light {
    let best = [alpha, ac1].into_iter().flatten().max_by(f64::total_cmp);
    match best {
        None => Light::TooFew,
        Some(_) if n < FEWEST => Light::TooFew,
        Some(best) if best >= 0.80 => Light::Green,
        Some(best) if best >= 0.67 => Light::Amber,
        Some(_) => Light::Red,
    }
}

/// What a κ is called; for showing only, never for deciding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// Up to 0.60.
    Less,
    /// 0.61–0.80.
    Substantial,
    /// From 0.81.
    AlmostPerfect,
}

/// By κ rounded to two digits.
pub fn band(kappa: f64) -> Band {
    match (kappa * 100.0).round() {
        percent if percent > 80.0 => Band::AlmostPerfect,
        percent if percent > 60.0 => Band::Substantial,
        _ => Band::Less,
    }
}

/// More than 5 % of verified decisions were overturned, and that is not chance: the lower end of Wilson's interval is above it, and
/// at least [`FEWEST`] were verified, since one overturned of one is above it too.
pub fn overturned_too_often(overturned: u64, verified: u64) -> bool {
    verified >= FEWEST && wilson(overturned, verified).is_some_and(|(low, _)| low > 0.05)
}
