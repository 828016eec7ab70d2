from math import exp


def midpoint(f, a, b, n):
    total = 0.0
    for i in range(n):
        total += f(a + (b - a) * (i + 0.5) / n)
    return total * (b - a) / n


def trapezoid(f, a, b, n):
    h = (b - a) / n
    return sum((f(a + i * h) + f(a + (i + 1) * h)) / 2 * h for i in range(n))


def simpson(f, a, b, n):
    h, total = (b - a) / n, 0.0
    for i in range(0, n, 2):
        total += h / 3 * (f(a + i * h) + 4 * f(a + (i + 1) * h) + f(a + (i + 2) * h))
    return total


def adaptive(f, a, b, tol):
    parts, value, bound = [(a + (b - a) * i / 8, a + (b - a) * (i + 1) / 8, tol / 8) for i in range(8)], 0.0, 0.0
    while parts:
        left, right, share = parts.pop()
        one, two = simpson(f, left, right, 2), simpson(f, left, right, 4)
        if abs(two - one) <= share or right - left < 1e-9 * (b - a):
            value, bound = value + two, bound + min(abs(two - one), share)
        else:
            middle = (left + right) / 2
            parts += [(left, middle, share / 2), (middle, right, share / 2)]
    return [value, bound]


def posterior(log_p, a, b, n):
    logs = [log_p(a + (b - a) * i / n) for i in range(n + 1)]
    heights = [exp(each - max(logs)) for each in logs]
    weights = [1 if i in (0, n) else 4 if i % 2 else 2 for i in range(n + 1)]
    total = (b - a) / n / 3 * sum(w * y for w, y in zip(weights, heights))
    return [y / total for y in heights]
