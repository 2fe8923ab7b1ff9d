"""The numerical benchmarks in NumPy, with the idioms that are fastest there; see session.py for the use."""

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import math

import numpy as np

import workload
from session import case, main


@case("sgd-loop", units=100_000)
def sgd_loop():
    """Least squares by stochastic gradient descent, one example a step."""
    samples, dimension, steps = 1000, 100, 100_000
    rows = list(workload.symmetric((samples, dimension), 1, dtype=np.float64))
    targets = workload.symmetric((samples,), 2, dtype=np.float64).tolist()
    step_size = 0.005

    def work():
        w = np.zeros(dimension)
        for k in range(steps):
            i = (k * 7919) % samples
            a = rows[i]
            w -= step_size * (a.dot(w) - targets[i]) * a
        return np.linalg.norm(w)

    return work


@case("gossip", units=200_000)
def gossip():
    """Accelerated asynchronous gossip on a cycle: 100 runs, one pair of nodes an activation."""
    nodes, runs, activations = 30, 100, 2000
    edges = (workload.uniforms(runs * activations, 1) * nodes).astype(np.int64).reshape(runs, activations).tolist()
    waits = (-np.log(1 - workload.uniforms(runs * activations, 2))).reshape(runs, activations).tolist()
    gap = (2 - 2 * math.cos(2 * math.pi / nodes)) / nodes
    rate = math.sqrt(gap / (2 * (nodes - 1)))
    second_step = rate / gap

    def run(edges, waits):
        # Lists, since single elements of arrays are slower.
        x = [1 - 1 / nodes] + [-1 / nodes] * (nodes - 1)
        z = list(x)
        last = [0.0] * nodes
        time = 0.0
        for v, wait in zip(edges, waits):
            time += wait
            w = (v + 1) % nodes
            for node in (v, w):
                change = 0.5 * (1 - math.exp(-2 * rate * (time - last[node]))) * (z[node] - x[node])
                x[node] += change
                z[node] -= change
                last[node] = time
            difference = x[v] - x[w]
            x[v] -= 0.5 * difference
            x[w] += 0.5 * difference
            z[v] -= second_step * difference
            z[w] += second_step * difference
        return sum(value * value for value in x)

    return lambda: sum(map(run, edges, waits))


def product(size, dtype, repeats):
    def make():
        a = workload.symmetric((size, size), 1, dtype=dtype)
        b = workload.symmetric((size, size), 2, dtype=dtype)
        c = np.empty_like(a)

        def work():
            for _ in range(repeats):
                np.matmul(a, b, out=c)
            return abs(c).sum(dtype=np.float64)

        return work

    return make


for size, repeats in workload.PRODUCTS:
    case(f"sgemm-{size}", units=repeats)(product(size, np.float32, repeats))
    case(f"dgemm-{size}", units=repeats)(product(size, np.float64, repeats))


@case("cholesky-500", units=20)
def cholesky():
    a = workload.positive_definite(500, 1)

    def work():
        for _ in range(20):
            factor = np.linalg.cholesky(a)
        return abs(factor).sum()

    return work


@case("svd-500")
def svd():
    a = workload.symmetric((500, 500), 1, dtype=np.float64)

    def work():
        _, values, _ = np.linalg.svd(a, full_matrices=False)
        return values.sum()

    return work


@case("eigen-500")
def eigen():
    a = workload.positive_definite(500, 1)

    def work():
        values, _ = np.linalg.eigh(a)
        return values.sum()

    return work


@case("exp", units=100)
def exponential():
    x = workload.symmetric((1_000_000,), 1, 5)
    y = np.empty_like(x)

    def work():
        for _ in range(100):
            np.exp(x, out=y)
        return y.sum(dtype=np.float64)

    return work


@case("tanh", units=100)
def tanh():
    x = workload.symmetric((1_000_000,), 1, 5)
    y = np.empty_like(x)

    def work():
        for _ in range(100):
            np.tanh(x, out=y)
        return abs(y).sum(dtype=np.float64)

    return work


@case("softmax", units=20)
def softmax():
    """Over 100 000 rows of ten."""
    x = workload.symmetric((100_000, 10), 1, 5)
    y = np.empty_like(x)

    def work():
        for _ in range(20):
            np.subtract(x, x.max(axis=1, keepdims=True), out=y)
            np.exp(y, out=y)
            np.divide(y, y.sum(axis=1, keepdims=True), out=y)
        return (y * y).sum(dtype=np.float64)

    return work


@case("normals")
def normals():
    """10^7 doubles; every system has its own generator, so that the numbers differ."""
    random = np.random.default_rng(0)
    values = np.empty(10_000_000)

    def work():
        random.standard_normal(out=values)

    return work


main()
