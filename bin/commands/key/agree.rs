//! `key agree`: the secret that two keys agree on.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::key::{PublicKey, SecretKey, agree};
use decent::secret::{Secret, SecretBytes};
use decent::watch::{Step, Watch};
use zeroize::Zeroizing;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::keys::KindWord;
use crate::report::bytes_of;
use crate::secrets::{Hide, Passphrase};
use crate::shown::shell_word;

/// The label of whoever gives none.
const LABEL: &str = "decent key agree";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// What the key is for: HKDF gives another one for each label
    #[arg(long, value_name = "LABEL", default_value = LABEL)]
    info: String,
    /// Print the shared bytes as the curve gives them: no key yet, for they are not uniform
    #[arg(long, conflicts_with = "info")]
    raw: bool,
    /// What sort of key hex digits are
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<KindWord>,
    #[command(flatten)]
    passphrase: Passphrase,
    #[command(flatten)]
    hide: Hide,
    /// One's own secret key
    #[arg(value_name = "KEY")]
    key: PathBuf,
    /// The public key of the other side
    #[arg(value_name = "PUB")]
    peer: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Two sides that know only each other's public keys come to the same 32 bytes (Diffie-Hellman), and
print them in hex. Works on keys of x25519 and of secp256k1. The bytes go through HKDF with
SHA-256, no salt and the label as its info, so that one pair of keys serves many uses. A public
key that would make the result zeros, the same for everybody, is refused.";
    const EXAMPLES: &'static str = "$ decent key new -q --type x25519 -o anna > log
$ decent key new -q --type x25519 -o ben >> log
$ decent key agree --info mail anna ben.pub -o one
$ decent key agree --info mail ben anna.pub | cmp - one
$ decent key agree --info files ben anna.pub | cmp -s - one
[1]
$ printf %064d 0 > zero && decent key agree --type x25519 anna zero
decent key agree: zero: wanted a shared secret, found zeros, which anybody would get
  more: decent why no-agreement
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let kind = self.kind.map(Into::into);
        let key = cx.secret_key("key", &self.key, &self.passphrase, kind)?.key;
        let kind = kind.or(Some(key.kind()));
        let peer = cx.public_key("peer", &self.peer, Role::Evidence, kind)?.key;
        let shared = agree::raw(&key, &peer).map_err(|error| error.of("peer"))?;
        let made = if self.raw {
            shared.clone()
        } else {
            agree::labelled(&shared, self.info.as_bytes())
        };
        let watch = cx.watch(None);
        if watch.narrates() {
            self.tell(&watch, (&key, &peer), &shared, &made);
        }
        let digits = Zeroizing::new(hex::encode(made.as_ref()));
        let mut line = Secret::with_room(digits.len() + 1);
        line.push(digits.as_bytes());
        line.push(b"\n");
        let mut out = cx.hide(&self.hide)?;
        out.put_secret(line.bytes())?;
        out.finish()?;
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// The same on the toy curve, then the real values.
    fn tell(
        &self,
        watch: &dyn Watch,
        (key, peer): (&SecretKey, &PublicKey),
        shared: &SecretBytes<32>,
        made: &SecretBytes<32>,
    ) {
        use decent::key::toy::{PRIME, Toy, shown};
        if let Ok(toy) = Toy::new(PRIME)
            && let Ok(start) = toy.start()
        {
            let (one, other) = (toy.times(5, start), toy.times(11, start));
            let why = "first over 67: 5 times the other's 11 P is 11 times the other's 5 P";
            let step = Step::new("toy", why)
                .value("P", shown(start))
                .value("5 P", shown(one))
                .value("11 P", shown(other));
            let step = step.value("5 (11 P)", shown(toy.times(5, other)));
            watch.step(&step.value("11 (5 P)", shown(toy.times(11, one))));
        }
        let step = Step::new("keys", "one's own public key, and the other's")
            .value("own", hex::encode(&key.public().bytes()))
            .value("other", hex::encode(&peer.bytes()));
        watch.step(&step);
        let why = "the other's point times the own secret number: its x coordinate";
        let mut step = Step::new("shared", why);
        step = step.secret(watch, "bytes", hex::encode(shared.as_ref()));
        if watch.tells_secrets() {
            let [own, other] = [&self.key, &self.peer].map(|path| shell_word(bytes_of(path)));
            let line = format!("openssl pkeyutl -derive -inkey {own} -peerkey {other}");
            step = step.check(line + " | xxd -p -c 64");
        }
        watch.step(&step);
        if self.raw {
            return;
        }
        let why = "HKDF with SHA-256 makes the bytes uniform, and others for each label";
        let step = Step::new("key", why).value("label", &self.info);
        let mut step = step.secret(watch, "key", hex::encode(made.as_ref()));
        if watch.tells_secrets() {
            let material = hex::encode(shared.as_ref());
            let info = shell_word(format!("info:{}", self.info).as_bytes());
            let line = format!(
                "openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt hexkey:{material} -kdfopt \
                 {info} -binary HKDF | xxd -p -c 64"
            );
            step = step.check(line);
        }
        watch.step(&step);
    }
}
