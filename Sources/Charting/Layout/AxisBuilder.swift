import Graphics
import Tables
import Typography

/// Chooses ticks and labels for the length that an axis has.
struct AxisBuilder {
  let labels: LabelTypesetter

  /// - Parameter hasGrid: unless the author says otherwise.
  func axis(_ channel: Channel, _ scale: ResolvedScale, length: Double, hasGrid: Bool) -> AxisModel {
    var axis = AxisModel(
      channel: channel, ticks: [], title: scale.title, spec: scale.definition.axis, isDiscrete: scale.discrete != nil,
      hasGrid: scale.definition.axis.grid ?? hasGrid)
    switch scale.mapping {
    case .continuous(let continuous): fill(&axis, scale, continuous, length)
    case .discrete(let discrete): fill(&axis, scale, discrete, length)
    case .stepped: break
    }
    return axis
  }

  /// The axis opposite, if the author asks for one and the expression allows it.
  func also(_ channel: Channel, _ scale: ResolvedScale, length: Double) -> AxisModel? {
    guard let derived = scale.definition.axis.also, let continuous = scale.continuous, let values = DerivedAxis(derived, continuous) else { return nil }
    var axis = AxisModel(channel: channel, ticks: [], title: derived.title, spec: AxisSpec(), isDiscrete: false)
    let (low, high) = values.extent
    let perTick = channel == .x ? ChartStyle.pointsPerTickX : ChartStyle.pointsPerTickY
    var ticks = LinearTicks.values(low, high, target: max(3, min(9, Int((length / perTick).rounded()))))
    var texts: [ChartLabel]?
    if continuous.transform.isLog, low > 0 {
      let logarithmic = LogTicks(low, high, maximum: max(2, Int(length / (channel == .x ? 26 : 16))))
      ticks = logarithmic.major
      axis.minor = logarithmic.minor.map { oriented(values.position($0), channel) }
      texts = derived.format == nil ? ticks.map { logarithmic.isPlain ? text(AxisNumbers.plain($0)) : power($0) } : nil
    }
    if let format = derived.format.flatMap(NumberFormat.init)?.fitted(to: ticks) { texts = ticks.map { text(format.string($0)) } }
    if texts == nil {
      let numbers = AxisNumbers(ticks)
      if let power = numbers.commonPower { axis.title += (axis.title.isEmpty ? "" : " ") + "($\\times 10^{\(power)}$)" }
      texts = numbers.labels.map { text($0) }
    }
    axis.ticks = zip(ticks, texts ?? []).map { .init(place: oriented(values.position($0), channel), label: $1) }
    thin(&axis, length)
    return axis
  }

  private func oriented(_ place: Double, _ channel: Channel) -> Double { channel == .x ? place : 1 - place }

  // MARK: Numbers

  private func fill(_ axis: inout AxisModel, _ resolved: ResolvedScale, _ scale: ContinuousScale, _ length: Double) {
    let perTick = axis.channel == .x ? ChartStyle.pointsPerTickX : ChartStyle.pointsPerTickY
    var target = max(3, min(9, Int((length / perTick).rounded())))
    if length < 100 && axis.channel == .x { target = 3 }
    if let count = axis.spec.tickCount { target = max(1, count) }
    let (low, high) = (scale.extent.lowerBound, scale.extent.upperBound)
    var values: [Double]
    var chartLabels: [ChartLabel]
    if let given = axis.spec.values {
      values = given.compactMap { value in value.number ?? { if case .text(let text) = value { FrameColumn.number(text) } else { nil } }() }.filter { $0 >= low && $0 <= high }
      chartLabels = labelled(&axis, values, resolved)
    } else if scale.kind.isTime {
      values = TimeTicks.values(low, high, target: axis.channel == .x ? max(2, target) : target)
      chartLabels = labelled(&axis, values, resolved)
    } else if scale.transform.isLog {
      let room = axis.channel == .x ? max(2, Int(length / 26)) : max(2, Int(length / 16))
      let ticks = LogTicks(low, high, maximum: room)
      values = ticks.major
      axis.minor = ticks.minor.map { oriented(scale.position($0), axis.channel) }
      chartLabels = resolved.format == nil && !ticks.isPlain ? values.map(power) : labelled(&axis, values, resolved, isLog: true)
    } else if resolved.definition.bin != nil, let edges = binEdges(resolved, scale, target) {
      values = edges
      chartLabels = labelled(&axis, values, resolved)
    } else {
      values = LinearTicks.values(low, high, target: target, minimumStep: max(resolved.isInteger ? 1 : 0, axis.spec.tickMinStep ?? 0))
      if case .symlog = scale.transform { values = symmetricLog(low, high) }
      chartLabels = labelled(&axis, values, resolved)
    }
    axis.ticks = zip(values, chartLabels).map { .init(place: oriented(scale.position($0), axis.channel), label: $1) }
    let isBinned = resolved.definition.bin != nil
    if low < 0 && high > 0 && !axis.spec.isHidden && !scale.transform.isLog && !isBinned && !scale.kind.isTime { axis.zero = oriented(scale.position(0), axis.channel) }
    if axis.channel == .x, let angle = statedAngle(axis) {
      axis.angle = angle
      thinTurned(&axis, length)
    } else {
      thin(&axis, length)
    }
  }

  private func labelled(_ axis: inout AxisModel, _ values: [Double], _ resolved: ResolvedScale, isLog: Bool = false) -> [ChartLabel] {
    if resolved.timePattern != nil || resolved.labelExpression != nil { return values.map { text(resolved.label(.real($0))) } }
    if let format = resolved.format.flatMap(NumberFormat.init)?.fitted(to: values) { return values.map { text(format.string($0)) } }
    if isLog { return values.map { text(AxisNumbers.plain($0)) } }
    let numbers = AxisNumbers(values)
    if let power = numbers.commonPower {
      axis.title += (axis.title.isEmpty ? "" : " ") + "($\\times 10^{\(power)}$)"
    }
    return numbers.labels.map { text($0) }
  }

  private func text(_ string: String) -> ChartLabel { ChartLabel(labels.layout(string, style: ChartStyle.tick)) }

  private func power(_ value: Double) -> ChartLabel {
    let exponent = NumberFormat.exponent(of: value, digits: 3)
    let factor = value / NiceDomain.decimal(exponent)
    if abs(factor - 1) < 1e-9 { return ChartLabel(powerOfTen: exponent, style: ChartStyle.tick, labels: labels) }
    return ChartLabel(
      powerOfTen: exponent, prefix: NumberFormat.shortestRounded(factor, 3) + "·", style: ChartStyle.tick, labels: labels)
  }

  private func binEdges(_ resolved: ResolvedScale, _ scale: ContinuousScale, _ target: Int) -> [Double]? {
    guard let bin = resolved.definition.bin, !bin.isLogarithmic else { return nil }
    return LinearTicks.values(scale.extent.lowerBound, scale.extent.upperBound, target: target)
  }

  /// 0 and powers of ten to both sides.
  private func symmetricLog(_ low: Double, _ high: Double) -> [Double] {
    func decades(_ end: Double) -> [Double] {
      guard end > 1 else { return [] }
      return LogTicks(1, end, maximum: 4).major.filter { $0 >= 1 }
    }
    let values = decades(-low).map { -$0 }.reversed() + (low <= 0 && high >= 0 ? [0] : []) + decades(high)
    return values.count >= 2 ? values : LinearTicks.values(low, high, target: 5)
  }

  /// Leaves out labels evenly until none touch, then with air between them; ticks stay.
  private func thin(_ axis: inout AxisModel, _ length: Double) {
    guard axis.ticks.count > 1 else { return }
    for every in 1...axis.ticks.count {
      let leading = every == 1 ? -1.0 : 3
      let shown = axis.ticks.enumerated().filter { $0.offset % every == 0 }.map(\.element)
      let isClear = zip(shown, shown.dropFirst()).allSatisfy { a, b in
        guard let first = a.label, let second = b.label else { return true }
        let distance = abs(b.place - a.place) * length
        return axis.channel == .x ? distance >= (first.width + second.width) / 2 + 6 : distance >= (first.height + second.height) / 2 + leading
      }
      if isClear {
        for index in axis.ticks.indices where index % every != 0 { axis.ticks[index].label = nil }
        return
      }
    }
  }

  // MARK: Names

  private func fill(_ axis: inout AxisModel, _ resolved: ResolvedScale, _ scale: DiscreteScale, _ length: Double) {
    let step = scale.step * length
    let texts = scale.levels.map(resolved.label)
    let places = scale.levels.indices.map { scale.center($0) }
    var chartLabels = texts.map { text($0) }
    if axis.channel == .x {
      chartLabels = arranged(&axis, texts, chartLabels, step)
    } else {
      chartLabels = zip(texts, chartLabels).map { string, label in
        label.width <= 130 ? label : ChartLabel(labels.layout(string, style: ChartStyle.tick, wrappedTo: 130))
      }
    }
    axis.ticks = zip(places, chartLabels).map { .init(place: $0, label: $1) }
    let isNumeric = scale.levels.allSatisfy { $0.number != nil }
    if axis.angle == 0, isNumeric || axis.channel == .y { thin(&axis, length) }
    if axis.angle != 0 { thinTurned(&axis, length) }
    axis.skippedLabels = axis.ticks.filter { $0.label == nil }.count
  }

  /// Side by side if they fit, else wrapped at spaces, else turned by 45°.
  private func arranged(_ axis: inout AxisModel, _ texts: [String], _ flat: [ChartLabel], _ step: Double) -> [ChartLabel] {
    if let angle = statedAngle(axis) {
      axis.angle = angle
      return flat
    }
    if zip(flat, flat.dropFirst()).allSatisfy({ ($0.width + $1.width) / 2 + 4 <= step }) { return flat }
    if texts.allSatisfy({ Double($0) != nil }) { return flat }
    let wrapped = texts.map { ChartLabel(labels.layout($0, style: ChartStyle.tick, wrappedTo: step - 5)) }
    if wrapped.allSatisfy({ $0.width <= step - 4 && $0.height < 40 }) { return wrapped }
    axis.angle = -45
    return flat.enumerated().map { index, label in
      label.width <= 110 ? label : ChartLabel(labels.layout(texts[index], style: ChartStyle.tick, wrappedTo: 110))
    }
  }

  /// The angle that the author wants, −90…90; nil for none.
  private func statedAngle(_ axis: AxisModel) -> Double? {
    guard let stated = axis.spec.labelAngle else { return nil }
    let angle = stated.remainder(dividingBy: 180)
    return angle == 0 ? nil : angle
  }

  private func thinTurned(_ axis: inout AxisModel, _ length: Double) {
    guard axis.ticks.count > 1 else { return }
    let step = abs(axis.ticks[1].place - axis.ticks[0].place) * length
    let sine = max(0.2, abs(Rotation(degrees: axis.angle).sine))
    let need = (axis.ticks.compactMap { $0.label?.height }.max() ?? 8) / sine
    let every = max(1, Int((need / max(step, 0.1)).rounded(.up)))
    for index in axis.ticks.indices where index % every != 0 { axis.ticks[index].label = nil }
  }
}
