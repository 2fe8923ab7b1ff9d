import NumericalCore
import Testing

@testable import Papers

@Suite struct TraceNormSolverTests {
  private let exact = TraceNorm.TraceNormSolver(tolerance: 1e-12, maxIterations: 20_000)

  /// With X_t = √d·I the loss is ‖M − A‖²/(2T), A_t = y_t/√d, so that one thresholding solves the problem.
  @Test(arguments: [1e-7, 0.02, 0.2]) func orthogonalDesignsNeedOneThresholding(penalty: Double) throws {
    let (d, tasks) = (4, 7)
    var source = RandomSource(seed: 4, stream: "test")
    let design = 2 * Matrix.identity(d)
    let targets = (0..<tasks).map { _ in source.normals(d) }
    let loss = try TraceNorm.MultitaskLoss(
      .init(designs: [Matrix](repeating: design, count: tasks), targets: targets))
    #expect(abs(loss.lipschitz - 1 / Double(tasks)) < 1e-14)
    let estimate = try exact.minimise(loss, penalty: penalty)
    let expected = try SVD(Matrix(targets.map { $0.map { $0 / 2 } })).map { max(0, $0 - penalty * Double(tasks)) }
    #expect((estimate.coefficients - expected).frobeniusNorm < 1e-12)
  }

  /// One task: the norm is that of a vector, and the estimate is a ridge estimate with ridge λ/‖β̂‖.
  @Test func aSingleTaskIsARidgeProblem() throws {
    let (problem, _) = TraceNorm.MultitaskProblem.random(d: 5, r: 2, tasks: 1, samples: 4)
    let loss = try TraceNorm.MultitaskLoss(problem)
    let estimate = try exact.minimise(loss, penalty: 0.05)
    let norm = estimate.coefficients.frobeniusNorm
    #expect(abs(estimate.nuclearNorm - norm) < 1e-12)
    var system = loss.gram(0)
    for j in 0..<5 { system[j, j] += 0.05 / norm }
    let ridge = try Cholesky(system).solve(loss.moments.row(0))
    #expect(Vector.squaredDistance(ridge, estimate.coefficients.row(0)).squareRoot() < 1e-9)
  }

  @Test func withoutAPenaltyEachTaskIsLeastSquares() throws {
    let (problem, _) = TraceNorm.MultitaskProblem.random(d: 3, r: 2, tasks: 4, samples: 30)
    let estimate = try exact.minimise(TraceNorm.MultitaskLoss(problem), penalty: 1e-12)
    for task in 0..<4 {
      let fit = try QR(problem.designs[task]).leastSquares(problem.targets[task])
      #expect(Vector.squaredDistance(fit, estimate.coefficients.row(task)).squareRoot() < 1e-8)
    }
  }

  @Test func rotationsOfTheInputsRotateTheEstimate() throws {
    let (problem, _) = TraceNorm.MultitaskProblem.random(d: 6, r: 2, tasks: 9, samples: 4)
    var source = RandomSource(seed: 9, stream: "rotation")
    let rotation = QR(Matrix(rows: 6, columns: 6, elements: source.normals(36))).orthonormal
    let turned = TraceNorm.MultitaskProblem(
      designs: problem.designs.map { Matrix.multiply($0, rotation, transposingRight: true) }, targets: problem.targets)
    let a = try exact.minimise(TraceNorm.MultitaskLoss(problem), penalty: 0.03)
    let b = try exact.minimise(TraceNorm.MultitaskLoss(turned), penalty: 0.03)
    let difference = Matrix.multiply(a.coefficients, rotation, transposingRight: true) - b.coefficients
    #expect(difference.frobeniusNorm < 1e-8 && a.rank == b.rank)
  }

  @Test(arguments: [(6, 40, 4), (30, 5, 4), (70, 6, 3)])
  func theEstimateIsOptimal(_ size: (d: Int, tasks: Int, m: Int)) throws {
    let (problem, _) = TraceNorm.MultitaskProblem.random(d: size.d, r: 2, tasks: size.tasks, samples: size.m)
    let loss = try TraceNorm.MultitaskLoss(problem)
    let largest = try loss.largestPenalty()
    for factor in [0.5, 0.1, 0.01] {
      let estimate = try exact.minimise(loss, penalty: factor * largest)
      let optimality = try estimate.optimality(loss)
      #expect(optimality.operator < 1e-6 && optimality.inner < 1e-6)
    }
    let zero = Matrix(rows: size.tasks, columns: size.d)
    #expect(try exact.minimise(loss, penalty: 1.0001 * largest).coefficients == zero)
    #expect(try exact.minimise(loss, penalty: 0.999 * largest).rank >= 1)
  }

  /// Momentum, no momentum and the factorised problem meet; no step of ISTA, and no sweep, raises the objective.
  @Test func threeSolversMeet() throws {
    let (problem, _) = TraceNorm.MultitaskProblem.random(d: 6, r: 2, tasks: 20, samples: 4)
    let loss = try TraceNorm.MultitaskLoss(problem)
    let fast = try exact.minimise(loss, penalty: 0.03)
    var objectives: [Double] = []
    let slow = try TraceNorm.TraceNormSolver(isAccelerated: false, tolerance: 1e-12, maxIterations: 20_000)
      .minimise(loss, penalty: 0.03) { objectives.append($1) }
    #expect(objectives.count == slow.iterations + 1 && objectives[0] == loss.lossAtZero)
    #expect(zip(objectives, objectives.dropFirst()).allSatisfy { $1 <= $0 * (1 + 1e-14) })
    #expect((fast.coefficients - slow.coefficients).frobeniusNorm < 1e-7 && fast.iterations < slow.iterations)
    var source = RandomSource(seed: 3, stream: "factors")
    var factors = TraceNorm.BurerMonteiro(
      loss, penalty: 0.03, start: Matrix(rows: 6, columns: 6, elements: source.normals(36)))
    var last = Double.infinity
    for _ in 0..<300 {
      try factors.sweep()
      #expect(factors.objective <= last * (1 + 1e-14))
      last = factors.objective
    }
    #expect(abs(last / fast.objective - 1) < 1e-8)
    let product = Matrix.multiply(factors.right, factors.left, transposingRight: true)
    #expect((product - fast.coefficients).frobeniusNorm < 1e-3)
  }
}
