/// The size of a plot as its specification states it, before the page has its say: lengths in points that a specification gives
/// are meant for it.
struct NominalSize {
  var width: Double
  var height: Double

  init(_ panel: PanelData, scales: [Int: ResolvedScale]) {
    width = Self.length(panel, .x, panel.width, scales)
    height = Self.length(panel, .y, panel.height, scales)
  }

  /// Of an axis of numbers, in points.
  static func continuous(_ channel: Channel, _ panel: PanelData) -> Double {
    channel == .y ? continuous(panel.height, panel.configuration.height) : continuous(panel.width, panel.configuration.width)
  }

  static func continuous(_ size: ViewSpec.Size?, _ standard: Double) -> Double {
    switch size {
    case .points(let length): length
    case .full: 456
    case .half: ChartStyle.halfWidth
    case .third: ChartStyle.thirdWidth
    case .step, .positionStep, nil: standard
    }
  }

  private static func length(_ panel: PanelData, _ channel: Channel, _ size: ViewSpec.Size?, _ scales: [Int: ResolvedScale]) -> Double {
    let configuration = panel.configuration
    let uses = panel.layers.filter { !($0.encoding[channel]?.isEmpty ?? true) }
    let scale = uses.lazy.compactMap { $0.scaleIDs[channel].flatMap { scales[$0] } }.first
    let standard = channel == .x ? configuration.width : configuration.height
    var step = configuration.step
    var isWhole = false
    switch size {
    case .step(let given)?: step = given
    case .positionStep(let given)?: (step, isWhole) = (given, true)
    default: break
    }
    switch size {
    case nil, .step, .positionStep:
      guard let scale else { return step }
      guard let discrete = scale.discrete else { return standard }
      if size == nil, let whole = channel == .x ? configuration.discreteWidth : configuration.discreteHeight { return whole }
      let offsets = uses.lazy.compactMap { $0.scaleIDs[channel == .x ? .xOffset : .yOffset].flatMap { scales[$0] }?.discrete }.first
      if let offsets, discrete.kind == .band, !isWhole {
        step = step / offsets.share / (1 - discrete.paddingInner)
      }
      return step / discrete.share
    default: return continuous(size, standard)
    }
  }
}
