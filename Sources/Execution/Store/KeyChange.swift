/// How a job's key differs from that of a stored result: why the job has to be run.
package struct KeyChange: Sendable, Hashable {
  /// The component, e.g. "sources" or "parameter n".
  package var component: String
  /// nil if the component is new.
  package var stored: String?
  /// nil if the component is gone.
  package var wanted: String?
}

extension ResultsStore {
  /// Says what changed since the stored result that is most like a job.
  ///
  /// - Parameter stored: what `storedKeys()` gave, for asking about many jobs.
  /// - Returns: the differing components; empty if the very result is stored; nil if none of this experiment is.
  package func changes(to key: JobKey, among stored: [JobKey]) -> [KeyChange]? {
    if contains(key) { return [] }
    let experiment = key.components.first { $0.name == "experiment" }
    return stored.filter { other in other.components.contains { $0 == experiment } }
      .map { KeyChange.between($0, key) }
      .filter { !$0.isEmpty }
      .min { $0.count < $1.count }
  }
}

extension KeyChange {
  /// The components in which two keys differ, in the order of the second, those that are gone last.
  static func between(_ stored: JobKey, _ wanted: JobKey) -> [KeyChange] {
    var old: [String: String] = [:]
    for component in stored.components { old[component.name] = component.value }
    var changes: [KeyChange] = []
    for component in wanted.components {
      let value = old.removeValue(forKey: component.name)
      if value != component.value { changes.append(.init(component: component.name, stored: value, wanted: component.value)) }
    }
    let gone = stored.components.filter { old[$0.name] != nil }
    return changes + gone.map { .init(component: $0.name, stored: $0.value, wanted: nil) }
  }
}
