import PackagePlugin

/// Generates the digests of an experiment target's source folders, for the results store's keys.
@main struct SourceDigests: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] { [] }
}
