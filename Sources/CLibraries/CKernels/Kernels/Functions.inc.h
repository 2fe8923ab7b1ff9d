// Transcendental functions of a block.
//
// Polynomials are minimax fits (Remez exchange in 60 digits) of the smooth factor that the comment names, evaluated by
// Horner's rule with fused multiply-adds. Errors against exact values, measured by the tests over dense samples, stay
// below 2 ulp for float and 3 ulp for double; for gelu below 6 ulp, and for its derivatives, which cross zero, below
// 4 ulp of 1. Infinities, NaN and signed zeros are right. Exponentials below the least normal number are 0: arithmetic on denormal numbers is slow on many processors.

#undef RK_PICK
#if RK_BITS == 32
#define RK_PICK(single, full) ((RK_REAL)(single))
#define RK_MANTISSA 23
#define RK_BIAS 127
#else
#define RK_PICK(single, full) ((RK_REAL)(full))
#define RK_MANTISSA 52
#define RK_BIAS 1023
#endif

/// Adding and subtracting this rounds to an integer, which then stands in the low bits of the sum.
#define RK_ROUNDER RK_PICK(0x1.8p23, 0x1.8p52)
#define RK_HORNER(coefficients, x) \
  RK_NAME(horner)(coefficients, (int)(sizeof(coefficients) / sizeof(RK_REAL)), x)

RK_INLINE block RK_NAME(horner)(const RK_REAL *c, const int count, block x) {
  block sum = c[count - 1];
  RK_UNROLL for (int i = count - 2; i >= 0; i--) sum = RK_NAME(fma)(sum, x, (block)c[i]);
  return sum;
}

RK_INLINE block RK_NAME(magnitude)(block x) { return (block)((bits)x & ~((bits)1 << (RK_BITS - 1))); }
RK_INLINE block RK_NAME(with_sign_of)(block magnitude, block sign) {
  return (block)((bits)magnitude | ((bits)sign & ((bits)1 << (RK_BITS - 1))));
}
/// 2^n for integers n in the range of normal exponents.
RK_INLINE block RK_NAME(power_of_two)(bits n) { return (block)((n + RK_BIAS) << RK_MANTISSA); }
RK_INLINE block RK_NAME(at_most)(block x, RK_REAL limit) { return x > (block)limit ? (block)limit : x; }
RK_INLINE block RK_NAME(at_least)(block x, RK_REAL limit) { return x < (block)limit ? (block)limit : x; }

// Exponentials ---------------------------------------------------------------------------------------------------------

#if RK_BITS == 32
/// (exp(r) - 1 - r) / r^2 on |r| <= log(2) / 2
static const RK_REAL RK_NAME(exp_terms)[] = {
  5.00000004898e-1f, 1.66666668261e-1f, 4.16663427316e-2f, 8.33327064933e-3f, 1.39420124545e-3f, 1.99156104792e-4f};
#else
static const RK_REAL RK_NAME(exp_terms)[] = {
  4.9999999999999999984e-1, 1.6666666666666677577e-1, 4.1666666666666704677e-2, 8.3333333333206892967e-3,
  1.388888888886513495e-3, 1.9841269888815687595e-4, 2.4801587363985820203e-5, 2.7557241234054443135e-6,
  2.7557239793018076926e-7, 2.5110156622348313221e-8, 2.0925366872034127259e-9};
#endif

/// x = n * log(2) + r with |r| <= log(2) / 2; returns exp(r) - 1.
RK_INLINE block RK_NAME(reduced_exp)(block x, bits *n) {
  block t = RK_NAME(fma)(x, (block)RK_PICK(1.44269504088896341, 1.44269504088896341), (block)RK_ROUNDER);
  block whole = t - RK_ROUNDER;
  block r = RK_NAME(fma)(whole, (block)RK_PICK(-0x1.62e430p-1, -0x1.62e42fefa39efp-1), x);
  r = RK_NAME(fma)(whole, (block)RK_PICK(0x1.05c610p-29, -0x1.abc9e3b39803fp-56), r);
  *n = (bits)t - (bits)((block)RK_ROUNDER);
  return RK_NAME(fma)(r * r, RK_HORNER(RK_NAME(exp_terms), r), r);
}

RK_INLINE block RK_NAME(block_exp)(block x) {
  const RK_REAL low = RK_PICK(-87.33654, -708.396418532264);  // the logarithm of the least normal number
  block inside = RK_NAME(at_least)(RK_NAME(at_most)(x, RK_PICK(89, 710)), low);
  bits n;
  block p = RK_NAME(reduced_exp)(inside, &n) + 1;
  bits half = n >> 1;
  block value = p * RK_NAME(power_of_two)(half) * RK_NAME(power_of_two)(n - half);
  return x < low ? (block)0 : value;
}

RK_INLINE block RK_NAME(block_expm1)(block x) {
  block inside = RK_NAME(at_least)(RK_NAME(at_most)(x, RK_PICK(89, 710)), RK_PICK(-20, -40));
  bits n;
  block p = RK_NAME(reduced_exp)(inside, &n), scale = RK_NAME(power_of_two)(n - 1);
  block value = 2 * RK_NAME(fma)(scale, p, scale - RK_PICK(0.5, 0.5));
  return x == 0 ? x : value;
}

// Logarithms -----------------------------------------------------------------------------------------------------------

#if RK_BITS == 32
/// (2 artanh(s) - 2 s) / s^3 as a function of s^2, |s| <= 3 - sqrt(8)
static const RK_REAL RK_NAME(log_terms)[] = {6.66666656241e-1f, 4.00003419709e-1f, 2.85367907726e-1f, 2.35932795856e-1f};
#else
static const RK_REAL RK_NAME(log_terms)[] = {
  6.6666666666666661e-1, 4.0000000000006360179e-1, 2.8571428569025074005e-1, 2.2222222658319145608e-1,
  1.8181774611940525065e-1, 1.5387141063253427279e-1, 1.3248910389335349055e-1, 1.3262840693374131081e-1};
#endif

/// log(u) + low + shift * log(2) for normal u > 0 and small `low`: with u = 2^n (1 + f), s = f / (2 + f),
/// log(1 + f) = 2 artanh(s) = f - f^2/2 + s (f^2/2 + s^2 q(s^2)).
RK_INLINE block RK_NAME(log_sum)(block u, block low, block shift) {
  const bits root_half = (bits)((block)RK_PICK(0.70710678118654752, 0.70710678118654752));
  bits exponent = ((bits)u - root_half) >> RK_MANTISSA;
  block f = (block)((bits)u - (exponent << RK_MANTISSA)) - 1;
  block n = __builtin_convertvector(exponent, block) + shift;
  block s = f / (2 + f), z = s * s, half_square = RK_PICK(0.5, 0.5) * f * f;
  block rest = s * RK_NAME(fma)(z, RK_HORNER(RK_NAME(log_terms), z), half_square);
  low = RK_NAME(fma)(n, (block)RK_PICK(-0x1.05c610p-29, 0x1.abc9e3b39803fp-56), low);
  block near = f - (half_square - (rest + low));
  return RK_NAME(fma)(n, (block)RK_PICK(0x1.62e430p-1, 0x1.62e42fefa39efp-1), near);
}

RK_INLINE block RK_NAME(block_log)(block x) {
  bits tiny = x < RK_PICK(0x1p-126, 0x1p-1022);
  block u = tiny ? x * RK_PICK(0x1p24, 0x1p53) : x;
  block shift = tiny ? (block)RK_PICK(-24, -53) : (block)0;
  block value = RK_NAME(log_sum)(u, (block)0, shift);
  value = x == 0 ? (block)-INFINITY : value;
  value = x < 0 ? (block)NAN : value;
  return ((x == INFINITY) | (x != x)) ? x : value;
}

RK_INLINE block RK_NAME(block_log1p)(block x) {
  block u = 1 + x;
  block lost = x >= 1 ? 1 - (u - x) : x - (u - 1);
  block value = RK_NAME(log_sum)(u, lost / u, (block)0);
  value = x == -1 ? (block)-INFINITY : value;
  value = x < -1 ? (block)NAN : value;
  return ((u == 1) | (x == INFINITY) | (x != x)) ? x : value;
}

// Sigmoids -------------------------------------------------------------------------------------------------------------

/// With e = exp(2 |x|) - 1, tanh |x| = e / (e + 2). What the sum lost is put right, where e is not so large that it has
/// no bits to lose; 1 / (e + 2) is half of 1 - tanh |x|.
RK_INLINE block RK_NAME(block_tanh)(block x) {
  bits n;
  block size = RK_NAME(magnitude)(x);
  block p = RK_NAME(reduced_exp)(2 * RK_NAME(at_most)(size, RK_PICK(10, 20)), &n);
  block scale = RK_NAME(power_of_two)(n), e = RK_NAME(fma)(scale, p, scale - 1);
  block below = e + 2, value = e / below;
  block lost = e - (below - 2);
  block better = RK_NAME(fma)(-value * lost, RK_PICK(0.5, 0.5) * (1 - value), value);
  return RK_NAME(with_sign_of)(size < RK_PICK(8, 16) ? better : value, x);
}

RK_INLINE block RK_NAME(block_sigmoid)(block x) {
  block e = RK_NAME(block_exp)(-RK_NAME(magnitude)(x)), above = x < 0 ? e : (block)1, below = 1 + e;
  block value = above / below;
  // one correction, for what the sum and the quotient lost; 1 / (1 + e) is `value` or its complement
  block lost = RK_NAME(fma)(-value, below, above) - value * (e - (below - 1));
  return RK_NAME(fma)(lost, x < 0 ? 1 - value : value, value);
}

RK_INLINE block RK_NAME(block_softplus)(block x) {
  block positive = x < 0 ? (block)0 : x;
  return positive + RK_NAME(block_log1p)(RK_NAME(block_exp)(-RK_NAME(magnitude)(x)));
}

// The normal distribution ----------------------------------------------------------------------------------------------

#if RK_BITS == 32
/// erf(x) / x - 1 as a function of x^2, |x| <= 1
static const RK_REAL RK_NAME(erf_terms)[] = {
  1.2837916706e-1f, -3.7612638484e-1f, 1.12837827489e-1f, -2.68654458934e-2f, 5.22107501722e-3f, -8.48471269567e-4f,
  1.12705487628e-4f, -9.68013705201e-6f};
/// (1 + 2 x) exp(x^2) erfc(x) as a function of (x - 2) / (x + 2), 0 <= x <= 11
static const RK_REAL RK_NAME(erfc_terms)[] = {
  1.27697839837f, -9.27640173583e-2f, -1.66031765856e-1f, 1.64056010385e-1f, -5.42004734854e-2f, -8.06193980991e-3f,
  8.61753704193e-3f, 1.31103825315e-3f, -1.21330339532e-3f, -3.90681177406e-4f};
#else
static const RK_REAL RK_NAME(erf_terms)[] = {
  1.283791670955125739e-1, -3.7612638903183752381e-1, 1.128379167095512036e-1, -2.6866170645129868152e-2,
  5.2239776254236103963e-3, -8.5483270219560250351e-4, 1.205533290381260112e-4, -1.492564759449785383e-5,
  1.6462045980557631378e-6, -1.63646495514651601e-7, 1.4792469644520129023e-8, -1.2164968617165561075e-9,
  8.7104653366504727423e-11, -4.2331295286795806355e-12};
/// The same as a function of (x - 4) / (x + 4), 0 <= x <= 28
static const RK_REAL RK_NAME(erfc_terms)[] = {
  1.2329951186255525098, -1.3962111684056288634e-1, 1.5379652102619765072e-2, 6.8097054254736591149e-2,
  -1.0103906603630119935e-1, 9.3732834996823936498e-2, -6.6330365812563091361e-2, 3.716751556185268869e-2,
  -1.6197734048431185389e-2, 5.0319697635582907871e-3, -7.5777340483192542836e-4, -1.9925556118218405545e-4,
  1.506224715050124112e-4, -2.4402941799073527787e-5, -1.122528299575173466e-5, 5.7172958219882335725e-6,
  3.0195651454272838035e-7, -8.3424101511808233041e-7, 6.238883674623602582e-8, 1.145616109758573616e-7,
  -7.7787024554125783941e-9, -1.3386300047752086089e-8, -1.7176577945540523616e-9};
#endif

/// exp(x^2) erfc(x) for 0 <= x <= 28 (11 in single precision)
RK_INLINE block RK_NAME(scaled_erfc)(block x) {
  const RK_REAL center = RK_PICK(2, 4);
  return RK_HORNER(RK_NAME(erfc_terms), (x - center) / (x + center)) / RK_NAME(fma)((block)2, x, (block)1);
}

/// exp(-scale * t^2), with the rounding error of the square put right; scale is a power of two
RK_INLINE block RK_NAME(exp_of_square)(block t, RK_REAL scale) {
  block square = t * t, lost = RK_NAME(fma)(t, t, -square);
  block e = RK_NAME(block_exp)(-scale * square);
  return RK_NAME(fma)(e, -scale * lost, e);
}

RK_INLINE block RK_NAME(block_erf)(block x) {
  block size = RK_NAME(at_most)(RK_NAME(magnitude)(x), RK_PICK(4, 6));  // beyond, erf rounds to 1
  block near = RK_NAME(fma)(x, RK_HORNER(RK_NAME(erf_terms), x * x), x);
  block far = 1 - RK_NAME(exp_of_square)(size, 1) * RK_NAME(scaled_erfc)(size);
  return size < 1 ? near : RK_NAME(with_sign_of)(far, x);
}

/// Beyond, in units of the standard deviation, the lower tail of the normal distribution counts as empty.
#define RK_TAIL_END RK_PICK(12.9, 37.4)

/// The normal distribution function at x, and exp(-x^2 / 2), both 0 beyond RK_TAIL_END.
RK_INLINE block RK_NAME(normal_below)(block x, block *bell) {
  block size = RK_NAME(magnitude)(x), t = RK_NAME(at_most)(size, RK_TAIL_END);
  block e = RK_NAME(exp_of_square)(t, RK_PICK(0.5, 0.5));
  block scaled = RK_NAME(scaled_erfc)(t * RK_PICK(0.70710678118654752440, 0.70710678118654752440));
  block above = size > RK_TAIL_END ? (block)0 : RK_PICK(0.5, 0.5) * e * scaled;
  *bell = size > RK_TAIL_END ? (block)0 : e;
  return x > 0 ? 1 - above : above;
}

RK_INLINE block RK_NAME(block_gelu)(block x) {
  block bell;
  return RK_NAME(at_least)(x, -RK_TAIL_END) * RK_NAME(normal_below)(x, &bell);
}

#define RK_NORMAL_DENSITY RK_PICK(0.39894228040143267794, 0.39894228040143267794)

RK_INLINE block RK_NAME(block_gelu_gradient)(block x) {
  block bell, below = RK_NAME(normal_below)(x, &bell);
  block inside = RK_NAME(at_least)(RK_NAME(at_most)(x, RK_TAIL_END), -RK_TAIL_END);
  return RK_NAME(fma)(inside, RK_NORMAL_DENSITY * bell, below);
}

RK_INLINE block RK_NAME(block_gelu_second_gradient)(block x) {
  block size = RK_NAME(magnitude)(x), t = RK_NAME(at_most)(size, RK_TAIL_END);
  block value = RK_NAME(fma)(-t, t, (block)2) * (RK_NORMAL_DENSITY * RK_NAME(exp_of_square)(t, RK_PICK(0.5, 0.5)));
  return size > RK_TAIL_END ? (block)0 : value;
}

// Circular functions ---------------------------------------------------------------------------------------------------

#if RK_BITS == 32
/// (sin(r) - r) / r^3 and (cos(r) - 1 + r^2/2) / r^4 as functions of r^2, |r| <= pi / 4
static const RK_REAL RK_NAME(sin_terms)[] = {-1.66666542316e-1f, 8.33213171889e-3f, -1.95108591811e-4f};
static const RK_REAL RK_NAME(cos_terms)[] = {4.16666456699e-2f, -1.38873066006e-3f, 2.44312482319e-5f};
#else
static const RK_REAL RK_NAME(sin_terms)[] = {
  -1.6666666666666627841e-1, 8.3333333333213146632e-3, -1.9841269828888594463e-4, 2.7557313361108421491e-6,
  -2.5050704677600777952e-8, 1.589361367459431777e-10};
static const RK_REAL RK_NAME(cos_terms)[] = {
  4.1666666666666591106e-2, -1.3888888888872604663e-3, 2.4801587288494861245e-5, -2.7557314057185011603e-7,
  2.0875681942774546707e-9, -1.1357451166946810543e-11};
#endif

/// x = (quarter + 4 m) * pi / 2 + r: reduction with three parts of pi / 2 up to a limit, exactly beyond.
RK_INLINE block RK_NAME(reduced_angle)(block x, bits *quarter) {
  block t = RK_NAME(fma)(x, (block)RK_PICK(0.63661977236758134, 0.63661977236758134), (block)RK_ROUNDER);
  block whole = t - RK_ROUNDER;
  block r = RK_NAME(fma)(whole, (block)RK_PICK(-0x1.921fb6p0, -0x1.921fb54442d18p0), x);
  r = RK_NAME(fma)(whole, (block)RK_PICK(0x1.777a5cp-25, -0x1.1a62633145c07p-54), r);
  r = RK_NAME(fma)(whole, (block)RK_PICK(0x1.ee59dap-50, 0x1.f1976b7ed8fbcp-110), r);
  *quarter = (bits)t - (bits)((block)RK_ROUNDER);
  bits large = RK_NAME(magnitude)(x) > RK_PICK(0x1p16, 0x1p25);
  if (__builtin_reduce_or(large) != 0) {
    for (int lane = 0; lane < RK_LANES; lane++) {
      if (large[lane] == 0) continue;
      long turn;
      r[lane] = (RK_REAL)reduced_large_angle((double)x[lane], &turn);
      (*quarter)[lane] = (RK_INTEGER)turn;
    }
  }
  return r;
}

/// sin(x + turns * pi / 2)
RK_INLINE block RK_NAME(turned_sine)(block x, RK_INTEGER turns) {
  bits quarter;
  block r = RK_NAME(reduced_angle)(x, &quarter), z = r * r;
  quarter += turns;
  block sine = RK_NAME(fma)(r * z, RK_HORNER(RK_NAME(sin_terms), z), r);
  block cosine = RK_NAME(fma)(z * z, RK_HORNER(RK_NAME(cos_terms), z), 1 - RK_PICK(0.5, 0.5) * z);
  block value = (quarter & 1) != 0 ? cosine : sine;
  return (block)((bits)value ^ ((quarter & 2) << (RK_BITS - 2)));
}

RK_INLINE block RK_NAME(block_sin)(block x) {
  block value = RK_NAME(turned_sine)(x, 0);
  return x == 0 ? x : value;
}
RK_INLINE block RK_NAME(block_cos)(block x) { return RK_NAME(turned_sine)(x, 1); }

#undef RK_MANTISSA
#undef RK_BIAS
#undef RK_ROUNDER
#undef RK_HORNER
#undef RK_NORMAL_DENSITY
#undef RK_TAIL_END
