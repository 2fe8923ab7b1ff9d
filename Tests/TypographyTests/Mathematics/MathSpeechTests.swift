import Testing

@testable import Typography

@Suite struct MathSpeechTests {
  @Test(arguments: [
    ("x_i^2", "x sub i squared"),
    (#"\sum_{i=1}^n x_i"#, "the sum from i equals 1 to n of x sub i"),
    (#"\frac ab"#, "a over b"),
    (#"\frac{a+b}{c}"#, "the fraction a plus b over c, end fraction"),
    (#"\frac12 x"#, "one half x"),
    (#"\frac{\partial f}{\partial x_i}"#, "the partial derivative of f with respect to x sub i"),
    (#"\frac{\mathrm d}{\mathrm dt} f"#, "the derivative with respect to t of f"),
    (#"\mathbb{E}[x] \le 0.5"#, "the expectation of x is at most 0.5"),
    (#"\mathbb{E}_{x \sim p}\bigl[f(x) + 1\bigr]"#,
      "the expectation over x distributed as p of f of x plus 1, end expectation"),
    (#"\mathbb{P}(X > t)"#, "the probability of X is greater than t, end probability"),
    (#"A^{-1}"#, "A inverse"),
    (#"\max(a, b)"#, "the maximum of open paren a, b close paren"),
    (#"f''(x)"#, "f double prime of x"),
    (#"2(x)"#, "2 open paren x close paren"),
    (#"f(x + y)"#, "f open paren x plus y close paren"),
    (#"\hat\theta^\top"#, "theta hat transpose"),
    (#"\sqrt{x+1}"#, "the square root of x plus 1, end root"),
    (#"x_{t+1} = x_t"#, "x sub t plus 1, equals x sub t"),
    (#"\|x\|"#, "the norm of x"),
    (#"\|x\|_2^2"#, "the 2 norm of x, squared"),
    (#"\|A - B\|_F"#, "the Frobenius norm of A minus B, end norm"),
    (#"\left\|\frac xy\right\|_\infty"#, "the infinity norm of x over y"),
    (#"|x - |y||"#, "the absolute value of x minus, end absolute value, y bar bar"),
    (#"\langle u, v \rangle"#, "the inner product of u and v"),
    (#"\{x : f(x) > 0\}"#, "the set of x such that f of x is greater than 0, end set"),
    (#"\nabla f(x)"#, "the gradient of f of x"),
    (#"\nabla_\theta L"#, "the gradient with respect to theta of L"),
    (#"\nabla^2 f"#, "the Hessian of f"),
    (#"\nabla \cdot v"#, "the divergence of v"),
    (#"\operatorname*{arg\,min}_{w} L(w)"#, "the arg min over w of L of w"),
    (#"\min_{\beta \ge 0} f"#, "the minimum over beta at least 0 of f"),
    (#"\lambda_{\max}(H)"#, "lambda sub max of H"),
    (#"h^{(\ell+1)}"#, "h superscript ell plus 1"),
    (#"x_{\mathrm{adv}}"#, "x sub adv"),
    (#"A^{-\top}"#, "A inverse transpose"),
    (#"\mathrm{ELBO}(q)"#, "ELBO of q"),
    (#"\dim_0 V"#, "dim sub 0 V"),
    (#"f(x) = \begin{cases} 1, & x > 0, \\ 0, & \text{else.} \end{cases}"#,
      "f of x equals cases: 1, x is greater than 0; 0, else, end cases"),
    (#"\begin{CD} A @>f>> B \end{CD}"#, "diagram: A, by an arrow labelled f, to B, end diagram"),
    (#"10^{-12}"#, "10 to the power minus 12"),
    (#"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#, "2 by 2 matrix: a, b; c, d, end matrix"),
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
