import Graphics
import Notebook
import Report

/// The colours of the page; all text has a contrast of at least 4.5:1 on paper.
enum Palette {
  static let ink = Theme.RGB(0x1A1A1A)
  static let muted = Theme.RGB(0x595959)
  static let rule = Theme.RGB(0x1A1A1A)
  static let hairline = Theme.RGB(0xBDBDBD)
  static let link = Theme.RGB(0x1C4E89)
  static let error = Theme.RGB(0xB3261E)
  static let codeTint = Theme.RGB(0xF5F5F3)

  static let keyword = Theme.RGB(0x1C4E89)
  static let string = Theme.RGB(0x7A4A00)
  static let comment = Theme.RGB(0x5F6B62)
  static let type = Theme.RGB(0x5B3A8C)
  static let annotation = Theme.RGB(0x8A2C5B)
  static let number = Theme.RGB(0x00614A)

  /// The colour of a token; nil for what is not part of the code.
  static func code(_ kind: CodeToken.Kind?) -> Theme.RGB {
    switch kind {
    case .plain?, .variable?: ink
    case .keyword?, .property?: keyword
    case .type?, .function?: type
    case .string?: string
    case .number?: number
    case .annotation?: annotation
    case .comment?, nil: comment
    }
  }

  static func verdict(_ verdict: Claim.Verdict) -> Theme.RGB {
    switch verdict {
    case .supported: Theme.RGB(0x1B6E47)
    case .refuted, .faulty: error
    case .inconclusive: Theme.RGB(0x8A5A00)
    case .blocked: muted
    }
  }

  static func tint(_ verdict: Claim.Verdict) -> Theme.RGB {
    switch verdict {
    case .supported: Theme.RGB(0xF1F8F4)
    case .refuted, .faulty: Theme.RGB(0xFCF2F1)
    case .inconclusive: Theme.RGB(0xFBF6EC)
    case .blocked: Theme.RGB(0xF4F4F4)
    }
  }

  static func callout(_ kind: Callout.Kind) -> (rule: Theme.RGB, tint: Theme.RGB) {
    switch kind {
    case .note: (Theme.RGB(0x1C4E89), Theme.RGB(0xF1F5FA))
    case .tip: (Theme.RGB(0x1B6E47), Theme.RGB(0xF1F8F4))
    case .important: (Theme.RGB(0x6A3D9A), Theme.RGB(0xF6F2FA))
    case .warning: (Theme.RGB(0x8A5A00), Theme.RGB(0xFBF6EC))
    case .caution: (error, Theme.RGB(0xFCF2F1))
    }
  }
}
