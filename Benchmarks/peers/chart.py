"""The same chart with matplotlib: chart.py DATA.csv OUT."""
import csv
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

rows = list(csv.DictReader(open(sys.argv[1])))
figure, axes = plt.subplots(figsize=(6.33, 3.9))
for method in sorted({row["method"] for row in rows}):
    part = [row for row in rows if row["method"] == method]
    t = [float(row["t"]) for row in part]
    axes.fill_between(t, [float(r["low"]) for r in part], [float(r["high"]) for r in part], alpha=0.18)
    axes.plot(t, [float(r["value"]) for r in part], label=method)
axes.set(xscale="log", yscale="log", xlabel="Iteration $t$", ylabel="Risk")
axes.legend()
figure.savefig(sys.argv[2], dpi=144)
