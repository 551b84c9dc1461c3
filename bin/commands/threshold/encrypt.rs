//! `threshold encrypt`: a file that any T members of a group open.

use std::path::PathBuf;

use decent::Verdict;

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::groups;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The group, of bls12-381-g1
    #[arg(long, value_name = "GROUP")]
    group: PathBuf,
    /// Write letters instead of bytes, for mail
    #[arg(short, long)]
    armor: bool,
    #[command(flatten)]
    create: Create,
    /// The file; none, or `-`, is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Encrypts a file or a stream to a group: any T of its members open it together, fewer learn nothing,
and nobody has the key. A random key is wrapped for the group's public key (Baek and Zheng's scheme),
and all else is encrypted under it as age does it, chunk by chunk, at any size. Members whose shares
were refreshed or dealt anew since open it too.";
    const EXAMPLES: &'static str = "$ decent threshold new -q -t 2 -n 3 -o group > key
$ seq 30000 | decent threshold encrypt --group group/group > sealed
$ head -n 2 sealed | cut -c1-19
age-encryption.org/
-> decent-threshold
$ for i in 2 3; do decent threshold decrypt --share group/share-$i sealed > part-$i; done
$ decent threshold join -q --group group/group --ciphertext sealed part-2 part-3 | tail -n 1
30000";

    #[cfg(not(feature = "threshold"))]
    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        cx.group(&self.group)?;
        let _ = (self.armor, self.create, self.file);
        Err(groups::no_threshold())
    }

    #[cfg(feature = "threshold")]
    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        use decent::group::AnyGroup;
        use decent::key::age;
        use decent::threshold::wrapped::{Wrapped, file_key};

        use crate::fail::Carried;
        use crate::sealed::Sealing;

        let group = cx.group(&self.group)?;
        let AnyGroup::Bls12381G1(group) = group else {
            let wanted = "a group of bls12-381-g1";
            return Err(groups::curve(wanted, group.curve()));
        };
        let mut input = cx.subject("file", &self.file)?;
        crate::secrets::guard();
        let mut rng = Cx::rng()?;
        let watch = cx.watch(input.len());
        let (wrapped, secret) = Wrapped::new(&group, &mut rng)?;
        wrapped.narrate(&watch);
        let key = file_key(&secret);
        let mut reader = input.reader();
        let made = cx.create(&self.create, !self.armor)?;
        let mut sealing = Sealing::new(made, self.armor);
        let mut carried = Carried::default();
        let put = &mut |bytes: &[u8]| carried.pass(sealing.put(bytes));
        let stanzas = vec![wrapped.stanza()];
        let ended = age::seal_under(&key, stanzas, &mut *reader, put, &mut rng, &watch);
        carried.end(ended.map_err(|error| error.of("file")))?;
        sealing.finish()?;
        Ok(Verdict::Yes)
    }
}
