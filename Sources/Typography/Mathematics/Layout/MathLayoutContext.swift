/// The style that a part of a formula is laid out in.
struct MathLayoutContext {
  var style: MathStyle
  /// Superscripts are raised less, as under a fraction's rule.
  var isCramped = false
  /// The em of text style, in points.
  var textSize: Double
  let constants: MathConstants

  init(style: MathStyle, textSize: Double, constants: MathConstants) {
    self.style = style
    self.textSize = textSize
    self.constants = constants
  }

  /// The em of the style, in points.
  var em: Double {
    switch style {
    case .display, .text: textSize
    case .script: textSize * constants.scriptScale
    case .scriptScript: textSize * constants.scriptScriptScale
    }
  }

  func with(_ style: MathStyle) -> MathLayoutContext {
    var context = self
    context.style = style
    return context
  }

  func scaled(by factor: Double) -> MathLayoutContext {
    var context = self
    context.textSize *= factor
    return context
  }

  var cramped: MathLayoutContext {
    var context = self
    context.isCramped = true
    return context
  }

  var superscript: MathLayoutContext { with(style.ofScripts) }
  var `subscript`: MathLayoutContext { with(style.ofScripts).cramped }
  var numerator: MathLayoutContext { with(style.ofFraction) }
  var denominator: MathLayoutContext { with(style.ofFraction).cramped }

  /// The form of glyphs in this style.
  var form: MathFont.Form {
    switch style {
    case .display, .text: .text
    case .script: .script
    case .scriptScript: .scriptScript
    }
  }

  var axis: Double { constants.axisHeight * em }
}
