import Testing

@testable import NumericalCore

@Suite struct EigenTests {
  @Test(arguments: [1, 2, 3, 6, 25]) func generalEigenpairs(size: Int) throws {
    let a = RandomMatrices.normal(size, size, size + 40)
    let eigen = try GeneralEigen(a)
    for (j, value) in eigen.values.enumerated() {
      let (re, im) = (eigen.realVectors.column(j), eigen.imaginaryVectors.column(j))
      let (are, aim) = (a * re, a * im)
      for i in 0..<size {
        #expect(agree(are[i], value.real * re[i] - value.imaginary * im[i], absolute: 1e-12))
        #expect(agree(aim[i], value.real * im[i] + value.imaginary * re[i], absolute: 1e-12))
      }
      #expect(agree(Vector.squaredNorm(re) + Vector.squaredNorm(im), 1, relative: 1e-12))
    }
    let trace = eigen.values.reduce(Complex(0), +)
    #expect(agree(trace.real, a.trace, absolute: 1e-12) && abs(trace.imaginary) < 1e-12)
    let alone = try GeneralEigen.values(of: a)
    for (x, y) in zip(alone, eigen.values) { #expect((x - y).magnitude < 1e-11) }
    #expect(eigen.spectralRadius == eigen.values.map(\.magnitude).max())
  }

  @Test func rotationsHaveComplexEigenvalues() throws {
    let eigen = try GeneralEigen(Matrix([[0, -2], [2, 0]]))
    for (value, sign) in zip(eigen.values, [1.0, -1]) { #expect((value - Complex(0, 2 * sign)).magnitude < 1e-14) }
    #expect(try GeneralEigen.spectralRadius(of: Matrix([[0.5, 10], [0, -0.75]])) == 0.75)
    #expect(throws: LinearAlgebraError.noConvergence) { try GeneralEigen(Matrix([[.infinity]])) }
    #expect(try GeneralEigen(Matrix(rows: 0, columns: 0)).spectralRadius == 0)
  }

  @Test func complexNumbers() {
    #expect(Complex(3, 4).magnitude == 5 && agree(Complex(3e200, -4e200).magnitude, 5e200, relative: 1e-15))
    #expect(Complex(1, 2) * Complex(3, -1) == Complex(5, 5) && Complex(1, 2).conjugate == Complex(1, -2))
    #expect(Complex(1, -2).description == "1.0 − 2.0i")
  }

  @Test(arguments: [1, 4, 20]) func generalizedEigenpairs(size: Int) throws {
    let (a, b) = (RandomMatrices.symmetric(size, 1), RandomMatrices.positive(size, 2))
    let eigen = try GeneralizedSymmetricEigen(a, metric: b)
    let scale = Matrix.diagonal(eigen.values)
    #expect(distance(a * eigen.vectors, b * eigen.vectors * scale) < 1e-9)
    #expect(distance(Matrix.multiply(eigen.vectors, b * eigen.vectors, transposingLeft: true), .identity(size)) < 1e-10)
    #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 0)) {
      try GeneralizedSymmetricEigen(a, metric: (-1) * b)
    }
  }

  @Test func singularValuesAlone() throws {
    for (rows, columns) in [(1, 1), (8, 3), (3, 8), (60, 60)] {
      let a = RandomMatrices.normal(rows, columns, 5)
      let values = try SVD.values(of: a)
      #expect(distance(values, try SVD(a).values) < 1e-12)
      #expect(try a.spectralNorm() == values[0])
    }
    #expect(try Matrix(rows: 0, columns: 3).spectralNorm() == 0)
  }

  @Test func finiteness() {
    for bad in [Double.nan, .infinity, -.infinity] {
      for index in 0..<9 {
        var a = Matrix(rows: 3, columns: 3, repeating: 1e308)
        #expect(a.isFinite)
        a.elements[index] = bad
        #expect(!a.isFinite)
      }
    }
  }
}
