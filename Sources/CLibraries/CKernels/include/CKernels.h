/// Numerical kernels on dense row-major arrays of `float` (suffix `_f32`) and `double` (`_f64`).
///
/// Every kernel gives the same bits on every processor: an output element is always computed by the same sequence of
/// IEEE operations, whatever the instruction set chosen at run time (see `Kernels/Prelude.h`). None of them allocates;
/// those that need room say how much with a `…_workspace_size` function, counted in elements. Arrays may not overlap
/// unless the comment says so. Sizes are not checked: that is the caller's duty. Arrays
/// need no more alignment than their elements; arrays that start at multiples of 64 bytes are the fastest.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdint.h>

/// A convolution in channels-last layout: `x [n,h,w,cin]`, weights `[kh,kw,cin/groups,cout]`, `y [n,oh,ow,cout]`.
///
/// `y[b,i,j,o] = sum over r,s,c of x[b, i*stride_h+r-pad_top, j*stride_w+s-pad_left, c] * w[r,s,c,o]`, where positions
/// outside of the image are zero. The padding below and right follows from `oh` and `ow`. One-dimensional convolutions
/// have `h = kh = oh = 1`. Output channels are split in `groups` equal runs; run `g` reads the g-th run of input channels.
typedef struct rk_conv2d_shape {
  long n, h, w, cin;
  long kh, kw, cout;
  long stride_h, stride_w, pad_top, pad_left;
  long oh, ow;
  long groups;
} rk_conv2d_shape;

/// A pooling in channels-last layout: `x [n,h,w,c]`, `y [n,oh,ow,c]`; windows may reach outside of the image.
typedef struct rk_pool2d_shape {
  long n, h, w, c;
  long kh, kw;
  long stride_h, stride_w, pad_top, pad_left;
  long oh, ow;
} rk_pool2d_shape;

/// Attention of `examples` sequences of `length` places, by `heads` of `size` columns each; `causal` to earlier places only.
typedef struct rk_attention_shape {
  long examples, length, heads, size;
  int causal;
} rk_attention_shape;

/// Functions of one variable.
typedef enum rk_unary {
  RK_COPY,
  RK_NEGATE,
  RK_ABS,
  /// -1, 0 or 1; the sign of a zero is 0.
  RK_SIGN,
  RK_SQUARE,
  RK_SQRT,
  /// 1 / sqrt(x)
  RK_RSQRT,
  /// 1 / x
  RK_RECIPROCAL,
  RK_EXP,
  RK_EXPM1,
  RK_LOG,
  RK_LOG1P,
  RK_SIN,
  RK_COS,
  RK_TANH,
  /// 1 / (1 + exp(-x))
  RK_SIGMOID,
  /// log(1 + exp(x)), without overflow
  RK_SOFTPLUS,
  RK_ERF,
  /// x * Phi(x), Phi the standard normal distribution function (the exact form, not the tanh one)
  RK_GELU,
  /// Phi(x) + x * phi(x)
  RK_GELU_GRADIENT,
  /// (2 - x^2) * phi(x)
  RK_GELU_SECOND_GRADIENT,
  RK_RELU,
  /// 1 where x > 0, else 0
  RK_STEP,
} rk_unary;

/// Functions of two variables `a` and `b`.
typedef enum rk_binary {
  RK_ADD,
  /// a - b
  RK_SUB,
  /// b - a
  RK_REVERSE_SUB,
  RK_MUL,
  /// a / b
  RK_DIV,
  /// b / a
  RK_REVERSE_DIV,
  RK_MAX,
  RK_MIN,
  /// a where b > 0, else 0: the gradient of relu, a = dy and b = x
  RK_RELU_MASK,
  /// a * (1 - b^2): the gradient of tanh, a = dy and b = tanh x
  RK_TANH_MASK,
  /// a * b * (1 - b): the gradient of the sigmoid, a = dy and b = sigmoid x
  RK_SIGMOID_MASK,
  /// 1 where a > b, else 0
  RK_GREATER,
  /// 1 where a >= b, else 0
  RK_GREATER_EQUAL,
  /// 1 where a == b, else 0
  RK_EQUAL,
} rk_binary;

/// How the second operand of a binary function is laid over the first, `a [n,m]`.
typedef enum rk_broadcast {
  /// b [n,m]
  RK_SAME,
  /// b []
  RK_SCALAR,
  /// b [m], repeated for every row
  RK_ROW,
  /// b [n], repeated for every column
  RK_COLUMN,
} rk_broadcast;

/// Associative functions to reduce with.
typedef enum rk_reduction {
  RK_SUM,
  RK_SUM_OF_SQUARES,
  RK_MAXIMUM,
  RK_MINIMUM,
} rk_reduction;

/// Instruction sets that the kernels are compiled for.
typedef enum rk_level {
  RK_BASELINE = 0,
  RK_AVX2 = 1,
  RK_AVX512 = 2,
} rk_level;

/// The best level of this processor.
rk_level rk_best_level(void);
/// The level in use: the best, unless a test chose another.
rk_level rk_current_level(void);
/// Uses `level` from now on in the whole process, for tests that compare levels. Returns 0 if this processor lacks it.
int rk_force_level(rk_level level);

#define RK_KERNEL(result, name, parameters, arguments) result rk_##name##_f32 parameters;
#define RK_REAL float
#include "KernelList.h"
#undef RK_REAL
#undef RK_KERNEL

#define RK_KERNEL(result, name, parameters, arguments) result rk_##name##_f64 parameters;
#define RK_REAL double
#include "KernelList.h"
#undef RK_REAL
#undef RK_KERNEL

#endif
