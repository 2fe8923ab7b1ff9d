import Experiments

extension SobolevInverseProblems {
  /// Cases (t, alpha, r) given as three lists of the same length.
  struct SobolevCases {
    var t: [Double]
    var alpha: [Double]
    var r: [Double]

    /// Lists that do not pair up.
    var problems: [ParameterProblem] {
      let lists = [("alpha", alpha.count), ("r", r.count)]
      return lists.filter { $0.1 != t.count }.map { name, count in
        .inconsistent(name, "has \(count) elements, t has \(t.count): they are paired case by case")
      }
    }

    /// Every case with every prior.
    func orders(_ sMinusT: [Double]) -> [SobolevOrders] {
      t.indices.flatMap { index in
        sMinusT.map { SobolevOrders(t: t[index], s: t[index] + $0, alpha: alpha[index], r: r[index]) }
      }
    }
  }
}
