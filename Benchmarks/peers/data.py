"""Six noisy convergence curves of 2000 points with bands, as CSV."""
import math

print("method,t,low,value,high")
state = 1
for series in range(6):
    for i in range(1, 2001):
        state = (1664525 * state + 1013904223) % 2**32
        noise = state / 2**32 - 0.5
        value = (1 + series) * i ** (-0.4 - 0.1 * series) * math.exp(0.2 * noise)
        print(f"m{series},{i},{value * 0.7:.8g},{value:.8g},{value * 1.4:.8g}")
