//! `threshold decrypt`: a member's part of opening a file.

use std::path::PathBuf;

use decent::Verdict;

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::groups;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The member's share
    #[arg(long, value_name = "SHARE")]
    share: PathBuf,
    #[command(flatten)]
    create: Create,
    /// The sealed file, of which only the header is read; none, or `-`, is standard input
    #[arg(value_name = "CIPHER", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Makes a member's part of opening a file that was sealed to its group: one line for `threshold join
--ciphertext`. Whoever has the parts of as many members as are needed opens the file: hand it to
whom you want to read it. The file's wrapped key is checked first: of one that was changed no
part is given. A part opens every file that has this wrapped key, so look at what it stands in.";
    const EXAMPLES: &'static str = r#"$ decent threshold new -q -t 2 -n 3 -o group > key
$ echo hello | decent threshold encrypt --group group/group > sealed
$ decent threshold decrypt --share group/share-2 sealed | cut -c1-62
{"type":"decent-decryption-share","version":1,"group":"[..]
$ for i in 1 2; do decent threshold decrypt --share group/share-$i sealed; done > parts
$ cat parts | decent threshold join -q --group group/group --ciphertext sealed
hello"#;

    #[cfg(not(feature = "threshold"))]
    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        cx.share(&self.share)?;
        let _ = (self.create, self.file);
        Err(groups::no_threshold())
    }

    #[cfg(feature = "threshold")]
    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        use decent::group::AnyShare;
        use decent::key::age;
        use decent::threshold::narrate;
        use decent::threshold::wrapped::Wrapped;

        use crate::sealed;

        let share = cx.share(&self.share)?;
        let AnyShare::Bls12381G1(share) = share else {
            let wanted = "a share on bls12-381-g1";
            return Err(groups::curve(wanted, share.curve()));
        };
        let mut input = cx.subject("ciphertext", &self.file)?;
        let failed = |error: decent::Error| Fail::from(error.of("ciphertext"));
        let mut reader = sealed::buffered(&mut input);
        let (mut bare, _) = sealed::bare(&mut reader).map_err(failed)?;
        let header = age::Header::read(&mut *bare).map_err(failed)?;
        let wrapped = Wrapped::of_header(&header).map_err(failed)?;
        let part = wrapped.part(&share);
        let watch = cx.watch(None);
        wrapped.narrate(&watch);
        narrate::part(&watch, share.member, &part.bytes());
        let mut made = cx.create(&self.create, false)?;
        made.put(part.text().as_bytes())?;
        made.finish()?;
        Ok(Verdict::Yes)
    }
}
