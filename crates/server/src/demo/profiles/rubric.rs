//! What the three results look like, by the shape of what is asked: one set of words for everything that is done step by
//! step, another for everything that is written, and so on, so that assessors across profiles mean the same by a level.

use super::Both;
use domain::profile::Rubric;

/// What a criterion asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::demo) enum Shape {
    /// Doing something, step by step.
    Do,
    /// A step that keeps people safe.
    Safe,
    /// Measuring, inspecting, comparing with a limit.
    Check,
    /// Something made: a weld, a note, a table.
    Make,
    /// Something said or written to somebody.
    Tell,
    /// A choice, with its reason.
    Decide,
    /// Something known and explained; once is enough.
    Know,
}

impl Shape {
    pub(super) fn rubric(self) -> Rubric {
        let [not_evident, approaching, competent] = self.words();
        Rubric { not_evident: not_evident.text(), approaching: approaching.text(), competent: competent.text() }
    }

    fn words(self) -> [Both; 3] {
        match self {
            Shape::Do => DO,
            Shape::Safe => SAFE,
            Shape::Check => CHECK,
            Shape::Make => MAKE,
            Shape::Tell => TELL,
            Shape::Decide => DECIDE,
            Shape::Know => KNOW,
        }
    }
}

const DO: [Both; 3] = [
    Both("The action is not seen, or its result could not be used.", "L’action n’est pas visible, ou son résultat serait inutilisable."),
    Both(
        "Done in part, in the wrong order, or only after a reminder.",
        "Faite en partie, dans le mauvais ordre ou seulement après un rappel.",
    ),
    Both(
        "Done whole, in order and unprompted, on every occasion shown.",
        "Faite en entier, dans l’ordre et sans rappel, à chaque occasion présentée.",
    ),
];

const SAFE: [Both; 3] = [
    Both("Left out, or done so that somebody could be hurt.", "Omise, ou exécutée de telle façon que quelqu’un pourrait être blessé."),
    Both(
        "Done, but late, once only, or after somebody else pointed it out.",
        "Exécutée, mais tard, une seule fois ou après l’intervention d’une autre personne.",
    ),
    Both(
        "Done before any exposure to the hazard, every time, and stops the work when it can’t be done.",
        "Exécutée avant toute exposition au danger, chaque fois; le travail s’arrête si elle est impossible.",
    ),
];

const CHECK: [Both; 3] = [
    Both(
        "Not checked, or the finding contradicts what the evidence shows.",
        "Non vérifié, ou la constatation contredit ce que montrent les preuves.",
    ),
    Both(
        "Checked, but a point is missed, or the finding is not compared with the limit.",
        "Vérifié, mais un point est oublié ou la constatation n’est pas comparée à la limite.",
    ),
    Both(
        "Every point is checked with the right means, compared with the limit, and the finding is right.",
        "Chaque point est vérifié avec le bon moyen et comparé à la limite, et la constatation est juste.",
    ),
];

const MAKE: [Both; 3] = [
    Both("Nothing was produced, or it would have to be redone.", "Rien n’a été produit, ou tout serait à refaire."),
    Both(
        "Usable after a correction: something is missing, unclear or outside the limits.",
        "Utilisable après correction : un élément manque, est flou ou dépasse les limites.",
    ),
    Both(
        "Complete, within the limits, and ready to be used by the next person as it is.",
        "Complet, dans les limites et prêt à servir tel quel à la personne suivante.",
    ),
];

const TELL: [Both; 3] = [
    Both(
        "Not said, or said so that the other person could not act on it.",
        "Non communiqué, ou de telle façon que l’autre personne ne pourrait pas agir.",
    ),
    Both(
        "Said, but a fact is missing, or the words are not those of the person addressed.",
        "Communiqué, mais un fait manque ou les mots ne conviennent pas à la personne visée.",
    ),
    Both(
        "Accurate, respectful, in words that the person understands, with what happens next.",
        "Exact, respectueux, dans des mots que la personne comprend, et avec la suite prévue.",
    ),
];

const DECIDE: [Both; 3] = [
    Both(
        "No decision, or one that the facts at hand speak against.",
        "Aucune décision, ou une décision que les faits connus contredisent.",
    ),
    Both(
        "The decision holds, but its reason is missing or rests on one fact only.",
        "La décision tient, mais sa raison manque ou ne repose que sur un seul fait.",
    ),
    Both(
        "The decision follows from the facts at hand, and the reason is given and could be checked.",
        "La décision découle des faits connus; sa raison est donnée et pourrait être vérifiée.",
    ),
];

const KNOW: [Both; 3] = [
    Both("Not explained, or explained wrongly.", "Non expliqué, ou expliqué de façon erronée."),
    Both("Explained in part, or only by repeating the source.", "Expliqué en partie, ou seulement en répétant la source."),
    Both(
        "Explained correctly in one’s own words, with an example from one’s own work.",
        "Expliqué correctement dans ses propres mots, avec un exemple tiré de son travail.",
    ),
];
