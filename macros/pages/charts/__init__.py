"""Pictures of the records, drawn at build time as SVG: bars, dots, the pipeline, make-up, the timeline."""
