//! Everybody in the demo world, with what a visitor can try as each of them. All of them are invented.

use super::organisations::Org;
use domain::Lang;
use domain::people::Role;

/// As what somebody takes part: the headings of the sign-in page, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Shows what they can do.
    Learner,
    /// Judges it.
    Assessor,
    /// Decides on credentials.
    Issuer,
    /// Writes profiles and lists learning.
    Author,
    /// Runs the instance.
    Admin,
}

impl Group {
    /// Every group, in the order of the sign-in page.
    pub const ALL: [Group; 5] = [Group::Learner, Group::Assessor, Group::Issuer, Group::Author, Group::Admin];
}

/// Somebody in the demo world.
#[derive(Clone, Copy, Debug)]
pub struct Actor {
    /// Address; it begins with the handle: `l-0101@demo.example`.
    pub email: &'static str,
    /// Name.
    pub name: &'static str,
    /// The language they chose.
    pub lang: Lang,
    /// As what they take part.
    pub group: Group,
    /// One of the few to begin with.
    pub first: bool,
    /// What to try as this person, in English.
    pub purpose_en: &'static str,
    /// The same in French.
    pub purpose_fr: &'static str,
    /// Roles besides learner. Assessors get theirs with their scopes.
    pub roles: &'static [(Role, Org)],
}

impl Actor {
    /// What to try as this person.
    pub fn purpose(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.purpose_en,
            Lang::Fr => self.purpose_fr,
        }
    }

    const fn first(self) -> Actor {
        Actor { first: true, ..self }
    }

    const fn with(self, roles: &'static [(Role, Org)]) -> Actor {
        Actor { roles, ..self }
    }

    const fn french(self) -> Actor {
        Actor { lang: Lang::Fr, ..self }
    }
}

const fn actor(group: Group, email: &'static str, name: &'static str, purpose_en: &'static str, purpose_fr: &'static str) -> Actor {
    Actor { email, name, lang: Lang::En, group, first: false, purpose_en, purpose_fr, roles: &[] }
}

const fn learner(email: &'static str, name: &'static str, en: &'static str, fr: &'static str) -> Actor {
    actor(Group::Learner, email, name, en, fr)
}

const fn assessor(email: &'static str, name: &'static str, en: &'static str, fr: &'static str) -> Actor {
    actor(Group::Assessor, email, name, en, fr)
}

/// Everybody.
pub const CAST: &[Actor] = &[
    learner(
        "l-0101@demo.example",
        "Amara Okafor",
        "A welder with four competencies demonstrated and one gap: see why, find the six-hour clinic, send new evidence.",
        "Une soudeuse qui a démontré quatre compétences et à qui il en manque une : voyez pourquoi, trouvez l’atelier de six heures, envoyez de nouvelles preuves.",
    )
    .first(),
    learner(
        "l-0120@demo.example",
        "Ruth Abebe",
        "An empty account: choose a profile, rate yourself, open a first claim.",
        "Un compte vide : choisissez un profil, évaluez-vous, ouvrez une première demande.",
    )
    .first(),
    learner(
        "l-0119@demo.example",
        "Linh Pham",
        "A micro-credential is on offer: accept it or decline it. Five welding competencies wait in the assessors’ queue.",
        "Un microtitre vous est offert : acceptez-le ou refusez-le. Cinq compétences en soudage attendent une personne évaluatrice.",
    )
    .first(),
    learner(
        "l-0116@demo.example",
        "Dmitri Volkov",
        "Holds the welding micro-credential after a second attempt: share it, download it, verify it.",
        "Détient le microtitre en soudage après une deuxième tentative : partagez-le, téléchargez-le, vérifiez-le.",
    )
    .first(),
    learner(
        "l-0102@demo.example",
        "Mei-Ling Chen",
        "Security analyst: two assessors differed on a note written with help from AI, and a third decided.",
        "Analyste en sécurité : deux personnes divergeaient sur une note rédigée avec l’aide de l’IA, et une troisième a tranché.",
    ),
    learner(
        "l-0103@demo.example",
        "Yusuf Abdi",
        "Personal support worker: two competencies demonstrated, two gaps, and a video that was put in quarantine.",
        "Préposé aux services de soutien : deux compétences démontrées, deux lacunes et une vidéo mise en quarantaine.",
    ),
    learner(
        "l-0104@demo.example",
        "Priya Raman",
        "Data analyst: everything is demonstrated, and the university has yet to decide on the micro-credential.",
        "Analyste de données : tout est démontré; il reste à l’université à décider du microtitre.",
    ),
    learner(
        "l-0105@demo.example",
        "Chloé Marchand",
        "Early childhood educator: the profile was revised in the middle of the claim, which keeps its version.",
        "Éducatrice de la petite enfance : le profil a été révisé en cours de demande, et la demande garde sa version.",
    )
    .french(),
    learner(
        "l-0106@demo.example",
        "Jesse Laframboise",
        "Industrial electrician: the assessor asked a question; answer it and the assessment goes on.",
        "Électricien industriel : la personne évaluatrice a posé une question; répondez-y et l’évaluation reprend.",
    )
    .first(),
    learner(
        "l-0107@demo.example",
        "Harpreet Gill",
        "Warehouse: an attendance badge counts only as supplementary evidence; a second attempt waits in the queue.",
        "Entrepôt : un badge de présence ne compte que comme preuve complémentaire; une deuxième tentative attend.",
    ),
    learner(
        "l-0108@demo.example",
        "Tomasz Kowalczyk",
        "Holds a heat pump micro-credential issued more than a year ago by a school that is about to close.",
        "Détient un microtitre en thermopompes délivré il y a plus d’un an par une école sur le point de fermer.",
    ),
    learner(
        "l-0109@demo.example",
        "Sandrine Mukendi",
        "Holds a recent heat pump micro-credential that search engines may list.",
        "Détient un microtitre récent en thermopompes que les moteurs de recherche peuvent répertorier.",
    )
    .french(),
    learner(
        "l-0110@demo.example",
        "Noor Rahimi",
        "Heat pumps: both competencies are demonstrated, and the school has yet to decide.",
        "Thermopompes : les deux compétences sont démontrées; il reste à l’école à décider.",
    ),
    learner(
        "l-0111@demo.example",
        "Carlos Mendoza",
        "Bookkeeper with a diploma from abroad: was offered the micro-credential and declined it; the competencies stay recognised.",
        "Commis comptable diplômé à l’étranger : a refusé le microtitre offert; les compétences restent reconnues.",
    ),
    learner(
        "l-0112@demo.example",
        "Sylvie Ouellette",
        "A claim in French from beginning to end, with a criterion reworded so that nobody is shut out.",
        "Une demande en français du début à la fin, avec un critère reformulé pour n’exclure personne.",
    )
    .french()
    .first(),
    learner(
        "l-0113@demo.example",
        "Kayla Spence",
        "Shoreline monitor: an assessor from the same small community stepped back; a recording has yet to be sent.",
        "Surveillante des rives : une personne évaluatrice de la même petite communauté s’est retirée; un enregistrement reste à envoyer.",
    ),
    learner(
        "l-0114@demo.example",
        "Marcus Bellamy",
        "Cook: four attempts at one competency, not there yet, and nothing of it is visible to anybody else.",
        "Cuisinier : quatre tentatives pour une compétence, pas encore démontrée, et rien n’en paraît à l’extérieur.",
    ),
    learner(
        "l-0115@demo.example",
        "Helena Novak",
        "Holds a food-safety micro-credential that has expired; the renewal waits for the college’s decision.",
        "Détient un microtitre en salubrité alimentaire qui est expiré; le renouvellement attend la décision du collège.",
    ),
    learner(
        "l-0117@demo.example",
        "Aisha Rahman",
        "Two claims just begun: one with a self-assessment, one still blank.",
        "Deux demandes à peine commencées : l’une avec une autoévaluation, l’autre encore vierge.",
    ),
    learner(
        "l-0118@demo.example",
        "Gabriel Fontaine",
        "A micro-credential that was not awarded, with the issuer’s reason, and a claim taken back.",
        "Un microtitre qui n’a pas été attribué, avec le motif de l’émetteur, et une demande retirée.",
    )
    .french(),
    learner(
        "l-0121@demo.example",
        "Owen Blackwood",
        "Security operations: an alert is with an assessor, half judged.",
        "Opérations de sécurité : une alerte est chez une personne évaluatrice, à moitié jugée.",
    ),
    assessor(
        "a-01@demo.example",
        "Kofi Mensah",
        "Welding inspector for the employers’ alliance: take a competency from the queue and judge it criterion by criterion.",
        "Inspecteur en soudage pour l’alliance des employeurs : prenez une compétence dans la file et jugez-la critère par critère.",
    )
    .first(),
    assessor(
        "a-02@demo.example",
        "Sophie Tremblay",
        "College assessor with scopes in seven profiles, often the second of two: see what is due first.",
        "Évaluatrice au collège, habilitée pour sept profils, souvent la deuxième de deux : voyez ce qui est dû en premier.",
    )
    .first(),
    assessor("a-03@demo.example", "Nadia Haddad", "Security lead with a judgement half filled in: finish it.", "Responsable en sécurité avec un jugement à moitié rempli : terminez-le.")
        .first(),
    assessor(
        "a-04@demo.example",
        "Grace Villanueva",
        "Judges safe transfers for the care employers.",
        "Juge les transferts sécuritaires pour les employeurs en soins.",
    ),
    assessor("a-05@demo.example", "Rajesh Iyer", "Judges data analysis for the university, and early years in French.", "Juge l’analyse de données pour l’université, et la petite enfance en français."),
    assessor("a-06@demo.example", "Mireille Kouassi", "Judges in French for the Collège des Deux-Rives.", "Juge en français pour le Collège des Deux-Rives.").french(),
    assessor("a-07@demo.example", "Malik Johnson", "Chef and assessor: judged one of four attempts at the same competency.", "Chef et évaluateur : a jugé une de quatre tentatives pour la même compétence."),
    assessor("a-08@demo.example", "Thi Hoa Nguyen", "Judges bookkeeping and food safety for the college.", "Juge la tenue de livres et la salubrité pour le collège."),
    assessor(
        "a-09@demo.example",
        "Elena Petrova",
        "Settled where two assessors differed: read what each of the three found.",
        "A tranché là où deux personnes évaluatrices divergeaient : lisez les constats des trois.",
    ),
    assessor(
        "a-11@demo.example",
        "Piotr Zielinski",
        "Line manager at Bay Robotics: declared a conflict of interest and stepped back.",
        "Gestionnaire aux Ateliers robotiques de la Baie : a déclaré un conflit d’intérêts et s’est retiré.",
    ),
    assessor(
        "a-12@demo.example",
        "Camille Deschênes",
        "Judges for another employer, and waits for a learner’s answer.",
        "Juge pour un autre employeur et attend la réponse d’une personne apprenante.",
    )
    .french(),
    assessor("a-13@demo.example", "Samuel Okoye", "Judges lift truck work for Corridor Logistics: a second attempt is waiting.", "Juge la conduite de chariots pour Logistique du Corridor : une deuxième tentative attend."),
    assessor("a-21@demo.example", "Irina Popescu", "Judges heat pump commissioning for a school that is about to close.", "Juge la mise en service de thermopompes pour une école sur le point de fermer."),
    assessor("a-31@demo.example", "Louis Sutherland", "Judges by community recognition; stepped back because he knows the learner’s family.", "Juge par reconnaissance communautaire; s’est retiré parce qu’il connaît la famille de la personne apprenante."),
    assessor("a-32@demo.example", "Wei Zhang", "Judges only the technical competency of shoreline monitoring.", "Ne juge que la compétence technique de la surveillance des rives."),
    assessor("a-33@demo.example", "Norman Linklater", "Judged in place of a colleague who stepped back.", "A jugé à la place d’un collègue qui s’est retiré."),
    actor(
        Group::Issuer,
        "i-01@demo.example",
        "Fatou Ndiaye",
        "Registrar of Pinecrest College: decide on a micro-credential that waits.",
        "Registraire du Collège Pinecrest : décidez d’un microtitre en attente.",
    )
    .with(&[(Role::Issuer, Org::Pine)])
    .first(),
    actor(
        Group::Issuer,
        "i-02@demo.example",
        "Margaret Osei",
        "Registrar of Lakehurst University: a claim in data analysis waits for the decision.",
        "Registraire de l’Université Lakehurst : une demande en analyse de données attend la décision.",
    )
    .with(&[(Role::Issuer, Org::Lake)])
    .first(),
    actor(
        Group::Issuer,
        "i-03@demo.example",
        "Étienne Bouchard",
        "Registrar of the Collège des Deux-Rives, in French.",
        "Registraire du Collège des Deux-Rives.",
    )
    .french()
    .with(&[(Role::Issuer, Org::Rives)])
    .first(),
    actor(
        Group::Issuer,
        "i-04@demo.example",
        "Victor Radu",
        "Writes profiles and decides on credentials for a school that is about to close: one claim waits.",
        "Rédige les profils et décide des titres d’une école sur le point de fermer : une demande attend.",
    )
    .with(&[(Role::Issuer, Org::Closed), (Role::Author, Org::Closed)]),
    actor(
        Group::Issuer,
        "i-05@demo.example",
        "Theresa Cardinal",
        "Writes the land-based profile and decides on its credentials.",
        "Rédige le profil sur le territoire et décide de ses titres.",
    )
    .with(&[(Role::Issuer, Org::Land), (Role::Author, Org::Land)]),
    actor(
        Group::Author,
        "w-01@demo.example",
        "Ingrid Solberg",
        "Writes the welding profile for the employers’ alliance: read it, revise it, publish a new version.",
        "Rédige le profil en soudage pour l’alliance des employeurs : lisez-le, révisez-le, publiez une nouvelle version.",
    )
    .with(&[(Role::Author, Org::Fab)])
    .first(),
    actor(Group::Author, "w-02@demo.example", "Tunde Adebayo", "Writes the security operations profile.", "Rédige le profil en opérations de sécurité.").with(&[(Role::Author, Org::Cyber)]),
    actor(
        Group::Author,
        "w-03@demo.example",
        "Anika Bhattacharya",
        "Writes profiles for three employers; one revision is still a draft.",
        "Rédige des profils pour trois employeurs; une révision est encore à l’état d’ébauche.",
    )
    .with(&[(Role::Author, Org::Care), (Role::Author, Org::Robo), (Role::Author, Org::Ware)])
    .first(),
    actor(Group::Author, "w-04@demo.example", "Hyun-woo Seo", "Writes the data analysis profile and lists university workshops.", "Rédige le profil en analyse de données et inscrit des ateliers universitaires.").with(&[(Role::Author, Org::Lake)]),
    actor(
        Group::Author,
        "w-05@demo.example",
        "Geneviève Lachance",
        "Writes two profiles in French, both of them revised.",
        "Rédige deux profils en français, tous deux révisés.",
    )
    .french()
    .with(&[(Role::Author, Org::Rives)])
    .first(),
    actor(
        Group::Author,
        "w-06@demo.example",
        "Lindiwe Dlamini",
        "Writes two profiles for the college and lists its clinics.",
        "Rédige deux profils pour le collège et inscrit ses ateliers.",
    )
    .with(&[(Role::Author, Org::Pine)]),
    actor(
        Group::Admin,
        "admin@demo.example",
        "Robin Achterberg",
        "Runs the instance: people, organisations, roles and scopes.",
        "Gère l’instance : personnes, organismes, rôles et habilitations.",
    )
    .with(&[(Role::Admin, Org::Pine)])
    .first(),
];
