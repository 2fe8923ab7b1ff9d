// Optimiser steps, fused: every parameter by itself, all state read and written once.

static void RK_NAME(sgd_step)(
  long n, double rate, double momentum, int nesterov, double weight_decay, const RK_REAL *gradient,
  RK_REAL *velocity, RK_REAL *parameters
) {
  const block move = (RK_REAL)-rate, keep = (RK_REAL)momentum, decay = (RK_REAL)weight_decay;
  for (long i = 0; i < n; i += RK_LANES) {
    block p = RK_NAME(load_some)(parameters + i, n - i);
    block g = RK_NAME(fma)(decay, p, RK_NAME(load_some)(gradient + i, n - i));
    if (velocity != NULL) {
      block v = RK_NAME(fma)(keep, RK_NAME(load_some)(velocity + i, n - i), g);
      RK_NAME(store_some)(velocity + i, v, n - i);
      g = nesterov ? RK_NAME(fma)(keep, v, g) : v;
    }
    RK_NAME(store_some)(parameters + i, RK_NAME(fma)(move, g, p), n - i);
  }
}

/// base^exponent by repeated squaring, the same on every C library.
RK_INLINE double RK_NAME(power)(double base, long exponent) {
  double result = 1;
  for (; exponent > 0; exponent >>= 1, base *= base) {
    if (exponent & 1) result *= base;
  }
  return result;
}

static void RK_NAME(adam_step)(
  long n, double rate, double beta1, double beta2, double epsilon, double weight_decay, int decoupled, long step,
  const RK_REAL *gradient, RK_REAL *first, RK_REAL *second, RK_REAL *parameters
) {
  const block move = (RK_REAL)(-rate / (1 - RK_NAME(power)(beta1, step)));
  const block unbias = (RK_REAL)(1 / __builtin_sqrt(1 - RK_NAME(power)(beta2, step)));
  const block keep1 = (RK_REAL)beta1, keep2 = (RK_REAL)beta2;
  const block take1 = (RK_REAL)(1 - beta1), take2 = (RK_REAL)(1 - beta2), small = (RK_REAL)epsilon;
  const block coupled = decoupled ? 0 : (RK_REAL)weight_decay;
  const block shrink = decoupled ? (RK_REAL)(1 - rate * weight_decay) : 1;
  for (long i = 0; i < n; i += RK_LANES) {
    block p = RK_NAME(load_some)(parameters + i, n - i);
    block g = RK_NAME(fma)(coupled, p, RK_NAME(load_some)(gradient + i, n - i));
    block m = RK_NAME(fma)(take1, g, keep1 * RK_NAME(load_some)(first + i, n - i));
    block v = RK_NAME(fma)(take2, g * g, keep2 * RK_NAME(load_some)(second + i, n - i));
    block scale = RK_NAME(fma)(__builtin_elementwise_sqrt(v), unbias, small);
    RK_NAME(store_some)(first + i, m, n - i);
    RK_NAME(store_some)(second + i, v, n - i);
    RK_NAME(store_some)(parameters + i, RK_NAME(fma)(move, m / scale, shrink * p), n - i);
  }
}
