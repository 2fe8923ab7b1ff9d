extension ViewSpec {
  /// What of Vega-Lite's `config` bears on places rather than on looks.
  struct Configuration: Sendable, Equatable {
    /// The sizes of plots that a specification leaves open.
    var width = 300.0
    var height = 300.0
    var step = 20.0
    /// The whole lengths of axes of names, where they do not follow from the step.
    var discreteWidth: Double?
    var discreteHeight: Double?
    var binSpacing = 1.0
    var continuousBandSize = 5.0
    /// Of bars within a band.
    var discreteBandSize: Double?
    /// Of bars and ticks whose thickness shows a field.
    var minimumBandSize = 2.0
    var maximumBandSize: Double?
    var tickThickness = 1.0
    var bandPaddingInner: Double?
    var bandPaddingOuter: Double?
    var barBandPaddingInner = 0.1
    var rectBandPaddingInner = 0.0
    var tickBandPaddingInner = 0.25
    var nestedPaddingInner = 0.2
    var nestedPaddingOuter = 0.2
    var offsetPaddingInner = 0.0
    var offsetPaddingOuter = 0.0
    var pointPadding = 0.5
    var continuousPadding: Double?
    var zero = true
    var invalid: MarkSpec.InvalidMode?
    var boxExtent: Double?
    var isBoxExtentMinMax = false
    var boxSize: Double?
    var errorExtent: [MarkType: String] = [:]
    /// The specification names Vega-Lite's schema, so that it is read to the letter: a field without a type is nominal, and a
    /// missing value counts as 0 in a density.
    var isLiteral = false
  }
}
