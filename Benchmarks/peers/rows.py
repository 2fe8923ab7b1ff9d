"""So many rows of six noisy series with two normal columns, as CSV: rows.py COUNT."""
import math
import random
import sys

random.seed(1)
count = int(sys.argv[1])
print("method,t,value,x,y")
for row in range(count):
    series, t = row % 6, row // 6 + 1
    value = math.exp(random.gauss(0, 0.3)) * t ** (-0.3 - 0.1 * series)
    print(f"m{series},{t},{value:.6g},{random.gauss(0, 1):.5f},{random.gauss(0, 1):.5f}")
