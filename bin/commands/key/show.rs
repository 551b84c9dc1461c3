//! `key show`: what a key is, without its secret.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use decent::Verdict;
use decent::codec::hex;
use decent::key::address::{self, Network, Sort};
use decent::key::form::Read;
use decent::key::{Form, Kind, PublicKey};
use decent::watch::{Step, Watch};
use sha2::{Digest, Sha256};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::keys::{Either, KindWord, Reading, described, tell};
use crate::report::{Record, bytes_of};
use crate::secrets::Passphrase;

/// What an address is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SortWord {
    /// 1..: the hash of the key, in base 58
    P2pkh,
    /// bc1q..: the same hash, in bech32
    P2wpkh,
    /// bc1p..: the key shifted by its hash, in bech32m
    P2tr,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum NetworkWord {
    Main,
    Test,
}

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Print the Bitcoin address of a key of secp256k1
    #[arg(
        long,
        value_name = "SORT",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "p2pkh"
    )]
    address: Option<SortWord>,
    /// The network that the address is of
    #[arg(
        long,
        value_name = "NETWORK",
        default_value = "main",
        requires = "address"
    )]
    network: NetworkWord,
    /// What sort of key hex digits are
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<KindWord>,
    /// 64 hex digits are a public key, not a secret one
    #[arg(long)]
    public_hex: bool,
    #[command(flatten)]
    passphrase: Passphrase,
    /// The keys, secret or public; none, or `-`, is standard input
    #[arg(value_name = "KEY")]
    keys: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Says what a key is: its kind, its form, its public half; never its secret. Hex digits don't say
of which kind they are: --type does. With --address it prints the Bitcoin address instead, which
is a hash of the public key: who pays to it needs not know the key.";
    const EXAMPLES: &'static str = "$ printf %064d 1 > one && chmod 600 one
$ decent key show --type secp256k1 one
file: one
half: secret
type: secp256k1
form: hex
encrypted: false
public-key: 0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798
$ decent key show --type secp256k1 --address one
1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH  one
$ decent key show --type secp256k1 --address=p2wpkh --no-names one
bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        for path in Cx::files(self.keys.clone()) {
            if let Err(fail) = self.show(cx, &path) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    fn show(&self, cx: &mut Cx, path: &Path) -> Result<(), Fail> {
        let reading = Reading {
            passphrase: &self.passphrase,
            kind: self.kind.map(Into::into),
            public: self.public_hex,
        };
        cx.about(bytes_of(path));
        let read = cx.either(path, &reading)?;
        let public = read.public();
        let watch = cx.watch(None);
        if watch.narrates() {
            let secret = match &read {
                Either::Secret(read, _) => Some(&read.key),
                Either::Public(_) => None,
            };
            let check = pem_check(&read, &public);
            tell(&watch, (secret, &public.key), check)?;
        }
        if let Some(sort) = self.address {
            return self.show_address(cx, path, &public, sort);
        }
        let card = Record::card().name(bytes_of(path));
        let (half, encrypted) = match &read {
            Either::Secret(read, _) => ("secret", Some(read.encrypted)),
            Either::Public(_) => ("public", None),
        };
        let card = card
            .field("half", half)
            .field("type", public.key.kind().name());
        let mut card = card.field("form", public.form.name());
        if let Some(encrypted) = encrypted {
            card = card.field("encrypted", encrypted);
        }
        cx.emit(&described(card, &public))
    }

    fn show_address(
        &self,
        cx: &mut Cx,
        path: &Path,
        public: &Read<PublicKey>,
        sort: SortWord,
    ) -> Result<(), Fail> {
        let sort = match sort {
            SortWord::P2pkh => Sort::P2pkh,
            SortWord::P2wpkh => Sort::P2wpkh,
            SortWord::P2tr => Sort::P2tr,
        };
        let network = match self.network {
            NetworkWord::Main => Network::Main,
            NetworkWord::Test => Network::Test,
        };
        let made = address::of(&public.key, sort, network)?;
        let watch = cx.watch(None);
        if watch.narrates() && sort != Sort::P2tr {
            tell_hashes(&watch, &public.key);
        }
        let record = Record::value("address", made).aside("sort", sort.name());
        cx.emit(&record.name(bytes_of(path)))
    }
}

/// The line with which openssl shows the public key again, where it can.
fn pem_check(read: &Either, public: &Read<PublicKey>) -> Option<String> {
    let known = matches!(public.key.kind(), Kind::Ed25519 | Kind::X25519);
    let half = match read {
        Either::Secret(read, _) if read.encrypted => return None,
        Either::Secret(..) => "",
        Either::Public(_) => " -pubin",
    };
    let line = "-pubout -outform DER | tail -c 32 | xxd -p -c 32";
    let line = format!("openssl pkey{half} -in FILE {line}");
    (known && public.form == Form::Pem).then_some(line)
}

/// The two hashes of an address, each redone by a shell line.
fn tell_hashes(watch: &dyn Watch, key: &PublicKey) {
    let bytes = key.bytes();
    let digits = hex::encode(&bytes);
    let once = hex::encode(&Sha256::digest(&bytes));
    let step = Step::new("sha256", "of the key, compressed").value("key", &digits);
    let line = format!("printf {digits} | xxd -r -p | sha256sum");
    watch.step(&step.value("digest", &once).check(line));
    let twice = hex::encode(&address::hash160(&bytes));
    let why = "of that digest: 20 bytes, which the letters of the address stand for";
    let line = format!("printf {once} | xxd -r -p | openssl dgst -rmd160");
    watch.step(&Step::new("ripemd160", why).value("hash", twice).check(line));
}
