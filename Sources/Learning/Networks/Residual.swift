import Diagnostics
import NumericalCore

/// shortcut(x) + body(x).
/// - Source: He, Zhang, Ren & Sun, "Deep residual learning for image recognition" (2016), equations 1 and 2.
public struct Residual: Layer {
  public var body: Sequential
  /// The identity if nil.
  public var shortcut: Sequential?

  public init(_ body: [any Layer], shortcut: [any Layer]? = nil) {
    self.body = Sequential(body)
    self.shortcut = shortcut.map { Sequential($0) }
  }

  public init(@LayerBuilder _ body: () -> [any Layer]) { self.init(body()) }

  public init(@LayerBuilder _ body: () -> [any Layer], @LayerBuilder shortcut: () -> [any Layer]) {
    self.init(body(), shortcut: shortcut())
  }

  public var kind: String { "residual" }

  public func plan(for input: Shape) -> LayerPlan {
    let inner = body.plan(for: input)
    let outer = shortcut?.plan(for: input)
    if inner.output != outer?.output ?? input {
      trap("a residual layer whose body gives \(inner.output) and whose shortcut gives \(outer?.output ?? input)")
    }
    var plan = LayerPlan(output: inner.output)
    plan.append(inner, prefix: "body")
    if let outer { plan.append(outer, prefix: "shortcut") }
    return plan
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    let y = body.apply(x, &pass)
    return (shortcut?.apply(x, &pass) ?? x) + y
  }
}
