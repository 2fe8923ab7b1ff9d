import CHarfBuzz

/// The constants of a font's MATH table, in ems; percentages as fractions of one.
package struct MathConstants: Sendable {
  package let scriptScale, scriptScriptScale: Double
  let displayOperatorMinHeight, axisHeight, accentBaseHeight, minConnectorOverlap: Double
  let subscriptShiftDown, subscriptTopMax, subscriptBaselineDropMin: Double
  let superscriptShiftUp, superscriptShiftUpCramped, superscriptBottomMin, superscriptBaselineDropMax: Double
  let subSuperscriptGapMin, superscriptBottomMaxWithSubscript, spaceAfterScript: Double
  let upperLimitGapMin, upperLimitBaselineRiseMin, lowerLimitGapMin, lowerLimitBaselineDropMin: Double
  let stackTopShiftUp, stackTopDisplayShiftUp, stackBottomShiftDown, stackBottomDisplayShiftDown: Double
  let stackGapMin, stackDisplayGapMin: Double
  let stretchStackGapAboveMin, stretchStackGapBelowMin: Double
  let numeratorShiftUp, numeratorDisplayShiftUp, denominatorShiftDown, denominatorDisplayShiftDown: Double
  let numeratorGapMin, numeratorDisplayGapMin, denominatorGapMin, denominatorDisplayGapMin: Double
  let fractionRuleThickness: Double
  let overbarGap, overbarThickness, overbarExtraAscender: Double
  let underbarGap, underbarThickness, underbarExtraDescender: Double
  let radicalGap, radicalDisplayGap, radicalThickness, radicalExtraAscender: Double
  let radicalKernBeforeDegree, radicalKernAfterDegree, radicalDegreeRaise: Double

  /// - Parameter font: scaled to its design units.
  init(font: OpaquePointer, unitsPerEm: Double) {
    func length(_ constant: hb_ot_math_constant_t) -> Double {
      Double(hb_ot_math_get_constant(font, constant)) / unitsPerEm
    }
    func percent(_ constant: hb_ot_math_constant_t) -> Double { Double(hb_ot_math_get_constant(font, constant)) / 100 }
    scriptScale = percent(HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN)
    scriptScriptScale = percent(HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN)
    displayOperatorMinHeight = length(HB_OT_MATH_CONSTANT_DISPLAY_OPERATOR_MIN_HEIGHT)
    axisHeight = length(HB_OT_MATH_CONSTANT_AXIS_HEIGHT)
    accentBaseHeight = length(HB_OT_MATH_CONSTANT_ACCENT_BASE_HEIGHT)
    minConnectorOverlap = Double(hb_ot_math_get_min_connector_overlap(font, HB_DIRECTION_BTT)) / unitsPerEm
    subscriptShiftDown = length(HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN)
    subscriptTopMax = length(HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX)
    subscriptBaselineDropMin = length(HB_OT_MATH_CONSTANT_SUBSCRIPT_BASELINE_DROP_MIN)
    superscriptShiftUp = length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP)
    superscriptShiftUpCramped = length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP_CRAMPED)
    superscriptBottomMin = length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MIN)
    superscriptBaselineDropMax = length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BASELINE_DROP_MAX)
    subSuperscriptGapMin = length(HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN)
    superscriptBottomMaxWithSubscript = length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT)
    spaceAfterScript = length(HB_OT_MATH_CONSTANT_SPACE_AFTER_SCRIPT)
    upperLimitGapMin = length(HB_OT_MATH_CONSTANT_UPPER_LIMIT_GAP_MIN)
    upperLimitBaselineRiseMin = length(HB_OT_MATH_CONSTANT_UPPER_LIMIT_BASELINE_RISE_MIN)
    lowerLimitGapMin = length(HB_OT_MATH_CONSTANT_LOWER_LIMIT_GAP_MIN)
    lowerLimitBaselineDropMin = length(HB_OT_MATH_CONSTANT_LOWER_LIMIT_BASELINE_DROP_MIN)
    stackTopShiftUp = length(HB_OT_MATH_CONSTANT_STACK_TOP_SHIFT_UP)
    stackTopDisplayShiftUp = length(HB_OT_MATH_CONSTANT_STACK_TOP_DISPLAY_STYLE_SHIFT_UP)
    stackBottomShiftDown = length(HB_OT_MATH_CONSTANT_STACK_BOTTOM_SHIFT_DOWN)
    stackBottomDisplayShiftDown = length(HB_OT_MATH_CONSTANT_STACK_BOTTOM_DISPLAY_STYLE_SHIFT_DOWN)
    stackGapMin = length(HB_OT_MATH_CONSTANT_STACK_GAP_MIN)
    stackDisplayGapMin = length(HB_OT_MATH_CONSTANT_STACK_DISPLAY_STYLE_GAP_MIN)
    stretchStackGapAboveMin = length(HB_OT_MATH_CONSTANT_STRETCH_STACK_GAP_ABOVE_MIN)
    stretchStackGapBelowMin = length(HB_OT_MATH_CONSTANT_STRETCH_STACK_GAP_BELOW_MIN)
    numeratorShiftUp = length(HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_SHIFT_UP)
    numeratorDisplayShiftUp = length(HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP)
    denominatorShiftDown = length(HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_SHIFT_DOWN)
    denominatorDisplayShiftDown = length(HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN)
    numeratorGapMin = length(HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_GAP_MIN)
    numeratorDisplayGapMin = length(HB_OT_MATH_CONSTANT_FRACTION_NUM_DISPLAY_STYLE_GAP_MIN)
    denominatorGapMin = length(HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_GAP_MIN)
    denominatorDisplayGapMin = length(HB_OT_MATH_CONSTANT_FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN)
    fractionRuleThickness = length(HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS)
    overbarGap = length(HB_OT_MATH_CONSTANT_OVERBAR_VERTICAL_GAP)
    overbarThickness = length(HB_OT_MATH_CONSTANT_OVERBAR_RULE_THICKNESS)
    overbarExtraAscender = length(HB_OT_MATH_CONSTANT_OVERBAR_EXTRA_ASCENDER)
    underbarGap = length(HB_OT_MATH_CONSTANT_UNDERBAR_VERTICAL_GAP)
    underbarThickness = length(HB_OT_MATH_CONSTANT_UNDERBAR_RULE_THICKNESS)
    underbarExtraDescender = length(HB_OT_MATH_CONSTANT_UNDERBAR_EXTRA_DESCENDER)
    radicalGap = length(HB_OT_MATH_CONSTANT_RADICAL_VERTICAL_GAP)
    radicalDisplayGap = length(HB_OT_MATH_CONSTANT_RADICAL_DISPLAY_STYLE_VERTICAL_GAP)
    radicalThickness = length(HB_OT_MATH_CONSTANT_RADICAL_RULE_THICKNESS)
    radicalExtraAscender = length(HB_OT_MATH_CONSTANT_RADICAL_EXTRA_ASCENDER)
    radicalKernBeforeDegree = length(HB_OT_MATH_CONSTANT_RADICAL_KERN_BEFORE_DEGREE)
    radicalKernAfterDegree = length(HB_OT_MATH_CONSTANT_RADICAL_KERN_AFTER_DEGREE)
    radicalDegreeRaise = percent(HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT)
  }
}
