/// What makes the charts of a page answer: values under the pointer, series alone by a click on their name, all of it by keyboard as well.
///
/// The page is complete without it. The script reads the drawings themselves: the vertices of their paths are places, `data-plots` says how
/// places are read as values.
enum ChartScript {
  static let css = """
    figure .plot{position:relative}
    .tip{position:absolute;z-index:5;pointer-events:none;max-width:19rem;padding:.35rem .55rem;border:1px solid var(--rule);border-radius:5px;background:var(--paper);color:var(--text);box-shadow:0 2px 10px #0003;font:.72rem/1.45 "Helvetica Neue","TeX Gyre Heros",Helvetica,Arial,"Liberation Sans",sans-serif;font-variant-numeric:tabular-nums;text-align:left;white-space:nowrap}
    .tip i{display:inline-block;width:.55em;height:.55em;border-radius:50%;margin-right:.45em}
    .tip b{font-weight:600}
    .tip span{float:right;margin-left:1.2em}
    .cross{stroke:var(--muted);stroke-width:.5;pointer-events:none}
    .plot .dim{opacity:.1}
    .legend .dim,.labels .dim{opacity:.45}
    .live .entry{cursor:pointer}
    .live .entry:hover text{text-decoration:underline}
    @media print{.tip,.cross{display:none}}
    """

  /// The source below without its indentation, its comments and the spaces around operators.
  static let source: String = {
    let lines = written.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.hasPrefix("//") }
    return [" = ", " === ", " ? ", " : ", " && ", " || ", " => ", " < ", " > "].reduce(lines.joined(separator: "\n")) { text, spaced in
      text.replacing(spaced, with: spaced.filter { $0 != " " })
    }
  }()

  private static let written = #"""
    (() => {
      'use strict';
      const { abs, pow, sign, min, max, log1p, expm1 } = Math;
      const all = (root, query) => [...root.querySelectorAll(query)], make = name => document.createElement(name);
      const keyOf = g => g.getAttribute('data-key') || '', set = (e, o) => { for (const k in o) e.setAttribute(k, o[k]); };
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
      function value(axis, p) {
        var a = axis.a, b = axis.b, e = axis.c, f, g, v;
        if (axis.n) return axis.n.reduce((s, o) => abs(o[0] - p) < abs(s[0] - p) ? o : s)[1];
        if (axis.k === 'log') return a * pow(b / a, p);
        if (axis.k === 'pow' || axis.k === 'symlog') {
          f = v => sign(v) * (axis.k === 'pow' ? pow(abs(v), e) : log1p(abs(v) / e));
          g = v => sign(v) * (axis.k === 'pow' ? pow(abs(v), 1 / e) : expm1(abs(v)) * e);
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
      function plain(key) { return key.replace(/[$\{}]/g, ''); }
      all(document, '.plot[data-plots]').forEach(box => {
        var svg = box.querySelector('svg'), plots = JSON.parse(box.getAttribute('data-plots')), marks, only = null, at = null;
        if (!svg) return;
        var tip = make('div'), cross = document.createElementNS(svg.namespaceURI, 'path');
        tip.className = 'tip'; tip.hidden = true; tip.setAttribute('aria-live', 'polite');
        set(cross, { class: 'cross' });
        svg.appendChild(cross); box.appendChild(tip); box.classList.add('live');
        set(svg, { role: 'group', tabindex: 0 });
        function plotAt(x, y) {
          return plots.findIndex(o => x > o.p[0] - 6 && x < o.p[0] + o.p[2] + 6 && y > o.p[1] - 6 && y < o.p[1] + o.p[3] + 6);
        }
        function color(leaf, kind) { var s = getComputedStyle(leaf); return kind === 'line' || s.fill === 'none' ? s.stroke : s.fill; }
        // Read once, when first asked for: {plot, key, kind, color, points}.
        function read() {
          marks = [];
          all(svg, 'g.series,g.points,g.bars').forEach(g => {
            var kind = g.classList.contains('series') ? 'line' : g.classList.contains('bars') ? 'bar' : 'point', key = keyOf(g);
            all(g, 'path,circle,rect').forEach(leaf => {
              function n(name) { return +leaf.getAttribute(name); }
              var tag = leaf.tagName, points, b;
              if (tag === 'path' && kind === 'line') points = vertices(leaf.getAttribute('d')).flat();
              else if (tag === 'circle') points = [[n('cx'), n('cy')]];
              else if (tag === 'rect') points = [[n('x') + n('width') / 2, n('y') + (kind === 'bar' ? 0 : n('height') / 2), n('y') + n('height'), n('x'), n('x') + n('width')]];
              else { b = leaf.getBBox(); points = [[b.x + b.width / 2, b.y + b.height / 2]]; }
              if (points.length) marks.push({ plot: plotAt(points[0][0], points[0][1]), key: key, kind: kind, color: color(leaf, kind), points: points, group: g });
            });
          });
        }
        function shown(m, plot) { return m.plot === plot && !m.group.classList.contains('dim'); }
        // Where a line may be read: at its points, or anywhere if they are too many.
        function stops(m, x) {
          var v = plots[m.plot].v;
          if (x === undefined) v = v || m.points.map(p => p[0]);
          else v = v ? [v.reduce((a, b) => abs(b - x) < abs(a - x) ? b : a)] : [x];
          return v.map(x => [x, height(m.points, x)]).filter(p => p[1] !== null);
        }
        function nearest(plot, x, y) {
          var best = null;
          marks.forEach(m => {
            if (shown(m, plot)) (m.kind === 'line' ? stops(m, x) : m.points).forEach(p => {
              var d = pow(p[0] - x, 2) + pow(p[1] - y, 2) * (m.kind === 'point' ? 1 : .3);
              if (!best || d < best.d) best = { d: d, mark: m, p: p };
            });
          });
          return best;
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
        function axisText(o, c, p) { return o[c] ? text(o[c], value(o[c], p)) : ''; }
        function bar(o, p) {
          if (o.y && o.y.n) return axisText(o, 'x', (p[4] - o.p[0]) / o.p[2]);
          if (!o.y || o.y.k !== 'linear') return axisText(o, 'y', 1 - (p[1] - o.p[1]) / o.p[3]);
          var top = value(o.y, 1 - (p[1] - o.p[1]) / o.p[3]), end = value(o.y, 1 - (p[2] - o.p[1]) / o.p[3]);
          return text(o.y, (top + end < 0 ? -1 : 1) * abs(top - end));
        }
        function row(dot, name, v) {
          var line = make('div'), i = make('i'), s = make('span');
          if (dot) { i.style.background = dot; line.appendChild(i); }
          s.textContent = v; line.appendChild(s); line.appendChild(document.createTextNode(name));
          tip.appendChild(line);
        }
        function show(plot, hit) {
          var o = plots[plot], m = hit.mark, p = hit.p, rows = [], y;
          at = { plot: plot, hit: hit };
          tip.textContent = '';
          if (m.kind === 'line') marks.forEach(other => {
            if (other.kind !== 'line' || !shown(other, plot) || (y = height(other.points, p[0])) === null) return;
            rows.push({ y: y, mark: other });
          });
          else rows.push({ y: p[1], mark: m });
          rows.sort((a, b) => a.y - b.y);
          if (o.x) row('', o.x.t || 'x', axisText(o, m.kind === 'bar' && o.y && o.y.n ? 'y' : 'x', m.kind === 'bar' && o.y && o.y.n ? 1 - ((p[1] + p[2]) / 2 - o.p[1]) / o.p[3] : (p[0] - o.p[0]) / o.p[2]));
          rows.slice(0, 14).forEach(r => {
            row(r.mark.color, plain(r.mark.key) || (o.y && o.y.t) || 'y', m.kind === 'bar' ? bar(o, p) : axisText(o, 'y', 1 - (r.y - o.p[1]) / o.p[3]));
          });
          set(cross, { d: m.kind === 'line' ? 'M' + p[0] + ' ' + o.p[1] + 'v' + o.p[3] : '' });
          tip.hidden = false;
          var k = svg.getBoundingClientRect(), scale = k.width / svg.viewBox.baseVal.width, w = box.getBoundingClientRect();
          var x = k.left - w.left + p[0] * scale, left = x + 12;
          if (left + tip.offsetWidth > box.clientWidth) left = x - tip.offsetWidth - 12;
          tip.style.left = max(0, left) + 'px';
          tip.style.top = max(0, min(k.top - w.top + p[1] * scale - 10, box.clientHeight - tip.offsetHeight)) + 'px';
        }
        function hide() { tip.hidden = true; at = null; set(cross, { d: '' }); }
        svg.addEventListener('pointermove', ev => {
          if (!marks) read();
          var k = svg.getBoundingClientRect(), scale = svg.viewBox.baseVal.width / k.width, x = (ev.clientX - k.left) * scale, y = (ev.clientY - k.top) * scale;
          var plot = plotAt(x, y), hit = plot < 0 ? null : nearest(plot, x, y);
          if (hit) show(plot, hit); else hide();
        });
        svg.addEventListener('pointerleave', hide);
        svg.addEventListener('blur', hide);
        svg.addEventListener('keydown', ev => {
          var step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[ev.key];
          if (ev.key === 'Escape') { hide(); if (only !== null) isolate(only); return; }
          if (!step || ev.target !== svg) return;
          ev.preventDefault();
          if (!marks) read();
          var isAlong = ev.key === 'ArrowLeft' || ev.key === 'ArrowRight', plot = at ? at.plot : 0, own;
          if (!at) { own = plots[0].p; own = nearest(0, own[0], own[1] + own[3] / 2); if (own) show(0, own); return; }
          if (isAlong) {
            // Places of all marks of the plot, in order.
            var here = at.hit.p, list = [];
            marks.forEach(m => {
              if (shown(m, plot) && (m.kind !== 'line' || m.key === at.hit.mark.key)) (m.kind === 'line' ? stops(m) : m.points).forEach(p => list.push({ mark: m, p: p }));
            });
            list.sort((a, b) => a.p[0] - b.p[0] || a.p[1] - b.p[1]);
            var i = list.findIndex(o => abs(o.p[0] - here[0]) + abs(o.p[1] - here[1]) < .01) + step;
            if (list[i]) show(plot, list[i]);
          } else {
            // From plot to plot.
            for (plot += step; plots[plot]; plot += step) { own = nearest(plot, plots[plot].p[0], plots[plot].p[1]); if (own) { show(plot, own); return; } }
          }
        });
        var entries = all(svg, 'g.entry');
        function isolate(key) {
          only = only === key ? null : key;
          all(svg, 'g[data-key]').forEach(g => {
            var parts = keyOf(g).split(' · ');
            g.classList.toggle('dim', only !== null && parts.indexOf(only) < 0);
          });
          entries.forEach(g => { g.setAttribute('aria-pressed', String(keyOf(g) === only)); });
          hide();
        }
        entries.forEach(g => {
          var key = keyOf(g);
          set(g, { tabindex: 0, role: 'button', 'aria-pressed': false, 'aria-label': 'Show only ' + plain(key), 'pointer-events': 'bounding-box' });
          g.addEventListener('click', () => { isolate(key); });
          g.addEventListener('keydown', ev => { if (ev.key === 'Enter' || ev.key === ' ') { ev.preventDefault(); isolate(key); } });
        });
      });
    })();
    """#
}
