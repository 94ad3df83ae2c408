use super::Shape::{Check, Decide, Do, Know, Make, Safe, Tell};
use super::{Both, Profile, also, must, skill};
use crate::demo::organisations::Org;
use domain::profile::RiskTier;

pub(super) const PROFILE: Profile = Profile {
    key: "SC02",
    title: Both("Security operations: triage and escalate", "Opérations de sécurité : trier et escalader"),
    summary: Both(
        "Tells a real alert from noise in raw logs, builds the timeline of an incident, contains it within the authority of the playbook, and escalates it in words for engineers and for managers.",
        "Distingue une vraie alerte du bruit dans les journaux bruts, établit la chronologie d’un incident, le contient dans les limites du guide et l’escalade en des mots adaptés aux spécialistes et aux gestionnaires.",
    ),
    noc: ("21220", Both("Cybersecurity specialists", "Spécialistes de la cybersécurité")),
    owner: Org::Cyber,
    issuer: Org::Lake,
    assessed_by: &[Org::Cyber],
    tier: RiskTier::B,
    notice: None,
    validity_months: Some(24),
    fee: 120,
    published: 380,
    grounds: [
        "Nine employers and two colleges read the draft; containment was narrowed to what the playbook allows.",
        "Three operations leads judged the same four portfolios and compared results.",
        "Approved by the employers’ table, resolution 7.",
    ],
    competencies: &[
        skill(
            "SOC-01",
            Both("Validate an alert from raw logs", "Valider une alerte à partir des journaux"),
            Both(
                "Screen recordings from a training range are best; take out real names and addresses.",
                "Des enregistrements d’écran d’un environnement d’entraînement conviennent le mieux; retirez noms et adresses réels.",
            ),
            &[
                must(
                    Do,
                    "Pull the raw events behind an alert from at least two log sources.",
                    "Extraire d’au moins deux sources de journaux les événements bruts à l’origine d’une alerte.",
                ),
                must(
                    Decide,
                    "Decide true or false positive, and name the two facts that decide it.",
                    "Trancher entre vrai et faux positif, et nommer les deux faits décisifs.",
                ),
                must(
                    Check,
                    "Rule out clock drift, duplicates and scheduled jobs before deciding.",
                    "Écarter les décalages d’horloge, les doublons et les tâches planifiées avant de trancher.",
                ),
                also(
                    Make,
                    "Leave a query that a colleague can run again with the same result.",
                    "Laisser une requête qu’une ou un collègue peut relancer avec le même résultat.",
                ),
            ],
        ),
        skill(
            "SOC-02",
            Both("Build an incident timeline", "Établir la chronologie d’un incident"),
            Both(
                "Send the timeline itself and a few lines on how you ordered it.",
                "Envoyez la chronologie elle-même et quelques lignes sur la façon dont vous l’avez ordonnée.",
            ),
            &[
                must(
                    Make,
                    "Order events from three sources in one time zone, with the source of each.",
                    "Ordonner les événements de trois sources dans un même fuseau horaire, avec la source de chacun.",
                ),
                must(
                    Check,
                    "Mark what is known, what is inferred and what is missing.",
                    "Distinguer ce qui est connu, ce qui est déduit et ce qui manque.",
                ),
                also(
                    Decide,
                    "Point to first access and to the last sign of activity, with reasons.",
                    "Indiquer le premier accès et le dernier signe d’activité, avec les raisons.",
                ),
            ],
        ),
        skill(
            "SOC-03",
            Both("Contain within playbook authority", "Contenir selon le guide d’intervention"),
            Both(
                "Record the containment of an exercise; name the playbook step at each action.",
                "Enregistrez le confinement d’un exercice; nommez l’étape du guide à chaque action.",
            ),
            &[
                must(
                    Safe,
                    "Name the playbook step that allows an action before taking it.",
                    "Nommer l’étape du guide qui autorise une action avant de la poser.",
                ),
                must(
                    Do,
                    "Isolate the affected host or account and confirm that it is isolated.",
                    "Isoler l’hôte ou le compte touché et confirmer l’isolement.",
                ),
                must(
                    Do,
                    "Preserve volatile evidence before anything is restarted.",
                    "Préserver les preuves volatiles avant tout redémarrage.",
                ),
                must(
                    Decide,
                    "Stop and ask when the next action lies outside one’s own authority.",
                    "S’arrêter et demander lorsque l’action suivante dépasse sa propre autorité.",
                ),
            ],
        ),
        skill(
            "SOC-04",
            Both("Write an escalation note for two audiences", "Rédiger une note d’escalade pour deux publics"),
            Both(
                "Two versions of one note. Say plainly what help you had, from people or from AI.",
                "Deux versions d’une même note. Dites franchement quelle aide vous avez reçue, de personnes ou de l’IA.",
            ),
            &[
                must(
                    Tell,
                    "Give engineers scope, indicators and actions taken, in under 200 words.",
                    "Donner aux spécialistes la portée, les indicateurs et les actions posées, en moins de 200 mots.",
                ),
                must(
                    Tell,
                    "Give managers effect, risk and the decision needed, without jargon.",
                    "Donner aux gestionnaires les effets, le risque et la décision attendue, sans jargon.",
                ),
                also(
                    Know,
                    "Explain why the two versions differ, and what must be the same in both.",
                    "Expliquer pourquoi les deux versions diffèrent et ce qui doit y être identique.",
                ),
            ],
        ),
    ],
};
