import Testing

@testable import Digests

@Suite struct SHA256Tests {
  /// The examples of FIPS 180-4 and its companion documents.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func vectors(text: String, digest: String) {
    #expect(SHA256.hex(text) == digest)
  }

  @Test func millionLetters() {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(SHA256.hex(text) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// However a message is cut into pieces, the digest is the same.
  @Test func piecesOfAllSmallSizes() {
    let message = (0..<200).map { UInt8($0) }
    let whole = SHA256.hex(message)
    for size in 1...130 {
      var hash = SHA256()
      var start = 0
      while start < message.count {
        hash.update(message[start..<min(start + size, message.count)])
        start += size
      }
      #expect(hash.finalizeHex() == whole, "pieces of \(size)")
    }
  }
}
