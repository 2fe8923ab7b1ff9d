import Experiments

extension AcceleratedSGD {
  /// What the parameters that most experiments share mean, and how they are read.
  enum Help {
    static let design = "Inputs: gaussian, or onehot, a random basis vector."
    static let alpha = #"Step size $\alpha$ of the aggressive sequence $z$; 0 takes the rule's."#
    static let beta = #"Step size $\beta$ of the sequence $y$; 0 takes the rule's."#
    static let gamma = #"Step size $\gamma$ of plain SGD; 0 takes the rule's."#

    static func start(_ given: [Double], dimension: Int) -> [Double] {
      given.isEmpty ? [Double](repeating: 1, count: dimension) : given
    }

    static func problems(start: [Double], dimension: Int) -> [ParameterProblem] {
      if start.isEmpty || start.count == dimension { return [] }
      return [.inconsistent("x0", "has \(start.count) elements: must have d = \(dimension), or none for all ones")]
    }

    /// The part of the progress that is job `index` of `count` equal ones.
    static func part(_ index: Int, of count: Int) -> ClosedRange<Double> {
      Double(index) / Double(count)...Double(index + 1) / Double(count)
    }
  }
}
