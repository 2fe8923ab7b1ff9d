// Softmax and its relatives, row by row: the maximum, then the exponentials of the differences, of which lane i sums
// those of the columns i mod 16 (8 for double) in order; the lanes are added by a fixed tree.

/// The largest element of a row, or 0 if that is infinite.
RK_INLINE RK_REAL RK_NAME(row_shift)(long m, const RK_REAL *x) {
  RK_REAL top = RK_NAME(reduce_line)(RK_MAXIMUM, m, x, NULL);
  return top - top == 0 ? top : top > 0 || top < 0 ? 0 : top;
}

/// The sum of exp(x - shift); the terms are left in y unless it is null.
RK_INLINE RK_REAL RK_NAME(sum_of_exponentials)(long m, const RK_REAL *x, RK_REAL shift, RK_REAL *y) {
  block sum = 0;
  long j = 0;
  for (; j + RK_LANES <= m; j += RK_LANES) {
    block e = RK_NAME(block_exp)(RK_NAME(load)(x + j) - shift);
    if (y != NULL) RK_NAME(store)(y + j, e);
    sum += e;
  }
  if (j < m) {
    block e = RK_NAME(block_exp)(RK_NAME(load_first)(x + j, m - j) - shift);
    if (y != NULL) RK_NAME(store_first)(y + j, e, m - j);
    sum += RK_NAME(neutral_after)(RK_SUM, e, m - j);
  }
  return RK_NAME(sum_lanes)(sum);
}

static void RK_NAME(logsumexp_rows)(long n, long m, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < n; i += RK_LANES) {
    long count = least(RK_LANES, n - i);
    block sums = 1, shifts = 0;
    for (long p = 0; p < count; p++) {
      shifts[p] = RK_NAME(row_shift)(m, x + (i + p) * m);
      sums[p] = RK_NAME(sum_of_exponentials)(m, x + (i + p) * m, shifts[p], NULL);
    }
    RK_NAME(store_some)(y + i, shifts + RK_NAME(block_log)(sums), count);
  }
}

static void RK_NAME(softmax_rows)(long n, long m, const RK_REAL *from, RK_REAL *y) {
  for (long i = 0; i < n; i++, from += m, y += m) {
    RK_REAL sum = RK_NAME(sum_of_exponentials)(m, from, RK_NAME(row_shift)(m, from), y);
    RK_EACH(m, y, y, x / sum)
  }
}

static void RK_NAME(log_softmax_rows)(long n, long m, const RK_REAL *from, RK_REAL *y) {
  for (long i = 0; i < n; i += RK_LANES) {
    long count = least(RK_LANES, n - i);
    block sums = 1;
    RK_REAL shifts[64 / sizeof(RK_REAL)];
    for (long p = 0; p < count; p++) {
      shifts[p] = RK_NAME(row_shift)(m, from + (i + p) * m);
      sums[p] = RK_NAME(sum_of_exponentials)(m, from + (i + p) * m, shifts[p], NULL);
    }
    block logarithms = RK_NAME(block_log)(sums);
    for (long p = 0; p < count; p++) {
      RK_REAL shift = shifts[p], logarithm = logarithms[p];
      RK_EACH(m, from + (i + p) * m, y + (i + p) * m, (x - shift) - logarithm)
    }
  }
}

static void RK_NAME(softmax_gradient_rows)(long n, long m, const RK_REAL *y, const RK_REAL *dy, RK_REAL *dx) {
  for (long i = 0; i < n; i++, y += m, dy += m, dx += m) {
    RK_REAL mean = RK_NAME(reduce_line)(RK_SUM, m, y, dy);
    RK_EACH_PAIR(m, y, dy, dx, x * (z - mean))
  }
}

static void RK_NAME(log_softmax_gradient_rows)(long n, long m, const RK_REAL *y, const RK_REAL *dy, RK_REAL *dx) {
  for (long i = 0; i < n; i++, y += m, dy += m, dx += m) {
    RK_REAL sum = RK_NAME(reduce_line)(RK_SUM, m, dy, NULL);
    RK_EACH_PAIR(m, y, dy, dx, RK_NAME(fma)(RK_NAME(block_exp)(x), (block)-sum, z))
  }
}

static void RK_NAME(cross_entropy_rows)(
  long n, long m, const RK_REAL *from, const int32_t *labels, RK_REAL *loss, RK_REAL *softmax
) {
  for (long i = 0; i < n; i += RK_LANES) {
    long count = least(RK_LANES, n - i);
    block sums = 1, differences = 0;
    for (long p = 0; p < count; p++) {
      const RK_REAL *row = from + (i + p) * m;
      RK_REAL *out = softmax == NULL ? NULL : softmax + (i + p) * m;
      RK_REAL shift = RK_NAME(row_shift)(m, row), chosen = row[labels[i + p]];
      RK_REAL sum = RK_NAME(sum_of_exponentials)(m, row, shift, out);
      sums[p] = sum;
      differences[p] = shift - chosen;
      if (out != NULL) RK_EACH(m, out, out, x / sum)
    }
    RK_NAME(store_some)(loss + i, differences + RK_NAME(block_log)(sums), count);
  }
}

static void RK_NAME(cross_entropy_gradient_rows)(
  long n, long m, const RK_REAL *softmax, const int32_t *labels, const RK_REAL *weight, RK_REAL *dx
) {
  for (long i = 0; i < n; i++, softmax += m, dx += m) {
    RK_REAL factor = weight[i], chosen = weight[i] * (softmax[labels[i]] - 1);
    RK_EACH(m, softmax, dx, factor * x)
    dx[labels[i]] = chosen;
  }
}
