import NumericalCore
import Testing

@testable import Papers

@Suite struct GossipTests {
  static let graphs = [
    GossipGraph(.line, nodes: 2), GossipGraph(.line, nodes: 7), GossipGraph(.cycle, nodes: 5), GossipGraph(.grid, nodes: 9),
    GossipGraph(.complete, nodes: 6), GossipGraph(.star, nodes: 6),
  ]

  @Test func numbersOfEdges() {
    #expect(Self.graphs.map(\.edges.count) == [1, 6, 5, 12, 15, 5])
    for graph in Self.graphs {
      #expect(graph.edges.allSatisfy { $0.0 < $0.1 && $0.1 < graph.nodes })
      #expect(Set(graph.edges.map { $0.0 * graph.nodes + $0.1 }).count == graph.edges.count)
    }
  }

  @Test func laplacianIsSymmetricWithConstantKernel() {
    for graph in Self.graphs {
      let laplacian = graph.laplacian
      #expect(laplacian == laplacian.transposed())
      #expect((laplacian * [Double](repeating: 1, count: graph.nodes)).allSatisfy { abs($0) < 1e-15 })
      #expect(abs(laplacian.trace - 2) < 1e-14)
    }
  }

  @Test func fosterAndKnownSpectra() throws {
    for graph in Self.graphs {
      let spectrum = try GossipSpectrum(graph)
      #expect(abs(spectrum.foster - Double(graph.nodes - 1)) < 1e-8)
    }
    let line = try GossipSpectrum(GossipGraph(.line, nodes: 7))
    #expect(abs(line.resistance - 6) < 1e-12)
    #expect(abs(line.gap - (2 - 2 * 0.900968867902419126) / 6) < 1e-14)
    let complete = try GossipSpectrum(GossipGraph(.complete, nodes: 6))
    #expect(abs(complete.gap - 6.0 / 15) < 1e-14)
    #expect(abs(complete.theta - complete.gap / 2) < 1e-14)
    let star = try GossipSpectrum(GossipGraph(.star, nodes: 6))
    #expect(abs(star.gap - 0.2) < 1e-14)
  }

  private func start(_ nodes: Int) -> [Double] { (0..<nodes).map { ($0 == 0 ? 1 : 0) - 1 / Double(nodes) } }

  @Test func momentsDoNotDependOnTheStep() throws {
    for graph in Self.graphs {
      let spectrum = try GossipSpectrum(graph)
      for method in GossipMethod.allCases {
        var coarse = GossipMoments(graph, spectrum, method, start: start(graph.nodes))
        var fine = GossipMoments(graph, spectrum, method, start: start(graph.nodes), refinement: 8)
        for multiple in [0.5, 2, 4] {
          coarse.advance(to: multiple / spectrum.theta, check: {})
          fine.advance(to: multiple / spectrum.theta, check: {})
          #expect(abs(coarse.error / fine.error - 1) < 1e-3, "\(graph.kind) \(method)")
        }
      }
    }
  }

  @Test func simpleGossipOnTwoNodesIsExponential() throws {
    // One edge: the first activation equalises, so the error is that of a Poisson clock not having rung.
    let graph = GossipGraph(.line, nodes: 2)
    var moments = GossipMoments(graph, try GossipSpectrum(graph), .simple, start: [0.5, -0.5], refinement: 50)
    moments.advance(to: 3, check: {})
    #expect(abs(moments.error - 0.5 * Elementary.exp(-3)) < 1e-9)
  }

  @Test func completeGraphGainsNothing() throws {
    let graph = GossipGraph(.complete, nodes: 6)
    let spectrum = try GossipSpectrum(graph)
    var simple = GossipMoments(graph, spectrum, .simple, start: start(6))
    var accelerated = GossipMoments(graph, spectrum, .accelerated, start: start(6))
    simple.advance(to: 8 / spectrum.theta, check: {})
    accelerated.advance(to: 8 / spectrum.theta, check: {})
    #expect(abs(simple.error / accelerated.error - 1) < 1e-9)
  }

  @Test func activationsKeepTheMeanAndTheRunsFollowTheMoments() throws {
    for graph in Self.graphs {
      let spectrum = try GossipSpectrum(graph)
      for method in GossipMethod.allCases {
        var errors: [Double] = []
        for run in 0..<1500 {
          var walk = GossipWalk(
            graph, spectrum, method, start: start(graph.nodes), random: RandomSource(seed: 3, stream: "g").substream(run))
          let values = walk.values(at: 1 / spectrum.theta)
          #expect(abs(values.reduce(0, +)) < 1e-12)
          errors.append(Vector.squaredNorm(values))
        }
        var moments = GossipMoments(graph, spectrum, method, start: start(graph.nodes))
        moments.advance(to: 1 / spectrum.theta, check: {})
        #expect(abs(Statistics.mean(errors) - moments.error) < 6 * Statistics.standardError(errors))
      }
    }
  }

  @Test func lookingDoesNotChangeARun() throws {
    let graph = GossipGraph(.cycle, nodes: 8)
    let spectrum = try GossipSpectrum(graph)
    let random = RandomSource(seed: 8, stream: "g")
    var once = GossipWalk(graph, spectrum, .accelerated, start: start(8), random: random)
    var often = once
    for time in stride(from: 1.0, to: 40, by: 0.7) { _ = often.values(at: time) }
    #expect(once.values(at: 40) == often.values(at: 40))
  }
}
