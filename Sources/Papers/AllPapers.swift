import Experiments

/// Every paper that this program reproduces, in alphabetical order of their slugs.
public let allPapers: [Paper] = [
  AcceleratedSGD.paper,
  BarronPathNorm.paper,
  ContinuizedNesterov.paper,
  CovariateShiftKernels.paper,
  FastAdversarialTraining.paper,
  LabelNoiseLasso.paper,
  LastIterateSGD.paper,
  MeanFieldResNet.paper,
  RobustOverfitting.paper,
  SGDSparseFeatures.paper,
  ShallowTransformer.paper,
  SharpnessGeneralization.paper,
  SobolevInverseProblems.paper,
  TraceNormMultitask.paper,
]
