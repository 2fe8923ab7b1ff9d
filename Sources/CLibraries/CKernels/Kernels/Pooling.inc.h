static void RK_NAME(max_pool_forward)(rk_pool2d_shape s, const RK_REAL *x, RK_REAL *y, int32_t *argmax) {
  for (long b = 0; b < s.n; b++) {
    for (long i = 0; i < s.oh; i++) {
      for (long j = 0; j < s.ow; j++, y += s.c, argmax += s.c) {
        for (long c = 0; c < s.c; c++) { y[c] = 0; argmax[c] = -1; }
        for (long r = 0; r < s.kh; r++) {
          for (long q = 0; q < s.kw; q++) {
            long ih = i * s.stride_h + r - s.pad_top, iw = j * s.stride_w + q - s.pad_left;
            if (ih < 0 || ih >= s.h || iw < 0 || iw >= s.w) continue;
            const RK_REAL *from = x + ((b * s.h + ih) * s.w + iw) * s.c;
            for (long c = 0; c < s.c; c++) {
              if (argmax[c] < 0 || from[c] > y[c]) { y[c] = from[c]; argmax[c] = (int32_t)(ih * s.w + iw); }
            }
          }
        }
      }
    }
  }
}

static void RK_NAME(max_pool_scatter)(rk_pool2d_shape s, const RK_REAL *dy, const int32_t *argmax, RK_REAL *dx) {
  memset(dx, 0, sizeof(RK_REAL) * s.n * s.h * s.w * s.c);
  for (long b = 0; b < s.n; b++, dx += s.h * s.w * s.c) {
    for (long p = 0; p < s.oh * s.ow; p++, dy += s.c, argmax += s.c) {
      for (long c = 0; c < s.c; c++) {
        if (argmax[c] >= 0) dx[argmax[c] * s.c + c] += dy[c];
      }
    }
  }
}

static void RK_NAME(max_pool_gather)(rk_pool2d_shape s, const RK_REAL *x, const int32_t *argmax, RK_REAL *y) {
  for (long b = 0; b < s.n; b++, x += s.h * s.w * s.c) {
    for (long p = 0; p < s.oh * s.ow; p++, y += s.c, argmax += s.c) {
      for (long c = 0; c < s.c; c++) y[c] = argmax[c] >= 0 ? x[argmax[c] * s.c + c] : 0;
    }
  }
}

/// 1 / divisor of the window at output position (i, j), and its part inside of the image.
RK_INLINE RK_REAL RK_NAME(window)(rk_pool2d_shape s, int count_padding, long i, long j, long *rows, long *columns) {
  long top = i * s.stride_h - s.pad_top, left = j * s.stride_w - s.pad_left;
  rows[0] = greatest(top, 0);
  rows[1] = least(top + s.kh, s.h);
  columns[0] = greatest(left, 0);
  columns[1] = least(left + s.kw, s.w);
  long count = count_padding ? s.kh * s.kw : greatest(rows[1] - rows[0], 0) * greatest(columns[1] - columns[0], 0);
  return (RK_REAL)1 / (RK_REAL)greatest(count, 1);
}

static void RK_NAME(average_pool_forward)(rk_pool2d_shape s, int count_padding, const RK_REAL *x, RK_REAL *y) {
  for (long b = 0; b < s.n; b++, x += s.h * s.w * s.c) {
    for (long i = 0; i < s.oh; i++) {
      for (long j = 0; j < s.ow; j++, y += s.c) {
        long rows[2], columns[2];
        RK_REAL weight = RK_NAME(window)(s, count_padding, i, j, rows, columns);
        for (long c = 0; c < s.c; c++) y[c] = 0;
        for (long r = rows[0]; r < rows[1]; r++) {
          for (long q = columns[0]; q < columns[1]; q++) {
            const RK_REAL *from = x + (r * s.w + q) * s.c;
            for (long c = 0; c < s.c; c++) y[c] += from[c];
          }
        }
        for (long c = 0; c < s.c; c++) y[c] *= weight;
      }
    }
  }
}

static void RK_NAME(average_pool_gradient)(rk_pool2d_shape s, int count_padding, const RK_REAL *dy, RK_REAL *dx) {
  memset(dx, 0, sizeof(RK_REAL) * s.n * s.h * s.w * s.c);
  for (long b = 0; b < s.n; b++, dx += s.h * s.w * s.c) {
    for (long i = 0; i < s.oh; i++) {
      for (long j = 0; j < s.ow; j++, dy += s.c) {
        long rows[2], columns[2];
        RK_REAL weight = RK_NAME(window)(s, count_padding, i, j, rows, columns);
        for (long r = rows[0]; r < rows[1]; r++) {
          for (long q = columns[0]; q < columns[1]; q++) {
            RK_REAL *to = dx + (r * s.w + q) * s.c;
            for (long c = 0; c < s.c; c++) to[c] = RK_MATH(__builtin_fma)(dy[c], weight, to[c]);
          }
        }
      }
    }
  }
}

static void RK_NAME(global_average_forward)(long n, long positions, long c, const RK_REAL *x, RK_REAL *y) {
  RK_REAL weight = (RK_REAL)1 / (RK_REAL)positions;
  for (long b = 0; b < n; b++, y += c) {
    for (long o = 0; o < c; o++) y[o] = 0;
    for (long p = 0; p < positions; p++, x += c) {
      for (long o = 0; o < c; o++) y[o] += x[o];
    }
    for (long o = 0; o < c; o++) y[o] *= weight;
  }
}

static void RK_NAME(global_average_gradient)(long n, long positions, long c, const RK_REAL *dy, RK_REAL *dx) {
  RK_REAL weight = (RK_REAL)1 / (RK_REAL)positions;
  for (long b = 0; b < n; b++, dy += c) {
    for (long p = 0; p < positions; p++, dx += c) {
      for (long o = 0; o < c; o++) dx[o] = dy[o] * weight;
    }
  }
}
