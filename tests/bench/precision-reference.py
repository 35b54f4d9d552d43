"""Writes precision.json: hard distances and sums of distances with references of 60 digits.

    python3 tests/bench/precision-reference.py      (needs mpmath)

Inputs are exact doubles (Python prints the shortest decimal that round-trips). The distance is evaluated with
140 digits from cosh d = 1 + |z-w|^2 / (2 Im z Im w), which loses 30 of them at d = 1e-15, and must agree with
tanh(d/2) = |z-w| / |z-conj w| to 70; neither is a form that the code under test uses.
"""

import json
import math
import pathlib
import random

import mpmath as mp

mp.mp.dps = 140
DIGITS = 60
draw = random.Random(20230607)
uniform = draw.uniform


def reference(x, y, u, v):
    x, y, u, v = (mp.mpf(c) for c in (x, y, u, v))
    chord2 = (x - u) ** 2 + (y - v) ** 2
    d = mp.acosh(1 + chord2 / (2 * y * v))
    # atanh loses 2d/log(10) digits where its argument is near 1.
    if d < 100:
        other = 2 * mp.atanh(mp.sqrt(chord2 / ((x - u) ** 2 + (y + v) ** 2)))
        assert y > 0 and v > 0 and abs(other - d) < mp.mpf(10) ** -70 * d
    return d


def generic():
    return uniform(-2, 2), math.exp(uniform(-2, 2))


def near(x, y, d):
    theta = uniform(0, 2 * math.pi)
    return x + y * d * math.cos(theta), y * (1 + d * math.sin(theta))


def low():
    return uniform(-2, 2), 1e-12 * uniform(0.5, 2)


def moved(x, y):
    a, b, c, d = 1e3, 1.0, 999.0, 1.0
    p, q = c * x + d, c * y
    n = p * p + q * q
    return ((a * x + b) * p + a * c * y * y) / n, y / n


def pair_near(centre, d):
    return (*centre, *near(*centre, d))


def vertical():
    x, y = uniform(-2, 2), math.exp(-30) * uniform(0.9, 1.1)
    return x, y, x, y * math.exp(60)


def dilated():
    x, y = generic()
    return pair_near((1e6 * x, 1e6 * y), 1e-8)


def at_height(exponent):
    scale = 10.0**exponent
    x, y = generic()
    return pair_near((x * scale, y * scale), uniform(0, 0.9) if draw.random() < 0.5 else 1e-9)


PAIRS = {
    'generic': lambda: (*generic(), *generic()),
    'y = 1e-12, d = 41 to 59': lambda: (*low(), *low()),
    'y = 1e-12, d = 0.5': lambda: pair_near(low(), 0.5),
    'vertical, d = 60': vertical,
    'horizontal, d = 60': lambda: (
        uniform(-1e13, 1e13), uniform(0.5, 2), uniform(-1e13, 1e13), uniform(0.5, 2),
    ),
    'd = 1e-5': lambda: pair_near(generic(), 1e-5),
    'd = 1e-10': lambda: pair_near(generic(), 1e-10),
    'd = 2e-15': lambda: pair_near(generic(), 2e-15),
    'after a = 1e3': lambda: (*moved(*generic()), *moved(*generic())),
    'after diag(1e3, 1e-3), d = 1e-8': dilated,
    'heights 1e-150 and 1e150': lambda: (
        uniform(-2, 2), 1e-150 * uniform(0.5, 2), uniform(-2, 2), 1e150 * uniform(0.5, 2),
    ),
    'both heights 1e-150': lambda: at_height(-150),
    'both heights 1e140': lambda: at_height(140),
}


def cluster(size, centre):
    return lambda: near(*centre, size * math.sqrt(draw.random()))


def mixed():
    kind = draw.randrange(4)
    if kind == 0:
        return generic()
    if kind == 1:
        return near(0.3, 1.1, 1e-7)
    if kind == 2:
        return low()
    return uniform(-1e3, 1e3), math.exp(uniform(-2, 2))


def steep(exponent):
    return lambda: (uniform(-2, 2), 10.0 ** uniform(-exponent, exponent))


SUMS = {
    'sum of 32, generic': generic,
    'sum of 32, cluster of size 1e-6': cluster(1e-6, (0.3, 1.1)),
    'sum of 32, cluster of size 1e-10': cluster(1e-10, (0.3, 1.1)),
    'sum of 32, cluster at y = 1e-7': cluster(1e-6, (0.3, 1e-7)),
    'sum of 32, mixed': mixed,
    'sum of 32 past exp overflow, about 2500': steep(40),
    'sum of 32 past exp overflow, about 9000': steep(145),
    'sum of 32 about exp overflow': steep(11.5),
}


def digits(value):
    return mp.nstr(value, DIGITS, min_fixed=0, max_fixed=1)


def distances(name, make, count=24):
    points = []
    while len(points) < count:
        pair = make()
        if pair[:2] != pair[2:]:
            points.append(pair)
    return {'name': name, 'points': points, 'references': [digits(reference(*p)) for p in points]}


def products(name, make, rows=4, inner=32, columns=7):
    a = [[make() for _ in range(inner)] for _ in range(rows)]
    b = [[make() for _ in range(columns)] for _ in range(inner)]
    sums = [
        mp.fsum(reference(*a[k][i], *b[i][l]) for i in range(inner)) for k in range(rows) for l in range(columns)
    ]
    flat = lambda factor: [c for row in factor for point in row for c in point]
    return {
        'name': name, 'rows': rows, 'inner': inner, 'columns': columns,
        'a': flat(a), 'b': flat(b), 'references': [digits(s) for s in sums],
    }


table = {
    'distances': [distances(name, make) for name, make in PAIRS.items()],
    'products': [products(name, make) for name, make in SUMS.items()],
}
path = pathlib.Path(__file__).with_name('precision.json')
path.write_text(json.dumps(table, separators=(',', ':')) + '\n')
