"""A repository of git as an archive of blocks: every object, and HEAD as the root. `repo.py DIR F.car`"""

import subprocess
import sys


def git(*words, **more):
    return subprocess.run(["git", "-C", sys.argv[1], *words], check=True, capture_output=True, **more).stdout


def varint(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes(out) + bytes([number])


def cid(digits):
    digest = bytes.fromhex(digits)
    return bytes([1, 0x78, 0x11 if len(digest) == 20 else 0x12, len(digest)]) + digest


root = cid(git("rev-parse", "HEAD").decode().strip())
tail = b"\x67version\x01"
header = b"\xa2\x65roots\x81\xd8\x2a\x58" + bytes([len(root) + 1]) + b"\0" + root + tail
with open(sys.argv[2], "wb") as out:
    out.write(varint(len(header)) + header)
    for line in git("cat-file", "--batch-all-objects", "--batch-check").decode().splitlines():
        name, kind, length = line.split(" ")
        block = f"{kind} {length}\0".encode() + git("cat-file", kind, name)
        out.write(varint(len(cid(name)) + len(block)) + cid(name) + block)
