// Matrix products: strips of up to three blocks of columns, tiles of rows down each strip.
//
// k is cut in runs of RK_RUN_LENGTH places, the same at every level; the sum of a run starts from 0 and is added to C.
// B is copied into a dense strip first where it is transposed or where many tiles read it.

#undef RK_RUN_LENGTH
#define RK_RUN_LENGTH 256

/// The first `rows` lines of a strip of B, of `columns` columns, dense with `width` columns per line.
static void RK_NAME(pack_strip)(
  int transB, const RK_REAL *B, long ldb, long rows, long columns, RK_REAL *packed, long width
) {
  if (transB) {
    RK_NAME(transpose_tile)(columns, rows, B, ldb, packed, width);
    return;
  }
  for (long p = 0; p < rows; p++, B += ldb, packed += width) {
    for (long v = 0; v < columns; v += RK_LANES) {
      RK_NAME(store_some)(packed + v, RK_NAME(load_some)(B + v, columns - v), columns - v);
    }
  }
}

/// Asks for lines that the next tile needs: its rows are too short for the processor to foresee them.
RK_INLINE void RK_NAME(prefetch_rows)(long rows, long columns, const RK_REAL *from, long step) {
  for (long p = 0; p < rows; p++, from += step) {
    for (long c = 0; c < columns; c += 64 / (long)sizeof(RK_REAL)) __builtin_prefetch(from + c);
  }
}

/// A product with few columns and rows of A dense along k: lanes run along k.
static void RK_NAME(gemm_few)(
  int transB, long m, long n, long k, const RK_REAL *A, long lda, const RK_REAL *B, long ldb, RK_REAL *C, long ldc,
  RK_NAME(ending) ending
) {
  const long offset = 0;
  RK_REAL packed[RK_RUN_LENGTH * RK_FEW];
  RK_NAME(strip) strip = {&offset, 1, k, 1, B, ldb, ending};
  if (!transB) {
    RK_NAME(transpose_tile)(k, n, B, ldb, packed, k);
    strip.b = packed;
    strip.b_step = k;
  }
  for (long i = 0; i < m; i += RK_INNER_ROWS) {
    const RK_REAL *rows[RK_INNER_ROWS];
    RK_REAL *out[RK_INNER_ROWS];
    long count = least(RK_INNER_ROWS, m - i);
    for (long p = 0; p < count; p++) {
      rows[p] = A + (i + p) * lda;
      out[p] = C + (i + p) * ldc;
    }
    RK_NAME(run_inner)(&strip, n, rows, out, count);
  }
}

static void RK_NAME(gemm_run)(
  int transA, int transB, long m, long n, long k, const RK_REAL *A, long lda, const RK_REAL *B, long ldb,
  RK_REAL *C, long ldc, RK_NAME(ending) ending
) {
  if (n <= RK_FEW && !transA) return RK_NAME(gemm_few)(transB, m, n, k, A, lda, B, ldb, C, ldc, ending);
  const long offset = 0;
  RK_REAL packed[RK_RUN_LENGTH * RK_MOST_BLOCKS * 64 / sizeof(RK_REAL)] __attribute__((aligned(64)));
  for (long j = 0; j < n;) {
    int blocks = RK_NAME(strip_blocks)(n - j);
    long columns = blocks > 0 ? blocks * RK_LANES : n - j, most = RK_NAME(tile_rows)(blocks);
    RK_NAME(strip) strip = {&offset, 1, k, transA ? lda : 1, B + (transB ? j * ldb : j), ldb, ending};
    if (ending.bias != NULL) strip.ending.bias += j;
    if (transB || (m > 2 * most && ldb > 2 * columns)) {
      RK_NAME(pack_strip)(transB, strip.b, ldb, k, columns, packed, columns);
      strip.b = packed;
      strip.b_step = columns;
    }
    for (long i = 0; i < m; i += most) {
      const RK_REAL *rows[RK_MOST_ROWS];
      RK_REAL *out[RK_MOST_ROWS];
      long count = least(most, m - i);
      // Not in vectors: the tile would read back single pointers of a store that is still under way.
      _Pragma("clang loop vectorize(disable)") for (long p = 0; p < count; p++) {
        rows[p] = transA ? A + i + p : A + (i + p) * lda;
        out[p] = C + (i + p) * ldc + j;
      }
      RK_NAME(prefetch_rows)(least(most, m - i - count), columns, out[0] + count * ldc, ldc);
      if (!transA && j == 0) RK_NAME(prefetch_rows)(least(most, m - i - count), k, A + (i + count) * lda, lda);
      RK_NAME(run_tile)(&strip, blocks, blocks > 0 ? 0 : columns, rows, out, count);
    }
    j += columns;
  }
}

static void RK_NAME(gemm)(
  int transA, int transB, long m, long n, long k, RK_REAL alpha, const RK_REAL *A, long lda, const RK_REAL *B,
  long ldb, RK_REAL beta, RK_REAL *C, long ldc, const RK_REAL *bias, int relu
) {
  long start = 0;
  do {
    long length = least(RK_RUN_LENGTH, k - start);
    int last = start + length >= k;
    RK_NAME(ending) ending = {alpha, start == 0 ? beta : 1, last ? bias : NULL, last && relu};
    RK_NAME(gemm_run)(
      transA, transB, m, n, length, A + (transA ? start * lda : start), lda, B + (transB ? start : start * ldb), ldb,
      C, ldc, ending);
    start += length;
  } while (start < k);
}

static void RK_NAME(gemm_batched)(
  int transA, int transB, long m, long n, long k, RK_REAL alpha, const RK_REAL *A, long lda, long strideA,
  const RK_REAL *B, long ldb, long strideB, RK_REAL beta, RK_REAL *C, long ldc, long strideC, long count
) {
  for (long i = 0; i < count; i++) {
    RK_NAME(gemm)(
      transA, transB, m, n, k, alpha, A + i * strideA, lda, B + i * strideB, ldb, beta, C + i * strideC, ldc, NULL, 0);
  }
}
