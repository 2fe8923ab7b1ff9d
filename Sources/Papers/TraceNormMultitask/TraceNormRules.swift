import Experiments

extension TraceNormMultitask {
  /// λ = c·σ·√((d + T)/m)/T, the order of the noise in the gradient at the truth.
  static func penalty(scale c: Double, noise: Double, dimension: Int, tasks: Int, samples: Int) -> Double {
    c * noise * (Double(dimension + tasks) / Double(samples)).squareRoot() / Double(tasks)
  }

  /// What is wrong with sizes that are fine one by one.
  static func problems(d: Int, r: Int, rankName: String = "r", tasks: (String, Int), samples: (String, Int))
    -> [ParameterProblem]
  {
    if r > d { return [.inconsistent(rankName, "\(r) is above the dimension d = \(d)")] }
    // Designs and Gram matrices of all tasks are kept.
    if Double(tasks.1) * Double(d) * Double(d + samples.1) > 3e8 {
      return [
        .inconsistent(
          tasks.0, "\(tasks.1) tasks with d = \(d) and \(samples.0) = \(samples.1) do not fit into memory: take fewer")
      ]
    }
    return []
  }
}
