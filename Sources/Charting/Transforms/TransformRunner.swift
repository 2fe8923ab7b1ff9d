import Diagnostics
import Tables

/// Applies transforms to a frame, one after the other.
struct TransformRunner {
  var diagnostics: [Diagnostic] = []
  /// Variables that `extent` gave a value.
  var parameters: [String: Value] = [:]
  /// The other tables of lookups, by the place of the transform in its list.
  var lookupTables: [Int: DataFrame] = [:]
  var seed: UInt64 = 0
  /// A missing value counts as 0 in a density and in arithmetic, as in Vega.
  var countsMissing = false
  /// Columns of expressions: what is missing there is no number rather than nothing.
  private var computed: Set<String> = []

  mutating func run(_ transforms: [LocatedTransform], on frame: DataFrame) -> DataFrame {
    var frame = frame
    for (index, transform) in transforms.enumerated() { frame = apply(transform.spec, frame, transform.range, index) }
    return frame
  }

  private mutating func apply(_ spec: TransformSpec, _ frame: DataFrame, _ range: SourceRange, _ index: Int) -> DataFrame {
    guard hasColumns(spec, frame, range) else { return frame }
    switch spec {
    case .filter(let predicate):
      let keep = mask(predicate, frame)
      return keep.allSatisfy { $0 } ? frame : frame.selecting(keep.indices.filter { keep[$0] })
    case .calculate(let source, let name):
      let values = vector(source, frame)
      computed.insert(name)
      return values.map { frame.setting([FrameColumn(name, $0, count: frame.rowCount)]) } ?? frame
    case .aggregate(let outputs, let groupby):
      return areSummaries(outputs, frame, range) ? Aggregation.aggregate(frame, outputs, groupby: groupby) : frame
    case .joinAggregate(let outputs, let groupby): return areSummaries(outputs, frame, range) ? joined(frame, outputs, groupby) : frame
    case .bin(let spec, let field, let names):
      let values = frame.column(field).numbers
      return frame.setting(Binning(spec, values: values).columns(values, names: names))
    case .timeUnit(let unit, let field, let names): return timed(frame, unit, field, names)
    case .fold(let fields, let key, let value): return folded(frame, fields, key, value)
    case .flatten(let fields, let names): return flattened(frame, fields, names)
    case .window(let window): return WindowTransform.apply(window, frame)
    case .density(let density): return self.density(frame, density)
    case .regression(let regression): return self.regression(frame, regression, range)
    case .loess(let loess): return smoothed(frame, loess)
    case .correlation(let correlation): return correlated(frame, correlation)
    case .quantile(let field, let groupby, let probabilities, let step, let names):
      return quantiles(frame, field, groupby, probabilities ?? Self.steps(step), names)
    case .impute(let impute): return imputed(frame, impute)
    case .pivot(let pivot): return pivoted(frame, pivot)
    case .lookup(let lookup): return lookupTables[index].map { looked(up: lookup, in: $0, frame, range) } ?? frame
    case .stack(let stack): return stacked(frame, stack)
    case .sample(let count): return sampled(frame, count)
    case .extent(let field, let name):
      let finite = frame.column(field).instants.filter(\.isFinite)
      parameters["\(name)[0]"] = .real(finite.min() ?? .nan)
      parameters["\(name)[1]"] = .real(finite.max() ?? .nan)
      return frame
    }
  }

  // MARK: Columns

  private mutating func hasColumns(_ spec: TransformSpec, _ frame: DataFrame, _ range: SourceRange) -> Bool {
    let unknown = Self.fields(spec).filter { frame[$0] == nil }
    for name in unknown { diagnostics.append(ChartingDiagnostics.unknownColumn(name, known: frame.columnNames, at: range)) }
    return unknown.isEmpty
  }

  private static func fields(_ spec: TransformSpec) -> [String] {
    switch spec {
    case .filter(let predicate): fields(predicate)
    case .calculate, .sample: []
    case .aggregate(let outputs, let groupby), .joinAggregate(let outputs, let groupby): outputs.compactMap(\.field) + outputs.compactMap(\.argument) + groupby
    case .bin(_, let field, _), .timeUnit(_, let field, _), .extent(let field, _): [field]
    case .fold(let fields, _, _), .flatten(let fields, _): fields
    case .window(let window): window.outputs.compactMap(\.field) + window.groupby + window.sort.map(\.field)
    case .density(let density): [density.field] + density.groupby
    case .regression(let regression): [regression.x, regression.y] + regression.groupby
    case .loess(let loess): [loess.x, loess.y] + loess.groupby
    case .correlation(let correlation): [correlation.x, correlation.y] + correlation.groupby
    case .quantile(let field, let groupby, _, _, _): [field] + groupby
    case .impute(let impute): [impute.field, impute.key] + impute.groupby
    case .pivot(let pivot): [pivot.field, pivot.value] + pivot.groupby
    case .lookup(let lookup): [lookup.field]
    case .stack(let stack): [stack.field] + stack.groupby + stack.sort.map(\.field)
    }
  }

  private static func fields(_ predicate: FilterPredicate) -> [String] {
    switch predicate {
    case .expression: []
    case .compare(let subject, _, _), .range(let subject, _, _), .oneOf(let subject, _), .valid(let subject, _): [subject.field]
    case .not(let inner): fields(inner)
    case .all(let parts), .any(let parts): parts.flatMap(fields)
    }
  }

  /// Reports summaries of numbers over columns of text.
  private mutating func areSummaries(_ outputs: [TransformSpec.Output], _ frame: DataFrame, _ range: SourceRange) -> Bool {
    var isFine = true
    for output in outputs {
      guard let field = output.field, let column = frame[field], Aggregation.isImpossible(output.operation, column) else { continue }
      diagnostics.append(ChartingDiagnostics.textSummary(output.operation.rawValue, field, at: range))
      isFine = false
    }
    return isFine
  }

  // MARK: Expressions

  mutating func vector(_ source: ExpressionSource, _ frame: DataFrame) -> ExpressionVector? {
    do {
      let variables = Self.standardVariables.merging(source.parameters) { $1 }.merging(parameters) { $1 }
      let node = try ExpressionParser.parse(source.text, variables: Set(variables.keys))
      var evaluator = ExpressionEvaluator(frame, variables: variables.mapValues { ExpressionVector($0) })
      if countsMissing { evaluator.zeroColumns = Set(frame.columnNames).subtracting(computed) }
      return try evaluator.evaluate(node)
    } catch {
      diagnostics.append(ChartingDiagnostics.expression(error, in: source))
      return nil
    }
  }

  /// The plot's size where a specification leaves it open.
  private static let standardVariables: [String: Value] = ["width": .integer(300), "height": .integer(300)]

  mutating func mask(_ predicate: FilterPredicate, _ frame: DataFrame) -> [Bool] {
    let rows = 0..<frame.rowCount
    switch predicate {
    case .expression(let source):
      guard let vector = vector(source, frame) else { return rows.map { _ in true } }
      return rows.map(vector.truth)
    case .compare(let subject, let comparison, let value):
      return compare(column(subject, frame, against: [value]), comparison, value)
    case .range(let subject, let low, let high):
      let values = column(subject, frame, against: []).instants
      return values.map { $0 >= low ?? -.infinity && $0 <= high ?? .infinity }
    case .oneOf(let subject, let wanted):
      let (codes, levels) = column(subject, frame, against: wanted).coded()
      let isWanted = levels.map { level in wanted.contains { Self.isSame($0, level) } }
      return codes.map { $0 >= 0 && isWanted[Int($0)] }
    case .valid(let subject, let flag): return frame.column(subject.field).coded().codes.map { ($0 >= 0) == flag }
    case .not(let inner): return mask(inner, frame).map { !$0 }
    case .all(let parts):
      let masks = parts.map { mask($0, frame) }
      return rows.map { row in masks.allSatisfy { $0[row] } }
    case .any(let parts):
      let masks = parts.map { mask($0, frame) }
      return rows.map { row in masks.contains { $0[row] } }
    }
  }

  /// A field as a predicate reads it: dates as numbers where the operand is a number.
  private func column(_ subject: FilterPredicate.Subject, _ frame: DataFrame, against operands: [Value]) -> FrameColumn {
    let column = frame.column(subject.field)
    if let unit = subject.timeUnit {
      let instants = column.instants
      return FrameColumn(subject.field, unit.isBinned ? instants : instants.map(unit.floor))
    }
    let isNumeric = operands.contains { if case .text = $0 { false } else { $0.number != nil } }
    return column.isText && isNumeric ? FrameColumn(subject.field, column.instants) : column
  }

  private func compare(_ column: FrameColumn, _ comparison: FilterPredicate.Comparison, _ value: Value) -> [Bool] {
    let (codes, levels) = column.coded()
    let holds = levels.map { level -> Bool in
      switch comparison {
      case .equal: Self.isSame(level, value)
      case .lt: Ordering.isBefore(level, value)
      case .lte: !Ordering.isBefore(value, level)
      case .gt: Ordering.isBefore(value, level)
      case .gte: !Ordering.isBefore(level, value)
      }
    }
    return codes.map { $0 >= 0 ? holds[Int($0)] : value.isNull && comparison == .equal }
  }

  static func isSame(_ a: Value, _ b: Value) -> Bool {
    if let x = a.number, let y = b.number { return x == y }
    return a.description == b.description
  }

  private static func steps(_ step: Double) -> [Double] {
    (0..<Swift.max(1, Int((1 / step).rounded(.up)) + 1)).map { step / 2 + Double($0) * step }.filter { $0 < 1 - 1e-14 }
  }
}

extension FrameColumn {
  /// The column of an expression's values.
  init(_ name: String, _ vector: ExpressionVector, count: Int) {
    switch vector {
    case .text, .texts: self.init(name, texts: (0..<count).map(vector.text))
    case .boolean, .booleans: self.init(name, (0..<count).map(vector.number), .boolean)
    case .number(let value): self.init(name, [Double](repeating: value, count: count))
    case .numbers(let values): self.init(name, values)
    }
  }
}
