from math import exp


def descend(a, centre, x0, eta, steps):
    def slope(x):
        return a * x - a * centre

    trace = [x0]
    while len(trace) <= steps:
        trace.append(trace[-1] - eta * slope(trace[-1]))
    return trace


def classify(a, eta):
    before, after = 1.0, abs(1 - eta * a)
    if after > before:
        return "diverging"
    return "oscillating" if eta * a > 1 else "monotone"


def flow(a, centre, x0, times):
    return [centre + (x0 - centre) * exp(-a * t) for t in times]
