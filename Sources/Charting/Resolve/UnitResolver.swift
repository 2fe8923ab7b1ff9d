import Diagnostics
import Tables

/// Resolves one mark: binds its channels, cuts bins, opens composite marks, aggregates and stacks.
struct UnitResolver {
  let context: BuildContext
  let range: SourceRange
  var diagnostics: [Diagnostic] = []
  var notes: [String] = []
  private var temporaries = 0

  init(context: BuildContext, range: SourceRange) {
    self.context = context
    self.range = range
  }

  mutating func resolve(_ mark: MarkSpec, firstIndex: Int) -> [LayerData] {
    var frame = context.frame ?? DataFrame([], rowCount: 1)
    if mark.type == .slope || mark.type == .function { frame = DataFrame([], rowCount: 1) }
    guard let encoding = bound(mark, &frame) else { return [] }
    // Constants alone make one mark, however many rows the inherited table has.
    let readsRows = encoding.values.contains { $0.contains { $0.column != nil || !$0.definition.conditions.isEmpty } }
    if !readsRows && frame.rowCount > 1 { frame = frame.selecting([0]) }
    let parts = CompositeMarks.expand(mark, encoding, frame, kinds: context.positionKinds)
    diagnostics += parts.diagnostics
    notes += parts.notes
    return parts.layers.enumerated().map { offset, part in
      var layer = part
      layer.index = firstIndex + offset
      layer.scaleIDs = context.scaleIDs
      aggregate(&layer)
      layer.orientation = Orientation.of(layer.mark, layer.encoding)
      Stacking.apply(&layer)
      evaluateConditions(&layer)
      return layer
    }
  }

  // MARK: Binding

  private mutating func bound(_ mark: MarkSpec, _ frame: inout DataFrame) -> ResolvedEncoding? {
    var result: ResolvedEncoding = [:]
    let isReference = mark.type == .slope || mark.type == .function
    for channel in Channel.allCases where !channel.isFacet {
      for definition in context.encoding[channel] ?? [] {
        if isReference && !(channel == .x || channel == .y) { continue }
        guard let resolved = bound(definition, channel, &frame, isReference: isReference) else { continue }
        result[channel, default: []].append(resolved)
      }
    }
    return diagnostics.contains { $0.severity == .error } ? nil : result
  }

  private mutating func bound(
    _ definition: ChannelDefinition, _ channel: Channel, _ frame: inout DataFrame, isReference: Bool
  ) -> ResolvedChannel? {
    let title = definition.axis.title.text ?? definition.legend.title.text ?? definition.title.text
    var resolved = ResolvedChannel(definition: definition, type: definition.type ?? .quantitative, title: title ?? "")
    switch definition.source {
    case .value(let value):
      resolved.visual = value
    case .datum(let value):
      resolved.datum = value
      if definition.type == nil, value.number == nil || channel.isColor { resolved.type = .nominal }
    case .none:
      resolved.aggregate = definition.aggregate
      if definition.aggregate == .count { resolved.column = "\u{0}count"; resolved.title = title ?? "Count" }
    case .field(let name):
      if isReference { resolved.title = title ?? name; return resolved }
      guard let column = frame[name] else {
        diagnostics.append(ChartingDiagnostics.unknownColumn(name, known: frame.columnNames, at: definition.range))
        return nil
      }
      resolved.column = name
      resolved.aggregate = definition.aggregate
      resolved.title = title ?? Self.defaultTitle(name, definition.aggregate)
      resolved.type = definition.type ?? (definition.aggregate != nil || definition.bin != nil ? .quantitative : column.fieldType)
      if definition.type == .quantitative, column.isText, definition.aggregate == nil, column.numbers.allSatisfy(\.isNaN), column.count > 0 {
        diagnostics.append(ChartingDiagnostics.unsuitable("column '\(name)' holds text, but the channel '\(channel.rawValue)' takes numbers", at: definition.range))
        return nil
      }
      if let bin = definition.bin, !bin.isBinned { cut(bin, &resolved, channel, &frame, name) }
    }
    return resolved
  }

  private static func defaultTitle(_ field: String, _ aggregate: AggregateOperation?) -> String {
    switch aggregate {
    case nil: field
    case .count: "Count"
    case .mean, .average: "Mean of \(field)"
    case .geomean: "Geometric mean of \(field)"
    case .stdev: "Standard deviation of \(field)"
    case .stderr: "Standard error of \(field)"
    case .distinct: "Distinct values of \(field)"
    case .ci0, .ci1: "95 % interval of \(field)"
    case .q1: "Lower quartile of \(field)"
    case .q3: "Upper quartile of \(field)"
    case .some(let operation): operation.rawValue.prefix(1).uppercased() + operation.rawValue.dropFirst() + " of \(field)"
    }
  }

  private mutating func cut(_ bin: BinSpec, _ resolved: inout ResolvedChannel, _ channel: Channel, _ frame: inout DataFrame, _ name: String) {
    let all = (context.whole ?? frame).column(name).numbers
    let binning = Binning(bin, values: all, defaultMaxBins: channel.isPosition ? 10 : 6)
    let names = ["bin_\(name)", "bin_\(name)_end"]
    frame = frame.setting(binning.columns(frame.column(name).numbers, names: names))
    resolved.binning = binning
    resolved.column = names[0]
    resolved.binEnd = names[1]
    if bin.isLogarithmic, resolved.definition.scale?.kind == nil {
      var scale = resolved.definition.scale ?? ScaleSpec()
      scale.kind = .log
      resolved.definition.scale = scale
    }
  }

  // MARK: Aggregation

  private mutating func aggregate(_ layer: inout LayerData) {
    let all = layer.encoding.flatMap { channel, list in list.map { (channel, $0) } }
    guard all.contains(where: { $0.1.aggregate != nil }) else { return }
    var groupby: [String] = []
    var outputs: [TransformSpec.Output] = []
    for channel in Channel.allCases {
      guard var list = layer.encoding[channel] else { continue }
      for index in list.indices {
        if let operation = list[index].aggregate {
          let field = list[index].definition.field
          let name = "\(operation.rawValue)_\(field ?? "")"
          if !outputs.contains(where: { $0.name == name }) { outputs.append(.init(operation: operation, field: field, name: name)) }
          list[index].column = name
        } else {
          for column in [list[index].column, list[index].binEnd].compactMap({ $0 }) where !groupby.contains(column) { groupby.append(column) }
        }
      }
      layer.encoding[channel] = list
    }
    layer.source = layer.frame
    layer.frame = Aggregation.aggregate(layer.frame, outputs, groupby: groupby)
  }

  // MARK: Conditions

  private mutating func evaluateConditions(_ layer: inout LayerData) {
    for (channel, list) in layer.encoding.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for (index, resolved) in list.enumerated() {
        for condition in resolved.definition.conditions {
          var runner = TransformRunner()
          let vector = runner.vector(condition.test, layer.frame)
          diagnostics += runner.diagnostics
          guard let vector else { continue }
          temporaries += 1
          let name = "\u{0}test\(temporaries)"
          let truths = (0..<layer.frame.rowCount).map { vector.truth($0) ? 1.0 : 0 }
          layer.frame = layer.frame.setting([FrameColumn(name, truths, .boolean)])
          layer.encoding[channel]?[index].conditions.append((name, condition.value))
        }
      }
    }
  }
}
