/// Where a part of a formula leads.
package enum MathLink: Sendable, Hashable {
  /// An anchor of the page, such as that of the equation that `\eqref` names.
  case anchor(String)
  /// An address of the web or of electronic mail: `\href`.
  case address(String)

  /// What `href` is in HTML.
  package var reference: String {
    switch self {
    case .anchor(let name): "#" + name
    case .address(let address): address
    }
  }
}
