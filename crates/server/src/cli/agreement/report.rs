//! What was found, for programs and for people.

use domain::agreement::{self, Band, Estimate, Level, Light, Ratings};
use exchange::ratings;
use serde_json::{Value, json};

/// A measure: its name in JSON, its name for people, and what it came to.
type Measure = (&'static str, &'static str, Option<Estimate>);

pub(super) struct Report<'t> {
    table: &'t ratings::Ratings,
    level: &'static str,
    items: u64,
    compared: u64,
    given: usize,
    measures: Vec<Measure>,
    severity: Vec<Option<Estimate>>,
    light: Light,
}

impl<'t> Report<'t> {
    pub fn of(table: &'t ratings::Ratings, ratings: &Ratings, level: Level) -> Report<'t> {
        let (ac1, alpha) = (agreement::ac1(ratings), agreement::alpha(ratings, level));
        let compared = ratings.items_rated_by(2);
        let measures = vec![
            ("observed_agreement", "observed agreement", agreement::observed(ratings)),
            ("cohen_kappa", "Cohen's kappa", agreement::cohen(ratings)),
            ("conger_kappa", "Conger's kappa", agreement::conger(ratings)),
            ("fleiss_kappa", "Fleiss' kappa", agreement::fleiss(ratings)),
            ("gwet_ac1", "Gwet's AC1", ac1),
            ("krippendorff_alpha", "Krippendorff's alpha", alpha),
        ];
        Report {
            table,
            level: if level == Level::Ordinal { "ordinal" } else { "nominal" },
            items: table.rows.len() as u64,
            compared,
            given: table.rows.iter().flatten().flatten().count(),
            measures,
            severity: (0..table.raters.len()).map(|rater| agreement::severity(ratings, rater).filter(|_| table.ordered)).collect(),
            light: agreement::light(compared, alpha.map(|a| a.value), ac1.map(|a| a.value)),
        }
    }

    pub fn json(&self) -> Value {
        let mut said = json!({
            "items": self.items,
            "items_compared": self.compared,
            "raters": self.table.raters.len(),
            "ratings": self.given,
            "values": self.table.values,
            "level": self.level,
            "header_row": self.table.header,
            "id_column": self.table.ids,
        });
        for (name, _, estimate) in &self.measures {
            said[*name] = estimate.map_or(Value::Null, written);
        }
        said["light"] = json!(self.light.code());
        let stricter = |(name, found): (&String, &Option<Estimate>)| json!({ "rater": name, "severity": found.map(written) });
        said["severity"] = self.table.raters.iter().zip(&self.severity).map(stricter).collect();
        said
    }

    pub fn text(&self) -> String {
        let mut lines = vec![
            format!(
                "{} items, {} rated by two or more; {} raters; {} ratings",
                self.items,
                self.compared,
                self.table.raters.len(),
                self.given
            ),
            format!("values: {}; alpha is {}", self.table.values.join(", "), self.level),
            format!(
                "first row: {}; first column: {}",
                if self.table.header { "names" } else { "ratings" },
                if self.table.ids { "ids" } else { "ratings" }
            ),
        ];
        lines.extend(self.measures.iter().map(|(_, name, estimate)| format!("{name:<22} {}", words(*estimate))));
        lines.extend(self.measures.iter().find(|m| m.0 == "cohen_kappa").and_then(|m| m.2).and_then(|kappa| band(kappa.value)));
        lines.push(format!("standing: {}", standing(self.light)));
        if self.severity.iter().any(Option::is_some) {
            lines.push("how much stricter than the others, from -1 to 1:".into());
            lines.extend(self.table.raters.iter().zip(&self.severity).map(|(name, found)| format!("  {name:<20} {}", words(*found))));
        }
        lines.join("\n")
    }
}

fn written(estimate: Estimate) -> Value {
    let (low, high) = estimate.interval.unzip();
    json!({ "value": estimate.value, "low": low, "high": high, "interval": estimate.method.code() })
}

fn words(estimate: Option<Estimate>) -> String {
    let Some(estimate) = estimate else { return "cannot be computed".into() };
    let interval = estimate.interval.map_or_else(|| "no interval".to_owned(), |(low, high)| format!("95 % {low:.4} to {high:.4}"));
    format!("{:>8.4}   {interval} ({})", estimate.value, estimate.method.code())
}

fn band(kappa: f64) -> Option<String> {
    match agreement::band(kappa) {
        Band::Less => None,
        Band::Substantial => Some("(such a kappa is often called substantial)".into()),
        Band::AlmostPerfect => Some("(such a kappa is often called almost perfect)".into()),
    }
}

fn standing(light: Light) -> &'static str {
    match light {
        Light::TooFew => "fewer than 20 items to compare, or nothing to compute: no alarm",
        Light::Green => "green: alpha or AC1 is at least 0.80",
        Light::Amber => "amber: alpha or AC1 is at least 0.67",
        Light::Red => "red: alpha and AC1 are below 0.67",
    }
}
