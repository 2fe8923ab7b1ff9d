// Moments and normalisation, per column (batch normalisation, channels last) and per row (layer normalisation).
//
// Variances take a second pass over the deviations from the mean, in the order of Reduction.inc.h.

static void RK_NAME(mean_variance_columns)(long n, long c, const RK_REAL *from, RK_REAL *mean, RK_REAL *variance) {
  RK_REAL count = (RK_REAL)n;
  RK_NAME(reduce_block_of_columns)(RK_SUM, n, c, from, NULL, NULL, mean);
  RK_EACH(c, mean, mean, x / count)
  RK_NAME(reduce_block_of_columns)(RK_SUM_OF_SQUARES, n, c, from, NULL, mean, variance);
  RK_EACH(c, variance, variance, x / count)
}

static void RK_NAME(mean_variance_rows)(long n, long m, const RK_REAL *x, RK_REAL *mean, RK_REAL *variance) {
  for (long i = 0; i < n; i++, x += m) {
    RK_REAL middle = RK_NAME(reduce_line)(RK_SUM, m, x, NULL) / (RK_REAL)m;
    block s[2] = {0, 0};
    long j = 0;
    for (int turn = 0; j + RK_LANES <= m; j += RK_LANES, turn ^= 1) {
      block deviation = RK_NAME(load)(x + j) - middle;
      s[turn] = RK_NAME(fma)(deviation, deviation, s[turn]);
    }
    if (j < m) {
      block deviation = RK_NAME(neutral_after)(RK_SUM, RK_NAME(load_first)(x + j, m - j) - middle, m - j);
      s[0] = RK_NAME(fma)(deviation, deviation, s[0]);
    }
    mean[i] = middle;
    variance[i] = RK_NAME(sum_lanes)(s[0] + s[1]) / (RK_REAL)m;
  }
}

RK_INLINE block RK_NAME(normalize_block)(
  block x, block mean, block scale, const RK_REAL *gamma, const RK_REAL *beta, long j, long left
) {
  block value = (x - mean) * scale;
  block shift = beta == NULL ? (block)0 : RK_NAME(load_some)(beta + j, left);
  if (gamma != NULL) return RK_NAME(fma)(value, RK_NAME(load_some)(gamma + j, left), shift);
  return beta == NULL ? value : value + shift;
}

static void RK_NAME(normalize_columns)(
  long n, long c, const RK_REAL *x, const RK_REAL *mean, const RK_REAL *scale, const RK_REAL *gamma,
  const RK_REAL *beta, RK_REAL *y
) {
  for (long i = 0; i < n; i++, x += c, y += c) {
    for (long j = 0; j < c; j += RK_LANES) {
      block middle = RK_NAME(load_some)(mean + j, c - j), width = RK_NAME(load_some)(scale + j, c - j);
      block value = RK_NAME(load_some)(x + j, c - j);
      RK_NAME(store_some)(y + j, RK_NAME(normalize_block)(value, middle, width, gamma, beta, j, c - j), c - j);
    }
  }
}

static void RK_NAME(normalize_rows)(
  long n, long m, const RK_REAL *x, const RK_REAL *mean, const RK_REAL *scale, const RK_REAL *gamma,
  const RK_REAL *beta, RK_REAL *y
) {
  for (long i = 0; i < n; i++, x += m, y += m) {
    block middle = mean[i], width = scale[i];
    for (long j = 0; j < m; j += RK_LANES) {
      block value = RK_NAME(load_some)(x + j, m - j);
      RK_NAME(store_some)(y + j, RK_NAME(normalize_block)(value, middle, width, gamma, beta, j, m - j), m - j);
    }
  }
}

static void RK_NAME(normalize_rows_gradient)(
  long n, long m, const RK_REAL *x, const RK_REAL *mean, const RK_REAL *scale, const RK_REAL *gamma, const RK_REAL *dy,
  RK_REAL *dx, RK_REAL *dgamma, RK_REAL *dbeta
) {
  memset(dgamma, 0, (size_t)m * sizeof(RK_REAL));
  memset(dbeta, 0, (size_t)m * sizeof(RK_REAL));
  for (long i = 0; i < n; i++, x += m, dy += m, dx += m) {
    block middle = mean[i], width = scale[i], sum = 0, along = 0;
    for (long j = 0; j < m; j += RK_LANES) {
      block value = (RK_NAME(load_some)(x + j, m - j) - middle) * width, upper = RK_NAME(load_some)(dy + j, m - j);
      block inner = upper * RK_NAME(load_some)(gamma + j, m - j);
      sum += inner;
      along = RK_NAME(fma)(inner, value, along);
      RK_NAME(store_some)(dgamma + j, RK_NAME(fma)(upper, value, RK_NAME(load_some)(dgamma + j, m - j)), m - j);
      RK_NAME(store_some)(dbeta + j, RK_NAME(load_some)(dbeta + j, m - j) + upper, m - j);
    }
    block offset = RK_NAME(sum_lanes)(sum) / (RK_REAL)m, slope = RK_NAME(sum_lanes)(along) / (RK_REAL)m;
    for (long j = 0; j < m; j += RK_LANES) {
      block value = (RK_NAME(load_some)(x + j, m - j) - middle) * width;
      block inner = RK_NAME(load_some)(dy + j, m - j) * RK_NAME(load_some)(gamma + j, m - j);
      RK_NAME(store_some)(dx + j, (RK_NAME(fma)(-slope, value, inner) - offset) * width, m - j);
    }
  }
}
