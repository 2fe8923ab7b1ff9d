static RK_REAL RK_NAME(unary_one)(rk_unary function, RK_REAL x) {
  const RK_REAL half = (RK_REAL)0.5, root_half = (RK_REAL)0.70710678118654752440;
  const RK_REAL density = (RK_REAL)0.39894228040143267794 * RK_MATH(exp)(-half * x * x);
  switch (function) {
  case RK_COPY: return x;
  case RK_NEGATE: return -x;
  case RK_ABS: return RK_MATH(fabs)(x);
  case RK_SIGN: return x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : x;
  case RK_SQUARE: return x * x;
  case RK_SQRT: return RK_MATH(sqrt)(x);
  case RK_RSQRT: return 1 / RK_MATH(sqrt)(x);
  case RK_RECIPROCAL: return 1 / x;
  case RK_EXP: return RK_MATH(exp)(x);
  case RK_EXPM1: return RK_MATH(expm1)(x);
  case RK_LOG: return RK_MATH(log)(x);
  case RK_LOG1P: return RK_MATH(log1p)(x);
  case RK_SIN: return RK_MATH(sin)(x);
  case RK_COS: return RK_MATH(cos)(x);
  case RK_TANH: return RK_MATH(tanh)(x);
  case RK_SIGMOID: return 1 / (1 + RK_MATH(exp)(-x));
  case RK_SOFTPLUS: return (x > 0 ? x : 0) + RK_MATH(log1p)(RK_MATH(exp)(-RK_MATH(fabs)(x)));
  case RK_ERF: return RK_MATH(erf)(x);
  case RK_GELU: return half * x * RK_MATH(erfc)(-x * root_half);
  case RK_GELU_GRADIENT: return half * RK_MATH(erfc)(-x * root_half) + x * density;
  case RK_GELU_SECOND_GRADIENT: return (2 - x * x) * density;
  case RK_RELU: return x > 0 ? x : x == x ? 0 : x;
  case RK_STEP: return x > 0 ? 1 : 0;
  }
  return x;
}

static void RK_NAME(unary)(rk_unary function, long n, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < n; i++) y[i] = RK_NAME(unary_one)(function, x[i]);
}

static RK_REAL RK_NAME(binary_one)(rk_binary function, RK_REAL a, RK_REAL b) {
  switch (function) {
  case RK_ADD: return a + b;
  case RK_SUB: return a - b;
  case RK_REVERSE_SUB: return b - a;
  case RK_MUL: return a * b;
  case RK_DIV: return a / b;
  case RK_REVERSE_DIV: return b / a;
  case RK_MAX: return a > b || a != a ? a : b;
  case RK_MIN: return a < b || a != a ? a : b;
  case RK_RELU_MASK: return b > 0 ? a : 0;
  case RK_TANH_MASK: return a * (1 - b * b);
  case RK_SIGMOID_MASK: return a * (b * (1 - b));
  case RK_GREATER: return a > b;
  case RK_GREATER_EQUAL: return a >= b;
  case RK_EQUAL: return a == b;
  }
  return a;
}

static void RK_NAME(binary)(
  rk_binary function, rk_broadcast form, long n, long m, const RK_REAL *a, const RK_REAL *b, RK_REAL *y
) {
  for (long i = 0; i < n; i++) {
    for (long j = 0; j < m; j++) {
      long at = form == RK_SAME ? i * m + j : form == RK_ROW ? j : form == RK_COLUMN ? i : 0;
      y[i * m + j] = RK_NAME(binary_one)(function, a[i * m + j], b[at]);
    }
  }
}

static void RK_NAME(fill)(long n, RK_REAL value, RK_REAL *y) {
  for (long i = 0; i < n; i++) y[i] = value;
}

static void RK_NAME(scale)(long n, RK_REAL alpha, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < n; i++) y[i] = alpha * x[i];
}

static void RK_NAME(add_scalar)(long n, RK_REAL c, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < n; i++) y[i] = x[i] + c;
}

static void RK_NAME(axpy)(long n, RK_REAL alpha, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < n; i++) y[i] = RK_MATH(__builtin_fma)(alpha, x[i], y[i]);
}

static void RK_NAME(multiply_add)(long n, const RK_REAL *a, const RK_REAL *b, RK_REAL *y) {
  for (long i = 0; i < n; i++) y[i] = RK_MATH(__builtin_fma)(a[i], b[i], y[i]);
}

static void RK_NAME(clamp)(long n, RK_REAL low, RK_REAL high, const RK_REAL *x, RK_REAL *y) {
  for (long i = 0; i < n; i++) {
    RK_REAL value = x[i] < low ? low : x[i];
    y[i] = value > high ? high : value;
  }
}

static void RK_NAME(select)(long n, const RK_REAL *mask, const RK_REAL *a, const RK_REAL *b, RK_REAL *y) {
  for (long i = 0; i < n; i++) y[i] = mask[i] != 0 ? a[i] : b[i];
}
