"""The inputs of the numerical benchmarks: the same numbers in every program, from a hash of the index."""

import math

import numpy as np

CLASSES = 10
# Sizes of the matrix products, and how many make one run.
PRODUCTS = [(16, 20000), (32, 10000), (64, 4000), (128, 800), (256, 120), (512, 16), (1024, 2)]


def uniforms(count, seed):
    """Numbers uniform in [0, 1), multiples of 2^-24: element i depends on i and the seed alone (SplitMix64)."""
    with np.errstate(over="ignore"):
        z = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z += np.uint64(seed) * np.uint64(0xD1B54A32D192ED03)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(40)).astype(np.float64) * 2.0**-24


def symmetric(shape, seed, bound=1.0, dtype=np.float32):
    """Numbers uniform in [-bound, bound)."""
    return ((2 * uniforms(math.prod(shape), seed) - 1) * bound).astype(dtype).reshape(shape)


def weights(shape, fan_in, seed):
    """Weights of a layer: uniform with variance 2 / fan_in."""
    return symmetric(shape, seed, math.sqrt(6 / fan_in))


def labels(count, seed):
    return (uniforms(count, seed) * CLASSES).astype(np.int64)


def images(count, shape, seed):
    """Labelled images in [0, 1]: each is half its class's prototype, half noise."""
    y = labels(count, seed)
    size = math.prod(shape)
    prototypes = uniforms(CLASSES * size, seed + 1).reshape(CLASSES, size)
    noise = uniforms(count * size, seed + 2).reshape(count, size)
    x = (0.5 * prototypes[y] + 0.5 * noise).astype(np.float32)
    return x.reshape(count, *shape), y


def positive_definite(size, seed):
    a = symmetric((size, size), seed, dtype=np.float64)
    return a @ a.T / size + np.eye(size)
