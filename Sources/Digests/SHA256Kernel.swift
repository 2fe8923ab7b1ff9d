/// The compression function of SHA-256, on raw memory: it also runs in unoptimised builds, over whole source trees.
enum SHA256Kernel {
  /// Folds 64-byte blocks into the state of eight words.
  static func compress(_ bytes: UnsafeRawBufferPointer, blocks: Int, into state: inout [UInt32]) {
    guard let base = bytes.baseAddress, bytes.count >= 64 * blocks else { return }
    state.withUnsafeMutableBufferPointer { state in
      constants.withUnsafeBufferPointer { constants in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
          guard let s = state.baseAddress, let k = constants.baseAddress, let w = schedule.baseAddress else { return }
          for block in 0..<blocks { compress(base + 64 &* block, s, k, w) }
        }
      }
    }
  }

  /// One block; letters as in FIPS 180-4, section 6.2.2.
  private static func compress(
    _ block: UnsafeRawPointer, _ s: UnsafeMutablePointer<UInt32>, _ k: UnsafePointer<UInt32>,
    _ w: UnsafeMutablePointer<UInt32>
  ) {
    var t = 0
    while t < 16 {
      w[t] = block.loadUnaligned(fromByteOffset: 4 &* t, as: UInt32.self).byteSwapped
      t &+= 1
    }
    while t < 64 {
      let u = w[t &- 15]
      let v = w[t &- 2]
      let s0 = (u &>> 7 | u &<< 25) ^ (u &>> 18 | u &<< 14) ^ (u &>> 3)
      let s1 = (v &>> 17 | v &<< 15) ^ (v &>> 19 | v &<< 13) ^ (v &>> 10)
      w[t] = w[t &- 16] &+ s0 &+ w[t &- 7] &+ s1
      t &+= 1
    }
    var (a, b, c, d) = (s[0], s[1], s[2], s[3])
    var (e, f, g, h) = (s[4], s[5], s[6], s[7])
    t = 0
    while t < 64 {
      let s1 = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
      let t1 = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ k[t] &+ w[t]
      let s0 = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
      let t2 = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
      h = g
      g = f
      f = e
      e = d &+ t1
      d = c
      c = b
      b = a
      a = t1 &+ t2
      t &+= 1
    }
    s[0] &+= a
    s[1] &+= b
    s[2] &+= c
    s[3] &+= d
    s[4] &+= e
    s[5] &+= f
    s[6] &+= g
    s[7] &+= h
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
