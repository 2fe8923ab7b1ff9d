import Experiments
import Learning

extension RobustOverfitting {
  /// A question about a digit with two answers.
  enum DigitQuestion: String, ParameterChoice {
    /// Whether it is at least five.
    case size
    /// Whether it is even.
    case parity

    func sign(of digit: Int) -> Int {
      switch self {
      case .size: DigitLabelling.size.sign(of: digit)
      case .parity: DigitLabelling.parity.sign(of: digit)
      }
    }
  }
}
