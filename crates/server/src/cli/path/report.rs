//! What a gap led to, for programs and for people.

use super::Found;
use super::instance::Instance;
use pathfinder::{Front, Path, Status};
use serde_json::{Value, json};

pub(super) fn json(instance: &Instance, found: &Found) -> Value {
    let answer = &found.answer;
    let mut said = json!({
        "status": status(found),
        "cost": answer.path.as_ref().map(|path| path.cost),
        "weeks": answer.path.as_ref().map(|path| path.weeks),
        "bound": answer.bound,
        "offerings": answer.path.as_ref().map_or_else(Vec::new, |path| offerings(instance, path)),
        "order": answer.path.as_ref().map_or_else(Vec::new, |path| order(instance, path)),
        "unreachable": answer.unreachable.iter().map(|ability| ability.competency).collect::<Vec<_>>(),
        "ms": (found.took.as_secs_f64() * 1e6).round() / 1e3,
    });
    if let Some(front) = &found.front {
        let option = |path: &Path| json!({ "cost": path.cost, "weeks": path.weeks, "offerings": offerings(instance, path), "order": order(instance, path) });
        said["front"] = front.paths.iter().map(option).collect();
        said["front_complete"] = json!(front.complete);
    }
    said
}

/// A path for part of the gap is no path for all of it.
fn status(found: &Found) -> &'static str {
    match found.answer.status {
        Status::Unknown => "unknown",
        _ if !found.answer.unreachable.is_empty() => "infeasible",
        Status::Optimal => "optimal",
        Status::Feasible => "feasible",
        Status::Infeasible => "infeasible",
    }
}

fn order<'a>(instance: &'a Instance, path: &Path) -> Vec<&'a str> {
    path.steps.iter().map(|step| instance.ids[step.offering as usize].as_str()).collect()
}

/// As in the file.
fn offerings<'a>(instance: &'a Instance, path: &Path) -> Vec<&'a str> {
    let mut numbers: Vec<u32> = path.steps.iter().map(|step| step.offering).collect();
    numbers.sort_unstable();
    numbers.into_iter().map(|number| instance.ids[number as usize].as_str()).collect()
}

pub(super) fn text(instance: &Instance, found: &Found) -> String {
    let answer = &found.answer;
    let mut lines = vec![verdict(found)];
    if let Some(path) = &answer.path {
        lines.push(format!("cost {}, weeks {}, bound {}", dollars(path.cost), path.weeks, answer.bound));
        lines.push(format!("{:>6} {:>6}  {}", "begins", "done", "offering"));
        lines.extend(path.steps.iter().map(|s| format!("{:>6} {:>6}  {}", s.start, s.finish, instance.ids[s.offering as usize])));
    }
    if !answer.unreachable.is_empty() {
        let numbers: Vec<String> = answer.unreachable.iter().map(|ability| ability.competency.to_string()).collect();
        lines.push(format!("no offering leads to: {}", numbers.join(" ")));
    }
    lines.extend(found.front.as_ref().map(options));
    lines.push(format!("{:.3} ms", found.took.as_secs_f64() * 1e3));
    lines.join("\n")
}

fn verdict(found: &Found) -> String {
    let answer = &found.answer;
    let said = match answer.status {
        Status::Optimal => "proved to be the best",
        Status::Feasible => "the best found in the time; the bound says how much better one could be",
        Status::Infeasible => "no path keeps to the budget and the deadline",
        Status::Unknown => "nothing was found in the time",
    };
    let rest = if answer.unreachable.is_empty() { "" } else { ", for the part of the gap that can be closed" };
    format!("{said}{rest}")
}

fn options(front: &Front) -> String {
    let option = |path: &Path| format!("{:>12} {:>6}", dollars(path.cost), path.weeks);
    let mut lines = vec![format!("{:>12} {:>6}", "cost", "weeks")];
    lines.extend(front.paths.iter().map(option));
    if !front.complete {
        lines.push("there may be more options than these".into());
    }
    lines.join("\n")
}

fn dollars(cents: u64) -> String {
    format!("${}.{:02}", cents / 100, cents % 100)
}
