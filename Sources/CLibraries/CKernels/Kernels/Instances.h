// Compiles every kernel for `float` and for `double` and fills the table of this level.
#define RK_REAL float
#define RK_BITS 32
#define RK_INTEGER int32_t
#define RK_NAME(name) name##_f32
#define RK_MATH(name) name##f
#include "All.h"
#undef RK_REAL
#undef RK_BITS
#undef RK_INTEGER
#undef RK_NAME
#undef RK_MATH

#define RK_REAL double
#define RK_BITS 64
#define RK_INTEGER int64_t
#define RK_NAME(name) name##_f64
#define RK_MATH(name) name
#include "All.h"
#undef RK_REAL
#undef RK_BITS
#undef RK_INTEGER
#undef RK_NAME
#undef RK_MATH

const rk_table RK_LEVEL_TABLE = {
#define RK_KERNEL(result, name, parameters, arguments) .name = name##_f32,
  .f32 = {
#include "KernelList.h"
  },
#undef RK_KERNEL
#define RK_KERNEL(result, name, parameters, arguments) .name = name##_f64,
  .f64 = {
#include "KernelList.h"
  },
#undef RK_KERNEL
};
