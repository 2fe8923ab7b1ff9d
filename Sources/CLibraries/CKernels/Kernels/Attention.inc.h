// Attention of sequences to themselves: one head of one example after the other, so that its scores stay in the cache
// through all products.

/// The softmax of the rows of a square matrix, in place; row i over its first i + 1 columns alone if `causal`.
static void RK_NAME(attention_softmax)(long n, int causal, RK_REAL *scores) {
  if (!causal) {
    RK_NAME(softmax_rows)(n, n, scores, scores);
    return;
  }
  for (long i = 0; i < n; i++, scores += n) {
    RK_NAME(softmax_rows)(1, i + 1, scores, scores);
    memset(scores + i + 1, 0, (size_t)(n - i - 1) * sizeof(RK_REAL));
  }
}

static void RK_NAME(attention_forward)(
  rk_attention_shape shape, RK_REAL scale, const RK_REAL *x, RK_REAL *weights, RK_REAL *y
) {
  const long n = shape.length, size = shape.size, width = shape.heads * size, line = 3 * width;
  for (long example = 0; example < shape.examples; example++, x += n * line, y += n * width) {
    for (long head = 0; head < shape.heads; head++, weights += n * n) {
      const RK_REAL *queries = x + head * size, *keys = queries + width, *values = keys + width;
      RK_NAME(gemm)(0, 1, n, n, size, scale, queries, line, keys, line, 0, weights, n, NULL, 0);
      RK_NAME(attention_softmax)(n, shape.causal, weights);
      RK_NAME(gemm)(0, 0, n, size, n, 1, weights, n, values, line, 0, y + head * size, width, NULL, 0);
    }
  }
}

static void RK_NAME(attention_gradient)(
  rk_attention_shape shape, RK_REAL scale, const RK_REAL *x, const RK_REAL *weights, const RK_REAL *dy, RK_REAL *dx,
  RK_REAL *workspace
) {
  const long n = shape.length, size = shape.size, width = shape.heads * size, line = 3 * width;
  for (long example = 0; example < shape.examples; example++, x += n * line, dx += n * line, dy += n * width) {
    for (long head = 0; head < shape.heads; head++, weights += n * n) {
      const RK_REAL *queries = x + head * size, *keys = queries + width, *values = keys + width;
      const RK_REAL *upper = dy + head * size;
      RK_REAL *to_queries = dx + head * size, *to_keys = to_queries + width, *to_values = to_keys + width;
      RK_NAME(gemm)(1, 0, n, size, n, 1, weights, n, upper, width, 0, to_values, line, NULL, 0);
      RK_NAME(gemm)(0, 1, n, n, size, 1, upper, width, values, line, 0, workspace, n, NULL, 0);
      RK_NAME(softmax_gradient_rows)(n, n, weights, workspace, workspace);
      RK_NAME(gemm)(0, 0, n, size, n, scale, workspace, n, keys, line, 0, to_queries, line, NULL, 0);
      RK_NAME(gemm)(1, 0, n, size, n, scale, workspace, n, queries, line, 0, to_keys, line, NULL, 0);
    }
  }
}
