import Tables

/// Fields that are rounded down to a unit of time.
extension UnitResolver {
  mutating func round(_ unit: TimeUnit, _ resolved: inout ResolvedChannel, _ channel: Channel, _ mark: MarkSpec, _ frame: inout DataFrame, _ name: String) {
    let key = "\(unit.name)\(unit.step > 1 ? "_step_\(unit.step)" : "")_\(name)"
    frame = TransformRunner().timed(frame, unit, name, [key, key + "_end"])
    resolved.column = key
    guard resolved.type == .temporal else { return }
    // From one unit to another a mark runs from start to start.
    let far: Channel? = channel == .x ? .x2 : channel == .y ? .y2 : nil
    if far.flatMap({ context.encoding[$0] })?.isEmpty == false || channel != channel.scaleChannel { return }
    let isBox = [.bar, .rect].contains(mark.type)
    guard isBox || resolved.definition.bandPosition != nil else { return }
    resolved.binEnd = key + "_end"
    if isBox, resolved.definition.bandPosition == 0 { center(unit, &resolved, &frame, key) }
  }

  /// A box around the start of its unit: from the middle of the one before to its own middle.
  private func center(_ unit: TimeUnit, _ resolved: inout ResolvedChannel, _ frame: inout DataFrame, _ key: String) {
    let (starts, ends) = (frame.column(key).numbers, frame.column(key + "_end").numbers)
    let middles = zip(starts, ends).map { ($0 + $1) / 2 }
    let before = starts.map { (unit.start(before: $0) + $0) / 2 }
    let names = ["\u{0}before_" + key, "\u{0}middle_" + key]
    frame = frame.setting([FrameColumn(names[0], before), FrameColumn(names[1], middles)])
    (resolved.column, resolved.binEnd) = (names[0], names[1])
    resolved.definition.bandPosition = nil
  }
}
