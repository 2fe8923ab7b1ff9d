import NumericalCore
import Testing

@testable import Papers

@Suite struct CovariateShiftTests {
  private static let shifts: [Shift.CovariateShift] = [
    .init(kind: .none), .init(kind: .contract, contracted: 2, deviation: 0.5),
    .init(kind: .contract, contracted: 1, deviation: 0.8), .init(kind: .skew, shape: 3), .init(kind: .skew, shape: -1),
  ]

  /// E_p w = 1, E_p w² and E_p w·g = E_q g by Gauss–Hermite-like sums on a grid of the latent plane.
  @Test(arguments: shifts) func weightsAreTheDensity(_ shift: Shift.CovariateShift) {
    let grid = stride(from: -7.95, through: 7.95, by: 0.1).map { $0 }
    var (mass, square, second) = (0.0, 0.0, 0.0)
    for x in grid {
      let weights = shift.weights(latents: Matrix(grid.map { [x, $0] }))
      for (y, weight) in zip(grid, weights) {
        let density = 0.01 * Distributions.normalDensity(x) * Distributions.normalDensity(y)
        mass += density * weight
        square += density * weight * weight
        second += density * weight * x * x
      }
    }
    #expect(abs(mass - 1) < 1e-9)
    #expect(abs(square / shift.squaredWeightMean - 1) < 1e-9)
    #expect(abs(second - shift.secondMoments(dimension: 2)[0]) < 1e-9)
  }

  /// The drawn points follow q: their mean and second moment in the first coordinate.
  @Test(arguments: shifts) func drawsFollowTheTestLaw(_ shift: Shift.CovariateShift) {
    var source = RandomSource(seed: 11, stream: "test")
    let count = 200_000
    let latents = Matrix(rows: count, columns: 2, elements: source.normals(2 * count))
    let first = shift.shifted(latents, extra: source.normals(count)).column(0)
    let delta = shift.shape / (1 + shift.shape * shift.shape).squareRoot()
    let mean = shift.kind == .skew ? delta * (2 / Double.pi).squareRoot() : 0
    #expect(abs(Vector.sum(first) / Double(count) - mean) < 0.01)
    #expect(abs(Vector.squaredNorm(first) / Double(count) - shift.secondMoments(dimension: 1)[0]) < 0.015)
  }

  @Test func weightsInTheFarTail() {
    #expect(abs(Shift.CovariateShift.skewWeight(-10, shape: 1) / 1.5239706048321e-23 - 1) < 1e-12)
    let weights = Shift.CovariateShift(kind: .skew, shape: 100).weights(latents: Matrix([[-5], [5]]))
    #expect(weights == [1e-12, 2])
  }

  @Test func targetsHaveUnitVariance() {
    let law = Shift.PowerLawInputs(dimension: 40, decay: 1.5)
    let unit = law.targets(law.inputs(Matrix.identity(40)))
    #expect(abs(Vector.squaredNorm(unit) - 1) < 1e-14)
    #expect(abs(law.spectrum[3] - 0.125) < 1e-15)
  }

  /// A linear kernel is its own expansion; a cubic one is so up to the fluctuation of the quadratic and cubic terms.
  @Test func expansionOfTheLinearKernelIsExact() {
    var source = RandomSource(seed: 3, stream: "test")
    let inputs = Matrix(rows: 5, columns: 6, elements: source.normals(30))
    let linearised = Shift.LinearisedKernel(kernel: .linear, spectrum: [Double](repeating: 1, count: 6))
    let difference = Shift.InnerProductKernel.linear.matrix(inputs, inputs) - linearised.gram(inputs)
    #expect(Vector.maxNorm(difference.elements) < 1e-14)
    let cubic = Shift.LinearisedKernel(kernel: .poly3, spectrum: [1, 0.5])
    #expect(abs(cubic.diagonal - (1.75 * 1.75 * 1.75 - 1 - 2.25)) < 1e-14)
    #expect(abs(cubic.constant([2, 1]) - (1 + 6 * 2.5 / 8)) < 1e-14)
  }
}
