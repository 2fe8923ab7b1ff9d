// The public functions: each calls its kernel through the table of the level in use.
//
// The level is chosen once, when the library is loaded. It cannot change a result, only the time it takes.
#include "Table.h"

#include <stdatomic.h>
#include <stddef.h>

static const rk_table *table_of(rk_level level) {
#if defined(__x86_64__)
  switch (level) {
  case RK_AVX512: return &rk_table_avx512;
  case RK_AVX2: return &rk_table_avx2;
  case RK_BASELINE: return &rk_table_baseline;
  }
#endif
  return &rk_table_baseline;
}

rk_level rk_best_level(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    int wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")
      && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
    return wide ? RK_AVX512 : RK_AVX2;
  }
#endif
  return RK_BASELINE;
}

static _Atomic(const rk_table *) active = &rk_table_baseline;
static _Atomic(int) level_in_use = RK_BASELINE;

rk_level rk_current_level(void) { return (rk_level)atomic_load_explicit(&level_in_use, memory_order_relaxed); }

int rk_force_level(rk_level level) {
  if (level < RK_BASELINE || level > rk_best_level()) return 0;
  atomic_store_explicit(&active, table_of(level), memory_order_relaxed);
  atomic_store_explicit(&level_in_use, level, memory_order_relaxed);
  return 1;
}

__attribute__((constructor)) static void choose_level(void) { rk_force_level(rk_best_level()); }

#define RK_KERNEL(result, name, parameters, arguments) \
  result rk_##name##_f32 parameters { \
    return atomic_load_explicit(&active, memory_order_relaxed)->f32.name arguments; \
  }
#define RK_REAL float
#include "KernelList.h"
#undef RK_REAL
#undef RK_KERNEL

#define RK_KERNEL(result, name, parameters, arguments) \
  result rk_##name##_f64 parameters { \
    return atomic_load_explicit(&active, memory_order_relaxed)->f64.name arguments; \
  }
#define RK_REAL double
#include "KernelList.h"
#undef RK_REAL
#undef RK_KERNEL
