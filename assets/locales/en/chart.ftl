# Words on and around figures. Titles state what moved and when, never a cause.

chart-list-separator = { ", " }
chart-list-more =
    { $more ->
        [one] { $names } and { $more } more
       *[other] { $names } and { $more } more
    }

# The market panel.
chart-market-heading = Index and stocks
chart-market-empty = No prices to show
chart-base-close = base: close of { $date }

# Bars of more than a day, in the places of dates.
chart-week-of = the week of { $first }
chart-month-of = the month of { $first }
chart-quarter-of = the quarter of { $first } to { $last }
chart-half-year-of = the half-year of { $first } to { $last }
chart-year-of = the year of { $first } to { $last }
chart-calendar-year = the year { $first }

# Series without dates, whose rows are counted.
chart-row = row { $row }
chart-axis-row = Row

# The moves panel.
chart-moves-heading = Moves on { $date }
chart-moves-heading-after = Moves on { $date } (first session after { $event })
chart-moves-heading-in = Moves in { $date }
chart-moves-heading-in-after = Moves in { $date } (the first after { $event })
chart-moves-heading-no-event = Moves on the event's date
chart-moves-no-event = Choose a date: click on the dates under the chart, or type it above.
chart-moves-heading-rows = Moves
chart-moves-rows = These prices have no dates, so no event can be found among them.
chart-moves-none = No date is chosen
chart-moves-suspect = may be a split
chart-moves-missing = no session
chart-moves-no-percent = no per cent: base is { $base }
chart-moves-ring = reported before the open
chart-moves-bound = reported as that much or more
chart-moves-key = bar: close over base
chart-moves-key-ring = bar: close over base · ring: reported before the open · arrow: that much or more
chart-moves-shown = { $shown } of { $all } series shown
chart-moves-value =
    { $stocks ->
        [one] Market value of { $stocks } issuer with known shares: { $sum }
       *[other] Market value of { $stocks } issuers with known shares: { $sum }
    }
chart-moves-gain = +{ $sum }
chart-moves-stake-about = reported before the open: about { $sum } at stake
chart-moves-stake-at-least = reported before the open: { $sum } or more at stake
chart-moves-stake-at-most = reported before the open: up to { $sum } at stake
chart-moves-both = { $first } · { $second }

# The table of moves.
chart-table-name = Name
chart-table-ticker = Ticker
chart-table-base-date = Base date
chart-table-base-close = Base close
chart-table-event-close = Event close
chart-table-first-date = First date
chart-table-first-close = First close
chart-table-last-close = Last close
chart-table-close = Close { $date }
chart-table-move = Move
chart-table-change = Change
chart-table-since = To { $date }
chart-table-value = Market value change
chart-table-reported = Reported

# Columns of the table: headers, cells, and what explains them.
chart-group-index = Indices
chart-group-future = Futures
chart-group-stock = Stocks
chart-group-other = Other
chart-column-log = Log return
chart-column-to-open = To open
chart-column-to-low = To low
chart-column-to-end = To end
chart-column-rebound = Next session
chart-column-drawdown = Drawdown (sessions)
chart-column-recovered = Sessions to recover
chart-column-alpha = Alpha
chart-column-beta = Beta
chart-column-sigma = Sigma
chart-column-r2 = R²
chart-column-ar = Abnormal return
chart-column-sar = Standardised AR
chart-column-car = CAR
chart-column-car-low = CAR, low end
chart-column-car-high = CAR, high end
chart-column-t = t of CAR
chart-column-p = p of CAR
chart-column-p-rank = Rank{"\u00A0"}p
chart-column-bhar = BHAR
chart-column-abnormal-value = Abnormal value change
chart-cell-drawdown = { $depth } ({ $sessions })
chart-cell-not-recovered = not yet
chart-cell-later = { $sum }*
chart-explain-name = Name of the series, as its file gives it.
chart-explain-ticker = Ticker, where it is not the name.
chart-explain-base-date = Date of the base: the last close strictly before the event's session.
chart-explain-base-close = Close of the base, as traded, not adjusted for dividends.
chart-explain-event-close = Close of the event's session on the series' own exchange.
chart-explain-move = Simple return from base to event close: event close / base − 1.
chart-explain-log = Logarithmic return from base to event close: ln(event close / base).
chart-explain-to-open = From base to the open of the event's session: open / base − 1.
chart-explain-to-low = From base to the low of the event's session: low / base − 1.
chart-explain-to-end = From base to the last close in view: last close / base − 1.
chart-explain-rebound = The session after the event's: its close / event close − 1.
chart-explain-drawdown = Lowest close / base − 1 from the event until the base was reached again, and the sessions from base to that close.
chart-explain-recovered = Sessions from the base to the first close at or above it.
chart-explain-alpha = Constant of the expected return a session: E[R] = alpha + beta × index return, by least squares over the estimation window.
chart-explain-beta = Slope of the market model over the estimation window: how far the series moves for a move of 1% in the index.
chart-explain-sigma = Standard deviation of the abnormal returns of the estimation window, √(SSE / degrees of freedom).
chart-explain-r2 = Share of the variance of the returns that the index explains over the estimation window.
chart-explain-ar = Abnormal return of the event's session: AR = R − E[R].
chart-explain-sar = AR over its standard error, the error of the forecast included: AR / (sigma × √C), C = 1 + 1/L1 + (index return − its mean)² / Sxx in the market model.
chart-explain-car = Cumulated abnormal return: the sum of AR over the event window.
chart-explain-car-low = Low end of the 95% interval of CAR: CAR − t × standard error of CAR.
chart-explain-car-high = High end of the 95% interval of CAR: CAR + t × standard error of CAR.
chart-explain-t = CAR over its standard error, with the degrees of freedom of the estimate.
chart-explain-p = Two-sided p value of t by Student's distribution.
chart-explain-p-rank = Share of the sessions compared, those of the estimation window and the event's, whose abnormal return is at least as large as the event's: (1 + number) / (L1 + 1). It assumes no distribution.
chart-explain-bhar = Buy-and-hold abnormal return over the event window, of simple returns: Π(1 + R) − Π(1 + E[R]).
chart-explain-value-lost = Change in market value: shares × (event close − base), in the currency of the prices, below zero for a loss. * marks a count of shares dated after the base.
chart-explain-abnormal-value = The part of the change in market value that the model does not expect: CAR × shares × base.
chart-explain-reported = What was reported of the move before the open.

# The model panel and its rail.
chart-models-heading = { $score } by { $cost }
chart-models-heading-empty = Models
chart-models-empty = No model table is open
chart-models-no-score = This table has no column of scores, so there is nothing to draw of its models
chart-models-no-cost = No model in this table has this cost
chart-cost-api = API price
chart-cost-training = Training cost
chart-cost-training-inside = training cost
chart-cost-run = Cost of the benchmark run
chart-cost-run-inside = cost of the benchmark run
chart-cost-run-of-inside = cost of the { $name } run
chart-axis-api-blended = US$ per million tokens, input and output blended (log scale)
chart-axis-api-output = US$ per million output tokens (log scale)
chart-axis-api-input = US$ per million input tokens (log scale)
chart-axis-api-ratio = US$ per million tokens, { $ratio } input to 1 output (log scale)
chart-axis-training = US$ (log scale)
chart-axis-training-basis = US$, { $basis } (log scale)
chart-axis-run = US$ (log scale)
chart-axis-run-of = US$ for the { $name } run (log scale)
chart-axis-short-ratio = US$ per million tokens, { $ratio } in to 1 out (log)
chart-axis-short-blended = US$ per million tokens (log)
chart-axis-short-output = US$ per million output tokens (log)
chart-axis-short-input = US$ per million input tokens (log)
chart-axis-short-dollars = US$ (log)
chart-axis-unit = { $name }, { $unit }
chart-axis-both = { $score } · { $cost }
chart-unit-percent = per cent
chart-unit-elo = Elo
chart-unit-minutes = minutes
chart-unit-dollars = US$
chart-rail-api = no price
chart-rail-training = not disclosed
# Under models of which some have a cost of another kind.
chart-rail-other-basis = no such cost
chart-rail-run = no run cost
chart-key-others = Others
chart-key-open = Open weights
chart-key-closed = API only
chart-key-access-unknown = Access not stated
chart-key-likely = Likely figures
chart-key-unsure = Speculative figures
chart-key-later = Released later
chart-key-interval = Interval of the score
chart-key-compute = { $value } FLOP of training
chart-key-chips = { $value } chips
chart-key-size-unknown = Size not known
chart-key-fit = Fitted line
chart-key-fit-interval = 95% interval of its mean
chart-number-power = { $number } × 10{ $power }
chart-scale-log = log scale
chart-scale-logit = logit scale
chart-basis-cloud-rental = rent of the machines
chart-basis-amortised = share of the machines used up, with energy
chart-basis-acquisition = all machines bought
chart-basis-lower-bound = lower bound
chart-basis-upper-bound = upper bound
chart-basis-part = part of the training
chart-basis-reported = reported
chart-basis-estimated = estimated
chart-basis-unstated = basis not stated
chart-key-later-price = Price of a later date
# Signs and colours that a small window has no room to explain.
chart-legend-more = { $count } more signs are explained in a larger window
chart-key-frontier-in-force = Nothing released and priced by { $date } scores higher for less
chart-key-frontier = Nothing released by { $date } scores higher for less
chart-key-frontier-before = The same on { $date }
chart-key-frontier-short = Best for the cost, { $date }
chart-key-frontier-in-force-short = Best for the cost known on { $date }
chart-key-frontier-before-short = On { $date }
chart-key-number = { $number }{"\u00A0"}{ $name }
chart-key-bare = No room beside the points: { $names }
chart-key-rail = No room beside the rail: { $names }
chart-key-more = { $names }{"\u00A0"}· and { $more } more: point at them
chart-key-unnamed =
    { $count ->
        [one] and { $count } model without its name
       *[other] and { $count } models without their names
    }
chart-key-more-print = { $names }{"\u00A0"}· and { $more } more

# The card of a model.
chart-card-open-weights = open weights
chart-card-closed-weights = closed weights
chart-card-not-disclosed = not disclosed
chart-card-input-output = input / output
chart-card-price-date = price of
chart-card-chips = chips
chart-card-accessibility = Accessibility
chart-card-certainty = Certainty
chart-card-source = Source
chart-card-interval = { $value } ({ $low } to { $high })
chart-card-count = – { $method } ({ $basis })
chart-card-count-of = – { $remark }: { $method } ({ $basis })
chart-card-reported-cost = training cost reported before the open
chart-card-reported-cost-of = reported of { $subject }, training cost
chart-card-reported-chips = chips reported before the open
chart-card-reported-chips-of = reported of { $subject }, chips
chart-bound-about = about { $value }
chart-bound-at-least = { $value } or more
chart-bound-at-most = up to { $value }

# Titles.
chart-moved-fell = { $name } fell { $percent }
chart-moved-rose = { $name } rose { $percent }
chart-moved-flat = { $name } did not move
chart-title-empty = No prices are open
chart-title-on = { $moved } on { $date }
chart-title-event = { $moved } on { $date } ({ $event })
chart-title-in = { $moved } in { $date }
chart-title-event-in = { $moved } in { $date } ({ $event })
chart-title-two = { $first }; { $second }
chart-title-no-move = No move can be measured on { $date }
chart-title-between = { $moved } from { $from } to { $to }
chart-title-range = Prices from { $from } to { $to }
chart-title-study = { $first }: { $finding }
chart-finding-abnormal = abnormal { $abnormal }, { $rank }
chart-finding-within = within what the market explains
chart-finding-usual = within its usual returns
chart-finding-unclear = abnormal { $abnormal }, not clear whether by chance
# How a score is spoken of where its own name does not end in a word for one.
chart-score-of = { $name } score
chart-title-models-in-force = Best { $scored } for the { $cost } known on { $date }: { $names }
chart-title-models = Best { $scored } for the { $cost } on { $date }: { $names }
chart-title-models-count =
    { $count ->
        [one] { $count } model had the best { $scored } for its { $cost } on { $date }
       *[other] { $count } models had the best { $scored } for their { $cost } on { $date }
    }

# Words of the user with facts in braces.
chart-words-unknown = No fact is called “{ $name }” in “{ $text }”. Facts are: { $known }, and series.ID.name, .move, .moved, .percent.
chart-words-missing = These data have no fact “{ $name }”, which “{ $text }” asks for.
chart-words-brace = A brace stands alone in “{ $text }”. Write a fact as {"{"}index.move{"}"}, and a brace itself twice.

# Subtitles.
chart-sentence-percent = Change since the close of { $date }
chart-sentence-percent-first = Change since { $date }, the first session shown
chart-sentence-hundred = Close of { $date } = 100
chart-sentence-hundred-first = First session shown, { $date } = 100
chart-sentence-percent-row = Change since { $date }, the first row shown
chart-sentence-hundred-row = First row shown, { $date } = 100
chart-sentence-note = { $sentence }. { $note }
chart-sentence-price-in = Closing prices in { $currency }
chart-sentence-price = Closing prices, each in its own currency
chart-sentence-study = { $market }; below, the abnormal returns of { $name } with the { $share } interval of their sum
chart-sentence-moves = Close of the event's session over the last close before it, { $date }
chart-sentence-models = { $scored } against { $cost } (log scale)
chart-sentence-models-scaled = { $scored } ({ $scale }) against { $cost } (log scale)
chart-sentence-pair = { $market }, and { $models }

# Source and note.
chart-source-file = { $file } ({ $vendor })
chart-source-prices = Prices: { $files }.
chart-source-sides = Reported figures and shares: { $files }.
chart-source-models = Models: { $files }.
chart-source-sample = Richter's sample data; where each figure comes from stands in SOURCES.md.
chart-note-base = Base: each series' last close before the event's session on its own exchange.
chart-note-base-first = Base: each series' first session shown; no event is set.
chart-note-base-row = Base: each series' first row shown; the rows have no dates, so there is no event.
chart-note-undated = Not drawn, having no dates: { $names }.
chart-note-closes-rows = Closes as the files give them; lines join neighbouring rows.
chart-note-closes = Closes as traded, not adjusted for dividends; lines join sessions of their own exchange.
chart-note-closes-adjusted = Closes adjusted as their files give them, not as traded; lines join sessions of their own exchange.
chart-note-closes-mixed = Closes as traded, not adjusted for dividends, but for those whose files hold adjusted ones alone ({ $names }); lines join sessions of their own exchange.
chart-note-returns = Levels compounded of the returns in the files, 100 before the first: { $names }.
chart-note-without-base = Without a move on the event: { $names }.
chart-value-later = Market value on counts of shares dated after the base (*): { $names }.
chart-value-currency = Market value adds up { $currency } alone, without { $names }.
chart-value-no-currency = Market value adds up prices of no known currency alone, without { $names }.
chart-value-withheld = Market value withheld, because of a jump between the count of shares and the event that looks like a split: { $names }.
chart-note-joined = New among the best for their cost since { $date }: { $names }.
chart-note-left = No longer among them: { $names }.
chart-note-tokens = Reasoning models use more tokens, which a price per token does not show.
chart-note-tokens-run = Reasoning models use more tokens, which a price per token does not show; the cost of the benchmark run does.
chart-note-basis = Training costs: { $basis }.
chart-note-bases = Training costs are counted on different bases, each with its own marker, so that no frontier is drawn across them: { $names }.
chart-note-other-basis = With a cost on another basis only: { $names }.
chart-note-later-prices = Hollow: price of a later date than { $date } ({ $names }).
chart-note-in-force = Without prices of a later date the best for their cost would be: { $names }.
chart-note-in-force-none = Without prices of a later date none would be left.
chart-note-later-models = Released after { $date }: { $names }.
chart-note-no-dates = No model has a release date, so there is no frontier.
chart-note-undated-models = Without a release date, so never among the best for their cost: { $names }.
chart-note-no-logit = A logit scale needs shares; this score stands on a linear one.
chart-note-off-scale = No place on this scale: { $names }.
chart-note-no-fit = No line can be fitted: it needs three models with different costs.
chart-note-fit-logarithm =
    { $count ->
        [one] Line: least squares of the logarithm of the score on that of cost, { $count } model, R² { $share }; a fit, not a forecast.
       *[other] Line: least squares of the logarithm of the score on that of cost, { $count } models, R² { $share }; a fit, not a forecast.
    }
chart-note-fit-logit =
    { $count ->
        [one] Line: least squares of the log-odds of the score on the logarithm of cost, { $count } model, R² { $share }; a fit, not a forecast.
       *[other] Line: least squares of the log-odds of the score on the logarithm of cost, { $count } models, R² { $share }; a fit, not a forecast.
    }
chart-note-in-force-only = The frontier counts prices in force by { $date } only, so models with a price of a later date are not on it.
chart-note-bases-first = Of a model with costs on several bases the first that the files give is drawn.
chart-note-fit =
    { $count ->
        [one] Line: least squares of the score on the logarithm of cost, { $count } model, R² { $share }; a fit, not a forecast.
       *[other] Line: least squares of the score on the logarithm of cost, { $count } models, R² { $share }; a fit, not a forecast.
    }
chart-release-outside = The mark “{ $which }” lies outside what the chart shows and is left out.
chart-release = { $names } released
chart-release-unnamed = The words “{ $which }” find no free place in this size; their line is drawn without them.
# Beside a line through the prices, at the day that the frontier of the models is as of.
chart-frontier-date = Models as of this day
chart-compare = { $first } against { $second }: { $facts }
chart-compare-part = 1/{ $number } of the { $cost }
chart-compare-times = { $number } times the { $cost }
chart-compare-output = output price
chart-compare-input = input price
chart-compare-blended = blended price
chart-compare-training = training cost
chart-compare-run = cost of the benchmark run
chart-compare-up = +{ $number }
chart-compare-score = { $difference } on { $score }
chart-compare-score-overlap = { $difference } on { $score } (intervals overlap)
chart-compare-score-apart = { $difference } on { $score } (intervals apart)
chart-note-no-score =
    { $count ->
        [one] { $count } model without this score is left out.
       *[other] { $count } models without this score are left out.
    }

# For readers who do not see the figure.
chart-alt-market =
    { $count ->
        [one] Line chart of { $count } series from { $from } to { $to }.
       *[other] Line chart of { $count } series from { $from } to { $to }.
    }
chart-alt-table =
    { $count ->
        [one] Table of { $count } series from { $from } to { $to }.
       *[other] Table of { $count } series from { $from } to { $to }.
    }
chart-alt-move = { $name } { $change }
chart-alt-study =
    { $count ->
        [one] Under them the abnormal return of { $name } for { $count } session from { $from } to { $to }.
       *[other] Under them the abnormal returns of { $name } for { $count } sessions from { $from } to { $to }.
    }
chart-alt-total = { $total }.
chart-alt-moves = Moves on { $date }: { $moves }.
chart-alt-moves-in = Moves in { $date }: { $moves }.
chart-alt-models =
    { $count ->
        [one] Scatter of { $count } model, { $scored } from { $low } to { $high }; { $priced } of them with a disclosed cost.
       *[other] Scatter of { $count } models, { $scored } from { $low } to { $high }; { $priced } of them with a disclosed cost.
    }
chart-alt-frontier = No model scored higher for less than these: { $names }.

chart-end-dated = { $name }, { $date }
chart-note-grey =
    { $count ->
        [one] The grey line is one other series.
       *[other] Grey lines are { $count } other series.
    }

chart-readout-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }

# A theme file that cannot be used: the place, the key, what stands there, what may stand there.
chart-theme-syntax = { $path }, line { $line }, column { $column }: this is no TOML: { $reason }
chart-theme-unknown = { $path }, line { $line }, column { $column }: there is no key “{ $key }”; known here: { $names }
chart-theme-no-section = { $path }, line { $line }, column { $column }: “{ $key }” is a section, written [{ $key }] on a line of its own
chart-theme-no-text = { $path }, line { $line }, column { $column }: “{ $key }” is { $found }, but takes a text in quotes
chart-theme-no-colour = { $path }, line { $line }, column { $column }: “{ $key }” is { $found }, but takes a colour such as "#1B6FB3"
chart-theme-no-list = { $path }, line { $line }, column { $column }: “{ $key }” is { $found }, but takes a list in square brackets
chart-theme-no-number = { $path }, line { $line }, column { $column }: “{ $key }” is { $found }, but takes a number from { $least } to { $most }
chart-theme-no-name = { $path }, line { $line }, column { $column }: “{ $key }” is { $found }, but takes one of: { $names }
chart-theme-no-file = { $path }, line { $line }, column { $column }: “{ $key }” is { $found }, but takes the name of a file in the theme's folder
chart-theme-too-few =
    { $count ->
        [one] { $path }, line { $line }, column { $column }: “{ $key }” has { $count } entry, but needs at least { $least }
       *[other] { $path }, line { $line }, column { $column }: “{ $key }” has { $count } entries, but needs at least { $least }
    }
chart-theme-contrast = { $path }, line { $line }, column { $column }: “{ $key }” { $color } stands out from “{ $ground-key }” { $ground } by { $ratio }:1 only, but needs { $least }:1 to be read
# What finds no room in a figure of the size that was asked for.
chart-misfit-words = The words above and under the figure need { $needs } of height, the size leaves { $leaves }. Choose a larger size or fewer words.
chart-misfit-title = The whole title needs { $needs } of height, the size leaves { $leaves }. Choose a larger size or fewer words.
chart-misfit-heading = The headings of the panels need { $needs } of height, the size leaves { $leaves }. Choose a larger size.
chart-misfit-event-name = The event's name needs { $needs } of width, the size leaves { $leaves } beside its line. Choose a larger size or a shorter name.
chart-misfit-end-names = There is no room for the names of these lines: { $names }. They need { $needs } of width, the size leaves { $leaves }. Choose a larger size or fewer series.
chart-misfit-end-name-rows = There is no room for the names of these lines: { $names }. They need { $needs } of height, the size leaves { $leaves }. Choose a larger size or fewer series.
chart-misfit-plot-width = The lines and points need { $needs } of width, the size leaves { $leaves } beside the words. Choose a larger size.
chart-misfit-plot-height = The lines and points need { $needs } of height, the size leaves { $leaves } between the words. Choose a larger size.
chart-misfit-bars = The bars need { $needs } of height, the size leaves { $leaves }. Choose a larger size.
chart-misfit-bar-names = The bars with their names and values need { $needs } of width, the size leaves { $leaves }. Choose a larger size.
chart-misfit-rows = The rows of the table need { $needs } of height, the size leaves { $leaves }. Choose a larger size.
chart-misfit-columns = The columns of the table need { $needs } of width, the size leaves { $leaves }. Choose a larger size.
chart-misfit-annotation = The words of note { $which } find no free place in the chart. Choose a larger size, fewer words or another place.
# Notes in the charts that are not drawn.
# Words around a figure that its size has no room for; rest is what they go on with.
chart-cut-subtitle = The subtitle has no room in this size and is left out: “{ $rest }”
chart-cut-note = The note has no room in this size for all it says; left out from: “{ $rest }”
chart-cut-source = The sources have no room in this size for all they say; left out from: “{ $rest }”
chart-cut-byline = The byline has no room in this size for all it says; left out from: “{ $rest }”
chart-annotation-outside = Note { $which } lies outside what the chart shows and is left out.
chart-annotation-arrow-outside = The arrow of note { $which } would end outside what the chart shows and is left out.
chart-annotation-elsewhere = Note { $which } belongs to a chart that is not in this figure and is left out.

# The windows of the study in a chart, and the panel of abnormal returns.
chart-band-estimation = estimation window: { $count } returns, { $first } to { $last }
chart-band-estimation-short = estimation window
chart-band-estimation-word = estimation
chart-band-event = event window { $from } to { $to }: { $first } to { $last }
chart-band-event-one = event window: { $date }
chart-band-event-short = event window
chart-panel-heading-market = abnormal return of each session: what the market model on { $index } does not expect
chart-panel-heading-adjusted = abnormal return of each session: its return less that of { $index }
chart-panel-heading-mean = abnormal return of each session: its return less its mean return
chart-panel-heading = abnormal return of each session
chart-panel-heading-short = abnormal returns
chart-panel-ar = abnormal { $value }
chart-panel-car = sum { $value }
chart-panel-rank-first = largest of { $compared } sessions
chart-panel-rank-later = number { $rank } of { $compared } by size
chart-panel-interval = { $share } interval { $low } to { $high }
chart-panel-none = No event study of { $name }: { $why }.

# The event study in sentences.
chart-p-below = below { $p }
chart-verdict-abnormal = { $moved }; { $expected }; abnormal { $abnormal }, { $rank }, rank p { $prank }.
chart-verdict-within = { $moved }, which is within what the market explains ({ $expected }; abnormal { $abnormal }), rank p { $prank }.
chart-verdict-usual = { $moved }, which is within its usual returns ({ $expected }; abnormal { $abnormal }), rank p { $prank }.
chart-verdict-unclear = { $moved }; { $expected }; abnormal { $abnormal }, { $rank }: unclear, rank p { $prank } and p { $p } disagree.
chart-verdict-index = { $moved }; it is the index that the others are held against.
chart-verdict-no-scatter = { $moved }; its returns have no scatter about the model, so nothing says how rare that is.
chart-verdict-window = { $verdict } { $window }
chart-verdict-car = Over sessions { $from } to { $to } the abnormal returns add up to { $car } (95% interval { $low } to { $high }).
chart-verdict-car-abnormal = Over sessions { $from } to { $to } the abnormal returns add up to { $car } (95% interval { $low } to { $high }), p { $p }: the window as a whole is abnormal.
chart-verdict-car-within = Over sessions { $from } to { $to } the abnormal returns add up to { $car } (95% interval { $low } to { $high }), p { $p }: the window as a whole is within what the model expects.
chart-expected-market = with a beta of { $beta } the market accounts for { $points } points
chart-expected-market-against = with a beta of { $beta } the market would have meant { $points } points
chart-expected-adjusted = the index moved by { $points } points
chart-expected-mean = its mean return is { $points } points
chart-rank-first = the largest of the { $compared } sessions compared
chart-rank-later = number { $rank } by size of the { $compared } sessions compared
chart-withheld-no-event = no event is set
chart-withheld-undated = its prices have no dates
chart-withheld-before-all = its first session is { $date }, after the event
chart-withheld-after-all = its last session is { $date }, before the event
chart-withheld-far = it has no session near the event; the next is { $date }
chart-withheld-no-index = no index is open; choose one, or the constant mean model
chart-withheld-flat-index = the index has the same return on every session of the estimation window, so there is no beta
chart-withheld-no-returns = too few returns for the model
chart-withheld-coarser = the index has bars of a longer step, so nothing says what it did on that session
chart-withheld-index-gap = the index has no session on { $date }
chart-withheld-short = the data end on { $date }, before the event window does
chart-withheld-too-few = only { $found } of { $asked } returns stand before the event; set a shorter estimation window or gap
chart-withheld-not-positive = a price of zero or below on { $date } has no return
chart-withheld-index-not-positive = a price of zero or below of the index on { $date } has no return
chart-withheld-split = the jump on { $date } looks like a split of { $ratio }; say whether it is one
chart-withheld-index-split = the jump of the index on { $date } looks like a split of { $ratio }; say whether it is one
chart-refused-window = The event window ends before it starts.
chart-refused-gap = The estimation window would reach the event: make the gap longer.
chart-refused-long = A window or gap is longer than 5,000 sessions.
chart-refused-level = The level of significance lies above 0 and below 1.
chart-refused-estimation = The estimation window needs { $least } returns or more for this model.
chart-study-ratio = { $new }:{ $old }
chart-study-market = Market model on { $index }
chart-study-adjusted = Returns less those of { $index }
chart-study-mean = Constant mean model, sessions of { $index }
chart-study-mean-alone = Constant mean model
chart-study-simple = simple
chart-study-log = logarithmic
chart-study-model = { $model }: { $count } { $returns } returns from { $first } to { $last }, { $gap } sessions left out, event window { $from } to { $to }.
chart-study-few = An estimate on { $count } returns is rough: 30 or more are usual.
chart-study-of = { $names }: { $remark }.
chart-study-more = { $names } and { $more } more
chart-study-session-after = the event's date has no session, the next one is { $date }
chart-study-session-before = the event's date has no session, the one before is { $date }
chart-study-session-closed = the session of the event's date had closed, the next one is { $date }
chart-study-session-common = the index has no session that day; the first that both have is { $date }
chart-study-bar = its session is { $days }, a bar of several days
chart-study-base-far =
    { $days ->
        [one] its last close before the session, the base, is of { $date }, { $days } day earlier
       *[other] its last close before the session, the base, is of { $date }, { $days } days earlier
    }
chart-study-exchange-ending = the ending .{ $ending } of its ticker is taken for its exchange, with the hours of { $zone }
chart-study-date-only = the exchange's closing time is not known, so only the event's date counts
chart-study-no-scatter = its returns have no scatter about the model, so there is no t and no p
chart-study-split = { $name }: prices before { $date } are taken for a split of { $ratio }.
chart-study-no-split = { $name }: the jump on { $date } is taken for a move, not a split.
chart-study-adjusted-close = { $name }: on { $date } the close moved { $raw }, the close adjusted for dividends and splits { $adjusted }; abnormal returns are of the adjusted close.
chart-study-chance = Of { $count } series at a level of { $level }, about { $chance } would pass by chance.
chart-study-clustered = All { $count } stocks share one date and move together (mean correlation of their abnormal returns { $rbar }): read the adjusted tests and crude dependence, not the unadjusted ones alone.

# Market value in sentences.
chart-worth-total = Market value of the { $counted } of { $of } issuers whose shares are known: { $total }.
chart-worth-total-unknown = Market value of the { $counted } of { $of } issuers whose shares are known: { $total }, in the currency of their prices, which no file tells.
chart-worth-abnormal = Of that { $abnormal } is abnormal.
chart-worth-later = { $name }: the count of shares is of { $date }, after the base; no earlier one is known.
chart-worth-withheld = { $name }: market value is withheld; the count of shares is of { $count }, and the jump on { $date } looks like a split in between.
chart-worth-other-currency = Prices in another currency, in no sum: { $names }.
chart-worth-differs = Published sums of one loss differ with the count of shares they take, with the price (the official close or an early print), and with whom they count.
chart-worth-other-count = { $name }: { $sum } with the count of { $taken }; { $other } with that of { $date }.
chart-universe-all = All { $listings } listings of { $file }: { $change } ({ $share }).
chart-universe-exchange = Exchange { $name }, { $listings } listings: { $change } ({ $share }).
chart-universe-sector = Sector { $name }, { $listings } listings: { $change } ({ $share }).
chart-universe-members = Members of the list, { $listings } listings: { $change } ({ $share }).
chart-universe-left-out = Not in these sums: second lines of an issuer { $duplicates }, listings without one of the values { $without }.
chart-universe-missing = Members that the file does not list: { $names }.
chart-universe-reported = Reported before the open of { $subject }: { $sum } at stake.
