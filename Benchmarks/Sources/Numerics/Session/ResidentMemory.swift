import Glibc

/// What this process holds in memory.
enum ResidentMemory {
  /// In megabytes; nil where there is no `/proc`.
  static var megabytes: Double? {
    guard let file = fopen("/proc/self/statm", "r") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 256)
    guard fgets(&buffer, 256, file) != nil else { return nil }
    let fields = buffer.prefix { $0 != 0 }.split(separator: 32)
    guard fields.count > 1, let pages = Int(String(decoding: fields[1].map { UInt8($0) }, as: UTF8.self)) else { return nil }
    return Double(pages * sysconf(Int32(_SC_PAGESIZE))) / 1e6
  }
}
