//! The organisations of the demo world. All of them are fictional, and say so.

use domain::people::OrganisationKind;
use domain::people::OrganisationKind::{Association, Employer, IndigenousInstitute, Institution, QaBody};

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Org {
    /// A college.
    Pine,
    /// A French-language college.
    Rives,
    /// A university.
    Lake,
    /// Employers of welders.
    Fab,
    /// Employers in cybersecurity.
    Cyber,
    /// Employers in care.
    Care,
    /// A maker of robot cells.
    Robo,
    /// A car plant.
    Auto,
    /// A warehouse.
    Ware,
    /// An Indigenous institute.
    Land,
    /// A career school that is about to close.
    Closed,
    /// Looks after quality.
    Qa,
}

/// What one is added with: which, what it is, English and French name, website, region.
pub(super) type Row = (Org, OrganisationKind, &'static str, &'static str, Option<&'static str>, &'static str);

pub(super) const ORGANISATIONS: &[Row] = &[
    (
        Org::Pine,
        Institution,
        "Pinecrest College (fictional)",
        "Collège Pinecrest (fictif)",
        Some("https://pinecrest.example.org/"),
        "CA-ON",
    ),
    (
        Org::Rives,
        Institution,
        "Collège des Deux-Rives (fictional)",
        "Collège des Deux-Rives (fictif)",
        Some("https://deux-rives.example.org/"),
        "CA-ON",
    ),
    (
        Org::Lake,
        Institution,
        "Lakehurst University (fictional)",
        "Université Lakehurst (fictive)",
        Some("https://lakehurst.example.org/"),
        "CA-ON",
    ),
    (Org::Fab, Association, "Steel Fabricators Alliance (fictional)", "Alliance des fabricants d’acier (fictive)", None, "CA-ON"),
    (Org::Cyber, Association, "Cyber Employers Table (fictional)", "Table des employeurs en cybersécurité (fictive)", None, "CA-ON"),
    (
        Org::Care,
        Association,
        "Home and Long-Term Care Employers (fictional)",
        "Employeurs en soins à domicile et de longue durée (fictif)",
        None,
        "CA-ON",
    ),
    (Org::Robo, Employer, "Bay Robotics Works (fictional)", "Ateliers robotiques de la Baie (fictif)", None, "CA-ON"),
    (Org::Auto, Employer, "Grand Portage Assembly (fictional)", "Assemblage Grand-Portage (fictif)", None, "CA-ON"),
    (Org::Ware, Employer, "Corridor Logistics (fictional)", "Logistique du Corridor (fictive)", None, "CA-ON"),
    (
        Org::Land,
        IndigenousInstitute,
        "Cedar Shore Indigenous Institute (fictional)",
        "Institut autochtone Cedar Shore (fictif)",
        None,
        "CA-ON",
    ),
    (Org::Closed, Institution, "Brightpath Career School (fictional)", "École Brightpath (fictive)", None, "CA-ON"),
    (Org::Qa, QaBody, "Provincial Quality Board (fictional)", "Commission de la qualité (fictive)", None, "CA-ON"),
];
