//! `ipns name`: the name of a key.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::ipns::{Name, narrate};
use decent::watch::Watch;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::keys::Reading;
use crate::records::named;
use crate::report::bytes_of;
use crate::secrets::Passphrase;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// 64 hex digits are a public key, not a secret one
    #[arg(long)]
    public_hex: bool,
    #[command(flatten)]
    passphrase: Passphrase,
    /// The keys, secret or public, or names in another form; none, or `-`, is standard input
    #[arg(value_name = "KEY")]
    keys: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the name of a key in its three forms: k51.., a CID in base 36, as paths have it; bafz..,
the same CID in base 32; and 12D3KooW.., 16Uiu2.. or Qm.., as peers are named. Ed25519 and
secp256k1 keys stand in their names; of an RSA or ECDSA key the name is the hash. A name that is
given instead of a key is printed in all forms.";
    const EXAMPLES: &'static str = "$ printf %064d 7 > key && chmod 600 key
$ decent ipns name --no-names key
k51qzi5uqu5dhr0i3da2511qacmba2sil6yi9h9k3zaet3jfw9caj2vgw0x3ha
$ decent ipns name 12D3KooWSzRuSFHgLsKr6jJboAPdP7xMga2YBgBspYuErxswcgvt | cut -d' ' -f1
k51qzi5uqu5dmjjgoe7s21dncepi970722cn30qlhm9qridas1c9ktkjb6ejux";

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
        let text = path.to_str().filter(|_| !path.exists());
        let given = text.and_then(|text| Name::parse(text).ok());
        let name = if let Some(name) = given {
            name
        } else {
            let reading = Reading {
                passphrase: &self.passphrase,
                kind: None,
                public: self.public_hex,
            };
            let key = cx.either(path, &reading)?.public().key;
            let name = Name::of(&key)?;
            let watch = cx.watch(None);
            if watch.narrates() {
                narrate::name(&key, &name, &watch);
            }
            name
        };
        cx.emit(&named(&name).name(bytes_of(path)))
    }
}
