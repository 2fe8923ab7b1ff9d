/// The keys that each part of a chart may have.
enum KnownKeys {
  static let view = [
    "data", "transform", "mark", "encoding", "layer", "hconcat", "vconcat", "concat", "columns", "facet", "spec", "resolve",
    "width", "height", "title", "description", "name", "config", "$schema", "background", "padding", "view", "spacing", "bounds",
    "align", "center", "band", "legend", "usermeta", "label", "caption", "alt", "params", "datasets", "repeat", "autosize",
  ]
  static let mark = [
    "type", "band", "center", "color", "fill", "stroke", "filled", "opacity", "fillOpacity", "strokeOpacity", "strokeWidth", "strokeDash",
    "size", "shape", "interpolate", "tension", "orient", "clip", "point", "line", "align", "baseline", "dx", "dy", "angle",
    "fontSize", "fontWeight", "fontStyle", "font", "text", "cornerRadius", "cornerRadiusEnd", "thickness", "extent", "ticks", "rule", "box", "median",
    "outliers", "borders", "bandSize", "width", "height", "binSpacing", "x", "y", "x2", "y2", "tooltip", "aria", "cursor", "style", "invalid", "strokeCap", "strokeJoin", "limit", "lineBreak", "lineHeight",
    "continuousBandSize", "discreteBandSize", "order", "blend", "minBandSize", "xOffset", "yOffset", "x2Offset", "y2Offset", "cornerRadiusTopLeft",
    "cornerRadiusTopRight", "cornerRadiusBottomLeft", "cornerRadiusBottomRight", "description", "href", "radius", "strokeDashOffset", "strokeMiterLimit", "strokeOffset",
    "strokeJoin", "timeUnitBand", "timeUnitBandPosition", "timeUnitBandSize", "ellipsis", "dir", "ariaRole", "ariaRoleDescription", "url", "aspect", "smooth", "thickness", "fontStyle",
  ]
  /// Keys that belong to one of our own marks alone.
  static let ownMark: [MarkType: [String]] = [
    .slope: ["exponent", "at", "through", "series", "offset", "label"],
    .function: ["expr"],
    .contour: ["levels", "labels", "value"],
    .trajectory: ["every"],
    .images: ["pixels", "pixelX", "pixelY", "imageSize", "range", "gain", "scheme"],
    .graph: ["edges", "layout", "id", "label", "from", "to", "weight", "directed"],
  ]
  static let channel = [
    "field", "type", "aggregate", "bin", "title", "scale", "axis", "legend", "header", "sort", "stack", "value", "datum", "condition",
    "format", "columns", "bandPosition", "band", "align", "center", "spacing", "bounds", "timeUnit", "impute", "formatType", "description",
  ]
  static let scale = [
    "type", "domain", "domainMin", "domainMid", "domainMax", "range", "rangeMin", "rangeMax", "scheme", "zero", "nice", "reverse", "clamp",
    "padding", "paddingInner", "paddingOuter", "align", "base", "exponent", "constant", "round", "interpolate",
  ]
  static let axis = [
    "title", "format", "grid", "ticks", "labels", "domain", "values", "tickCount", "labelAngle", "orient", "tickMinStep", "also",
    "labelOverlap", "labelFlush", "labelFontSize", "titleFontSize", "gridDash", "gridColor", "gridOpacity", "gridWidth", "offset", "position", "zindex",
    "labelAlign", "labelBaseline", "labelPadding", "titlePadding", "titleAngle", "titleAlign", "titleAnchor", "titleX", "titleY", "minExtent", "maxExtent", "bandPosition",
    "domainColor", "domainWidth", "domainOpacity", "tickColor", "tickWidth", "tickSize", "tickExtra", "tickBand", "tickOffset", "labelColor", "titleColor", "labelLimit",
    "labelExpr", "formatType", "tickRound", "ticksOffset", "titleFontStyle", "labelFont", "titleFont", "titleLimit", "titleLineHeight", "titleOpacity", "labelOpacity",
    "labelLineHeight", "labelOffset", "domainDash", "domainDashOffset", "domainCap", "tickDash", "tickDashOffset", "tickOpacity", "tickCap", "gridDashOffset", "gridCap",
    "labelFontStyle", "labelFlushOffset", "titleBaseline",
    "labelBound", "labelSeparation", "labelFontWeight", "titleFontWeight", "translate", "style", "aria", "description",
  ]
  static let legend = [
    "title", "format", "orient", "values", "columns", "direction", "symbolType", "symbolSize", "symbolOpacity", "symbolStrokeWidth", "symbolFillColor",
    "symbolStrokeColor", "labelFontSize", "titleFontSize", "labelLimit", "offset", "padding", "tickCount", "type", "gradientLength", "gradientThickness",
    "fillColor", "strokeColor", "cornerRadius", "rowPadding", "columnPadding", "titlePadding", "titleOrient", "zindex", "aria", "description",
    "labelExpr", "formatType", "symbolDash", "symbolDashOffset", "symbolLimit", "symbolOffset", "gradientOpacity", "gradientStrokeColor", "gradientStrokeWidth", "labelOffset",
    "labelOpacity", "labelOverlap", "labelPadding", "labelSeparation", "labelFont", "labelFontStyle", "labelFontWeight", "titleFont", "titleFontStyle", "titleFontWeight",
    "titleLimit", "titleLineHeight", "titleOpacity", "titleBaseline", "tickMinStep", "symbolFillColor",
    "legendX", "legendY", "clipHeight", "labelAlign", "labelBaseline", "labelColor", "titleColor", "titleAlign", "titleAnchor", "gridAlign",
  ]
  static let header = [
    "title", "format", "labels", "labelAngle", "labelOrient", "titleOrient", "labelFontSize", "titleFontSize", "labelAlign", "labelPadding",
    "labelExpr", "formatType", "labelBaseline", "labelFont", "labelFontStyle", "labelLineHeight", "titleAngle", "titleBaseline", "titleFont", "titleFontStyle", "titleLimit",
    "titleLineHeight",
    "titlePadding", "orient", "labelAnchor", "titleAnchor", "labelColor", "titleColor", "labelLimit", "titleAlign", "labelFontWeight", "titleFontWeight",
  ]
  static let title = [
    "text", "subtitle", "anchor", "align", "angle", "aria", "baseline", "color", "dx", "dy", "font", "fontSize", "fontStyle", "fontWeight", "frame", "limit",
    "lineHeight", "offset", "orient", "style", "subtitleColor", "subtitleFont", "subtitleFontSize", "subtitleFontStyle", "subtitleFontWeight", "subtitleLineHeight",
    "subtitlePadding", "zindex",
  ]
  static let bin = ["maxbins", "step", "extent", "nice", "base", "anchor", "minstep", "divide", "steps", "binned", "scale"]
  static let sort = ["field", "op", "order", "encoding"]
  static let condition = ["test", "value", "field", "type", "aggregate", "bin", "scale", "legend", "title", "datum", "sort"]

  /// Keys and values of Vega-Lite that are knowingly left out, with what to use instead.
  static let leftOut: [String: String] = [
    "select": "charts on paper have no interaction; use 'value' or 'expr'", "selection": "charts on paper have no interaction",
    "bind": "charts on paper have no interaction; the value of the variable is used", "param": "charts on paper have no interaction; use 'test'",
    "views": "charts on paper have no interaction", "encodings": "charts on paper have no interaction",
    "projection": "there are no maps", "graticule": "there are no maps", "sphere": "there are no maps", "geoshape": "there are no maps",
    "latitude": "there are no maps", "longitude": "there are no maps", "latitude2": "there are no maps", "longitude2": "there are no maps",
    "topojson": "there are no maps", "feature": "there are no maps", "mesh": "there are no maps", "geojson": "there are no maps",
    "theta": "there are no pie charts; use bars", "theta2": "there are no pie charts; use bars", "thetaOffset": "there are no pie charts; use bars",
    "radius": "there are no pie charts; use bars", "radius2": "there are no pie charts; use bars", "radiusOffset": "there are no pie charts; use bars",
    "arc": "there are no pie charts; use bars", "innerRadius": "there are no pie charts; use bars", "outerRadius": "there are no pie charts; use bars",
    "theta2Offset": "there are no pie charts; use bars", "radius2Offset": "there are no pie charts; use bars",
    "bins": "cut the field with 'bin'", "domainRaw": "charts on paper have no interaction; write the domain out",
    "sequential": "use 'linear' with a 'scheme'", "exponential": "use the transform 'loess' or 'window'", "exponentialb": "use the transform 'loess' or 'window'",
    "padAngle": "there are no pie charts; use bars", "time": "moments and animation are not drawn",
    "image": "pictures come from the results' tensors", "url": "pictures come from the results' tensors",
    "identity": "use 'scale: null'", "gradient": "fills are plain colours", 
    "property": "give the rows as a list at the top of the file",
  ]

  static let config = [
    "view", "axis", "axisX", "axisY", "axisLeft", "axisRight", "axisTop", "axisBottom", "axisBand", "axisPoint", "axisDiscrete", "axisQuantitative", "axisTemporal",
    "axisXBand", "axisXDiscrete", "axisXPoint", "axisXQuantitative", "axisXTemporal", "axisYBand", "axisYDiscrete", "axisYPoint", "axisYQuantitative", "axisYTemporal",
    "legend", "header", "headerRow", "headerColumn", "headerFacet", "title", "mark", "arc", "area", "bar", "circle", "line", "point", "rect", "rule", "square", "text",
    "tick", "trail", "geoshape", "image", "boxplot", "errorbar", "errorband", "scale", "range", "style", "background", "padding", "autosize", "font", "fontSize",
    "countTitle", "fieldTitle", "numberFormat", "timeFormat", "numberFormatType", "timeFormatType", "normalizedNumberFormat", "normalizedNumberFormatType",
    "tooltipFormat", "customFormatTypes", "concat", "facet", "projection", "selection", "params", "locale", "lineBreak", "aria", "color", "invalidValues", "signals",
  ]
}
