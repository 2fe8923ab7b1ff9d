import CKernels

// The names of the operations in the C kernels.

extension UnaryKernel {
  var function: rk_unary {
    switch self {
    case .negate: RK_NEGATE
    case .absolute: RK_ABS
    case .sign: RK_SIGN
    case .reciprocal: RK_RECIPROCAL
    case .squareRoot: RK_SQRT
    case .square: RK_SQUARE
    case .exp: RK_EXP
    case .log: RK_LOG
    case .log1p: RK_LOG1P
    case .expm1: RK_EXPM1
    case .tanh: RK_TANH
    case .sigmoid: RK_SIGMOID
    case .softplus: RK_SOFTPLUS
    case .erf: RK_ERF
    case .sine: RK_SIN
    case .cosine: RK_COS
    case .relu: RK_RELU
    case .gelu: RK_GELU
    case .geluSlope: RK_GELU_GRADIENT
    case .step: RK_STEP
    }
  }
}

extension BinaryKernel {
  var function: rk_binary {
    switch self {
    case .add: RK_ADD
    case .subtract: RK_SUB
    case .multiply: RK_MUL
    case .divide: RK_DIV
    case .maximum: RK_MAX
    case .minimum: RK_MIN
    case .gate: RK_RELU_MASK
    }
  }

  /// The function with its operands exchanged.
  var reversed: rk_binary {
    switch self {
    case .subtract: RK_REVERSE_SUB
    case .divide: RK_REVERSE_DIV
    default: function
    }
  }
}

extension ReductionKernel {
  var function: rk_reduction {
    switch self {
    case .sum: RK_SUM
    case .sumOfSquares: RK_SUM_OF_SQUARES
    case .maximum: RK_MAXIMUM
    case .minimum: RK_MINIMUM
    }
  }
}

extension ConvolutionGeometry {
  var kernelShape: rk_conv2d_shape {
    rk_conv2d_shape(
      n: images, h: height, w: width, cin: channels, kh: filterHeight, kw: filterWidth, cout: filters,
      stride_h: stride, stride_w: stride, pad_top: paddingTop, pad_left: paddingLeft, oh: outputHeight, ow: outputWidth,
      groups: groups)
  }
}

extension PoolingGeometry {
  var kernelShape: rk_pool2d_shape {
    rk_pool2d_shape(
      n: images, h: height, w: width, c: channels, kh: windowHeight, kw: windowWidth, stride_h: stride,
      stride_w: stride, pad_top: paddingTop, pad_left: paddingLeft, oh: outputHeight, ow: outputWidth)
  }
}

extension AttentionGeometry {
  var kernelShape: rk_attention_shape {
    rk_attention_shape(examples: examples, length: length, heads: heads, size: size, causal: isCausal ? 1 : 0)
  }
}
