# The window: headings, hints, forms.

ui-menu-file = File
ui-menu-edit = Edit
ui-menu-view = View
ui-menu-event = Event
ui-menu-help = Help

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
ui-event-wrong = “{ $text }” is no date. Write it as 2025-01-27.
ui-event-set = Set event
ui-event-known = From the open files

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
ui-decision-name = Name

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
ui-rail = Models whose cost is not disclosed
ui-table = Moves

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
