// The kernels: `RK_KERNEL(result, name, (parameters), (arguments))`, with `RK_REAL` the element type.
//
// Included several times, with other meanings of `RK_KERNEL`, to declare the public functions, to lay out the table of
// function pointers of one instruction set, to fill that table and to define the public functions that go through it.
// Hence no include guard.

#ifdef RK_KERNEL

// Matrix products -----------------------------------------------------------------------------------------------------

/// `C = alpha * op(A) op(B) + beta * C`, plus `bias[j]` in column j unless null, then max(0, .) if `relu`.
///
/// `op(A)` is m x k, `op(B)` is k x n, `C` is m x n; op is the transposition where `trans…` is not 0. The leading
/// dimensions are row strides. If `beta` is 0, `C` is not read.
RK_KERNEL(void, gemm,
  (int transA, int transB, long m, long n, long k, RK_REAL alpha, const RK_REAL *A, long lda, const RK_REAL *B,
    long ldb, RK_REAL beta, RK_REAL *C, long ldc, const RK_REAL *bias, int relu),
  (transA, transB, m, n, k, alpha, A, lda, B, ldb, beta, C, ldc, bias, relu))

/// `gemm` on `count` triples of matrices, `strideA`, `strideB` and `strideC` elements apart (0 repeats a matrix).
RK_KERNEL(void, gemm_batched,
  (int transA, int transB, long m, long n, long k, RK_REAL alpha, const RK_REAL *A, long lda, long strideA,
    const RK_REAL *B, long ldb, long strideB, RK_REAL beta, RK_REAL *C, long ldc, long strideC, long count),
  (transA, transB, m, n, k, alpha, A, lda, strideA, B, ldb, strideB, beta, C, ldc, strideC, count))

// Convolution ---------------------------------------------------------------------------------------------------------

/// The elements of workspace that each of the three convolution kernels needs for this shape.
RK_KERNEL(long, conv2d_workspace_size, (rk_conv2d_shape shape), (shape))

/// y = conv(x, w), or y += conv(x, w) if `accumulate`.
RK_KERNEL(void, conv2d_forward,
  (rk_conv2d_shape shape, const RK_REAL *x, const RK_REAL *w, RK_REAL *y, int accumulate, RK_REAL *workspace),
  (shape, x, w, y, accumulate, workspace))

/// y = conv(x, w) + bias [cout], then max(0, .) if `relu`; the bias may be null.
RK_KERNEL(void, conv2d_forward_biased,
  (rk_conv2d_shape shape, const RK_REAL *x, const RK_REAL *w, const RK_REAL *bias, int relu, RK_REAL *y,
    RK_REAL *workspace),
  (shape, x, w, bias, relu, y, workspace))

/// dx = the adjoint of x -> conv(x, w), applied to dy; or added to dx if `accumulate`.
RK_KERNEL(void, conv2d_input_gradient,
  (rk_conv2d_shape shape, const RK_REAL *dy, const RK_REAL *w, RK_REAL *dx, int accumulate, RK_REAL *workspace),
  (shape, dy, w, dx, accumulate, workspace))

/// dw = the adjoint of w -> conv(x, w), applied to dy; or added to dw if `accumulate`.
RK_KERNEL(void, conv2d_weight_gradient,
  (rk_conv2d_shape shape, const RK_REAL *x, const RK_REAL *dy, RK_REAL *dw, int accumulate, RK_REAL *workspace),
  (shape, x, dy, dw, accumulate, workspace))

// Pooling -------------------------------------------------------------------------------------------------------------

/// The maximum over each window, and where it was: `argmax [n,oh,ow,c]` is i*w+j, the first maximum in row-major order.
/// A window without any position inside of the image gives 0 and argmax -1.
RK_KERNEL(void, max_pool_forward, (rk_pool2d_shape shape, const RK_REAL *x, RK_REAL *y, int32_t *argmax),
  (shape, x, y, argmax))
/// dx = dy put back at the positions of the maxima, zero elsewhere.
RK_KERNEL(void, max_pool_scatter, (rk_pool2d_shape shape, const RK_REAL *dy, const int32_t *argmax, RK_REAL *dx),
  (shape, dy, argmax, dx))
/// y = x at the positions of the maxima: the adjoint of `max_pool_scatter`.
RK_KERNEL(void, max_pool_gather, (rk_pool2d_shape shape, const RK_REAL *x, const int32_t *argmax, RK_REAL *y),
  (shape, x, argmax, y))
/// The mean over each window; the divisor is kh*kw if `count_padding`, else the number of positions in the image.
RK_KERNEL(void, average_pool_forward, (rk_pool2d_shape shape, int count_padding, const RK_REAL *x, RK_REAL *y),
  (shape, count_padding, x, y))
/// dx = the adjoint of `average_pool_forward`, applied to dy.
RK_KERNEL(void, average_pool_gradient, (rk_pool2d_shape shape, int count_padding, const RK_REAL *dy, RK_REAL *dx),
  (shape, count_padding, dy, dx))
/// y [n,c] = the mean of x [n,positions,c] over positions.
RK_KERNEL(void, global_average_forward, (long n, long positions, long c, const RK_REAL *x, RK_REAL *y),
  (n, positions, c, x, y))
/// dx [n,positions,c] = dy [n,c] / positions.
RK_KERNEL(void, global_average_gradient, (long n, long positions, long c, const RK_REAL *dy, RK_REAL *dx),
  (n, positions, c, dy, dx))

// Elementwise; y may be one of the operands ---------------------------------------------------------------------------

/// y = f(x)
RK_KERNEL(void, unary, (rk_unary function, long n, const RK_REAL *x, RK_REAL *y), (function, n, x, y))
/// y [n,m] = f(a, b)
RK_KERNEL(void, binary,
  (rk_binary function, rk_broadcast form, long n, long m, const RK_REAL *a, const RK_REAL *b, RK_REAL *y),
  (function, form, n, m, a, b, y))
RK_KERNEL(void, fill, (long n, RK_REAL value, RK_REAL *y), (n, value, y))
/// y = alpha * x
RK_KERNEL(void, scale, (long n, RK_REAL alpha, const RK_REAL *x, RK_REAL *y), (n, alpha, x, y))
/// y = x + c
RK_KERNEL(void, add_scalar, (long n, RK_REAL c, const RK_REAL *x, RK_REAL *y), (n, c, x, y))
/// y += alpha * x
RK_KERNEL(void, axpy, (long n, RK_REAL alpha, const RK_REAL *x, RK_REAL *y), (n, alpha, x, y))
/// y += a * b
RK_KERNEL(void, multiply_add, (long n, const RK_REAL *a, const RK_REAL *b, RK_REAL *y), (n, a, b, y))
/// y = min(max(x, low), high)
RK_KERNEL(void, clamp, (long n, RK_REAL low, RK_REAL high, const RK_REAL *x, RK_REAL *y), (n, low, high, x, y))
/// y = a where mask is not 0, else b
RK_KERNEL(void, select, (long n, const RK_REAL *mask, const RK_REAL *a, const RK_REAL *b, RK_REAL *y),
  (n, mask, a, b, y))

// Reductions; the empty sum is 0, the empty maximum -infinity, the empty minimum +infinity ----------------------------

RK_KERNEL(RK_REAL, reduce, (rk_reduction function, long n, const RK_REAL *x), (function, n, x))
RK_KERNEL(RK_REAL, dot, (long n, const RK_REAL *x, const RK_REAL *y), (n, x, y))
/// y [n], over each row of x [n,m]
RK_KERNEL(void, reduce_rows, (rk_reduction function, long n, long m, const RK_REAL *x, RK_REAL *y),
  (function, n, m, x, y))
/// y [m], over each column of x [n,m]
RK_KERNEL(void, reduce_columns, (rk_reduction function, long n, long m, const RK_REAL *x, RK_REAL *y),
  (function, n, m, x, y))
/// y [outer,inner], over the middle axis of x [outer,length,inner]
RK_KERNEL(void, reduce_axis,
  (rk_reduction function, long outer, long length, long inner, const RK_REAL *x, RK_REAL *y),
  (function, outer, length, inner, x, y))
/// y [n] = the scalar products of the rows of a and b [n,m]
RK_KERNEL(void, dot_rows, (long n, long m, const RK_REAL *a, const RK_REAL *b, RK_REAL *y), (n, m, a, b, y))
/// y [m] = the scalar products of the columns of a and b [n,m]
RK_KERNEL(void, dot_columns, (long n, long m, const RK_REAL *a, const RK_REAL *b, RK_REAL *y), (n, m, a, b, y))
/// index [n] = the first place of the maximum of each row of x [n,m]; NaN counts as less than everything.
RK_KERNEL(void, argmax_rows, (long n, long m, const RK_REAL *x, int32_t *index), (n, m, x, index))

// Softmax over rows of [n,m]; outputs may be the inputs ---------------------------------------------------------------

RK_KERNEL(void, softmax_rows, (long n, long m, const RK_REAL *x, RK_REAL *y), (n, m, x, y))
RK_KERNEL(void, log_softmax_rows, (long n, long m, const RK_REAL *x, RK_REAL *y), (n, m, x, y))
/// dx = y * (dy - sum(dy * y)), y the softmax
RK_KERNEL(void, softmax_gradient_rows, (long n, long m, const RK_REAL *y, const RK_REAL *dy, RK_REAL *dx),
  (n, m, y, dy, dx))
/// dx = dy - exp(y) * sum(dy), y the log-softmax
RK_KERNEL(void, log_softmax_gradient_rows, (long n, long m, const RK_REAL *y, const RK_REAL *dy, RK_REAL *dx),
  (n, m, y, dy, dx))
/// y [n] = log(sum(exp(x)))
RK_KERNEL(void, logsumexp_rows, (long n, long m, const RK_REAL *x, RK_REAL *y), (n, m, x, y))
/// loss [n] = logsumexp(x) - x[label], labels in 0..<m; also writes the softmax [n,m] unless null.
RK_KERNEL(void, cross_entropy_rows,
  (long n, long m, const RK_REAL *x, const int32_t *labels, RK_REAL *loss, RK_REAL *softmax),
  (n, m, x, labels, loss, softmax))
/// dx = weight * (softmax - onehot(label)) with one weight per row: the gradient of `cross_entropy_rows`.
RK_KERNEL(void, cross_entropy_gradient_rows,
  (long n, long m, const RK_REAL *softmax, const int32_t *labels, const RK_REAL *weight, RK_REAL *dx),
  (n, m, softmax, labels, weight, dx))

// Normalisation -------------------------------------------------------------------------------------------------------

/// Mean and variance (mean squared deviation, divisor n) of each column of x [n,c].
RK_KERNEL(void, mean_variance_columns, (long n, long c, const RK_REAL *x, RK_REAL *mean, RK_REAL *variance),
  (n, c, x, mean, variance))
/// Mean and variance (divisor m) of each row of x [n,m].
RK_KERNEL(void, mean_variance_rows, (long n, long m, const RK_REAL *x, RK_REAL *mean, RK_REAL *variance),
  (n, m, x, mean, variance))
/// y = (x - mean) * scale * gamma + beta, all per column; gamma and beta may be null. y may be x.
RK_KERNEL(void, normalize_columns,
  (long n, long c, const RK_REAL *x, const RK_REAL *mean, const RK_REAL *scale, const RK_REAL *gamma,
    const RK_REAL *beta, RK_REAL *y),
  (n, c, x, mean, scale, gamma, beta, y))
/// y = (x - mean) * scale * gamma + beta; mean and scale per row, gamma and beta per column or null. y may be x.
RK_KERNEL(void, normalize_rows,
  (long n, long m, const RK_REAL *x, const RK_REAL *mean, const RK_REAL *scale, const RK_REAL *gamma,
    const RK_REAL *beta, RK_REAL *y),
  (n, m, x, mean, scale, gamma, beta, y))

/// The adjoint of `normalize_rows` with the moments of x: dx [n,m], dgamma [m] and dbeta [m] of <y, dy>.
RK_KERNEL(void, normalize_rows_gradient,
  (long n, long m, const RK_REAL *x, const RK_REAL *mean, const RK_REAL *scale, const RK_REAL *gamma,
    const RK_REAL *dy, RK_REAL *dx, RK_REAL *dgamma, RK_REAL *dbeta),
  (n, m, x, mean, scale, gamma, dy, dx, dgamma, dbeta))

// Attention -----------------------------------------------------------------------------------------------------------

/// y [examples,length,heads*size] = softmax(scale * Q K') V in every head, from x [examples,length,3*heads*size] with the
/// queries, keys and values of a place side by side; weights [examples*heads,length,length] gets the softmax.
RK_KERNEL(void, attention_forward,
  (rk_attention_shape shape, RK_REAL scale, const RK_REAL *x, RK_REAL *weights, RK_REAL *y),
  (shape, scale, x, weights, y))
/// dx of <y, dy>; workspace [length,length].
RK_KERNEL(void, attention_gradient,
  (rk_attention_shape shape, RK_REAL scale, const RK_REAL *x, const RK_REAL *weights, const RK_REAL *dy, RK_REAL *dx,
    RK_REAL *workspace),
  (shape, scale, x, weights, dy, dx, workspace))

// Data movement -------------------------------------------------------------------------------------------------------

/// y [m,n] = the transpose of x [n,m]
RK_KERNEL(void, transpose, (long n, long m, const RK_REAL *x, RK_REAL *y), (n, m, x, y))
/// Axis i of y is axis axes[i] of x; `sizes` are those of x, rank <= 6.
RK_KERNEL(void, permute, (long rank, const long *sizes, const long *axes, const RK_REAL *x, RK_REAL *y),
  (rank, sizes, axes, x, y))
/// y[i·y_strides] = x[i·x_strides] (or += if `accumulate`) for all multi-indices i < sizes, rank <= 6: slices,
/// paddings, concatenations, reversals (negative strides, with x at the first element) and broadcasts (x stride 0).
RK_KERNEL(void, strided_copy,
  (long rank, const long *sizes, const RK_REAL *x, const long *x_strides, RK_REAL *y, const long *y_strides,
    int accumulate),
  (rank, sizes, x, x_strides, y, y_strides, accumulate))
/// Fills the contiguous y [sizes] with x, whose strides are 0 on the broadcast axes; rank <= 6.
RK_KERNEL(void, broadcast, (long rank, const long *sizes, const RK_REAL *x, const long *x_strides, RK_REAL *y),
  (rank, sizes, x, x_strides, y))
/// The adjoint of `broadcast`: sums the contiguous dy [sizes] over the axes where dx has stride 0; adds to dx if
/// `accumulate`. The other axes of dx must be contiguous and in order.
RK_KERNEL(void, broadcast_adjoint,
  (long rank, const long *sizes, const RK_REAL *dy, RK_REAL *dx, const long *dx_strides, int accumulate),
  (rank, sizes, dy, dx, dx_strides, accumulate))
/// y [count,m] = the rows index[i] of x [.,m]
RK_KERNEL(void, gather_rows, (long count, long m, const int32_t *index, const RK_REAL *x, RK_REAL *y),
  (count, m, index, x, y))
/// Adds row i of x [count,m] to row index[i] of y, in the order of i.
RK_KERNEL(void, scatter_add_rows, (long count, long m, const int32_t *index, const RK_REAL *x, RK_REAL *y),
  (count, m, index, x, y))
/// y [n] = x[i, index[i]], x [n,m]
RK_KERNEL(void, gather_elements, (long n, long m, const int32_t *index, const RK_REAL *x, RK_REAL *y),
  (n, m, index, x, y))
/// y[i, index[i]] += x[i], y [n,m]
RK_KERNEL(void, scatter_add_elements, (long n, long m, const int32_t *index, const RK_REAL *x, RK_REAL *y),
  (n, m, index, x, y))
/// y [n,m] = 1 at (i, labels[i]), else 0
RK_KERNEL(void, one_hot, (long n, long m, const int32_t *labels, RK_REAL *y), (n, m, labels, y))

// Optimiser steps, in place -------------------------------------------------------------------------------------------

/// g' = g + weight_decay * p; v = momentum * v + g'; p -= rate * (nesterov ? g' + momentum * v : v).
/// Without velocity (null), p -= rate * g'.
RK_KERNEL(void, sgd_step,
  (long n, double rate, double momentum, int nesterov, double weight_decay, const RK_REAL *gradient,
    RK_REAL *velocity, RK_REAL *parameters),
  (n, rate, momentum, nesterov, weight_decay, gradient, velocity, parameters))
/// Adam (Kingma and Ba 2015) with bias correction for the given step (1, 2, ...): m and v are the moving averages of g
/// and its square, p -= rate/(1-beta1^step) * m / (sqrt(v/(1-beta2^step)) + epsilon). The weight decay is added to the
/// gradient, or if `decoupled` (AdamW, Loshchilov and Hutter 2019) p is first multiplied by 1 - rate * weight_decay.
RK_KERNEL(void, adam_step,
  (long n, double rate, double beta1, double beta2, double epsilon, double weight_decay, int decoupled, long step,
    const RK_REAL *gradient, RK_REAL *first, RK_REAL *second, RK_REAL *parameters),
  (n, rate, beta1, beta2, epsilon, weight_decay, decoupled, step, gradient, first, second, parameters))

#endif
