//! Messages to other programs, signed so that they can tell who sent them.
//! Source: Standard Webhooks 1.0.0.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// How a secret begins, so that scanners of leaked secrets know it.
const PREFIX: &str = "whsec_";
/// Bytes of a secret; the standard asks for 24 to 64.
const BYTES: usize = 32;

/// A secret to sign messages with.
///
/// # Errors
/// An incident when the system gives no randomness.
pub fn new_secret() -> anyhow::Result<String> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(|error| anyhow::anyhow!("no randomness: {error}"))?;
    Ok(format!("{PREFIX}{}", BASE64_STANDARD.encode(bytes)))
}

/// The header `webhook-signature`: one signature for each secret, over identity, second and body.
/// Nothing for a secret that is none of ours.
pub fn signature(secrets: &[String], message: &str, second: i64, body: &str) -> Option<String> {
    let all: Option<Vec<String>> = secrets.iter().map(|secret| one(secret, message, second, body)).collect();
    all.filter(|all| !all.is_empty()).map(|all| all.join(" "))
}

fn one(secret: &str, message: &str, second: i64, body: &str) -> Option<String> {
    let key = BASE64_STANDARD.decode(secret.strip_prefix(PREFIX)?).ok()?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
    mac.update(format!("{message}.{second}.{body}").as_bytes());
    Some(format!("v1,{}", BASE64_STANDARD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    #[test]
    fn the_signature_is_that_of_the_standard() {
        let sign = |secrets: &[&str], body: &str| {
            let secrets: Vec<String> = secrets.iter().map(|secret| (*secret).to_owned()).collect();
            signature(&secrets, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body)
        };
        // The vector of the reference libraries.
        let body = "{\"test\": 2432232314}";
        let known = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        assert_eq!(sign(&[SECRET], body).as_deref(), Some(known));
        let other = new_secret().unwrap();
        let both = sign(&[&other, SECRET], body).unwrap();
        assert!(both.ends_with(known) && both.split(' ').count() == 2, "{both}");
        assert_ne!(sign(&[SECRET], "{\"test\": 2432232315}").as_deref(), Some(known));
        for wrong in ["", "whsec_", "whsec_é", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"] {
            assert!(
                sign(&[wrong], body).is_none_or(|signed| wrong == "whsec_" && signed != known),
                "{wrong}"
            );
        }
        assert_eq!(sign(&[], body), None);
    }

    #[test]
    fn each_secret_is_new_and_long() {
        let one = new_secret().unwrap();
        assert_ne!(one, new_secret().unwrap());
        assert_eq!(BASE64_STANDARD.decode(&one[6..]).unwrap().len(), 32);
    }
}
