//! `beacon randao commit`: what binds a secret, without telling it.

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
    const ABOUT: &'static str = "Prints a line of a list: the commitment to a secret, and a name. It is the hash of both, so that it
tells nothing of the secret, and can't be another's. All commit before anybody reveals.";
    const EXAMPLES: &'static str = "$ printf %032d 7 > secret && chmod 600 secret
$ decent beacon randao commit --name anna secret | tee -a list | wc -c
71
$ head -c 32 /dev/urandom | decent beacon randao commit --name ben >> list
$ wc -l < list
2";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let (_, made) = self.own.read(cx)?;
        let watch = cx.watch(None);
        let why = "the hash of a tag, the name and the secret: it binds, and tells nothing";
        let step = Step::new("commitment", why).value("sha256", hex::encode(&made));
        watch.step(&step);
        drop(watch);
        let record = Record::value("commitment", hex::encode(&made));
        cx.emit(
            &record
                .field("name", &*self.own.name)
                .name(self.own.name.as_bytes()),
        )?;
        Ok(Verdict::Yes)
    }
}
