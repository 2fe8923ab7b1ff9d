extension FormulaCorpus {
  /// Formulas as papers on the theory of learning write them.
  static let field = ##"""
    # descent
    \theta_{t+1} = \theta_t - \frac{\eta}{B} \sum_{i \in \mathcal{B}_t} \nabla_\theta \ell\bigl(f_\theta(x_i), y_i\bigr)
    \mathbb{E}\bigl[f(\bar x_T)\bigr] - f(x^\star) \le \frac{\|x_0 - x^\star\|^2}{2 \eta T} + \frac{\eta \sigma^2}{2}
    \mathbb{E} R(x_t) - R(x_*) \le \min\Bigl\{\tfrac{3}{\alpha t^2}, \tfrac{24}{\beta t}\Bigr\} \|\delta_0\|^2 + 2\bigl[(\alpha + 2\beta) \operatorname{Tr} H + \tfrac{2\alpha d}{\beta}\bigr]\sigma^2
    \dot W = -p(\Lambda C + C^\top \Lambda) + p^2 \mathcal{Q} + \eta(C + C^\top - 2W)
    \mathrm{d}\theta_t = -\nabla L(\theta_t)\,\mathrm{d}t + \sqrt{\eta\,\delta_t}\,\phi_{\theta_t}(X)^\top \mathrm{d}B_t
    \begin{aligned} y_t &= x_t + \tau_t (z_t - x_t) \\ x_{t+1} &= y_t - \gamma \nabla f(y_t) \\ z_{t+1} &= z_t + \tau'_t (y_t - z_t) - \gamma' \nabla f(y_t) \end{aligned}
    x_v \mathrel{-}= \Delta/2, \quad x_w \mathrel{+}= \Delta/2, \quad z_v \mathrel{-}= (\theta/\mu)\Delta
    \eta_t = \eta'_t = q, \quad \gamma_t = 1/L, \quad \gamma'_t = 1/\sqrt{\mu L}
    C \leftarrow (C + W)(1 - \beta\lambda) - \alpha\lambda S + \alpha\beta(Q + \nu)
    \mathcal{L}(t) \le \mathcal{L}(0) \exp\Bigl(-\frac{2}{n} \int_0^t \lambda_{\min}(G_s)\,ds\Bigr)
    \frac{1}{T}\sum_{t=0}^{T-1} \mathbb{E}\|\nabla f(x_t)\|^2 \lesssim \frac{\Delta L}{T} + \sqrt{\frac{\Delta L \sigma^2}{T}}
    \|x_{t+1} - x^*\|^2 = \|x_t - x^*\|^2 - 2\eta\langle \nabla f(x_t), x_t - x^* \rangle + \eta^2 \|\nabla f(x_t)\|^2
    \mathbb{E}\bigl[\|a\|_{H^{-1}}^2 a a^\top\bigr] \preceq \tilde\kappa H
    c_i \leftarrow c_i (1 - 2\gamma\lambda_i) + \gamma^2 Q_i, \qquad Q_i = 2\lambda_i^2 c_i + \lambda_i \textstyle\sum_j \lambda_j c_j
    # sparsity and bias
    \min_{\beta \ge 0}\ \|\bar X \beta - \bar y\|_2^2 + \bar\delta \langle \bar h, \beta \rangle
    \tfrac{\log\beta_T - \log\beta_0}{\tau} = -\bigl[2\bar X^\top(\bar X\bar\beta - \bar y) + \bar\delta\bar h\bigr] + \tfrac{2\gamma}{n\tau} X^\top \!\sum_t \xi_t + O(\gamma)
    \delta_- = \sup\bigl\{\bar\delta : \beta^o_k > \tfrac{\bar\delta}{2} [(\bar X_S^\top \bar X_S)^{-1} \bar h_S]_k \ \forall k \in S\bigr\}
    \Bigl|\frac{2}{n} \phi_j^\top (y - \Phi c)\Bigr| \le \lambda \iff c_j = 0
    g = (\langle x_i, \theta^{\odot 2} \rangle - y_i) x_i - \tfrac1n X^\top \xi
    \hat\beta \in \operatorname*{arg\,min}_{\beta \in \mathbb{R}^p} \Bigl\{ \frac{1}{2n} \|y - X\beta\|_2^2 + \lambda \|\beta\|_1 \Bigr\}
    f(UV^\top) + \frac{\lambda}{2}\bigl(\|U\|_F^2 + \|V\|_F^2\bigr) \ge f(M) + \lambda\|M\|_*
    \langle \nabla f(\hat M), \hat M \rangle = -\lambda \|\hat M\|_*, \quad \|\nabla f(\hat M)\|_{\mathrm{op}} \le \lambda
    \operatorname{supp}(\beta^\star) = \{j : \beta_j^\star \ne 0\}, \quad s = |\operatorname{supp}(\beta^\star)| \ll p
    # kernels and features
    K^\infty_{nm} = \|\bar x_n\| \|\bar x_m\| \frac{\sin\theta + (\pi - \theta)\cos\theta}{2\pi} + \bar x_n^\top \bar x_m \frac{\pi - \theta}{2\pi}
    K \approx \Bigl(h(0) + \tfrac{h''(0) \operatorname{tr}\Sigma_p^2}{2d^2}\Bigr)\mathbf 1 \mathbf 1^\top + h'(0)\tfrac{XX^\top}{d} + \bigl(h(\tau_p) - h(0) - h'(0)\tau_p\bigr) I
    \hat f(x) = k(x, X) R^{-1} y, \qquad R = K + \lambda n W^{-1}, \quad W = \operatorname{diag}\bigl(\max(w_i, 10^{-12})\bigr)
    V \le \frac{\sigma^2 \|\Sigma_q\|_2}{d} \sum_j \frac{1}{\mu_j(R)} \qquad (\mu_j \text{ eigenvalues of } R)
    \hat u_\gamma = \operatorname*{arg\,min}_u \frac1n \sum_{j=1}^n \bigl((\mathcal A u)(x_j) - y_j\bigr)^2 + \gamma \|u\|_{H^s}^2
    \Theta(x, x') = \Bigl\langle \frac{\partial f_\theta(x)}{\partial\theta}, \frac{\partial f_\theta(x')}{\partial\theta} \Bigr\rangle \xrightarrow[m \to \infty]{} \Theta^\infty(x, x')
    \mathcal{N}_\infty(\lambda) = \sup_{x} \bigl\| (\Sigma + \lambda I)^{-1/2} \phi(x) \bigr\|^2, \quad d_{\mathrm{eff}}(\lambda) = \operatorname{tr}\bigl(\Sigma(\Sigma + \lambda I)^{-1}\bigr)
    -\min\{2(\alpha - r),\ 4(s - t),\ 2(\alpha - t) + d\}/d
    \hat\beta = \Omega X^\top (X \Omega X^\top + \rho m_{\mathrm{new}} I)^{-1} y
    w(x) = s^{-m} \exp\!\Bigl(-\tfrac12 (s^{-2} - 1) \sum_{j \le m} z_j^2\Bigr) \in (0, s^{-m}]
    # robustness
    A(x) = \arg\max_{\|x' - x\|_\infty \le \epsilon,\; x' \in [0,1]} \mathcal{L}(f(x'), y)
    \min_\theta \mathbb{E}_{(x, y) \sim \mathcal{D}} \Bigl[ \max_{\|\delta\|_p \le \varepsilon} \ell\bigl(f_\theta(x + \delta), y\bigr) \Bigr]
    \delta \leftarrow \Pi_{[-\varepsilon, \varepsilon]^d}\bigl(\delta + \alpha \operatorname{sign} \nabla_\delta \mathcal{L}(f(x + \delta), y)\bigr)
    \cos\bigl(\nabla_x \ell(x, y), \nabla_x \ell(x + \eta, y)\bigr) \ge \max\Bigl\{1 - \sqrt2\; \mathbb{E}_{w,z}\bigl[e^{-\langle w/\|w\|_2, z\rangle^2/\varepsilon^2}\bigr]^{1/2}, 0.5\Bigr\}
    \frac1n \#\{i : \exists x', \|x' - x_i\|_\infty \le \delta, \operatorname{sign} f(x') \ne y_i\}
    \mathbb{E}\|\delta\|_2 \le \sqrt{\mathbb{E}\|\delta\|_2^2} = \sqrt d \, \sqrt{-\tfrac{\alpha^3}{6\varepsilon} + \tfrac{\alpha^2}{2} + \tfrac{\varepsilon^2}{3}}
    L = \tfrac1B \sum_i \ell(x_i^{\mathrm{adv}}, y_i) + \lambda \Bigl(1 - \tfrac{1}{|I|} \sum_{i \in I} \tfrac{\langle g_{1,i}, g_{2,i} \rangle}{\|g_{1,i}\|_2 \|g_{2,i}\|_2}\Bigr)
    \max_{\delta^{(1)}, \dots, \delta^{(L)}} \ell\bigl(g_L(\dots g_1(x + \delta^{(1)}) \dots + \delta^{(L)}), y\bigr)
    \text{LIP}_\varepsilon(f) = \max_{x' : \|x' - x\| \le \varepsilon} \frac{\|f(x') - f(x)\|_1}{\|x' - x\|_\infty}
    # sharpness
    S_{\max}^\rho(w) = \max_{\|\delta \odot c^{-1}\|_p \le \rho} L(w + \delta) - L(w) \approx \frac{\rho^2}{2} \lambda_{\max}\bigl(\nabla^2 L \odot c c^\top\bigr)
    S_{\mathrm{avg}}^\rho(w, c) = \mathbb{E}_{g \sim \mathcal{N}(0, I)}\, L(w + \rho\, c \odot g) - L(w)
    u^+ = \Pi_{\|u\|_2 \le \rho}\bigl(u + s\,(c \odot g)/\|c \odot g\|_2\bigr)
    \nabla^2 L(\theta) = \frac1n \sum_{i=1}^n \Bigl[ \nabla f_i \nabla f_i^\top + (f_i - y_i) \nabla^2 f_i \Bigr]
    \lambda_{\max}\bigl(\nabla^2 L(\theta_t)\bigr) \nearrow 2/\eta, \qquad \operatorname{tr} \nabla^2 L = \sum_{i} \lambda_i
    # mean field and attention
    f_\rho(x) = \int_{\mathbb{R}^{d+2}} a\,\sigma(w^\top x + b)\,\mathrm{d}\rho(a, w, b), \qquad \|f\|_{\mathcal{B}} = \inf_\rho \int |a| \bigl(\|w\|_1 + |b|\bigr) \mathrm{d}\rho
    \dot Z(s) = \alpha \int u \tanh(w \cdot Z + b)\,\mathrm{d}\nu_s(\theta), \quad Z(0) = x
    KL(t) = \frac{1}{\#} \sum_{\text{particles}} \Bigl[ \tfrac12 \|\theta_t\|^2 - \tfrac12 \|\theta_0\|^2 - \int_0^t \nabla \cdot v \, \mathrm{d}s \Bigr]
    \partial_t \nu_t = \nabla_\theta \cdot \Bigl( \nu_t \nabla_\theta \frac{\delta \mathcal{L}}{\delta \nu}[\nu_t] \Bigr)
    \operatorname{Att}(X) = \operatorname{softmax}\Bigl( \tfrac{1}{\sqrt{d_m}} X W_Q^\top W_K X^\top \Bigr) X W_V^\top, \quad \tau_0 = d_m^{-1/2}
    \sup_{\|w\|_1 \le 1} \Bigl| \frac1n \sum_i \xi_i \sigma(\langle w, x_i \rangle) \Bigr| \le 2 \sqrt{\frac{2 \log(2d)}{n}}
    T(u) = \frac1\kappa \bigl[ \sigma(u + \rho + \kappa) - \sigma(u + \rho) - \sigma(u - \rho) + \sigma(u - \rho - \kappa) \bigr]
    \log N(\mathcal{G}_1, \epsilon, \|\cdot\|_\infty) \lesssim \epsilon^{-2d/(d+2)}
    # probability
    \operatorname{Var}(X) = \mathbb{E}\bigl[(X - \mathbb{E}X)^2\bigr], \quad \operatorname{Cov}(X, Y) = \mathbb{E}[XY] - \mathbb{E}X\,\mathbb{E}Y
    X_1, \dots, X_n \overset{\text{i.i.d.}}{\sim} \mathcal{N}(\mu, \sigma^2), \qquad \sqrt n (\bar X_n - \mu) \xrightarrow{\;d\;} \mathcal{N}(0, \sigma^2)
    \mathbb{P}\bigl(\|\hat\Sigma - \Sigma\|_{\mathrm{op}} \ge t\bigr) \le 2d \exp\Bigl(-\frac{n t^2 / 2}{\sigma^2 + R t/3}\Bigr)
    p(\theta \mid \mathcal{D}) = \frac{p(\mathcal{D} \mid \theta)\, p(\theta)}{\int p(\mathcal{D} \mid \theta')\, p(\theta')\, \mathrm{d}\theta'}
    \mathrm{ELBO}(q) = \mathbb{E}_{q(z)}[\log p(x \mid z)] - \mathrm{KL}\bigl(q(z) \,\Vert\, p(z)\bigr) \le \log p(x)
    \Pr\nolimits_{x \sim \mathcal{D}}[h(x) \ne y] \le \widehat{\mathrm{err}}(h) + \sqrt{\frac{d \log(2em/d) + \log(4/\delta)}{m}}
    \mathbf{1}\{A\} = \begin{cases} 1 & \text{if $A$ holds}, \\ 0 & \text{otherwise}, \end{cases} \qquad \mathbb{E}[\mathbf{1}\{A\}] = \Pr(A)
    # derivations
    \begin{aligned} f(x_{t+1}) &\le f(x_t) + \langle \nabla f(x_t), x_{t+1} - x_t \rangle + \frac{L}{2} \|x_{t+1} - x_t\|^2 \\ &= f(x_t) - \eta \Bigl(1 - \frac{L\eta}{2}\Bigr) \|\nabla f(x_t)\|^2 \\ &\le f(x_t) - \frac{\eta}{2} \|\nabla f(x_t)\|^2 \end{aligned}
    \begin{align*} \mathbb{E}(\hat\theta - \theta)^2 &= \underbrace{(\mathbb{E}\hat\theta - \theta)^2}_{\text{bias}^2} + \underbrace{\operatorname{Var}(\hat\theta)}_{\text{variance}} & \text{(1)} \\ &\ge \operatorname{Var}(\hat\theta) & \text{(2)} \end{align*}
    \begin{aligned} m_t &\gets \beta_1 m_{t-1} + (1 - \beta_1) g_t, & \hat m_t &\gets m_t / (1 - \beta_1^t), \\ v_t &\gets \beta_2 v_{t-1} + (1 - \beta_2) g_t^2, & \hat v_t &\gets v_t / (1 - \beta_2^t) \end{aligned}
    \Phi = \begin{pmatrix} 1 & 2 & 0 & 0 \\ 2 & 4 & 1 & 0 \\ 0 & 0 & 3 & 0 \\ 3 & 6.3 & 0 & 0 \end{pmatrix}, \quad \operatorname{rank}\Phi = 3
    \begin{bmatrix} A & B \\ C & D \end{bmatrix}^{-1} = \begin{bmatrix} S^{-1} & -S^{-1} B D^{-1} \\ -D^{-1} C S^{-1} & D^{-1} + D^{-1} C S^{-1} B D^{-1} \end{bmatrix}
    \operatorname{diag}(\lambda_1, \dots, \lambda_d) = \begin{pmatrix} \lambda_1 & & \\ & \ddots & \\ & & \lambda_d \end{pmatrix}
    # inline
    inline \alpha = \min\bigl(\|d_1\|/(\|d_1\| + \|d_2\|), \alpha_{\max}\bigr)
    inline \mathcal{G}_Q = \{f_\theta : \|\theta\|_{\mathcal P} \le Q\}, \ c \in \Gamma \cup \{\xi\}, \ s \in \{\pm 1\}^d
    inline U \in \mathbb{R}^{d \times k}, V \in \mathbb{R}^{T \times k}, \ \|XW + \mathbf 1 b^\top - Y\|_F^2 + \lambda \|W\|_F^2
    inline \cos(\tfrac\pi2 \tfrac lL) c_0 + \sin(\tfrac\pi2 \tfrac lL) c_1, \ \varepsilon_l = \varepsilon\,\frac{\dim_l}{\dim_0} \frac{1}{l+1}
    inline \lceil K/b \rceil e \lfloor n_v/50 \rfloor, \ w \leftarrow \max(w - \lfloor 0.03N \rfloor, \lfloor 0.06N \rfloor)
    inline x^\top\! A x, \ \|x\|_A^2, \ A^{1/2}, \ A^{-\top}, \ A^\dagger, \ X^{(i)}_{:,j}, \ W_{[l]}, \ f^{\star\star}, \ x_{t+\frac12}
    inline O(1/\sqrt T), \ \tilde{\mathcal O}(n^{-1/2}), \ \Omega(\log n), \ o_{\mathbb P}(1), \ \mathrm{poly}(d, 1/\epsilon)
    inline L^2(\mathbb{R}^d), \ W^{1,\infty}(\Omega), \ C^{k,\alpha}, \ \mathcal{H}^s, \ \ell^p, \ L^{p}_{\mathrm{loc}}, \ \mathbb{S}^{d-1}, \ \mathbb{R}_{\ge 0}
    inline f \in \mathcal{F}, \ f^{-1}, \ f'_+, \ \Gamma^2_f, \ V_f, \ T_h^2, \ Y_j, \ \mathcal{F}_t, \ P_\theta, \ \Psi^i_j, \ \dot{\hat x}_i
    """##
}
