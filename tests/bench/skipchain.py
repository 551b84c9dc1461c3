"""A chain of hippiehug of so many blocks, and look-ups of the first hundred from its end."""

import sys

from hippiehug.Chain import Chain
from msgpack import packb

count, what = int(sys.argv[1]), sys.argv[2]
chain = Chain()
for number in range(count + 1):
    chain.multi_add([str(number)])
if what == "look":
    hops = size = 0
    for number in range(1, 101):
        evidence = {}
        assert chain.get(number, 0, evidence) == str(number)
        hops += len(evidence) - 1
        size += sum(len(packb(("S", b.index, b.fingers, b.items, b.aux))) for b in evidence.values())
    print(f"hippiehug: {hops / 100:.1f} hops, {size / 100:.0f} bytes")
