static long RK_NAME(conv2d_workspace_size)(rk_conv2d_shape s) { return 0; }

#define RK_FOR_TAPS(BODY) \
  long ci = s.cin / s.groups, co = s.cout / s.groups; \
  for (long b = 0; b < s.n; b++) \
    for (long i = 0; i < s.oh; i++) \
      for (long j = 0; j < s.ow; j++) \
        for (long r = 0; r < s.kh; r++) \
          for (long q = 0; q < s.kw; q++) { \
            long ih = i * s.stride_h + r - s.pad_top, iw = j * s.stride_w + q - s.pad_left; \
            if (ih < 0 || ih >= s.h || iw < 0 || iw >= s.w) continue; \
            for (long c = 0; c < ci; c++) \
              for (long o = 0; o < s.cout; o++) { \
                long yi = ((b * s.oh + i) * s.ow + j) * s.cout + o; \
                long xi = ((b * s.h + ih) * s.w + iw) * s.cin + o / co * ci + c; \
                long wi = ((r * s.kw + q) * ci + c) * s.cout + o; \
                BODY; \
              } \
          }

static void RK_NAME(conv2d_forward)(
  rk_conv2d_shape s, const RK_REAL *x, const RK_REAL *w, RK_REAL *y, int accumulate, RK_REAL *workspace
) {
  if (!accumulate) memset(y, 0, sizeof(RK_REAL) * s.n * s.oh * s.ow * s.cout);
  RK_FOR_TAPS(y[yi] = RK_MATH(__builtin_fma)(x[xi], w[wi], y[yi]))
}

static void RK_NAME(conv2d_input_gradient)(
  rk_conv2d_shape s, const RK_REAL *dy, const RK_REAL *w, RK_REAL *dx, int accumulate, RK_REAL *workspace
) {
  if (!accumulate) memset(dx, 0, sizeof(RK_REAL) * s.n * s.h * s.w * s.cin);
  RK_FOR_TAPS(dx[xi] = RK_MATH(__builtin_fma)(dy[yi], w[wi], dx[xi]))
}

static void RK_NAME(conv2d_weight_gradient)(
  rk_conv2d_shape s, const RK_REAL *x, const RK_REAL *dy, RK_REAL *dw, int accumulate, RK_REAL *workspace
) {
  if (!accumulate) memset(dw, 0, sizeof(RK_REAL) * s.kh * s.kw * (s.cin / s.groups) * s.cout);
  RK_FOR_TAPS(dw[wi] = RK_MATH(__builtin_fma)(x[xi], dy[yi], dw[wi]))
}

#undef RK_FOR_TAPS
