//! `shamir show`: what shares say of themselves.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::shamir::explain;
use decent::shamir::gf::Field;
use decent::shamir::share::{HEADER, TRAILER};
use decent::shamir::slip39::set_name;
use decent::watch::Watch as _;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;
use crate::shares::{self, Bytes, Format, Given, Held};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Whose shares; ours, ssss's and SLIP-39's are known without
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// The shares; none, or `-`, is standard input
    #[arg(value_name = "SHARE")]
    shares: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Shows the fields of shares: whose they are, of which set, at which x, how many are needed. What a
share has of the secret is not shown. The checksum of ours is compared.";
    const EXAMPLES: &'static str =
        "$ echo 'the cake is a lie' | decent shamir split -t 3 -n 4 -o parts -q > list
$ decent shamir show parts/share-2
file: parts/share-2
format: decent
kind: whole
field: GF(256) modulo 0x11b
threshold: 3
x: 2
set: [..]
secret-bytes: 18
checksum: fits
$ echo 3-3d891cae5da5bfe891f7ee | decent shamir show --json
{\"tool\":\"shamir show\",\"path\":\"-\",\"format\":\"ssss\",\"x\":3,\"level_bits\":88}";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let watch = cx.watch(None);
        if watch.narrates() {
            explain::toy_split(&watch, 2, 3);
        }
        match &shares::given(cx, self.shares, self.format, true)? {
            Given::Own(held, bad) => {
                shares::say_bad(cx, bad, true)?;
                own(cx, held)
            }
            Given::Bare(field, all) => {
                let format = match field {
                    Field::Gfshare => "gfshare",
                    Field::Aes => "vault",
                };
                let bytes: Vec<Bytes<'_>> = all.iter().map(|(held, _)| held.bytes()).collect();
                for ((held, _), bare) in all.iter().zip(shares::bare(all, &bytes)?) {
                    let card = Record::card().field("format", format).field("x", bare.x);
                    cx.emit(&card.field("secret_bytes", bare.len()).name(&held.name))?;
                }
                Ok(Verdict::Yes)
            }
            Given::Ssss(names, all) => {
                for (name, share) in names.iter().zip(all) {
                    let card = Record::card().field("format", "ssss").field("x", share.x);
                    cx.emit(&card.field("level_bits", share.value.len() * 8).name(name))?;
                }
                Ok(Verdict::Yes)
            }
            Given::Slip39(names, all) => {
                for (name, one) in names.iter().zip(all) {
                    let common = one.common;
                    let groups = format!("{} of {}", common.group_threshold, common.groups);
                    let card = Record::card()
                        .field("format", "slip39")
                        .field("set", set_name(common))
                        .field("extendable", common.extendable)
                        .field("exponent", common.exponent)
                        .field("groups_needed", groups)
                        .field("group", one.group + 1)
                        .field("member", one.member + 1)
                        .field("threshold", one.threshold)
                        .field("secret_bytes", one.value.len());
                    cx.emit(&card.name(name))?;
                }
                Ok(Verdict::Yes)
            }
        }
    }
}

fn own(cx: &mut Cx, held: &[Held]) -> Result<Verdict, Fail> {
    let bytes: Vec<Bytes<'_>> = held.iter().map(Held::bytes).collect();
    let parts = shares::parts(held, &bytes)?;
    let watch = cx.watch(None);
    let mut verdicts = Vec::new();
    for (held, part) in held.iter().zip(&parts) {
        let header = &part.header;
        let field = match (header.kind.is_verifiable(), header.field) {
            (true, _) => "scalars of secp256k1",
            (false, Field::Aes) => "GF(256) modulo 0x11b",
            (false, Field::Gfshare) => "GF(256) modulo 0x11d",
        };
        let card = Record::card()
            .field("format", "decent")
            .field("kind", header.kind.name())
            .field("field", field)
            .field("threshold", header.threshold)
            .field("x", header.x)
            .field("set", hex::encode(&header.set));
        let card = match header.kind {
            decent::shamir::share::Kind::Whole => {
                card.field("secret_bytes", part.len().saturating_sub(64))
            }
            _ => card.field("share_bytes", part.len() + (HEADER + TRAILER) as u64),
        };
        let whole = part
            .is_whole(&watch)
            .map_err(|e| shares::judged(e, &held.name))?;
        let word = if whole { "fits" } else { "does not fit" };
        cx.emit(&card.field("checksum", word).name(&held.name))?;
        verdicts.push(if whole {
            Verdict::Yes
        } else {
            Verdict::No("its checksum does not fit".into())
        });
    }
    Ok(Verdict::all(verdicts))
}
