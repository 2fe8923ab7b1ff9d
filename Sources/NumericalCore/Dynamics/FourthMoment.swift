/// The fourth moment of a random input a with E[aaᵀ] = diag(λ), as far as the second moments of linear iterates need it.
///
/// For an independent δ with cᵢ = E[δᵢ²], the diagonal of E[⟨a, δ⟩²aaᵀ] is
///
///     Qᵢ = square·λᵢ²cᵢ + own·λᵢcᵢ + trace·λᵢ Σⱼ λⱼcⱼ,
///
/// which is why the cᵢ of stochastic gradient descent on least squares obey a recursion of their own.
public struct FourthMoment: Equatable, Sendable {
  /// Factor of λᵢ²cᵢ.
  public var square: Double
  /// Factor of λᵢcᵢ.
  public var own: Double
  /// Factor of λᵢ Σⱼ λⱼcⱼ.
  public var trace: Double

  public init(square: Double, own: Double, trace: Double) {
    self.square = square
    self.own = own
    self.trace = trace
  }

  /// Independent normal coordinates of variance λᵢ (Isserlis' theorem).
  public static let gaussian = FourthMoment(square: 2, own: 0, trace: 1)

  /// The basis vector eᵢ with probability λᵢ.
  public static let oneHot = FourthMoment(square: 0, own: 1, trace: 0)

  /// The pair √(2λ)cos(2πmx), √(2λ)sin(2πmx) of each frequency at a uniform point x of the circle, where cᵢ is the sum
  /// over the pair: the gradient noise of a frequency does not depend on how its error is split into cosine and sine.
  public static let circle = FourthMoment(square: 0, own: 0, trace: 2)

  /// The same for the mean of `batch` ≥ 1 independent gradients: λᵢ²cᵢ plus a batch-th of the excess over it.
  public func mean(of batch: Int) -> FourthMoment {
    let b = Double(batch)
    return FourthMoment(square: 1 + (square - 1) / b, own: own / b, trace: trace / b)
  }
}
