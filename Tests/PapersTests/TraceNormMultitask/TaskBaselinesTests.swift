import NumericalCore
import Testing

@testable import Papers

@Suite struct TaskBaselinesTests {
  /// The spectral form against ridge and least squares written out.
  @Test(arguments: [3, 6, 10]) func filtersAgreeWithTheirFormulas(samples: Int) throws {
    let (problem, truth) = TraceNorm.MultitaskProblem.random(d: 6, r: 2, tasks: 1, samples: samples)
    let (design, target, beta) = (problem.designs[0], problem.targets[0], truth.row(0))
    let spectrum = try TraceNorm.TaskSpectrum(design, target, truth: beta)
    var gram = Matrix.multiply(design, design, transposingRight: true)
    let minimumNorm = try SVD(design).leastSquares(target)
    #expect(abs(spectrum.minimumNormError / Vector.squaredDistance(minimumNorm, beta) - 1) < 1e-10)
    for i in 0..<samples { gram[i, i] += 0.7 }
    var ridge = [Double](repeating: 0, count: 6)
    design.multiplyTransposed(try Cholesky(gram).solve(target), into: &ridge)
    #expect(abs(spectrum.ridgeError(0.7) / Vector.squaredDistance(ridge, beta) - 1) < 1e-12)
  }

  @Test func withoutNoiseTheTrueSubspaceIsEnough() throws {
    let subspace = TraceNorm.SharedSubspace(
      dimension: 9, rank: 2, noise: 0, from: RandomSource(seed: 1, stream: "subspace"))
    let (problem, truth) = subspace.tasks(50, samples: 2, from: RandomSource(seed: 1, stream: "tasks"))
    let baselines = try TraceNorm.TaskBaselines(problem, truth: truth)
    #expect(try baselines.projectionError(subspace.basis) < 1e-16)
    // Two of nine directions are seen: the rest of the truth is not.
    #expect(abs(baselines.minimumNormError() - 7.0 / 9) < 0.1)
    // A prior that is the subspace, with next to no ridge, does the same as the projection.
    let prior = Matrix.multiply(subspace.basis, subspace.basis, transposingRight: true)
    #expect(try baselines.bestPriorError(prior, ridges: [1, 1e-14]) < 1e-10)
    #expect(try subspace.sine(to: subspace.basis) < 1e-14)
    #expect(abs(try subspace.sineOfComplement() - 1) < 1e-12)
  }

  @Test func tasksHaveUnitLengthAndShareTheirPrefix() throws {
    let (few, truth) = TraceNorm.MultitaskProblem.random(d: 7, r: 3, tasks: 4, samples: 2)
    let (many, longer) = TraceNorm.MultitaskProblem.random(d: 7, r: 3, tasks: 9, samples: 2)
    for task in 0..<4 {
      #expect(abs(Vector.norm(truth.row(task)) - 1) < 1e-14)
      #expect(truth.row(task) == longer.row(task) && few.designs[task] == many.designs[task])
    }
    #expect(try SVD(longer).rank(tolerance: 1e-10) == 3)
  }

  /// E y²xxᵀ = (‖β‖² + σ²)·I + 2ββᵀ: with very many samples the moments find the subspace.
  @Test func momentsFindTheSubspaceInTheEnd() throws {
    let subspace = TraceNorm.SharedSubspace(
      dimension: 5, rank: 2, noise: 0.5, from: RandomSource(seed: 2, stream: "subspace"))
    let (problem, _) = subspace.tasks(100, samples: 2000, from: RandomSource(seed: 2, stream: "tasks"))
    let estimate = try TraceNorm.TaskBaselines.momentSubspace(problem, rank: 2)
    #expect(try subspace.sine(to: estimate) < 0.05)
  }
}

extension TraceNorm.SharedSubspace {
  /// The sine to a subspace that is orthogonal to it.
  fileprivate func sineOfComplement() throws -> Double {
    let projector = Matrix.identity(basis.rows) - Matrix.multiply(basis, basis, transposingRight: true)
    return try sine(to: TraceNorm.leadingEigenvectors(projector, count: basis.columns))
  }
}
