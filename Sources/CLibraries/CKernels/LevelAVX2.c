// The kernels compiled for AVX2.
#if defined(__x86_64__)
#define RK_LEVEL 1
#define RK_LEVEL_TABLE rk_table_avx2
#include "Kernels/Prelude.h"
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "Kernels/Instances.h"
#pragma clang attribute pop
#endif
