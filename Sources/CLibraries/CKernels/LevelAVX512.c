// The kernels compiled for AVX512.
#if defined(__x86_64__)
#define RK_LEVEL 2
#define RK_LEVEL_TABLE rk_table_avx512
#include "Kernels/Prelude.h"
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,avx2,fma"))), apply_to = function)
#include "Kernels/Instances.h"
#pragma clang attribute pop
#endif
