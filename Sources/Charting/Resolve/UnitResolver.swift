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
    if Self.isReference(mark, context) { frame = DataFrame([], rowCount: 1) }
    guard let encoding = bound(mark, &frame) else { return [] }
    // Constants alone are drawn once, however many rows the table has.
    let readsRows = encoding.values.contains { $0.contains { $0.column != nil || $0.visualColumn != nil || !$0.definition.conditions.isEmpty } }
    let multiplicity = readsRows || mark.graph != nil || mark.images != nil ? 1 : max(1, frame.rowCount)
    if multiplicity > 1 { frame = frame.selecting([0]) }
    fillMissing(encoding, &frame)
    let parts = CompositeMarks.expand(configured(mark), encoding, frame, kinds: context.positionKinds, edges: context.edges)
    diagnostics += parts.diagnostics
    notes += parts.notes
    return parts.layers.enumerated().map { offset, part in
      var layer = part
      layer.index = firstIndex + offset
      layer.scaleIDs = context.scaleIDs
      layer.configuration = context.configuration
      layer.multiplicity = multiplicity
      layer.ownsRows = mark.type == .slope && context.hasOwnRows
      aggregate(&layer)
      layer.orientation = Orientation.of(layer.mark, layer.encoding)
      Stacking.apply(&layer)
      InvalidRows.drop(&layer)
      evaluateConditions(&layer)
      return layer
    }
  }

  /// A reference without rows: of its fields only the axes count.
  private static func isReference(_ mark: MarkSpec, _ context: BuildContext) -> Bool {
    mark.type == .function || mark.type == .slope && !context.hasOwnRows
  }

  /// The mark with what `config` says about its kind.
  private func configured(_ mark: MarkSpec) -> MarkSpec {
    var result = mark
    let configuration = context.configuration
    result.invalid = mark.invalid ?? configuration.invalid
    if mark.type == .boxplot && mark.extent == nil && mark.extentFactor == nil {
      result.extentFactor = configuration.boxExtent
      if configuration.isBoxExtentMinMax { result.extent = "min-max" }
    }
    if mark.extent == nil, let extent = configuration.errorExtent[mark.type] { result.extent = extent }
    return result
  }

  // MARK: Binding

  private mutating func bound(_ mark: MarkSpec, _ frame: inout DataFrame) -> ResolvedEncoding? {
    var result: ResolvedEncoding = [:]
    let isReference = Self.isReference(mark, context)
    var definitions = context.encoding
    for (name, source) in mark.expressions {
      guard let channel = Channel(rawValue: name), definitions[channel]?.isEmpty ?? true else { continue }
      var definition = ChannelDefinition(range: source.range)
      definition.source = .expression(source)
      definitions[channel] = [definition]
    }
    let isComposite = [.boxplot, .errorbar, .errorband].contains(mark.type)
    let isSummary = !isComposite && mark.band == nil && definitions.values.contains { $0.contains { $0.aggregate != nil } }
    for channel in Channel.allCases where !channel.isFacet {
      if channel.isInert {
        let remarks = isSummary ? definitions[channel] ?? [] : []
        result[channel] = remarks.filter { $0.field.map { frame[$0] != nil } ?? false }.compactMap {
          bound($0, channel, mark, &frame, isReference: isReference)
        }
        continue
      }
      if (channel == .x2 || channel == .y2) && !Self.hasExtent(mark.type, definitions[channel.scaleChannel]?.first) { continue }
      for definition in definitions[channel] ?? [] {
        if (mark.type == .slope || mark.type == .function) && !(channel == .x || channel == .y) { continue }
        guard let resolved = bound(definition, channel, mark, &frame, isReference: isReference) else { continue }
        result[channel, default: []].append(resolved)
      }
    }
    return diagnostics.contains { $0.severity == .error } ? nil : result
  }

  /// Marks at one place have no second one, except in the middle of a bin that the table holds.
  private static func hasExtent(_ type: MarkType, _ definition: ChannelDefinition?) -> Bool {
    switch type {
    case .point, .circle, .square, .line, .trail, .tick: definition?.bin?.isBinned ?? false
    case .text: false
    default: true
    }
  }

  private mutating func bound(
    _ definition: ChannelDefinition, _ channel: Channel, _ mark: MarkSpec, _ frame: inout DataFrame, isReference: Bool
  ) -> ResolvedChannel? {
    let title = definition.axis.title.text ?? definition.legend.title.text ?? definition.title.text
    var resolved = ResolvedChannel(definition: definition, type: definition.type ?? .quantitative, title: title ?? "")
    switch definition.source {
    case .value(let value):
      resolved.visual = value
    case .expression(let source):
      guard !isReference else { return nil }
      temporaries += 1
      let name = "\u{0}value\(temporaries)"
      guard let vector = vector(source, frame) else { return nil }
      frame = frame.setting([FrameColumn(name, vector, count: frame.rowCount)])
      resolved.visualColumn = name
    case .datum(let value): bindDatum(value, definition, channel, &resolved)
    case .none:
      resolved.aggregate = definition.aggregate
      if definition.aggregate == .count { resolved.column = "\u{0}count"; resolved.title = title ?? "Count" } else { resolved.visual = nil }
    case .field(let name):
      if isReference { resolved.title = title ?? name; return resolved }
      return bindField(name, definition, channel, mark, &frame, resolved, title)
    }
    return resolved
  }

  private func bindDatum(_ value: Value, _ definition: ChannelDefinition, _ channel: Channel, _ resolved: inout ResolvedChannel) {
    resolved.datum = value
    if definition.type == .temporal || definition.type == nil && context.temporalChannels.contains(channel.scaleChannel) {
      resolved.type = .temporal
      if case .text(let text) = value { resolved.datum = .real(DateText.parse(text)) }
      if let unit = definition.timeUnit ?? context.timeUnits[channel.scaleChannel], let instant = resolved.datum?.number { resolved.datum = .real(unit.floor(instant)) }
    } else if definition.type == nil, value.number == nil || channel.isColor || channel == .shape || channel == .strokeDash {
      resolved.type = .nominal
    } else if definition.type == nil, let type = context.discreteTypes[channel.scaleChannel] {
      resolved.type = type
    }
  }

  private mutating func bindField(
    _ name: String, _ definition: ChannelDefinition, _ channel: Channel, _ mark: MarkSpec, _ frame: inout DataFrame, _ start: ResolvedChannel, _ title: String?
  ) -> ResolvedChannel? {
    var resolved = start
    if frame[name] == nil { pick(name, &frame) }
    guard var column = frame[name] else {
      diagnostics.append(ChartingDiagnostics.unknownColumn(name, known: frame.columnNames, at: definition.range))
      return nil
    }
    if case .field(let other?, _, _)? = definition.sort, frame[other] == nil, other != "*" {
      diagnostics.append(ChartingDiagnostics.unknownColumn(other, known: frame.columnNames, at: definition.range))
      return nil
    }
    resolved.column = name
    resolved.aggregate = definition.aggregate
    resolved.title = title ?? Self.defaultTitle(name, definition.aggregate)
    resolved.type = Self.type(definition, channel, column, isLiteral: context.configuration.isLiteral)
    if context.configuration.isLiteral, definition.type == nil, channel == .x2 || channel == .y2, let first = context.encoding[channel.scaleChannel]?.first {
      // The far end of a mark is of the type of the near one.
      let near = first.field.flatMap { frame[$0] } ?? column
      resolved.type = first.aggregate != nil || first.bin != nil ? .quantitative : Self.type(first, channel.scaleChannel, near, isLiteral: true)
    }
    if resolved.type == .temporal, !column.isText, context.isDelimited, column.isInteger {
      column = Self.years(column)
      frame = frame.setting([column])
    }
    if definition.type == nil, channel != channel.scaleChannel, context.encoding[channel.scaleChannel]?.first?.type == .temporal { resolved.type = .temporal }
    if resolved.type == .temporal || definition.timeUnit != nil, column.isText {
      column = FrameColumn(name, column.instants)
      if !column.hasValues, column.count > 0 {
        diagnostics.append(ChartingDiagnostics.unsuitable("column '\(name)' holds no dates, but the channel '\(channel.rawValue)' takes dates", at: definition.range))
        return nil
      }
      frame = frame.setting([column])
    }
    if let aggregate = definition.aggregate {
      for field in [name, definition.aggregateArgument].compactMap({ $0 }) {
        guard let summed = frame[field] else {
          diagnostics.append(ChartingDiagnostics.unknownColumn(field, known: frame.columnNames, at: definition.range))
          return nil
        }
        if Aggregation.isImpossible(aggregate, summed) {
          diagnostics.append(ChartingDiagnostics.textSummary(aggregate.rawValue, field, at: definition.range))
          return nil
        }
      }
    } else if resolved.type == .quantitative, column.isText, column.numbers.allSatisfy(\.isNaN), column.hasValues {
      diagnostics.append(ChartingDiagnostics.unsuitable("column '\(name)' holds text, but the channel '\(channel.rawValue)' takes numbers", at: definition.range))
      return nil
    }
    if context.configuration.isLiteral, resolved.type == .quantitative, definition.aggregate == nil, definition.bin == nil, column.isText {
      resolved.column = emptyAsZero(column, &frame)
    }
    if let unit = definition.timeUnit { round(unit, &resolved, channel, mark, &frame, name) }
    if let bin = definition.bin, !bin.isBinned { cut(bin, &resolved, channel, &frame, name) }
    return resolved
  }

  /// The column with 0 where a text is empty, as JavaScript reads it; under another name, since texts may be shown beside.
  private func emptyAsZero(_ column: FrameColumn, _ frame: inout DataFrame) -> String {
    let numbers = column.numbers
    let name = "\u{0}number_\(column.name)"
    frame = frame.setting([FrameColumn(name, (0..<column.count).map { column[$0] == .text("") ? 0 : numbers[$0] })])
    return name
  }

  /// `list.2`: an element of the lists of a column.
  private func pick(_ name: String, _ frame: inout DataFrame) {
    guard let dot = name.lastIndex(of: "."), let place = Int(name[name.index(after: dot)...]), let column = frame[String(name[..<dot])], column.isText else { return }
    let values = (0..<frame.rowCount).map { row -> Value in
      guard case .text(let text) = column[row], let list = ListText.values(text), list.indices.contains(place) else { return .null }
      return list[place]
    }
    frame = frame.setting([FrameColumn(name, values: values)])
  }

  /// Vega-Lite's rule, but a field that says nothing takes the type of its column.
  private static func type(_ definition: ChannelDefinition, _ channel: Channel, _ column: FrameColumn, isLiteral: Bool) -> FieldType {
    if let type = definition.type { return type }
    if channel == .shape || channel == .strokeDash { return .nominal }
    if case .values? = definition.sort { return .ordinal }
    if definition.timeUnit != nil { return .temporal }
    if definition.bin != nil || (definition.aggregate != nil && definition.aggregateArgument == nil) { return .quantitative }
    if let kind = definition.scale?.kind {
      if kind.isTime { return .temporal }
      if kind.isContinuous { return .quantitative }
      if kind == .ordinal || kind == .band || kind == .point { return column.fieldType == .quantitative ? .ordinal : .nominal }
    }
    if isLiteral { return channel == .order ? .ordinal : .nominal }
    return column.fieldType
  }

  /// Numbers of a file of text as dates: 1931 is a year there, whereas elsewhere it counts milliseconds.
  private static func years(_ column: FrameColumn) -> FrameColumn {
    FrameColumn(column.name, (0..<column.count).map { column[$0].isNull ? .nan : DateText.parse(column[$0].description) })
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
    case .argmin, .argmax: field
    case .some(let operation): operation.rawValue.prefix(1).uppercased() + operation.rawValue.dropFirst() + " of \(field)"
    }
  }

  // MARK: Bins

  private mutating func cut(_ bin: BinSpec, _ resolved: inout ResolvedChannel, _ channel: Channel, _ frame: inout DataFrame, _ name: String) {
    let all = (context.whole ?? frame).column(name).numbers
    let binning = Binning(bin, values: all, defaultMaxBins: Binning.defaultCount(channel))
    let key = "bin_\(Binning.name(bin, Binning.defaultCount(channel)))_\(name)"
    let names = [key, key + "_end"]
    frame = frame.setting(binning.columns(frame.column(name).numbers, names: names))
    resolved.binning = binning
    resolved.column = names[0]
    if resolved.type.isDiscrete {
      // Bins as names, in the order of their starts.
      let (starts, ends) = (frame.column(names[0]).numbers, frame.column(names[1]).numbers)
      let texts = zip(starts, ends).map { $0.isNaN ? nil : "\(NumberFormat.shortest($0)) – \(NumberFormat.shortest($1))" }
      frame = frame.setting([FrameColumn(key + "_range", texts: texts)])
      resolved.column = key + "_range"
      resolved.binning = nil
      switch resolved.definition.sort {
      case nil, .ascending: resolved.definition.sort = .field(names[0], .min, descending: false)
      case .descending: resolved.definition.sort = .field(names[0], .min, descending: true)
      default: break
      }
    } else {
      resolved.binEnd = names[1]
    }
    if bin.isLogarithmic, resolved.definition.scale?.kind == nil {
      var scale = resolved.definition.scale ?? ScaleSpec()
      scale.kind = .log
      resolved.definition.scale = scale
    }
  }

  /// `impute` on a position: rows for places that a series lacks.
  private mutating func fillMissing(_ encoding: ResolvedEncoding, _ frame: inout DataFrame) {
    for channel in [Channel.x, .y] {
      guard let resolved = encoding[channel]?.first, let impute = resolved.definition.impute, let field = resolved.column,
        let key = encoding[channel == .x ? .y : .x]?.first?.column
      else { continue }
      let grouping: [ResolvedChannel] = Channel.groupingChannels.flatMap { encoding[$0] ?? [] }
      let groupby: [String] = grouping.filter { $0.aggregate == nil }.compactMap(\.column)
      let spec = TransformSpec.Impute(
        field: field, key: key, groupby: groupby, method: impute.method ?? "value", value: impute.value,
        frame: .init(before: impute.frame.before, after: impute.frame.after), keyvals: impute.keyvals ?? [])
      frame = TransformRunner().imputed(frame, spec)
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
          let (field, argument) = (list[index].definition.field, list[index].definition.aggregateArgument)
          let name = "\(operation.rawValue)_\(argument.map { $0 + "_" } ?? "")\(field ?? "")"
          if !outputs.contains(where: { $0.name == name }) { outputs.append(.init(operation: operation, field: field, name: name, argument: argument)) }
          list[index].column = name
        } else {
          for column in [list[index].column, list[index].binEnd, list[index].visualColumn].compactMap({ $0 }) where !groupby.contains(column) { groupby.append(column) }
        }
      }
      layer.encoding[channel] = list
    }
    layer.source = layer.frame
    layer.frame = Aggregation.aggregate(layer.frame, outputs, groupby: groupby + extraGroups(layer, groupby))
  }

  /// Fields that conditions read, which must live through the aggregation.
  private func extraGroups(_ layer: LayerData, _ known: [String]) -> [String] {
    var extra: [String] = []
    for resolved in layer.encoding.values.flatMap({ $0 }) {
      for condition in resolved.definition.conditions {
        guard case .expression(let source) = condition.test, let node = try? ExpressionParser.parse(source.text, variables: Set(source.parameters.keys)) else { continue }
        for (name, _) in node.fields where layer.frame[name] != nil && !known.contains(name) && !extra.contains(name) { extra.append(name) }
      }
    }
    return extra
  }

  // MARK: Conditions

  private mutating func vector(_ source: ExpressionSource, _ frame: DataFrame) -> ExpressionVector? {
    var runner = TransformRunner()
    runner.parameters = context.parameters
    runner.countsMissing = context.configuration.isLiteral
    let vector = runner.vector(source, frame)
    diagnostics += runner.diagnostics
    return vector
  }

  private mutating func evaluateConditions(_ layer: inout LayerData) {
    for (channel, list) in layer.encoding.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for (index, resolved) in list.enumerated() {
        var taken = [Bool](repeating: false, count: layer.frame.rowCount)
        for condition in resolved.definition.conditions {
          guard var truths = truths(condition.test, layer.frame) else { continue }
          if condition.isNegated { truths = truths.map { !$0 } }
          // The first condition that holds decides.
          for row in truths.indices { if taken[row] { truths[row] = false } else { taken[row] = truths[row] } }
          temporaries += 1
          let name = "\u{0}test\(temporaries)"
          layer.frame = layer.frame.setting([FrameColumn(name, truths.map { $0 ? 1 : 0 }, .boolean)])
          switch condition.output {
          case .value(let value): layer.encoding[channel]?[index].conditions.append(.init(column: name, value: value))
          case .expression(let source):
            guard let vector = vector(source, layer.frame) else { continue }
            layer.frame = layer.frame.setting([FrameColumn(name + "value", vector, count: layer.frame.rowCount)])
            layer.encoding[channel]?[index].conditions.append(.init(column: name, value: .null, valueColumn: name + "value"))
          }
        }
      }
    }
  }

  private mutating func truths(_ test: ChannelDefinition.Condition.Test, _ frame: DataFrame) -> [Bool]? {
    switch test {
    case .expression(let source):
      guard let vector = vector(source, frame) else { return nil }
      return (0..<frame.rowCount).map(vector.truth)
    case .predicate(let predicate):
      var runner = TransformRunner()
      runner.parameters = context.parameters
      let mask = runner.mask(predicate, frame)
      diagnostics += runner.diagnostics
      return mask
    }
  }
}
