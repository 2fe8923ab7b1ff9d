// Blocks: vectors of 64 bytes, the unit in which all kernels compute.
#undef RK_FOLD
#undef RK_JOIN_SUM
#define RK_LANES ((long)(64 / sizeof(RK_REAL)))
#define block RK_NAME(block)
#define bits RK_NAME(bits)

typedef RK_REAL block __attribute__((ext_vector_type(64 / sizeof(RK_REAL))));
typedef RK_INTEGER bits __attribute__((ext_vector_type(64 / sizeof(RK_REAL))));
typedef RK_REAL RK_NAME(loose) __attribute__((ext_vector_type(64 / sizeof(RK_REAL)), aligned(sizeof(RK_REAL))));

RK_INLINE block RK_NAME(load)(const RK_REAL *p) { return *(const RK_NAME(loose) *)p; }
RK_INLINE void RK_NAME(store)(RK_REAL *p, block v) { *(RK_NAME(loose) *)p = v; }
RK_INLINE block RK_NAME(fma)(block a, block b, block c) { return __builtin_elementwise_fma(a, b, c); }

/// The lanes that hold: `mask ? a : b`, the mask being the result of a comparison.
RK_INLINE block RK_NAME(choose)(bits mask, block a, block b) { return mask ? a : b; }

// The first `count` lanes only, 0 < count < RK_LANES; the others load as 0 and memory beyond is not touched.
#if RK_LEVEL == 2 && RK_BITS == 32
RK_INLINE block RK_NAME(load_first)(const RK_REAL *p, long count) {
  return _mm512_maskz_loadu_ps((__mmask16)((1u << count) - 1), p);
}
RK_INLINE void RK_NAME(store_first)(RK_REAL *p, block v, long count) {
  _mm512_mask_storeu_ps(p, (__mmask16)((1u << count) - 1), v);
}
#elif RK_LEVEL == 2
RK_INLINE block RK_NAME(load_first)(const RK_REAL *p, long count) {
  return _mm512_maskz_loadu_pd((__mmask8)((1u << count) - 1), p);
}
RK_INLINE void RK_NAME(store_first)(RK_REAL *p, block v, long count) {
  _mm512_mask_storeu_pd(p, (__mmask8)((1u << count) - 1), v);
}
#elif RK_LEVEL == 1 && RK_BITS == 32
RK_INLINE __m256i RK_NAME(mask)(long count, int first) {
  const __m256i lanes = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
  return _mm256_cmpgt_epi32(_mm256_set1_epi32((int)count - first), lanes);
}
RK_INLINE block RK_NAME(load_first)(const RK_REAL *p, long count) {
  __m256 low = _mm256_maskload_ps(p, RK_NAME(mask)(count, 0));
  __m256 high = _mm256_maskload_ps(p + 8, RK_NAME(mask)(count, 8));
  return __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
}
RK_INLINE void RK_NAME(store_first)(RK_REAL *p, block v, long count) {
  _mm256_maskstore_ps(p, RK_NAME(mask)(count, 0), v.lo);
  _mm256_maskstore_ps(p + 8, RK_NAME(mask)(count, 8), v.hi);
}
#elif RK_LEVEL == 1
RK_INLINE __m256i RK_NAME(mask)(long count, int first) {
  return _mm256_cmpgt_epi64(_mm256_set1_epi64x(count - first), _mm256_setr_epi64x(0, 1, 2, 3));
}
RK_INLINE block RK_NAME(load_first)(const RK_REAL *p, long count) {
  __m256d low = _mm256_maskload_pd(p, RK_NAME(mask)(count, 0));
  __m256d high = _mm256_maskload_pd(p + 4, RK_NAME(mask)(count, 4));
  return __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7);
}
RK_INLINE void RK_NAME(store_first)(RK_REAL *p, block v, long count) {
  _mm256_maskstore_pd(p, RK_NAME(mask)(count, 0), v.lo);
  _mm256_maskstore_pd(p + 4, RK_NAME(mask)(count, 4), v.hi);
}
#else
RK_INLINE block RK_NAME(load_first)(const RK_REAL *p, long count) {
  block v = 0;
  memcpy(&v, p, (size_t)count * sizeof(RK_REAL));
  return v;
}
RK_INLINE void RK_NAME(store_first)(RK_REAL *p, block v, long count) { memcpy(p, &v, (size_t)count * sizeof(RK_REAL)); }
#endif

/// A block of the first `count` elements, all of them if count >= RK_LANES.
RK_INLINE block RK_NAME(load_some)(const RK_REAL *p, long count) {
  return count >= RK_LANES ? RK_NAME(load)(p) : RK_NAME(load_first)(p, count);
}
RK_INLINE void RK_NAME(store_some)(RK_REAL *p, block v, long count) {
  if (count >= RK_LANES) RK_NAME(store)(p, v);
  else RK_NAME(store_first)(p, v, count);
}

// Lanes combined by a fixed tree: halves are joined until one lane is left.
#if RK_BITS == 32
#define RK_FOLD(v, JOIN) \
  ({ \
    __typeof__((v).lo) h8_ = JOIN((v).lo, (v).hi); \
    __typeof__(h8_.lo) h4_ = JOIN(h8_.lo, h8_.hi); \
    __typeof__(h4_.lo) h2_ = JOIN(h4_.lo, h4_.hi); \
    JOIN(h2_.lo, h2_.hi); \
  })
#else
#define RK_FOLD(v, JOIN) \
  ({ \
    __typeof__((v).lo) h4_ = JOIN((v).lo, (v).hi); \
    __typeof__(h4_.lo) h2_ = JOIN(h4_.lo, h4_.hi); \
    JOIN(h2_.lo, h2_.hi); \
  })
#endif
#define RK_JOIN_SUM(a, b) ((a) + (b))

RK_INLINE RK_REAL RK_NAME(sum_lanes)(block v) { return RK_FOLD(v, RK_JOIN_SUM); }

#undef RK_LIST
#define RK_LIST(...) __VA_ARGS__
/// Transposes a square of blocks in registers: lane j of row i becomes lane i of row j.
RK_INLINE void RK_NAME(transpose_square)(block *r) {
#if RK_BITS == 32
#define RK_EXCHANGE(D, LOW, HIGH) \
  RK_UNROLL for (int i = 0; i < 16; i++) { \
    if ((i & D) == 0) { \
      block a = r[i], b = r[i + D]; \
      r[i] = __builtin_shufflevector(a, b, LOW); \
      r[i + D] = __builtin_shufflevector(a, b, HIGH); \
    } \
  }
  RK_EXCHANGE(8, RK_LIST(0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23),
    RK_LIST(8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31))
  RK_EXCHANGE(4, RK_LIST(0, 1, 2, 3, 16, 17, 18, 19, 8, 9, 10, 11, 24, 25, 26, 27),
    RK_LIST(4, 5, 6, 7, 20, 21, 22, 23, 12, 13, 14, 15, 28, 29, 30, 31))
  RK_EXCHANGE(2, RK_LIST(0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25, 12, 13, 28, 29),
    RK_LIST(2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26, 27, 14, 15, 30, 31))
  RK_EXCHANGE(1, RK_LIST(0, 16, 2, 18, 4, 20, 6, 22, 8, 24, 10, 26, 12, 28, 14, 30),
    RK_LIST(1, 17, 3, 19, 5, 21, 7, 23, 9, 25, 11, 27, 13, 29, 15, 31))
#undef RK_EXCHANGE
#else
#define RK_EXCHANGE(D, LOW, HIGH) \
  RK_UNROLL for (int i = 0; i < 8; i++) { \
    if ((i & D) == 0) { \
      block a = r[i], b = r[i + D]; \
      r[i] = __builtin_shufflevector(a, b, LOW); \
      r[i + D] = __builtin_shufflevector(a, b, HIGH); \
    } \
  }
  RK_EXCHANGE(4, RK_LIST(0, 1, 2, 3, 8, 9, 10, 11), RK_LIST(4, 5, 6, 7, 12, 13, 14, 15))
  RK_EXCHANGE(2, RK_LIST(0, 1, 8, 9, 4, 5, 12, 13), RK_LIST(2, 3, 10, 11, 6, 7, 14, 15))
  RK_EXCHANGE(1, RK_LIST(0, 8, 2, 10, 4, 12, 6, 14), RK_LIST(1, 9, 3, 11, 5, 13, 7, 15))
#undef RK_EXCHANGE
#endif
}

/// y[j * y_step + i] = x[i * x_step + j] for i < n, j < m.
static void RK_NAME(transpose_tile)(long n, long m, const RK_REAL *x, long x_step, RK_REAL *y, long y_step) {
  for (long i = 0; i < n; i += RK_LANES) {
    long rows = least(RK_LANES, n - i);
    for (long j = 0; j < m; j += RK_LANES) {
      long columns = least(RK_LANES, m - j);
      block square[64 / sizeof(RK_REAL)];
      if (rows == RK_LANES && columns == RK_LANES) {
        RK_UNROLL for (long p = 0; p < RK_LANES; p++) square[p] = RK_NAME(load)(x + (i + p) * x_step + j);
        RK_NAME(transpose_square)(square);
        RK_UNROLL for (long p = 0; p < RK_LANES; p++) RK_NAME(store)(y + (j + p) * y_step + i, square[p]);
      } else {
        for (long p = 0; p < rows; p++) {
          for (long q = 0; q < columns; q++) y[(j + q) * y_step + i + p] = x[(i + p) * x_step + j + q];
        }
      }
    }
  }
}
