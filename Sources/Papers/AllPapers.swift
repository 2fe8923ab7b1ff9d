import Experiments

/// Every paper that this program reproduces, in alphabetical order of their slugs.
public let allPapers: [Paper] = [
  ContinuizedNesterov.paper, CovariateShiftKernels.paper, LabelNoiseLasso.paper, MeanFieldResNet.paper,
  SobolevInverseProblems.paper, TraceNormMultitask.paper,
]
