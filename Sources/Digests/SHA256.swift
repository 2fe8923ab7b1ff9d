/// SHA-256 (FIPS 180-4).
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// Bytes that do not fill a block yet.
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  public init() { pending.reserveCapacity(64) }

  /// The digest of some bytes, as 64 lower-case hexadecimal digits.
  /// - Complexity: O(bytes).
  public static func hex(_ bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalizeHex()
  }

  public static func hex(_ text: String) -> String { hex(text.utf8) }

  /// Adds bytes to the message.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let isContiguous = bytes.withContiguousStorageIfAvailable { update(buffer: UnsafeRawBufferPointer($0)) } != nil
    if !isContiguous { Array(bytes).withUnsafeBytes { update(buffer: $0) } }
  }

  public mutating func update(_ text: String) { update(text.utf8) }

  /// Ends the message and returns its digest.
  public mutating func finalizeHex() -> String {
    let bits = byteCount &* 8
    let zeros = (119 - pending.count) % 64
    update([0x80] + [UInt8](repeating: 0, count: zeros) + (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) })
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: state.flatMap { word in (0..<8).map { digits[Int(word >> (28 - 4 * UInt32($0)) & 15)] } }, as: UTF8.self)
  }

  private mutating func update(buffer: UnsafeRawBufferPointer) {
    byteCount &+= UInt64(buffer.count)
    var rest = buffer[...]
    if !pending.isEmpty {
      let taken = rest.prefix(64 - pending.count)
      pending.append(contentsOf: taken)
      rest = rest.dropFirst(taken.count)
      guard pending.count == 64 else { return }
      pending.withUnsafeBytes { block in SHA256Kernel.compress(block, blocks: 1, into: &state) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.count / 64
    if whole > 0 { SHA256Kernel.compress(UnsafeRawBufferPointer(rebasing: rest), blocks: whole, into: &state) }
    pending.append(contentsOf: rest.dropFirst(whole * 64))
  }
}
