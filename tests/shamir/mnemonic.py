"""SLIP-39 beside its reference, shamir-mnemonic: mnemonics of either joined by the other."""

import os
import subprocess

from shamir_mnemonic import combine_mnemonics, generate_mnemonics

PASSPHRASE = b"correct horse"
with open("passphrase", "wb") as file:
    file.write(PASSPHRASE + b"\n")


def decent(*words, data=b""):
    done = subprocess.run(["decent", "shamir", *words], input=data, capture_output=True, check=False)
    assert done.returncode == 0, done
    return done.stdout


def read(folder, *names):
    return [open(f"{folder}/{name}", encoding="ascii").read().strip() for name in names]


for size in (16, 18, 20, 32, 64):
    for extendable in (True, False):
        secret = os.urandom(size)
        old = [] if extendable else ["--not-extendable"]
        groups = generate_mnemonics(2, [(2, 3), (1, 1), (3, 5)], secret, PASSPHRASE, extendable, 0)
        some = [groups[0][2], groups[0][0], groups[2][4], groups[2][1], groups[2][0]]
        lines = "\n".join(some).encode() + b"\n"
        assert decent("join", "--passphrase-file", "passphrase", data=lines) == secret
        folder = f"parts-{size}-{extendable}"
        decent(
            "split", "--format", "slip39", "-t", "2", "--group", "2/3", "--group", "1/1", "--group", "3/5",
            "--exponent", "0", "--passphrase-file", "passphrase", *old, "-o", folder, data=secret,
        )
        some = read(folder, "share-2-1", "share-1-3", "share-1-1")
        assert combine_mnemonics(some, PASSPHRASE) == secret
        decent("split", "--format", "slip39", "-t", "3", "-n", "5", *old, "-o", folder + "s", data=secret)
        assert combine_mnemonics(read(folder + "s", "share-5", "share-1", "share-3")) == secret
        plain = generate_mnemonics(1, [(2, 4)], secret, b"", extendable, 1)[0]
        assert decent("join", data="\n".join(plain[1:3]).encode()) == secret
