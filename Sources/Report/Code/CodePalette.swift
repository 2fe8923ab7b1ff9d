import Graphics

/// The colours of code on a light and on a dark page.
///
/// All have a contrast of at least 4.5 : 1 against the page and against the tint behind listings.
package enum CodePalette {
  /// Nil for what is in the colour of the text.
  package static func light(_ kind: CodeToken.Kind) -> Theme.RGB? {
    switch kind {
    case .plain: nil
    case .keyword: Theme.RGB(0x8A1F7A)
    case .type: Theme.RGB(0x7A4A00)
    case .function: Theme.RGB(0x00598C)
    case .string: Theme.RGB(0x1B6B3A)
    case .number: Theme.RGB(0x9A3B12)
    case .comment: Theme.RGB(0x5B6068)
    case .property: Theme.RGB(0x00598C)
    case .variable: Theme.RGB(0x7A4A00)
    case .annotation: Theme.RGB(0x5A4FA3)
    }
  }

  package static func dark(_ kind: CodeToken.Kind) -> Theme.RGB? {
    switch kind {
    case .plain: nil
    case .keyword: Theme.RGB(0xE79AD8)
    case .type: Theme.RGB(0xE8C27A)
    case .function: Theme.RGB(0x7CC0EC)
    case .string: Theme.RGB(0x7FD1A0)
    case .number: Theme.RGB(0xF2A481)
    case .comment: Theme.RGB(0xA5ABB3)
    case .property: Theme.RGB(0x7CC0EC)
    case .variable: Theme.RGB(0xE8C27A)
    case .annotation: Theme.RGB(0xB7AEF0)
    }
  }
}
