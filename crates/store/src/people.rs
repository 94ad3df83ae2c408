//! People, organisations, roles, scopes, sessions and tokens.

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args, doc, name_of, named, role};
use domain::people::{AssessorScope, Membership, Organisation, Person, Role};
use domain::standing::Standing;
use domain::{Lang, OrganisationId, PersonId, ProfileId, TokenId, Ts};

/// What is read of a person, and more.
macro_rules! select_person {
    ($rest:literal) => {
        select_person!("", $rest)
    };
    ($more:literal, $rest:literal) => {
        concat!("SELECT p.id, p.name, p.email, p.lang, p.password_hash, p.created_at", $more, " FROM person p ", $rest)
    };
}

fn person_of(row: &Row) -> Result<Person> {
    Ok(Person {
        id: row.parse("id")?,
        name: row.text("name")?,
        email: row.text("email")?,
        lang: Lang::parse(&row.text("lang")?).ok_or(StoreError::impossible("lang"))?,
        created: row.ts("created_at")?,
    })
}

/// Adds an account. A second one with the same address is a `Conflict`.
pub async fn add_person(tx: &mut Tx, person: &Person, password_hash: Option<&str>) -> Result<()> {
    let sql = "INSERT INTO person (id, name, email, lang, password_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6)";
    let p = person;
    tx.exec(sql, args![p.id.to_string(), &p.name, &p.email, p.lang.code(), password_hash, p.created]).await?;
    Ok(())
}

/// The person of this id.
pub async fn person(tx: &mut Tx, id: PersonId) -> Result<Option<Person>> {
    let row = tx.opt(select_person!("WHERE id = $1"), args![id.to_string()]).await?;
    row.as_ref().map(person_of).transpose()
}

/// The person with this address, and the hash of their password.
pub async fn person_by_email(tx: &mut Tx, email: &str) -> Result<Option<(Person, Option<String>)>> {
    let sql = select_person!("WHERE email = $1");
    let row = tx.opt(sql, args![email]).await?;
    row.map(|r| Ok((person_of(&r)?, r.opt_text("password_hash")?))).transpose()
}

/// A page of everybody, by name, with what they are called in it.
pub async fn people(tx: &mut Tx, after: &str, most: i64) -> Result<Vec<Person>> {
    let sql = select_person!("WHERE name > $1 AND email <> id ORDER BY name, id LIMIT $2");
    tx.all(sql, args![after, most]).await?.iter().map(person_of).collect()
}

/// A page of the people whose address or name contains `words` (lower case; `""`: everybody), by name, and how many
/// there are in all.
pub async fn search(tx: &mut Tx, words: &str, offset: i64, most: i64) -> Result<(Vec<Person>, i64)> {
    let sql = select_person!(
        "WHERE email <> id AND ($1 = '' OR email LIKE '%' || $1 || '%' OR LOWER(name) LIKE '%' || $1 || '%') ORDER BY name, id LIMIT $3 OFFSET $2"
    );
    let found = tx.all(sql, args![words, offset, most]).await?.iter().map(person_of).collect::<Result<_>>()?;
    let count = "SELECT COUNT(*) AS n FROM person WHERE email <> id AND ($1 = '' OR email LIKE '%' || $1 || '%' OR LOWER(name) LIKE '%' || $1 || '%')";
    Ok((found, tx.opt(count, args![words]).await?.ok_or(StoreError::impossible("count"))?.int("n")?))
}

/// Changes name and language.
pub async fn save_person(tx: &mut Tx, person: &Person) -> Result<()> {
    let sql = "UPDATE person SET name = $2, lang = $3 WHERE id = $1";
    tx.exec(sql, args![person.id.to_string(), &person.name, person.lang.code()]).await?;
    Ok(())
}

/// Sets the hash of a new password.
pub async fn set_password(tx: &mut Tx, id: PersonId, hash: &str) -> Result<()> {
    tx.exec("UPDATE person SET password_hash = $2 WHERE id = $1", args![id.to_string(), hash]).await?;
    Ok(())
}

/// Notes that letters to the person's address reach them; the first time counts.
pub async fn prove_address(tx: &mut Tx, id: PersonId, now: Ts) -> Result<()> {
    let sql = "UPDATE person SET address_proven_at = $2 WHERE id = $1 AND address_proven_at IS NULL";
    tx.exec(sql, args![id.to_string(), now]).await?;
    Ok(())
}

/// The person whom letters to this address are known to reach.
pub async fn reached_at(tx: &mut Tx, email: &str) -> Result<Option<Person>> {
    let sql = select_person!("WHERE email = $1 AND address_proven_at IS NOT NULL");
    tx.opt(sql, args![email]).await?.as_ref().map(person_of).transpose()
}

/// What is read of an organisation.
macro_rules! select_organisation {
    ($rest:literal) => {
        concat!("SELECT id, kind, name_en, name_fr, website, region FROM organisation ", $rest)
    };
}

fn organisation_of(row: &Row) -> Result<Organisation> {
    let kind = named(&row.text("kind")?)?;
    let name = domain::Text::of(row.text("name_en")?, row.text("name_fr")?);
    Ok(Organisation { id: row.parse("id")?, kind, name, website: row.opt_text("website")?, region: row.text("region")? })
}

/// Adds an organisation.
pub async fn add_organisation(tx: &mut Tx, o: &Organisation) -> Result<()> {
    let sql = "INSERT INTO organisation (id, kind, name_en, name_fr, website, region) VALUES ($1, $2, $3, $4, $5, $6)";
    tx.exec(sql, args![o.id.to_string(), name_of(&o.kind), &o.name.en, &o.name.fr, o.website.clone(), &o.region]).await?;
    Ok(())
}

/// Every organisation, by English name. There are few enough to list.
pub async fn organisations(tx: &mut Tx) -> Result<Vec<Organisation>> {
    let sql = select_organisation!("ORDER BY name_en LIMIT 500");
    tx.all(sql, vec![]).await?.iter().map(organisation_of).collect()
}

/// The organisation of this id.
pub async fn organisation(tx: &mut Tx, id: OrganisationId) -> Result<Option<Organisation>> {
    let sql = select_organisation!("WHERE id = $1");
    tx.opt(sql, args![id.to_string()]).await?.as_ref().map(organisation_of).transpose()
}

/// Whether an organisation is recognised as an issuer.
pub async fn standing(tx: &mut Tx, id: OrganisationId) -> Result<Option<Standing>> {
    let row = tx.opt("SELECT standing_doc FROM organisation WHERE id = $1", args![id.to_string()]).await?;
    row.map(|r| r.json("standing_doc")).transpose()
}

/// Keeps where an organisation stands.
pub async fn set_standing(tx: &mut Tx, id: OrganisationId, standing: &Standing) -> Result<()> {
    let sql = "UPDATE organisation SET standing_doc = $2 WHERE id = $1";
    crate::one(tx.exec(sql, args![id.to_string(), doc(standing)]).await?)
}

/// Gives a role; whether it is new to them.
pub async fn grant(tx: &mut Tx, person: PersonId, m: Membership) -> Result<bool> {
    let sql = "INSERT INTO membership (person, organisation, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    Ok(tx.exec(sql, args![person.to_string(), m.organisation.to_string(), role::name(m.role)]).await? == 1)
}

/// Takes a role away, and with an assessor's role the scopes there; whether it was held.
pub async fn remove_role(tx: &mut Tx, person: PersonId, m: Membership) -> Result<bool> {
    let values = args![person.to_string(), m.organisation.to_string(), role::name(m.role)];
    let n = tx.exec("DELETE FROM membership WHERE person = $1 AND organisation = $2 AND role = $3", values).await?;
    if m.role == Role::Assessor {
        let values = args![person.to_string(), m.organisation.to_string()];
        tx.exec("DELETE FROM assessor_scope WHERE person = $1 AND organisation = $2", values).await?;
    }
    Ok(n > 0)
}

fn membership_of(row: &Row) -> Result<Membership> {
    Ok(Membership { organisation: row.parse("organisation")?, role: role::parse(&row.text("role")?)? })
}

/// The roles a person holds.
pub async fn memberships(tx: &mut Tx, person: PersonId) -> Result<Vec<Membership>> {
    let sql = "SELECT organisation, role FROM membership WHERE person = $1 ORDER BY organisation, role";
    tx.all(sql, args![person.to_string()]).await?.iter().map(membership_of).collect()
}

/// Who holds a role in an organisation.
pub async fn members(tx: &mut Tx, organisation: OrganisationId, of: Role) -> Result<Vec<Person>> {
    let sql = select_person!("JOIN membership m ON m.person = p.id WHERE m.organisation = $1 AND m.role = $2 ORDER BY p.name");
    tx.all(sql, args![organisation.to_string(), role::name(of)]).await?.iter().map(person_of).collect()
}

/// Whether anybody holds the administrator's role yet.
pub async fn has_admin(tx: &mut Tx) -> Result<bool> {
    Ok(tx.opt("SELECT person FROM membership WHERE role = 'admin' LIMIT 1", vec![]).await?.is_some())
}

/// Gives or replaces an assessor's scope in a profile.
pub async fn set_scope(tx: &mut Tx, s: &AssessorScope) -> Result<()> {
    let sql = "INSERT INTO assessor_scope (person, organisation, profile, competencies_doc, from_at, until_at) VALUES ($1, $2, $3, $4, $5, $6) \
               ON CONFLICT (person, organisation, profile) DO UPDATE SET competencies_doc = excluded.competencies_doc, \
               from_at = excluded.from_at, until_at = excluded.until_at";
    let ids = args![s.person.to_string(), s.organisation.to_string(), s.profile.to_string(), doc(&s.competencies), s.from, s.until];
    tx.exec(sql, ids).await?;
    Ok(())
}

/// What is read of an assessor's scope.
macro_rules! select_scope {
    ($rest:literal) => {
        concat!("SELECT person, organisation, profile, competencies_doc, from_at, until_at FROM assessor_scope ", $rest)
    };
}

fn scope_of(row: &Row) -> Result<AssessorScope> {
    Ok(AssessorScope {
        person: row.parse("person")?,
        organisation: row.parse("organisation")?,
        profile: row.parse("profile")?,
        competencies: row.json("competencies_doc")?,
        from: row.ts("from_at")?,
        until: row.ts("until_at")?,
    })
}

/// What a person may judge.
pub async fn scopes(tx: &mut Tx, person: PersonId) -> Result<Vec<AssessorScope>> {
    let sql = select_scope!("WHERE person = $1");
    tx.all(sql, args![person.to_string()]).await?.iter().map(scope_of).collect()
}

/// Who may judge in a profile.
pub async fn scopes_in(tx: &mut Tx, profile: ProfileId) -> Result<Vec<AssessorScope>> {
    let sql = select_scope!("WHERE profile = $1");
    tx.all(sql, args![profile.to_string()]).await?.iter().map(scope_of).collect()
}

/// Begins a session. Only the hash of its token is kept.
pub async fn add_session(tx: &mut Tx, token_hash: &str, person: PersonId, now: Ts, until: Ts) -> Result<()> {
    let sql = "INSERT INTO session (token_hash, person, created_at, expires_at) VALUES ($1, $2, $3, $4)";
    tx.exec(sql, args![token_hash, person.to_string(), now, until]).await?;
    Ok(())
}

/// Whose session this is, with their roles, in one question.
pub async fn session(tx: &mut Tx, token_hash: &str, now: Ts) -> Result<Option<(Person, Vec<Membership>)>> {
    let sql = select_person!(
        ", m.organisation, m.role",
        "JOIN session s ON s.person = p.id LEFT JOIN membership m ON m.person = p.id WHERE s.token_hash = $1 AND s.expires_at > $2"
    );
    whole_person(&tx.all(sql, args![token_hash, now]).await?)
}

fn whole_person(rows: &[Row]) -> Result<Option<(Person, Vec<Membership>)>> {
    let Some(first) = rows.first() else { return Ok(None) };
    let held = rows.iter().filter(|r| r.opt_text("role").is_ok_and(|v| v.is_some()));
    Ok(Some((person_of(first)?, held.map(membership_of).collect::<Result<_>>()?)))
}

/// Ends a session.
pub async fn end_session(tx: &mut Tx, token_hash: &str) -> Result<()> {
    tx.exec("DELETE FROM session WHERE token_hash = $1", args![token_hash]).await?;
    Ok(())
}

/// Ends every session of a person.
pub async fn end_sessions(tx: &mut Tx, person: PersonId) -> Result<u64> {
    tx.exec("DELETE FROM session WHERE person = $1", args![person.to_string()]).await
}

/// Keeps the hash of a link by which a person sets a new password.
pub async fn add_password_link(tx: &mut Tx, token_hash: &str, person: PersonId, until: Ts) -> Result<()> {
    let sql = "INSERT INTO password_link (token_hash, person, expires_at) VALUES ($1, $2, $3)";
    tx.exec(sql, args![token_hash, person.to_string(), until]).await?;
    Ok(())
}

/// How many such links of a person are open.
pub async fn password_links(tx: &mut Tx, person: PersonId, now: Ts) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM password_link WHERE person = $1 AND expires_at > $2";
    tx.opt(sql, args![person.to_string(), now]).await?.ok_or(StoreError::impossible("count"))?.int("n")
}

/// Whose link this is, while it is open.
pub async fn password_link(tx: &mut Tx, token_hash: &str, now: Ts) -> Result<Option<PersonId>> {
    let sql = "SELECT person FROM password_link WHERE token_hash = $1 AND expires_at > $2";
    tx.opt(sql, args![token_hash, now]).await?.map(|r| r.parse("person")).transpose()
}

/// Closes a person's links; how many there were.
pub async fn close_password_links(tx: &mut Tx, person: PersonId) -> Result<u64> {
    tx.exec("DELETE FROM password_link WHERE person = $1", args![person.to_string()]).await
}

/// Forgets sessions, links and sign-in attempts that are over.
pub async fn forget_sessions(tx: &mut Tx, now: Ts) -> Result<u64> {
    tx.exec("DELETE FROM sign_in_attempt WHERE at < $1", args![now.plus_hours(-1)]).await?;
    tx.exec("DELETE FROM password_link WHERE expires_at <= $1", args![now]).await?;
    tx.exec("DELETE FROM session WHERE expires_at <= $1", args![now]).await
}

/// Notes a failed sign-in, and how many there were for this address in the last quarter of an hour.
pub async fn failed_sign_ins(tx: &mut Tx, email: &str, now: Ts, failed_now: bool) -> Result<i64> {
    if failed_now {
        tx.exec("INSERT INTO sign_in_attempt (email, at) VALUES ($1, $2)", args![email, now]).await?;
    }
    let since = Ts(now.0 - 900_000_000);
    let row = tx.opt("SELECT COUNT(*) AS n FROM sign_in_attempt WHERE email = $1 AND at > $2", args![email, since]).await?;
    row.map_or(Ok(0), |r| r.int("n"))
}

/// A personal access token, without its secret.
#[derive(Clone, Debug)]
pub struct Token {
    /// Its id.
    pub id: TokenId,
    /// What its owner calls it.
    pub name: String,
    /// What it may do, separated by spaces.
    pub scopes: String,
    /// Made when.
    pub created: Ts,
    /// Good until.
    pub expires: Ts,
}

/// Adds a token. Only the hash of its secret is kept.
pub async fn add_token(tx: &mut Tx, person: PersonId, t: &Token, token_hash: &str) -> Result<()> {
    let sql = "INSERT INTO token (id, person, name, token_hash, scopes, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let values = args![t.id.to_string(), person.to_string(), &t.name, token_hash, &t.scopes, t.created, t.expires];
    tx.exec(sql, values).await?;
    Ok(())
}

/// The tokens of a person that still work.
pub async fn tokens(tx: &mut Tx, person: PersonId, now: Ts) -> Result<Vec<Token>> {
    let sql = "SELECT id, name, scopes, created_at, expires_at FROM token WHERE person = $1 AND revoked_at IS NULL AND expires_at > $2 \
               ORDER BY created_at DESC LIMIT 100";
    let rows = tx.all(sql, args![person.to_string(), now]).await?;
    rows.iter()
        .map(|r| {
            Ok(Token {
                id: r.parse("id")?,
                name: r.text("name")?,
                scopes: r.text("scopes")?,
                created: r.ts("created_at")?,
                expires: r.ts("expires_at")?,
            })
        })
        .collect()
}

/// Takes a token back; whether there was one to take back.
pub async fn revoke_token(tx: &mut Tx, person: PersonId, id: TokenId, now: Ts) -> Result<bool> {
    let sql = "UPDATE token SET revoked_at = $3 WHERE id = $1 AND person = $2 AND revoked_at IS NULL";
    Ok(tx.exec(sql, args![id.to_string(), person.to_string(), now]).await? == 1)
}

/// Whose token this is, with their roles, and what it may do.
pub async fn token(tx: &mut Tx, token_hash: &str, now: Ts) -> Result<Option<(Person, Vec<Membership>, String)>> {
    let sql = select_person!(
        ", m.organisation, m.role, t.scopes",
        "JOIN token t ON t.person = p.id LEFT JOIN membership m ON m.person = p.id \
         WHERE t.token_hash = $1 AND t.expires_at > $2 AND t.revoked_at IS NULL"
    );
    let rows = tx.all(sql, args![token_hash, now]).await?;
    let Some((person, roles)) = whole_person(&rows)? else { return Ok(None) };
    Ok(Some((person, roles, rows[0].text("scopes")?)))
}
