"""Vault's layout beside pyshamir, a port of Vault's own code."""

import os
import subprocess

from pyshamir import combine, split


def decent(*words, data=b""):
    done = subprocess.run(["decent", "shamir", *words], input=data, capture_output=True, check=False)
    assert done.returncode == 0, done
    return done.stdout


for size in (1, 2, 16, 32, 33, 1000):
    secret = os.urandom(size)
    # pyshamir's x may be 0, which would be the secret itself; Vault's own begin with 1.
    parts = split(secret, 5, 3)
    while any(part[-1] == 0 for part in parts):
        parts = split(secret, 5, 3)
    for i, part in enumerate(parts):
        with open(f"theirs-{i}", "wb") as file:
            file.write(bytes(part))
        with open(f"hex-{i}", "w", encoding="ascii") as file:
            file.write(bytes(part).hex() + "\n")
    assert decent("join", "--format", "vault", "-t", "3", "theirs-0", "theirs-3", "theirs-4") == secret
    assert decent("join", "--format", "vault", "-t", "3", *[f"theirs-{i}" for i in range(5)]) == secret
    if size >= 16:
        assert decent("join", "--format", "vault", "hex-1", "theirs-2", "hex-4") == secret
    decent("split", "--format", "vault", "-t", "3", "-n", "5", "-o", f"ours-{size}", data=secret)
    ours = [bytearray(open(f"ours-{size}/share-{i}", "rb").read()) for i in (5, 2, 3)]
    assert bytes(combine(ours)) == secret
