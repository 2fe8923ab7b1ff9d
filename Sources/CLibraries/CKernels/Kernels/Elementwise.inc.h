// Elementwise kernels: whole blocks, then one masked block.

/// y[i] = EXPRESSION for i < COUNT, in which `x` is the block of X at i.
#undef RK_EACH
#define RK_EACH(COUNT, X, Y, EXPRESSION) \
  { \
    long i_ = 0; \
    for (; i_ + RK_LANES <= (COUNT); i_ += RK_LANES) { \
      block x = RK_NAME(load)((X) + i_); \
      RK_NAME(store)((Y) + i_, EXPRESSION); \
    } \
    if (i_ < (COUNT)) { \
      block x = RK_NAME(load_first)((X) + i_, (COUNT) - i_); \
      RK_NAME(store_first)((Y) + i_, EXPRESSION, (COUNT) - i_); \
    } \
  }

/// The same with a second block `z` of Z.
#undef RK_EACH_PAIR
#define RK_EACH_PAIR(COUNT, X, Z, Y, EXPRESSION) \
  { \
    long i_ = 0; \
    for (; i_ + RK_LANES <= (COUNT); i_ += RK_LANES) { \
      block x = RK_NAME(load)((X) + i_), z = RK_NAME(load)((Z) + i_); \
      RK_NAME(store)((Y) + i_, EXPRESSION); \
    } \
    if (i_ < (COUNT)) { \
      block x = RK_NAME(load_first)((X) + i_, (COUNT) - i_), z = RK_NAME(load_first)((Z) + i_, (COUNT) - i_); \
      RK_NAME(store_first)((Y) + i_, EXPRESSION, (COUNT) - i_); \
    } \
  }

static void RK_NAME(unary)(rk_unary function, long n, const RK_REAL *from, RK_REAL *to) {
#undef RK_CASE
#define RK_CASE(FUNCTION, EXPRESSION) \
  case FUNCTION: RK_EACH(n, from, to, EXPRESSION) break;
  switch (function) {
    RK_CASE(RK_COPY, x)
    RK_CASE(RK_NEGATE, -x)
    RK_CASE(RK_ABS, RK_NAME(magnitude)(x))
    RK_CASE(RK_SIGN, x > 0 ? (block)1 : x < 0 ? (block)-1 : x == 0 ? (block)0 : x)
    RK_CASE(RK_SQUARE, x * x)
    RK_CASE(RK_SQRT, __builtin_elementwise_sqrt(x))
    RK_CASE(RK_RSQRT, 1 / __builtin_elementwise_sqrt(x))
    RK_CASE(RK_RECIPROCAL, 1 / x)
    RK_CASE(RK_EXP, RK_NAME(block_exp)(x))
    RK_CASE(RK_EXPM1, RK_NAME(block_expm1)(x))
    RK_CASE(RK_LOG, RK_NAME(block_log)(x))
    RK_CASE(RK_LOG1P, RK_NAME(block_log1p)(x))
    RK_CASE(RK_SIN, RK_NAME(block_sin)(x))
    RK_CASE(RK_COS, RK_NAME(block_cos)(x))
    RK_CASE(RK_TANH, RK_NAME(block_tanh)(x))
    RK_CASE(RK_SIGMOID, RK_NAME(block_sigmoid)(x))
    RK_CASE(RK_SOFTPLUS, RK_NAME(block_softplus)(x))
    RK_CASE(RK_ERF, RK_NAME(block_erf)(x))
    RK_CASE(RK_GELU, RK_NAME(block_gelu)(x))
    RK_CASE(RK_GELU_GRADIENT, RK_NAME(block_gelu_gradient)(x))
    RK_CASE(RK_GELU_SECOND_GRADIENT, RK_NAME(block_gelu_second_gradient)(x))
    RK_CASE(RK_RELU, x <= 0 ? (block)0 : x)
    RK_CASE(RK_STEP, x > 0 ? (block)1 : (block)0)
  }
}

RK_INLINE block RK_NAME(combine)(const rk_binary function, block a, block b) {
  switch (function) {
  case RK_ADD: return a + b;
  case RK_SUB: return a - b;
  case RK_REVERSE_SUB: return b - a;
  case RK_MUL: return a * b;
  case RK_DIV: return a / b;
  case RK_REVERSE_DIV: return b / a;
  case RK_MAX: return ((a > b) | (a != a)) ? a : b;
  case RK_MIN: return ((a < b) | (a != a)) ? a : b;
  case RK_RELU_MASK: return b > 0 ? a : (block)0;
  case RK_TANH_MASK: return a * RK_NAME(fma)(-b, b, (block)1);
  case RK_SIGMOID_MASK: return a * RK_NAME(fma)(-b, b, b);
  case RK_GREATER: return a > b ? (block)1 : (block)0;
  case RK_GREATER_EQUAL: return a >= b ? (block)1 : (block)0;
  case RK_EQUAL: return a == b ? (block)1 : (block)0;
  }
  return a;
}

RK_INLINE void RK_NAME(binary_form)(
  const rk_binary function, rk_broadcast form, long n, long m, const RK_REAL *a, const RK_REAL *b, RK_REAL *y
) {
  if (form == RK_SAME || (form == RK_ROW && n == 1)) {
    RK_EACH_PAIR(n * m, a, b, y, RK_NAME(combine)(function, x, z))
  } else if (form == RK_ROW && m <= RK_LANES) {
    block other = RK_NAME(load_some)(b, m);
    for (long i = 0; i < n; i++, a += m, y += m) {
      RK_NAME(store_some)(y, RK_NAME(combine)(function, RK_NAME(load_some)(a, m), other), m);
    }
  } else if (form == RK_ROW) {
    for (long i = 0; i < n; i++, a += m, y += m) RK_EACH_PAIR(m, a, b, y, RK_NAME(combine)(function, x, z))
  } else {
    long rows = form == RK_SCALAR ? 1 : n, columns = form == RK_SCALAR ? n * m : m;
    for (long i = 0; i < rows; i++, a += columns, y += columns) {
      block other = b[i];
      RK_EACH(columns, a, y, RK_NAME(combine)(function, x, other))
    }
  }
}

static void RK_NAME(binary)(
  rk_binary function, rk_broadcast form, long n, long m, const RK_REAL *a, const RK_REAL *b, RK_REAL *y
) {
#undef RK_CASE
#define RK_CASE(FUNCTION) \
  case FUNCTION: return RK_NAME(binary_form)(FUNCTION, form, n, m, a, b, y);
  switch (function) {
    RK_CASE(RK_ADD)
    RK_CASE(RK_SUB)
    RK_CASE(RK_REVERSE_SUB)
    RK_CASE(RK_MUL)
    RK_CASE(RK_DIV)
    RK_CASE(RK_REVERSE_DIV)
    RK_CASE(RK_MAX)
    RK_CASE(RK_MIN)
    RK_CASE(RK_RELU_MASK)
    RK_CASE(RK_TANH_MASK)
    RK_CASE(RK_SIGMOID_MASK)
    RK_CASE(RK_GREATER)
    RK_CASE(RK_GREATER_EQUAL)
    RK_CASE(RK_EQUAL)
  }
}

static void RK_NAME(fill)(long n, RK_REAL value, RK_REAL *y) {
  for (long i = 0; i < n; i += RK_LANES) RK_NAME(store_some)(y + i, (block)value, n - i);
}

static void RK_NAME(scale)(long n, RK_REAL alpha, const RK_REAL *from, RK_REAL *y) {
  RK_EACH(n, from, y, alpha * x)
}

static void RK_NAME(add_scalar)(long n, RK_REAL c, const RK_REAL *from, RK_REAL *y) { RK_EACH(n, from, y, x + c) }

static void RK_NAME(axpy)(long n, RK_REAL alpha, const RK_REAL *from, RK_REAL *y) {
  RK_EACH_PAIR(n, from, y, y, RK_NAME(fma)((block)alpha, x, z))
}

static void RK_NAME(multiply_add)(long n, const RK_REAL *a, const RK_REAL *b, RK_REAL *y) {
  for (long i = 0; i < n; i += RK_LANES) {
    block product = RK_NAME(load_some)(y + i, n - i);
    product = RK_NAME(fma)(RK_NAME(load_some)(a + i, n - i), RK_NAME(load_some)(b + i, n - i), product);
    RK_NAME(store_some)(y + i, product, n - i);
  }
}

static void RK_NAME(clamp)(long n, RK_REAL low, RK_REAL high, const RK_REAL *from, RK_REAL *y) {
  RK_EACH(n, from, y, RK_NAME(at_most)(RK_NAME(at_least)(x, low), high))
}

static void RK_NAME(select)(long n, const RK_REAL *mask, const RK_REAL *a, const RK_REAL *b, RK_REAL *y) {
  for (long i = 0; i < n; i += RK_LANES) {
    block yes = RK_NAME(load_some)(a + i, n - i), no = RK_NAME(load_some)(b + i, n - i);
    RK_NAME(store_some)(y + i, RK_NAME(load_some)(mask + i, n - i) != 0 ? yes : no, n - i);
  }
}
