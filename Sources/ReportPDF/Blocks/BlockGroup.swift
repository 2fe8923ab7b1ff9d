import Report

/// Blocks that are set together.
enum BlockGroup {
  case block(ReportBlock)
  /// Claims that follow each other.
  case claims([Claim])
  /// Two small figures side by side.
  case figures(FigureBlock, FigureBlock)

  static func groups(of blocks: [ReportBlock], fitBeside: (FigureBlock, FigureBlock) -> Bool) -> [BlockGroup] {
    var groups: [BlockGroup] = []
    for block in blocks {
      switch (groups.last, block) {
      case (.claims(let claims)?, .claim(let claim)): groups[groups.count - 1] = .claims(claims + [claim])
      case (_, .claim(let claim)): groups.append(.claims([claim]))
      case (.block(.figure(let left))?, .figure(let right)) where fitBeside(left, right):
        groups[groups.count - 1] = .figures(left, right)
      default: groups.append(.block(block))
      }
    }
    return groups
  }
}
