// What all kernels of one level share.
//
// Why the bits do not depend on the level: all kernels are written with vectors of 64 bytes ("blocks", 16 floats or 8
// doubles), on every instruction set; the compiler splits a block into two or four registers where registers are
// narrower. An output element therefore goes through the same IEEE operations everywhere: additions, products and
// quotients round correctly, `fma` is the fused one even where it takes a library call, and nothing is contracted or
// reordered. The levels differ only in how many rows and blocks a matrix tile holds, which no element can see.
#include "../Table.h"

#include <math.h>
#include <stddef.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"

#define RK_INLINE static inline __attribute__((always_inline))
#define RK_UNROLL _Pragma("clang loop unroll(full)")
/// Hides from the optimizer what it knows about an integer.
#define RK_OPAQUE(value) __asm__("" : "+r"(value))

static inline long least(long a, long b) { return a < b ? a : b; }
static inline long greatest(long a, long b) { return a > b ? a : b; }

#include "TwoOverPi.h"
