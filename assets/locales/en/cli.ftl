# Words of the layer `cli`.

cli-about = Measures how hard an event shook the market, beside what caused it. Opens a window on price files and model tables; with no file, on the built-in sample. Files never leave the machine.
cli-about-example =
    Examples:
      richter
      richter prices/ models.csv
      richter export --figure pair -o pair.svg
cli-files-window = Files and folders to open in the window; the sample when there are none

cli-inspect = Say what files were taken to be: their kind, series, assumptions and warnings
cli-inspect-example =
    Examples:
      richter inspect NVDA.csv --json
      richter inspect prices.txt --date-format DMY --decimal comma
cli-inspect-json = Print one JSON array, an object a file
cli-files-inspect = Files to look at

cli-models = List AI models by cost and score, with the frontier as of a date
cli-models-example =
    Examples:
      richter models
      richter models leaderboard.csv prices.json --cost api --score gpqa --as-of 2025-01-20
      richter models --cost training --filter "organization=DeepSeek" --json
cli-models-cost = Cost: a column by its name, or training, api, run; the first of api, run, training that there is where nothing is said
cli-models-basis = Which training costs: cloud-rental, amortised, acquisition, lower-bound, upper-bound, part, reported, estimated, unstated, or all; rent where nothing is said
cli-models-score = Score column by its name; the one that most models share where nothing is said
cli-models-as-of = Date of the frontier, such as 2025-01-20; that of the event, else of the newest model where nothing is said
cli-models-filter = Which models are taken, such as "organization=DeepSeek", "date<=2025-01-27" or "score>60"; may be given again. The frontier is that of these models
cli-models-json = Print one JSON object
cli-models-csv = Print a CSV line a model
cli-files-models = Tables of models (CSV, TSV, Excel, Parquet, JSON, YAML); several are joined by model name; none is the sample
cli-models-no-column = No file has a column “{ $column }”. Near are: { $near }
cli-models-axes = Score { $score } by cost { $cost }, as of { $date }
cli-models-none = none
cli-models-undisclosed = not disclosed
cli-models-on-frontier = yes
cli-models-frontier = Frontier from cheap to dear: { $names }
cli-models-column-label = Model
cli-models-column-organization = Organization
cli-models-column-date = Released
cli-models-column-cost = Cost
cli-models-column-score = Score
cli-models-column-interval = Interval
cli-models-column-frontier = Frontier

cli-convert = Write prices as one clean table: date,series,open,high,low,close,adj_close,volume
cli-convert-example =
    Examples:
      richter convert NVDA.csv prices/ -o clean.csv
      richter convert book.xlsx --sheet Prices --raw -o sheet.csv
cli-convert-output = The table to write
cli-convert-raw = Write the cells of one file as they stand, before dates and numbers are read
cli-convert-source = The table would be written over one of its own files, which would be lost. Choose another name: { $path }
cli-convert-no-prices = There is nothing to convert: none of these files holds prices.
cli-files-convert = Price files, and folders of them

cli-export = Write figures as SVG, PNG, PDF or CSV, with no window
cli-export-example =
    Examples:
      richter export --figure pair -o pair.png
      richter export NVDA.csv AMD.csv --figure market --event 2025-01-27 --theme dark -o market.svg
      richter export prices/ --size 85mm --lang ar --title "{"{"}index.moved{"}"}" -o column.pdf
      richter export --spec figures.toml -o out/
cli-export-figure = What the figure shows
cli-export-size = Width and height: 1600x900, 180x100mm, 7x4in, 85mm with a height of its own, or post, link, square, story, slide, column, columns, a4
cli-export-scale = Image pixels for each pixel of the size, in a PNG; for a size in mm or in, for each 1/96 inch
cli-export-dpi = Dots an inch of a PNG: its pixels for a size in mm or in, what it says of itself for any other
cli-export-theme = Colours, weights and type: light, dark, print, or a theme file
cli-export-background = What lies behind the figure
cli-export-event = Date of the event, such as 2025-01-27; the files' own event when left out
cli-export-event-name = Name of the event
cli-export-span = Which sessions the market chart shows
cli-export-from = First date of the market chart, instead of the span's
cli-export-to = Last date of the market chart, instead of the span's
cli-export-series = Series drawn beside the index, in the order of their colours
cli-export-index = The index that the others are compared with
cli-export-y = Values of the market chart
cli-export-cost = Cost on the axis of the models
cli-export-score = Column of the score
cli-export-as-of = Date of the models' frontier, such as 2025-01-20; the event's, else that of the newest model where nothing is said
cli-export-prices = Whether prices of a later date count for the frontier
cli-export-basis = Which training costs: cloud-rental, amortised, acquisition, lower-bound, upper-bound, part, reported, estimated, unstated, or all, each with its own marker; rent where nothing is said
cli-export-reverse = Dear models on the left
cli-export-color-by = What the colour of a model tells
cli-export-size-by = What the size of a model's point tells
cli-export-pin = Organizations or countries that have a colour however few their models are
cli-export-mark-releases = Models whose release is marked among the prices
cli-export-compare = Two models that are compared in a sentence
cli-export-filter = Which models are drawn, such as "organization=DeepSeek", "date<=2025-01-27" or "score>60"; may be given again. The frontier is that of these models
cli-export-fit = Draw a fitted line of score against the logarithm of cost, with its interval
cli-export-no-intervals = Leave out the intervals around scores that the file gives
cli-export-y-score = Scale of the scores: log for times, logit for shares near their ceiling
cli-export-title = Title; facts stand in braces, such as {"{"}index.move{"}"}. Empty for none, here and below
cli-export-subtitle = Subtitle
cli-export-source = Where the data come from
cli-export-note = Note
cli-export-columns = Columns of a table behind the names, such as move,beta,ar,p_rank
cli-export-group = What the rows of a table are grouped by
cli-export-byline = Who made it
cli-export-logo = A PNG or SVG for the corner
cli-export-lang = Language of what Richter writes
cli-export-digits = Digits of the numbers
cli-export-font = A font for characters that the bundled ones lack; may be given several times
cli-export-text = How an SVG holds its words: as outlines, or live, to be edited
cli-export-annotation = A note in a chart, such as "date=2025-01-20,text=R1 is released"; may be given several times. A line has date, or value; a shaded stretch from and to, as dates or values; words at a place at.date and at.value, an arrow from them to.date and to.value. Among the models at.cost and at.score, and chart=models beside a value
cli-export-no-recipe = Leave out of the file what it was made from
cli-export-alt = Print the text for readers who do not see the figure
cli-export-spec = A file of figures to write in one run; -o is then the folder for them
cli-export-output = The figure to write; its ending decides the format
cli-export-written =
    { $figures ->
        [one] { $written } of { $figures } figure written to { $path }
       *[other] { $written } of { $figures } figures written to { $path }
    }
cli-export-left-out = { $reason } { $path }
cli-export-failed = Not written: { $path }. { $reason }
cli-export-failed-there = Not written: { $reason }
cli-files-export = Files and folders to draw; the sample when there are none

cli-spec-in-figure = { $path }, line { $line }, figure { $figure }: { $reason }
cli-spec-in-line = { $path }, line { $line }: { $reason }
cli-spec-in = { $path }: { $reason }
cli-spec-utf8 = The file holds no text in UTF-8: { $path }
cli-spec-syntax = This is no TOML: { $reason }
cli-spec-unknown = Nothing is called { $key }. Write one of { $known }
cli-spec-files = Write files as a list of paths: files = ["prices/", "models.csv"]
cli-spec-empty = No figure stands here. Begin each with a line [[figures]]
cli-spec-name = "{ $name }" is no name for a file. Write it as a text, without a folder
cli-spec-list = The list of { $key } is empty, so nothing would be written
cli-spec-format = "{ $format }" is no format. Write svg, png, pdf or csv
cli-spec-value = "{ $given }" is nothing that { $key } can be. Write a text in quotes, or a number or date
cli-spec-switch = "{ $given }" is nothing that { $key } can be. Write true or false
cli-spec-twice = Another figure is written to { $file } already. Give one of them a name

# What is wrong with a note.
cli-annotation-syntax = Annotation { $which }: "{ $given }" is no key with a value. Write it as date=2025-01-20,text=R1 is released
cli-annotation-twice = Annotation { $which }: { $given } is written twice. Write each key once
cli-annotation-kind = Annotation { $which }: no key says what is marked. Write date, value, from and to, or at.date and at.value
cli-annotation-key = Annotation { $which }: “{ $key }” is no key of “{ $mark }”. It can have { $known }
cli-annotation-lacks = Annotation { $which }: “{ $key }” is missing, which “{ $mark }” needs
cli-annotation-choice = Annotation { $which }: “{ $key }” cannot be "{ $given }". Write one of { $known }
cli-annotation-date = Annotation { $which }: “{ $key }” is no date: "{ $given }". Write it as year, month and day: 2025-01-27
cli-annotation-number = Annotation { $which }: “{ $key }” is no number: "{ $given }". Write it with a decimal point: -12.5
cli-annotation-cost = Annotation { $which }: “{ $key }” lies on a logarithmic axis: "{ $given }" is no place on it. Write a number above 0
cli-annotation-words = Annotation { $which }: “{ $key }” holds no words: { $given }. Write it in quotes
cli-annotation-place = Annotation { $which }: “{ $key }” is no whole place ({ $given }). Write { $key }.date and { $key }.value, or { $key }.cost and { $key }.score

cli-verify = Check a figure against the files that it was made from
cli-verify-example =
    Examples:
      richter verify pair.png
      richter verify market.svg ~/prices NVDA.csv
cli-verify-figure = A figure that Richter wrote, as SVG or PNG
cli-files-verify = Where its sources are, files or folders; its own folder is searched too
cli-verify-no-file = There is no such file or folder: { $path }
cli-verify-summary =
    { $sources } of { $all } sources unchanged, { $numbers } numbers the same, { $unchecked } not checked; { $drawing ->
        [same] words and picture as drawn
        [changed] words or picture changed
       *[unchecked] words and picture not checked
    }; drawn by { $program }

cli-read-heading = How files are read, where they do not say it themselves
cli-read-encoding = Encoding of the text, such as utf-8, windows-1256 or shift_jis
cli-read-delimiter = What divides cells: a character, or tab, comma, semicolon, space or pipe
cli-read-header-line = Line with the names of the columns, counted from 1, or none
cli-read-decimal = Decimal mark: comma or point
cli-read-date-format = DMY, MDY, YMD, epoch_s, epoch_ms, epoch_us, epoch_ns, excel, ym, quarter, year, yymmdd, roc, week, swapped, excel_1904, stata, unix_days, matlab, ordinal, julian, stata_m, stata_q, buddhist, persian or index (no dates), or a pattern such as DD.MM.YYYY
cli-read-close = Column of closing prices, by its name or its number from 1
cli-read-sheet = Sheet of a workbook, member of an archive or table of a page, by its name
cli-read-name = Name of a series that the file itself does not name
cli-read-series-role = What a series is, such as "MKT=index": index, future or stock; may be given again
cli-read-series-currency = Currency of a series, such as "ASML=EUR"; may be given again
cli-read-content = What the file holds where its column names do not tell: models
cli-read-role = What a column of a model table means, such as "GPQA=score"; may be given again
cli-read-unit = Unit of a column of a model table, such as "GPQA=percent"; may be given again
cli-read-measure = What the numbers are: prices, returns, returns_percent, log_returns or log_returns_percent
cli-read-blend = Input tokens for one output token in the blended price, 3 where nothing is said

cli-wrong-encoding = "{ $given }" is no encoding that is known. Write its name: utf-8, windows-1252, windows-1256, gbk, shift_jis
cli-wrong-delimiter = "{ $given }" divides no cells. Write one character, or tab, comma, semicolon, space or pipe
cli-wrong-header-line = "{ $given }" is no line. Write a number from 1 on, or none
cli-wrong-decimal = "{ $given }" is no decimal mark. Write comma or point
cli-wrong-date-format = "{ $given }" is no date format. Write DMY, MDY, YMD or another name that --help gives, or a pattern such as DD.MM.YYYY
cli-wrong-empty = A name is missing. Write it behind the flag
cli-wrong-raw = One file at a time is written as it stands. Name one, or leave --raw out
cli-wrong-measure = "{ $given }" is no measure of numbers. Write: prices, returns, returns_percent, log_returns, log_returns_percent
cli-wrong-content = "{ $given }" is no content. Write: models
cli-wrong-series-role = "{ $given }" is no series with a role. Write SERIES=ROLE with one of index, future, stock
cli-wrong-series-currency = "{ $given }" is no series with a currency. Write SERIES=CURRENCY with a code in three letters, such as EUR
cli-wrong-role = "{ $given }" is no column with a role. Write COLUMN=ROLE with one of label, organization, country, date, cost_training, cost_api_input, cost_api_output, cost_blended, cost_run, score, error, size, certainty, accessibility, other
cli-wrong-unit = "{ $given }" is no column with a unit. Write COLUMN=UNIT with one of fraction, percent, elo, minutes, hours, none, usd, usd_per_case, usd_cents, usd_millions, usd_billions, usd_per_mtok, usd_per_ktok, usd_per_token, usd_cents_per_mtok
cli-wrong-blend = "{ $given }" is no ratio. Write how many input tokens come to one output token: 3 or 3:1
cli-wrong-basis = "{ $given }" is no basis of training costs. Write cloud-rental, amortised, acquisition, lower-bound, upper-bound, part, reported, estimated, unstated or all
cli-wrong-compare = "{ $given }" is no pair. Write two names of models with a comma between them
cli-wrong-filter = "{ $given }" is no filter. Write a field, a sign (=, !=, <, <=, >, >=) and a value: organization=DeepSeek
cli-wrong-sample = The sample is read as it is. Name the files that these flags are about
cli-wrong-date = "{ $given }" is no date. Write { $flag } as year, month and day: 2025-01-27
cli-wrong-size = "{ $given }" is no size. Write { $flag } as 1600x900, 180x100mm, 85mm, 7x4in, or post, link, square, story, slide, column, columns, a4
cli-wrong-number = "{ $given }" is no number that { $flag } can be. Write one from { $least } to { $most }
cli-wrong-choice = "{ $given }" is nothing that { $flag } can be. Write one of { $known }
cli-wrong-theme = "{ $given }" is no theme. Write { $flag } as light, dark, print, or the path of a file that ends in .toml
cli-wrong-spec-folder = With --spec, -o is the folder for the figures, and "{ $path }" is the name of one. Write a folder
cli-wrong-dots = On paper --scale and --dpi say the same. Leave one of them out
cli-wrong-spec = A spec file says what its figures show. Leave the other flags about figures out

cli-report-file =
    { $file }: { $kind }, { $rows ->
        [one] one row
       *[other] { $rows } rows
    }
cli-report-unreadable = { $file }: { $kind }
cli-report-series =
    { $name }: { $rows ->
        [one] one row
       *[other] { $rows } rows
    }, { $first } to { $last }, last close { $close }
cli-report-undated =
    { $name }: { $rows ->
        [one] one row without a date
       *[other] { $rows } rows without dates
    }, last close { $close }
cli-report-no-close = not given

cli-kind-prices = prices
cli-kind-models = models
cli-kind-events = events
cli-kind-shares = shares outstanding
cli-kind-reported = reported figures
cli-kind-series = list of series
cli-kind-values = training costs
cli-kind-market-values = market values
cli-kind-unreadable = unreadable

cli-no-series = No series is called “{ $name }”. There are: { $names }
cli-name-of-several = “{ $name }” can name one series, and { $count } of these files hold one: { $files }. Name one file, or leave --name out.
cli-warnings =
    { $warnings ->
        [one] One warning; richter inspect tells it
       *[other] { $warnings } warnings; richter inspect tells them
    }: { $path }
cli-output = The output could not be written: { $reason }
cli-no-display = There is no display to open a window on. Figures can be written without one: richter export --figure pair -o pair.svg
cli-no-window = The window could not be opened: { $reason }. Figures can be written without one: richter export --figure pair -o pair.svg

cli-study = Study how abnormal the moves of an event were
cli-study-example =
    Examples:
      richter study
      richter study prices/ --index NDX --event 2025-01-27
      richter study prices/ --index NDX --event 2025-01-27T13:00Z --window -1..1 --json
      richter study prices/ --index NDX --event 2025-01-27 --shares shares.csv --values caps.csv
cli-files-study = Files and folders to study; the sample when there are none
cli-study-model = What a return is expected to be: market model, the index itself, or the series' own mean
cli-study-returns = Simple or logarithmic returns
cli-study-estimation = Returns in the estimation window, 120 when left out
cli-study-gap = Sessions left out between the estimation window and the event window, 10 when left out
cli-study-window = Event window in sessions around the event's, such as -1..1; 0..0 when left out
cli-study-off-session = Session of an event on a day without one
cli-study-level = Largest p of what is called abnormal, 0.05 when left out
cli-study-split = What a jump is that looks like a split: NVDA:2024-06-10:10 for 10:1, ratio 1 where it is none
cli-study-shares = File of shares outstanding: series, shares, date, source
cli-study-values = File of market values before and after, for sums over a whole market
cli-study-members = List of symbols whose market values are summed by themselves
cli-study-explain = Say what every figure is, its formula, and why published sums differ
cli-study-json = Write JSON
cli-study-csv = Write CSV, a row a series
cli-study-no-prices = No prices are open, so there is nothing to study
cli-study-audit = Say for each series which session was taken and why, and its move under each other rule
cli-audit-heading = Sessions, and the move under each other rule:
cli-audit-taken = { $name }: { $session }, { $move }: { $why }
cli-audit-by-date = by the event's date; it has no time
cli-audit-by-date-unknown = by the event's date; its exchange and closing time are not known
cli-audit-by-exchange = by the closing time of its exchange, in { $zone }
cli-audit-by-ending = by the closing time in { $zone }, for the ending .{ $ending } of its ticker
cli-audit-no-half-days = its half days are not known
cli-audit-same-day = same day
cli-audit-next-day = next day
cli-audit-after = after
cli-audit-before = before
cli-audit-common = common
cli-audit-why-same-day = the session with the event in it
cli-audit-why-next-day = the session of the event's date had closed, so the next one
cli-audit-why-after = the event's date has no session, so the next one
cli-audit-why-before = the event's date has no session, so the one before
cli-audit-why-common = the index has no session then, so the nearest that both have
cli-events-others = The event is { $event }, the first of the files. Others, to be chosen with --event { $date } or another date: { $names }
cli-study-no-event = No event is set. Name one with --event
cli-study-heading = { $event }
cli-study-across = Across { $count } stocks, average abnormal return { $aar }, over the window { $caar }
cli-study-not-members = No symbols are in this list: { $path }
cli-study-not-kind = This file holds no { $wanted }: { $path }
cli-wrong-count = "{ $given }" is no whole number. Write { $flag } as a count of sessions
cli-wrong-window = "{ $given }" is no window. Write { $flag } as first and last session around the event's: -1..1
cli-wrong-split = "{ $given }" is no split. Write { $flag } as NAME:DATE:RATIO, such as NVDA:2024-06-10:10
cli-wrong-time = "{ $given }" has a time without a zone. Write { $flag } as 2025-01-27T13:00Z, 2025-01-27T08:00-05:00 or "2025-01-27 08:00 America/New_York"
cli-wrong-zone = "{ $given }" names a zone that is not known. Write { $flag } with one such as America/New_York, or as 2025-01-27T13:00Z
