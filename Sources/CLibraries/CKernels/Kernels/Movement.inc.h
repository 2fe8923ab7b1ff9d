static void RK_NAME(transpose)(long n, long m, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < n; i++) {
    for (long j = 0; j < m; j++) y[j * n + i] = x[i * m + j];
  }
}

static void RK_NAME(strided_copy)(
  long rank, const long *sizes, const RK_REAL *x, const long *x_strides, RK_REAL *y, const long *y_strides,
  int accumulate
) {
  if (rank == 0) {
    *y = accumulate ? *y + *x : *x;
    return;
  }
  for (long i = 0; i < sizes[0]; i++) {
    RK_NAME(strided_copy)(
      rank - 1, sizes + 1, x + i * x_strides[0], x_strides + 1, y + i * y_strides[0], y_strides + 1, accumulate);
  }
}

RK_INLINE void RK_NAME(contiguous_strides)(long rank, const long *sizes, long *strides) {
  long stride = 1;
  for (long i = rank - 1; i >= 0; i--) {
    strides[i] = stride;
    stride *= sizes[i];
  }
}

static void RK_NAME(permute)(long rank, const long *sizes, const long *axes, const RK_REAL *x, RK_REAL *y) {
  long x_strides[6], y_sizes[6], from[6], to[6];
  RK_NAME(contiguous_strides)(rank, sizes, x_strides);
  for (long i = 0; i < rank; i++) {
    y_sizes[i] = sizes[axes[i]];
    from[i] = x_strides[axes[i]];
  }
  RK_NAME(contiguous_strides)(rank, y_sizes, to);
  RK_NAME(strided_copy)(rank, y_sizes, x, from, y, to, 0);
}

static void RK_NAME(broadcast)(long rank, const long *sizes, const RK_REAL *x, const long *x_strides, RK_REAL *y) {
  long strides[6];
  RK_NAME(contiguous_strides)(rank, sizes, strides);
  RK_NAME(strided_copy)(rank, sizes, x, x_strides, y, strides, 0);
}

static void RK_NAME(broadcast_adjoint)(
  long rank, const long *sizes, const RK_REAL *dy, RK_REAL *dx, const long *dx_strides, int accumulate
) {
  long strides[6], count = 1;
  RK_NAME(contiguous_strides)(rank, sizes, strides);
  for (long i = 0; i < rank; i++) count *= dx_strides[i] == 0 ? 1 : sizes[i];
  if (!accumulate) memset(dx, 0, sizeof(RK_REAL) * count);
  RK_NAME(strided_copy)(rank, sizes, dy, strides, dx, dx_strides, 1);
}

static void RK_NAME(gather_rows)(long count, long m, const int32_t *index, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < count; i++) memcpy(y + i * m, x + index[i] * m, sizeof(RK_REAL) * m);
}

static void RK_NAME(scatter_add_rows)(long count, long m, const int32_t *index, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < count; i++, x += m) {
    RK_REAL *to = y + index[i] * m;
    for (long j = 0; j < m; j++) to[j] += x[j];
  }
}

static void RK_NAME(gather_elements)(long n, long m, const int32_t *index, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < n; i++) y[i] = x[i * m + index[i]];
}

static void RK_NAME(scatter_add_elements)(long n, long m, const int32_t *index, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < n; i++) y[i * m + index[i]] += x[i];
}

static void RK_NAME(one_hot)(long n, long m, const int32_t *labels, RK_REAL *y) {
  memset(y, 0, sizeof(RK_REAL) * n * m);
  for (long i = 0; i < n; i++) y[i * m + labels[i]] = 1;
}
