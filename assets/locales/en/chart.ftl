# Words of the layer `chart`.

chart-card-open-weights = open weights
chart-card-closed-weights = closed weights
chart-card-not-disclosed = not disclosed
chart-card-input-output = Input / output, $ per million tokens
chart-card-price-date = Price of
chart-card-chips = Chips
chart-card-reported = Reported before the open
chart-card-reported-of = Reported of { $subject }
chart-bound-about = about { $value }
chart-bound-at-least = { $value } or more
chart-bound-at-most = { $value } or less
