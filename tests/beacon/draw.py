"""Draws by nothing but hashes. Arguments: commitment, pool, beacon."""

import hashlib
import hmac
import json
import sys

commit_file, pool_file, beacon_file = sys.argv[1:]
with open(commit_file, encoding="utf-8") as file:
    commit = json.load(file)
with open(pool_file, encoding="utf-8") as file:
    pool = [line.strip() for line in file if line.strip()]
with open(beacon_file, encoding="utf-8") as file:
    beacon = json.load(file)

assert beacon["round"] == commit["round"] and len(pool) == commit["entries"]
randomness = hashlib.sha256(bytes.fromhex(beacon["signature"])).digest()
count = commit["count"]

if commit["method"] == "hash-rank":
    text = "".join(line + "\n" for line in sorted(pool, key=str.encode))
    digest = hashlib.sha256(text.encode()).digest()
    parts = [b"decent-draw-v1", bytes.fromhex(commit["chain"]), commit["round"].to_bytes(8, "big"), randomness,
             digest, count.to_bytes(8, "big")]
    seed = hashlib.sha256(b"".join(parts)).digest()
    drawn = sorted(pool, key=lambda line: hmac.new(seed, line.encode(), hashlib.sha256).digest())[:count]
else:
    digest = hashlib.sha256("".join(line + "\n" for line in pool).encode()).digest()
    key = (randomness.hex().upper() + "./").encode()
    left, drawn = list(pool), []
    for i in range(count):
        around = i.to_bytes(2, "big")
        number = int.from_bytes(hashlib.md5(around + key + around).digest(), "big")
        drawn.append(left.pop(number % len(left)))
assert digest.hex() == commit["pool"]
print("\n".join(drawn))
