static void RK_NAME(sgd_step)(
  long n, double rate, double momentum, int nesterov, double weight_decay, const RK_REAL *gradient,
  RK_REAL *velocity, RK_REAL *parameters
) {
  const RK_REAL step = (RK_REAL)-rate, keep = (RK_REAL)momentum, decay = (RK_REAL)weight_decay;
  for (long i = 0; i < n; i++) {
    RK_REAL g = RK_MATH(__builtin_fma)(decay, parameters[i], gradient[i]);
    if (velocity != NULL) {
      velocity[i] = RK_MATH(__builtin_fma)(keep, velocity[i], g);
      g = nesterov ? RK_MATH(__builtin_fma)(keep, velocity[i], g) : velocity[i];
    }
    parameters[i] = RK_MATH(__builtin_fma)(step, g, parameters[i]);
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
  const RK_REAL move = (RK_REAL)(-rate / (1 - RK_NAME(power)(beta1, step)));
  const RK_REAL unbias = (RK_REAL)(1 / __builtin_sqrt(1 - RK_NAME(power)(beta2, step)));
  const RK_REAL b1 = (RK_REAL)beta1, b2 = (RK_REAL)beta2, c1 = (RK_REAL)(1 - beta1), c2 = (RK_REAL)(1 - beta2);
  const RK_REAL coupled = decoupled ? 0 : (RK_REAL)weight_decay, small = (RK_REAL)epsilon;
  const RK_REAL shrink = decoupled ? (RK_REAL)(1 - rate * weight_decay) : 1;
  for (long i = 0; i < n; i++) {
    RK_REAL g = RK_MATH(__builtin_fma)(coupled, parameters[i], gradient[i]);
    first[i] = RK_MATH(__builtin_fma)(c1, g, b1 * first[i]);
    second[i] = RK_MATH(__builtin_fma)(c2, g * g, b2 * second[i]);
    RK_REAL scale = RK_MATH(__builtin_fma)(RK_MATH(__builtin_sqrt)(second[i]), unbias, small);
    parameters[i] = RK_MATH(__builtin_fma)(move, first[i] / scale, shrink * parameters[i]);
  }
}
