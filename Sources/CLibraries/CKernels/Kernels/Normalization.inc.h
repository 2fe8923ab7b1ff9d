static void RK_NAME(mean_variance_columns)(long n, long c, const RK_REAL *x, RK_REAL *mean, RK_REAL *variance) {
  RK_NAME(reduce_columns)(RK_SUM, n, c, x, mean);
  for (long j = 0; j < c; j++) {
    mean[j] /= (RK_REAL)n;
    variance[j] = 0;
  }
  for (long i = 0; i < n; i++) {
    for (long j = 0; j < c; j++) {
      RK_REAL deviation = x[i * c + j] - mean[j];
      variance[j] = RK_MATH(__builtin_fma)(deviation, deviation, variance[j]);
    }
  }
  for (long j = 0; j < c; j++) variance[j] /= (RK_REAL)n;
}

static void RK_NAME(mean_variance_rows)(long n, long m, const RK_REAL *x, RK_REAL *mean, RK_REAL *variance) {
  for (long i = 0; i < n; i++, x += m) {
    mean[i] = RK_NAME(reduce)(RK_SUM, m, x) / (RK_REAL)m;
    RK_REAL total = 0;
    for (long j = 0; j < m; j++) total = RK_MATH(__builtin_fma)(x[j] - mean[i], x[j] - mean[i], total);
    variance[i] = total / (RK_REAL)m;
  }
}

static void RK_NAME(normalize_columns)(
  long n, long c, const RK_REAL *x, const RK_REAL *mean, const RK_REAL *scale, const RK_REAL *gamma,
  const RK_REAL *beta, RK_REAL *y
) {
  for (long i = 0; i < n; i++) {
    for (long j = 0; j < c; j++) {
      RK_REAL value = (x[i * c + j] - mean[j]) * scale[j];
      if (gamma != NULL) value *= gamma[j];
      if (beta != NULL) value += beta[j];
      y[i * c + j] = value;
    }
  }
}

static void RK_NAME(normalize_rows)(
  long n, long m, const RK_REAL *x, const RK_REAL *mean, const RK_REAL *scale, const RK_REAL *gamma,
  const RK_REAL *beta, RK_REAL *y
) {
  for (long i = 0; i < n; i++) {
    for (long j = 0; j < m; j++) {
      RK_REAL value = (x[i * m + j] - mean[i]) * scale[i];
      if (gamma != NULL) value *= gamma[j];
      if (beta != NULL) value += beta[j];
      y[i * m + j] = value;
    }
  }
}
