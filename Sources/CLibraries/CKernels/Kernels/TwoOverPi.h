// The binary digits of 2 / pi after the point, 64 per word: for the reduction of large arguments of sine and cosine.
// A zero word comes first.
static const uint64_t two_over_pi[] = {
  0,
  0xa2f9836e4e441529u, 0xfc2757d1f534ddc0u, 0xdb6295993c439041u, 0xfe5163abdebbc561u,
  0xb7246e3a424dd2e0u, 0x06492eea09d1921cu, 0xfe1deb1cb129a73eu, 0xe88235f52ebb4484u,
  0xe99c7026b45f7e41u, 0x3991d639835339f4u, 0x9c845f8bbdf9283bu, 0x1ff897ffde05980fu,
  0xef2f118b5a0a6d1fu, 0x6d367ecf27cb09b7u, 0x4f463f669e5fea2du, 0x7527bac7ebe5f17bu,
  0x3d0739f78a5292eau, 0x6bfb5fb11f8d5d08u, 0x56033046fc7b6babu, 0xf0cfbc209af4361du,
};

static inline uint64_t digits_of_two_over_pi(long position) {
  long word = position / 64, shift = position % 64;
  return shift == 0 ? two_over_pi[word] : two_over_pi[word] << shift | two_over_pi[word + 1] >> (64 - shift);
}

/// x = (turn + 4 m) * pi / 2 + r with |r| <= pi / 4, for |x| >= 2^16 (Payne and Hanek 1983): with x = m * 2^e, digits of
/// 2 / pi of weight 2^(2-e) and more give multiples of four; the next 192 leave the fraction right to 2^-137.
static inline double reduced_large_angle(double x, long *turn) {
  *turn = 0;
  if (!(x - x == 0)) return x - x;
  uint64_t pattern;
  memcpy(&pattern, &x, sizeof x);
  long exponent = (long)(pattern >> 52 & 0x7ff) - 1075, first = exponent - 2 + 64;
  uint64_t mantissa = (pattern & 0xfffffffffffffu) | 0x10000000000000u;
  unsigned __int128 low = (unsigned __int128)mantissa * digits_of_two_over_pi(first + 128);
  unsigned __int128 middle = (unsigned __int128)mantissa * digits_of_two_over_pi(first + 64) + (uint64_t)(low >> 64);
  uint64_t high = mantissa * digits_of_two_over_pi(first) + (uint64_t)(middle >> 64);
  unsigned __int128 product = (unsigned __int128)high << 64 | (uint64_t)middle;
  __int128 fraction = (__int128)(product << 2 | (uint64_t)low >> 62);
  long quarter = (long)(high >> 62) + (fraction < 0);
  double r = (double)fraction * 0x1p-128 * 1.57079632679489661923;
  *turn = x < 0 ? -quarter : quarter;
  return x < 0 ? -r : r;
}
