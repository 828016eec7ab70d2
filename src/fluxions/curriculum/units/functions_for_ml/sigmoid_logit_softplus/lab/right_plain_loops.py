from math import exp, fsum, log


def one(z):
    m = max(z)
    return m + log(fsum(exp(each - m) for each in z))


def log_sum_exp(z):
    return [one(row) for row in z.tolist()]


def softmax(row, temperature):
    row = [each / temperature for each in row]
    total = one(row)
    return [exp(each - total) for each in row]


def probabilities(z, temperature):
    return [softmax(row, temperature) for row in z.tolist()]


def loss(z, target, temperature):
    total = 0.0
    for row, y in zip(z.tolist(), target.tolist()):
        row = [each / temperature for each in row]
        shares = y if isinstance(y, list) else [float(k == y) for k in range(len(row))]
        total += sum(share * (one(row) - each) for share, each in zip(shares, row))
    return total / len(z)


def gradient(z, target, temperature, upstream):
    rows = []
    for row, y in zip(z.tolist(), target.tolist()):
        shares = y if isinstance(y, list) else [float(k == y) for k in range(len(row))]
        p = softmax(row, temperature)
        rows.append([upstream * (each - share) / (len(z) * temperature) for each, share in zip(p, shares)])
    return rows


def vjp(z, v):
    p = z - max(z)
    p = [exp(each) for each in p]
    total = fsum(p)
    mean = fsum(a * b for a, b in zip(p, v)) / total
    return (v - mean) * p / total


def hessian(z):
    p = softmax(z.tolist(), 1.0)
    return [[a * (i == j) - a * b for j, b in enumerate(p)] for i, a in enumerate(p)]
