// Convolutions in channels-last layout, on the tiles of matrix products.
//
// With a dense kernel, the part of a padded image that one kernel row meets at one output position is a run of kw * cin
// consecutive elements. An output pixel is therefore a row of a product whose k index runs through kh such segments, and
// no patch matrix is ever written down: only images with padding are copied, one at a time, into a frame of zeros.
//
// - forward: rows are output pixels, columns output channels, k = (kernel row, kernel column, input channel).
// - input gradient: for each residue of the position by the stride, the forward convolution of dy with the kernel
//   elements that reach the residue, turned round and with the channels exchanged.
// - weight gradient: rows are (kernel row, kernel column, input channel), columns output channels, k = output pixels.
//
// With groups, segments are single kernel positions. Depthwise convolutions have loops of their own, Depthwise.inc.h.

#undef RK_MOST_SEGMENTS
/// k is cut where it has more segments; the cut is the same at every level.
#define RK_MOST_SEGMENTS 64

/// An image as tiles read it: its first needed position, and the distance of its rows and of whole images.
typedef struct RK_NAME(frame) {
  const RK_REAL *start;
  long row, image;
} RK_NAME(frame);

/// The sizes of the part of the padded input that output positions read.
RK_INLINE long RK_NAME(frame_rows)(rk_conv2d_shape s) { return (s.oh - 1) * s.stride_h + s.kh; }
RK_INLINE long RK_NAME(frame_columns)(rk_conv2d_shape s) { return (s.ow - 1) * s.stride_w + s.kw; }

/// Copies `count` images [h,w,c] into the middle of frames [rows,columns,c] whose first position is (top, left) of the
/// images; a negative one lies outside. Frames that lie within the images are not copied.
static RK_NAME(frame) RK_NAME(framed)(
  long count, long h, long w, long c, const RK_REAL *x, long top, long left, long rows, long columns, int is_clear,
  RK_REAL *room
) {
  if (top >= 0 && left >= 0 && top + rows <= h && left + columns <= w) {
    return (RK_NAME(frame)){x + (top * w + left) * c, w * c, h * w * c};
  }
  long first_row = greatest(top, 0), last_row = least(top + rows, h);
  long first = greatest(left, 0), last = least(left + columns, w);
  if (!is_clear) memset(room, 0, sizeof(RK_REAL) * (size_t)(count * rows * columns * c));
  if (last > first) {
    for (long b = 0; b < count; b++) {
      for (long i = first_row; i < last_row; i++) {
        memcpy(
          room + ((b * rows + i - top) * columns + first - left) * c, x + ((b * h + i) * w + first) * c,
          sizeof(RK_REAL) * (size_t)((last - first) * c));
      }
    }
  }
  return (RK_NAME(frame)){room, columns * c, rows * columns * c};
}

/// How a convolution reads one frame and where it writes: `kh` x `kw` kernel positions of `inputs` channels in frames
/// with `channels` channels, for `rows` x `columns` output pixels. The weights are [kh,kw,inputs,outputs] with lines
/// `weight_step` apart, or for few outputs [outputs,kh,kw,inputs] with `weight_step` between outputs.
typedef struct RK_NAME(sweep) {
  long rows, columns, row_stride, column_stride;
  long kh, kw, inputs, channels, outputs, weight_step;
  /// Output pixel (i, j) is at i * out_row + j * out_column.
  long out_row, out_column;
} RK_NAME(sweep);

/// The segments of k: kernel rows if the frame has no other channels than ours, else kernel positions.
RK_INLINE long RK_NAME(segments)(long kh, long kw, long inputs, long channels, long row, long *offsets, long first) {
  int dense = inputs == channels;
  long all = dense ? kh : kh * kw, count = least(all - first, RK_MOST_SEGMENTS);
  for (long s = 0; s < count; s++) {
    long at = first + s;
    offsets[s] = dense ? at * row : at / kw * row + at % kw * channels;
  }
  return count;
}

/// Whether lanes run along k rather than along the output channels.
RK_INLINE int RK_NAME(is_few)(long outputs) { return outputs <= RK_FEW; }

static void RK_NAME(sweep_frame)(
  RK_NAME(sweep) g, const RK_REAL *frame, long frame_row, const RK_REAL *w, RK_REAL *y, RK_NAME(ending) whole
) {
  long offsets[RK_MOST_SEGMENTS], pixels = g.rows * g.columns, first = 0;
  long length = g.inputs == g.channels ? g.kw * g.inputs : g.inputs;
  long all = g.inputs == g.channels ? g.kh : g.kh * g.kw;
  do {
    long segments = RK_NAME(segments)(g.kh, g.kw, g.inputs, g.channels, frame_row, offsets, first);
    int last = first + segments >= all;
    RK_NAME(ending) ending = {1, first > 0 ? 1 : whole.beta, last ? whole.bias : NULL, last && whole.relu};
    RK_NAME(strip) strip = {offsets, segments, length, 1, NULL, g.weight_step, ending};
    int few = RK_NAME(is_few)(g.outputs);
    for (long o = 0; o < g.outputs;) {
      int blocks = RK_NAME(strip_blocks)(g.outputs - o);
      long columns = blocks > 0 ? blocks * RK_LANES : g.outputs - o;
      long most = few ? RK_INNER_ROWS : RK_NAME(tile_rows)(blocks);
      strip.b = few ? w + first * length : w + first * length * g.weight_step + o;
      if (ending.bias != NULL) strip.ending.bias = ending.bias + o;
      const RK_REAL *in_row = frame;
      RK_REAL *out_row = y + o;
      for (long p = 0, j = 0; p < pixels;) {
        const RK_REAL *rows[RK_MOST_ROWS];
        RK_REAL *out[RK_MOST_ROWS];
        long count = least(most, pixels - p);
        for (long q = 0; q < count; q++) {
          rows[q] = in_row + j * g.column_stride;
          out[q] = out_row + j * g.out_column;
          if (++j == g.columns) {
            j = 0;
            in_row += g.row_stride;
            out_row += g.out_row;
          }
        }
        if (few) RK_NAME(run_inner)(&strip, columns, rows, out, count);
        else RK_NAME(run_tile)(&strip, blocks, blocks > 0 ? 0 : columns, rows, out, count);
        p += count;
      }
      o += columns;
    }
    first += segments;
  } while (first < all);
}

// Forward --------------------------------------------------------------------------------------------------------------

static void RK_NAME(forward_ending)(
  rk_conv2d_shape s, const RK_REAL *x, const RK_REAL *w, RK_REAL *y, RK_NAME(ending) ending, RK_REAL *workspace
) {
  if (RK_NAME(is_depthwise)(s)) {
    RK_NAME(depthwise_forward)(s, x, w, y, ending);
    return;
  }
  long rows = RK_NAME(frame_rows)(s), columns = RK_NAME(frame_columns)(s);
  long inputs = s.cin / s.groups, outputs = s.cout / s.groups, lines = s.kh * s.kw * inputs;
  int few = RK_NAME(is_few)(outputs);
  if (few) {
    RK_NAME(transpose_tile)(lines, s.cout, w, s.cout, workspace, lines);
    w = workspace;
    workspace += lines * s.cout;
  }
  for (long b = 0; b < s.n; b++) {
    RK_NAME(frame) frame = RK_NAME(framed)(
      1, s.h, s.w, s.cin, x + b * s.h * s.w * s.cin, -s.pad_top, -s.pad_left, rows, columns, b > 0, workspace);
    RK_NAME(sweep) sweep = {
      s.oh, s.ow, s.stride_h * frame.row, s.stride_w * s.cin, s.kh, s.kw, inputs, s.cin, outputs,
      few ? lines : s.cout, s.ow * s.cout, s.cout};
    for (long g = 0; g < s.groups; g++) {
      RK_NAME(ending) part = ending;
      if (ending.bias != NULL) part.bias += g * outputs;
      RK_NAME(sweep_frame)(
        sweep, frame.start + g * inputs, frame.row, w + g * outputs * (few ? lines : 1),
        y + b * s.oh * s.ow * s.cout + g * outputs, part);
    }
  }
}

static void RK_NAME(conv2d_forward)(
  rk_conv2d_shape s, const RK_REAL *x, const RK_REAL *w, RK_REAL *y, int accumulate, RK_REAL *workspace
) {
  RK_NAME(forward_ending)(s, x, w, y, (RK_NAME(ending)){1, accumulate ? 1 : 0, NULL, 0}, workspace);
}

static void RK_NAME(conv2d_forward_biased)(
  rk_conv2d_shape s, const RK_REAL *x, const RK_REAL *w, const RK_REAL *bias, int relu, RK_REAL *y, RK_REAL *workspace
) {
  RK_NAME(forward_ending)(s, x, w, y, (RK_NAME(ending)){1, 0, bias, relu}, workspace);
}

// Input gradient -------------------------------------------------------------------------------------------------------

/// Along one axis: the positions of x with a given residue by the stride, and the kernel elements that reach them.
typedef struct RK_NAME(phase) {
  /// Number of positions; number of kernel elements, the last of them; the first position of dy that is read.
  long positions, elements, last, from;
} RK_NAME(phase);

RK_INLINE RK_NAME(phase) RK_NAME(phase_of)(long residue, long size, long kernel, long stride, long pad) {
  long first = (residue + pad) % stride;
  long elements = kernel > first ? (kernel - first + stride - 1) / stride : 0;
  long positions = size > residue ? (size - residue + stride - 1) / stride : 0;
  return (RK_NAME(phase)){
    positions, elements, first + (elements - 1) * stride, (residue + pad - first) / stride - (elements - 1)};
}

/// The range of positions of dy that the phases of one axis read, at least [0, 1).
RK_INLINE void RK_NAME(reach)(long size, long kernel, long stride, long pad, long *low, long *high) {
  *low = 0;
  *high = 1;
  for (long residue = 0; residue < stride; residue++) {
    RK_NAME(phase) p = RK_NAME(phase_of)(residue, size, kernel, stride, pad);
    if (p.positions == 0 || p.elements == 0) continue;
    *low = least(*low, p.from);
    *high = greatest(*high, p.from + p.positions - 1 + p.elements);
  }
}

/// The kernel elements of a phase in the order of dy, for each group: [down,across,outputs/groups,inputs/groups], or
/// with few inputs [inputs/groups,down,across,outputs/groups].
static void RK_NAME(turn_weights)(
  rk_conv2d_shape s, RK_NAME(phase) down, RK_NAME(phase) across, const RK_REAL *w, RK_REAL *turned
) {
  long inputs = s.cin / s.groups, outputs = s.cout / s.groups;
  long positions = down.elements * across.elements;
  for (long g = 0; g < s.groups; g++, turned += positions * inputs * outputs) {
    for (long t = 0; t < positions; t++) {
      long r = t / across.elements, q = t % across.elements;
      long position = (down.last - r * s.stride_h) * s.kw + across.last - q * s.stride_w;
      const RK_REAL *from = w + position * inputs * s.cout + g * outputs;
      if (RK_NAME(is_few)(inputs)) {
        for (long c = 0; c < inputs; c++) {
          memcpy(
            turned + (c * positions + t) * outputs, from + c * s.cout, sizeof(RK_REAL) * (size_t)outputs);
        }
      } else {
        RK_NAME(transpose_tile)(inputs, outputs, from, s.cout, turned + t * inputs * outputs, inputs);
      }
    }
  }
}

static void RK_NAME(conv2d_input_gradient)(
  rk_conv2d_shape s, const RK_REAL *dy, const RK_REAL *w, RK_REAL *dx, int accumulate, RK_REAL *workspace
) {
  if (RK_NAME(is_depthwise)(s)) {
    if (!accumulate) memset(dx, 0, sizeof(RK_REAL) * (size_t)(s.n * s.h * s.w * s.cin));
    RK_NAME(depthwise_input_gradient)(s, dy, w, dx);
    return;
  }
  long inputs = s.cin / s.groups, outputs = s.cout / s.groups;
  long top, bottom, left, right;
  RK_NAME(reach)(s.h, s.kh, s.stride_h, s.pad_top, &top, &bottom);
  RK_NAME(reach)(s.w, s.kw, s.stride_w, s.pad_left, &left, &right);
  RK_REAL *turned = workspace, *room = workspace + s.kh * s.kw * inputs * s.cout;
  for (long a = 0; a < s.stride_h; a++) {
    for (long c = 0; c < s.stride_w; c++) {
      RK_NAME(phase) across = RK_NAME(phase_of)(c, s.w, s.kw, s.stride_w, s.pad_left);
      RK_NAME(phase) down = RK_NAME(phase_of)(a, s.h, s.kh, s.stride_h, s.pad_top);
      RK_NAME(turn_weights)(s, down, across, w, turned);
      turned += down.elements * across.elements * inputs * s.cout;
    }
  }
  for (long b = 0; b < s.n; b++) {
    RK_NAME(frame) frame = RK_NAME(framed)(
      1, s.oh, s.ow, s.cout, dy + b * s.oh * s.ow * s.cout, top, left, bottom - top, right - left, b > 0, room);
    const RK_REAL *weights = workspace;
    for (long a = 0; a < s.stride_h; a++) {
      for (long c = 0; c < s.stride_w; c++) {
        RK_NAME(phase) across = RK_NAME(phase_of)(c, s.w, s.kw, s.stride_w, s.pad_left);
        RK_NAME(phase) down = RK_NAME(phase_of)(a, s.h, s.kh, s.stride_h, s.pad_top);
        int empty = down.elements == 0 || across.elements == 0;
        RK_NAME(sweep) sweep = {
          down.positions, across.positions, frame.row, s.cout, empty ? 0 : down.elements, empty ? 0 : across.elements,
          outputs, s.cout, inputs, RK_NAME(is_few)(inputs) ? down.elements * across.elements * outputs : inputs,
          s.stride_h * s.w * s.cin, s.stride_w * s.cin};
        long from = empty ? 0 : (down.from - top) * frame.row + (across.from - left) * s.cout;
        for (long g = 0; g < s.groups; g++, weights += down.elements * across.elements * inputs * outputs) {
          RK_NAME(sweep_frame)(
            sweep, frame.start + from + g * outputs, frame.row, weights,
            dx + ((b * s.h + a) * s.w + c) * s.cin + g * inputs, (RK_NAME(ending)){1, accumulate ? 1 : 0, NULL, 0});
        }
      }
    }
  }
}

// Weight gradient ------------------------------------------------------------------------------------------------------

/// The number of images whose pixels are summed in one chain; the same at every level.
RK_INLINE long RK_NAME(images_per_run)(rk_conv2d_shape s) {
  return greatest(1, least(s.n, RK_MOST_SEGMENTS / greatest(s.oh, 1)));
}

/// Adds the gradient of some output rows, those of the given segments, to dw (or sets it).
static void RK_NAME(weight_gradient_run)(
  rk_conv2d_shape s, const RK_REAL *frame, long frame_row, const RK_REAL *dy, RK_REAL *dw, const long *offsets,
  long segments, int accumulate
) {
  long inputs = s.cin / s.groups, outputs = s.cout / s.groups, all = s.kh * s.kw * inputs;
  RK_NAME(ending) ending = {1, accumulate ? 1 : 0, NULL, 0};
  RK_NAME(strip) strip = {offsets, segments, s.ow, s.stride_w * s.cin, dy, s.cout, ending};
  for (long o = 0; o < outputs;) {
    int blocks = RK_NAME(strip_blocks)(outputs - o);
    long columns = blocks > 0 ? blocks * RK_LANES : outputs - o, most = RK_NAME(tile_rows)(blocks);
    strip.b = dy + o;
    long r = 0, q = 0, c = 0;
    for (long p = 0; p < all;) {
      const RK_REAL *rows[RK_MOST_ROWS];
      RK_REAL *out[RK_MOST_ROWS];
      long count = least(most, all - p);
      for (long i = 0; i < count; i++, p++) {
        rows[i] = frame + r * frame_row + q * s.cin + c;
        out[i] = dw + p * s.cout + o;
        if (++c == inputs) {
          c = 0;
          if (++q == s.kw) {
            q = 0;
            r++;
          }
        }
      }
      RK_NAME(run_tile)(&strip, blocks, blocks > 0 ? 0 : columns, rows, out, count);
    }
    o += columns;
  }
}

static void RK_NAME(conv2d_weight_gradient)(
  rk_conv2d_shape s, const RK_REAL *x, const RK_REAL *dy, RK_REAL *dw, int accumulate, RK_REAL *workspace
) {
  long inputs = s.cin / s.groups, outputs = s.cout / s.groups;
  if (RK_NAME(is_depthwise)(s) || s.n * s.oh * s.ow == 0) {
    if (!accumulate) memset(dw, 0, sizeof(RK_REAL) * (size_t)(s.kh * s.kw * inputs * s.cout));
    RK_NAME(depthwise_weight_gradient)(s, x, dy, dw);
    return;
  }
  long rows = RK_NAME(frame_rows)(s), columns = RK_NAME(frame_columns)(s), images = RK_NAME(images_per_run)(s);
  for (long b = 0; b < s.n; b += images) {
    long count = least(images, s.n - b), offsets[RK_MOST_SEGMENTS];
    RK_NAME(frame) frame = RK_NAME(framed)(
      count, s.h, s.w, s.cin, x + b * s.h * s.w * s.cin, -s.pad_top, -s.pad_left, rows, columns, b > 0, workspace);
    for (long first = 0; first < count * s.oh; first += RK_MOST_SEGMENTS) {
      long segments = least(RK_MOST_SEGMENTS, count * s.oh - first);
      for (long i = 0; i < segments; i++) {
        offsets[i] = (first + i) / s.oh * frame.image + (first + i) % s.oh * s.stride_h * frame.row;
      }
      for (long g = 0; g < s.groups; g++) {
        RK_NAME(weight_gradient_run)(
          s, frame.start + g * inputs, frame.row, dy + (b * s.oh + first) * s.ow * s.cout + g * outputs,
          dw + g * outputs, offsets, segments, accumulate || b + first > 0);
      }
    }
  }
}

static long RK_NAME(conv2d_workspace_size)(rk_conv2d_shape s) {
  long top, bottom, left, right;
  RK_NAME(reach)(s.h, s.kh, s.stride_h, s.pad_top, &top, &bottom);
  RK_NAME(reach)(s.w, s.kw, s.stride_w, s.pad_left, &left, &right);
  long frame = RK_NAME(frame_rows)(s) * RK_NAME(frame_columns)(s) * s.cin;
  long weights = s.kh * s.kw * (s.cin / s.groups) * s.cout;
  return greatest(frame * RK_NAME(images_per_run)(s), weights + greatest(frame, (bottom - top) * (right - left) * s.cout));
}
