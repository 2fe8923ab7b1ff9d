/// The lines that a sub-formula may be struck or framed with.
package enum MathEnclosure: String, Sendable, Hashable {
  case box, cancel, bcancel, xcancel
  /// A horizontal line through the middle: `\sout`.
  case strikeout
  /// Lines above and at the right: `\angl`.
  case actuarial
  /// A line below that an oblique one meets at the left: `\phase`.
  case phasor

  /// What is said before the sub-formula.
  var spoken: String {
    switch self {
    case .box: "boxed"
    case .cancel, .bcancel, .xcancel: "cancelled"
    case .strikeout: "struck out"
    case .actuarial: "angle"
    case .phasor: "phase"
    }
  }
}
