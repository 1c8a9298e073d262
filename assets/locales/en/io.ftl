# Words of the layer `io`.
