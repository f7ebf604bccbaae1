"""Pictures of the records, drawn at build time as SVG: bars, dots, the pipeline, the alliance, the timeline."""
