/// A language that listings are coloured in.
package enum CodeLanguage: String, Sendable, CaseIterable {
  case swift, python, yaml, sql, shell, json

  /// From the info string of a fence, in lower case; nil for languages without a lexer.
  package init?(named name: String) {
    switch name {
    case "swift": self = .swift
    case "python", "python3", "py": self = .python
    case "yaml", "yml": self = .yaml
    case "sql", "sqlite": self = .sql
    case "shell", "sh", "bash", "zsh", "console", "shell-session": self = .shell
    case "json", "jsonl": self = .json
    default: return nil
    }
  }

  /// As readers know it.
  package var title: String {
    switch self {
    case .swift: "Swift"
    case .python: "Python"
    case .yaml: "YAML"
    case .sql: "SQL"
    case .shell: "Shell"
    case .json: "JSON"
    }
  }
}
