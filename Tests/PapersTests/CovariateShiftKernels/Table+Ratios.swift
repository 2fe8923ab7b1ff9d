import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

typealias Shift = CovariateShiftKernels

extension Table {
  /// The column with importance weights over that without, for rows that alternate in the given order.
  func ratios(_ name: String, where isWanted: (Int) -> Bool) -> [Double] {
    let rows = (0..<rowCount).filter(isWanted)
    let weighting = texts("weighting")
    let values = numbers(name)
    let plain = rows.filter { weighting[$0] == "none" }.map { values[$0] }
    return zip(rows.filter { weighting[$0] == "iw" }.map { values[$0] }, plain).map { $0 / $1 }
  }
}
