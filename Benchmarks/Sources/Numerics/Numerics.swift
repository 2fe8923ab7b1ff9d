import Glibc

/// `numerics NAME…` times these cases, all without a name; `--serve` reads names from standard input and times one run
/// for each line; `--memory` prints the memory held by a long training.
@main
struct Numerics {
  static var benchmarks: [Benchmark] {
    [Descent.benchmark, Gossip.benchmark, Normals.benchmark] + MatrixProducts.benchmarks + Factorisations.benchmarks
      + Elementwise.benchmarks + Training.benchmarks + Attacks.benchmarks + [GradientAlignment.benchmark]
      + Derivatives.benchmarks
  }

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    var session = Session(benchmarks)
    func report(_ name: String, repeats: Int) throws {
      print(try session.run(name, repeats: repeats))
      fflush(nil)
    }
    switch arguments.first {
    case "--serve":
      while let name = readLine() { try report(name, repeats: 1) }
    case "--memory": LongTraining.report()
    default:
      for name in arguments.isEmpty ? benchmarks.map(\.name) : Array(arguments) { try report(name, repeats: 5) }
    }
  }
}
