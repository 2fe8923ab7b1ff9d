static void RK_NAME(logsumexp_rows)(long n, long m, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < n; i++, x += m) {
    RK_REAL top = RK_NAME(reduce)(RK_MAXIMUM, m, x), sum = 0;
    RK_REAL shift = top - top == 0 ? top : 0;
    for (long j = 0; j < m; j++) sum += RK_MATH(exp)(x[j] - shift);
    y[i] = shift + RK_MATH(log)(sum);
  }
}

static void RK_NAME(softmax_rows)(long n, long m, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < n; i++, x += m, y += m) {
    RK_REAL top = RK_NAME(reduce)(RK_MAXIMUM, m, x), sum = 0;
    for (long j = 0; j < m; j++) {
      y[j] = RK_MATH(exp)(x[j] - top);
      sum += y[j];
    }
    for (long j = 0; j < m; j++) y[j] *= 1 / sum;
  }
}

static void RK_NAME(log_softmax_rows)(long n, long m, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < n; i++, x += m, y += m) {
    RK_REAL total;
    RK_NAME(logsumexp_rows)(1, m, x, &total);
    for (long j = 0; j < m; j++) y[j] = x[j] - total;
  }
}

static void RK_NAME(softmax_gradient_rows)(long n, long m, const RK_REAL *y, const RK_REAL *dy, RK_REAL *dx) {
  for (long i = 0; i < n; i++, y += m, dy += m, dx += m) {
    RK_REAL mean = RK_NAME(dot)(m, y, dy);
    for (long j = 0; j < m; j++) dx[j] = y[j] * (dy[j] - mean);
  }
}

static void RK_NAME(log_softmax_gradient_rows)(long n, long m, const RK_REAL *y, const RK_REAL *dy, RK_REAL *dx) {
  for (long i = 0; i < n; i++, y += m, dy += m, dx += m) {
    RK_REAL sum = RK_NAME(reduce)(RK_SUM, m, dy);
    for (long j = 0; j < m; j++) dx[j] = dy[j] - RK_MATH(exp)(y[j]) * sum;
  }
}

static void RK_NAME(cross_entropy_rows)(
  long n, long m, const RK_REAL *x, const int32_t *labels, RK_REAL *loss, RK_REAL *softmax
) {
  for (long i = 0; i < n; i++, x += m) {
    RK_REAL total;
    RK_NAME(logsumexp_rows)(1, m, x, &total);
    loss[i] = total - x[labels[i]];
    if (softmax != NULL) RK_NAME(softmax_rows)(1, m, x, softmax + i * m);
  }
}

static void RK_NAME(cross_entropy_gradient_rows)(
  long n, long m, const RK_REAL *softmax, const int32_t *labels, const RK_REAL *weight, RK_REAL *dx
) {
  for (long i = 0; i < n; i++, softmax += m, dx += m) {
    for (long j = 0; j < m; j++) dx[j] = weight[i] * (softmax[j] - (j == labels[i]));
  }
}
