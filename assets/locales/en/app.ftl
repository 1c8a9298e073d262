# Words of the layer `app`.

app-action-open = Open files…
app-action-open-sample = Open the sample
app-action-close-all = Close all files
app-action-export = Export figure…
app-action-export-again = Export again
app-action-copy-picture = Copy the chart as a picture
app-action-copy-table = Copy the table
app-action-as-of-previous = Frontier before the last release
app-action-as-of-next = Frontier at the next release
app-action-follow-cursor = Frontier follows the pointer over the market
app-action-reverse-costs = Turn the cost axis round
app-action-models-table = Table of models or of moves
app-action-save-models = Save the table of models as CSV…
app-action-undo = Undo
app-action-redo = Redo
app-action-fit = Fit the charts
app-action-scale-percent = Per cent from the base
app-action-scale-hundred = 100 at the base
app-action-scale-price = Price
app-action-span-around = Around the event
app-action-span-month = One month
app-action-span-quarter = Three months
app-action-span-year = Year
app-action-span-all = All sessions
app-action-event-previous = Event one session earlier
app-action-event-next = Event one session later
app-action-event-keep = Keep the event
app-action-event-clear = Remove the event
app-action-study = Show the study on the chart
app-action-study-options = Event study…
app-action-save-study = Save the study…
app-action-toggle-pick = Pick or unpick the selected series
app-action-toggle-visible = Show or hide the selected series
app-action-theme-light = Light theme
app-action-theme-dark = Dark theme
app-action-theme-system = Theme of the desktop
app-action-shortcuts = Keyboard shortcuts
app-action-about = About Richter
app-action-quit = Quit

app-theme-light = Light
app-theme-dark = Dark
app-theme-system = As the desktop

app-column-percent = { $column }, %
app-cell-empty = –

app-job-open =
    { $files ->
        [one] Opening a file…
       *[other] Opening { $files } files…
    }
app-job-sample = Opening the sample…
app-job-again = Reading { $file } again…
app-job-export = Exporting { $file }…
app-job-study = Studying the event…
app-job-preview = Drawing the figure…
app-job-picture = Drawing the picture…
app-job-cancelled = Cancelled. Nothing was changed.
app-job-broken = This did not finish: { $job } The program broke off on it; nothing was changed. Try again, or with fewer files.

app-opened-sample = Opened the sample: { $series } series, { $sessions } sessions, { $models } models
app-opened-series =
    { $files ->
        [one] Opened a file
       *[other] Opened { $files } files
    }: { $series } series, { $sessions ->
        [one] one session
       *[other] { $sessions } sessions
    }
app-opened-rows =
    { $files ->
        [one] Opened a file
       *[other] Opened { $files } files
    }: { $series } series without dates, { $sessions ->
        [one] one row
       *[other] { $sessions } rows
    }
app-opened-models =
    { $files ->
        [one] Opened a file
       *[other] Opened { $files } files
    }: { $models ->
        [one] one model
       *[other] { $models } models
    }
app-opened-files =
    { $files ->
        [one] Opened a file
       *[other] Opened { $files } files
    } that { $files ->
        [one] adds
       *[other] add
    } to the series and models
app-open-failures = { $count } files could not be opened: { $names }. The first: { $why }
app-opened-with-warnings =
    { $opened }. { $warnings ->
        [one] One warning stands under its source.
       *[other] { $warnings } warnings stand under their sources.
    }

app-models-none = There is no table of models among these files. Open one with a column of names and columns of numbers.
app-models-no-column = There is no column of numbers “{ $column }”. There are: { $columns }
app-models-no-field = Models have no “{ $field }”. Filter by label, organization, country, date, accessibility, certainty, cost, score or a column of numbers
app-models-no-cost = No column holds such a cost, so every model stands without one.
app-models-all-undisclosed = No model has a disclosed cost, so there is no frontier.
app-models-no-score = No column holds a score, so there is no frontier.
app-models-no-match = No model fits.
app-models-one = One model alone has both cost and score, so it is the whole frontier: { $names }
app-models-undisclosed =
    { $count ->
        [one] { $count } model has no disclosed cost of this kind: { $names }
       *[other] { $count } models have no disclosed cost of this kind: { $names }
    }
app-models-token-price = These are prices of tokens, not of answers: models that reason use more tokens for each.
app-models-run-instead = The table also has costs to run (--cost run), which count the tokens that were used.
app-models-blended = Blended price: { $ratio } input tokens to 1 output token.
app-models-other-basis =
    { $count ->
        [one] { $count } model has a training cost of another basis only (--basis all): { $names }
       *[other] { $count } models have a training cost of another basis only (--basis all): { $names }
    }
app-models-priced-later = Prices dated after { $date }: { $names }
app-models-in-force = The frontier without prices dated after { $date }: { $names }
app-models-later = Released after { $date }, so not on the frontier: { $names }
app-models-undated = Without a release date, so never on a frontier: { $names }
app-models-to-come = Dated in the future: { $names }
app-basis-cloud-rental = Rent of the machines for the training run: { $names }
app-basis-amortised = Hardware used up, with energy: { $names }
app-basis-acquisition = All hardware bought: { $names }
app-basis-lower-bound = Lower bounds, the cost is more: { $names }
app-basis-upper-bound = Upper bounds, the cost is less: { $names }
app-basis-part = Cost of a part of the training alone: { $names }
app-basis-reported = Reported without saying how it was counted: { $names }
app-basis-estimated = Estimated without saying how it was counted: { $names }
app-basis-unstated = Costs whose basis the file does not state: { $names }

app-again-decided = Read again with { $name } { $value }: { $path }
app-again-left = Read again; the { $name } is left to Richter: { $path }
app-again-failed = Nothing was changed. { $why }

app-models-copied =
    { $rows ->
        [one] Copied the table of models: one row
       *[other] Copied the table of models: { $rows } rows
    }
app-models-column-label = Model
app-models-column-organization = Organisation
app-models-column-country = Country
app-models-column-date = Released
app-models-column-cost = Cost
app-models-column-score = Score
app-models-column-accessibility = Accessibility
app-models-column-certainty = Certainty
app-models-column-basis = Basis of the cost
app-models-column-named = { $name } ({ $unit })
app-table-copied =
    { $rows ->
        [one] Copied the table: one row
       *[other] Copied the table: { $rows } rows
    }
app-study-format = A study is saved as .csv or .json. Choose a name that ends so: { $path }
app-study-refused = Nothing was changed. { $why }
app-verdict-none = { $name } has no study: { $why }.
app-picture-copied = The picture is on the clipboard.
app-saved = Saved { $path }
app-export-format = A figure is saved as .svg, .png, .pdf or .csv. Choose a name that ends so: { $path }
app-export-no-prices = There is nothing to draw: this figure needs price files, and none is open.
app-export-no-models = There is nothing to draw: this figure needs a file of models, and none is open.
app-export-nothing = There is nothing to draw: open price files or a file of models first.
app-export-empty = There is nothing to draw: no series has a session in view or a move on the event, and no model its score and cost. Choose another date or stretch.
app-export-source = The figure is made from this file, which would be lost. Choose another name: { $path }
app-export-scale = { $scale } is no scale. Choose a number above zero.
app-export-too-large = A picture of { $width } by { $height } pixels is too large: { $most } pixels a side and { $megapixels } million in all are possible. Choose a smaller size or scale.
app-export-drawing = The figure could not be made into a picture: { $reason }. It can still be saved as .svg.
app-export-packing = The picture could not be packed as PNG: { $reason }. It can still be saved as .svg.
app-export-document = The PDF could not be made: { $reason }. The figure can still be saved as .svg or .png.

app-warning-line = Line { $line }: { $text }
app-warning-alike = { $text } ({ $count } of this sort, on lines { $lines })
app-warning-alike-more = { $text } ({ $count } of this sort, on lines { $lines }, …)
app-source-decided = { $name } { $value }
app-assumption-certain = { $name } { $value }: { $evidence }
app-assumption-open = { $name } { $value } (assumed): { $evidence }
app-assumption-encoding = encoding
app-assumption-delimiter = delimiter
app-assumption-header-line = header line
app-assumption-decimal = decimal mark
app-assumption-thousands = thousands mark
app-assumption-date-order = date order
app-assumption-date-column = date column
app-assumption-close-column = close column
app-assumption-shape = shape
app-assumption-order = order
app-assumption-preamble-lines = lines above the header
app-assumption-ignored-columns = columns left aside
app-assumption-label-column = name column
app-assumption-undisclosed-cost = undisclosed cost
app-assumption-score-units = units of scores
app-assumption-vendor = vendor
app-assumption-language = language
app-assumption-sheet = sheet
app-assumption-zone = time zone
app-assumption-measure = numbers
app-assumption-week = trading week
app-assumption-step = step of the rows
app-assumption-quote = quotation mark
app-assumption-header-rows = rows of the header
app-assumption-name = name of the series
app-assumption-role = role
app-assumption-content = content
app-assumption-column-role = role
app-assumption-column-unit = unit
app-assumption-of-column = { $name } of “{ $column }”
app-assumption-blend = blended price
app-assumption-currency = currency
app-assumption-table = table
app-assumption-footer-lines = lines below the data
app-assumption-members = parts
app-assumption-close-time = time of the close
app-assumption-other = decision
app-value-ymd = Y-M-D (year first)
app-value-mdy = M/D/Y (month first)
app-value-dmy = D/M/Y (day first)
app-value-epoch-seconds = seconds since 1970
app-value-epoch-milliseconds = milliseconds since 1970
app-value-epoch-microseconds = microseconds since 1970
app-value-epoch-nanoseconds = nanoseconds since 1970
app-value-excel = day numbers of a spreadsheet
app-value-months = year and month
app-value-quarters = year and quarter
app-value-years = years
app-value-yymmdd = YYMMDD
app-value-roc = years of the Republic of China
app-value-weeks = weeks
app-value-swapped = dates with day and month changed up to the 12th
app-value-excel-1904 = day numbers from 1904
app-value-stata-days = day numbers from 1960 (Stata, SAS)
app-value-unix-days = day numbers from 1970
app-value-matlab = day numbers of MATLAB
app-value-ordinal = day numbers from the year 1 (Python)
app-value-julian = Julian day numbers
app-value-stata-months = month numbers from 1960 (Stata)
app-value-stata-quarters = quarter numbers from 1960 (Stata)
app-value-buddhist = years of the Buddhist calendar
app-value-persian = days of the Persian calendar
app-value-row-numbers = row numbers
app-value-ascending = oldest first
app-value-descending = newest first
app-value-mixed = mixed
app-value-wide = a column for each series
app-value-long = a column of series names
app-value-matrix = months across
app-value-panel = several instruments side by side
app-value-transposed = dates across
app-value-beside = tables beside each other
app-value-prices = prices
app-value-returns = simple returns
app-value-returns-percent = simple returns in per cent
app-value-log-returns = logarithmic returns
app-value-log-returns-percent = logarithmic returns in per cent
app-value-no-dates = no dates
app-value-monday-friday = Monday to Friday
app-value-intraday = less than a day
app-value-weekly = a week
app-value-monthly = a month
app-value-quarterly = a quarter
app-value-half-yearly = half a year
app-value-yearly = a year
app-value-sunday-thursday = Sunday to Thursday
app-value-daily = every day
app-value-other-days = other days
app-value-index = index
app-value-future = future
app-value-stock = stock
app-value-role = { $series } is { $role ->
    [index] an index
   *[other] a { $role }
}
app-value-comma = comma
app-value-point = point
app-value-semicolon = semicolon
app-value-bar = vertical bar
app-value-apostrophe = apostrophe
app-value-double-quote = double
app-value-single-quote = single
app-value-none = none
app-value-space = space
app-value-tab = tab
app-value-zero = zero
app-value-empty = empty
app-value-zero-or-empty = zero or empty
app-value-separator = { ", " }
app-value-fraction = { $column } from 0 to 1
app-value-percent = { $column } from 0 to 100
app-value-elo = { $column } in Elo points
app-value-minutes = { $column } in minutes
app-value-of-column = { $column }: { $value }
app-value-blend = { $ratio } input tokens to 1 output token
app-value-role-label = model name
app-value-role-organization = organization
app-value-role-country = country
app-value-role-date = release date
app-value-role-training = training cost
app-value-role-input = price of input tokens
app-value-role-output = price of output tokens
app-value-role-blended = blended price
app-value-role-run = cost to run
app-value-role-score = score
app-value-role-error = error of a score
app-value-role-size = size
app-value-role-certainty = certainty
app-value-role-accessibility = accessibility
app-value-role-other = not used
app-value-unit-fraction = 0 to 1
app-value-unit-percent = per cent
app-value-unit-elo = Elo points
app-value-unit-minutes = minutes
app-value-unit-hours = hours
app-value-unit-cents = cents
app-value-unit-cents-mtok = cents per million tokens
app-value-unit-usd = dollars
app-value-unit-case = dollars per case
app-value-unit-millions = millions of dollars
app-value-unit-billions = billions of dollars
app-value-unit-mtok = dollars per million tokens
app-value-unit-ktok = dollars per thousand tokens
app-value-unit-token = dollars per token
app-value-unit-none = no known unit
app-value-unknown = { $column } in an unknown unit
app-rows-unreadable = unreadable
app-rows-prices =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
app-rows-models =
    { $rows ->
        [one] { $rows } model
       *[other] { $rows } models
    }
app-rows-events =
    { $rows ->
        [one] { $rows } event
       *[other] { $rows } events
    }
app-rows-shares =
    { $rows ->
        [one] { $rows } share count
       *[other] { $rows } share counts
    }
app-rows-reported =
    { $rows ->
        [one] { $rows } reported figure
       *[other] { $rows } reported figures
    }
app-rows-series =
    { $rows ->
        [one] { $rows } description
       *[other] { $rows } descriptions
    } of series
app-rows-values =
    { $rows ->
        [one] { $rows } training cost
       *[other] { $rows } training costs
    }
app-rows-market-values =
    { $rows ->
        [one] { $rows } market value
       *[other] { $rows } market values
    }

# How a source was read, in parts that can be pressed.
app-strip-separator = { " · " }
app-strip-open = { $part }?
app-strip-sheet = from “{ $value }”
app-strip-dates = dates { $value }
app-strip-dates-ymd = dates Y-M-D
app-strip-dates-mdy = dates M/D/Y
app-strip-dates-dmy = dates D/M/Y
app-strip-dates-none = no dates, rows counted
app-strip-mixed = rows in mixed order
app-strip-decimal-comma = decimal comma
app-strip-decimal-point = decimal point
app-strip-close = close “{ $value }”
app-strip-zone = times in { $value }
app-strip-name = named “{ $value }”
app-strip-recalled = as last time
app-strip-recalled-hint = As you decided earlier, about this file or about others with these columns.
app-strip-decided = You decided this. { $evidence }
app-strip-decided-alone = You decided this.
app-strip-assumed = Not certain. { $evidence }
app-strip-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
app-strip-date =
    { $count ->
        [one] { $count } line without a date
       *[other] { $count } lines without a date
    }
app-strip-number =
    { $count ->
        [one] { $count } cell that is no number
       *[other] { $count } cells that are no numbers
    }
app-strip-ragged =
    { $count ->
        [one] { $count } line with too many or too few cells
       *[other] { $count } lines with too many or too few cells
    }
app-strip-duplicate =
    { $count ->
        [one] { $count } row for a date that was there already
       *[other] { $count } rows for dates that were there already
    }
app-strip-inconsistent =
    { $count ->
        [one] { $count } day with a high or low that cannot be
       *[other] { $count } days with a high or low that cannot be
    }
app-strip-encoding =
    { $count ->
        [one] { $count } damaged character
       *[other] { $count } damaged characters
    }
app-strip-ambiguous =
    { $count ->
        [one] { $count } reading to check
       *[other] { $count } readings to check
    }
app-strip-skipped =
    { $count ->
        [one] { $count } line skipped
       *[other] { $count } lines skipped
    }
app-strip-no-price =
    { $count ->
        [one] { $count } day without a price
       *[other] { $count } days without a price
    }
app-strip-zero =
    { $count ->
        [one] { $count } zero taken for missing
       *[other] { $count } zeros taken for missing
    }
app-strip-doubt =
    { $count ->
        [one] { $count } price in doubt
       *[other] { $count } prices in doubt
    }
app-strip-table =
    { $count ->
        [one] { $count } other table not read
       *[other] { $count } other tables not read
    }
app-strip-part =
    { $count ->
        [one] { $count } part not read
       *[other] { $count } parts not read
    }
app-strip-column =
    { $count ->
        [one] { $count } column left out
       *[other] { $count } columns left out
    }
app-strip-mended =
    { $count ->
        [one] { $count } line repaired
       *[other] { $count } lines repaired
    }
app-strip-twice =
    { $count ->
        [one] { $count } model listed twice
       *[other] { $count } models listed twice
    }
app-strip-conflict =
    { $count ->
        [one] { $count } conflict with another file
       *[other] { $count } conflicts with other files
    }
app-strip-others =
    { $count ->
        [one] { $count } more remark
       *[other] { $count } more remarks
    }
app-strip-unmatched =
    { $count ->
        [one] { $count } model in one file alone
       *[other] { $count } models in one file alone
    }
app-strip-mixed-units =
    { $count ->
        [one] { $count } value in another unit
       *[other] { $count } values in another unit
    }
app-strip-no-header = no column names
app-strip-no-scores = no costs or scores
app-strip-cut = breaks off
app-strip-unreadable = partly unreadable

# Languages of a vendor's editions.
app-language-arabic = Arabic
app-language-azerbaijani = Azerbaijani
app-language-bulgarian = Bulgarian
app-language-bengali = Bengali
app-language-bosnian = Bosnian
app-language-catalan = Catalan
app-language-czech = Czech
app-language-danish = Danish
app-language-german = German
app-language-greek = Greek
app-language-english = English
app-language-spanish = Spanish
app-language-estonian = Estonian
app-language-persian = Persian
app-language-finnish = Finnish
app-language-filipino = Filipino
app-language-french = French
app-language-hebrew = Hebrew
app-language-hindi = Hindi
app-language-croatian = Croatian
app-language-hungarian = Hungarian
app-language-indonesian = Indonesian
app-language-icelandic = Icelandic
app-language-italian = Italian
app-language-japanese = Japanese
app-language-georgian = Georgian
app-language-kazakh = Kazakh
app-language-korean = Korean
app-language-lithuanian = Lithuanian
app-language-latvian = Latvian
app-language-malay = Malay
app-language-dutch = Dutch
app-language-norwegian = Norwegian
app-language-polish = Polish
app-language-portuguese = Portuguese
app-language-romanian = Romanian
app-language-russian = Russian
app-language-slovak = Slovak
app-language-slovenian = Slovenian
app-language-albanian = Albanian
app-language-serbian = Serbian
app-language-swedish = Swedish
app-language-swahili = Swahili
app-language-thai = Thai
app-language-turkish = Turkish
app-language-ukrainian = Ukrainian
app-language-urdu = Urdu
app-language-vietnamese = Vietnamese
app-language-chinese = Chinese

# Orders of figures.
app-order-no-session = No series has a session on or within a week after { $date }. Choose a date inside the files.
app-order-name-without-date = The event has a name and no date. Give its date too.
app-order-rows = These prices have no dates, so none can be the first or the last shown.
app-order-no-sessions-between = No two sessions lie between { $from } and { $to }. Choose dates inside the files.
app-order-no-series = No open series is called “{ $name }”. There are { $known }.
app-order-no-models = No model table is open that could have a score “{ $score }”.
app-order-no-model = No model is called “{ $name }”.
app-order-no-model-near = No model is called “{ $name }”, or several are. Write the full name; near are: { $near }
app-order-no-score = No score is called “{ $score }”. There are { $known }.

# Checks of figures.
app-verify-missing = Missing: { $file } was not found. Name it or its folder behind the figure.
app-verify-changed = Changed: { $file } has { $is } bytes (BLAKE3 { $hash }…) instead of { $was } bytes ({ $old-hash }…).
app-verify-differs = Differs: { $name }, { $date }, in { $chart }: drawn { $was } { $unit }, the files give { $is }.
app-verify-gone = Differs: { $name }, { $date }, in { $chart }: drawn { $was } { $unit }, the files give nothing.
app-verify-new = Differs: { $name }, { $date }, in { $chart }: not drawn, the files give { $is } { $unit }.
app-verify-words = Words: the figure says “{ $is }”, the files give “{ $was }”.
app-verify-words-gone = Words: the figure lacks “{ $was }”, which the files give.
app-verify-words-new = Words: the figure says “{ $is }”, which the files do not give.
app-verify-picture = Picture: it was changed after it was made; drawn again from the same files it looks different.
app-verify-not-at-hand = Not checked: { $file } was not found, so places, words and picture are not compared. Name it behind the figure.
app-verify-other-program = Not checked: { $program } may draw words and picture otherwise than this version.
app-verify-none = The file holds no recipe of a figure. Figures written by Richter as SVG or PNG do, unless it was left out: { $path }
app-verify-broken = The recipe in the file cannot be read ({ $reason }): { $path }
app-verify-damaged = The picture is damaged or incomplete, so nothing it shows can be vouched for: { $path }
app-verify-newer = The recipe in the file is of form { $form }, which a newer Richter wrote. Update Richter: { $path }

# Files that a figure is made with beside the data.
app-font-too-large = The font is larger than any that is used for text. Choose another: { $path }
app-font-none = The file is no TrueType or OpenType font. Choose one that ends in .ttf, .otf or .ttc: { $path }
app-font-no-outlines = The font has no outlines that could be drawn at any size. Choose another: { $path }
app-font-too-many = A figure has too many fonts. Leave one out: { $path }
app-logo = The logo cannot be used ({ $reason }). Choose a PNG or a simple SVG: { $path }
app-theme-utf8 = The theme is no text in UTF-8: { $path }
app-export-character = No font has the character { $character } ({ $code }), which stands in “{ $words }”. Name a font that has it: --font FILE, or [fonts] in a theme file.

# Figures that are opened.
app-figure-restored = Restored what { $file } was made from (drawn by { $program }).
app-figure-one = { $file } was not restored: one figure's work is open at a time, and { $other } was opened with it. Open it alone.
app-figure-changed =
    { $count ->
        [one] A file that { $figure } was made from has changed since. Open it as it was, and the figure's work comes back: { $files }
       *[other] { $count } files that { $figure } was made from have changed since. Open them as they were, and the figure's work comes back: { $files }
    }
app-figure-wants =
    { $count ->
        [one] { $figure } was made from a file that is not beside it. Open it as it was, and the figure's work comes back: { $files }
       *[other] { $figure } was made from { $count } files that are not beside it. Open them as they were, and the figure's work comes back: { $files }
    }
