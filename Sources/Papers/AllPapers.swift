import Experiments

/// Every paper that this program reproduces, in alphabetical order of their slugs.
public let allPapers: [Paper] = [ContinuizedNesterov.paper, LabelNoiseLasso.paper, SobolevInverseProblems.paper]
