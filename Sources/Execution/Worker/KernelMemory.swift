/// What the kernel says about memory that ran out.
enum KernelMemory {
  /// How many processes the kernel has killed for lack of memory since it was booted.
  static func killCount() -> Int {
    let text = FileSystem.readStream("/proc/vmstat") ?? []
    for line in text.split(separator: UInt8(ascii: "\n")) where line.starts(with: "oom_kill ".utf8) {
      return Int(String(decoding: line.dropFirst(9), as: UTF8.self)) ?? 0
    }
    return 0
  }
}
