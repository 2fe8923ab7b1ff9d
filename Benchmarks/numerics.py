#!/usr/bin/env python3
"""Runs the numerical benchmarks of this folder and of its peers by turns, and prints a table of ratios.

    numerics.py [CASE...] [--rounds N]
    numerics.py --memory

Every program times its own work in processor time (user and system, all threads) after one run that does not count.
In every round each program runs the case once, so that a machine that slows down slows all of them; the ratio is the
median over the rounds of the peer's time by ours.
"""

import argparse
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
OURS = HERE / ".build" / "release" / "numerics"
PEERS = {"NumPy": ("numpy", "numerics_numpy.py"), "PyTorch": ("torch", "numerics_torch.py")}


class Case:
    """What is measured, the ratios aimed at, and how far the checksums of two programs may differ (relative)."""

    def __init__(self, name, title, unit, targets, tolerance):
        self.name, self.title, self.unit, self.targets, self.tolerance = name, title, unit, targets, tolerance


def cases():
    numpy, torch = {"NumPy": 0.95}, {"PyTorch": 1.5}
    both = {"NumPy": 1, "PyTorch": 1}
    products = {"NumPy": 0.95, "PyTorch": None}
    sizes = (16, 32, 64, 128, 256, 512, 1024)
    yield Case("sgd-loop", "SGD on least squares, 100 weights", "step", {"NumPy": 10}, 1e-9)
    yield Case("gossip", "accelerated gossip on a cycle", "activation", {"NumPy": 10}, 1e-9)
    for size in sizes:
        yield Case(f"sgemm-{size}", f"float product, {size} × {size}", "product", products, 1e-4)
    for size in sizes:
        yield Case(f"dgemm-{size}", f"double product, {size} × {size}", "product", products, 1e-9)
    yield Case("cholesky-500", "Cholesky, 500 × 500", "matrix", numpy, 1e-9)
    yield Case("svd-500", "singular values and vectors, 500 × 500", "matrix", numpy, 1e-9)
    yield Case("eigen-500", "symmetric eigenvalues and vectors, 500 × 500", "matrix", numpy, 1e-9)
    yield Case("exp", "exp of 10⁶ floats", "array", both, 1e-4)
    yield Case("tanh", "tanh of 10⁶ floats", "array", both, 1e-4)
    yield Case("softmax", "softmax of 10⁵ rows of 10 floats", "array", both, 1e-4)
    yield Case("normals", "10⁷ normal random doubles", "array", both, None)
    yield Case("mlp-sgd", "perceptron 64-128-128-10, momentum", "step", torch, 0.02)
    yield Case("mlp-adam", "perceptron 64-128-128-10, Adam", "step", torch, 0.02)
    yield Case("cnn-8", "CNN on 8 × 8, 2 convolutions", "step", torch, 0.02)
    yield Case("cnn-32", "CNN on 32 × 32 × 3, 3 convolutions", "step", torch, 0.02)
    yield Case("transformer", "transformer, 32 tokens, width 64, 2 blocks", "step", torch, 0.02)
    yield Case("pgd-10", "PGD-10 on the small CNN, batch of 128", "batch", torch, 1e-3)
    yield Case("gradalign", "GradAlign on the small CNN", "step", torch, 0.02)
    yield Case("hessian-vector", "Hessian times vector, perceptron", "product", torch, 1e-3)
    yield Case("jacobian", "Jacobian of 64 examples, 10 outputs, perceptron", "Jacobian", torch, 1e-3)
    yield Case("autoattack", "APGD-CE, APGD-T, FAB-T, Square on 100 images", "ensemble", torch, 0.1)


class Program:
    """A program of cases, kept running, so that its start is in no time."""

    def __init__(self, command, environment):
        self.process = subprocess.Popen(
            command + ["--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)

    def run(self, case):
        """Time for one unit and checksum, or None if the program has no such case."""
        self.process.stdin.write(case + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.process.args[0]} ended in case {case}")
        answer = json.loads(line)
        return None if answer.get("missing") else answer

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def core_type():
    """The kernels that Reprise pins OpenBLAS to on this processor."""
    try:
        text = pathlib.Path("/proc/cpuinfo").read_text()
    except OSError:
        return None
    flags = set(next((line.split() for line in text.splitlines() if line.startswith("flags")), []))
    if flags >= {"avx512f", "avx512dq", "avx512bw", "avx512vl", "avx512cd"}:
        return "SkylakeX"
    return "Haswell" if flags >= {"avx2", "fma"} else None


def environments():
    """Of our program, which is that of Reprise's workers, and of the peers."""
    libraries = ("OPENBLAS_", "OMP_", "GOTO_")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(libraries)}
    plain |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    ours = plain | {"LC_ALL": "C", "MALLOC_ARENA_MAX": "2"}
    if core := core_type():
        ours["OPENBLAS_CORETYPE"] = core
    return ours, plain | {"MKL_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def start_peers(environment):
    peers = {}
    for peer, (module, script) in PEERS.items():
        if subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode != 0:
            print(f"{peer} is not installed: no ratios (pip install {module})", file=sys.stderr)
        else:
            peers[peer] = Program([sys.executable, str(HERE / "peers" / script)], environment)
    return peers


def seconds(value):
    for factor, unit in ((1, "s"), (1e3, "ms"), (1e6, "µs"), (1e9, "ns")):
        if value * factor >= 0.9995:
            break
    return f"{value * factor:.3g} {unit}"


def check(case, ours, theirs):
    """An error where both programs did the same work with different results."""
    if ours["units"] != theirs["units"]:
        return f"{ours['units']} units of work, the peer {theirs['units']}"
    if case.tolerance is None:
        return None
    difference = abs(ours["checksum"] - theirs["checksum"])
    if not difference <= case.tolerance * max(abs(theirs["checksum"]), 1e-300):
        return f"checksum {ours['checksum']:.9g}, the peer's {theirs['checksum']:.9g}"
    return None


def measure(case, program, peers, rounds):
    """Rows of the table for a case, and errors."""
    own_first = program.run(case.name)
    if own_first is None:
        return [f"| {case.title} | {case.unit} | – | | | | |"], []
    first = {name: peer.run(case.name) for name, peer in peers.items() if name in case.targets}
    peers = {name: peers[name] for name in first if first[name]}
    times = {name: [] for name in peers}
    own_times = []
    for _ in range(rounds):
        own_times.append(program.run(case.name)["seconds"][0])
        for name, peer in peers.items():
            times[name].append(peer.run(case.name)["seconds"][0])
    own = seconds(statistics.median(own_times) / own_first["units"])
    rows, errors = [], []
    for name in peers:
        ratio = statistics.median(theirs / ours for ours, theirs in zip(own_times, times[name]))
        target = case.targets[name]
        verdict = "" if target is None else f"≥ {target:g}" + ("" if ratio >= target else ", **below**")
        their = seconds(statistics.median(times[name]) / own_first["units"])
        rows.append(f"| {case.title} | {case.unit} | {own} | {name} | {their} | {ratio:.2f} | {verdict} |")
        if error := check(case, own_first, first[name]):
            errors.append(f"{case.name} against {name}: {error}")
    return rows or [f"| {case.title} | {case.unit} | {own} | | | | |"], errors


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="CASE", help="cases, or beginnings of their names; all without any")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--memory", action="store_true", help="resident memory of a long training")
    options = parser.parse_args()
    ours, theirs = environments()
    if not OURS.exists():
        sys.exit(f"{OURS} is missing: Benchmarks/run builds it")
    if options.memory:
        sys.exit(subprocess.run([OURS, "--memory"], env=ours).returncode)
    beginnings = tuple(options.names) or ("",)
    chosen = [case for case in cases() if case.name.startswith(beginnings)]
    if not chosen:
        sys.exit(f"no such case; there are {', '.join(case.name for case in cases())}")
    peers = start_peers(theirs)
    program = Program([str(OURS)], ours)
    print("| case | unit | Reprise | peer | peer's time | ratio | target |")
    print("| --- | --- | ---: | --- | ---: | ---: | --- |")
    errors = []
    for case in chosen:
        rows, found = measure(case, program, peers, options.rounds)
        print(*rows, sep="\n", flush=True)
        errors += found
    for every in [program, *peers.values()]:
        every.end()
    for error in errors:
        print(f"not the same work: {error}", file=sys.stderr)
    sys.exit(1 if errors else 0)


main()
