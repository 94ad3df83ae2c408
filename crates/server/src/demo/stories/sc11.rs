//! On the land: somebody from the same small community steps back, somebody else judges; a recording stays unsent.

use super::media::SHORE;
use super::{Case, Piece, SelfRating, World};

const SHORE_WALK: &str = "North shore, with the walking group";

pub(super) async fn tell(world: &World<'_>) -> anyhow::Result<()> {
    let case = Case::open(world, "l-0113", "SC11", 64).await?;
    case.rate(64, &[SelfRating::Ready, SelfRating::Ready, SelfRating::Partly]).await?;
    case.bring("LND-01", PLAN, 52, "An uncle told me which bay to leave alone.").await?;
    case.step_back(
        "LND-01",
        "a-31",
        50,
        "We are a small community, and her mother is my cousin. Somebody else should judge, and I say so openly.",
    )
    .await?;
    case.judge("LND-01", "a-33", 45, &[]).await?;
    case.bring("LND-02", SAMPLES, 44, "None.").await?.judge("LND-02", "a-32", 39, &[]).await?;
    let told = Piece::recording(30, "What I heard at the narrows", SHORE_WALK, SHORE, 1)
        .noting("The community has allowed the sound of the place. The words are told in person.");
    case.add(told, &["LND-03"]).await?;
    Ok(())
}

const PLAN: &[Piece] = &[
    Piece::text(
        61,
        "Plan of the spring walk",
        SHORE_WALK,
        "Asked two of those who look after the bay, in March. They said: not before the ice is gone from the narrows, and stay off the point while the loons sit. Three sites for the inflow, none on the point. Back by six, my aunt knows; radio, dry clothes, two canoes.",
    ),
    Piece::text(
        55,
        "What changed on the way",
        SHORE_WALK,
        "Wind from the west at noon: left site 3 for another day, as agreed beforehand. Told my aunt by radio. Asked again before setting the second date, and one more family came along.",
    ),
];

const SAMPLES: &[Piece] = &[
    Piece::text(
        60,
        "Field sheet, sites 1 and 2",
        SHORE_WALK,
        "Meter checked in two standards at 7:30: 1,412 for 1,413. Rinsed three times facing the current. S1 9:05, 6.1 °C, 88 µS. S2 10:20, 6.4 °C, 91 µS. Labels written at the water. On ice, handed to the laboratory at 15:10, both signatures on the sheet.",
    ),
    Piece::text(
        54,
        "Field sheet, site 3",
        SHORE_WALK,
        "Meter checked again. Bottom came up with the first bottle: emptied, moved upstream, waited, took a new one. S3 8:40, 7.0 °C, 90 µS, acid added and written down. Custody sheet has three hands, no gap, 26 hours in all.",
    ),
];
