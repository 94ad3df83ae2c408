use super::Shape::{Check, Decide, Do, Make, Safe, Tell};
use super::{Both, Profile, also, must, skill};
use crate::demo::organisations::Org;
use domain::profile::RiskTier;

pub(super) const PROFILE: Profile = Profile {
    key: "SC11",
    title: Both("Land-based water and shoreline monitoring", "Surveillance de l’eau et des rives sur le territoire"),
    summary: Both(
        "Plans a sampling walk by the community’s protocol, samples, labels and keeps the chain of custody, and tells what the land shows, in the language. The community decides where the evidence is kept.",
        "Planifie un parcours selon le protocole de la communauté, prélève, étiquette et assure la traçabilité, et raconte ce que montre le territoire, dans la langue. La communauté décide où les preuves sont conservées.",
    ),
    noc: ("22112", Both("Forestry technologists and technicians", "Technologues et techniciens/techniciennes en sciences forestières")),
    owner: Org::Land,
    issuer: Org::Land,
    assessed_by: &[Org::Land],
    tier: RiskTier::B,
    notice: None,
    validity_months: None,
    fee: 0,
    published: 180,
    grounds: [
        "A placeholder for a conversation: no community was consulted for this demo.",
        "A placeholder: nobody has checked it on the land.",
        "Approved for the demo only.",
    ],
    competencies: &[
        skill(
            "LND-01",
            Both("Plan a sampling walk with community protocol", "Planifier un parcours selon le protocole"),
            Both("A plan that was followed, and what was learned on the way.", "Un plan qui a été suivi, et ce qu’on a appris en chemin."),
            &[
                must(
                    Do,
                    "Ask those who look after the place before the route is set.",
                    "Consulter celles et ceux qui veillent sur le lieu avant de fixer le parcours.",
                ),
                must(
                    Decide,
                    "Choose sites and season by what is to be learned and what must be left alone.",
                    "Choisir les sites et la saison selon ce qu’on veut apprendre et ce qu’il faut laisser en paix.",
                ),
                must(
                    Safe,
                    "Plan for weather, water and help, and tell somebody when to expect the party back.",
                    "Prévoir la météo, l’eau et les secours, et dire à quelqu’un quand attendre le retour.",
                ),
            ],
        ),
        skill(
            "LND-02",
            Both("Sample, label, preserve chain of custody", "Prélever, étiqueter, assurer la traçabilité"),
            Both("Field sheets from two walks.", "Des feuilles de terrain de deux parcours."),
            &[
                must(
                    Do,
                    "Rinse and fill the bottles facing upstream, without stirring the bottom.",
                    "Rincer et remplir les bouteilles face au courant, sans remuer le fond.",
                ),
                must(
                    Make,
                    "Label each sample at once with site, time, sampler and treatment.",
                    "Étiqueter chaque échantillon sur-le-champ : site, heure, personne et traitement.",
                ),
                must(
                    Check,
                    "Measure temperature and conductivity with an instrument checked that day.",
                    "Mesurer température et conductivité avec un instrument vérifié le jour même.",
                ),
                must(
                    Make,
                    "Keep the chain of custody unbroken from hand to hand.",
                    "Maintenir la chaîne de possession sans interruption, de main en main.",
                ),
                also(
                    Do,
                    "Keep samples cold, and deliver them within their holding time.",
                    "Garder les échantillons au froid et les livrer dans le délai de conservation.",
                ),
            ],
        ),
        skill(
            "LND-03",
            Both("Tell what the land shows, in the language", "Raconter ce que montre le territoire, dans la langue"),
            Both(
                "A recording stays with the community; send only what it allows to be sent.",
                "L’enregistrement reste dans la communauté; n’envoyez que ce qu’elle permet d’envoyer.",
            ),
            &[
                must(
                    Tell,
                    "Tell what was seen on the walk, with place names, in the language.",
                    "Raconter ce qui a été vu en chemin, avec les noms de lieux, dans la langue.",
                ),
                must(Tell, "Tell what has changed, and how one knows.", "Raconter ce qui a changé, et comment on le sait."),
                also(
                    Decide,
                    "Say what is for everybody to hear and what is not.",
                    "Dire ce que tout le monde peut entendre et ce qui ne se dit pas.",
                ),
            ],
        ),
    ],
};
