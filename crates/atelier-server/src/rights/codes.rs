//! Codes that change with time, and codes that serve once.
//! Source: RFC 4226 and RFC 6238 (six digits, half a minute, SHA-1, as every application for telephones does).

use super::secret::hash;
use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp;
use sha1::Sha1;

/// Seconds that a code stands for.
const STEP: i64 = 30;
/// Bytes of a shared secret, as the hash has: 160 bits.
const SECRET: usize = 20;
/// Codes given for the day the device is lost.
const RECOVERY: usize = 10;
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A secret to share with a device, in the letters that applications take.
///
/// # Errors
/// An incident when the system gives no randomness.
pub(super) fn new_secret() -> anyhow::Result<String> {
    Ok(base32(&random::<SECRET>()?))
}

/// Codes for the day the device is lost, in groups of four letters: 80 bits each.
///
/// # Errors
/// An incident when the system gives no randomness.
pub(super) fn new_recovery() -> anyhow::Result<Vec<String>> {
    let grouped = |text: String| {
        let groups: Vec<&str> = (0..4).map(|rank| &text[rank * 4..rank * 4 + 4]).collect();
        groups.join("-")
    };
    (0..RECOVERY).map(|_| Ok(grouped(base32(&random::<10>()?)))).collect()
}

/// What is kept of a code for the day the device is lost.
pub(super) fn kept(code: &str) -> String {
    hash(bare(code).as_bytes())
}

/// The step whose code was given: the present one, the one before or the one after, since clocks differ.
pub(super) fn step_of(secret: &str, code: &str, now: Timestamp) -> Option<i64> {
    let secret = unbase32(secret)?;
    let given: String = bare(code);
    let present = now.as_second() / STEP;
    [present, present - 1, present + 1].into_iter().find(|step| same(&digits(&secret, *step, 6), &given))
}

/// The code of a secret at a moment, for tests and for whoever plays the device.
pub fn code_at(secret: &str, now: Timestamp) -> Option<String> {
    Some(digits(&unbase32(secret)?, now.as_second() / STEP, 6))
}

/// The code of a step, of some digits.
fn digits(secret: &[u8], step: i64, count: u32) -> String {
    // A key of any length is taken: the error of this function never comes.
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(secret) else { return String::new() };
    mac.update(&step.to_be_bytes());
    let bytes = mac.finalize().into_bytes();
    let at = usize::from(bytes[19] & 0xf);
    let word = u32::from_be_bytes([bytes[at] & 0x7f, bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    format!("{:0width$}", word % 10_u32.pow(count), width = count as usize)
}

/// Without the time telling how much was right.
fn same(one: &str, other: &str) -> bool {
    let differs = one.bytes().zip(other.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b));
    one.len() == other.len() && differs == 0
}

/// A code as it is compared: letters and digits, capitals.
fn bare(code: &str) -> String {
    code.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_uppercase())
        .take(32)
        .collect()
}

fn random<const N: usize>() -> anyhow::Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| anyhow::anyhow!("no randomness: {error}"))?;
    Ok(bytes)
}

/// Whole groups of five bits only: the lengths used here are multiples of five bytes.
fn base32(bytes: &[u8]) -> String {
    let letter = |rank: usize| {
        let bit = |at: usize| usize::from(bytes[at / 8] >> (7 - at % 8) & 1);
        LETTERS[(rank * 5..rank * 5 + 5).fold(0, |value, at| value << 1 | bit(at))]
    };
    (0..bytes.len() * 8 / 5).map(|rank| char::from(letter(rank))).collect()
}

fn unbase32(text: &str) -> Option<Vec<u8>> {
    let values: Option<Vec<usize>> =
        text.bytes().map(|letter| LETTERS.iter().position(|known| *known == letter)).collect();
    let values = values?;
    let bit = |at: usize| values[at / 5] >> (4 - at % 5) & 1;
    let bytes = (0..values.len() * 5 / 8)
        .map(|rank| (rank * 8..rank * 8 + 8).fold(0, |value, at| value << 1 | bit(at) as u8));
    Some(bytes.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn codes_are_those_of_the_standards() {
        let secret = b"12345678901234567890";
        for (counter, code) in [
            (0, "755224"),
            (1, "287082"),
            (2, "359152"),
            (3, "969429"),
            (4, "338314"),
            (5, "254676"),
            (6, "287922"),
            (7, "162583"),
            (8, "399871"),
            (9, "520489"),
        ] {
            assert_eq!(digits(secret, counter, 6), code, "RFC 4226, appendix D");
        }
        for (second, code) in [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ] {
            assert_eq!(digits(secret, second / STEP, 8), code, "RFC 6238, appendix B");
        }
    }

    #[test]
    fn a_secret_is_written_in_the_letters_of_rfc_4648_and_read_back() {
        assert_eq!(base32(b"12345678901234567890"), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let secret = new_secret().unwrap();
        assert_eq!((secret.len(), base32(&unbase32(&secret).unwrap())), (32, secret.clone()));
        assert_ne!(new_secret().unwrap(), secret);
        assert_eq!(unbase32("a1"), None);
    }

    #[test]
    fn a_code_holds_for_its_half_minute_and_its_neighbours() {
        let secret = base32(b"12345678901234567890");
        let now = 1_111_111_111;
        let code = code_at(&secret, at(now)).unwrap();
        assert_eq!(step_of(&secret, &code, at(now)), Some(now / STEP));
        for (later, held) in [(-60, false), (-30, true), (30, true), (60, false), (90, false)] {
            assert_eq!(step_of(&secret, &code, at(now + later)).is_some(), held, "{later}");
        }
        let spaced = format!(" {} {} ", &code[..3], &code[3..]);
        assert!(step_of(&secret, &spaced, at(now)).is_some());
        for wrong in ["", "0", &code[..5], &format!("{code}0"), "é23456", "000000"] {
            assert_eq!(step_of(&secret, wrong, at(now)), None, "{wrong}");
        }
    }

    #[test]
    fn codes_for_the_lost_device_differ_and_are_read_whatever_their_form() {
        let codes = new_recovery().unwrap();
        let kept: std::collections::BTreeSet<String> = codes.iter().map(|code| super::kept(code)).collect();
        assert_eq!((codes.len(), kept.len()), (10, 10));
        assert!(codes.iter().all(|code| code.len() == 19));
        let loose = codes[0].to_lowercase().replace('-', " ");
        assert_eq!(super::kept(&loose), super::kept(&codes[0]));
    }
}
