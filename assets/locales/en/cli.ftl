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
    Example:
      richter inspect NVDA.csv --json
cli-inspect-json = Print one JSON array, an object a file
cli-files-inspect = Files to look at

cli-convert = Write prices as one clean table: date,series,open,high,low,close,adj_close,volume
cli-convert-example =
    Example:
      richter convert NVDA.csv prices/ -o clean.csv
cli-convert-output = The table to write
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
cli-report-no-close = not given
cli-report-line = line { $line }: { $text }

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
