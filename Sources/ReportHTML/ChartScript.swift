/// What makes the charts of a page answer: values under the pointer, series alone by a click on their name, all of it by keyboard as well.
///
/// The page is complete without it. The script reads the drawings themselves: the vertices of their paths are places, `data-plots` says how
/// places are read as values, and what the numbers behind images are.
enum ChartScript {
  static let css = """
    figure .plot{position:relative}
    .tip{position:absolute;z-index:5;pointer-events:none;max-width:19rem;padding:.35rem .55rem;border:1px solid var(--rule);border-radius:5px;background:var(--paper);color:var(--text);box-shadow:0 2px 10px #0003;font:.72rem/1.45 "Helvetica Neue","TeX Gyre Heros",Helvetica,Arial,"Liberation Sans",sans-serif;font-variant-numeric:tabular-nums;text-align:start;white-space:nowrap}
    .tip i{display:inline-block;width:.55em;height:.55em;border-radius:50%;margin-inline-end:.45em}
    .tip b{font-weight:600}
    .tip span{float:inline-end;margin-inline-start:1.2em}
    .cross{fill:none;stroke:var(--muted);stroke-width:.5;pointer-events:none}
    .cross.cell{stroke:#fff;stroke-width:1;mix-blend-mode:difference}
    .plot .dim{opacity:.1}
    .legend .dim,.labels .dim{opacity:.45}
    .live .entry{cursor:pointer}
    .live .entry:hover text{text-decoration:underline}
    @media print{.tip,.cross{display:none}}
    """

  /// The source below without its indentation, its comments and the spaces around operators.
  static let source: String = {
    let lines = written.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.hasPrefix("//") }
    let spaced = ["===", "!==", "=>", "<=", ">=", "+=", "/=", "&&", "||", "=", "?", ":", "<", ">", "+", "-", "*", "/", "{", "}", ",", ";", ")"]
    var script = Array(lines.joined(separator: "\n").utf8)
    for sign in spaced { script = replaced(replaced(script, " \(sign) ", sign), "\(sign) ", sign) }
    let pairs = [" {": "{", " }": "}", "if (": "if(", "for (": "for(", "while (": "while(", ";\n": ";", "{\n": "{", ",\n": ",", "\n}": "}", ";}": "}"]
    for (text, other) in pairs.sorted(by: { $0.key < $1.key }) { script = replaced(script, text, other) }
    return String(decoding: script, as: UTF8.self)
  }()

  /// Byte by byte: some sixty passes over characters would be a tenth of the time of a page.
  private static func replaced(_ script: [UInt8], _ text: String, _ other: String) -> [UInt8] {
    let (text, other) = (Array(text.utf8), Array(other.utf8))
    var result: [UInt8] = []
    result.reserveCapacity(script.count)
    var at = 0
    while at < script.count {
      if script[at] == text[0], script[at...].starts(with: text) {
        result += other
        at += text.count
      } else {
        result.append(script[at])
        at += 1
      }
    }
    return result
  }

  private static let written = #"""
    (() => {
      'use strict';
      const { abs, pow, sign, min, max, floor, log1p, expm1 } = Math, make = name => document.createElement(name),
        all = (root, query) => [...root.querySelectorAll(query)], on = (e, type, answer, isEarly) => e.addEventListener(type, answer, isEarly),
        set = (e, o) => { for (const k in o) e.setAttribute(k, o[k]); }, keyOf = g => g.dataset.key || '', plain = key => key.replace(/[$\{}]/g, '');
      // Vertices of relative path data, one list a subpath.
      function vertices(d) {
        var lists = [], list, x = 0, y = 0, c = '', n = [], t;
        var need = { m: 2, l: 2, h: 1, v: 1, c: 6 }, re = /([a-zA-Z])|-?\d*\.?\d+/g;
        while ((t = re.exec(d))) {
          if (t[1]) { c = t[1].toLowerCase(); n = []; continue; }
          n.push(+t[0]);
          if (n.length < need[c]) continue;
          if (c === 'h') x += n[0]; else if (c === 'v') y += n[0]; else { x += n[n.length - 2]; y += n[n.length - 1]; }
          if (c === 'm') { lists.push(list = []); c = 'l'; }
          list.push([x, y]);
          n = [];
        }
        return lists;
      }
      function value({ a, b, c, k, n }, p) {
        var isPow = k === 'pow', f, g, v;
        if (n) return n.reduce((s, o) => abs(o[0] - p) < abs(s[0] - p) ? o : s)[1];
        if (k === 'log') return a * pow(b / a, p);
        if (isPow || k === 'symlog') {
          f = v => sign(v) * (isPow ? pow(abs(v), c) : log1p(abs(v) / c));
          g = v => sign(v) * (isPow ? pow(abs(v), 1 / c) : expm1(abs(v)) * c);
          return g(f(a) + p * (f(b) - f(a)));
        }
        v = a + p * (b - a);
        return abs(v) < abs(b - a) * 1e-4 ? 0 : v;
      }
      function text(axis, v) {
        if (typeof v === 'string') return v;
        if (axis.k === 'time') return new Date(v).toISOString().replace(/T00:00.*|:\d\d\.\d+Z/, '').replace('T', ' ');
        var m = abs(v), s = m !== 0 && (m >= 1e5 || m < 1e-3) ? v.toExponential(2).replace('e+', 'e') : String(+v.toPrecision(4));
        return s.replace(/-/g, '−');
      }
      all(document, '.plot[data-plots]').forEach(box => {
        var svg = box.querySelector('svg'), plots = JSON.parse(box.dataset.plots), marks, only = '', at = null;
        if (!svg) return;
        var tip = make('div'), cross = document.createElementNS(svg.namespaceURI, 'path');
        tip.hidden = true;
        set(tip, { class: 'tip', 'aria-live': 'polite' });
        svg.append(cross); box.append(tip); box.classList.add('live');
        set(svg, { role: 'group', tabindex: 0 });
        const plotAt = (x, y) => plots.findIndex(({ p }) => x > p[0] - 6 && x < p[0] + p[2] + 6 && y > p[1] - 6 && y < p[1] + p[3] + 6);
        const isOut = key => key && only && !key.split(' · ').includes(only);
        // Lattices of cells behind images, {r: frame, n: [columns, rows], t: title, k: series, s: axes cut into intervals, d: values}.
        function unpack(g) {
          var packed = Uint8Array.from(atob(g.d), c => c.charCodeAt());
          new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer().then(bytes => {
            g.v = new Float32Array(bytes);
            if (at && at.hit.g) show(at.plot, at.hit);
          });
        }
        function cell(plot, g, i, j) {
          var [x, y, w, h] = g.r, [m, n] = g.n;
          w /= m; h /= n;
          return i < 0 || j < 0 || i >= m || j >= n ? null : { g, i, j, r: [x + i * w, y + j * h, w, h], p: [x + i * w + w / 2, y + j * h + h / 2], mark: {} };
        }
        const cellAt = (plot, x, y) => (plots[plot].g || []).reduce((hit, g) => {
          var { r, n } = g;
          return hit || cell(plot, g, floor((x - r[0]) / r[2] * n[0]), floor((y - r[1]) / r[3] * n[1]));
        }, null);
        // Read once, when first asked for: {plot, key, kind, color, points}.
        function read() {
          if (marks) return;
          marks = [];
          plots.forEach(o => (o.g || []).forEach(g => g.d && unpack(g)));
          all(svg, 'g.series,g.points,g.bars').forEach(g => {
            var kind = { series: 'line', bars: 'bar' }[g.classList[0]] || 'point', key = keyOf(g);
            all(g, 'path,circle,rect').forEach(leaf => {
              const n = name => +leaf.getAttribute(name);
              var { fill, stroke } = getComputedStyle(leaf), tag = leaf.tagName, x = n('x'), y = n('y'), w = n('width'), h = n('height'), points, b;
              if (tag === 'path' && kind === 'line') points = vertices(leaf.getAttribute('d')).flat();
              else if (tag === 'circle') points = [[n('cx'), n('cy')]];
              else if (tag === 'rect') points = [[x + w / 2, y + (kind === 'bar' ? 0 : h / 2), y + h, x + w, x]];
              else { b = leaf.getBBox(); points = [[b.x + b.width / 2, b.y + b.height / 2]]; }
              if (points.length) marks.push({ plot: plotAt(...points[0]), key, kind, color: kind === 'line' || fill === 'none' ? stroke : fill, points });
            });
          });
        }
        const shown = (m, plot) => m.plot === plot && !isOut(m.key);
        // Where a mark may be read; a line at its points, or anywhere if they are too many.
        function stops(m, x) {
          var v = plots[m.plot].v;
          if (m.kind !== 'line') return m.points;
          if (x === undefined) v = v || m.points.map(p => p[0]);
          else v = v ? [v.reduce((a, b) => abs(b - x) < abs(a - x) ? b : a)] : [x];
          return v.map(x => [x, height(m.points, x)]).filter(p => p[1] !== null);
        }
        // Bars are level where names stand beside them.
        const isLevel = m => m.kind === 'bar' && plots[m.plot].y?.n;
        function nearest(plot, x, y) {
          var best;
          marks.forEach(m => {
            if (shown(m, plot)) stops(m, x).forEach(p => {
              var k = m.kind === 'point' ? 1 : .3, d = isLevel(m) ? pow((p[1] + p[2]) / 2 - y, 2) : pow(p[0] - x, 2) + pow(p[1] - y, 2) * k;
              if (!best || d < best.d) best = { d, mark: m, p };
            });
          });
          return best;
        }
        // A mark within a few points, else a cell, else the nearest mark.
        function find(plot, x, y) {
          var hit = nearest(plot, x, y);
          return hit && hit.d < 64 ? hit : cellAt(plot, x, y) || hit;
        }
        // Height of a line at a place; null beside it.
        function height(points, x) {
          for (var i = 0; i < points.length; i++) {
            if (abs(points[i][0] - x) < .011) return points[i][1];
            var a = points[i], b = points[i + 1];
            if (b && a[0] < x && b[0] > x) return a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]);
          }
          return null;
        }
        // What a place of the drawing is on an axis: x from the left, y from below.
        const valueAt = (o, c, p) => value(o[c], c === 'x' ? (p - o.p[0]) / o.p[2] : 1 - (p - o.p[1]) / o.p[3]);
        const along = (o, c, p) => o[c] ? text(o[c], valueAt(o, c, p)) : '';
        function cellRows(o, hit) {
          var g = hit.g, r = hit.r;
          ['x', 'y'].forEach((c, k) => {
            if (!o[c]) return;
            var a = along(o, c, r[k]), b = along(o, c, r[k] + r[k + 2]);
            row('', o[c].t || c, o[c].n || !(g.s & k + 1) ? along(o, c, hit.p[k]) : k ? b + ' – ' + a : a + ' – ' + b);
          });
          o.g.forEach(other => {
            if (!other.d || isOut(other.k) || '' + other.r + other.n !== '' + g.r + g.n) return;
            var v = other.v ? other.v[hit.j * g.n[0] + hit.i] : NaN;
            row('', plain(other.k || '') || other.t || 'value', v === v ? text({}, v) : '–');
          });
        }
        function bar(o, c, p) {
          var [far, near] = p.slice(c === 'x' ? 3 : 1);
          if (!o[c] || o[c].k !== 'linear') return along(o, c, far);
          far = valueAt(o, c, far); near = valueAt(o, c, near);
          return text(o[c], (far + near < 0 ? -1 : 1) * abs(far - near));
        }
        function row(dot, name, v) {
          var line = make('div'), i = make('i'), s = make('span');
          if (dot) { i.style.background = dot; line.append(i); }
          s.textContent = v; line.append(s, name);
          tip.append(line);
        }
        function show(plot, hit) {
          var o = plots[plot], m = hit.mark, p = hit.p, rows = [], y;
          at = { plot, hit };
          tip.textContent = '';
          if (hit.g) cellRows(o, hit);
          else if (m.kind === 'line') marks.forEach(other => {
            if (other.kind !== 'line' || !shown(other, plot) || (y = height(other.points, p[0])) === null) return;
            rows.push({ y, mark: other });
          });
          else rows.push({ y: p[1], mark: m });
          rows.sort((a, b) => a.y - b.y);
          var [c, v] = isLevel(m) ? 'yx' : 'xy', r = hit.r || m.kind === 'line' && [p[0], o.p[1], 0, o.p[3]];
          if (o[c] && !hit.g) row('', o[c].t || c, along(o, c, c === 'x' ? p[0] : (p[1] + p[2]) / 2));
          rows.slice(0, 14).forEach(r => row(r.mark.color, plain(r.mark.key) || o[v]?.t || v, m.kind === 'bar' ? bar(o, v, p) : along(o, 'y', r.y)));
          set(cross, { d: r ? `M${r[0]},${r[1]}h${r[2]}v${r[3]}h${-r[2]}z` : '', class: hit.g ? 'cross cell' : 'cross' });
          var w = box.getBoundingClientRect(), k = svg.getScreenCTM(), x = k.e + k.a * p[0] - w.left, left = x + 12;
          tip.hidden = false;
          if (left + tip.offsetWidth > box.clientWidth) left = x - tip.offsetWidth - 12;
          tip.style.left = max(0, left) + 'px';
          tip.style.top = max(0, min(k.f + k.d * p[1] - w.top - 10, box.clientHeight - tip.offsetHeight)) + 'px';
        }
        // Begins to read a plot, from its left.
        function enter(plot) {
          var p = plots[plot].p, hit = find(plot, p[0] + 1, p[1] + p[3] / 2);
          if (hit) show(plot, hit);
          return hit;
        }
        function hide() { tip.hidden = true; at = null; set(cross, { d: '' }); }
        on(svg, 'pointermove', ev => {
          read();
          var k = svg.getScreenCTM(), x = (ev.clientX - k.e) / k.a, y = (ev.clientY - k.f) / k.d, plot = plotAt(x, y), hit = plot < 0 ? null : find(plot, x, y);
          if (hit) show(plot, hit); else hide();
        });
        ['pointerleave', 'blur', 'click'].forEach(type => on(svg, type, hide));
        on(document, 'close', hide, true);
        on(svg, 'keydown', ev => {
          var step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[ev.key];
          if (ev.key === 'Escape') {
            // Of a window, it first closes what is shown in it.
            if (at) ev.preventDefault();
            hide();
            if (only) isolate(only);
            return;
          }
          if (!step || ev.target !== svg) return;
          ev.preventDefault();
          read();
          var isAlong = /t$/.test(ev.key), plot = at ? at.plot : 0, own;
          if (!at) { enter(0); return; }
          own = at.hit;
          if (own.g && (own = cell(plot, own.g, own.i + (isAlong ? step : 0), own.j + (isAlong ? 0 : step)))) { show(plot, own); return; }
          if (isAlong && !at.hit.g) {
            // Places of all marks of the plot, in order.
            var here = at.hit.p, list = [];
            marks.forEach(m => {
              if (shown(m, plot) && (m.kind !== 'line' || m.key === at.hit.mark.key)) stops(m).forEach(p => list.push({ mark: m, p }));
            });
            list.sort((a, b) => a.p[0] - b.p[0] || a.p[1] - b.p[1]);
            var i = list.findIndex(o => abs(o.p[0] - here[0]) + abs(o.p[1] - here[1]) < .01) + step;
            if (list[i]) show(plot, list[i]);
          } else if (!isAlong) {
            // From plot to plot.
            while (plots[plot += step]) if (enter(plot)) return;
          }
        });
        var entries = all(svg, 'g.entry');
        function isolate(key) {
          only = only === key ? '' : key;
          all(svg, 'g[data-key]').forEach(g => g.classList.toggle('dim', isOut(keyOf(g))));
          entries.forEach(g => set(g, { 'aria-pressed': keyOf(g) === only }));
          hide();
        }
        entries.forEach(g => {
          const key = keyOf(g), toggle = () => isolate(key);
          set(g, { tabindex: 0, role: 'button', 'aria-pressed': false, 'aria-label': 'Show only ' + plain(key), 'pointer-events': 'bounding-box' });
          on(g, 'click', toggle);
          on(g, 'keydown', ev => { if (/^(Enter| )$/.test(ev.key)) { ev.preventDefault(); toggle(); } });
        });
      });
    })();
    """#
}
