//! `beacon randao reveal`: the secret as a line for all to see.

use decent::Verdict;
use decent::codec::hex;
use decent::watch::{Step, Watch as _};

use crate::beacons::Committed;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    own: Committed,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints a line of a list: a secret in hex, and the name of whose it is. From then on it is none. Whoever
reveals last knows the outcome before, and may stay silent; see `decent learn randao`.";
    const EXAMPLES: &'static str = "$ printf %032d 7 > secret && chmod 600 secret
$ decent beacon randao reveal --name anna secret
3030303030303030303030303030303030303030303030303030303030303037  anna
$ printf short | decent beacon randao reveal --name ben
decent beacon randao reveal: -: wanted a secret of 16 to 4096 bytes, found 5 bytes
  more: decent why randao
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        // What could not have been committed to is not revealed either.
        let (secret, bound) = self.own.read(cx)?;
        let watch = cx.watch(None);
        let why = "the secret is told; all hold it against this commitment";
        let step = Step::new("reveal", why).value("commitment", hex::encode(&bound));
        watch.step(&step);
        drop(watch);
        let record = Record::value("secret", hex::encode(secret.bytes()));
        cx.emit(
            &record
                .field("name", &*self.own.name)
                .name(self.own.name.as_bytes()),
        )?;
        Ok(Verdict::Yes)
    }
}
