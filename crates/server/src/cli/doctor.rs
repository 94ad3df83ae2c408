//! `tessera doctor`: looks at an instance and says what is wrong and what to do.

use super::{Setup, serve};
use crate::app::{App, Clock};
use crate::{issuing, verifying};
use std::io::Write as _;
use std::process::ExitCode;

/// What was found: a line, and what to do if it is not well.
struct Finding {
    about: &'static str,
    said: Result<String, (String, &'static str)>,
}

fn well(about: &'static str, said: impl Into<String>) -> Finding {
    Finding { about, said: Ok(said.into()) }
}

fn ill(about: &'static str, said: impl Into<String>, advice: &'static str) -> Finding {
    Finding { about, said: Err((said.into(), advice)) }
}

pub(super) async fn run(setup: Setup) -> anyhow::Result<ExitCode> {
    let config = setup.config()?;
    let mut found = vec![base_url(&config.base_url())];
    if !config.data.dir.is_dir() {
        found.push(ill(
            "folder",
            format!("{} is not there", config.data.dir.display()),
            "Run `tessera serve` with the same --data once, or mend the path.",
        ));
        return report(&found);
    }
    match serve::open(config, false, Clock::machine()).await {
        Ok(app) => {
            found.extend(look(&app).await?);
            app.db.close().await;
        }
        Err(e) => found.push(ill("instance", format!("{e:#}"), "Mend what the line says; nothing else could be looked at.")),
    }
    report(&found)
}

fn base_url(base: &str) -> Finding {
    let advice = "Set TESSERA_BASE_URL to what people type; it is written into credentials and must not change later.";
    match url::Url::parse(base) {
        Ok(u) if u.scheme() == "https" => well("address", base),
        Ok(_) => ill("address", format!("{base} is not https, so issuers' keys can't be published where verifiers look"), advice),
        Err(e) => ill("address", format!("{base}: {e}"), advice),
    }
}

async fn look(app: &App) -> anyhow::Result<Vec<Finding>> {
    let mut found = vec![well("database", app.db.describe().await?)];
    found.push(mail(app));
    found.push(clock(app).await?);
    found.push(administrator(app).await?);
    found.extend(keys(app).await?);
    found.push(jobs(app).await?);
    found.push(chains(app).await?);
    Ok(found)
}

fn mail(app: &App) -> Finding {
    match &app.config.mail.smtp {
        Some(_) => well("mail", "a mail server is set"),
        None => ill("mail", "no mail server is set: letters are written and not sent", "Set TESSERA_SMTP and TESSERA_MAIL_FROM."),
    }
}

/// The machine's clock against the latest thing that happened: a clock that went back would sign into the past.
async fn clock(app: &App) -> anyhow::Result<Finding> {
    let mut tx = app.read().await?;
    let latest = store::events::latest(&mut tx).await?;
    Ok(match latest {
        Some(at) if at.0 > app.now().0 + 60_000_000 => {
            ill("clock", "the clock is behind the latest entry of the record", "Set the machine's clock; use NTP.")
        }
        _ => well("clock", vc::rfc3339(app.now().0).unwrap_or_default()),
    })
}

async fn administrator(app: &App) -> anyhow::Result<Finding> {
    Ok(if store::people::has_admin(&mut app.read().await?).await? {
        well("administrator", "there is one")
    } else {
        ill("administrator", "nobody is administrator yet", "Start `tessera serve` and open the set-up link in its log.")
    })
}

/// Opens every key, signs a sample with it and verifies that.
async fn keys(app: &App) -> anyhow::Result<Vec<Finding>> {
    let mut tx = app.read().await?;
    let mut found = Vec::new();
    for kept in store::awards::all_keys(&mut tx).await? {
        let about = format!("{} of {}", kept.id, kept.organisation);
        let Ok(secret) = app.vault.open(&kept.sealed, &kept.organisation.to_string()) else {
            let advice = "Set TESSERA_INSTANCE_KEY (or restore instance.key) to the key that was in force when it was made.";
            found.push(ill("signing key", format!("{about} does not open"), advice));
            continue;
        };
        let kind = vc::PublicKey::from_multibase(&kept.public).map(|public| public.kind());
        let key =
            kind.ok().and_then(|kind| vc::SigningKey::from_secret(kind, &secret).ok()).filter(|k| k.public_multibase() == kept.public);
        found.push(match key.map(|key| sample_verdict(app, &key)) {
            Some(Ok(vc::Verdict::Valid)) => well("signing key", format!("{about} signs and verifies")),
            Some(Ok(other)) => ill("signing key", format!("{about}: a sample is {other:?}"), RESTORE),
            Some(Err(why)) => ill("signing key", format!("{about}: a sample can't be signed: {why}"), RESTORE),
            None => ill("signing key", format!("{about}: its two halves do not belong together"), RESTORE),
        });
    }
    Ok(found)
}

const RESTORE: &str = "Restore the database or the key from a backup.";

/// What becomes of a sample that the key signs.
fn sample_verdict(app: &App, key: &vc::SigningKey) -> Result<vc::Verdict, String> {
    let suite = if key.kind() == vc::KeyType::Ed25519 { vc::Suite::EddsaRdfc2022 } else { vc::Suite::EcdsaRdfc2019 };
    let options = vc::SignOptions::new(key.did_key_method(), vc::rfc3339(app.now().0).unwrap_or_default()).with_suite(suite);
    let signed = vc::sign(issuing::sample(&key.did_key()), key, &options).map_err(|e| e.to_string())?;
    verifying::check(&signed, &Default::default(), app.now().0).map(|report| report.verdict).map_err(|e| e.to_string())
}

async fn jobs(app: &App) -> anyhow::Result<Finding> {
    let mut tx = app.read().await?;
    let (waiting, stuck) = store::jobs::waiting(&mut tx).await?;
    if stuck == 0 {
        return Ok(well("jobs", format!("{waiting} waiting, none stuck")));
    }
    let said: Vec<String> = store::jobs::stuck(&mut tx).await?.into_iter().map(|(kind, error)| format!("{kind}: {error}")).collect();
    Ok(ill("jobs", format!("{stuck} keep failing: {}", said.join("; ")), "Mend the cause; they are tried again by themselves."))
}

async fn chains(app: &App) -> anyhow::Result<Finding> {
    let (mut after, mut checked, mut broken) = (String::new(), 0usize, Vec::new());
    let mut tx = app.read().await?;
    loop {
        let page = store::events::chains(&mut tx, &after, 500).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(last);
        for chain in &page {
            checked += 1;
            broken.extend(store::events::check(&mut tx, chain).await?);
        }
    }
    Ok(if broken.is_empty() {
        well("record", format!("{checked} chains, none broken"))
    } else {
        let places: Vec<String> = broken.iter().take(5).map(|b| format!("{} at entry {}", b.chain, b.seq)).collect();
        ill(
            "record",
            format!("{} of {checked} chains are broken: {}", broken.len(), places.join(", ")),
            "Somebody changed the database by hand. Compare with a backup.",
        )
    })
}

fn report(found: &[Finding]) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout();
    let mut sound = true;
    for f in found {
        match &f.said {
            Ok(said) => writeln!(out, "ok      {:<14} {said}", f.about)?,
            Err((said, advice)) => {
                sound = false;
                writeln!(out, "WRONG   {:<14} {said}\n{:23} → {advice}", f.about, "")?;
            }
        }
    }
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
