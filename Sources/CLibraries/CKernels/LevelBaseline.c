// The kernels compiled for the least instruction set of the architecture.
#define RK_LEVEL 0
#define RK_LEVEL_TABLE rk_table_baseline
#include "Kernels/Prelude.h"
#include "Kernels/Instances.h"
