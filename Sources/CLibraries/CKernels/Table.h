// One table of function pointers per instruction set and element type.
#ifndef RK_TABLE_H
#define RK_TABLE_H

#include "CKernels.h"

#define RK_KERNEL(result, name, parameters, arguments) result(*name) parameters;
#define RK_REAL float
typedef struct rk_table_f32 {
#include "KernelList.h"
} rk_table_f32;
#undef RK_REAL
#define RK_REAL double
typedef struct rk_table_f64 {
#include "KernelList.h"
} rk_table_f64;
#undef RK_REAL
#undef RK_KERNEL

typedef struct rk_table {
  rk_table_f32 f32;
  rk_table_f64 f64;
} rk_table;

extern const rk_table rk_table_baseline;
#if defined(__x86_64__)
extern const rk_table rk_table_avx2;
extern const rk_table rk_table_avx512;
#endif

#endif
