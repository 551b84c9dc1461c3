"""Blocks, targets and roots as python-bitcoinlib has them. Arguments: files of blocks in hex."""
import random
import subprocess
import sys

from bitcoin.core import CBlock, b2lx, uint256_from_compact, x


def decent(*words):
    return subprocess.run(["decent", *words], capture_output=True, text=True)


def field(text, name):
    return next(line.split(": ")[1] for line in text.splitlines() if line.startswith(name + ": "))


for path in sys.argv[1:]:
    with open(path) as file:
        block = CBlock.deserialize(x(file.read().strip()))
    shown = decent("block", "show", block.get_header().serialize().hex()).stdout
    assert field(shown, "hash") == b2lx(block.GetHash()), path
    assert field(shown, "previous") == b2lx(block.hashPrevBlock), path
    assert field(shown, "nonce") == str(block.nNonce), path
    assert decent("spv", "new", "--no-names", path).stdout.strip() == b2lx(block.calc_merkle_root()), path
    for number, transaction in enumerate(block.vtx):
        proof = decent("spv", "prove", "--txid", b2lx(transaction.GetTxid()), path)
        line = ["decent", "spv", "verify", "--header", b2lx(block.GetHash()), "--tx-count", str(len(block.vtx))]
        ended = subprocess.run(line, input=proof.stdout, capture_output=True, text=True)
        assert ended.returncode == 0 and f"transaction {number} of" in ended.stdout, ended
dice = random.Random(170)
for _ in range(100):
    bits = dice.randrange(4, 0x20) << 24 | dice.randrange(1, 0x800000)
    shown = decent("block", "target", f"{bits:08x}").stdout
    assert field(shown, "target") == f"{uint256_from_compact(bits):064x}", f"{bits:08x}"
