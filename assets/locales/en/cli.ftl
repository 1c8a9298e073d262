# Words of the layer `cli`.
