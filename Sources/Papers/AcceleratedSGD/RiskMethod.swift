/// The iterates whose excess risk is reported.
enum RiskMethod: String, CaseIterable {
  case sgd
  case averagedSGD = "avg-sgd"
  case accelerated = "acsgd"
  case averagedAccelerated = "avg-acsgd"
}
