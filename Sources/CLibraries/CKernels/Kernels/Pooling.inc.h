// Pooling in channels-last layout: lanes run along channels, each output is one chain over its window in row-major
// order. Gradients are sums in the order of the output positions.

/// The part of the window of output position (i, j) inside of the image.
typedef struct RK_NAME(window) {
  long top, bottom, left, right;
} RK_NAME(window);

RK_INLINE RK_NAME(window) RK_NAME(window_at)(rk_pool2d_shape s, long i, long j) {
  long top = i * s.stride_h - s.pad_top, left = j * s.stride_w - s.pad_left;
  return (RK_NAME(window)){greatest(top, 0), least(top + s.kh, s.h), greatest(left, 0), least(left + s.kw, s.w)};
}

/// 1 / the number of positions that an average divides by.
RK_INLINE RK_REAL RK_NAME(window_weight)(rk_pool2d_shape s, int count_padding, RK_NAME(window) at) {
  long inside = greatest(at.bottom - at.top, 0) * greatest(at.right - at.left, 0);
  return (RK_REAL)1 / (RK_REAL)greatest(count_padding ? s.kh * s.kw : inside, 1);
}

#if RK_BITS == 32
typedef bits RK_NAME(places);
#else
typedef int32_t RK_NAME(places) __attribute__((ext_vector_type(8)));
#endif
typedef int32_t RK_NAME(loose_places) __attribute__((ext_vector_type(64 / sizeof(RK_REAL)), aligned(4)));

RK_INLINE void RK_NAME(store_places)(int32_t *p, bits places, long count) {
  RK_NAME(places) narrow = __builtin_convertvector(places, RK_NAME(places));
  if (count >= RK_LANES) *(RK_NAME(loose_places) *)p = narrow;
  else memcpy(p, &narrow, (size_t)count * sizeof(int32_t));
}

static void RK_NAME(max_pool_forward)(rk_pool2d_shape s, const RK_REAL *x, RK_REAL *y, int32_t *argmax) {
  for (long b = 0; b < s.n; b++, x += s.h * s.w * s.c) {
    for (long i = 0; i < s.oh; i++) {
      for (long j = 0; j < s.ow; j++, y += s.c, argmax += s.c) {
        RK_NAME(window) at = RK_NAME(window_at)(s, i, j);
        int empty = at.top >= at.bottom || at.left >= at.right;
        for (long c = 0; c < s.c; c += RK_LANES) {
          long left = s.c - c;
          block top = 0;
          bits place = -1;
          if (!empty) {
            place = (RK_INTEGER)(at.top * s.w + at.left);
            top = RK_NAME(load_some)(x + (at.top * s.w + at.left) * s.c + c, left);
          }
          for (long r = at.top; r < at.bottom; r++) {
            for (long q = at.left; q < at.right; q++) {
              block value = RK_NAME(load_some)(x + (r * s.w + q) * s.c + c, left);
              bits better = value > top;
              top = better ? value : top;
              place = better ? (bits)(RK_INTEGER)(r * s.w + q) : place;
            }
          }
          RK_NAME(store_some)(y + c, top, left);
          RK_NAME(store_places)(argmax + c, place, left);
        }
      }
    }
  }
}

static void RK_NAME(max_pool_scatter)(rk_pool2d_shape s, const RK_REAL *dy, const int32_t *argmax, RK_REAL *dx) {
  memset(dx, 0, sizeof(RK_REAL) * (size_t)(s.n * s.h * s.w * s.c));
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

static void RK_NAME(average_pool_forward)(rk_pool2d_shape s, int count_padding, const RK_REAL *x, RK_REAL *y) {
  for (long b = 0; b < s.n; b++, x += s.h * s.w * s.c) {
    for (long i = 0; i < s.oh; i++) {
      for (long j = 0; j < s.ow; j++, y += s.c) {
        RK_NAME(window) at = RK_NAME(window_at)(s, i, j);
        block weight = RK_NAME(window_weight)(s, count_padding, at);
        for (long c = 0; c < s.c; c += RK_LANES) {
          block sum = 0;
          for (long r = at.top; r < at.bottom; r++) {
            for (long q = at.left; q < at.right; q++) {
              sum += RK_NAME(load_some)(x + (r * s.w + q) * s.c + c, s.c - c);
            }
          }
          RK_NAME(store_some)(y + c, sum * weight, s.c - c);
        }
      }
    }
  }
}

static void RK_NAME(average_pool_gradient)(rk_pool2d_shape s, int count_padding, const RK_REAL *dy, RK_REAL *dx) {
  memset(dx, 0, sizeof(RK_REAL) * (size_t)(s.n * s.h * s.w * s.c));
  for (long b = 0; b < s.n; b++, dx += s.h * s.w * s.c) {
    for (long i = 0; i < s.oh; i++) {
      for (long j = 0; j < s.ow; j++, dy += s.c) {
        RK_NAME(window) at = RK_NAME(window_at)(s, i, j);
        block weight = RK_NAME(window_weight)(s, count_padding, at);
        for (long c = 0; c < s.c; c += RK_LANES) {
          block share = RK_NAME(load_some)(dy + c, s.c - c) * weight;
          for (long r = at.top; r < at.bottom; r++) {
            for (long q = at.left; q < at.right; q++) {
              RK_REAL *to = dx + (r * s.w + q) * s.c + c;
              RK_NAME(store_some)(to, RK_NAME(load_some)(to, s.c - c) + share, s.c - c);
            }
          }
        }
      }
    }
  }
}

static void RK_NAME(global_average_forward)(long n, long positions, long c, const RK_REAL *from, RK_REAL *y) {
  RK_REAL weight = (RK_REAL)1 / (RK_REAL)greatest(positions, 1);
  RK_NAME(reduce_axis)(RK_SUM, n, positions, c, from, y);
  RK_EACH(n * c, y, y, x * weight)
}

static void RK_NAME(global_average_gradient)(long n, long positions, long c, const RK_REAL *dy, RK_REAL *dx) {
  RK_REAL weight = (RK_REAL)1 / (RK_REAL)greatest(positions, 1);
  for (long b = 0; b < n; b++, dy += c) {
    for (long p = 0; p < positions; p++, dx += c) RK_EACH(c, dy, dx, x * weight)
  }
}
