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

# Series without dates, whose rows are counted.
chart-row = row { $row }
chart-axis-row = Row

# The moves panel.
chart-moves-heading = Moves on { $date }
chart-moves-heading-after = Moves on { $date } (first session after { $event })
chart-moves-heading-no-event = Moves on the event's date
chart-moves-no-event = Choose a date: click on the dates under the chart, or type it above.
chart-moves-heading-rows = Moves
chart-moves-rows = These prices have no dates, so no event can be found among them.
chart-moves-none = No date is chosen
chart-moves-missing = no session
chart-moves-no-percent = no per cent: base is { $base }
chart-moves-ring = reported before the open
chart-moves-bound = reported as that much or more
chart-moves-key = bar: close over base
chart-moves-key-ring = bar: close over base · ring: reported before the open · arrow: that much or more
chart-moves-shown = { $shown } of { $all } series shown
chart-moves-value =
    { $stocks ->
        [one] Market value of the { $stocks } stock with known shares: { $sum }
       *[other] Market value of the { $stocks } stocks with known shares: { $sum }
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
chart-axis-api-blended = US$ per million tokens, input and output blended (log scale)
chart-axis-api-output = US$ per million output tokens (log scale)
chart-axis-api-input = US$ per million input tokens (log scale)
chart-axis-training = US$ (log scale)
chart-axis-run = US$ (log scale)
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
chart-rail-run = no run cost
chart-key-others = Others
chart-key-open = Open weights
chart-key-estimate = Estimated cost
chart-key-later-price = Price of a later date
chart-key-frontier = Nothing released by { $date } scores higher for less
chart-key-frontier-before = The same on { $date }
chart-key-frontier-short = Best for the cost, { $date }
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
chart-title-two = { $first }; { $second }
chart-title-no-move = No move can be measured on { $date }
chart-title-between = { $moved } from { $from } to { $to }
chart-title-range = Prices from { $from } to { $to }
chart-title-models = Best { $score } score for the { $cost } on { $date }: { $names }
chart-title-models-count =
    { $count ->
        [one] { $count } model had the best { $score } score for its { $cost } on { $date }
       *[other] { $count } models had the best { $score } score for their { $cost } on { $date }
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
chart-sentence-price = Closing prices, each in its own currency
chart-sentence-moves = Close of the event's session over the last close before it, { $date }
chart-sentence-models = { $score } score against { $cost } (log scale)
chart-sentence-pair = { $market }, and { $models }

# Source and note.
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
chart-note-without-base = Without a move on the event: { $names }.
chart-note-estimates = Hollow: estimated training cost, counted on other bases than the reported ones ({ $names }).
chart-note-later-prices = Hollow: price of a later date than the event ({ $names }).
chart-note-later-models = Released after the event: { $names }.
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
chart-alt-total = { $total }.
chart-alt-moves = Moves on { $date }: { $moves }.
chart-alt-models =
    { $count ->
        [one] Scatter of { $count } model with a { $score } score from { $low } to { $high }; { $priced } of them with a disclosed cost.
       *[other] Scatter of { $count } models with { $score } scores from { $low } to { $high }; { $priced } of them with a disclosed cost.
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
chart-annotation-outside = Note { $which } lies outside what the chart shows and is left out.
chart-annotation-arrow-outside = The arrow of note { $which } would end outside what the chart shows and is left out.
chart-annotation-elsewhere = Note { $which } belongs to a chart that is not in this figure and is left out.
