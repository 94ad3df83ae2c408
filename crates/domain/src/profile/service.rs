use super::RiskTier;
use crate::Ts;

/// How long a decision may take (2.13.12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceTime {
    /// Hours by the clock.
    Hours(u32),
    /// Working days.
    WorkingDays(u32),
}

impl ServiceTime {
    /// When a decision on something sent at `from` is due.
    pub fn due(self, from: Ts) -> Ts {
        match self {
            ServiceTime::Hours(h) => from.plus_hours(h.into()),
            ServiceTime::WorkingDays(d) => from.plus_working_days(d),
        }
    }
}

/// The default service time of a tier (2.13.12).
pub fn service_time(tier: RiskTier) -> ServiceTime {
    match tier {
        RiskTier::A => ServiceTime::WorkingDays(10),
        RiskTier::B => ServiceTime::WorkingDays(5),
        RiskTier::C => ServiceTime::Hours(72),
    }
}

#[cfg(test)]
mod tests;
