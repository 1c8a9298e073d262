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

cli-convert = Write prices as one clean table: date,series,open,high,low,close,adj_close,volume
cli-convert-example =
    Examples:
      richter convert NVDA.csv prices/ -o clean.csv
      richter convert book.xlsx --sheet Prices --raw -o sheet.csv
cli-convert-output = The table to write
cli-convert-raw = Write the cells of one file as they stand, before dates and numbers are read
cli-convert-no-prices = There is nothing to convert: none of these files holds prices.
cli-files-convert = Price files, and folders of them

cli-export = Write a figure as SVG or PNG, with no window
cli-export-example =
    Examples:
      richter export --figure pair -o pair.png
      richter export NVDA.csv AMD.csv --figure market --event 2025-01-27 --theme dark -o market.svg
cli-export-figure = What the figure shows
cli-export-event = Date of the event, such as 2025-01-27; the files' own event when left out
cli-export-size = Width and height in pixels, before the scale
cli-export-scale = Image pixels for each of those pixels, in a PNG
cli-export-theme = Colours
cli-export-span = Which sessions the market chart shows
cli-export-output = The figure to write; its ending decides the format
cli-files-export = Files and folders to draw; the sample when there are none

cli-read-heading = How files are read, where they do not say it themselves
cli-read-encoding = Encoding of the text, such as utf-8, windows-1256 or shift_jis
cli-read-delimiter = What divides cells: a character, or tab, comma, semicolon, space or pipe
cli-read-header-line = Line with the names of the columns, counted from 1, or none
cli-read-decimal = Decimal mark: comma or point
cli-read-date-format = DMY, MDY, YMD, epoch_s, epoch_ms, epoch_us, epoch_ns, excel, ym, quarter, year, yymmdd, roc or index (no dates), or a pattern such as DD.MM.YYYY
cli-read-close = Column of closing prices, by its name or its number from 1
cli-read-sheet = Sheet of a workbook, member of an archive or table of a page, by its name
cli-read-name = Name of a series that the file itself does not name

cli-wrong-encoding = "{ $given }" is no encoding that is known. Write its name: utf-8, windows-1252, windows-1256, gbk, shift_jis
cli-wrong-delimiter = "{ $given }" divides no cells. Write one character, or tab, comma, semicolon, space or pipe
cli-wrong-header-line = "{ $given }" is no line. Write a number from 1 on, or none
cli-wrong-decimal = "{ $given }" is no decimal mark. Write comma or point
cli-wrong-date-format = "{ $given }" is no date format. Write DMY, MDY, YMD or another name that --help gives, or a pattern such as DD.MM.YYYY
cli-wrong-empty = A name is missing. Write it behind the flag
cli-wrong-raw = One file at a time is written as it stands. Name one, or leave --raw out
cli-wrong-sample = The sample is read as it is. Name the files that these flags are about
cli-wrong-event = "{ $given }" is no date. Write it as year, month and day: 2025-01-27
cli-wrong-size = "{ $given }" is no size. Write width and height in pixels, each from 160 to 10000: 1600x900
cli-wrong-scale = "{ $given }" is no scale. Write a number from 0.1 to 10: 2

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
cli-kind-unreadable = unreadable

cli-warnings =
    { $warnings ->
        [one] One warning; richter inspect tells it
       *[other] { $warnings } warnings; richter inspect tells them
    }: { $path }
cli-output = The output could not be written: { $reason }
cli-no-display = There is no display to open a window on. Figures can be written without one: richter export --figure pair -o pair.svg
cli-no-window = The window could not be opened: { $reason }. Figures can be written without one: richter export --figure pair -o pair.svg
cli-export-no-session = No series has a session on or within a week after { $date }. Choose a date inside the files.
