static void RK_NAME(gemm)(
  int transA, int transB, long m, long n, long k, RK_REAL alpha, const RK_REAL *A, long lda, const RK_REAL *B,
  long ldb, RK_REAL beta, RK_REAL *C, long ldc, const RK_REAL *bias, int relu
) {
  for (long i = 0; i < m; i++) {
    for (long j = 0; j < n; j++) {
      RK_REAL sum = 0;
      for (long p = 0; p < k; p++) {
        sum = RK_MATH(__builtin_fma)(
          transA ? A[p * lda + i] : A[i * lda + p], transB ? B[j * ldb + p] : B[p * ldb + j], sum);
      }
      RK_REAL value = alpha * sum;
      if (beta != 0) value = RK_MATH(__builtin_fma)(beta, C[i * ldc + j], value);
      if (bias != NULL) value += bias[j];
      C[i * ldc + j] = relu && !(value > 0) ? 0 : value;
    }
  }
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
