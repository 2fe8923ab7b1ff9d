/// How many numbers an output of a layer is summed from, and how many outputs an input goes into.
public struct Fans: Sendable, Hashable {
  public var fanIn: Int
  public var fanOut: Int

  public init(in fanIn: Int, out fanOut: Int) {
    self.fanIn = fanIn
    self.fanOut = fanOut
  }
}
