# The window: headings, hints, forms.

ui-menu-file = File
ui-menu-edit = Edit
ui-menu-view = View
ui-menu-event = Event
ui-menu-help = Help

ui-scales = Scale of the prices
ui-spans = Stretch of time
ui-scale-percent = %
ui-scale-hundred = 100
ui-scale-price = Price
ui-span-month = 1M
ui-span-quarter = 3M
ui-span-year = Year
ui-span-all = All
ui-span-around = ±20

ui-event-none = No event
ui-event-hint = Change the event's name or date
ui-event-name = Name
ui-event-date = Date (year-month-day)
ui-event-date-hint = A time needs its zone: 2025-01-27T13:00Z, 2025-01-27 08:00 America/New_York
ui-event-when = { $date }, { $time } { $zone }
ui-event-wrong = “{ $text }” is no date. Write it as 2025-01-27.
ui-event-no-zone = “{ $text }” has a time without a zone. Write it as 2025-01-27T13:00Z or 2025-01-27 08:00 America/New_York.
ui-event-unknown-zone = “{ $text }” has a zone that is not known. Name it as America/New_York, or give an offset: 2025-01-27T08:00-05:00.
ui-event-session = Its session is { $session }.
ui-event-session-after = First session after { $date }: { $session }.
ui-event-session-before = Last session before { $date }: { $session }.
ui-event-session-common = First session that it and the index both have: { $session }.
ui-event-session-closed = The session of { $date } had closed: the next is { $session }.
ui-event-date-only = The exchange's closing time is not known, so only the date counts.
ui-event-off-session = On a day without a session, take
ui-off-after = the next
ui-off-after-hint = The event belongs to the first session after its day
ui-off-before = the one before
ui-off-before-hint = The event belongs to the last session before its day
ui-event-set = Set event
ui-event-known = Events at hand
ui-event-unnamed = without a name
ui-event-of-file = from a file
ui-event-forget = Keep { $name } no longer

ui-study-shown = Study
ui-study-options = Options…
ui-study-panel = Abnormal returns, session by session
ui-study-day = { $name }, { $date }: return { $own }, abnormal { $ar }
ui-study-day-window = { $name }, { $date }: return { $own }, abnormal { $ar }, cumulated { $car }
ui-study-title = Event study
ui-study-waits = Studying the event: the numbers shown are of what was set before.
ui-study-model = Normal return
ui-model-market = Market model
ui-model-market-hint = Expected return: alpha + beta × return of the index, by least squares over the estimation window
ui-model-adjusted = Less the index
ui-model-adjusted-hint = Expected return: that of the index on the same session (market adjusted)
ui-model-mean = Mean
ui-model-mean-hint = Expected return: the series' own mean over the estimation window (constant mean)
ui-study-returns = Returns
ui-returns-simple = Simple
ui-returns-simple-hint = Close over close before, minus one
ui-returns-log = Logarithmic
ui-returns-log-hint = Natural logarithm of close over close before
ui-study-off-session = Off session
ui-study-index = Held against
ui-study-index-automatic = first drawn index
ui-study-index-none = No index
ui-study-estimation-label = Estimation
ui-study-estimation = Returns in the estimation window
ui-study-estimation-unit = returns, gap
ui-study-gap = Sessions left out before the event window
ui-study-gap-unit = sessions
ui-study-window = Event window
ui-study-from = First session of the event window
ui-study-to = Last session of the event window
ui-study-window-to = to
ui-study-window-unit = sessions from the event's
ui-study-level-label = Level
ui-study-level = Level of significance
ui-study-level-unit = and below is abnormal, for both p values
ui-study-no-number = “{ $given }” is no number that fits here.
ui-study-splits = Looks like a split
ui-study-suspect = { $name }: { $text }.
ui-study-is-split = It is a split { $ratio }
ui-study-is-move = It is a move
ui-study-of-series = { $name }: { $text }
ui-study-decided-split = { $name }, { $date }: a split { $ratio }
ui-study-decided-move = { $name }, { $date }: a move
ui-study-undecide = Decide anew: { $text }
ui-study-across = Across stocks
ui-study-average = { $count } stocks on average: abnormal return { $aar } on the event's session, { $caar } over the event window.
ui-study-notes = What holds for these numbers
ui-study-file = study.csv
ui-dialog-save-study = Save the study as CSV or JSON
ui-test-event = Event's session
ui-test-window = Sessions { $from } to { $to }
ui-test-t = t { $statistic }, p { $p }
ui-test-z = z { $statistic }, p { $p }
ui-test-crude = Crude dependence
ui-test-crude-hint = The average abnormal return over its own scatter in the estimation window: holds when all move together (Brown and Warner 1985)
ui-test-patell-adjusted = Patell, adjusted
ui-test-patell = Patell, unadjusted
ui-test-patell-hint = Sum of standardised abnormal returns; takes the series for independent, which overstates it on one date (Patell 1976)
ui-test-adjusted-hint = Adjusted for the mean correlation of abnormal returns (Kolari and Pynnönen 2010)
ui-test-bmp-adjusted = BMP, adjusted
ui-test-bmp = BMP, unadjusted
ui-test-bmp-hint = Mean of standardised abnormal returns over their scatter across stocks; takes the series for independent (Boehmer, Musumeci and Poulsen 1991)
ui-test-cross = Cross-section
ui-test-cross-hint = Mean abnormal return over its scatter across stocks; takes the series for independent (Brown and Warner 1980)
ui-test-sign = Generalized sign
ui-test-sign-hint = How many abnormal returns are above zero, against the share of such sessions in the estimation window (Cowan 1992)
ui-test-rank = Corrado rank
ui-test-rank-hint = Ranks of abnormal returns among those of the estimation window, which needs no normal distribution (Corrado 1989)

ui-series = Series
ui-filter = Filter…
ui-filter-none = No series has that in its name.
ui-group-index = Index
ui-group-future = Futures
ui-group-stock = Stocks
ui-series-pick = Draw { $name } in colour
ui-series-unpick = Draw { $name } in grey
ui-series-show = Show { $name }
ui-series-hide = Hide { $name }

ui-sources = Sources
ui-sample-title = Built-in sample
ui-sample-detail =
    { $prices ->
        [one] { $prices } price file
       *[other] { $prices } price files
    } · close, not adjusted
ui-source-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
ui-source-close = Close { $name }
ui-source-warnings =
    { $count ->
        [one] { $count } remark
       *[other] { $count } remarks
    }

ui-strip-more = More…
ui-strip-more-hint = Show what else can be decided about reading this file
ui-strip-automatic = Let Richter decide
ui-strip-decided = { $part } (decided by you)
ui-decision-open = { $name }?
ui-decision-sheet = Sheet
ui-decision-encoding = Encoding
ui-decision-delimiter = Cells divided by
ui-decision-header-line = Header on line
ui-decision-decimal = Decimal mark
ui-decision-dates = Dates
ui-decision-close = Close
ui-decision-measure = Numbers
ui-decision-name = Name
ui-decision-currency = Currency
ui-decision-content = Content
ui-decision-role = Role
ui-decision-unit = Unit
ui-decision-blend = Blended price
ui-preview-identities = Role and currency
ui-preview-columns =
    { $count ->
        [one] { $count } column
       *[other] { $count } columns
    }
ui-preview-of-column = { $name } of { $column }

ui-preview = How { $file } was read
ui-preview-open = Preview
ui-preview-hint = Show lines of this file beside what was read in them
ui-preview-name-hint = Name of the series; left empty, Richter names it
ui-preview-empty = This file has no lines to show.
ui-preview-line = Line
ui-preview-date = Date read
ui-preview-close = Close read
ui-preview-date-column = date
ui-preview-close-column = close
ui-preview-left = Line { $line }, left out
ui-preview-header = Line { $line }, names of the columns
ui-preview-row = Line { $line }
ui-preview-odd = Line { $line }, with a warning
ui-preview-decided =
    { $count ->
        [one] The decision behind it
       *[other] All { $count } decisions behind it
    }

ui-market = Index and stocks
ui-date-axis = Date axis: click to set the event
ui-date-axis-set = Set the event to { $date }
ui-models = Models
ui-models-cost = Cost on the horizontal axis
ui-models-score = Score on the vertical axis
ui-models-cost-basis = { $cost }: { $basis }
ui-models-more = More choices for the chart of models
ui-models-search = Search and filter models
ui-models-search-hint = Search, or cost<10
ui-models-search-why = Words of a name or an organisation. A test such as cost<10, date>=2025-01-01 or organization=DeepSeek becomes a filter with Enter.
ui-models-filter-drop = Take away the filter { $filter }
ui-models-reversed = Dear on the left
ui-models-later-prices = Prices dated later count
ui-models-fit = Fitted line with its interval
ui-models-intervals = Intervals of the scores
ui-models-basis = Basis of training costs
ui-models-basis-usual = the usual one
ui-models-basis-all = every basis, each with its marker
ui-models-blend = Blended price
ui-models-blend-file = as the file has it
ui-models-blend-ratio = { $ratio } input tokens to 1 output token
ui-models-blend-own = input tokens to 1 output token
ui-models-color = Colour by
ui-models-color-organization = organisation
ui-models-color-country = country
ui-models-size = Size by
ui-models-size-none = nothing
ui-models-size-compute = training compute
ui-models-size-chips = number of chips
ui-models-scale = Scale of the scores
ui-models-scale-linear = linear
ui-models-scale-log = logarithmic, for times
ui-models-scale-logit = logit, for scores near their ceiling
ui-models-pins = Always in colour
ui-models-filter = Show only
ui-models-open = Open weights
ui-models-closed = API only
ui-models-released = Released by the frontier’s date
ui-models-mark = Mark the release of { $name } in the market chart
ui-models-mark-none = Select a model to mark its release
ui-models-compare-end = End the comparison
ui-models-compare-hint = Select a model, then Shift-click another to compare
ui-as-of = Frontier as of { $date }
ui-as-of-hint = Date of the frontier: drag, or click to type
ui-as-of-event = event
ui-as-of-event-hint = Frontier as of the event
ui-as-of-cursor = cursor
ui-rail = Models whose cost is not disclosed
ui-table = Moves and study
ui-table-models = Models table
ui-table-copy = Copy
ui-table-save = Save as CSV…
ui-table-more-notes = { $count ->
    [one] and one more count of shares: richter study --explain names all.
   *[other] and { $count } more counts of shares: richter study --explain names all.
}
ui-table-columns = Columns…
ui-table-usual = The usual columns
ui-group-none = One list
ui-group-role = Grouped by role
ui-group-sector = Grouped by sector

ui-empty-title = Drop price files here
ui-empty-hint = CSV, Excel, JSON, Parquet or zip files with dates and prices. They stay on this machine.
ui-drop = Let go to open

ui-status =
    { $series ->
        [one] { $series } series
       *[other] { $series } series
    } · { $sessions ->
        [one] { $sessions } session
       *[other] { $sessions } sessions
    } · files stay on this machine
ui-status-rows =
    { $series ->
        [one] { $series } series
       *[other] { $series } series
    } · { $sessions ->
        [one] { $sessions } row without a date
       *[other] { $sessions } rows without dates
    } · files stay on this machine
ui-cancel = Cancel
ui-notice-close = Close this message

ui-dialog-save-models = Save the table of models
ui-dialog-open = Open price files or model tables
ui-dialog-filter = Tables
ui-dialog-save = Save the figure
ui-path-title = Path
ui-path-why = This system shows no file dialog. Type the path of the file:
ui-path-open = Open
ui-path-save = Save

ui-export-title = Export figure
ui-export-figure = Figure
ui-export-size = Size
ui-export-preset = Presets
ui-export-theme = Colours
ui-export-format = Format
ui-export-scale = Scale
ui-export-path = File
ui-export-path-hint = Leave empty to choose in a dialog
ui-export-save = Save
ui-export-save-as = Save…
ui-size-post = Wide post
ui-size-link = Link preview
ui-size-square = Square
ui-size-story = Story
ui-size-slide = Slide
ui-size-column = One print column
ui-size-columns = Two print columns
ui-size-a4 = A4, lying
ui-size-own = Own size
ui-export-width = Width
ui-export-height = Height
ui-export-dpi = Dots an inch
ui-export-pixels = { $width } × { $height } pixels
ui-export-theme-file = From a file…
ui-export-background = Background
ui-background-theme = As the theme
ui-background-transparent = Transparent
ui-export-language = Language
ui-language-english = English
ui-language-arabic = العربية
ui-digits-western = 123
ui-digits-arabic = ١٢٣
ui-export-logo = Logo
ui-export-logo-file = Choose a picture…
ui-export-logo-none = Without
ui-export-fonts = Fonts
ui-export-font-file = Add a font…
ui-export-font-why = For characters that the bundled fonts lack, such as Chinese or Hindi
ui-export-font-drop = Take this font out
ui-export-font-drop-named = Take { $file } out
ui-export-recipe = Keep inside what it was made from
ui-export-recipe-why = Names and hashes of the files, the event and the drawn numbers; no paths. The picture can then be verified, and opened again.
ui-text-outlines = Words as outlines
ui-text-live = Words that can be edited
ui-export-copy = Copy image
ui-export-preview = Preview.
ui-export-drawing = Drawing…
ui-words-title = Title
ui-words-subtitle = Subtitle
ui-words-source = Source
ui-words-note = Note
ui-words-byline = Byline
ui-words-byline-hint = Nobody is named
ui-words-shown = Whether it is drawn. An empty field keeps the words that are written from the data.
ui-words-insert = Insert a fact
ui-words-field = { $name }: words
ui-note = Note { $number }
ui-note-add = Add a note to a chart
ui-note-remove = Remove note { $number }
ui-note-field = Note { $number }: { $name }
ui-note-kind = kind
ui-note-chart = chart
ui-note-date = date
ui-note-value = value
ui-note-cost = cost
ui-note-score = score
ui-note-from = from
ui-note-to = to
ui-note-arrow-date = arrow to date
ui-note-arrow-value = arrow to value
ui-note-arrow-cost = arrow to cost
ui-note-arrow-score = arrow to score
ui-note-words = words
ui-note-mark-text = Words, arrow
ui-note-mark-date = Date
ui-note-mark-value = Value
ui-note-mark-dates = Stretch of dates
ui-note-mark-values = Range of values
ui-note-no-date = “{ $given }” is no date. Write it as 2025-01-27
ui-note-no-number = “{ $given }” is no number. Write it as -12.5
ui-note-no-cost = “{ $given }” is no cost. Write a number above 0
ui-dialog-theme = Choose a theme
ui-dialog-theme-filter = Themes
ui-dialog-logo = Choose a logo
ui-dialog-logo-filter = Pictures
ui-dialog-font = Choose a font
ui-dialog-font-filter = Fonts

ui-help-wheel = Wheel over a chart: zoom. With Ctrl on the market chart: both axes.
ui-help-drag = Drag: move. Divider between charts: drag to resize.
ui-help-box = Right button and drag: zoom to the box.
ui-help-fit = Double click: fit.
ui-help-axis = Click on the dates under the market chart: set the event. Drag its red line: move it.
ui-about = Richter { $version } measures how hard an event shook the market, beside what caused it.
ui-about-local = Files never leave this machine: nothing in the program speaks HTTP or TLS.

ui-kind-market = Market
ui-kind-moves = Moves
ui-kind-models = Models
ui-kind-pair = All in one
ui-kind-table = Table of moves
ui-kind-study = Event study
ui-theme-light = Light
ui-theme-dark = Dark
ui-theme-print = Print, greys
ui-event-line = Event: drag to another session
ui-event-choose = Choose a date…
ui-notices-more =
    { $count ->
        [one] and one more message
       *[other] and { $count } more messages
    }
ui-log = Messages
ui-log-hint = Show all messages
