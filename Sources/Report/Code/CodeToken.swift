/// A run of code of one kind; the texts of all tokens joined are the code.
package struct CodeToken: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Names, punctuation, space: in the colour of the text.
    case plain
    case keyword
    case type
    /// The name in a call, the command of a shell line.
    case function
    case string
    case number
    case comment
    /// A key of YAML or JSON, an option of a shell command.
    case property
    /// A shell variable.
    case variable
    /// Attributes, decorators, compiler directives, anchors.
    case annotation
  }

  package var kind: Kind
  package var text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
