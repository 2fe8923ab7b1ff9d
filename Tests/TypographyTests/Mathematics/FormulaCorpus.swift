/// Formulas in the style of the field, one a line; lines that begin with `#` name a topic, and those that begin with
/// `inline ` are set in text style, the others in display style.
struct FormulaCorpus {
  struct Formula {
    var tex: String
    var isDisplay: Bool
  }

  static let formulas: [Formula] = [text, constructs, field].flatMap { formulas(of: $0) }

  private static func formulas(of text: String) -> [Formula] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.hasPrefix("inline ")
        ? Formula(tex: String(line.dropFirst(7)), isDisplay: false) : Formula(tex: String(line), isDisplay: true)
    }
  }

  static let text = #"""
    # letters, numbers, scripts
    inline x
    inline x_i^2 + y_{ij}
    inline 3.14 \times 10^{-2}
    inline f'(x) + g''(x) + f'^2
    inline x^{2^{2^2}} - x_{i_{j_k}}
    inline {}_2F_1(a, b; c; z)
    inline A^\top A \succeq 0
    inline \hat\theta_n^{(k)}
    inline \alpha\beta\gamma\delta\epsilon\varepsilon\zeta\eta\theta\vartheta\kappa\lambda\mu\nu\xi\pi\rho\varrho\sigma
    inline \tau\upsilon\phi\varphi\chi\psi\omega\Gamma\Delta\Theta\Lambda\Xi\Pi\Sigma\Upsilon\Phi\Psi\Omega
    inline x ∈ ℝ^d, ‖x‖₂ ≤ 1, α × β → ∞
    inline \ell, \hbar, \Re z, \Im z, \aleph_0, \emptyset, \varnothing, \imath, \jmath
    # alphabets
    inline \mathbb{R}, \mathbb{E}, \mathbb 1\{x>0\}, \mathbb P
    inline \mathcal{L}, \mathcal N(0, I_d), \mathscr{F}
    inline \mathbf{x}^\top\mathbf{A}\mathbf{x}, \boldsymbol{\theta}, \bm\Sigma, \boldsymbol\nabla
    inline \mathrm{tr}(A), \mathrm{d}x, \mathsf{A}, \mathtt{code}, \mathfrak{g}, \mathit{diff}
    inline {\rm vec}(A) + {\bf x}
    # relations and operators
    inline a \le b < c \ne d \ge e \ll f \gg g \approx h \equiv i \sim j \propto k
    inline A \subseteq B \subset C \cup D \cap E \setminus F, x \in A, y \notin B
    inline a \pm b \mp c \cdot d \odot e \otimes f \oplus g \circ h \star i
    inline P \Rightarrow Q \iff R \implies S, x \mapsto y, f \colon X \to Y
    inline -1 + (-2) = -x, \quad \{-a\}, \ a = -b
    inline X \perp Y \mid Z, \ p \parallel q, \ \mu \ll \nu, \ f \asymp g \lesssim h
    inline \not= \not\in \not\subset \not\models \not\sim
    inline \forall x \exists y : \neg P \land Q \lor R
    inline i = 1, \dots, n; \quad x_1 + \dots + x_n; \quad \ldots, \cdots, \vdots, \ddots
    inline n! + \binom nk - \lfloor x \rfloor + \lceil y \rceil
    inline 5 \bmod 3, \quad a \equiv b \pmod{n}
    # fractions and roots
    \frac{a}{b} + \frac{1}{1 + \frac{1}{x}} + \tfrac12 x^2 + \dfrac{1}{2}
    inline \frac12 + \frac{\partial f}{\partial x} + \dfrac{a}{b}
    \frac{\mathrm{d}}{\mathrm{d}t} \theta(t) = -\nabla L(\theta(t))
    \cfrac{1}{1 + \cfrac{1}{1 + \cfrac{1}{x}}}
    \genfrac{[}{]}{0pt}{1}{n}{k} + {a \over b} + {n \choose k} + \genfrac{}{}{1pt}{}{a}{b}
    \sqrt{x} + \sqrt{1 + x^2} + \sqrt[3]{\frac{a}{b}} + \sqrt{\sum_{i=1}^n x_i^2} + \sqrt[n]{2}
    \sigma^2 / \sqrt{\mu L} \le \sqrt{\frac{\log(1/\delta)}{2n}}
    # big operators
    \sum_{i=1}^n a_i = \prod_{j \in S} b_j
    inline \sum_{i=1}^n a_i, \prod_j b_j, \int_0^1 f(x)\,dx, \bigcup_n A_n
    \int_{\mathbb{R}^d} f \, d\mu = \iint_D g = \oint_C h
    \int\limits_0^\infty e^{-t^2}\,dt + \sum\nolimits_i x_i
    \sum_{\substack{i < j \\ j \le n}} a_{ij} + \bigoplus_{k} V_k
    \max_{\|\delta\|_\infty \le \epsilon} \ell(f_\theta(x + \delta), y)
    \hat\theta = \operatorname*{arg\,min}_{\theta \in \Theta} L(\theta), \quad \argmax_x f(x)
    \lim_{n \to \infty} \sup_{x \in X} |f_n(x) - f(x)| = 0, \quad \limsup_t a_t
    \Pr(X > t) \le \inf_{\lambda > 0} e^{-\lambda t}\,\mathbb{E} e^{\lambda X}
    \log\det A = \operatorname{tr}\log A, \quad \dim\ker A, \quad \exp(-\gamma t)
    \mathop{\mathrm{Var}}_{x \sim p} f(x)
    # delimiters
    \left( \frac{a}{b} \right) + \left[ \sum_{i=1}^n x_i \right] + \left\{ \frac12 \right\}
    \left\langle \frac{u}{v}, w \right\rangle + \left\| \frac{x}{y} \right\|_2^2 + \left| \int f \right|
    \left\{ x \in \mathbb{R}^d \,\middle|\, \|x\|_2 \le \frac{1}{\sqrt d} \right\}
    \left. \frac{\partial f}{\partial x} \right|_{x=0}
    \bigl( \Bigl( \biggl( \Biggl( x \Biggr) \biggr) \Bigr) \bigr), \quad \big| x \big|, \ \Big\| y \Big\|
    \mathbb{E}\bigl[\|x\|^2\bigr] \le \Bigl(\sum_i a_i\Bigr)^{1/2}
    |x|, \|x\|, \langle x, y \rangle, \lvert z \rvert, \lVert w \rVert
    # accents
    inline \hat x, \bar y, \tilde z, \vec v, \dot w, \ddot u, \check a, \breve b, \acute c, \grave d, \mathring e
    inline \widehat{abc}, \widetilde{xyz}, \overline{AB}, \underline{CD}, \overrightarrow{AB}, \overleftarrow{BA}
    inline \hat x^2, \bar\theta_n, \hat{\hat f}, \tilde{O}(\sqrt T), \hat{i}, \bar{\mathbf{x}}
    \underbrace{a + b + c}_{\text{sum}} + \overbrace{x_1 + \cdots + x_n}^{n\text{ terms}}
    \underbrace{\mathbb{E}[(\hat f - \mathbb{E}\hat f)^2]}_{\text{variance}} + \underbrace{(\mathbb{E}\hat f - f)^2}_{\text{bias}^2}
    # stacks and arrows
    X_n \xrightarrow{d} Y, \quad a \xrightarrow[n \to \infty]{\text{a.s.}} b \xleftarrow{f} c
    A \overset{\text{def}}{=} B \stackrel{!}{=} C, \quad \underset{x \in X}{\text{minimise}}\ f(x)
    a \triangleq b \coloneqq c \rightharpoonup d \leadsto e \hookrightarrow f
    # text, colour, spaces, boxes
    f(x) = 0 \text{ for all } x \in X \text{ with $\|x\|_2 \le 1$, and so on}
    \textbf{bold} \ \textit{italic} \ \text{a -- b, ``quoted''} \ \mbox{box}
    a \, b \: c \; d \! e \quad f \qquad g ~ h \hspace{1em} i \mkern 18mu j \  k
    \textcolor{red}{a = b} + \color{blue} c + {\color{#008000} d}
    \boxed{E = mc^2} \quad \cancel{x + y} \quad \bcancel{z} \quad \xcancel{w}
    a \phantom{+ b} + c \hphantom{x} \vphantom{\frac12} \smash{\frac12} d
    # environments
    \begin{pmatrix} a & b \\ c & d \end{pmatrix} \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix} \begin{Bmatrix} x \\ y \end{Bmatrix}
    \begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc, \quad \begin{Vmatrix} x \end{Vmatrix}, \quad \begin{matrix} 1 & 2 \end{matrix}
    \bigl(\begin{smallmatrix} a & b \\ c & d \end{smallmatrix}\bigr)
    f(x) = \begin{cases} x^2 & \text{if } x \ge 0, \\ -x & \text{otherwise.} \end{cases}
    f(x) = \begin{dcases} \frac{1}{x} & x > 0 \\ 0 & x \le 0 \end{dcases}
    \begin{rcases} a \\ b \end{rcases} \Rightarrow c
    \begin{aligned} \theta_{t+1} &= \theta_t - \eta \nabla f(\theta_t) \\ v_{t+1} &= \beta v_t + (1 - \beta) g_t^2 \end{aligned}
    \begin{align*} a &= b + c & x &= y \\ &= d & &= z \end{align*}
    \begin{gathered} a = b \\ c + d = e + f \end{gathered}
    \begin{split} a &= b \\ &\quad + c \end{split}
    \begin{equation} E = mc^2 \tag{1} \end{equation}
    \begin{alignat}{2} x &= 1 &\quad y &= 2 \\ z &= 3 & w &= 4 \end{alignat}
    \begin{array}{r|cc} a & b & c \\ \hline 1 & 2 & 3 \\ 4 & 5 & 6 \end{array}
    \begin{array}{|*{2}{c}|} \hline a & b \\[4pt] c & d \\ \hline \end{array}
    a = b \\ c = d
    \begin{pmatrix} 1 & \cdots & 0 \\ \vdots & \ddots & \vdots \\ 0 & \cdots & 1 \end{pmatrix}
    # macros
    \newcommand{\E}{\mathbb{E}} \newcommand{\norm}[1]{\lVert #1 \rVert} \E\norm{x}^2
    \def\half{\frac12} \def\pair#1#2{\langle #1, #2\rangle} \half \pair{u}{v}
    \DeclareMathOperator*{\esssup}{ess\,sup} \DeclareMathOperator{\prox}{prox} \esssup_x \prox_{\eta f}(x)
    \newcommand{\pnorm}[2][2]{\lVert #2 \rVert_{#1}} \pnorm{x} + \pnorm[p]{y}
    # the field
    \theta_{t+1} = \theta_t - \eta_t \nabla \ell(\theta_t; x_{i_t}, y_{i_t})
    \mathbb{E}\|\theta_T - \theta^*\|^2 \le (1 - \eta\mu)^T \|\theta_0 - \theta^*\|^2 + \frac{\eta\sigma^2}{\mu}
    f(y) \ge f(x) + \langle \nabla f(x), y - x \rangle + \frac{\mu}{2}\|y - x\|_2^2
    \mathcal{L}(\theta) = \frac1n \sum_{i=1}^n \ell(f_\theta(x_i), y_i) + \lambda \|\theta\|_1
    D_{\mathrm{KL}}(p \,\|\, q) = \int p(x) \log \frac{p(x)}{q(x)} \, dx
    \mathbb{P}\left( \left| \frac1n \sum_{i=1}^n X_i - \mu \right| > \epsilon \right) \le 2 e^{-2 n \epsilon^2}
    \operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j} e^{z_j}}
    \operatorname{Attention}(Q, K, V) = \operatorname{softmax}\left(\frac{Q K^\top}{\sqrt{d_k}}\right) V
    K(x, x') = \exp\left( -\frac{\|x - x'\|^2}{2\sigma^2} \right)
    \hat w = (X^\top X + n \lambda I)^{-1} X^\top y
    \mathrm{d}X_t = -\nabla V(X_t)\,\mathrm{d}t + \sqrt{2\beta^{-1}}\,\mathrm{d}B_t
    \partial_t \rho = \nabla \cdot (\rho \nabla V) + \beta^{-1} \Delta \rho
    W_2^2(\mu, \nu) = \inf_{\pi \in \Pi(\mu, \nu)} \int \|x - y\|^2 \, d\pi(x, y)
    R_n(\mathcal{F}) = \mathbb{E}_\sigma \sup_{f \in \mathcal{F}} \frac1n \sum_{i=1}^n \sigma_i f(x_i)
    \lambda_{\max}(H) \approx \frac{2}{\eta}, \quad \operatorname{tr}(H) = \sum_i \lambda_i
    m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t, \quad \hat m_t = \frac{m_t}{1 - \beta_1^t}
    x_{t+1} = \Pi_{B_\epsilon(x)}\bigl(x_t + \alpha \operatorname{sign} \nabla_x \ell(f(x_t), y)\bigr)
    \|f\|_{\mathcal{H}}^2 = \sum_{k \ge 1} \frac{\langle f, e_k \rangle^2}{\lambda_k}
    \mathcal{R}(T) = \sum_{t=1}^T f_t(x_t) - \min_{x \in \mathcal{K}} \sum_{t=1}^T f_t(x) = O(\sqrt T \log T)
    y = \sum_{j=1}^m a_j \, \sigma(w_j^\top x + b_j), \quad \|f\|_{\mathcal B} = \inf \sum_j |a_j| \|w_j\|_1
    \min_{w}\max_{p \in \Delta_n} \sum_{i} p_i \ell_i(w) - \tau H(p)
    \tilde O\left( \frac{d^{3/2}}{\epsilon^2} \right), \ \Omega(n \log n), \ \Theta(1), \ o(1)
    \Sigma = U \Lambda U^\top, \quad \kappa(\Sigma) = \lambda_1 / \lambda_d
    u \otimes v = \begin{pmatrix} u_1 v_1 & \cdots & u_1 v_n \\ \vdots & & \vdots \\ u_m v_1 & \cdots & u_m v_n \end{pmatrix}
    \alpha \in \left(0, \tfrac12\right], \quad t^{-\min(\alpha, 1 - \alpha)}
    Z = \int_{\mathbb{R}^d} e^{-\beta V(x)} \, \mathrm{d}x < \infty
    \frac{\partial^2 \mathcal{L}}{\partial w_i \, \partial w_j} = \mathbb{E}\left[ \frac{\partial f}{\partial w_i} \frac{\partial f}{\partial w_j} \right]
    \mathbf{1}_{\{x > 0\}} + \mathbb{1}[y = \hat y]
    p_{t+1}(i) \propto p_t(i) \exp\{-\eta \ell_t(i)\}
    \eta \in \Bigl(0, \frac{2}{L}\Bigr), \quad \gamma_t = \frac{\gamma_0}{\sqrt{1 + t}}
    \mathrm{TV}(P, Q) = \sup_{A} |P(A) - Q(A)| \le \sqrt{\tfrac12 D_{\mathrm{KL}}(P \,\|\, Q)}
    \phi(t) := \mathbb{E}\bigl[e^{i t X}\bigr], \quad F^{-1}(u) = \inf\{x : F(x) \ge u\}
    \nabla_\theta J(\theta) = \mathbb{E}_{\tau \sim \pi_\theta}\left[\sum_{t=0}^{T-1} \nabla_\theta \log \pi_\theta(a_t \mid s_t)\, R(\tau)\right]
    h^{(\ell+1)} = \sigma\bigl(W^{(\ell)} h^{(\ell)} + b^{(\ell)}\bigr), \quad \ell = 0, \dots, L - 1
    \mathcal{N}(\mu, \Sigma), \quad \mathrm{Unif}\{\pm 1\}^d, \quad \text{Bern}(p)
    \mathbb{E}[Y \mid X = x] = \int y \, p(y \mid x) \, dy
    """#
}
