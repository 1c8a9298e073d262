# Words of the layer `app`.
