//! How long answers take, and how many are proved, by family, size of the catalogue and size of the profile.
//!
//! `cargo bench -p pathfinder --bench path [-- FAMILY [SIZE [SECONDS [QUESTIONS [FOLDER]]]]]`: families as in `families.rs`; without
//! arguments, all of those in `BENCHMARKS.md`. With a folder, each question is left in it for `compare.py`, in the format of `tessera path`
//! and with our answer, as all the offerings that can be of any use for it.
//! Times are of the processor (`/proc/thread-self/schedstat`, Linux), so that a busy machine disturbs them little; from the request to the
//! path, all reductions counted, with the catalogue's index made before.

#![allow(clippy::unwrap_used, reason = "a measurement that can't go on says where it stopped")]

mod families;
mod leave;

use families::{Family, Kind};
use pathfinder::{Ability, Answer, Catalogue, Request, Selection, Status};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Time that this thread has had of a processor.
fn processor() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

fn request(question: &families::Question) -> Request {
    let abilities = |numbers: &[u32]| numbers.iter().map(|&number| Ability::of(number)).collect();
    Request { held: abilities(&question.held), wanted: abilities(&question.wanted), ..Request::default() }
}

struct Measured {
    profile: usize,
    took: Duration,
    answer: Answer,
}

impl Measured {
    fn cost(&self) -> u64 {
        self.answer.path.as_ref().map_or(0, |path| path.cost)
    }

    fn proved(&self) -> bool {
        self.answer.status == Status::Optimal
    }

    /// How much cheaper the best path could be, as far as is known.
    fn gap(&self) -> f64 {
        (self.cost() - self.answer.bound.min(self.cost())) as f64 / self.cost().max(1) as f64
    }
}

fn measure(family: &Family, limit: Duration) -> (Duration, Vec<Measured>) {
    let began = processor();
    let catalogue = Arc::new(Catalogue::new(family.competencies, &family.offerings).unwrap());
    let selection = Selection::all(catalogue);
    let index = processor() - began;
    let one = |question: &families::Question| {
        let request = request(question);
        let began = Instant::now();
        let before = processor();
        let answer = selection.cheapest(&request, &|| began.elapsed() > limit);
        let took = processor() - before;
        Measured { profile: question.profile, took, answer }
    };
    (index, family.questions.iter().map(one).collect())
}

fn report(name: &str, size: usize, index: Duration, measured: &[Measured]) {
    let mut profiles: Vec<usize> = measured.iter().map(|one| one.profile).collect();
    profiles.dedup();
    for profile in profiles {
        let mut of: Vec<&Measured> = measured.iter().filter(|one| one.profile == profile).collect();
        of.sort_by_key(|one| one.took);
        let millis = |took: Duration| took.as_secs_f64() * 1e3;
        let proved = of.iter().filter(|one| one.proved()).count();
        let gap = of.iter().map(|one| one.gap()).fold(0.0, f64::max);
        println!(
            "{name:<11} {size:>8} {profile:>3}  p50 {:>9.3} ms  max {:>9.3} ms  proved {proved}/{}  widest gap {:.1} %  index {:.0} ms",
            millis(of[of.len() / 2].took),
            millis(of[of.len() - 1].took),
            of.len(),
            gap * 100.0,
            millis(index),
        );
    }
}

/// How long the whole front of time and cost takes.
fn measure_fronts(name: &str, size: usize, family: &Family, limit: Duration) {
    let selection = Selection::all(Arc::new(Catalogue::new(family.competencies, &family.offerings).unwrap()));
    for profile in families::PROFILES {
        let mut took = Vec::new();
        let (mut complete, mut options) = (0, 0);
        for question in family.questions.iter().filter(|question| question.profile == profile) {
            let (began, before) = (Instant::now(), processor());
            let front = selection.front(&request(question), &|| began.elapsed() > limit);
            took.push((processor() - before).as_secs_f64() * 1e3);
            complete += usize::from(front.complete);
            options = options.max(front.paths.len());
        }
        took.sort_by(f64::total_cmp);
        let (half, last, of) = (took[took.len() / 2], took[took.len() - 1], took.len());
        println!(
            "{name:<11} {size:>8} {profile:>3}  front p50 {half:>9.3} ms  max {last:>9.3} ms  whole {complete}/{of}  up to {options} options"
        );
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let limit = Duration::from_secs_f64(arguments.get(2).map_or(10.0, |seconds| seconds.parse().unwrap()));
    let each = arguments.get(3).map_or(20, |each| each.parse().unwrap());
    let folder = arguments.get(4).map(std::path::Path::new);
    let only = arguments.first().map(String::as_str);
    for (name, kind) in Kind::ALL.into_iter().filter(|(name, _)| only.is_none_or(|only| only == *name)) {
        let sizes: &[usize] = if kind == Kind::Realistic { &[2_130, 10_000, 1_000_000] } else { &[10_000] };
        let asked: Option<usize> = arguments.get(1).map(|size| size.parse().unwrap());
        for &size in sizes.iter().filter(|&&size| asked.is_none_or(|asked| asked == size)) {
            let (mut index, mut measured) = (Duration::ZERO, Vec::new());
            for family in families::named(kind, size, each) {
                if kind == Kind::Realistic && size < 1_000_000 {
                    measure_fronts(name, size, &family, limit);
                }
                let (took, more) = measure(&family, limit);
                if let Some(folder) = folder {
                    leave::leave(folder, &format!("{name}-{size}"), measured.len(), &family, &more);
                }
                index = took;
                measured.extend(more);
            }
            report(name, size, index, &measured);
        }
    }
}
