//! `beacon randao reveal`: the secret as a line for all to see.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::randao;
use decent::watch::{Step, Watch as _};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Whose secret it is
    #[arg(long, value_name = "NAME")]
    name: String,
    /// The secret; none, or `-`, is standard input
    #[arg(value_name = "SECRET")]
    secret: Option<PathBuf>,
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
        let name = randao::check_name(&self.name);
        name.map_err(|error| Fail::from(error).named("--name"))?;
        let path = self.secret.unwrap_or_else(|| "-".into());
        let secret = cx.secret("secret", &path, Role::Anchor)?;
        // What could not have been committed to is not revealed either.
        let bound = randao::commitment(&self.name, secret.bytes());
        let bound = bound.map_err(|error| error.of("secret"))?;
        let watch = cx.watch(None);
        let why = "the secret is told; all hold it against this commitment";
        let step = Step::new("reveal", why).value("commitment", hex::encode(&bound));
        watch.step(&step);
        drop(watch);
        let record = Record::value("secret", hex::encode(secret.bytes()));
        cx.emit(&record.field("name", &*self.name).name(self.name.as_bytes()))?;
        Ok(Verdict::Yes)
    }
}
