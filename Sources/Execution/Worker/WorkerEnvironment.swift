import CReprise
import Glibc

/// The environment of workers: that of this process, but for what would change numbers or messages.
enum WorkerEnvironment {
  /// `NAME=value` for each variable, sorted.
  static func make(from variables: [String] = current, coreType: String? = NumericalPlatform.pinnedCoreType) -> [String] {
    var fixed = [
      "LC_ALL=C", "MALLOC_ARENA_MAX=2", "NO_COLOR=1", "OPENBLAS_NUM_THREADS=1", "OMP_NUM_THREADS=1",
      "SWIFT_BACKTRACE=enable=yes,color=no,interactive=no,threads=crashed,images=none,registers=none,limit=8,cache=yes,"
        + "sanitize=no,format=text",
    ]
    if let coreType { fixed.append("OPENBLAS_CORETYPE=\(coreType)") }
    let kept = variables.filter { variable in
      let name = variable.prefix { $0 != "=" }
      return !name.hasPrefix("OPENBLAS_") && !name.hasPrefix("OMP_") && !name.hasPrefix("GOTO_")
        && !name.hasPrefix("LC_") && !fixed.contains { $0.hasPrefix(name + "=") }
    }
    return (kept + fixed).sorted()
  }

  private static var current: [String] {
    var variables: [String] = []
    var pointer = rp_environment()
    while let entry = pointer?.pointee {
      variables.append(String(cString: entry))
      pointer = pointer?.advanced(by: 1)
    }
    return variables
  }
}
