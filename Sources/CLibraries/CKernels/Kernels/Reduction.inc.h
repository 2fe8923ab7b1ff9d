RK_INLINE RK_REAL RK_NAME(neutral)(rk_reduction function) {
  return function == RK_MAXIMUM ? -(RK_REAL)INFINITY : function == RK_MINIMUM ? (RK_REAL)INFINITY : 0;
}

RK_INLINE RK_REAL RK_NAME(join)(rk_reduction function, RK_REAL total, RK_REAL x) {
  switch (function) {
  case RK_SUM: return total + x;
  case RK_SUM_OF_SQUARES: return RK_MATH(__builtin_fma)(x, x, total);
  case RK_MAXIMUM: return x > total || x != x ? x : total;
  case RK_MINIMUM: return x < total || x != x ? x : total;
  }
  return total;
}

static void RK_NAME(reduce_axis)(
  rk_reduction function, long outer, long length, long inner, const RK_REAL *x, RK_REAL *y
) {
  for (long o = 0; o < outer; o++) {
    for (long i = 0; i < inner; i++) {
      RK_REAL total = RK_NAME(neutral)(function);
      for (long l = 0; l < length; l++) total = RK_NAME(join)(function, total, x[(o * length + l) * inner + i]);
      y[o * inner + i] = total;
    }
  }
}

static RK_REAL RK_NAME(reduce)(rk_reduction function, long n, const RK_REAL *x) {
  RK_REAL y;
  RK_NAME(reduce_axis)(function, 1, n, 1, x, &y);
  return y;
}

static void RK_NAME(reduce_rows)(rk_reduction function, long n, long m, const RK_REAL *x, RK_REAL *y) {
  RK_NAME(reduce_axis)(function, n, m, 1, x, y);
}

static void RK_NAME(reduce_columns)(rk_reduction function, long n, long m, const RK_REAL *x, RK_REAL *y) {
  RK_NAME(reduce_axis)(function, 1, n, m, x, y);
}

static RK_REAL RK_NAME(dot)(long n, const RK_REAL *x, const RK_REAL *y) {
  RK_REAL total = 0;
  for (long i = 0; i < n; i++) total = RK_MATH(__builtin_fma)(x[i], y[i], total);
  return total;
}

static void RK_NAME(dot_rows)(long n, long m, const RK_REAL *a, const RK_REAL *b, RK_REAL *y) {
  for (long i = 0; i < n; i++) y[i] = RK_NAME(dot)(m, a + i * m, b + i * m);
}

static void RK_NAME(dot_columns)(long n, long m, const RK_REAL *a, const RK_REAL *b, RK_REAL *y) {
  for (long j = 0; j < m; j++) y[j] = 0;
  for (long i = 0; i < n; i++) {
    for (long j = 0; j < m; j++) y[j] = RK_MATH(__builtin_fma)(a[i * m + j], b[i * m + j], y[j]);
  }
}

static void RK_NAME(argmax_rows)(long n, long m, const RK_REAL *x, int32_t *index) {
  for (long i = 0; i < n; i++, x += m) {
    long best = 0;
    for (long j = 1; j < m; j++) {
      if (x[j] > x[best] || (x[best] != x[best] && x[j] == x[j])) best = j;
    }
    index[i] = (int32_t)best;
  }
}
