"""Chances of `decent finality` once more, by exact fractions and 80 decimal digits."""
import subprocess
from decimal import Decimal, getcontext
from fractions import Fraction
from math import comb, factorial

getcontext().prec = 80


def decent(*words):
    line = ["decent", "finality", "--no-names", *map(str, words)]
    return Decimal(subprocess.run(line, capture_output=True, check=True, text=True).stdout.strip())


def near(found, wanted, what):
    wanted = Decimal(wanted.numerator) / Decimal(wanted.denominator) if isinstance(wanted, Fraction) else wanted
    assert abs(found - wanted) <= abs(wanted) * Decimal("1e-9"), f"{what}: {found}, exactly {wanted:.20e}"


def rosenfeld(q, z):
    p = 1 - q
    return 1 - sum(comb(m + z - 1, m) * (p**z * q**m - p**m * q**z) for m in range(z + 1))


def walked(q, z, far=3000):
    """The same without its formula: coin after coin until z blocks are honest, then the race itself."""
    p = 1 - q
    # catch[d] = q * catch[d - 1] + p * catch[d + 1], certain at 0 and hopeless far behind.
    slope, level = [0.0] * (far + 1), [0.0] * (far + 1)
    slope[0], level[0] = 0.0, 1.0
    for d in range(1, far):
        share = 1 - q * slope[d - 1]
        slope[d], level[d] = p / share, q * level[d - 1] / share
    catch = [0.0] * (far + 1)
    for d in range(far - 1, -1, -1):
        catch[d] = slope[d] * catch[d + 1] + level[d]
    # mined[m]: the chance of m blocks of the attacker and so many honest ones on the way.
    mined = [q**m for m in range(far)]
    for honest in range(z):
        ended = [chance * p for chance in mined]
        mined = ended if honest == z - 1 else []
        carry = 0.0
        for chance in ended if honest < z - 1 else []:
            carry = carry * q + chance
            mined.append(carry)
    return sum(chance * catch[max(z - m, 0)] for m, chance in enumerate(mined))


def nakamoto(q, z):
    p = 1 - q
    mean = Decimal((z * q / p).numerator) / Decimal((z * q / p).denominator)
    ratio = Decimal((q / p).numerator) / Decimal((q / p).denominator)
    total = sum(mean**k / factorial(k) * (1 - ratio ** (z - k)) for k in range(z + 1))
    return 1 - total * (-mean).exp()


def binomial(n, q):
    return sum(comb(n, k) * q**k * (1 - q) ** (n - k) for k in range((n - 1) // 3 + 1, n + 1))


def hypergeometric(population, marked, n):
    hits = range((n - 1) // 3 + 1, min(n, marked) + 1)
    return Fraction(sum(comb(marked, k) * comb(population - marked, n - k) for k in hits), comb(population, n))


for q in ["0.02", "0.1", "0.25", "0.3", "0.4", "0.45", "0.49"]:
    for z in [1, 2, 5, 6, 10, 30, 100]:
        exact = Fraction(q)
        what = f"q={q} z={z}"
        near(decent("--model", "rosenfeld", "--attacker", q, "--confirmations", z), rosenfeld(exact, z), what)
        if z <= 30:
            near(decent("--model", "nakamoto", "--attacker", q, "--confirmations", z), nakamoto(exact, z), what)
        if 0.1 <= float(q) <= 0.4 and z <= 10:
            once_more = Decimal(walked(float(q), z))
            assert abs(once_more - Decimal(float(rosenfeld(exact, z)))) < Decimal("1e-11"), what
# The deep tail, where 1 minus a sum of doubles is nothing but noise.
near(decent("--attacker", "0.1", "--confirmations", 900), rosenfeld(Fraction("0.1"), 900), "q=0.1 z=900")
for q in ["0.01", "0.2", "0.25", "0.3", "0.33", "0.4"]:
    for n in [1, 3, 4, 12, 100, 144, 288, 1008]:
        near(decent("--attacker", q, "--committee", n), binomial(n, Fraction(q)), f"q={q} n={n}")
for population, marked, n in [(100, 25, 10), (1600, 400, 100), (2000, 600, 225), (40, 10, 40)]:
    q = Fraction(marked, population)
    found = decent("--attacker", float(q), "--committee", n, "--population", population)
    near(found, hypergeometric(population, marked, n), f"{marked} of {population}, {n} drawn")
