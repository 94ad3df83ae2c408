use super::Shape::{Check, Decide, Do, Make, Safe, Tell};
use super::{Both, Profile, also, must, skill};
use crate::demo::organisations::Org;
use domain::profile::RiskTier;

pub(super) const PROFILE: Profile = Profile {
    key: "SC03",
    title: Both("Safe client transfer and infection prevention", "Transfert sécuritaire et prévention des infections"),
    summary: Both(
        "Checks the plan of care and consent, transfers a person with a mechanical lift together with a partner, prevents infection by hand hygiene and protective equipment, and reports a change in the person’s status.",
        "Vérifie le plan de soins et le consentement, transfère une personne au lève-personne avec une ou un partenaire, prévient les infections par l’hygiène des mains et l’équipement de protection, et signale un changement d’état.",
    ),
    noc: (
        "33102",
        Both(
            "Nurse aides, orderlies and patient service associates",
            "Aides-infirmiers/aides-infirmières, aides-soignants/aides-soignantes et préposés/préposées aux bénéficiaires",
        ),
    ),
    owner: Org::Care,
    issuer: Org::Pine,
    assessed_by: &[Org::Care, Org::Pine],
    tier: RiskTier::A,
    notice: None,
    validity_months: Some(24),
    fee: 95,
    published: 400,
    grounds: [
        "Consulted with fourteen homes, two unions and a residents’ council; the wording on consent is theirs.",
        "Educators from five homes tried the criteria in their training rooms.",
        "Approved by the employers’ education table, item 3.",
    ],
    competencies: &[
        skill(
            "PSW-01",
            Both("Check plan of care and consent before transfer", "Vérifier le plan de soins et le consentement"),
            Both(
                "Never record a real client. Use a colleague who plays the part.",
                "N’enregistrez jamais une vraie cliente ou un vrai client. Faites jouer le rôle par une ou un collègue.",
            ),
            &[
                must(
                    Check,
                    "Read the transfer section of today’s plan of care and say what it asks for.",
                    "Lire la section sur les transferts du plan de soins du jour et dire ce qu’elle demande.",
                ),
                must(
                    Tell,
                    "Explain the transfer to the person and ask for consent in words they understand.",
                    "Expliquer le transfert à la personne et demander son consentement dans des mots qu’elle comprend.",
                ),
                must(
                    Safe,
                    "Stop and report when consent is refused or the plan does not fit the person’s state.",
                    "S’arrêter et le signaler si le consentement est refusé ou si le plan ne convient pas à l’état de la personne.",
                ),
                must(
                    Check,
                    "Check pain, dizziness, tubes and footwear before moving anybody.",
                    "Vérifier douleur, étourdissements, tubulures et chaussures avant tout déplacement.",
                ),
            ],
        ),
        skill(
            "PSW-02",
            Both("Two-person mechanical lift transfer", "Transfert au lève-personne à deux"),
            Both(
                "Film a whole transfer with a simulated client, from the inspection of the sling to the final position.",
                "Filmez un transfert complet avec une personne simulée, de l’inspection de la toile à la position finale.",
            ),
            &[
                must(
                    Check,
                    "Inspect sling, straps, battery and emergency release before use.",
                    "Inspecter la toile, les sangles, la batterie et l’abaissement d’urgence avant l’usage.",
                ),
                must(
                    Decide,
                    "Choose the sling size by the chart and the person’s weight.",
                    "Choisir la taille de toile selon le tableau et le poids de la personne.",
                ),
                must(Do, "Place the sling without dragging the person’s skin.", "Placer la toile sans frottement sur la peau."),
                must(
                    Safe,
                    "Lock brakes and open the base as the lift’s instructions say.",
                    "Bloquer les freins et ouvrir la base selon les directives de l’appareil.",
                ),
                must(
                    Tell,
                    "Agree on the count and on who leads, aloud, with the partner.",
                    "Convenir à voix haute, avec la ou le partenaire, du décompte et de qui dirige.",
                ),
                must(
                    Safe,
                    "Lift a few centimetres, check every strap, and only then move.",
                    "Soulever de quelques centimètres, vérifier chaque sangle, et seulement ensuite déplacer.",
                ),
                must(
                    Do,
                    "Lower the person into a supported position and ask how they feel.",
                    "Déposer la personne dans une position soutenue et lui demander comment elle se sent.",
                ),
            ],
        ),
        skill(
            "PSW-03",
            Both("Hand hygiene and PPE sequence", "Hygiène des mains et séquence d’ÉPI"),
            Both(
                "One unbroken recording for each of two days is enough.",
                "Un seul enregistrement continu pour chacune de deux journées suffit.",
            ),
            &[
                must(
                    Safe,
                    "Clean hands at each of the moments that the task calls for.",
                    "Se laver les mains à chacun des moments que la tâche exige.",
                ),
                must(
                    Do,
                    "Rub every surface of the hands until they are dry.",
                    "Frictionner toutes les surfaces des mains jusqu’à ce qu’elles soient sèches.",
                ),
                must(
                    Do,
                    "Put on gown, mask, eye protection and gloves in that order.",
                    "Mettre blouse, masque, protection oculaire et gants, dans cet ordre.",
                ),
                must(
                    Safe,
                    "Take everything off in the order that keeps hands and face clean.",
                    "Tout retirer dans l’ordre qui garde les mains et le visage propres.",
                ),
                must(
                    Decide,
                    "Choose protection by the precautions posted and by the task.",
                    "Choisir la protection selon les précautions affichées et selon la tâche.",
                ),
            ],
        ),
        skill(
            "PSW-04",
            Both("Report a change in status", "Signaler un changement d’état"),
            Both("Send notes about an invented client.", "Envoyez des notes au sujet d’une personne inventée."),
            &[
                must(
                    Tell,
                    "Report what was seen, heard or measured, apart from what one makes of it.",
                    "Rapporter ce qui a été vu, entendu ou mesuré, séparément de ce qu’on en pense.",
                ),
                must(
                    Decide,
                    "Tell the right person within the time that the change calls for.",
                    "Prévenir la bonne personne dans le délai que le changement exige.",
                ),
                also(
                    Make,
                    "Write the note so that the next shift can act on it.",
                    "Rédiger la note de façon que l’équipe suivante puisse agir.",
                ),
            ],
        ),
    ],
};
