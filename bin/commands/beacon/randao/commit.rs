//! `beacon randao commit`: what binds a secret, without telling it.

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
    /// The secret, 16 to 4096 bytes that nobody can guess; none, or `-`, is standard input
    #[arg(value_name = "SECRET")]
    secret: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints a line of a list: the commitment to a secret, and a name. It is the hash of both, so that it
tells nothing of the secret, and can't be another's. All commit before anybody reveals.";
    const EXAMPLES: &'static str = "$ printf %032d 7 > secret && chmod 600 secret
$ decent beacon randao commit --name anna secret | tee -a list | wc -c
71
$ head -c 32 /dev/urandom | decent beacon randao commit --name ben >> list
$ wc -l < list
2";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let name = randao::check_name(&self.name);
        name.map_err(|error| Fail::from(error).named("--name"))?;
        let path = self.secret.unwrap_or_else(|| "-".into());
        let secret = cx.secret("secret", &path, Role::Anchor)?;
        let made = randao::commitment(&self.name, secret.bytes());
        let made = made.map_err(|error| error.of("secret"))?;
        let watch = cx.watch(None);
        let why = "the hash of a tag, the name and the secret: it binds, and tells nothing";
        let step = Step::new("commitment", why).value("sha256", hex::encode(&made));
        watch.step(&step);
        drop(watch);
        let record = Record::value("commitment", hex::encode(&made));
        cx.emit(&record.field("name", &*self.name).name(self.name.as_bytes()))?;
        Ok(Verdict::Yes)
    }
}
