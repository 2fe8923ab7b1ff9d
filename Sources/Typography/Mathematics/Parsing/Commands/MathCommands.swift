/// Reads the arguments of a command that was just taken; nil leaves nothing in the list.
typealias MathCommand = @Sendable (inout MathListParser, MathToken) -> MathNode.Kind?

/// Every command that is more than a symbol, gathered from the families of this folder.
enum MathCommands {
  static let table: [String: MathCommand] = {
    let families = [
      FractionCommands.commands, RadicalCommands.commands, DelimiterCommands.commands, AccentCommands.commands,
      FontCommands.commands, OperatorCommands.commands, TextCommands.commands, SpaceCommands.commands,
      BoxCommands.commands, ColorCommands.commands, StackCommands.commands, ArrowCommands.commands,
      BraKetCommands.commands, LinkCommands.commands,
      StyleCommands.commands, DefinitionCommands.commands, EnvironmentCommands.commands, TagCommands.commands,
      LeftOutCommands.commands,
    ]
    var table: [String: MathCommand] = [:]
    table.reserveCapacity(250)
    for family in families { table.merge(family) { first, _ in first } }
    return table
  }()
}
