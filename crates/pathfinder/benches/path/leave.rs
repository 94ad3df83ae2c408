//! Questions with our answers, as files for other solvers.

use crate::Measured;
use crate::families::{Family, Question};
use pathfinder::{Ability, Offering};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

/// Writes one file for each question of a family. `from` is the number of the first.
pub fn leave(folder: &Path, name: &str, from: usize, family: &Family, measured: &[Measured]) {
    std::fs::create_dir_all(folder).unwrap();
    let mut providers = vec![Vec::new(); family.competencies as usize];
    for (number, offering) in family.offerings.iter().enumerate() {
        offering.teaches.iter().for_each(|ability| providers[ability.competency as usize].push(number));
    }
    for (number, (question, measured)) in family.questions.iter().zip(measured).enumerate() {
        let text = instance(family, question, &providers, measured);
        std::fs::write(folder.join(format!("{name}-{:03}-{}.json", from + number, question.profile)), text).unwrap();
    }
}

/// The offerings that give what is wanted, or what one of them requires and is not held.
fn useful(family: &Family, question: &Question, providers: &[Vec<usize>]) -> BTreeSet<usize> {
    let held: BTreeSet<u32> = question.held.iter().copied().collect();
    let mut known: BTreeSet<u32> = question.wanted.iter().copied().collect();
    let (mut open, mut found) = (question.wanted.clone(), BTreeSet::new());
    while let Some(competency) = open.pop() {
        for &offering in &providers[competency as usize] {
            if found.insert(offering) {
                let requires = family.offerings[offering].requires.iter().map(|ability| ability.competency);
                open.extend(requires.filter(|competency| !held.contains(competency) && known.insert(*competency)));
            }
        }
    }
    found
}

fn instance(family: &Family, question: &Question, providers: &[Vec<usize>], measured: &Measured) -> String {
    let list = |abilities: &[Ability]| format!("{:?}", abilities.iter().map(|ability| ability.competency).collect::<Vec<_>>());
    let mut text = format!("{{\"competencies\":{},\"offerings\":[", family.competencies);
    for (place, number) in useful(family, question, providers).into_iter().enumerate() {
        let Offering { cost, weeks, teaches, requires, .. } = &family.offerings[number];
        let comma = if place == 0 { "" } else { ",\n" };
        let (teaches, requires) = (list(teaches), list(requires));
        write!(text, r#"{comma}{{"id":"{number}","cost":{cost},"weeks":{weeks},"teaches":{teaches},"requires":{requires}}}"#).unwrap();
    }
    let (ms, cost) = (measured.took.as_secs_f64() * 1e3, measured.cost());
    let (proved, bound) = (measured.proved(), measured.answer.bound);
    write!(
        text,
        r#"],"held":{:?},"wanted":{:?},"ours":{{"cost":{cost},"bound":{bound},"proved":{proved},"ms":{ms}}}}}"#,
        question.held, question.wanted
    )
    .unwrap();
    text
}
