import NumericalCore
import Tables

/// A reader's own samples (x, y) on the circle.
struct CircleSample {
  struct Unusable: Error, CustomStringConvertible {
    let description: String
  }

  /// Least number of samples: below it there is nothing to hold out.
  private static let least = 10

  let x: [Double]
  let y: [Double]

  /// Reads a CSV file with the columns x, from 0 to 1, and y.
  init(csv bytes: [UInt8], path: String) throws {
    let (table, diagnostics) = CSV.read(bytes, path: path)
    if let first = diagnostics.first { throw Unusable(description: "data file '\(path)': \(first.message)") }
    guard let x = table["x"]?.numbers, let y = table["y"]?.numbers else {
      throw Unusable(description: "data file '\(path)' must have the columns x and y")
    }
    if x.count < Self.least { throw Unusable(description: "data file '\(path)' has \(x.count) rows: needs at least 10") }
    if let row = x.indices.first(where: { !(x[$0] >= 0 && x[$0] <= 1) || !y[$0].isFinite }) {
      throw Unusable(description: "data file '\(path)', row \(row + 1): x must lie in [0, 1] and y be a number")
    }
    (self.x, self.y) = (x, y)
  }

  var trainingCount: Int { x.count - x.count / 5 }

  /// The rows in a random order: the first four fifths to learn from, the rest to measure the risk; y less its mean over
  /// the former, as the kernel has no constant.
  func split(_ random: inout RandomSource) -> (x: [Double], y: [Double]) {
    let order = random.permutation(of: x.count)
    let mean = Statistics.mean(order[..<trainingCount].map { y[$0] })
    return (order.map { x[$0] }, order.map { y[$0] - mean })
  }
}
