/// The keys that each part of a chart may have.
enum KnownKeys {
  static let view = [
    "data", "transform", "mark", "encoding", "layer", "hconcat", "vconcat", "concat", "columns", "facet", "spec", "resolve",
    "width", "height", "title", "description", "name", "config", "$schema", "background", "padding", "view", "spacing", "bounds",
    "align", "center", "band", "legend", "usermeta", "label", "caption", "alt",
  ]
  static let mark = [
    "type", "band", "center", "color", "fill", "stroke", "filled", "opacity", "fillOpacity", "strokeOpacity", "strokeWidth", "strokeDash",
    "size", "shape", "interpolate", "tension", "orient", "clip", "point", "line", "align", "baseline", "dx", "dy", "angle",
    "fontSize", "fontWeight", "fontStyle", "font", "text", "cornerRadius", "cornerRadiusEnd", "thickness", "extent", "ticks", "rule", "box", "median",
    "outliers", "borders", "bandSize", "width", "height", "binSpacing", "x", "y", "x2", "y2", "exponent", "at", "through", "series",
    "offset", "label", "expr", "tooltip", "aria", "cursor", "style", "invalid", "strokeCap", "strokeJoin", "limit", "lineBreak", "lineHeight",
    "continuousBandSize", "discreteBandSize", "order", "blend",
  ]
  static let channel = [
    "field", "type", "aggregate", "bin", "title", "scale", "axis", "legend", "header", "sort", "stack", "value", "datum", "condition",
    "format", "columns", "bandPosition", "band", "align", "center", "spacing", "bounds",
  ]
  static let scale = [
    "type", "domain", "domainMin", "domainMid", "domainMax", "range", "rangeMin", "rangeMax", "scheme", "zero", "nice", "reverse", "clamp",
    "padding", "paddingInner", "paddingOuter", "align", "base", "exponent", "constant", "round", "interpolate",
  ]
  static let axis = [
    "title", "format", "grid", "ticks", "labels", "domain", "values", "tickCount", "labelAngle", "orient", "tickMinStep",
    "labelOverlap", "labelFlush", "labelFontSize", "titleFontSize", "gridDash", "gridColor", "gridOpacity", "gridWidth", "offset", "position", "zindex",
    "labelAlign", "labelBaseline", "labelPadding", "titlePadding", "titleAngle", "titleAlign", "titleAnchor", "titleX", "titleY", "minExtent", "maxExtent", "bandPosition",
    "domainColor", "domainWidth", "domainOpacity", "tickColor", "tickWidth", "tickSize", "tickExtra", "tickBand", "tickOffset", "labelColor", "titleColor", "labelLimit",
    "labelBound", "labelSeparation", "labelFontWeight", "titleFontWeight", "translate", "style", "aria", "description",
  ]
  static let legend = [
    "title", "format", "orient", "values", "columns", "direction", "symbolType", "symbolSize", "symbolOpacity", "symbolStrokeWidth", "symbolFillColor",
    "symbolStrokeColor", "labelFontSize", "titleFontSize", "labelLimit", "offset", "padding", "tickCount", "type", "gradientLength", "gradientThickness",
    "fillColor", "strokeColor", "cornerRadius", "rowPadding", "columnPadding", "titlePadding", "titleOrient", "zindex", "aria", "description",
    "legendX", "legendY", "clipHeight", "labelAlign", "labelBaseline", "labelColor", "titleColor", "titleAlign", "titleAnchor", "gridAlign",
  ]
  static let header = [
    "title", "format", "labels", "labelAngle", "labelOrient", "titleOrient", "labelFontSize", "titleFontSize", "labelAlign", "labelPadding",
    "titlePadding", "orient", "labelAnchor", "titleAnchor", "labelColor", "titleColor", "labelLimit", "titleAlign", "labelFontWeight", "titleFontWeight",
  ]
  static let bin = ["maxbins", "step", "extent", "nice", "base", "anchor", "minstep", "divide", "steps", "binned", "scale"]
  static let sort = ["field", "op", "order", "encoding"]
  static let condition = ["test", "value", "field", "type", "aggregate", "bin", "scale", "legend", "title", "datum", "sort"]

  /// Keys and values of Vega-Lite that are knowingly left out, with what to use instead.
  static let leftOut: [String: String] = [
    "params": "charts on paper have no interaction; fix the value in the expression",
    "selection": "charts on paper have no interaction",
    "projection": "there are no maps",
    "repeat": "write the views out in hconcat or vconcat, or fold the columns and facet",
    "timeUnit": "calendar time is not read; compute the unit in SQL",
    "timeunit": "calendar time is not read; compute the unit in SQL",
    "impute": "fill missing rows in SQL",
    "lookup": "join the tables in SQL",
    "pivot": "pivot in SQL",
    "sample": "LIMIT in SQL",
    "stack": "set 'stack' on the channel",
    "loess": "use 'regression' or a window mean",
    "theta": "there are no pie charts; use bars", "theta2": "there are no pie charts; use bars",
    "radius": "there are no pie charts; use bars", "radius2": "there are no pie charts; use bars",
    "arc": "there are no pie charts; use bars",
    "latitude": "there are no maps", "longitude": "there are no maps", "latitude2": "there are no maps", "longitude2": "there are no maps",
    "geoshape": "there are no maps", "image": "pictures come from the results' tensors",
    "trail": "use 'line' with 'strokeWidth'", "angle": "rotate with the mark's 'angle'", "url": "", "autosize": "sizes are set by width and height",
    "temporal": "calendar time is not read; use a number", "T": "calendar time is not read; use a number",
    "argmin": "find the row in SQL", "argmax": "find the row in SQL", "formatType": "formats are d3's number formats",
    "extent": "compute the extent in SQL", "regression": "", "datasets": "use 'data: {values: …}'", "parameters": "",
    "graticule": "there are no maps", "sphere": "there are no maps", "time": "calendar time is not read; use a number",
    "utc": "calendar time is not read; use a number", "quantize": "bin the field", "quantile": "bin the field", "threshold": "bin the field",
    "bin-ordinal": "bin the field", "identity": "use 'scale: null'", "xOffset2": "", "time-offset": "", "xcurrent": "",
    "basis": "curves that miss their points are not drawn; use 'monotone'", "cardinal": "use 'monotone'", "bundle": "use 'monotone'",
    "natural": "use 'monotone'", "labelExpr": "use 'format', or name the values in SQL", "exponential": "",
  ]
}
