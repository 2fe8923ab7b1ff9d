// The families of kernels for one element type.
#include "Lanes.inc.h"
#include "Functions.inc.h"
#include "Tile.inc.h"
#include "Gemm.inc.h"
#include "Depthwise.inc.h"
#include "Convolution.inc.h"
#include "Elementwise.inc.h"
#include "Reduction.inc.h"
#include "Pooling.inc.h"
#include "Softmax.inc.h"
#include "Attention.inc.h"
#include "Normalization.inc.h"
#include "Movement.inc.h"
#include "Optimizer.inc.h"

#undef block
#undef bits
#undef RK_LANES
