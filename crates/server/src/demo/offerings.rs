//! Short learning that is listed for exactly what a claim may be missing.

use super::organisations::Org;
use super::profiles::Both;
use super::world::World;
use crate::actions::list_offering::change_offering;
use crate::actions::list_offering::list_offering;
use crate::i18n::date_machine;
use anyhow::Context as _;
use domain::offering::{Help, Offering, Participation, Price, Range, Stated};

struct Row {
    provider: Org,
    profile: &'static str,
    /// Codes of competencies, for all of their criteria, or of single criteria.
    closes: &'static [&'static str],
    title: Both,
    summary: Both,
    hours: u16,
    dollars: i64,
    participation: Participation,
    /// From beginning to end.
    weeks: i64,
    place: &'static str,
    language: &'static str,
    /// In how many days from now it begins; none: at any time.
    begins_in: Option<i64>,
    /// Dollars off, and for whom.
    help: Option<(i64, Both)>,
    currency: &'static str,
    /// Codes of competencies or criteria that come first.
    requires: &'static [&'static str],
}

/// What most of them have in common.
const PLAIN: Row = Row {
    provider: Org::Pine,
    profile: "",
    closes: &[],
    title: Both("", ""),
    summary: Both("", ""),
    hours: 1,
    dollars: 0,
    participation: Participation::Online,
    weeks: 2,
    place: "",
    language: "en",
    begins_in: None,
    help: None,
    currency: "CAD",
    requires: &[],
};

/// Lists every offering, each by somebody who writes for its provider.
pub(super) async fn list(world: &World<'_>) -> anyhow::Result<()> {
    world.day(170);
    for row in ROWS.iter().chain(CHOICES) {
        let version = world.version(row.profile).await?;
        let coded = |codes: &[&str]| -> Vec<_> {
            let all = version.body.competencies.iter().flat_map(|c| c.criteria.iter().map(move |k| (c, k)));
            all.filter(|(c, k)| codes.contains(&c.code.as_str()) || codes.contains(&k.code.as_str())).map(|(_, k)| k.id).collect()
        };
        let (criteria, requires) = (coded(row.closes), coded(row.requires));
        anyhow::ensure!(!criteria.is_empty(), "{} closes nothing", row.title.0);
        let price = Price { range: Range::just(row.dollars * 100), currency: Some(row.currency.to_owned()) };
        let offering = Offering {
            price: Some(Stated::entered(price)),
            work: Some(Stated::hours(row.hours)),
            days: Some(Stated::entered(Range::just(row.weeks * 7))),
            starts: row.begins_in.map(|days| date_machine(world.morning(-days))),
            place: (!row.place.is_empty()).then(|| row.place.to_owned()),
            language: Some(row.language.to_owned()),
            help: row.help.map(|(dollars, terms)| Help { cents: dollars * 100, terms: terms.text() }),
            participation: Some(row.participation),
            url: Some("https://example.org/".to_owned()),
            criteria,
            requires,
            ..Offering::listed(world.app.id(), world.organisation(row.provider), row.title.text(), row.summary.text(), world.app.now())
        };
        let who = world.who(World::author(row.provider)?).await?;
        list_offering(&who, offering).await.with_context(|| row.title.0)?;
    }
    Ok(())
}

/// The offering with this English title.
pub(super) async fn titled(world: &World<'_>, title: &str) -> anyhow::Result<Offering> {
    let mut tx = world.app.read().await?;
    let listed = store::offerings::of_market(&mut tx, 10_000).await?;
    listed.into_iter().find(|o| o.title.en == title).with_context(|| format!("nobody lists {title}"))
}

/// Whoever gives it asks for another price from a day on.
pub(super) async fn reprice(world: &World<'_>, day: i64, title: &str, dollars: i64) -> anyhow::Result<()> {
    world.by_day(day);
    let row = ROWS.iter().chain(CHOICES).find(|r| r.title.0 == title).with_context(|| title.to_owned())?;
    let who = world.who(World::author(row.provider)?).await?;
    let offering = titled(world, title).await?;
    change_offering(&who, offering.id, Offering { price: Some(Stated::dollars(dollars * 100)), ..offering.clone() }).await?;
    Ok(())
}

const ROWS: &[Row] = &[
    Row {
        provider: Org::Pine,
        profile: "SC01",
        closes: &["WLD-01"],
        title: Both("Welding symbols clinic", "Atelier sur les symboles de soudage"),
        summary: Both(
            "Two evenings with real shop drawings: every part of the symbol, arrow side and other side, and from the data sheet to the shop note.",
            "Deux soirées avec de vrais dessins d’atelier : chaque partie du symbole, côté de la flèche et autre côté, et de la fiche à la note d’atelier.",
        ),
        hours: 6,
        dollars: 120,
        participation: Participation::Onsite,
        weeks: 1,
        place: "London",
        ..PLAIN
    },
    Row {
        provider: Org::Fab,
        profile: "SC01",
        closes: &["WLD-02", "WLD-03"],
        title: Both("Fit-up and settings bay", "Atelier libre d’assemblage et de réglage"),
        summary: Both(
            "A booth, plates and a coach for one day: gauges on the joint, then settings on scrap until the test bead is right.",
            "Une cabine, des plaques et une personne pour vous guider pendant une journée : les jauges sur le joint, puis les réglages sur des chutes.",
        ),
        hours: 8,
        dollars: 210,
        participation: Participation::Onsite,
        ..PLAIN
    },
    Row {
        provider: Org::Lake,
        profile: "SC02",
        closes: &["SOC-01", "SOC-02"],
        title: Both("Log triage lab", "Laboratoire de tri de journaux"),
        summary: Both(
            "Ten alerts in a training range, from raw events to a timeline, with feedback on each decision.",
            "Dix alertes dans un environnement d’entraînement, des événements bruts à la chronologie, avec une rétroaction sur chaque décision.",
        ),
        hours: 10,
        dollars: 260,
        participation: Participation::Online,
        ..PLAIN
    },
    Row {
        provider: Org::Cyber,
        profile: "SC02",
        closes: &["SOC-04"],
        title: Both("One incident, two readers", "Un incident, deux lectorats"),
        summary: Both(
            "Write the same note for engineers and for managers, and hear from one of each what they would do with it.",
            "Rédigez la même note pour des spécialistes et pour des gestionnaires, et apprenez de chacun ce qu’il en ferait.",
        ),
        hours: 4,
        dollars: 75,
        participation: Participation::Online,
        ..PLAIN
    },
    Row {
        provider: Org::Care,
        profile: "SC03",
        closes: &["PSW-02"],
        title: Both("Lift practice evening", "Soirée de pratique au lève-personne"),
        summary: Both(
            "Two lifts, six slings and a colleague as the client: inspection, sling size, straps, the pause after the first centimetres.",
            "Deux lève-personnes, six toiles et une ou un collègue dans le rôle de la personne : inspection, taille, sangles, pause après les premiers centimètres.",
        ),
        hours: 5,
        dollars: 60,
        participation: Participation::Onsite,
        ..PLAIN
    },
    Row {
        provider: Org::Pine,
        profile: "SC03",
        closes: &["PSW-04"],
        title: Both("Notes that the next shift can use", "Des notes utiles à l’équipe suivante"),
        summary: Both(
            "Tell what you saw from what you think, choose whom to tell, and write it in five lines.",
            "Distinguer ce qu’on a vu de ce qu’on pense, choisir qui prévenir et l’écrire en cinq lignes.",
        ),
        hours: 3,
        dollars: 45,
        participation: Participation::Online,
        ..PLAIN
    },
    Row {
        provider: Org::Lake,
        profile: "SC04",
        closes: &["DAT-04"],
        title: Both("Dashboards for everybody", "Des tableaux de bord pour tout le monde"),
        summary: Both(
            "Rebuild one of your own charts with keyboard, screen reader and grey print in mind.",
            "Refaites un de vos graphiques en pensant au clavier, au lecteur d’écran et à l’impression en gris.",
        ),
        hours: 7,
        dollars: 140,
        participation: Participation::Online,
        ..PLAIN
    },
    Row {
        provider: Org::Rives,
        profile: "SC05",
        closes: &["ECE-02"],
        title: Both("From observation to analysis", "De l’observation à l’analyse"),
        summary: Both(
            "Bring one observation and leave with an analysis: a theory of your choice, what it explains here and what it does not. In French.",
            "Arrivez avec une observation et repartez avec une analyse : une théorie de votre choix, ce qu’elle explique ici et ce qu’elle n’explique pas.",
        ),
        hours: 6,
        dollars: 80,
        participation: Participation::Blended,
        language: "fr",
        ..PLAIN
    },
    Row {
        provider: Org::Robo,
        profile: "SC06",
        closes: &["ROB-01", "ROB-03.1"],
        title: Both("Lockout walk-through on your own cell", "Cadenassage pas à pas sur votre propre cellule"),
        summary: Both(
            "A trainer walks your cell with you and writes down every source of energy that you name.",
            "Une personne formatrice parcourt votre cellule avec vous et note chaque source d’énergie que vous nommez.",
        ),
        hours: 4,
        dollars: 0,
        participation: Participation::Work,
        ..PLAIN
    },
    Row {
        provider: Org::Ware,
        profile: "SC07",
        closes: &["WHS-02"],
        title: Both("High-bay coaching", "Encadrement en grande hauteur"),
        summary: Both(
            "Three hours on a quiet shift with an empty aisle, three more with full pallets.",
            "Trois heures pendant un quart tranquille dans une allée vide, trois autres avec des palettes pleines.",
        ),
        hours: 6,
        dollars: 0,
        participation: Participation::Work,
        ..PLAIN
    },
    Row {
        provider: Org::Closed,
        profile: "SC08",
        closes: &["HPC-02"],
        title: Both("Defrost and back-up heat on the bench", "Dégivrage et appoint sur banc d’essai"),
        summary: Both(
            "A unit in a cold room: force a defrost, set the balance point, prove the back-up heat.",
            "Un appareil en chambre froide : forcez un dégivrage, réglez le point d’équilibre, prouvez l’appoint.",
        ),
        hours: 5,
        dollars: 150,
        participation: Participation::Onsite,
        ..PLAIN
    },
    Row {
        provider: Org::Pine,
        profile: "SC09",
        closes: &["BKP-02"],
        title: Both("A year of payroll, step by step", "Une année de paie, étape par étape"),
        summary: Both(
            "An invented company of four, from the first pay to the year-end slips.",
            "Une entreprise inventée de quatre personnes, de la première paie aux feuillets de fin d’année.",
        ),
        hours: 8,
        dollars: 130,
        participation: Participation::Online,
        ..PLAIN
    },
    Row {
        provider: Org::Rives,
        profile: "SC10",
        closes: &["OAC-02"],
        title: Both("De-escalation in role play", "Désamorcer : mises en situation"),
        summary: Both(
            "Six situations played with an actor, each followed by a conversation. In French.",
            "Six situations jouées avec une comédienne, chacune suivie d’une conversation.",
        ),
        hours: 4,
        dollars: 55,
        participation: Participation::Onsite,
        language: "fr",
        ..PLAIN
    },
    Row {
        provider: Org::Land,
        profile: "SC11",
        closes: &["LND-02"],
        title: Both("Field sheets and custody", "Feuilles de terrain et traçabilité"),
        summary: Both(
            "A day at the shore with bottles, labels and an instrument that has to be checked first.",
            "Une journée au bord de l’eau avec des bouteilles, des étiquettes et un instrument à vérifier d’abord.",
        ),
        hours: 6,
        dollars: 0,
        participation: Participation::Work,
        ..PLAIN
    },
    Row {
        provider: Org::Pine,
        profile: "SC12",
        closes: &["KFS-02"],
        title: Both("Deviation drill", "Exercice sur les écarts"),
        summary: Both(
            "Five deviations in one afternoon: separate, decide, write it down, check a day later.",
            "Cinq écarts en un après-midi : isoler, décider, consigner, vérifier le lendemain.",
        ),
        hours: 3,
        dollars: 40,
        participation: Participation::Onsite,
        ..PLAIN
    },
];

/// Other ways to the same, so that there is something to choose.
const CHOICES: &[Row] = &[
    Row {
        provider: Org::Fab,
        profile: "SC01",
        closes: &["WLD-01.2"],
        title: Both("Symbols at your bench", "Les symboles à votre poste"),
        summary: Both(
            "A mentor comes to your shop three times and reads the sides of the symbol with you, on your own joints.",
            "Une personne mentore vient trois fois à votre atelier et lit avec vous les côtés du symbole, sur vos propres joints.",
        ),
        hours: 3,
        dollars: 0,
        participation: Participation::Work,
        weeks: 3,
        place: "Hamilton",
        ..PLAIN
    },
    Row {
        provider: Org::Lake,
        profile: "SC01",
        closes: &["WLD-01.4"],
        title: Both("From data sheet to shop note", "De la fiche à la note d’atelier"),
        summary: Both(
            "Six short exercises: which numbers of the data sheet the shop needs, and in which order.",
            "Six courts exercices : les nombres de la fiche dont l’atelier a besoin, et dans quel ordre.",
        ),
        hours: 3,
        dollars: 35,
        ..PLAIN
    },
    Row {
        provider: Org::Lake,
        profile: "SC01",
        closes: &["WLD-01"],
        title: Both("Drawing weekend", "Fin de semaine de lecture de plans"),
        summary: Both(
            "Two full days with forty drawings, from the single fillet to the bevel with backing.",
            "Deux journées entières avec quarante dessins, du simple cordon d’angle au chanfrein avec support.",
        ),
        hours: 14,
        dollars: 240,
        participation: Participation::Onsite,
        weeks: 1,
        place: "Toronto",
        begins_in: Some(18),
        help: Some((90, Both("registered apprentices", "les apprenties et apprentis inscrits"))),
        ..PLAIN
    },
    Row {
        provider: Org::Rives,
        profile: "SC01",
        closes: &["WLD-01"],
        title: Both("Welding symbols, evenings", "Les symboles de soudage, le soir"),
        summary: Both(
            "Eight evenings online in French, with a drawing to read after each.",
            "Huit soirées en ligne, en français, avec un dessin à lire après chacune.",
        ),
        hours: 16,
        dollars: 95,
        weeks: 8,
        language: "fr",
        ..PLAIN
    },
    Row {
        provider: Org::Cyber,
        profile: "SC02",
        closes: &["SOC-01"],
        title: Both("Alert triage at your own pace", "Tri d’alertes à votre rythme"),
        summary: Both(
            "Twelve recorded alerts with the questions that an analyst would ask, and answers to compare with.",
            "Douze alertes enregistrées, les questions qu’une ou un analyste poserait, et des réponses pour comparer.",
        ),
        hours: 8,
        dollars: 90,
        weeks: 5,
        ..PLAIN
    },
    Row {
        provider: Org::Cyber,
        profile: "SC02",
        closes: &["SOC-02"],
        title: Both("Timeline workshop", "Atelier de chronologie"),
        summary: Both(
            "From four log sources to one timeline in an afternoon, twice.",
            "De quatre sources de journaux à une chronologie en un après-midi, deux fois.",
        ),
        hours: 5,
        dollars: 110,
        weeks: 1,
        requires: &["SOC-01"],
        ..PLAIN
    },
    Row {
        provider: Org::Pine,
        profile: "SC02",
        closes: &["SOC-03"],
        title: Both("Containment on the table", "Confinement sur table"),
        summary: Both(
            "Four incidents played with cards: what to cut off, whom to call first, what to leave running.",
            "Quatre incidents joués avec des cartes : quoi isoler, qui appeler d’abord, quoi laisser en marche.",
        ),
        hours: 4,
        dollars: 80,
        participation: Participation::Onsite,
        weeks: 1,
        place: "London",
        requires: &["SOC-01"],
        ..PLAIN
    },
    Row {
        provider: Org::Lake,
        profile: "SC02",
        closes: &["SOC-01", "SOC-02", "SOC-03", "SOC-04"],
        title: Both("Analyst sprint", "Sprint d’analyste"),
        summary: Both(
            "Everything of the profile in three full weeks, from the first alert to the note for managers.",
            "Tout le profil en trois semaines complètes, de la première alerte à la note pour la gestion.",
        ),
        hours: 60,
        dollars: 890,
        weeks: 3,
        help: Some((300, Both("people looking for work", "les personnes en recherche d’emploi"))),
        ..PLAIN
    },
    Row {
        provider: Org::Cyber,
        profile: "SC02",
        closes: &["SOC-04"],
        title: Both("Incident notes, peer review", "Notes d’incident, révision par les pairs"),
        summary: Both(
            "Write three notes in six weeks; two readers answer each.",
            "Rédigez trois notes en six semaines; deux personnes répondent à chacune.",
        ),
        hours: 6,
        dollars: 0,
        weeks: 6,
        ..PLAIN
    },
    Row {
        provider: Org::Cyber,
        profile: "SC02",
        closes: &["SOC-01", "SOC-02"],
        title: Both("Threat range pass", "Accès au terrain d’essai"),
        summary: Both(
            "A month in a training range abroad, priced in its own currency.",
            "Un mois dans un environnement d’entraînement à l’étranger, dans sa propre monnaie.",
        ),
        hours: 20,
        dollars: 199,
        weeks: 4,
        currency: "USD",
        ..PLAIN
    },
];

/// Everything that an offering says.
#[cfg(test)]
pub(super) fn texts() -> impl Iterator<Item = domain::Text> {
    ROWS.iter()
        .chain(CHOICES)
        .flat_map(|row| [row.title.text(), row.summary.text()].into_iter().chain(row.help.map(|(_, terms)| terms.text())))
}
