//! What the tools on beacons share: the chain that a line names, beacons of a file, secrets to mix.

use std::path::{Path, PathBuf};

use decent::beacon::{Beacon, Chain, chain, known, stream::Objects};
use decent::codec::hex;
use decent::error::{Error, Place, slug};
use decent::randao;
use decent::secret::Secret;

use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;

impl Cx {
    /// The chain that is trusted: known by name or by hash, or described in a file.
    pub(crate) fn chain(&mut self, named: &Path) -> Result<Chain, Fail> {
        if let Some(name) = named.to_str().filter(|name| known::is_name(name)) {
            let chain = known::named(name).map_err(Fail::from);
            return chain.map_err(|fail| fail.named("--chain").hint("decent beacon show --known"));
        }
        let mut input = self.anchor("chain", named)?;
        let bytes = input.read_all(chain::LARGEST).map_err(of("chain"))?;
        Ok(Chain::read(&bytes).map_err(of("chain"))?)
    }
}

/// The fields that say which chain it is.
pub(crate) fn identity(card: Record, chain: &Chain) -> Record {
    let card = card.field("hash", hex::encode(&chain.hash));
    let card = match known::name_of(chain) {
        Some(name) => card.field("known_as", name),
        None => card,
    };
    card.field("scheme", chain.scheme.name())
}

/// Says of which input an error is.
fn of(word: &'static str) -> impl Fn(Error) -> Error {
    move |error| error.of(word)
}

/// One object of a stream: a beacon, or why it is none, with its number from 1 on.
pub(crate) type Item = Result<Beacon, Error>;

/// Up to `most` of the next beacons; none at the end of the stream. What is no beacon is told in its
/// place; where the stream itself is broken the error comes alone, behind those before.
pub(crate) fn some(
    objects: &mut Objects<'_>,
    number: &mut u64,
    most: usize,
    into: &mut Vec<Item>,
) -> Result<(), Error> {
    into.clear();
    // A live pipe is not waited for while there is something to check.
    while into.len() < most && (into.is_empty() || !objects.is_drained()) {
        let Some(object) = objects.take_next()? else {
            break;
        };
        *number += 1;
        let read = Beacon::read(object);
        into.push(read.map_err(|error| error.at(Place::Item("beacon", *number - 1))));
    }
    Ok(())
}

/// That a round is not where it should be.
pub(crate) fn absent(round: u64, found: impl Into<String>) -> Error {
    let wanted = format!("the beacon of round {round}");
    Error::new(slug::BEACON_LATE, wanted, found.into())
}

/// Whose secret is committed to or revealed, and the secret.
#[derive(clap::Args)]
pub(crate) struct Committed {
    /// Whose secret it is
    #[arg(long, value_name = "NAME")]
    pub(crate) name: String,
    /// The secret, 16 to 4096 bytes that nobody can guess; none, or `-`, is standard input
    #[arg(value_name = "SECRET")]
    secret: Option<PathBuf>,
}

impl Committed {
    /// The secret, and the commitment to it.
    pub(crate) fn read(&self, cx: &mut Cx) -> Result<(Secret, [u8; 32]), Fail> {
        let name = randao::check_name(&self.name);
        name.map_err(|error| Fail::from(error).named("--name"))?;
        let path = self.secret.clone().unwrap_or_else(|| "-".into());
        let secret = cx.secret("secret", &path, Role::Anchor)?;
        let commitment = randao::commitment(&self.name, secret.bytes());
        let commitment = commitment.map_err(|error| error.of("secret"))?;
        Ok((secret, commitment))
    }
}
