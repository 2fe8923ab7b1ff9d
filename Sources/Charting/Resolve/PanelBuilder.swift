import Diagnostics
import Tables

/// Turns a specification and its tables into panels of primitive layers.
struct PanelBuilder {
  let fetch: (DataSource) -> Result<Table, Diagnostic>
  var panels: [PanelData] = []
  var diagnostics: [Diagnostic] = []
  var notes: [String] = []
  private var scaleCount = Channel.allCases.count
  private var tables: [(source: DataSource, frame: DataFrame)] = []

  private let seed: UInt64

  init(seed: UInt64 = 0, fetch: @escaping (DataSource) -> Result<Table, Diagnostic>) {
    self.seed = seed
    self.fetch = fetch
  }

  mutating func build(_ view: ViewSpec) -> PanelTree? {
    var ids: [Channel: Int] = [:]
    for (index, channel) in Channel.allCases.enumerated() { ids[channel] = index }
    var context = BuildContext(scaleIDs: ids)
    context.configuration = view.configuration
    return tree(view, context)
  }

  private mutating func tree(_ view: ViewSpec, _ outer: BuildContext) -> PanelTree? {
    guard var context = prepared(view, outer) else { return nil }
    switch view.content {
    case .unit, .layer:
      return single(view, context).map { .grid(PanelGrid(cells: [[$0]], title: view.title, titleAnchor: view.titleAnchor)) }
    case .facet(let facet, let inner):
      if case .concat = inner.content {
        diagnostics.append(ChartingDiagnostics.unsuitable("a facet holds one view or layers, not views side by side", at: inner.range))
        return nil
      }
      return self.facet(view, facet, inner, context)
    case .concat(let views, let columns):
      var children: [PanelTree] = []
      for child in views {
        var childContext = context
        for channel in [Channel.x, .y] where view.resolve.scale[channel] != .shared { childContext.scaleIDs[channel] = freshScale() }
        for (channel, resolution) in view.resolve.scale where resolution == .independent { childContext.scaleIDs[channel] = freshScale() }
        childContext.width = nil
        childContext.height = nil
        if let tree = tree(child, childContext) { children.append(tree) }
      }
      context.frame = nil
      return children.isEmpty ? nil : .concat(children, columns: columns, title: view.title, anchor: view.titleAnchor, spacing: view.spacing)
    }
  }

  mutating func freshScale() -> Int {
    scaleCount += 1
    return scaleCount
  }

  /// The context with the view's own data, transforms, encoding and size.
  mutating func prepared(_ view: ViewSpec, _ outer: BuildContext) -> BuildContext? {
    var context = outer
    if let data = view.data {
      guard let frame = frame(data) else { return nil }
      context.frame = frame
      context.isDelimited = data.isDelimited
      context.whole = nil
      context = restricted(context)
    }
    if !view.transforms.isEmpty {
      context.frame = context.frame.map { Self.dated($0, view, context.encoding) }
      var runner = TransformRunner()
      runner.parameters = context.parameters
      runner.seed = seed
      runner.countsMissing = context.configuration.isLiteral
      for (index, transform) in view.transforms.enumerated() {
        if case .lookup(let lookup) = transform.spec { runner.lookupTables[index] = self.frame(lookup.source) }
      }
      context.frame = runner.run(view.transforms, on: context.frame ?? DataFrame([]))
      context.parameters = runner.parameters
      context.whole = nil
      diagnostics += runner.diagnostics
    }
    merge(view.encoding, into: &context.encoding)
    if let width = view.width { context.width = width }
    if let height = view.height { context.height = height }
    if let legend = view.legend { context.legend = legend }
    return context
  }

  /// Texts that some channel takes as dates are dates before the transforms, so that these sort and compare them as such.
  private static func dated(_ frame: DataFrame, _ view: ViewSpec, _ inherited: Encoding) -> DataFrame {
    let fields = temporalFields(view).union(inherited.values.flatMap { $0 }.filter { $0.type == .temporal || $0.timeUnit != nil }.compactMap(\.field))
    let columns = fields.sorted().compactMap { frame[$0] }.filter(\.isText).compactMap { column -> FrameColumn? in
      let dates = FrameColumn(column.name, column.instants)
      // One that does not read as a date is told of where it is drawn.
      return zip(dates.numbers, column.coded().codes).allSatisfy { !$0.isNaN || $1 < 0 } ? dates : nil
    }
    return frame.setting(columns)
  }

  private static func temporalFields(_ view: ViewSpec) -> Set<String> {
    var fields = Set(view.encoding.values.flatMap { $0 }.filter { $0.type == .temporal || $0.timeUnit != nil }.compactMap(\.field))
    switch view.content {
    case .unit: break
    case .layer(let views), .concat(let views, _): for child in views where child.data == nil { fields.formUnion(temporalFields(child)) }
    case .facet(let spec, let inner):
      fields.formUnion([spec.row, spec.column, spec.wrap].compactMap { $0 }.filter { $0.type == .temporal || $0.timeUnit != nil }.compactMap(\.field))
      fields.formUnion(temporalFields(inner))
    }
    return fields
  }

  /// A layer's own definition wins; what it leaves open beside its field comes from around it.
  private func merge(_ own: Encoding, into encoding: inout Encoding) {
    for (channel, definitions) in own { encoding[channel] = definitions }
  }

  /// A layer's own table inside a facet shows the rows of that facet, or all where it lacks the facet's column.
  func restricted(_ context: BuildContext) -> BuildContext {
    guard var frame = context.frame else { return context }
    for facet in context.facets {
      guard let column = frame[facet.column] else { continue }
      let (codes, levels) = column.coded()
      let same = levels.map { TransformRunner.isSame($0, facet.value) }
      frame = frame.selecting(codes.indices.filter { codes[$0] < 0 ? facet.value.isNull : same[Int(codes[$0])] })
    }
    var result = context
    result.frame = frame
    return result
  }

  private mutating func frame(_ data: DataSpec) -> DataFrame? {
    switch data {
    case .inline(let table): return DataFrame(table)
    case .parsed(let source, let rules):
      guard let frame = frame(source) else { return nil }
      return frame.setting(rules.compactMap { rule in frame[rule.column].map { Self.parsed($0, rule.kind) } })
    case .external(let source):
      if let known = tables.first(where: { $0.source == source }) { return known.frame }
      switch fetch(source) {
      case .success(let table):
        let frame = DataFrame(table)
        tables.append((source, frame))
        return frame
      case .failure(let diagnostic):
        diagnostics.append(diagnostic)
        return nil
      }
    }
  }

  private static func parsed(_ column: FrameColumn, _ kind: ParseRule.Kind) -> FrameColumn {
    switch kind {
    case .number: return FrameColumn(column.name, column.numbers)
    case .date: return FrameColumn(column.name, column.instants)
    case .boolean: return FrameColumn(column.name, (0..<column.count).map { ["false", "0", ""].contains(column[$0].description) ? 0 : 1 }, .boolean)
    case .string: return FrameColumn(column.name, texts: (0..<column.count).map { column[$0].isNull ? nil : column[$0].description })
    case .dateFormat(let pattern):
      guard let format = TimeFormat(pattern) else { return column }
      return FrameColumn(column.name, (0..<column.count).map { column[$0].isNull ? .nan : format.parse(column[$0].description) })
    }
  }

  // MARK: One panel

  /// - Returns: the number of the new panel.
  mutating func single(_ view: ViewSpec, _ context: BuildContext) -> Int? {
    var panel = PanelData(layers: [], title: nil, width: context.width, height: context.height, legend: context.legend)
    panel.facets = context.facets.map { ($0.title, $0.value) }
    var inner = context
    inner.positionKinds = Self.positionKinds(view, inherited: context.encoding)
    noteTypes(view, context, &inner)
    panel.configuration = context.configuration
    guard collect(view, inner, into: &panel) else { return nil }
    panels.append(panel)
    return panels.count - 1
  }

  /// The scale types set anywhere in a view, so that all of its layers agree.
  private static func positionKinds(_ view: ViewSpec, inherited: Encoding) -> [Channel: ScaleSpec.Kind] {
    var kinds: [Channel: ScaleSpec.Kind] = [:]
    for channel in [Channel.x, .y] {
      if let kind = (view.encoding[channel] ?? inherited[channel])?.first?.scale?.kind { kinds[channel] = kind }
    }
    if case .layer(let views) = view.content {
      for child in views { kinds.merge(positionKinds(child, inherited: [:])) { first, _ in first } }
    }
    return kinds
  }

  /// Notes which channels some layer binds to dates or to names, so that constants of other layers are read alike.
  private func noteTypes(_ view: ViewSpec, _ outer: BuildContext, _ context: inout BuildContext) {
    let encoding = outer.encoding.merging(view.encoding) { $1 }
    for (channel, definitions) in encoding {
      for definition in definitions where definition.field != nil {
        if definition.type == .temporal || definition.timeUnit != nil {
          context.temporalChannels.insert(channel.scaleChannel)
          if let unit = definition.timeUnit { context.timeUnits[channel.scaleChannel] = unit }
        }
        if let type = definition.type, type.isDiscrete, channel.isPosition, definition.bin == nil { context.discreteTypes[channel.scaleChannel] = type }
      }
    }
    if case .layer(let views) = view.content { for child in views { noteTypes(child, outer, &context) } }
  }

  /// - Parameter context: prepared for `view` itself.
  private mutating func collect(_ view: ViewSpec, _ context: BuildContext, into panel: inout PanelData) -> Bool {
    switch view.content {
    case .unit(let mark):
      var context = context
      if let graph = mark.graph {
        guard let edges = frame(graph.edges) else { return false }
        context.edges = edges
      }
      var resolver = UnitResolver(context: context, range: view.range)
      panel.layers += resolver.resolve(mark, firstIndex: (panel.layers.last?.index ?? -1) + 1)
      diagnostics += resolver.diagnostics
      for note in resolver.notes where !notes.contains(note) { notes.append(note) }
      return true
    case .layer(let views):
      for child in views {
        guard var childContext = prepared(child, context) else { return false }
        childContext.hasOwnRows = child.data != nil || !child.transforms.isEmpty
        for (channel, resolution) in view.resolve.scale where resolution == .independent { childContext.scaleIDs[channel] = freshScale() }
        if child.content.isComposed {
          diagnostics.append(ChartingDiagnostics.unsuitable("a layer holds marks or layers only", at: child.range))
          return false
        }
        if !collect(child, childContext, into: &panel) { return false }
      }
      if view.resolve.scale[.y] == .independent || view.resolve.scale[.x] == .independent {
        diagnostics.append(ChartingDiagnostics.hint("two scales on one axis are easily misread; two panels side by side show the same", at: view.range))
      }
      return true
    case .facet, .concat: return false
    }
  }
}

extension ViewSpec.Content {
  var isComposed: Bool {
    switch self {
    case .unit, .layer: false
    case .facet, .concat: true
    }
  }
}
