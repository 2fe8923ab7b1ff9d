// Reductions.
//
// Along a row: lane i of partial block b takes the elements i + 16 (b + 4 j) (8 for double), in order; the four blocks
// are joined as (0,1),(2,3), then the lanes by the tree of RK_FOLD, once per RK_CHUNK elements; the chunks are joined in
// order. Along a column: row i goes to partial sum i mod 4, joined as (0,1),(2,3) once per RK_ROWS rows, the groups of
// rows in order. Chunks keep rounding errors small: they grow with the chunk, then with the number of chunks.

#undef RK_CHUNK
#undef RK_ROWS
#define RK_CHUNK (64 * RK_LANES)
#define RK_ROWS 1024

RK_INLINE RK_REAL RK_NAME(neutral)(rk_reduction function) {
  return function == RK_MAXIMUM ? -(RK_REAL)INFINITY : function == RK_MINIMUM ? (RK_REAL)INFINITY : 0;
}

/// The two results of a reduction joined.
RK_INLINE block RK_NAME(join)(const rk_reduction function, block a, block b) {
  switch (function) {
  case RK_MAXIMUM: return ((b > a) | (b != b)) ? b : a;
  case RK_MINIMUM: return ((b < a) | (b != b)) ? b : a;
  default: return a + b;
  }
}

/// The result so far with one more block of elements.
RK_INLINE block RK_NAME(take)(const rk_reduction function, block total, block x) {
  return function == RK_SUM_OF_SQUARES ? RK_NAME(fma)(x, x, total) : RK_NAME(join)(function, total, x);
}

RK_INLINE RK_REAL RK_NAME(join_lanes)(const rk_reduction function, block v) {
#undef RK_HIGHER
#undef RK_LOWER
#define RK_HIGHER(a, b) ((((b) > (a)) | ((b) != (b))) ? (b) : (a))
#define RK_LOWER(a, b) ((((b) < (a)) | ((b) != (b))) ? (b) : (a))
  switch (function) {
  case RK_MAXIMUM: return RK_FOLD(v, RK_HIGHER);
  case RK_MINIMUM: return RK_FOLD(v, RK_LOWER);
  default: return RK_NAME(sum_lanes)(v);
  }
}

/// The first `count` lanes of v, the others neutral.
RK_INLINE block RK_NAME(neutral_after)(const rk_reduction function, block v, long count) {
#if RK_BITS == 32
  const bits lanes = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
#else
  const bits lanes = {0, 1, 2, 3, 4, 5, 6, 7};
#endif
  return lanes < (bits)(RK_INTEGER)count ? v : (block)RK_NAME(neutral)(function);
}

/// `other` is null, or the second factor of a scalar product (with RK_SUM).
RK_INLINE RK_REAL RK_NAME(reduce_line)(const rk_reduction function, long n, const RK_REAL *x, const RK_REAL *other) {
#undef RK_TAKE
#define RK_TAKE(total, at) \
  (other == NULL ? RK_NAME(take)(function, total, RK_NAME(load)(x + (at))) \
                 : RK_NAME(fma)(RK_NAME(load)(x + (at)), RK_NAME(load)(other + (at)), total))
  block whole = RK_NAME(neutral)(function);
  RK_REAL total = RK_NAME(neutral)(function);
  for (long start = 0; start < n; start += RK_CHUNK) {
    long end = least(start + RK_CHUNK, n), i = start;
    block s0 = whole, s1 = whole, s2 = whole, s3 = whole;
    for (; i + 4 * RK_LANES <= end; i += 4 * RK_LANES) {
      s0 = RK_TAKE(s0, i);
      s1 = RK_TAKE(s1, i + RK_LANES);
      s2 = RK_TAKE(s2, i + 2 * RK_LANES);
      s3 = RK_TAKE(s3, i + 3 * RK_LANES);
    }
    for (; i + RK_LANES <= end; i += RK_LANES) s0 = RK_TAKE(s0, i);
    if (i < end) {
      block last = RK_NAME(load_first)(x + i, end - i);
      if (other == NULL) s1 = RK_NAME(take)(function, s1, RK_NAME(neutral_after)(function, last, end - i));
      else s1 = RK_NAME(fma)(last, RK_NAME(load_first)(other + i, end - i), s1);
    }
    RK_REAL part = RK_NAME(join_lanes)(
      function, RK_NAME(join)(function, RK_NAME(join)(function, s0, s1), RK_NAME(join)(function, s2, s3)));
    total = start == 0 ? part : RK_NAME(join)(function, (block)total, (block)part)[0];
  }
  return total;
}

#undef RK_EACH_REDUCTION
#define RK_EACH_REDUCTION(CALL) \
  switch (function) { \
  case RK_SUM: CALL(RK_SUM) break; \
  case RK_SUM_OF_SQUARES: CALL(RK_SUM_OF_SQUARES) break; \
  case RK_MAXIMUM: CALL(RK_MAXIMUM) break; \
  case RK_MINIMUM: CALL(RK_MINIMUM) break; \
  }

static void RK_NAME(reduce_rows)(rk_reduction function, long n, long m, const RK_REAL *x, RK_REAL *y) {
#undef RK_LINES
#define RK_LINES(F) \
  for (long i = 0; i < n; i++) y[i] = RK_NAME(reduce_line)(F, m, x + i * m, NULL);
  RK_EACH_REDUCTION(RK_LINES)
}

static RK_REAL RK_NAME(reduce)(rk_reduction function, long n, const RK_REAL *x) {
  RK_REAL y;
  RK_NAME(reduce_rows)(function, 1, n, x, &y);
  return y;
}

static RK_REAL RK_NAME(dot)(long n, const RK_REAL *x, const RK_REAL *y) {
  return RK_NAME(reduce_line)(RK_SUM, n, x, y);
}

static void RK_NAME(dot_rows)(long n, long m, const RK_REAL *a, const RK_REAL *b, RK_REAL *y) {
  for (long i = 0; i < n; i++) y[i] = RK_NAME(dot)(m, a + i * m, b + i * m);
}

/// `other` as in `reduce_line`; with `center` (one per column), the sum of squares of x - center.
RK_INLINE void RK_NAME(reduce_strip)(
  const rk_reduction function, const int blocks, long n, long m, long columns, const RK_REAL *x, const RK_REAL *other,
  const RK_REAL *center, RK_REAL *y
) {
  block whole = RK_NAME(neutral)(function), total[2] = {whole, whole}, middle[2] = {0, 0};
  RK_UNROLL for (int v = 0; v < blocks; v++) {
    if (center != NULL) middle[v] = RK_NAME(load_some)(center + v * RK_LANES, columns - v * RK_LANES);
  }
  for (long start = 0; start < n; start += RK_ROWS) {
    long end = least(start + RK_ROWS, n), i = start;
    block s[4][2];
    RK_UNROLL for (int r = 0; r < 4; r++) { RK_UNROLL for (int v = 0; v < blocks; v++) s[r][v] = whole; }
#undef RK_TAKE
#define RK_TAKE(r) \
  RK_UNROLL for (int v = 0; v < blocks; v++) { \
    long at = (i + r) * m + v * RK_LANES, left = columns - v * RK_LANES; \
    block value = RK_NAME(load_some)(x + at, left); \
    if (other != NULL) s[r][v] = RK_NAME(fma)(value, RK_NAME(load_some)(other + at, left), s[r][v]); \
    else s[r][v] = RK_NAME(take)(function, s[r][v], center != NULL ? value - middle[v] : value); \
  }
    for (; i + 4 <= end; i += 4) { RK_TAKE(0) RK_TAKE(1) RK_TAKE(2) RK_TAKE(3) }
    if (i < end) RK_TAKE(0)
    if (i + 1 < end) RK_TAKE(1)
    if (i + 2 < end) RK_TAKE(2)
    RK_UNROLL for (int v = 0; v < blocks; v++) {
      block part = RK_NAME(join)(
        function, RK_NAME(join)(function, s[0][v], s[1][v]), RK_NAME(join)(function, s[2][v], s[3][v]));
      total[v] = start == 0 ? part : RK_NAME(join)(function, total[v], part);
    }
  }
  RK_UNROLL for (int v = 0; v < blocks; v++) {
    RK_NAME(store_some)(y + v * RK_LANES, total[v], columns - v * RK_LANES);
  }
}

RK_INLINE void RK_NAME(reduce_block_of_columns)(
  const rk_reduction function, long n, long m, const RK_REAL *x, const RK_REAL *other, const RK_REAL *center,
  RK_REAL *y
) {
  long j = 0;
  for (; j + 2 * RK_LANES <= m; j += 2 * RK_LANES) {
    RK_NAME(reduce_strip)(
      function, 2, n, m, 2 * RK_LANES, x + j, other == NULL ? NULL : other + j, center == NULL ? NULL : center + j,
      y + j);
  }
  for (; j < m; j += RK_LANES) {
    RK_NAME(reduce_strip)(
      function, 1, n, m, m - j, x + j, other == NULL ? NULL : other + j, center == NULL ? NULL : center + j, y + j);
  }
}

static void RK_NAME(reduce_columns)(rk_reduction function, long n, long m, const RK_REAL *x, RK_REAL *y) {
#undef RK_COLUMNS
#define RK_COLUMNS(F) RK_NAME(reduce_block_of_columns)(F, n, m, x, NULL, NULL, y);
  RK_EACH_REDUCTION(RK_COLUMNS)
}

static void RK_NAME(dot_columns)(long n, long m, const RK_REAL *a, const RK_REAL *b, RK_REAL *y) {
  RK_NAME(reduce_block_of_columns)(RK_SUM, n, m, a, b, NULL, y);
}

static void RK_NAME(reduce_axis)(
  rk_reduction function, long outer, long length, long inner, const RK_REAL *x, RK_REAL *y
) {
  if (inner == 1) return RK_NAME(reduce_rows)(function, outer, length, x, y);
  for (long o = 0; o < outer; o++) {
    RK_NAME(reduce_columns)(function, length, inner, x + o * length * inner, y + o * inner);
  }
}

static void RK_NAME(argmax_rows)(long n, long m, const RK_REAL *x, int32_t *index) {
  for (long i = 0; i < n; i++, x += m) {
    block top = -(RK_REAL)INFINITY;
    for (long j = 0; j < m; j += RK_LANES) {
      block value = RK_NAME(neutral_after)(RK_MAXIMUM, RK_NAME(load_some)(x + j, m - j), m - j);
      top = value > top ? value : top;
    }
    RK_REAL highest = RK_NAME(join_lanes)(RK_MAXIMUM, top);
    long best = 0;
    while (best < m && x[best] != highest) best++;
    index[i] = (int32_t)(best < m ? best : 0);
  }
}
