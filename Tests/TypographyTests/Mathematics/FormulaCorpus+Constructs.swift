extension FormulaCorpus {
  /// Every construct that the main corpus leaves out.
  static let constructs = ##"""
    # accents and lines
    inline \dddot x, \ddddot y, \widecheck{abc}, \utilde{AB}, \underbar{x}, \wideparen{AB}
    inline \overleftrightarrow{AB}, \underrightarrow{AB}, \underleftarrow{AB}, \underleftrightarrow{AB}
    inline \Overrightarrow{AB}, \overrightharpoon{ac}, \overleftharpoon{ac}, \overgroup{AB}, \undergroup{AB}
    inline \overbracket{a+b}^{n} + \underbracket{c+d}_{m} + \overparen{x+y} + \underparen{z}
    inline \hat\imath, \vec{\jmath}, \bar{\bar x}, \widehat{\theta^\star}, \widetilde{W}, \widehat{f * g}, \hat{\mathcal L}
    \widehat{x}, \widehat{xy}, \widehat{xyz}, \widehat{w + x + y + z}, \widetilde{u + v + w}
    \overline{x + \overline{y + z}} = \underline{\underline{a} + b}
    # arrows
    A \xleftarrow{f} B \xleftrightarrow{g} C \xRightarrow{h} D \xLeftarrow{} E \xLeftrightarrow[b]{a} F
    A \xmapsto{f} B \xhookrightarrow{\iota} C \xhookleftarrow{} D \xtwoheadrightarrow{\pi} E \xtwoheadleftarrow{} F
    A \xrightharpoonup{a} B \xleftharpoondown{b} C \xrightleftharpoons[k_{-1}]{k_1} D \xlongequal{\text{def}} E \xtofrom{} F
    \theta_t \xrightarrow[t \to \infty]{\text{in probability, as the step size vanishes}} \theta^\star
    a \mapsto b \longmapsto c \mapsfrom d \twoheadrightarrow e \rightrightarrows f \rightleftarrows g \curvearrowright h
    \nearrow \searrow \swarrow \nwarrow \uparrow \Downarrow \updownarrow \nRightarrow \nleftrightarrow \rightsquigarrow
    # relations and operators
    inline a \leqslant b \geqslant c \lesssim d \gtrsim e \lessgtr f \gtreqless g \gtreqqless h \lneq i \gneqq j
    inline A \preceq B \succ C \preccurlyeq D \nprec E \precsim F \succapprox G \vartriangleleft H \trianglerighteq I
    inline A \subsetneq B \supseteqq C \Subset D \sqsubseteq E \nsubseteq F \varsubsetneq G \notni x \in\!\not\ni y
    inline a \coloneqq b \eqqcolon c \dblcolon d \Coloneqq e \colonsim f \vcentcolon g \doteqdot h \circeq i \bumpeq j
    inline a \ltimes b \rtimes c \boxplus d \boxtimes e \circledast f \uplus g \sqcup h \amalg i \wr j \dotplus k \And l
    inline p \vdash q \vDash r \Vdash s \nvdash t \models u \therefore v \because w \propto x \between y \pitchfork z
    \bigcup_{i \in I} A_i \cap \bigsqcup_j B_j \cup \biguplus_k C_k, \ \bigwedge_i p_i \vee \bigvee_j q_j, \ \bigodot_k u_k
    \iint_D f \,dA = \iiint_V g = \oiint_S h, \quad \intop_0^1 f = \int\limits_0^1 f, \quad \idotsint_{\Omega} f
    \sideset{_1^2}{_3^4}\sum_{i=1}^n x_i, \quad \sideset{}{'}\prod_k y_k, \quad \prescript{14}{6}{C}
    \varlimsup_{n} a_n = \varliminf_n b_n, \ \varinjlim V_i, \ \varprojlim W_i, \ \plim_{n \to \infty} \hat\theta_n
    # delimiters
    \left\lfloor \frac{x}{2} \right\rfloor \left\lceil \frac{y}{2} \right\rceil \left\lgroup \frac ab \right\rgroup
    \left\uparrow \frac ab \right\downarrow \left\llbracket \frac cd \right\rrbracket \left/ \frac ef \right\backslash
    \left( \left( \left( \left( x \right)^2 \right)^2 \right)^2 \right)^2
    \left( \sum_{k=0}^{\infty} \frac{1}{k!} \middle/ \int_0^1 \frac{dx}{1 + x} \right) \left] a, b \right[
    \biggl\{ \Bigl[ \bigl( x \bigm| y \bigr) \Bigm/ z \Bigr] \biggm\| w \biggr\}, \quad \Biggl\langle u \Biggm| v \Biggr\rangle
    \left. \begin{aligned} a &= b \\ c &= d \end{aligned} \right\} \Rightarrow a + c = b + d
    \set{x \in X | f(x) > 0}, \quad \Set{x | \|x\| < \frac12}, \quad \braket{\phi | \psi}, \quad \Braket{\phi | \frac{A}{2} | \psi}
    \DeclarePairedDelimiter{\norm}{\lVert}{\rVert} \norm{x}_2 + \norm*{\frac{x}{y}} + \norm[\Big]{z}
    # fractions
    {a \above{1pt} b} + {n \atop k} + {n \brace k} + {n \brack k} + {a \overwithdelims[] b} + {x \atopwithdelims\langle\rangle y}
    \dbinom{n}{k} = \tbinom{n-1}{k-1} + \binom{n-1}{k}, \quad \nicefrac{1}{2}, \quad \sfrac{\partial f}{\partial x}
    x = a_0 + \cfrac{1}{a_1 + \cfrac{1}{a_2 + \cfrac{1}{a_3 + \dotsb}}}
    \frac{\dfrac{a}{b} + \dfrac{c}{d}}{\sqrt{\dfrac{e}{f}}}, \quad e^{\frac{x}{y}}, \quad a_{\frac{1}{2}}
    \sqrt{1 + \sqrt{1 + \sqrt{1 + \sqrt{x}}}}, \quad \sqrt[3]{x}, \quad \sqrt[n+1]{\frac{a}{b}}, \quad \root 4 \of {\int f}
    # fonts and letters
    inline \mathbb{ABCDEFGHIJKLMNOPQRSTUVWXYZ}, \mathbb{k}, \mathbb{1}
    inline \mathcal{ABCDEFGHIJKLMNOPQRSTUVWXYZ}
    inline \mathfrak{ABCDEFGabcdefg}, \mathsf{Sans}, \mathtt{mono}, \mathbf{Bold}, \mathit{italic}, \mathsfit{slanted}
    inline \boldsymbol{\alpha\beta\Gamma\nabla} \bm{xyz} \mathbfit{ab} \mathbf{\Sigma} \pmb{\mu} \mathbfcal{L}
    inline \varGamma\varDelta\varTheta\varLambda\varSigma\varPhi\varPsi\varOmega, \upalpha\upbeta\uppi\upmu
    inline \Alpha\Beta\Epsilon\Zeta\Eta\Iota\Kappa\Mu\Nu\Omicron\Rho\Tau\Chi, \R, \N, \Z, \Complex
    inline \wp, \Re, \Im, \eth, \hslash, \beth, \gimel, \daleth, \complement, \mho, \angle, \measuredangle, \sphericalangle
    inline \clubsuit\diamondsuit\heartsuit\spadesuit\flat\natural\sharp\checkmark\copyright\dag\ddag\S\P\pounds\yen\degree
    # text
    \text{if $x_i > 0$ for \textit{every} $i$, then \textbf{stop}}, \ \textsf{sans}, \ \texttt{code}, \ \textrm{upright}
    \text{H\"older, Erd\H{o}s, Cram\'er, \v{C}eby\v{s}\"ev, na\"{\i}ve, \o re, \AA ngstr\"om}, \ 5\textsuperscript{th}
    \verb|a_b^c|, \quad x\char"2A2F y, \quad \LaTeX, \quad \text{a~b \& c\_d \% e \$ f}
    # size, colour, boxes
    x \large x \Large x \LARGE x \huge x \normalsize x \small x \scriptsize x \tiny x
    \colorbox{yellow}{$x^2 + y$} + \fcolorbox{red}{aqua}{words} + \fbox{box} + \boxed{\frac ab} + {\color{navy}\sum_i x_i}
    \cancel{a+b} \bcancel{\frac ab} \xcancel{xyz} \sout{w} {=}\mathllap{/\,} \mathrlap{\,/}{=}
    \sum_{\mathclap{1 \le i < j \le n}} x_{ij} + \rule{2em}{0.4pt} + \rule[0.5ex]{1em}{1ex} + x\raisebox{0.25em}{$y$}z
    \sqrt{\smash[b]{y}} + \sqrt{\mathstrut a} + \vcenter{\hbox{$\frac{\frac a b}c$}} + \mathchoice{D}{T}{S}{SS}^{\mathchoice{D}{T}{S}{SS}}
    a \kern1em b \mskip 9mu c \hskip 5pt d \enspace e \thinspace f \negthinspace g \hspace*{2ex} h
    # environments
    \begin{array}{||c|l:r||} \hline\hline a & b & c \\ \hdashline 1 & 22 & 333 \\ \cline{2-3} x & y & z \\ \hline \end{array}
    \def\arraystretch{1.5} \begin{array}{@{}l@{\;}r@{}} a & b \\ c & d \end{array} + \begin{darray}{c} \frac ab \end{darray}
    \begin{pmatrix*}[r] -1 & 2 \\ 3 & -44 \end{pmatrix*} \begin{vsmallmatrix} a & b \\ c & d \end{vsmallmatrix}
    \left[ \begin{array}{cc|c} 1 & 0 & b_1 \\ 0 & 1 & b_2 \end{array} \right]
    \begin{CD} A @>f>> B @>g>> C \\ @V\alpha VV @VV\beta V @VVV \\ A' @>>f'> B' @= C' \end{CD}
    \sum_{\begin{subarray}{l} i \in S \\ j \notin S \end{subarray}} w_{ij} \ge 0
    \begin{align} a &= b + c \\ \intertext{and therefore} d &= e \end{align}
    \begin{drcases} \frac{a}{b} \\ c \end{drcases} = \begin{cases} \sum_i x_i & i > 0 \\ 0 & \text{else} \end{cases}
    \begin{multline} a + b + c \\ + d + e = f \end{multline}
    \begin{eqnarray} a & = & b \\ c & \le & d \end{eqnarray}
    \begin{alignedat}{2} 10 &x + {}& 3 &y = 2 \\ 3 &x + {}& 13 &y = 4 \end{alignedat}
    \begin{gather*} a = b \\[6pt] c = d \end{gather*}
    \begin{bmatrix} \begin{bmatrix} a & b \\ c & d \end{bmatrix} & \mathbf 0 \\ \mathbf 0 & \begin{matrix} 1 \\ 2 \end{matrix} \end{bmatrix}
    # macros
    \def\inner#1#2{\left\langle #1, #2 \right\rangle} \renewcommand{\vec}[1]{\mathbf{#1}} \inner{\vec x}{\frac{\vec y}{2}}
    \def\norm|#1|{\lVert #1 \rVert} \def\interval[#1,#2){\left[#1, #2\right)} \norm|x| \in \interval[0,{a, b})
    \def\half{\frac12} \expandafter\sqrt\half + \cancelto{0}{x + y} + a_{\angl{n}} + \phase{-78^\circ} + \angl{\frac ab}
    \href{https://example.org/}{\theta^\star} = {\begingroup\bf x\endgroup}, \quad \htmlClass{a}{b} \xrightequilibrium{k} \O
    \let\eps=\varepsilon \newcommand{\abs}[1]{\lvert #1 \rvert} \abs{\eps} < 1, \quad \providecommand{\R}{\mathbb{R}} \R^d
    """##
}
