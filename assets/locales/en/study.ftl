# Words of the layer `study`.
