# Words of the layer `chart`.
