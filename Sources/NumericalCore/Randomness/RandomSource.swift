/// A stream of random numbers that depends on its key and stream alone, never on other streams or on the order of work.
///
/// Counter-based: number `2b` and `2b + 1` of a stream are the two halves of Philox4x32-10 applied to the counter whose
/// low 64 bits are the block `b` and whose high 64 bits are the stream. Words are joined low word first. Streams of one
/// key, and streams of different keys, do not overlap within 2⁶⁵ numbers. The same bits come out on every machine, and
/// the distributions on top use only exact arithmetic and `Elementary`, never the system's mathematics library.
///
///     var noise = RandomSource(seed: 7, stream: "label-noise")
///     let x = noise.normal()
public struct RandomSource: RandomNumberGenerator, Sendable {
  /// Key of the block function.
  public let key: UInt64
  /// High half of the counter.
  public let stream: UInt64
  var nextBlock: UInt64
  @usableFromInline var buffer: InlineArray<8, UInt64>
  /// Index of the next unused number in `buffer`; 8 when it is used up.
  @usableFromInline var position: Int

  /// The stream `stream` of `key`, both used as they are.
  public init(key: UInt64, stream: UInt64) {
    self.init(key: key, stream: stream, block: 0)
  }

  init(key: UInt64, stream: UInt64, block: UInt64) {
    self.key = key
    self.stream = stream
    nextBlock = block
    buffer = InlineArray(repeating: 0)
    position = 8
  }

  /// The stream called `stream` of a seed: the key is `StableHash.mix(seed)`, the stream `StableHash.hash(stream)`.
  public init(seed: UInt64, stream: String) {
    self.init(key: StableHash.mix(seed), stream: StableHash.hash(stream))
  }

  /// A source of its own under a name; it does not depend on how many numbers this one has given.
  public func substream(_ name: String) -> RandomSource {
    RandomSource(key: StableHash.mix(key ^ StableHash.mix(stream)), stream: StableHash.hash(name))
  }

  /// A source of its own for an index, such as a replicate.
  public func substream(_ index: Int) -> RandomSource {
    RandomSource(key: StableHash.mix(key ^ StableHash.mix(stream)), stream: UInt64(bitPattern: Int64(index)))
  }

  /// The next 64 random bits.
  @inlinable public mutating func nextUInt64() -> UInt64 {
    if position == 8 { refill() }
    let bits = buffer[position]
    position &+= 1
    return bits
  }

  /// The next 64 random bits, for the standard library's algorithms.
  @inlinable public mutating func next() -> UInt64 { nextUInt64() }

  @usableFromInline mutating func refill() {
    let (w0, w1, w2, w3) = Philox.blocks(first: nextBlock, stream: stream, key: key)
    let high = SIMD4<UInt64>(repeating: 32)
    let even = w0 | (w1 &<< high)
    let odd = w2 | (w3 &<< high)
    for lane in 0..<4 {
      buffer[2 &* lane] = even[lane]
      buffer[2 &* lane &+ 1] = odd[lane]
    }
    nextBlock &+= 4
    position = 0
  }
}
