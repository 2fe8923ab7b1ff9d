"""The same chart with Vega-Lite: chart_vega.py SPEC.yaml DATA.csv OUT. Its styles are Vega-Lite's own."""
import csv
import sys

import vl_convert
import yaml

spec = yaml.safe_load(open(sys.argv[1]))
rows = list(csv.DictReader(open(sys.argv[2])))
numbers = ("t", "low", "value", "high")
spec["data"] = {"values": [{key: float(cell) if key in numbers else cell for key, cell in row.items()} for row in rows]}
spec["width"], spec["height"] = 380, 235
for layer in spec["layer"]:
    for channel, definition in layer["encoding"].items():
        if isinstance(definition, str):
            field, kind = definition.split(":")
            layer["encoding"][channel] = {"field": field, "type": {"N": "nominal", "Q": "quantitative"}[kind]}
out = sys.argv[3]
if out.endswith(".svg"):
    open(out, "w").write(vl_convert.vegalite_to_svg(spec))
elif out.endswith(".pdf"):
    open(out, "wb").write(vl_convert.vegalite_to_pdf(spec))
else:
    open(out, "wb").write(vl_convert.vegalite_to_png(spec, scale=2))
