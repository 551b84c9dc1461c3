//! What a secret is promised everywhere: who can read it, what replaces it, where it never goes.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};

use libtest_mimic::{Failed, Trial};

use crate::house::peers::peer;
use crate::house::run::{Folder, PROGRAM, Run, surroundings};
use crate::house::script::{scripted, succeeds_in};

type Test = fn() -> Result<(), Failed>;

pub(crate) fn trials() -> Vec<Trial> {
    let scripts = [
        ("a key is its owner's, whatever the umask says", UMASK),
        ("nothing is replaced without --force", REPLACED),
        ("a key is whole or not there", WHOLE),
        ("a key that others can read is warned of", WARNED),
        ("nothing secret is reported", REPORTED),
    ];
    let plain: [(&str, Test); 3] = [
        ("no option takes a secret", options),
        ("no core is dumped", cores),
        ("a key file's bytes are wiped", wiped),
    ];
    let terminal: [(&str, Test); 2] = [
        ("a terminal shows no secret, unless one insists", terminal),
        ("a passphrase is not shown while it is typed", typed),
    ];
    let plain = plain.map(|(name, test)| Trial::test(format!("secrets::{name}"), test));
    let terminal = terminal.map(|(name, test)| peer(format!("secrets::{name}"), &["script"], test));
    let scripts = scripts.map(|(name, script)| scripted(format!("secrets::{name}"), &[], script));
    scripts.into_iter().chain(plain).chain(terminal).collect()
}

const UMASK: &str = "
for mask in 000 022 077 177 777; do
    (umask $mask; decent key new -q -o key$mask > /dev/null)
    test $(stat -c %a key$mask) = 600
done
(umask 000; decent key convert --to minisign key000 -o other; test $(stat -c %a other) = 600)
(umask 000; echo hello | decent key seal --to key000.pub | decent key open --key key000 -o opened)
test $(stat -c %a opened) = 600
(umask 000; decent key new -q --type x25519 -o x > /dev/null; decent key agree x x.pub -o shared)
test $(stat -c %a shared) = 600
test $(stat -c %a x.pub) = 666";

const REPLACED: &str = "
decent key new -q -o key > log
cp key before && cp key.pub before.pub
fails decent key new -o key 2> log && grep -q 'why already-there' log
cmp key before && cmp key.pub before.pub
rm key && fails decent key new -o key 2> log && test ! -e key && cmp key.pub before.pub
mv before key && cp key before
fails decent key convert --to hex before -o key 2> log && cmp key before
decent key new -q --type x25519 -o x > log && fails decent key agree x x.pub -o key 2> log && cmp key before
# A name that leads elsewhere, or nowhere, is taken too.
ln -s nowhere link && fails decent key new -o link 2> log && grep -q 'why already-there' log
test ! -e nowhere
ln -sf key link && fails decent key new -o link 2> log && cmp key before
decent key new -q --force -o key > log && fails cmp -s key before
cp key before && decent key new -q --force -o link > log && cmp key before && test ! -L link
# A file that comes to be there while the key is made stays too.
mkfifo word
(decent key new --passphrase-file word -o late 2> late.log || echo $? > status) &
exec 3> word
echo mine > late && echo 'pass word' >&3 && exec 3>&-
wait
test $(cat status) = 2 && grep -q 'why already-there' late.log && test $(cat late) = mine
test ! -e late.pub";

/// No room for one byte: the file is there whole, or not at all, and nothing is beside it.
const WHOLE: &str = r#"
mkdir made
fails bash -c "ulimit -f 0; trap '' XFSZ; decent key new -o made/key 2> /dev/null"
test -z "$(ls -A made)"
printf %064d 7 > seven && chmod 600 seven
fails bash -c "ulimit -f 0; trap '' XFSZ; decent key convert --to pem seven -o made/key 2> /dev/null"
test -z "$(ls -A made)"
fails decent key new -o missing/key 2> log
test ! -e missing"#;

const WARNED: &str = "
decent key new -q --type x25519 -o key > log
decent key show key 2> log > card && test ! -s log
chmod 640 key
decent key show key 2> log > card && grep -q 'key: warning: others can read this file (mode 640)' log
decent key show -q key 2> log > card && test ! -s log
decent key convert --to age key 2> log > out && grep -q 'others can read' log
chmod 600 out
decent key agree key key.pub 2> log > shared && grep -q 'others can read' log
echo hello | decent key seal --to key.pub > sealed
decent key open --key key sealed 2> log > out && grep -q 'others can read' log
chmod 600 key && echo word > word && chmod 604 word
decent key new -q --passphrase-file word -o locked > log
decent key show --passphrase-file word locked 2> log > card && grep -q 'word: warning' log
# A public key is for everybody.
decent key show key.pub 2> log > card && test ! -s log
# What the shell opened for us is the shell's, and said so.
umask 022; decent key convert --to pem key > loose 2> log && grep -q 'standard output' log";

fn options() -> Result<(), Failed> {
    let folder = Folder::new();
    for tool in ["new", "show", "convert", "agree", "open"] {
        for option in ["--passphrase", "--password", "--secret", "--seed"] {
            let ended = Run::new(folder.path(), &["key", tool, option, "x"]).end();
            assert_eq!(ended.status, 2, "{tool} {option}: {}", ended.said());
        }
    }
    // And none of the environment's is heard.
    let mut command = Command::new(PROGRAM);
    surroundings(&mut command, folder.path());
    command.args(["key", "new", "-q", "--passphrase-file", "word", "-o", "key"]);
    std::fs::write(folder.path().join("word"), "pass word\n")?;
    assert!(command.output()?.status.success());
    let mut command = Command::new(PROGRAM);
    surroundings(&mut command, folder.path());
    for name in ["PASSPHRASE", "DECENT_PASSPHRASE", "AGE_PASSPHRASE"] {
        command.env(name, "pass word");
    }
    let mut setsid = Command::new("setsid");
    surroundings(&mut setsid, folder.path());
    let ended = setsid.args([PROGRAM, "key", "show", "key"]).output()?;
    assert_eq!(ended.status.code(), Some(2), "{ended:?}");
    let said = String::from_utf8(ended.stderr)?;
    assert!(said.contains("why passphrase-wanted"), "{said}");
    Ok(())
}

/// The secret of a key stands in no report and no narration that doesn't ask for it.
const REPORTED: &str = r#"
decent key new -q --type x25519 -o key > log
secret=$(decent key convert --to hex key)
for explain in '' --explain --explain=all --json; do
    decent key show $explain key > said 2>&1 && fails grep -q $secret said
    decent key convert $explain --to pem --public key > said 2>&1 && fails grep -q $secret said
    decent key agree $explain key key.pub -o shared --force > said 2>&1 && fails grep -q $secret said
    fails grep -q $(cat shared) said
    decent inspect $explain key > said 2>&1 && fails grep -q $secret said
    decent key seal $explain --to key.pub log -o sealed > said 2>&1 && fails grep -q $secret said
    decent key open $explain --key key sealed -o opened > said 2>&1 && fails grep -q $secret said
done
decent key show --explain=secrets key > said 2>&1 && grep -q "secret = $secret" said
decent key agree --explain=secrets key key.pub -o shared --force > said 2>&1 && grep -q "key = $(cat shared)" said"#;

/// A run of a tool that holds a secret, and waits for what comes through `pipe`.
fn waiting(folder: &Folder, limit: &str, tool: &str) -> Result<Child, Failed> {
    succeeds_in(
        folder.path(),
        "decent key new -q --type x25519 -o key > log
decent key new -q -o signer > log
echo secret | decent shamir split -q -t 2 -n 2 -o parts > log
mkfifo pipe",
    );
    let mut bash = Command::new("bash");
    surroundings(&mut bash, folder.path());
    let script = format!("ulimit -c {limit}; exec decent {tool}");
    bash.args(["-c", &script]).stdout(Stdio::null());
    let child = bash.stderr(Stdio::null()).spawn()?;
    let [name, limits] = ["comm", "limits"].map(|file| format!("/proc/{}/{file}", child.id()));
    for _ in 0..20_000 {
        // Before it is the program it is bash, which may have begun with a limit of 0.
        let named = std::fs::read_to_string(&name).unwrap_or_default();
        let limits = std::fs::read_to_string(&limits).unwrap_or_default();
        let core = limits.lines().find(|line| line.starts_with("Max core"));
        let none = core.is_some_and(|line| line.split_whitespace().nth(4) == Some("0"));
        if named.trim_end() == "decent" && none && asleep(&child) {
            return Ok(child);
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    Err("the limit is never 0".into())
}

/// Whether a process waits in the kernel for the other end of a pipe.
fn asleep(child: &Child) -> bool {
    let path = format!("/proc/{}/stat", child.id());
    let stat = std::fs::read_to_string(path).unwrap_or_default();
    let state = stat.rsplit(')').next().unwrap_or_default();
    let open = std::fs::read_dir(format!("/proc/{}/fd", child.id()));
    let mut files = open.into_iter().flatten().flatten();
    let key = files.any(|file| std::fs::read_link(file.path()).is_ok_and(|to| to.ends_with("key")));
    state.trim_start().starts_with('S') && !key
}

const HOLDS_A_KEY: &str = "key open --key key pipe";

fn cores() -> Result<(), Failed> {
    for tool in [
        HOLDS_A_KEY,
        "sig sign --key signer pipe",
        "shamir split -t 2 -n 3 pipe -o more",
        "shamir join parts/share-1 pipe",
    ] {
        let folder = Folder::new();
        let mut child = waiting(&folder, "$(ulimit -H -c)", tool)?;
        let kill = Command::new("kill")
            .args(["-ABRT", &child.id().to_string()])
            .status()?;
        assert!(kill.success());
        let status = child.wait()?;
        assert_eq!(status.signal(), Some(6), "{tool}: {status:?}");
        assert!(!status.core_dumped(), "{tool}");
    }
    Ok(())
}

/// While a key is in use, the text of its file is nowhere in the memory of the process.
fn wiped() -> Result<(), Failed> {
    let folder = Folder::new();
    let mut child = waiting(&folder, "0", HOLDS_A_KEY)?;
    let text = std::fs::read_to_string(folder.path().join("key"))?;
    let digits = text.lines().nth(1).ok_or("no second line")?.to_owned();
    let tail = &digits.as_bytes()[digits.len() - 40..];
    let looked = memory(child.id());
    child.kill()?;
    child.wait()?;
    match looked {
        // Not even its own user may look: that is as good.
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => Ok(()),
        Err(error) => Err(error.into()),
        Ok(memory) => {
            assert!(memory.len() > 100_000, "only {} bytes seen", memory.len());
            let known = memory.windows(11).any(|part| part == b"not-a-point");
            assert!(known, "the memory that was looked at is another's");
            let found = memory.windows(tail.len()).any(|part| part == tail);
            assert!(!found, "the text of the key is still there");
            Ok(())
        }
    }
}

/// All that a process has mapped and that can be read.
fn memory(id: u32) -> std::io::Result<Vec<u8>> {
    let maps = std::fs::read_to_string(format!("/proc/{id}/maps"))?;
    let mut file = File::open(format!("/proc/{id}/mem"))?;
    let mut all = Vec::new();
    for line in maps.lines() {
        let mut words = line.split_whitespace();
        let (range, mode) = (words.next().unwrap_or_default(), words.next());
        let special = line.ends_with("[vvar]") || line.ends_with("[vsyscall]");
        if !mode.is_some_and(|mode| mode.starts_with('r')) || special {
            continue;
        }
        let ends = range.split('-').map(|end| u64::from_str_radix(end, 16));
        let ends: Vec<u64> = ends.filter_map(Result::ok).collect();
        let [start, end] = ends[..] else { continue };
        let mut bytes = vec![0; (end - start) as usize];
        file.seek(SeekFrom::Start(start))?;
        if file.read_exact(&mut bytes).is_ok() {
            all.extend(bytes);
        }
    }
    Ok(all)
}

/// What lines print on a terminal, which is written to once a prompt is there.
fn seen(folder: &Folder, lines: &str, answers: &[(&str, &str)]) -> Result<String, Failed> {
    let mut script = Command::new("script");
    surroundings(&mut script, folder.path());
    script.args(["-q", "-e", "-c", lines, "/dev/null"]);
    let mut child = script
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let (mut input, output) = (child.stdin.take(), child.stdout.take());
    let mut output = output.ok_or("no pipe")?;
    let mut shown = Vec::new();
    let mut answers = answers.iter();
    let mut next = answers.next();
    let mut from = 0;
    let mut buffer = [0; 512];
    loop {
        let count = output.read(&mut buffer)?;
        if count == 0 {
            break;
        }
        shown.extend_from_slice(&buffer[..count]);
        let fresh = String::from_utf8_lossy(&shown[from..]).into_owned();
        if let (Some((prompt, answer)), Some(input)) = (next, input.as_mut())
            && fresh.contains(prompt)
        {
            input.write_all(answer.as_bytes())?;
            from = shown.len();
            next = answers.next();
        }
    }
    drop(input);
    child.wait()?;
    assert!(
        next.is_none(),
        "never asked: {}",
        String::from_utf8_lossy(&shown)
    );
    Ok(String::from_utf8_lossy(&shown).replace("\r\n", "\n"))
}

fn terminal() -> Result<(), Failed> {
    let folder = Folder::new();
    succeeds_in(
        folder.path(),
        "decent key new -q --type x25519 -o key > log
decent key seal --to key.pub log -o sealed
decent key convert --to hex key > digits",
    );
    let digits = std::fs::read_to_string(folder.path().join("digits"))?;
    for line in [
        "decent key new",
        "decent key convert --to hex key",
        "decent key agree key key.pub",
        "decent key open --key key sealed",
    ] {
        let shown = seen(&folder, &format!("{line}; echo status $?"), &[])?;
        assert!(
            shown.contains("secret bytes would go to the terminal"),
            "{shown}"
        );
        assert!(shown.ends_with("status 2\n"), "{shown}");
        assert!(!shown.contains(digits.trim()), "{shown}");
        let shown = seen(&folder, &format!("{line} -o -; echo status $?"), &[])?;
        assert!(shown.ends_with("status 0\n"), "{shown}");
    }
    Ok(())
}

fn typed() -> Result<(), Failed> {
    let folder = Folder::new();
    let word = "corre\u{7f}ct h\u{e4}\u{7f}\n";
    let prompts = [("new passphrase: ", word), ("the same again: ", word)];
    let shown = seen(&folder, "decent key new -q --encrypt -o key", &prompts)?;
    assert!(
        !shown.contains("corr") && !shown.contains("ct h"),
        "{shown}"
    );
    std::fs::write(folder.path().join("word"), "corrct h\n")?;
    let path = folder.path().join("word");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600))?;
    let line = ["key", "show", "-q", "--passphrase-file", "word", "key"];
    let ended = Run::new(folder.path(), &line).end();
    assert_eq!(ended.status, 0, "{}", ended.said());
    let asked = [("passphrase of key: ", "corrct h\n")];
    let shown = seen(&folder, "decent key show key", &asked)?;
    assert!(
        shown.contains("encrypted: true") && !shown.contains("corrct"),
        "{shown}"
    );
    // Ctrl-C gives the terminal back as it was.
    let lines = "decent key show key; echo status $?; stty -a | grep -o ' echo '";
    let shown = seen(&folder, lines, &[("passphrase of key: ", "\u{3}")])?;
    assert!(
        shown.contains("status 130") && shown.contains(" echo "),
        "{shown}"
    );
    // Two that differ are none.
    let differ = [("new passphrase: ", "one\n"), ("the same again: ", "two\n")];
    let shown = seen(
        &folder,
        "decent key new --encrypt -o other; echo status $?",
        &differ,
    )?;
    assert!(
        shown.contains("why no-passphrase") && shown.ends_with("status 2\n"),
        "{shown}"
    );
    assert!(!folder.path().join("other").exists());
    Ok(())
}
