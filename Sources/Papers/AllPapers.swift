import Experiments

/// Every paper that this program reproduces, in alphabetical order of their slugs.
public let allPapers: [Paper] = [
  AcceleratedSGD.paper,
  ContinuizedNesterov.paper,
  CovariateShiftKernels.paper,
  FastAdversarialTraining.paper,
  LabelNoiseLasso.paper,
  SharpnessGeneralization.paper,
  SobolevInverseProblems.paper,
]
