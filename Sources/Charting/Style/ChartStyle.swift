import Graphics
import Typography

/// Lengths in points, and text styles, that all charts share.
enum ChartStyle {
  static let tick = TextStyle(.sans, size: 8)
  static let axisTitle = TextStyle(.sans, size: 8.5)
  static let annotation = TextStyle(.sans, size: 7.5)
  static let title = TextStyle(.sansBold, size: 9.5)
  static let header = TextStyle(.sans, size: 8.5)

  static let ink = Paint(.role(.ink))
  static let muted = Paint(.role(.muted))
  /// Of the numbers of contours, which interrupt their lines.
  static let behindText = Paint(.role(.paper), opacity: 0.85)

  static let axisStroke = Stroke(Paint(.role(.axis)), width: 0.6, cap: .butt)
  static let gridStroke = Stroke(Paint(.role(.grid)), width: 0.5, cap: .butt)
  static let referenceStroke = Stroke(Paint(.role(.axis)), width: 0.75, dash: [4, 2], cap: .butt)
  static let zeroStroke = Stroke(Paint(.role(.ink)), width: 0.6, cap: .butt)

  static let tickLength = 3.0
  static let minorTickLength = 1.5
  static let tickLabelGap = 2.5
  static let titleGap = 4.0
  static let pointsPerTickX = 60.0
  static let pointsPerTickY = 32.0
  static let bandOpacity = 0.18
  static let pointArea = 12.0
  static let haloWidth = 0.4
  static let goldenRatio = 1.618
  static let defaultWidth = 360.0
  static let halfWidth = 222.0
  static let thirdWidth = 144.0
  static let panelGap = 10.0
  static let legendGap = 12.0
  static let horizontalTitleLimit = 45
  static let maximumBands = 6

  static let dashes: [[Double]] = [[], [4, 2], [1, 2], [6, 2, 1, 2], [2.5, 1.5], [8, 2], [4, 1.5, 1, 1.5, 1, 1.5], [1, 1]]
  static let shapes: [PointShape] = [.circle, .square, .triangleUp, .diamond, .triangleDown, .cross, .x]

  static func lineWidth(series: Int) -> Double { series <= 6 ? 1.25 : series <= 12 ? 1 : 0.6 }
  static func lineOpacity(series: Int) -> Double { series <= 12 ? 1 : 0.5 }
  static func pointOpacity(count: Int) -> Double { count <= 500 ? 0.8 : 0.35 }
}
