extension PageBuilder {
  /// An item as the search sees it: boxes are numbers of the table.
  enum Step {
    case box(Int)
    case space(Double, stretch: Double)
    case penalty(Double)
    case float(Int)
    case wide(Int)
    case barrier

    init(_ item: VerticalItem, _ table: inout BoxTable) {
      switch item {
      case .box(let box): self = .box(table.add(box))
      case .space(let space, let stretch): self = .space(space, stretch: stretch)
      case .penalty(let price): self = .penalty(price)
      case .float(let box): self = .float(table.add(box))
      case .wide(let box): self = .wide(table.add(box))
      case .barrier: self = .barrier
      }
    }
  }

  /// A box where it stands in its column.
  struct Place {
    var box: Int
    var y: Double
    /// Of the white space above it in its column.
    var stretch = 0.0
  }

  /// A way to set a page: what was decided, not put together yet.
  struct Candidate {
    struct Column {
      var state: State
      /// Whether the column is the last of the report.
      var isLast: Bool
      /// Its left edge.
      var left: Double
      var height: Double
    }

    /// What stands above the columns already.
    var opening: Page?
    /// Floats across all columns.
    var floats: [Place] = []
    var columns: [Column] = []
    var cost = 0.0

    var isEmpty: Bool { opening?.isEmpty != false && floats.isEmpty && columns.allSatisfy(\.state.isBlank) }
  }
}
