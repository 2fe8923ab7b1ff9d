// The tile: the one loop in which matrix products and convolutions spend their time.
//
// A tile computes a few rows (pixels, or rows of a matrix) times one to three blocks of columns (channels), all held in
// registers: out[p][j] = sum over k of a[p][k] * b[k][j]. The index k runs through `segments` runs of `length` places:
// element k of row p lies at a[p][offsets[segment] + i * step], row k of b at b + k * b_step. A product has one segment;
// a convolution has one per kernel row, in which the positions and channels of an image lie side by side.
//
// Each output element is one chain of fused multiply-adds from 0 in the order of k, whatever the size of the tile:
// neither the number of rows and blocks nor the instruction set can change it.

/// What becomes of a sum: out = alpha * sum + beta * out, plus the bias of the column, then max(0, .).
typedef struct RK_NAME(ending) {
  RK_REAL alpha, beta;
  const RK_REAL *bias;
  int relu;
} RK_NAME(ending);

/// The part of a task that all its tiles share.
typedef struct RK_NAME(strip) {
  const long *offsets;
  long segments, length, step;
  const RK_REAL *b;
  long b_step;
  RK_NAME(ending) ending;
} RK_NAME(strip);

#undef RK_MOST_ROWS
#undef RK_MOST_BLOCKS
#undef RK_TILE
#undef RK_TAIL
#if RK_LEVEL == 2
#define RK_MOST_ROWS 12
#define RK_MOST_BLOCKS 3
#elif RK_LEVEL == 1
#define RK_MOST_ROWS 6
#define RK_MOST_BLOCKS 1
#else
#define RK_MOST_ROWS 2
#define RK_MOST_BLOCKS 1
#endif

RK_INLINE void RK_NAME(finish)(const RK_NAME(ending) *ending, block sum, RK_REAL *out, const RK_REAL *bias, long columns) {
  block value = ending->alpha * sum;
  if (ending->beta != 0) value = RK_NAME(fma)((block)ending->beta, RK_NAME(load_some)(out, columns), value);
  if (bias != NULL) value += RK_NAME(load_some)(bias, columns);
  if (ending->relu) value = RK_NAME(choose)(value > 0 | value != value, value, (block)0);
  RK_NAME(store_some)(out, value, columns);
}

/// `rows` and `blocks` are constants; only the first `count` rows are written. If `tail` is not 0 there is one block and
/// only its first `tail` columns exist.
RK_INLINE void RK_NAME(tile)(
  const int rows, const int blocks, const RK_NAME(strip) *strip, const RK_REAL *const *a, RK_REAL *const *out,
  long count, long tail
) {
  const RK_REAL *at[RK_MOST_ROWS];
  block sums[RK_MOST_ROWS][RK_MOST_BLOCKS];
  RK_UNROLL for (int p = 0; p < rows; p++) {
    at[p] = a[p];
    RK_UNROLL for (int v = 0; v < blocks; v++) sums[p][v] = 0;
  }
  const RK_REAL *b = strip->b;
  const long b_step = strip->b_step, step = strip->step, length = strip->length;
  for (long segment = 0; segment < strip->segments; segment++) {
    long k = strip->offsets[segment];
    for (long i = 0; i < length; i++, k += step, b += b_step) {
      RK_OPAQUE(k);  // or the compiler advances each row's pointer by itself and runs out of registers
      block line[RK_MOST_BLOCKS];
      RK_UNROLL for (int v = 0; v < blocks; v++) {
        line[v] = tail != 0 ? RK_NAME(load_first)(b, tail) : RK_NAME(load)(b + v * RK_LANES);
      }
      RK_UNROLL for (int p = 0; p < rows; p++) {
        block factor = at[p][k];
        RK_UNROLL for (int v = 0; v < blocks; v++) sums[p][v] = RK_NAME(fma)(factor, line[v], sums[p][v]);
      }
    }
  }
  const RK_NAME(ending) ending = strip->ending;
  RK_UNROLL for (int p = 0; p < rows; p++) {
    if (p >= count) break;
    RK_UNROLL for (int v = 0; v < blocks; v++) {
      const RK_REAL *bias = ending.bias == NULL ? NULL : ending.bias + v * RK_LANES;
      RK_NAME(finish)(&ending, sums[p][v], out[p] + v * RK_LANES, bias, tail != 0 ? tail : RK_LANES);
    }
  }
}

#define RK_TILE(ROWS, BLOCKS) \
  static __attribute__((noinline)) void RK_NAME(tile_##ROWS##x##BLOCKS)( \
    const RK_NAME(strip) *strip, const RK_REAL *const *a, RK_REAL *const *out, long count \
  ) { \
    RK_NAME(tile)(ROWS, BLOCKS, strip, a, out, count, 0); \
  }
#define RK_TAIL(ROWS) \
  static __attribute__((noinline)) void RK_NAME(tail_##ROWS)( \
    const RK_NAME(strip) *strip, const RK_REAL *const *a, RK_REAL *const *out, long count, long tail \
  ) { \
    RK_NAME(tile)(ROWS, 1, strip, a, out, count, tail); \
  }

#if RK_LEVEL == 2
RK_TILE(12, 1) RK_TILE(8, 1) RK_TILE(4, 1) RK_TILE(12, 2) RK_TILE(8, 2) RK_TILE(4, 2) RK_TILE(8, 3) RK_TILE(4, 3)
RK_TAIL(12) RK_TAIL(8) RK_TAIL(4)
#elif RK_LEVEL == 1
RK_TILE(6, 1) RK_TILE(4, 1) RK_TILE(2, 1) RK_TAIL(6) RK_TAIL(4) RK_TAIL(2)
#else
RK_TILE(2, 1) RK_TAIL(2)
#endif

/// The number of whole blocks in the next strip of `columns`, 0 if only a part of a block is left.
RK_INLINE int RK_NAME(strip_blocks)(long columns) {
  long whole = columns / RK_LANES;
#if RK_LEVEL == 2
  return whole == 4 ? 2 : (int)least(whole, 3);
#else
  return (int)least(whole, 1);
#endif
}

/// The most rows that a tile of so many blocks takes.
RK_INLINE long RK_NAME(tile_rows)(int blocks) {
#if RK_LEVEL == 2
  return blocks == 3 ? 8 : 12;
#else
  return RK_MOST_ROWS;
#endif
}

/// Computes `count` rows, at most `tile_rows(blocks)`, of a strip; `a` and `out` have room for RK_MOST_ROWS pointers.
static void RK_NAME(run_tile)(
  const RK_NAME(strip) *strip, int blocks, long tail, const RK_REAL **a, RK_REAL *const *out, long count
) {
  for (long p = count; p < RK_MOST_ROWS; p++) a[p] = a[0];
#define RK_RUN(ROWS, BLOCKS) return RK_NAME(tile_##ROWS##x##BLOCKS)(strip, a, out, count);
#define RK_RUN_TAIL(ROWS) return RK_NAME(tail_##ROWS)(strip, a, out, count, tail);
#if RK_LEVEL == 2
  switch (blocks) {
  case 3: if (count > 4) RK_RUN(8, 3) else RK_RUN(4, 3)
  case 2: if (count > 8) RK_RUN(12, 2) else if (count > 4) RK_RUN(8, 2) else RK_RUN(4, 2)
  case 1: if (count > 8) RK_RUN(12, 1) else if (count > 4) RK_RUN(8, 1) else RK_RUN(4, 1)
  default: if (count > 8) RK_RUN_TAIL(12) else if (count > 4) RK_RUN_TAIL(8) else RK_RUN_TAIL(4)
  }
#elif RK_LEVEL == 1
  if (blocks == 1) { if (count > 4) RK_RUN(6, 1) else if (count > 2) RK_RUN(4, 1) else RK_RUN(2, 1) }
  if (count > 4) RK_RUN_TAIL(6) else if (count > 2) RK_RUN_TAIL(4) else RK_RUN_TAIL(2)
#else
  if (blocks == 1) RK_RUN(2, 1)
  RK_RUN_TAIL(2)
#endif
#undef RK_RUN
#undef RK_RUN_TAIL
}

// The inner tile: the same sums where there are so few columns that lanes along them would idle. Lanes run along k
// instead: a and b are dense along k, column c of b lies at b + c * b_step. Each segment is read from its start, so that
// element i of every segment goes to lane i mod RK_LANES: RK_LANES partial sums, each in the order of k, added by the
// fixed tree of `sum_lanes`.

/// Columns of an inner tile; products with at most RK_FEW columns go this way.
#undef RK_INNER_COLUMNS
#undef RK_INNER_ROWS
#undef RK_FEW
#undef RK_INNER
#define RK_INNER_COLUMNS 4
#define RK_FEW 4
#if RK_LEVEL == 2
#define RK_INNER_ROWS 6
#else
#define RK_INNER_ROWS 2
#endif

RK_INLINE void RK_NAME(inner_tile)(
  const int columns, const RK_NAME(strip) *strip, const RK_REAL *const *a, RK_REAL *const *out, long count
) {
  const RK_REAL *at[RK_INNER_ROWS], *b = strip->b;
  block sums[RK_INNER_ROWS][RK_INNER_COLUMNS];
  RK_UNROLL for (int p = 0; p < RK_INNER_ROWS; p++) {
    at[p] = a[p];
    RK_UNROLL for (int c = 0; c < columns; c++) sums[p][c] = 0;
  }
  const long b_step = strip->b_step, length = strip->length;
  for (long segment = 0; segment < strip->segments; segment++, b += length) {
    long offset = strip->offsets[segment];
    for (long i = 0; i < length; i += RK_LANES) {
      block line[RK_INNER_COLUMNS];
      if (i + RK_LANES <= length) {
        RK_UNROLL for (int c = 0; c < columns; c++) line[c] = RK_NAME(load)(b + c * b_step + i);
        RK_UNROLL for (int p = 0; p < RK_INNER_ROWS; p++) {
          block factor = RK_NAME(load)(at[p] + offset + i);
          RK_UNROLL for (int c = 0; c < columns; c++) sums[p][c] = RK_NAME(fma)(factor, line[c], sums[p][c]);
        }
      } else {
        RK_UNROLL for (int c = 0; c < columns; c++) line[c] = RK_NAME(load_first)(b + c * b_step + i, length - i);
        RK_UNROLL for (int p = 0; p < RK_INNER_ROWS; p++) {
          block factor = RK_NAME(load_first)(at[p] + offset + i, length - i);
          RK_UNROLL for (int c = 0; c < columns; c++) sums[p][c] = RK_NAME(fma)(factor, line[c], sums[p][c]);
        }
      }
    }
  }
  const RK_NAME(ending) ending = strip->ending;
  RK_UNROLL for (int p = 0; p < RK_INNER_ROWS; p++) {
    if (p >= count) break;
    RK_UNROLL for (int c = 0; c < columns; c++) {
      RK_REAL value = ending.alpha * RK_NAME(sum_lanes)(sums[p][c]);
      if (ending.beta != 0) value = RK_MATH(__builtin_fma)(ending.beta, out[p][c], value);
      if (ending.bias != NULL) value += ending.bias[c];
      out[p][c] = ending.relu && value <= 0 ? 0 : value;
    }
  }
}

#define RK_INNER(COLUMNS) \
  static __attribute__((noinline)) void RK_NAME(inner_##COLUMNS)( \
    const RK_NAME(strip) *strip, const RK_REAL *const *a, RK_REAL *const *out, long count \
  ) { \
    RK_NAME(inner_tile)(COLUMNS, strip, a, out, count); \
  }
RK_INNER(1) RK_INNER(2) RK_INNER(3) RK_INNER(4)

/// Computes `count` rows, at most RK_INNER_ROWS, of `columns` columns, at most RK_INNER_COLUMNS.
static void RK_NAME(run_inner)(
  const RK_NAME(strip) *strip, long columns, const RK_REAL **a, RK_REAL *const *out, long count
) {
  for (long p = count; p < RK_INNER_ROWS; p++) a[p] = a[0];
  switch (columns) {
  case 1: return RK_NAME(inner_1)(strip, a, out, count);
  case 2: return RK_NAME(inner_2)(strip, a, out, count);
  case 3: return RK_NAME(inner_3)(strip, a, out, count);
  default: return RK_NAME(inner_4)(strip, a, out, count);
  }
}
