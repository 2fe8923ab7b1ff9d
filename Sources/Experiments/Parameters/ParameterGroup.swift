/// Parameters that several experiments have in common, declared once.
///
///     struct Flow: ParameterGroup {
///       @Parameter("Depth of the network.", range: .atLeast(1), default: 6) var depth: Int
///       @Parameter("Step of the flow.", range: .positive, default: 0.01) var step: Double
///     }
///
///     struct Convergence: Experiment {
///       var flow = Flow()
///       @Parameter("End time.", range: .positive, default: 20) var endTime: Double
///       …
///     }
///
/// In notebooks and on the command line the parameters of a group are those of the experiment itself, in its place
/// among the others: here `depth`, `step` and `end_time`. A name that comes twice is a programming error.
public protocol ParameterGroup: Decodable, Sendable {
  init()
}
