//! `key recover`: private keys out of signatures that share a nonce.

use std::cell::{Cell, RefCell};
use std::io::{BufReader, Write};
use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::feed;
use decent::sig::recover::{Counts, Found, search, toy};
use decent::watch::Watch;
use zeroize::Zeroizing;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::output::Artefact;
use crate::report::Record;
use crate::secrets::{Hide, guard};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    hide: Hide,
    /// The signatures, an object of JSON a line; none, or `-`, is standard input
    #[arg(value_name = "SIGS", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Looks through signatures for two with one nonce, which give the private key away, and prints every
key that it finds. A line is {\"type\",\"public_key\",\"signature\",\"message\"|\"digest\"} with its bytes in
hex; type is ecdsa (on secp256k1), ecdsa-p256, bip340 or ed25519. It finds ECDSA with either sign of
s, Ed25519 with one R, and one message signed under a false public key; a known nonce opens every
key that used it. Of Ed25519 the secret number is found, not the seed. 1 where no key can be had.";
    const EXAMPLES: &'static str = r#"$ r=d47ce4c025c35ec440bc81d99834a624875161a26bf56ef7fdc0f5d52f843ad1
$ z1=c0e2d0a89a348de88fda08211c70d1d7e52ccef2eb9459911bf977d587784c6e
$ s1=44e1ff2dfd8102cf7a47c21d5c9fd5701610d04953c6836596b4fe9dd2f53e3e
$ z2=17b0f41c8c337ac1e18c98759e83a8cccbc368dd9d89e5f03cb633c265fd0ddc
$ s2=9a5f1c75e461d7ceb1cf3cab9013eb2dc85b6d0da8c3c6e27e3a5a5b3faa5bab
$ line() { printf '{"type":"ecdsa","digest":"%s","signature":"%s%s"}\n' $1 $r $2; }
$ line $z1 $s1 > payment && line $z2 $s2 >> payment && decent key recover --no-names payment
c477f9f65c22cce20657faa5b2d1d8122336f851a508a1ed04e479c34985bf96
$ head -n 1 payment | decent key recover
-: FAILED (no nonce is used twice in 1 signatures)
[1]"#;

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        guard();
        let mut made = None;
        if let Some(path) = self.hide.file() {
            self.hide.vacant(path)?;
            made = Some(Artefact::begin_secret(path, self.hide.force)?);
        } else if self.hide.output.is_none() && cx.on_terminal() {
            let words = "private keys would go to the terminal";
            let error = Error::new(slug::SECRET_TO_TERMINAL, "", words);
            return Err(Fail::from(error).hint("give -o FILE, or -o - to insist"));
        }
        let mut input = cx.evidence("signatures", &self.file)?;
        let name = input.name().to_vec();
        let source = input.source()?;
        let watch = cx.watch(Some(source.len()));
        toy(&watch);
        let open = || {
            let reader = feed::Reader::new(source, 0..source.len());
            Ok(BufReader::with_capacity(1 << 16, reader))
        };
        let told = Cell::new(0_u64);
        let shared = RefCell::new((Carried::default(), &mut *cx, &mut made));
        let ended = search(
            open,
            &watch,
            |error| {
                let (carried, cx, _) = &mut *shared.borrow_mut();
                carried.pass(cx.complain(Fail::from(error).named(&*name)))
            },
            |found, lines| {
                found.tell(lines, watch.tells_secrets(), &watch);
                told.set(told.get() + 1);
                let (carried, cx, made) = &mut *shared.borrow_mut();
                carried.pass(tell(cx, made.as_mut(), found, &name))
            },
        );
        let (carried, cx, made) = shared.into_inner();
        let counts = carried.end(ended)?;
        drop(watch);
        if counts.left_out > 0 {
            let left = counts.left_out;
            cx.note(&format!(
                "{left} signatures with a repeated nonce were left out"
            ));
        }
        if told.get() == 0 {
            return none(cx, &name, counts);
        }
        if let Some(made) = made.take() {
            made.commit()?;
        }
        Ok(Verdict::Yes)
    }
}

/// A key: into the file where there is one, and what is no secret into the report.
fn tell(cx: &mut Cx, made: Option<&mut Artefact>, found: &Found, name: &[u8]) -> Result<(), Fail> {
    let public_key = hex::encode(&found.public_key);
    let secret = Zeroizing::new(hex::encode(&*found.private_key));
    let record = match made {
        Some(file) => {
            let line = Zeroizing::new(format!("{}\n", *secret));
            let written = file.write_all(line.as_bytes());
            written.map_err(|e| Fail::output(&e, file.name()))?;
            Record::value("public_key", public_key)
        }
        None => Record::value("private_key", &*secret).detail("public_key", public_key),
    };
    let record = record
        .name(name)
        .field("type", found.kind.name())
        .field("lines", found.lines.clone())
        .field("nonce_point", hex::encode(&found.shared));
    cx.emit(&record.field("false_public_key", found.false_key))
}

fn none(cx: &mut Cx, name: &[u8], counts: Counts) -> Result<Verdict, Fail> {
    let why = if counts.repeated == 0 {
        format!("no nonce is used twice in {} signatures", counts.signatures)
    } else {
        format!(
            "{} nonces are used twice, and none gives a key away",
            counts.repeated
        )
    };
    let verdict = Verdict::No(why.into());
    cx.emit(&Record::verdict(&verdict).name(name))?;
    Ok(verdict)
}
