import Testing

@testable import Typography

@Suite struct MathSpeechTests {
  @Test(arguments: [
    ("x_i^2", "x sub i squared"),
    (#"\sum_{i=1}^n x_i"#, "the sum from i equals 1 to n of x sub i"),
    (#"\frac ab"#, "fraction a over b"),
    (#"\mathbb{E}[x] \le 0.5"#, "expectation open bracket x close bracket is at most 0.5"),
    (#"A^{-1}"#, "A inverse"),
    (#"\max(a, b)"#, "the maximum of open paren a, b close paren"),
    (#"f''(x)"#, "f double prime open paren x close paren"),
    (#"\hat\theta^\top"#, "theta hat transpose"),
    (#"\sqrt{x+1}"#, "the square root of x plus 1, end root"),
  ])
  func spoken(_ tex: String, _ words: String) {
    #expect(MathSpeech.describe(TeXMathParser().parse(tex)) == words)
  }

  @Test(arguments: [
    (#"\|x\|^2"#, "‖x‖²"),
    (#"\mathbb{E}\|x\|^2"#, "𝔼‖x‖²"),
    (#"\frac{1}{2}"#, "1/2"),
    (#"\frac{a+b}{c}"#, "(a + b)/c"),
    (#"x_{t+1} = x_t - \eta \nabla f(x_t)"#, "xₜ₊₁ = xₜ − η∇f(xₜ)"),
    (#"T^{-\alpha}"#, "T^(−α)"),
    (#"\theta^*"#, "θ*"),
    (#"\sqrt{\log n}"#, "√(log n)"),
    (#"n^{10} \to \infty"#, "n¹⁰ → ∞"),
  ])
  func plain(_ tex: String, _ text: String) { #expect(PlainMath.text(tex: tex) == text) }
}
