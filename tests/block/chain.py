"""A chain of our own once more: each rule in plain integers, straight from Bitcoin Core's pow.cpp."""
import hashlib
import json
import subprocess
import sys


def decent(*words):
    return subprocess.run(["decent", "block", *words], capture_output=True, text=True)


def target(bits):
    size, word = bits >> 24, bits & 0x7FFFFF
    return word >> 8 * (3 - size) if size <= 3 else word << 8 * (size - 3)


def compact(number):
    size = (number.bit_length() + 7) // 8
    word = number << 8 * (3 - size) if size <= 3 else number >> 8 * (size - 3)
    if word & 0x800000:
        size, word = size + 1, word >> 8
    return size << 24 | word


def header(previous, root, time, bits, nonce):
    numbers = [n.to_bytes(4, "little") for n in (time, bits, nonce)]
    return (4).to_bytes(4, "little") + previous + root + b"".join(numbers)


def double(data):
    return hashlib.sha256(hashlib.sha256(data).digest()).digest()


def mine(length, interval, spacing, limit, step, easy=False, bip94=False):
    """Blocks `step(height)` seconds apart, with the bits that the rules give; all that is known of each."""
    blocks, span = [], interval * spacing
    for height in range(length):
        time = 1_600_000_000 if not blocks else blocks[-1][1] + step(height)
        if not blocks:
            bits = compact(limit)
        elif height % interval == 0:
            took = blocks[-1][1] - blocks[-interval][1]
            took = max(span // 4, min(span * 4, took))
            base = blocks[-interval][2] if bip94 else blocks[-1][2]
            bits = compact(min(limit, target(base) * took // span))
        elif easy and time > blocks[-1][1] + 2 * spacing:
            bits = compact(limit)
        elif easy:
            at = height - 1
            while at % interval and blocks[at][2] == compact(limit):
                at -= 1
            bits = blocks[at][2]
        else:
            bits = blocks[-1][2]
        previous = double(blocks[-1][0]) if blocks else bytes(32)
        nonce = 0
        while True:
            raw = header(previous, height.to_bytes(32, "little"), time, bits, nonce)
            if int.from_bytes(double(raw), "little") <= target(bits):
                break
            nonce += 1
        blocks.append((raw, time, bits))
    return blocks


LIMIT = 0x7FFFFF << 232
for name, more, step, options in [
    ("plain", {}, lambda h: 8 + h % 5, {}),
    ("slow", {}, lambda h: 40 if h < 60 else 9, {}),
    ("easy", {"min_difficulty": True}, lambda h: 25 if h % 7 == 0 else 7, {"easy": True}),
    ("bip94", {"min_difficulty": True, "bip94": True}, lambda h: 25 if h % 7 == 0 else 7, {"easy": True, "bip94": True}),
]:
    rules = {"name": name, "limit": f"{LIMIT:064x}", "spacing": 10, "interval": 8, **more}
    with open("rules.json", "w") as file:
        json.dump(rules, file)
    blocks = mine(100, 8, 10, LIMIT, step, **options)
    with open("chain", "wb") as file:
        file.write(b"".join(raw for raw, _, _ in blocks))
    ended = decent("verify", "--json", "--network", "rules.json", "chain")
    assert ended.returncode == 0, f"{name}: {ended.stdout}{ended.stderr}"
    found = json.loads(ended.stdout)
    assert found["work"] == str(sum(2**256 // (target(bits) + 1) for _, _, bits in blocks)), name
    assert found["hash"] == double(blocks[-1][0])[::-1].hex(), name
    assert found["median_time"] == sorted(time for _, time, _ in blocks[-11:])[5], name
    listed = decent("retarget", "--list", "--json", "--network", "rules.json", "chain").stdout.splitlines()
    wanted = [f"{bits:08x}" for _, _, bits in blocks][8::8]
    assert [json.loads(line)["bits"] for line in listed] == wanted, name
    # Every header's bits matter: changed in the mildest way, and mined again, the chain is refused there.
    for at in (7, 8, 33, 64, 99):
        raw, time, bits = blocks[at]
        nonce = 0
        while True:
            bad = raw[:72] + (bits - 1).to_bytes(4, "little") + nonce.to_bytes(4, "little")
            if int.from_bytes(double(bad), "little") <= target(bits - 1):
                break
            nonce += 1
        with open("bad", "wb") as file:
            file.write(b"".join(one for one, _, _ in blocks[:at]) + bad)
        ended = decent("verify", "--json", "--network", "rules.json", "bad")
        found = json.loads(ended.stdout)
        assert ended.returncode == 1 and found["index"] == at and f"bits {bits:08x}" in found["reason"], f"{name} {at}: {found}"
