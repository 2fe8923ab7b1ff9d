// Data movement. Axes are merged and ordered first, so that the innermost loop is a run, a fill, a sum or a transpose.

#undef RK_MOST_AXES
#define RK_MOST_AXES 6

static void RK_NAME(transpose)(long n, long m, const RK_REAL *x, RK_REAL *y) {
  // in squares of a few blocks, so that the lines of both sides stay in the nearest cache
  const long side = 4 * RK_LANES;
  for (long i = 0; i < n; i += side) {
    for (long j = 0; j < m; j += side) {
      RK_NAME(transpose_tile)(least(side, n - i), least(side, m - j), x + i * m + j, m, y + j * n + i, n);
    }
  }
}

/// A loop nest over two strided arrays, outermost axis first.
typedef struct RK_NAME(nest) {
  long rank, sizes[RK_MOST_AXES], from[RK_MOST_AXES], to[RK_MOST_AXES];
} RK_NAME(nest);

/// Drops axes of size 1 and merges neighbours that step alike.
RK_INLINE RK_NAME(nest) RK_NAME(merged)(long rank, const long *sizes, const long *from, const long *to) {
  RK_NAME(nest) nest = {0};
  for (long i = 0; i < rank; i++) {
    long last = nest.rank - 1;
    if (sizes[i] == 1) continue;
    if (last >= 0 && nest.from[last] == from[i] * sizes[i] && nest.to[last] == to[i] * sizes[i]) {
      nest.sizes[last] *= sizes[i];
      nest.from[last] = from[i];
      nest.to[last] = to[i];
    } else {
      nest.sizes[nest.rank] = sizes[i];
      nest.from[nest.rank] = from[i];
      nest.to[nest.rank++] = to[i];
    }
  }
  return nest;
}

/// The innermost axis.
RK_INLINE void RK_NAME(copy_line)(
  long n, const RK_REAL *from, long x_step, RK_REAL *y, long y_step, int accumulate
) {
  if (x_step == 1 && y_step == 1 && !accumulate) RK_EACH(n, from, y, x)
  else if (x_step == 1 && y_step == 1) RK_EACH_PAIR(n, from, y, y, z + x)
  else if (x_step == 0 && y_step == 1 && !accumulate) RK_NAME(fill)(n, *from, y);
  else if (x_step == 0 && y_step == 1) { RK_REAL c = *from; RK_EACH(n, y, y, x + c) }
  else if (x_step == 1 && y_step == 0 && accumulate) *y += RK_NAME(reduce_line)(RK_SUM, n, from, NULL);
  else if (accumulate) for (long i = 0; i < n; i++) y[i * y_step] += from[i * x_step];
  else for (long i = 0; i < n; i++) y[i * y_step] = from[i * x_step];
}

static void RK_NAME(run_nest)(
  const RK_NAME(nest) *nest, long axis, const RK_REAL *x, RK_REAL *y, int accumulate
) {
  long left = nest->rank - axis, size = nest->sizes[axis], from = nest->from[axis], to = nest->to[axis];
  if (left == 0) {
    *y = accumulate ? *y + *x : *x;
  } else if (left == 1) {
    RK_NAME(copy_line)(size, x, from, y, to, accumulate);
  } else if (left == 2 && !accumulate && from == 1 && nest->to[axis + 1] == 1) {
    RK_NAME(transpose_tile)(nest->sizes[axis + 1], size, x, nest->from[axis + 1], y, to);
  } else {
    for (long i = 0; i < size; i++) RK_NAME(run_nest)(nest, axis + 1, x + i * from, y + i * to, accumulate);
  }
}

static void RK_NAME(strided_copy)(
  long rank, const long *sizes, const RK_REAL *x, const long *x_strides, RK_REAL *y, const long *y_strides,
  int accumulate
) {
  for (long i = 0; i < rank; i++) {
    if (sizes[i] == 0) return;
  }
  RK_NAME(nest) nest = RK_NAME(merged)(rank, sizes, x_strides, y_strides);
  RK_NAME(run_nest)(&nest, 0, x, y, accumulate);
}

RK_INLINE void RK_NAME(contiguous_strides)(long rank, const long *sizes, long *strides) {
  long stride = 1;
  for (long i = rank - 1; i >= 0; i--) {
    strides[i] = stride;
    stride *= sizes[i];
  }
}

static void RK_NAME(permute)(long rank, const long *sizes, const long *axes, const RK_REAL *x, RK_REAL *y) {
  long x_strides[RK_MOST_AXES], y_sizes[RK_MOST_AXES], from[RK_MOST_AXES], to[RK_MOST_AXES];
  RK_NAME(contiguous_strides)(rank, sizes, x_strides);
  for (long i = 0; i < rank; i++) {
    y_sizes[i] = sizes[axes[i]];
    from[i] = x_strides[axes[i]];
    if (y_sizes[i] == 0) return;
  }
  RK_NAME(contiguous_strides)(rank, y_sizes, to);
  RK_NAME(nest) nest = RK_NAME(merged)(rank, y_sizes, from, to);
  // The axis that is dense in x goes next to the innermost one: the last two are then a transpose.
  for (long i = 0; i + 2 < nest.rank; i++) {
    if (nest.from[i] != 1) continue;
    long size = nest.sizes[i], step = nest.to[i];
    for (; i + 2 < nest.rank; i++) {
      nest.sizes[i] = nest.sizes[i + 1];
      nest.from[i] = nest.from[i + 1];
      nest.to[i] = nest.to[i + 1];
    }
    nest.sizes[i] = size;
    nest.from[i] = 1;
    nest.to[i] = step;
  }
  RK_NAME(run_nest)(&nest, 0, x, y, 0);
}

static void RK_NAME(broadcast)(long rank, const long *sizes, const RK_REAL *x, const long *x_strides, RK_REAL *y) {
  long strides[RK_MOST_AXES];
  RK_NAME(contiguous_strides)(rank, sizes, strides);
  RK_NAME(strided_copy)(rank, sizes, x, x_strides, y, strides, 0);
}

static void RK_NAME(broadcast_adjoint)(
  long rank, const long *sizes, const RK_REAL *dy, RK_REAL *dx, const long *dx_strides, int accumulate
) {
  long strides[RK_MOST_AXES], count = 1, places = 1;
  RK_NAME(contiguous_strides)(rank, sizes, strides);
  for (long i = 0; i < rank; i++) {
    places *= sizes[i];
    count *= dx_strides[i] == 0 ? 1 : sizes[i];
  }
  if (!accumulate) memset(dx, 0, sizeof(RK_REAL) * (size_t)count);
  if (places == 0) return;
  RK_NAME(nest) nest = RK_NAME(merged)(rank, sizes, strides, dx_strides);
  // The common case of a bias, rows summed into one, has its own kernel.
  if (nest.rank == 2 && nest.to[0] == 0 && nest.to[1] == 1 && !accumulate) {
    RK_NAME(reduce_columns)(RK_SUM, nest.sizes[0], nest.sizes[1], dy, dx);
  } else {
    RK_NAME(run_nest)(&nest, 0, dy, dx, 1);
  }
}

static void RK_NAME(gather_rows)(long count, long m, const int32_t *index, const RK_REAL *from, RK_REAL *y) {
  for (long i = 0; i < count; i++, y += m) RK_EACH(m, from + index[i] * m, y, x)
}

static void RK_NAME(scatter_add_rows)(long count, long m, const int32_t *index, const RK_REAL *from, RK_REAL *y) {
  for (long i = 0; i < count; i++, from += m) RK_EACH_PAIR(m, from, y + index[i] * m, y + index[i] * m, z + x)
}

static void RK_NAME(gather_elements)(long n, long m, const int32_t *index, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < n; i++) y[i] = x[i * m + index[i]];
}

static void RK_NAME(scatter_add_elements)(long n, long m, const int32_t *index, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < n; i++) y[i * m + index[i]] += x[i];
}

static void RK_NAME(one_hot)(long n, long m, const int32_t *labels, RK_REAL *y) {
  memset(y, 0, sizeof(RK_REAL) * (size_t)(n * m));
  for (long i = 0; i < n; i++) y[i * m + labels[i]] = 1;
}
