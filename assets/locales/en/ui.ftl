# Words of the layer `ui`.
