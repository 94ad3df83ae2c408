//! Passwords: what is accepted, and how they are kept (argon2id).

use crate::actions::{Failure, Outcome};
use crate::app::App;
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};

/// Shortest. Length is what makes a password strong; classes of characters are not asked for.
pub const SHORTEST: usize = 10;
/// Longest, in characters.
pub const LONGEST: usize = 200;

/// A hash that no password matches in practice, checked where there is no account.
pub const DECOY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Zr8RJ2iQ8bmXvjMDRnRxPj0rFTdq8x9ScqbVpF3b1vA";

/// The beginnings of what people choose most often; a password that is one of these plus a few characters is as
/// easy to guess.
const COMMON: &[&str] = &[
    "password",
    "passw0rd",
    "p@ssword",
    "p@ssw0rd",
    "motdepasse",
    "m0tdepasse",
    "qwerty",
    "azerty",
    "qwertz",
    "asdfgh",
    "zxcvbn",
    "1q2w3e4r",
    "1qaz2wsx",
    "qazwsx",
    "abc123",
    "abcdef",
    "abcd1234",
    "123456",
    "12345678",
    "1234567890",
    "0123456789",
    "987654321",
    "111111",
    "000000",
    "123123",
    "123321",
    "112233",
    "121212",
    "654321",
    "666666",
    "696969",
    "777777",
    "iloveyou",
    "jetaime",
    "letmein",
    "welcome",
    "bienvenue",
    "bonjour",
    "monkey",
    "dragon",
    "football",
    "baseball",
    "hockey",
    "canadiens",
    "mapleleafs",
    "toronto",
    "montreal",
    "ottawa",
    "ontario",
    "quebec",
    "canada",
    "sunshine",
    "soleil",
    "princess",
    "princesse",
    "superman",
    "batman",
    "starwars",
    "pokemon",
    "trustno1",
    "whatever",
    "master",
    "shadow",
    "michael",
    "jordan",
    "jennifer",
    "charlie",
    "ashley",
    "doudou",
    "chouchou",
    "loulou",
    "marseille",
    "administrator",
    "administrateur",
    "changeme",
    "secret",
    "tessera",
    "credential",
    "learner",
    "student",
    "etudiant",
    "college",
    "university",
    "universite",
    "summer20",
    "winter20",
    "spring20",
    "autumn20",
    "hiver20",
    "printemps",
    "automne",
];

/// Whether a password can be taken; `own` is what others know of the person.
pub fn acceptable(password: &str, own: &[&str]) -> Result<(), &'static str> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err("wrong-password-short");
    }
    if length > LONGEST {
        return Err("wrong-password-long");
    }
    let plain = password.to_lowercase();
    let letters: std::collections::BTreeSet<char> = plain.chars().collect();
    let short = |rest: &str| rest.chars().count() < 6;
    let known = own.iter().flat_map(|o| o.split(['@', ' ', '.'])).map(str::to_lowercase).filter(|w| w.chars().count() >= 4);
    let without_own = known.fold(plain.clone(), |rest, word| rest.replace(&word, ""));
    let common = COMMON.iter().any(|w| plain.contains(w) && short(&plain.replacen(w, "", 1)));
    if letters.len() < 4 || common || short(&without_own) {
        return Err("wrong-password-common");
    }
    Ok(())
}

/// The hash to keep.
pub async fn hash(app: &App, password: String) -> Outcome<String> {
    let _turn = app.hashing.acquire().await.map_err(|e| Failure::Broken(e.to_string()))?;
    let hashed = tokio::task::spawn_blocking(move || Argon2::default().hash_password(password.as_bytes()).map(|h| h.to_string()));
    hashed.await.map_err(|e| Failure::Broken(e.to_string()))?.map_err(|e| Failure::Broken(e.to_string()))
}

/// Whether a password is the one that was hashed.
pub async fn verify(app: &App, password: String, hash: String) -> Outcome<bool> {
    if password.chars().count() > LONGEST {
        return Ok(false);
    }
    let _turn = app.hashing.acquire().await.map_err(|e| Failure::Broken(e.to_string()))?;
    let checked = tokio::task::spawn_blocking(move || {
        PasswordHash::new(&hash).is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok())
    });
    checked.await.map_err(|e| Failure::Broken(e.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_common_and_personal_passwords_are_refused() {
        let own = ["Amara Okafor", "amara@example.ca"];
        for (bad, key) in [
            ("short1!", "wrong-password-short"),
            ("Password2026", "wrong-password-common"),
            ("aaaaaaaaaaaa", "wrong-password-common"),
            ("1234567890", "wrong-password-common"),
            ("amara-okafor", "wrong-password-common"),
            ("okafor12345", "wrong-password-common"),
        ] {
            assert_eq!(acceptable(bad, &own), Err(key), "{bad}");
        }
        assert_eq!(acceptable(&"x".repeat(201), &own), Err("wrong-password-long"));
    }

    #[test]
    fn a_long_phrase_of_any_characters_is_taken() {
        assert_eq!(acceptable("trois bateaux sur le lac", &["Amara"]), Ok(()));
        assert_eq!(acceptable("heron-quartz-mitten", &[]), Ok(()));
    }

    #[test]
    fn the_decoy_is_a_hash_that_can_be_checked() {
        let parsed = PasswordHash::new(DECOY).unwrap();
        assert!(Argon2::default().verify_password(b"anything", &parsed).is_err());
    }
}
