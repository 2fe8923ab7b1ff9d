// Depthwise convolutions, one kernel per channel: lanes run along channels. Outputs are chains over the kernel positions
// in order; gradients are chains over the output positions in order, one fused multiply-add each.

RK_INLINE int RK_NAME(is_depthwise)(rk_conv2d_shape s) { return s.groups > 1 && s.groups == s.cin && s.cout == s.cin; }

/// Calls BODY for each kernel position (r, q) that output pixel (i, j) finds inside of the image, at (ih, iw).
#undef RK_FOR_TAPS
#define RK_FOR_TAPS(BODY) \
  for (long r = 0; r < s.kh; r++) { \
    long ih = i * s.stride_h + r - s.pad_top; \
    if (ih < 0 || ih >= s.h) continue; \
    for (long q = 0; q < s.kw; q++) { \
      long iw = j * s.stride_w + q - s.pad_left; \
      if (iw < 0 || iw >= s.w) continue; \
      BODY; \
    } \
  }

static void RK_NAME(depthwise_forward)(
  rk_conv2d_shape s, const RK_REAL *x, const RK_REAL *w, RK_REAL *y, RK_NAME(ending) ending
) {
  for (long b = 0; b < s.n; b++, x += s.h * s.w * s.cin) {
    for (long i = 0; i < s.oh; i++) {
      for (long j = 0; j < s.ow; j++, y += s.cout) {
        for (long c = 0; c < s.cin; c += RK_LANES) {
          const RK_REAL *bias = ending.bias == NULL ? NULL : ending.bias + c;
          block sum = 0;
          RK_FOR_TAPS(
            block value = RK_NAME(load_some)(x + (ih * s.w + iw) * s.cin + c, s.cin - c);
            sum = RK_NAME(fma)(value, RK_NAME(load_some)(w + (r * s.kw + q) * s.cin + c, s.cin - c), sum))
          RK_NAME(finish)(&ending, sum, y + c, bias, s.cin - c);
        }
      }
    }
  }
}

static void RK_NAME(depthwise_input_gradient)(
  rk_conv2d_shape s, const RK_REAL *dy, const RK_REAL *w, RK_REAL *dx
) {
  for (long b = 0; b < s.n; b++, dx += s.h * s.w * s.cin) {
    for (long i = 0; i < s.oh; i++) {
      for (long j = 0; j < s.ow; j++, dy += s.cout) {
        RK_FOR_TAPS(
          RK_REAL *to = dx + (ih * s.w + iw) * s.cin;
          const RK_REAL *weights = w + (r * s.kw + q) * s.cin;
          for (long c = 0; c < s.cin; c += RK_LANES) {
            block old = RK_NAME(load_some)(to + c, s.cin - c);
            block value = RK_NAME(load_some)(dy + c, s.cin - c);
            value = RK_NAME(fma)(value, RK_NAME(load_some)(weights + c, s.cin - c), old);
            RK_NAME(store_some)(to + c, value, s.cin - c);
          })
      }
    }
  }
}

static void RK_NAME(depthwise_weight_gradient)(
  rk_conv2d_shape s, const RK_REAL *x, const RK_REAL *dy, RK_REAL *dw
) {
  for (long b = 0; b < s.n; b++, x += s.h * s.w * s.cin) {
    for (long i = 0; i < s.oh; i++) {
      for (long j = 0; j < s.ow; j++, dy += s.cout) {
        RK_FOR_TAPS(
          const RK_REAL *from = x + (ih * s.w + iw) * s.cin;
          RK_REAL *to = dw + (r * s.kw + q) * s.cin;
          for (long c = 0; c < s.cin; c += RK_LANES) {
            block old = RK_NAME(load_some)(to + c, s.cin - c);
            block value = RK_NAME(load_some)(from + c, s.cin - c);
            value = RK_NAME(fma)(value, RK_NAME(load_some)(dy + c, s.cin - c), old);
            RK_NAME(store_some)(to + c, value, s.cin - c);
          })
      }
    }
  }
}
