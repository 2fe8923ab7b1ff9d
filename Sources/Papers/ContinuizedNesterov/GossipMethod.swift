/// Both ends of an activated edge take their mean; accelerated, all nodes also mix two values.
enum GossipMethod: String, CaseIterable, Sendable {
  case simple
  case accelerated
}
